"""The filter protocol, and the pipeline: filters in order, itself a filter."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, SupportsIndex, runtime_checkable

from cleaner.document import ACTIONS, Document, Mark, make_tuple
from cleaner.errors import CleanerError, FilterError, PipelineError
from cleaner.lexicon import Lexicon


@runtime_checkable
class Filter(Protocol):
    """Reads a document and yields marks; never changes anything.

    `labels` lists every label that it may use.

    >>> class Horoscope:
    ...     name = "horoscope"
    ...     labels = frozenset({"horoscope"})
    ...     def __call__(self, doc):
    ...         for block in doc.open_blocks():
    ...             if block.text.startswith("Your stars"):
    ...                 yield Mark(block.start, block.end, "remove", "horoscope")
    >>> isinstance(Horoscope(), Filter)
    True
    """

    @property
    def name(self) -> str:
        """A short name, unique in its pipeline."""

    @property
    def labels(self) -> frozenset[str]:
        """Every label that its marks may carry."""

    def __call__(self, doc: Document, /) -> Iterable[Mark]:
        """Yield marks on the document."""


class RuleFilter:
    """A filter made of a name, its labels and a function; how the built-in ones are made."""

    def __init__(self, name: str, labels: Iterable[str], rule: Callable[[Document], Iterable[Mark]]) -> None:
        self.name = name
        self.labels = frozenset(labels)
        self._rule = rule
        self.__doc__ = rule.__doc__
        self.__module__ = rule.__module__

    def __call__(self, doc: Document, /) -> Iterable[Mark]:
        """Yield the rule's marks."""
        return self._rule(doc)

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        # By its name, where it has the place of the function that it was made of; a script's own names mean nothing
        # to another process.
        name = self._rule.__qualname__
        if self.__module__ != "__main__" and getattr(sys.modules.get(self.__module__), name, None) is self:
            return name
        return super().__reduce_ex__(protocol)

    def __repr__(self) -> str:
        return f"<filter {self.name}>"


class OnFlatText:
    """A filter that works on flat text as another one does, and says nothing of HTML.

    >>> @rule("shouting", "shout")
    ... def shouting(doc):
    ...     return (Mark(b.start, b.end, "remove", "shout") for b in doc.open_blocks() if b.text.isupper())
    >>> from cleaner import process
    >>> [len(process(text, pipeline=OnFlatText(shouting)).removed) for text in ("STOP", "<p>STOP")]
    [1, 0]
    """

    def __init__(self, inner: Filter) -> None:
        self.name = inner.name
        self.labels = inner.labels
        self.inner = inner
        self.__doc__ = inner.__doc__

    def __call__(self, doc: Document, /) -> Iterable[Mark]:
        """Yield the marks of the other filter on flat text."""
        return self.inner(doc) if doc.head is None else ()

    def __repr__(self) -> str:
        return f"<filter {self.name}, on flat text>"


def rule(name: str, *labels: str) -> Callable[[Callable[[Document], Iterable[Mark]]], RuleFilter]:
    """Turn a function from document to marks into a filter.

    >>> @rule("shouting", "shout")
    ... def shouting(doc):
    ...     "Lines in capitals."
    ...     return (Mark(b.start, b.end, "remove", "shout") for b in doc.open_blocks() if b.text.isupper())
    >>> shouting.name, sorted(shouting.labels)
    ('shouting', ['shout'])
    """
    return lambda function: RuleFilter(name, labels, function)


