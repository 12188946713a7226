"""The ledger: marks in, a partition of the text out.

The policy, where marks overlap: they are ranked by score, then field before removal, then the order
in which they were made. Going down the ranks, a field takes its span only if no higher mark has any
of it (a value must stand beside its whole raw text); a removal takes what is left of its span. What a
mark did not get, it lost: `losers` keeps every mark that got nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cleaner.document import Document, Mark, make_tuple

SegmentAction = Literal["keep", "remove", "field"]

BODY = "body"
WHITESPACE = "whitespace"



class Segment(NamedTuple):
    """A part of the text and what became of it: `[start, end)`, the action, its label, and which rule said so.

    Text that no mark claims is kept as `body`; white space between blocks is kept as `whitespace`.
    """

    start: int
    end: int
    action: SegmentAction
    label: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every character of the text in exactly one segment, in order; the marks that won, and that lost."""

    segments: tuple[Segment, ...]
    winners: tuple[Mark, ...]
    losers: tuple[Mark, ...]

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)

    def __len__(self) -> int:
        return len(self.segments)


def settle(doc: Document, marks: Iterable[Mark], rejected: Iterable[Mark] = ()) -> Ledger:
    """Return the ledger of `marks` on `doc`. `rejected` marks are listed among the losers.

    >>> from cleaner.document import Block, make_tuple
    >>> doc = Document("ad by Eve", (Block(0, 0, 9, "ad by Eve"),))
    >>> marks = [Mark(0, 9, "remove", "ad-label", score=0.6), Mark(3, 9, "field", "byline")]
    >>> [(s.start, s.end, s.action, s.label) for s in settle(doc, marks)]
    [(0, 3, 'remove', 'ad-label'), (3, 9, 'field', 'byline')]
    """
    marks = list(marks)
    outvoted = _outvoted(marks)
    claims = [m for i, m in enumerate(marks) if m.action in ("remove", "field") and m.start < m.end and i not in outvoted]
    rest = [m for m in marks if m.action == "split" or (m.start == m.end and m.action != "keep")]
    cells = sorted({0, len(doc.text), *(m.start for m in claims), *(m.end for m in claims)})
    owners: list[Mark | None] = [None] * (len(cells) - 1)
    winners, losers = _claim(claims, cells, owners)
    segments = tuple(_segments(doc, cells, owners))
    losers += [marks[i] for i in sorted(outvoted)]
    return Ledger(segments, tuple(sorted([*winners, *rest], key=_in_text)), (*losers, *rejected))


def _outvoted(marks: list[Mark]) -> set[int]:
    """Return which removals take all of a span that a mark surer than they are keeps."""
    keeps = sorted((m.start, m.end, m.score) for m in marks if m.action == "keep" and m.start < m.end)
    starts = [start for start, _, _ in keeps]
    found = set()
    for i, mark in enumerate(marks if keeps else ()):
        if mark.action != "remove":
            continue
        at = bisect_left(starts, mark.start)
        inside = []
        while at < len(keeps) and keeps[at][1] <= mark.end:
            inside.append(keeps[at][2])
            at += 1
        if inside and mark.score < min(inside):
            found.add(i)
    return found


def _in_text(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _claim(claims: list[Mark], cells: list[int], owners: list[Mark | None]) -> tuple[list[Mark], list[Mark]]:
    """Hand the cells between all boundaries to the marks by rank; each cell is looked at a bounded number of times."""
    ranks = sorted([(-mark.score, mark.action != "field", i) for i, mark in enumerate(claims)])
    number = {at: cell for cell, at in enumerate(cells)}
    next_free = list(range(len(owners) + 1))

    def free_from(cell: int) -> int:
        root = cell
        while next_free[root] != root:
            root = next_free[root]
        while next_free[cell] != root:
            next_free[cell], cell = root, next_free[cell]
        return root

    winners: list[Mark] = []
    losers: list[Mark] = []
    for _, _, i in ranks:
        mark = claims[i]
        first, last = number[mark.start], number[mark.end]
        taken: list[int] = []
        cell = free_from(first)
        while cell < last:
            taken.append(cell)
            cell = free_from(cell + 1)
        if not taken or (mark.action == "field" and len(taken) < last - first):
            losers.append(mark)
            continue
        winners.append(mark)
        for cell in taken:
            owners[cell] = mark
            next_free[cell] = cell + 1
    return winners, losers


def _segments(doc: Document, cells: list[int], owners: list[Mark | None]) -> Iterator[Segment]:
    at = 0
    while at < len(owners):
        mark, start = owners[at], cells[at]
        while at < len(owners) and owners[at] is mark:
            at += 1
        if mark is None:
            yield from _unclaimed(doc, start, cells[at])
        else:
            action: SegmentAction = "remove" if mark.action == "remove" else "field"
            yield make_tuple(Segment, (start, cells[at], action, mark.label, mark.by))


def _unclaimed(doc: Document, start: int, end: int) -> list[Segment]:
    if start + 2 >= end and doc.text[start:end].isspace():  # as between most blocks
        return [_kept(start, end, WHITESPACE)]
    segments = []
    at = start
    for block in doc.blocks_in(start, end):
        left, right = max(block.start, start), min(block.end, end)
        if at < left:
            segments.append(_kept(at, left, WHITESPACE))
        segments.append(_kept(left, right, WHITESPACE if doc.text[left:right].isspace() else BODY))
        at = right
    if at < end:
        segments.append(_kept(at, end, WHITESPACE))
    return segments


def _kept(start: int, end: int, label: str) -> Segment:
    return make_tuple(Segment, (start, end, "keep", label, ""))
