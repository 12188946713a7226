"""What the markup says of a block: its element, the elements around and inside it, and its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, NamedTuple

_WORD = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+")
_CAPITAL = re.compile("[A-Z]")
# 'container-bb80b6ad2d': the letters of a hash are no words, and no 'ad'. Most values have no digit before a letter.
_MAYBE_HASH = re.compile("[0-9][A-Za-z]")
_HASH = re.compile("(?<![A-Za-z0-9])[A-Za-z0-9]*[0-9][A-Za-z][A-Za-z0-9]*")
# ASCII letters in lower case, blanks for all other ASCII characters.
_LETTERS = {code: chr(code) if chr(code).islower() else " " for code in range(128)}
_NAMING = ("class", "id", "role", "itemprop")
_NONE: frozenset[str] = frozenset()
_LONGEST_NAMES = 300


class Element:
    """One element of the page, as far as a block needs it; inline elements without attributes have none.

    `order` counts the elements of the page from its top. `context` names what it stands in, itself
    included: tags that mean something (`list`, `table`, `quote`, `figure`, `code`, `article`, `nav`,
    `aside`, `footer`, `header`, `main`, `form`, `dialog`, `h1` to `h6`), also where a `role` says so, and `hidden`.
    `attrs` is the parser's own; `gap` is the number of blank lines around it, `None` for an inline element.
    """

    __slots__ = ("_names", "_words", "attrs", "context", "gap", "order", "parent", "tag")

    def __init__(
        self,
        tag: str,
        parent: Element | None,
        order: int,
        context: frozenset[str],
        *,
        attrs: Mapping[str, Any],
        gap: int | None = None,
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.order = order
        self.context = context
        self.attrs = attrs
        self.gap = gap
        # Found when first asked for.
        self._words: frozenset[str] | None = None
        self._names: frozenset[str] | None = None

    def __repr__(self) -> str:
        return f"<{self.tag} {' '.join(sorted(self.names))}>"

    def __reduce__(self) -> tuple[object, ...]:
        plain = {name: attribute(value) for name, value in self.attrs.items()}
        return partial(Element, attrs=plain, gap=self.gap), (self.tag, self.parent, self.order, self.context)

    def get(self, name: str) -> str:
        """Return an attribute's value as one string, empty where it has none."""
        return attribute(self.attrs[name]) if name in self.attrs else ""

    @property
    def words(self) -> frozenset[str]:
        """The words of its class, id, role and itemprop, in lower case: `entryTitle post-title` has three."""
        if self._words is None:
            attrs, values = self.attrs, ""
            for name in _NAMING if attrs else ():
                if name in attrs:
                    values += f" {attribute(attrs[name])[:_LONGEST_NAMES]}"
            self._words = attribute_words(values) if values else _NONE
        return self._words

    @property
    def names(self) -> frozenset[str]:
        """Its class names, its id, role and itemprop as they stand, in lower case."""
        if self._names is None:
            joined = " ".join([self.get(name) for name in _NAMING]) if self.attrs else ""
            self._names = frozenset(joined.lower().split())
        return self._names

    def ancestors(self) -> Iterator[Element]:
        """Yield the element itself, its parent, and so on up to the root."""
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


def attribute(value: object) -> str:
    """Return an attribute's value as one string; parsers split some into lists.

    >>> attribute(["entry", "title"]), attribute("entry title"), attribute(None)
    ('entry title', 'entry title', '')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return str(value[0]) if len(value) == 1 else " ".join([str(part) for part in value])
    return ""


@lru_cache(maxsize=4096)
def attribute_words(value: str) -> frozenset[str]:
    """Return the words of an attribute's value.

    >>> sorted(attribute_words("entryTitle post-title post42 box-2ad7f"))
    ['box', 'entry', 'post', 'title']
    """
    if _MAYBE_HASH.search(value):
        value = _HASH.sub(" ", value)
    if value.isascii() and (value.islower() or not _CAPITAL.search(value)):  # the same, several times faster
        return frozenset(value.translate(_LETTERS).split())
    return frozenset(map(str.lower, _WORD.findall(value)))


@lru_cache(maxsize=1024)
def heading_level(context: frozenset[str]) -> int:
    """Return the level of the heading that something stands in, 1 to 6; 0 for none."""
    return next((n for n in range(1, 7) if f"h{n}" in context), 0)


class Inline(NamedTuple):
    """An inline element (a link, a `<time>`, one with a class) over `[start, end)` of its block's text."""

    start: int
    end: int
    element: Element


class Markup(NamedTuple):
    """What the markup says of one block. `link_share` is the share (0..1) of its characters that are links."""

    element: Element
    inlines: tuple[Inline, ...] = ()
    link_share: float = 0.0

    @property
    def tag(self) -> str:
        """The tag of the innermost block-level element."""
        return self.element.tag

    @property
    def context(self) -> frozenset[str]:
        """What the block stands in; see `Element`."""
        return self.element.context

    @property
    def level(self) -> int:
        """The heading level, 1 to 6; 0 for what is no heading."""
        return heading_level(self.element.context)

    @property
    def hidden(self) -> bool:
        """Whether a browser would not show it."""
        return "hidden" in self.element.context


@dataclass(slots=True)
class Head:
    """What a page says of itself out of sight: `<title>`s, `<meta>`s as (name, content), JSON-LD sources, and more."""

    titles: list[str] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
