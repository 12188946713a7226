"""Who gets which part of the text: marks in, a ledger out. `cleaner.ledger` tells the policy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from cleaner.document import Document, Mark, make_tuple
from cleaner.ledger import BODY, WHITESPACE, Ledger, Segment


def settle(doc: Document, marks: Iterable[Mark], rejected: Iterable[Mark] = ()) -> Ledger:
    """Return the ledger of `marks` on `doc`. `rejected` marks are listed among the losers.

    >>> from cleaner.document import Block
    >>> doc = Document("ad by Eve", (Block(0, 0, 9, "ad by Eve"),))
    >>> marks = [Mark(0, 9, "remove", "ad-label", score=0.6), Mark(3, 9, "field", "byline")]
    >>> [(s.start, s.end, s.action, s.label) for s in settle(doc, marks)]
    [(0, 3, 'remove', 'ad-label'), (3, 9, 'field', 'byline')]
    """
    every = list(marks)
    outvoted = _outvoted(every)
    claims: list[Mark] = []
    rest: list[Mark] = []
    edges = {0, len(doc.text)}
    for i, mark in enumerate(every):
        start, end, action = mark.start, mark.end, mark.action
        if action == "split" or (start == end and action != "keep"):
            rest.append(mark)
        elif action != "keep" and start < end and i not in outvoted:
            claims.append(mark)
            edges.add(start)
            edges.add(end)
    cells = sorted(edges)
    owners: list[Mark | None] = [None] * (len(cells) - 1)
    winners, losers = _claim(claims, cells, owners)
    segments = tuple(_segments(doc, cells, owners))
    losers += [every[i] for i in sorted(outvoted)]
    return Ledger(segments, tuple(sorted([*winners, *rest], key=_in_text)), (*losers, *rejected))


def _outvoted(marks: list[Mark]) -> set[int]:
    """Return which removals take all of a span that a mark surer than they are keeps."""
    keeps = sorted([(m.start, m.end, m.score) for m in marks if m.action == "keep" and m.start < m.end])
    starts = [start for start, _, _ in keeps]
    found: set[int] = set()
    for i, mark in enumerate(marks if keeps else ()):
        if mark.action != "remove":
            continue
        at = bisect_left(starts, mark.start)
        least = 2.0  # more than any score: nothing is kept there
        while at < len(keeps) and keeps[at][1] <= mark.end:
            least = min(least, keeps[at][2])
            at += 1
        if mark.score < least <= 1.0:
            found.add(i)
    return found


def _in_text(mark: Mark) -> tuple[int, int]:
    return mark.start, mark.end


def _claim(claims: list[Mark], cells: list[int], owners: list[Mark | None]) -> tuple[list[Mark], list[Mark]]:
    """Hand the cells between all boundaries to the marks by rank; each cell is looked at a bounded number of times."""
    ranks = sorted([(-mark.score, mark.action != "field", i) for i, mark in enumerate(claims)])
    number = {at: cell for cell, at in enumerate(cells)}
    next_free = list(range(len(owners) + 1))
    winners: list[Mark] = []
    losers: list[Mark] = []
    for _, _, i in ranks:
        mark = claims[i]
        first, last = number[mark.start], number[mark.end]
        taken: list[int] = []
        cell = _free_from(first, next_free)
        while cell < last:
            taken.append(cell)
            cell = _free_from(cell + 1, next_free)
        if not taken or (mark.action == "field" and len(taken) < last - first):
            losers.append(mark)
            continue
        winners.append(mark)
        for cell in taken:
            owners[cell] = mark
            next_free[cell] = cell + 1
    return winners, losers


def _free_from(cell: int, next_free: list[int]) -> int:
    """Return the first cell from one on that nobody has, and note it for all between."""
    root = cell
    while next_free[root] != root:
        root = next_free[root]
    while next_free[cell] != root:
        above = next_free[cell]
        next_free[cell] = root
        cell = above
    return root


def _segments(doc: Document, cells: list[int], owners: list[Mark | None]) -> list[Segment]:
    segments: list[Segment] = []
    at = 0
    while at < len(owners):
        mark, start = owners[at], cells[at]
        while at < len(owners) and owners[at] is mark:
            at += 1
        if mark is None:
            _add_unclaimed(doc, start, cells[at], segments)
        else:
            action = "remove" if mark.action == "remove" else "field"
            segments.append(make_tuple(Segment, (start, cells[at], action, mark.label, mark.by)))
    return segments


def _add_unclaimed(doc: Document, start: int, end: int, segments: list[Segment]) -> None:
    """Add the segments of a part that nobody claims: the lines in it, and the white space between them."""
    text = doc.text
    if start + 2 >= end and text[start:end].isspace():  # as between most blocks
        segments.append(_kept(start, end, WHITESPACE))
        return
    at = start
    for block in doc.blocks_in(start, end):
        left, right = max(block.start, start), min(block.end, end)
        if at < left:
            segments.append(_kept(at, left, WHITESPACE))
        segments.append(_kept(left, right, WHITESPACE if text[left:right].isspace() else BODY))
        at = right
    if at < end:
        segments.append(_kept(at, end, WHITESPACE))


def _kept(start: int, end: int, label: str) -> Segment:
    return make_tuple(Segment, (start, end, "keep", label, ""))
