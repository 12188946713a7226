"""The document: one canonical text, the blocks it is cut into, and the marks made on it so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, NamedTuple, TypeVar

from cleaner.lexicon import Hit, Lexicon, line_keys
from cleaner.markup import Element, Head, Markup

T = TypeVar("T")

# Makes a named tuple in half the time that its own name takes.
make_tuple = tuple.__new__

Action = Literal["remove", "field", "split", "keep"]
ACTIONS: tuple[Action, ...] = ("remove", "field", "split", "keep")


class Mark(NamedTuple):
    """What a filter says of the half-open span `[start, end)` of `Document.text`.

    `remove`: this is junk, and `label` says of which kind. `field`: this belongs to the record's field
    `label`, whose parsed form is `value`; an empty span gives a value without claiming text. `split`: an
    article starts at `start` (label `next-article`), or the articles are over (`end-of-articles`). `keep`: this is
    content; a removal of all of it must be surer than that.
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

    index: int  # type: ignore[assignment]
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


def _lineage(blocks: Iterable[Block]) -> list[Element]:
    """Return the elements of blocks and all that they stand in, parents before what is in them."""
    seen: dict[int, Element] = {}
    for markup in (block.markup for block in blocks if block.markup is not None):
        for own in (markup.element, *(inline.element for inline in markup.inlines)):
            for each in own.ancestors():
                if each.order in seen:
                    break
                seen[each.order] = each
    return [seen[order] for order in sorted(seen)]


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
        locate: Callable[[str], list[tuple[int, int] | None]] | None = None,
    ) -> None:
        self.text = text
        self.blocks = blocks
        self.context = context or Context()
        # Of HTML alone: what the page says of itself out of sight, the HTML that source ranges count in,
        # and what finds the range of each block in it.
        self.head = head
        self.source = source
        self._locate = locate
        self._ranges: list[tuple[int, int] | None] = []  # found when asked for, once for all forks
        self.marks: list[Mark] = []
        self.rejected: list[Mark] = []
        self._on: dict[int, list[Mark]] = {}
        self._closed: set[int] = set()
        self._open: list[Block] | None = None  # the others, found when asked for
        # The surest mark that removes, and that keeps, the whole of a block.
        self._votes: dict[str, dict[int, float]] = {"remove": {}, "keep": {}}
        self._memo: dict[str, Any] = {}
        self._is_fork = False
        self._starts = [block.start for block in blocks]

    @property
    def lexicon(self) -> Lexicon:
        """The phrases and terms of this page's language."""
        return self.context.lexicon

    def fork(self) -> Document:
        """Return the same text with the same marks, to which marks can be added without changing this one."""
        copy = Document.__new__(Document)
        copy.__dict__.update(self.__dict__)
        # Readings depend on the marks that a run has made so far, so each run has its own.
        copy._memo = self._memo if self._is_fork else {}
        copy._is_fork = True
        copy.marks, copy.rejected = list(self.marks), list(self.rejected)
        copy._on = {index: list(marks) for index, marks in self._on.items()}
        copy._closed = set(self._closed)
        copy._votes = {action: dict(votes) for action, votes in self._votes.items()}
        return copy

    def add(self, marks: Iterable[Mark]) -> None:
        """Add marks that the filters to come shall see. For pipelines."""
        for mark in marks:
            self.marks.append(mark)
            start, end, action, _, _, score, _, _ = mark
            for block in self.blocks_in(start, end):
                if action != "keep":  # a vote claims nothing
                    self._on.setdefault(block.index, []).append(mark)
                if action in self._votes and start <= block.start and block.end <= end:
                    self._vote(block.index, action, score)
        self._open = None

    def _vote(self, index: int, action: Action, score: float) -> None:
        votes = self._votes[action]
        if score > votes.get(index, -1.0):
            votes[index] = score
        if self._votes["remove"].get(index, -1.0) >= self._votes["keep"].get(index, 0.0):
            self._closed.add(index)
        else:
            self._closed.discard(index)

    def blocks_in(self, start: int, end: int) -> Sequence[Block]:
        """Return the blocks that share a character with `[start, end)`."""
        blocks = self.blocks
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_left(self._starts, end, first) if start < end else first
        found = blocks[first:last]
        # No two overlap, so that only the first may end too early.
        return found[1:] if found and found[0].end <= start else found

    def source_range(self, block: Block) -> tuple[int, int] | None:
        """Return the half-open range of the block's element in `source`, `None` where the parser does not know it.

        The first call for a document parses its source once more.
        """
        if self._locate is None or self.source is None:
            return None
        if not self._ranges:
            self._ranges += self._locate(self.source)
        return self._ranges[block.index]

    def __getstate__(self) -> dict[str, Any]:
        # Elements go before those in them: pickle would else descend as deep as the page nests.
        return {"_above": _lineage(self.blocks), **self.__dict__}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        del self.__dict__["_above"]

    def open_blocks(self) -> list[Block]:
        """Return the blocks that no mark has removed as a whole, unless a surer one keeps them."""
        if self._open is None:
            self._open = [block for block in self.blocks if block.index not in self._closed]
        return self._open.copy()

    def is_open(self, block: Block) -> bool:
        """Tell whether no mark has removed the whole block, unless a surer one keeps it."""
        return block.index not in self._closed

    def kept(self, block: Block) -> float:
        """Return how sure the surest mark is that keeps the block, 0 where none does."""
        return self._votes["keep"].get(block.index, 0.0)

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
        """Return the blocks that match a phrase of the lexicon's table `group`, with what they match: of those that were
        open when the first filter asked.
        """  # noqa: D205
        return self._hits.get(group, [])

    def memo(self, name: str, make: Callable[[], T]) -> T:
        """Return what `make` returns, made once in a run of a pipeline: for readings that several filters share.

        What it says of the marks holds for the moment when the first filter asked.
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
        return self.memo("keys", lambda: line_keys([block.text for block in self.blocks]))

    @property
    def _hits(self) -> dict[str, list[tuple[Block, Hit]]]:
        return self.memo("hits", self._find_hits)

    def _find_hits(self) -> dict[str, list[tuple[Block, Hit]]]:
        found: dict[str, list[tuple[Block, Hit]]] = {}
        for block, hit in self.all_hits():
            if self.is_open(block):
                found.setdefault(hit.group, []).append((block, hit))
        return found

    def all_hits(self) -> list[tuple[Block, Hit]]:
        """Return all blocks that match phrases of the lexicon, with what they match, whatever was removed."""

        def find() -> list[tuple[Block, Hit]]:
            return [(self.blocks[number], hit) for number, hit in self.lexicon.index.match_all(self._keys)]

        return self.memo("all hits", find)
