"""Labels for the blocks of a page from the text of its gold: which blocks are in it, in its order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import NamedTuple

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
# A block of so many words is in the text if it stands there anywhere; a shorter one only in its place.
_SURE = 8
_SHORT = 4
_MOST_PLACES = 8
_GRAM = 4


def words(text: str) -> list[str]:
    """Return the words of a text as the scores count them."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


class Text(NamedTuple):
    """A gold text ready to be searched: its words joined, where its lines begin and end, its runs of words."""

    joined: str
    edges: frozenset[int]
    grams: frozenset[tuple[str, ...]]


def prepare(text: str) -> Text:
    """Return a gold text in the form that blocks are looked up in."""
    edges = {0}
    all_words: list[str] = []
    at = 0
    for line in text.split("\n"):
        found = words(line)
        all_words += found
        at += sum(len(w) + 1 for w in found)
        edges.add(at)
    grams = frozenset(tuple(all_words[i : i + _GRAM]) for i in range(len(all_words) - _GRAM + 1))
    return Text(" " + " ".join(all_words) + " ", frozenset(edges), grams)


def shares(blocks: list[str], gold: str) -> list[float]:
    """Return for each block which share (0..1) of it belongs to the gold text.

    >>> shares(["Home", "Tea is a drink.", "Home", "It is hot."], "Tea is a drink.\\nHome\\nIt is hot.")
    [0.0, 1.0, 1.0, 1.0]
    """
    text = prepare(gold)
    found = [words(block) for block in blocks]
    result = [_coverage(w, text.grams) for w in found]
    places = [(i, at, len(w)) for i, w in enumerate(found) if w for at in _places(" ".join(w), text.joined)]
    chain = _chain(places, found)
    starts = {at for _, at in chain}
    ends = {at + _length(found[i]) for i, at in chain}
    for i, at in chain:
        end = at + _length(found[i])
        whole = at in text.edges and end in text.edges
        joined = at in ends or end in starts
        result[i] = 1.0 if len(found[i]) >= _SHORT or whole or joined else 0.0
    for i, _, n in places:
        if n >= _SURE:
            result[i] = 1.0
    return result


def _length(found: list[str]) -> int:
    return sum(len(w) + 1 for w in found)


def _coverage(found: list[str], grams: frozenset[tuple[str, ...]]) -> float:
    """Return the share of a block's words that stand in runs of the gold text; 0 for short blocks."""
    if len(found) < _SURE:
        return 0.0
    covered = [False] * len(found)
    for i in range(len(found) - _GRAM + 1):
        if tuple(found[i : i + _GRAM]) in grams:
            covered[i : i + _GRAM] = [True] * _GRAM
    return sum(covered) / len(covered)


def _places(phrase: str, joined: str) -> list[int]:
    places: list[int] = []
    at = joined.find(f" {phrase} ")
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append(at)
        at = joined.find(f" {phrase} ", at + 1)
    return places


def _chain(places: list[tuple[int, int, int]], found: list[list[str]]) -> list[tuple[int, int]]:
    """Return the heaviest selection of places, one a block, that is in order in page and text: (block, place)."""
    order = sorted({at for _, at, _ in places})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(order) + 1)  # a Fenwick tree of maxima
    nodes: list[tuple[int, int, int]] = []  # block, place, node before
    pending: list[tuple[int, float, int]] = []
    last_block = -1

    def query(index: int) -> tuple[float, int]:
        top = (0.0, -1)
        while index > 0:
            top = max(top, best[index])
            index -= index & -index
        return top

    def put(index: int, value: tuple[float, int]) -> None:
        while index < len(best):
            best[index] = max(best[index], value)
            index += index & -index

    for block, at, _ in places:
        if block != last_block:
            for index, value, node in pending:
                put(index, (value, node))
            pending, last_block = [], block
        weight, before = query(bisect_left(order, at))
        nodes.append((block, at, before))
        end = bisect_left(order, at + _length(found[block]) - 1)
        pending.append((max(end, bisect_left(order, at) + 1), weight + len(found[block]), len(nodes) - 1))
    for index, value, node in pending:
        put(index, (value, node))
    node = query(len(order))[1]
    chain = []
    while node >= 0:
        block, at, node = nodes[node]
        chain.append((block, at))
    return chain[::-1]
