"""One document of any framework, cleaned: the options that all adapters share, and what becomes of a document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypedDict

from cleaner.api import Result, process
from cleaner.batch.pipeline import PipelineSpec
from cleaner.errors import OptionError
from cleaner.filter import Filter, Pipeline
from cleaner.presets import preset
from cleaner.record import Record

Unit = Literal["record", "document"]
OnError = Literal["keep", "raise"]
AnyPipeline = Pipeline | Filter | PipelineSpec | str | None


class Options(TypedDict, total=False):
    """What every adapter takes. See `Cleaning`."""

    unit: Unit
    on_error: OnError
    language: str | None
    content_type: str | None
    reference_date: date | None
    pipeline: AnyPipeline


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: a result, or the error that it met."""

    result: Result | None = None
    error: Exception | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is to be said of the result."""
        return self.result.warnings if self.result else ()

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of the document, none where it failed."""
        return self.result.records if self.result else ()

    @property
    def removed(self) -> dict[str, int]:
        """How many characters were removed for which reason."""
        counts: Counter[str] = Counter()
        for each in self.result.removed if self.result else ():
            counts[each.label] += each.end - each.start
        return dict(sorted(counts.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """How documents are cleaned. It survives pickling, with any pipeline whose own filters do.

    `unit` says what comes out for a document: its records, or the document with its content as text. With
    `on_error="keep"` a document that fails is handed on as such, with `"raise"` its error ends the run. The others are
    options of `cleaner.process`; `pipeline` may also be a `PipelineSpec`, from which every process makes its pipeline.

    Raises `OptionError` or `PipelineError` for options that make no sense, when it is made: not with each document.

    >>> cleaning = Cleaning(pipeline="rules")
    >>> cleaning.clean("Tea is a drink that many people like very much.\\n\\nShare this article").removed
    {'share-bar': 18}
    >>> type(cleaning.clean(b"%PDF-1.7").error)
    <class 'cleaner.errors.BinaryInputError'>
    """

    unit: Unit = "record"
    on_error: OnError = "keep"
    language: str | None = None
    content_type: str | None = None
    reference_date: date | None = None
    pipeline: AnyPipeline = None

    def __post_init__(self) -> None:
        for name, allowed in (("unit", ("record", "document")), ("on_error", ("keep", "raise"))):
            if getattr(self, name) not in allowed:
                raise OptionError(f"{name} is one of {', '.join(allowed)}, not {getattr(self, name)!r}", option=name)
        pipeline = _made(self.pipeline)
        if isinstance(pipeline, str):
            preset(pipeline)
        self._process("", None, self.content_type, pipeline=Pipeline([]))

    def clean(self, source: Any, *, url: str | None = None, content_type: str | None = None) -> Outcome:
        """Return what becomes of a text, the bytes of one, or anything else that `cleaner.process` takes.

        A `content_type` of the document's own goes before that of the options; one that cannot be used is left
        aside with a warning, as servers send all sorts of things. Raises nothing where errors are kept.
        """
        try:
            return self._with_type(source, url if url and url.strip() else None, content_type)
        except Exception as error:  # also what a filter of the caller's trips over: the other documents go on
            if self.on_error == "raise":
                raise
            return Outcome(error=error)

    def _with_type(self, source: Any, url: str | None, content_type: str | None) -> Outcome:
        try:
            return Outcome(self._process(source, url, content_type or self.content_type))
        except OptionError as error:
            if not content_type or error.option != "content_type":
                raise
            result = self._process(source, url, self.content_type)
            return Outcome(replace(result, warnings=(f"not used: {error}", *result.warnings)))

    def _process(self, source: Any, url: str | None, content_type: str | None, **changes: Any) -> Result:
        options = {"language": self.language, "reference_date": self.reference_date, "pipeline": _made(self.pipeline)}
        return process(source, url=url, content_type=content_type, **(options | changes))


# What `facts` leaves out: the text itself, and evidence that points into a text which is not handed on.
_NO_FACTS = ("body", "spans", "confidence", "origins", "remarks")


def facts(record: Record) -> dict[str, Any]:
    """Return what a record says beside its body, as plain values and without what is absent: metadata for its text.

    >>> facts(Record(title="On Tea", body="Tea is a drink."))
    {'title': 'On Tea', 'truncated': False}
    """
    return {k: v for k, v in record.to_dict().items() if k not in _NO_FACTS and v not in (None, [])}


def _made(pipeline: AnyPipeline) -> Pipeline | Filter | str | None:
    return _built(pipeline) if isinstance(pipeline, PipelineSpec) else pipeline


@lru_cache(maxsize=8)
def _built(spec: PipelineSpec) -> Pipeline:
    return spec.build()