class Pipeline:
    """Filters in order. Immutable: each method that changes something returns another pipeline.

    Removals and boundaries with a score under `threshold` (0..1) are not carried out, only reported as
    rejected. A nested pipeline applies its own threshold first. `lexicon` holds phrases to use beside the page's language.

    >>> inner = Pipeline([rule("a", "x")(lambda doc: [])], name="inner")
    >>> pipeline = Pipeline([inner, rule("b", "y")(lambda doc: [])], name="mine")
    >>> pipeline.names
    ('inner', 'inner.a', 'b')
    >>> pipeline.without("a").names
    ('inner', 'b')
    """

    def __init__(
        self,
        filters: Iterable[Filter],
        *,
        name: str = "custom",
        threshold: float = 0.0,
        lexicon: Lexicon | None = None,
    ) -> None:
        self.filters = tuple(filters)
        self.name = name
        self.threshold = threshold
        self.lexicon = lexicon or Lexicon()
        self._check()

    def _check(self) -> None:
        if not 0.0 <= self.threshold <= 1.0:
            raise PipelineError(f"a threshold lies in 0..1, not {self.threshold}", name=self.name)
        seen: set[str] = set()
        for each in self.filters:
            if not isinstance(each, Filter) or not callable(each):
                raise PipelineError(f"no filter (it needs a name, labels and a call): {each!r}", name=self.name)
            if each.name in seen:
                raise PipelineError(f"two filters named {each.name!r}", name=each.name)
            seen.add(each.name)

    @property
    def labels(self) -> frozenset[str]:
        """Every label that a filter in it may use."""
        return frozenset().union(*(each.labels for each in self.filters))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its filters in order; those of a nested pipeline with its name before a dot."""
        return tuple(name for name, _ in self.walk())

    def walk(self) -> Iterator[tuple[str, Filter]]:
        """Yield every filter with its dotted name, nested pipelines before what is in them."""
        for each in self.filters:
            yield each.name, each
            if isinstance(each, Pipeline):
                for name, inner in each.walk():
                    yield f"{each.name}.{name}", inner

    def without(self, *names: str) -> Pipeline:
        """Return it less the named filters. Raises `PipelineError` for a name that is not there."""
        result = self
        for name in names:
            result = result._edit(name, lambda _: ())
        return result

    def replace(self, name: str, new: Filter) -> Pipeline:
        """Return it with another filter in the place of the named one."""
        return self._edit(name, lambda _: (new,))

    def before(self, name: str, new: Filter) -> Pipeline:
        """Return it with a filter put before the named one."""
        return self._edit(name, lambda old: (new, old))

    def after(self, name: str, new: Filter) -> Pipeline:
        """Return it with a filter put after the named one."""
        return self._edit(name, lambda old: (old, new))

    def first(self, new: Filter) -> Pipeline:
        """Return it with a filter put before all others."""
        return self._with(filters=(new, *self.filters))

    def last(self, new: Filter) -> Pipeline:
        """Return it with a filter put after all others."""
        return self._with(filters=(*self.filters, new))

    def with_threshold(self, threshold: float) -> Pipeline:
        """Return it with another threshold."""
        return self._with(threshold=threshold)

    def with_lexicon(self, lexicon: Lexicon) -> Pipeline:
        """Return it with phrases added that hold whatever the page's language is."""
        return self._with(lexicon=self.lexicon.merge(lexicon))

    def _with(
        self,
        filters: tuple[Filter, ...] | None = None,
        threshold: float | None = None,
        lexicon: Lexicon | None = None,
    ) -> Pipeline:
        return Pipeline(
            self.filters if filters is None else filters,
            name=self.name,
            threshold=self.threshold if threshold is None else threshold,
            lexicon=lexicon or self.lexicon,
        )

    def _edit(self, name: str, change: Callable[[Filter], tuple[Filter, ...]]) -> Pipeline:
        """Apply `change` to the one filter called `name`, dotted or, where it is unique, bare."""
        matching = [n for n in self.names if n == name] or [n for n in self.names if n.split(".")[-1] == name]
        if len(matching) != 1:
            problem = "several filters" if matching else "no filter"
            raise PipelineError(f"{problem} named {name!r} in {', '.join(self.names)}", name=name)
        head, _, rest = matching[0].partition(".")
        filters: list[Filter] = []
        for each in self.filters:
            if each.name != head:
                filters.append(each)
            elif rest and isinstance(each, Pipeline):
                filters.append(each._edit(rest, change))
            else:
                filters.extend(change(each))
        return self._with(filters=tuple(filters))

    def __call__(self, doc: Document, /) -> list[Mark]:
        """Return the marks of all its filters, each seeing the marks of those before it."""
        made, _ = self.run(doc)
        return made

    def run(self, doc: Document, /) -> tuple[list[Mark], list[Mark]]:
        """Return the marks made, and those rejected for a score under the threshold.

        Raises `FilterError` where a filter raises or breaks the protocol.
        """
        work = self.annotate(doc)
        return work.marks[len(doc.marks) :], work.rejected[len(doc.rejected) :]

    def annotate(self, doc: Document, /) -> Document:
        """Return a copy of the document with the marks of all its filters on it. Raises as `run` does."""
        work = doc.fork()
        self._work_on(work, self.name, self.threshold)
        return work

    def _work_on(self, work: Document, path: str, threshold: float) -> None:
        for each in self.filters:
            if isinstance(each, Pipeline):
                each._work_on(work, f"{path}.{each.name}", max(threshold, each.threshold))
                continue
            kept: list[Mark] = []
            by = f"{path}.{each.name}"
            for mark in _checked(each, work):
                start, end, action, label, value, score, _, origin = mark
                sure = action in _UNWEIGHED or score >= threshold
                (kept if sure else work.rejected).append(make_tuple(Mark, (start, end, action, label, value, score, by, origin)))
            work.add(kept)

    def __repr__(self) -> str:
        return f"<pipeline {self.name}: {', '.join(each.name for each in self.filters)}>"


# Values and votes compete by their scores; the threshold is for removals and boundaries.
_UNWEIGHED = ("field", "keep")
_NUMBER = (int, float)


def _checked(each: Filter, doc: Document) -> Iterator[Mark]:
    try:
        marks = list(each(doc))
    except CleanerError:
        raise
    except Exception as error:
        raise FilterError(f"{each.name}: {type(error).__name__}: {error}", filter=each.name) from error
    labels, size = each.labels, len(doc.text)
    for mark in marks:
        problem = _problem(mark, labels, size)
        if problem:
            raise FilterError(f"{each.name}: {problem}: {mark!r:.200}", filter=each.name)
        yield mark


def _problem(mark: object, labels: frozenset[str], size: int) -> str:
    """Return what is wrong with a mark of these labels on a text of that size, `""` for nothing."""
    if not isinstance(mark, Mark):
        return "not a Mark"
    start, end, action, label, _, score, by, origin = mark
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(score, _NUMBER)):
        return "a part is of a wrong type"
    if not (isinstance(action, str) and isinstance(label, str) and isinstance(by, str) and isinstance(origin, str)):
        return "a part is of a wrong type"
    if action not in ACTIONS:
        return f"the action is none of {', '.join(ACTIONS)}"
    if label not in labels:
        return "the label is not among the filter's labels"
    if not 0 <= start <= end <= size:
        return "the span does not lie in the text"
    if not 0.0 <= score <= 1.0:
        return "the score does not lie in 0..1"
    if action == "remove" and start == end:
        return "nothing to remove"
    return ""
