"""The document: one canonical text, the blocks it is cut into, and the marks made on it so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, TypeVar

from cleaner.lexicon import Hit, Lexicon, line_key
from cleaner.markup import Head, Markup

T = TypeVar("T")

Action = Literal["remove", "field", "split"]
ACTIONS: tuple[Action, ...] = ("remove", "field", "split")


class Mark(NamedTuple):
    """What a filter says of the half-open span `[start, end)` of `Document.text`.

    `remove`: this is junk, and `label` says of which kind. `field`: this belongs to the record's field
    `label`, whose parsed form is `value`; an empty span gives a value without claiming text. `split`: an
    article starts at `start` (label `next-article`), or the articles are over (`end-of-articles`).
    `score` in 0..1 says how sure the rule is; `by` is filled in by the pipeline. `origin` says where the value
    of a field comes from: `text`, `markup` (an attribute such as `datetime`), `json-ld`, `open-graph`, `microdata`,
    `meta` or `title-tag`.
    """

    start: int
    end: int
    action: Action
    label: str
    value: object = None
    score: float = 1.0
    by: str = ""
    origin: str = "text"


class Block(NamedTuple):
    """One line of the text without its outer white space; `gap` is the number of blank lines above it.

    `markup` is what HTML says of it, `None` for plain text.
    """

    index: int
    start: int
    end: int
    text: str
    gap: int = 0
    markup: Markup | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What the caller and the parser know of a document beside its text."""

    url: str | None = None
    content_type: str = "text/plain"
    language: str | None = None
    reference_date: date | None = None
    lexicon: Lexicon = field(default_factory=Lexicon)
    warnings: tuple[str, ...] = ()


class Document:
    """A text, its blocks and the marks on them. Filters read it; only a pipeline adds marks.

    >>> doc = Document("One\\n\\nTwo", (Block(0, 0, 3, "One"), Block(1, 5, 8, "Two", gap=1)))
    >>> [block.text for block in doc.open_blocks()]
    ['One', 'Two']
    """

    def __init__(
        self,
        text: str,
        blocks: tuple[Block, ...],
        context: Context | None = None,
        *,
        head: Head | None = None,
        source: str | None = None,
        locate: Callable[[Any], tuple[int, int] | None] | None = None,
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.context = context or Context()
        # Of HTML alone: what the page says of itself out of sight, the HTML that source ranges count in,
        # and what finds the source range of a parser's node.
        self.head = head
        self.source = source
        self._locate = locate
        self._ranges: dict[int, tuple[int, int]] = {}
        self.marks: list[Mark] = []
        self.rejected: list[Mark] = []
        self._on: dict[int, list[Mark]] = {}
        self._closed: set[int] = set()
        self._memo: dict[str, Any] = {}
        self._starts = [block.start for block in blocks]

    @property
    def lexicon(self) -> Lexicon:
        """The phrases and terms of this page's language."""
        return self.context.lexicon

    def fork(self) -> Document:
        """Return the same text with the same marks, to which marks can be added without changing this one."""
        copy = Document.__new__(Document)
        copy.__dict__.update(self.__dict__)
        copy.marks, copy.rejected = list(self.marks), list(self.rejected)
        copy._on = {index: list(marks) for index, marks in self._on.items()}
        copy._closed = set(self._closed)
        return copy

    def add(self, marks: Iterable[Mark]) -> None:
        """Add marks that the filters to come shall see. For pipelines."""
        for mark in marks:
            self.marks.append(mark)
            for block in self.blocks_in(mark.start, mark.end):
                self._on.setdefault(block.index, []).append(mark)
                if mark.action == "remove" and mark.start <= block.start and block.end <= mark.end:
                    self._closed.add(block.index)

    def blocks_in(self, start: int, end: int) -> Iterator[Block]:
        """Yield the blocks that share a character with `[start, end)`."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        while start < end and at < len(self.blocks) and self.blocks[at].start < end:
            if self.blocks[at].end > start:
                yield self.blocks[at]
            at += 1

    def source_range(self, block: Block) -> tuple[int, int] | None:
        """Return the half-open range of the block's element in `source`, `None` where the parser does not know it."""
        if self._locate is None or block.markup is None:
            return self._ranges.get(block.index)
        return self._locate(block.markup.element.node)

    def __getstate__(self) -> dict[str, Any]:
        # The parser's nodes stay behind, so their ranges go along.
        ranges = {block.index: found for block in self.blocks if (found := self.source_range(block))}
        return {**self.__dict__, "_locate": None, "_ranges": ranges}

    def open_blocks(self) -> list[Block]:
        """Return the blocks that no mark has removed as a whole."""
        if not self._closed:
            return list(self.blocks)
        return [block for block in self.blocks if block.index not in self._closed]

    def is_open(self, block: Block) -> bool:
        """Tell whether no mark has removed the whole block."""
        return block.index not in self._closed

    def marks_on(self, block: Block) -> list[Mark]:
        """Return the marks that share a character with the block, in the order they were made."""
        return self._on.get(block.index, [])

    def labels_on(self, block: Block) -> set[str]:
        """Return the labels of the marks on the block."""
        return {mark.label for mark in self._on.get(block.index, ())}

    def key(self, block: Block) -> str:
        """Return the block's line in the form that phrases are compared with (`lexicon.line_key`)."""
        return self._keys[block.index]

    def hits(self, group: str) -> list[tuple[Block, Hit]]:
        """Return the blocks that match a phrase of the lexicon's table `group`, with what they match."""
        return self._hits.get(group, [])

    def memo(self, name: str, make: Callable[[], T]) -> T:
        """Return what `make` returns, made once for this text: for readings that several filters share.

        `make` must not depend on the marks.
        """
        if name not in self._memo:
            self._memo[name] = make()
        value: T = self._memo[name]
        return value

    def articles(self) -> list[tuple[int, int]]:
        """Return the spans between the boundaries marked so far; text before the first lies in none."""
        splits = sorted({(m.start, m.label) for m in self.marks if m.action == "split"})
        ends = [start for start, _ in splits[1:]] + [len(self.text)]
        return [
            (start, end)
            for (start, label), end in zip(splits, ends, strict=False)
            if label == "next-article" and start < end
        ]

    @property
    def _keys(self) -> list[str]:
        return self.memo("keys", lambda: [line_key(block.text) for block in self.blocks])

    @property
    def _hits(self) -> dict[str, list[tuple[Block, Hit]]]:
        return self.memo("hits", self._find_hits)

    def _find_hits(self) -> dict[str, list[tuple[Block, Hit]]]:
        index = self.lexicon.index
        inside = list(index.pieces_in("\n".join(self._keys)))
        found: dict[str, list[tuple[Block, Hit]]] = {}
        for block, key in zip(self.blocks, self._keys, strict=True):
            for hit in index.match(key, inside):
                found.setdefault(hit.group, []).append((block, hit))
        return found
