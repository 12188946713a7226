"""Scores of text and records against gold. Words: runs of \\w, lower-cased, NFKC; Chinese and Japanese by character."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")

MATCH = 0.5
STRICT = 0.9


class Scores(NamedTuple):
    """Precision, recall and F1, each 0..1."""

    precision: float
    recall: float
    f1: float


def words(text: str) -> Counter[str]:
    """Return the bag of words of a text."""
    return Counter(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


def word_scores(found: str, gold: str) -> Scores:
    """Compare two texts as bags of words; an empty gold scores 1 only for an empty text.

    >>> word_scores("a b c d", "a b x y")
    Scores(precision=0.5, recall=0.5, f1=0.5)
    """
    ours, theirs = words(found), words(gold)
    if not theirs or not ours:
        return Scores(*[float(not ours and not theirs)] * 3)
    common = sum((ours & theirs).values())
    precision, recall = common / sum(ours.values()), common / sum(theirs.values())
    return Scores(precision, recall, f1(precision, recall))


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean, 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def whole(record: Mapping[str, Any]) -> str:
    """Return the text by which records are matched: title and body."""
    return f"{record['title'] or ''}\n{record['body']}"


def same_title(found: str | None, gold: str | None) -> bool:
    """Tell whether two titles are the same words in the same order, however they are encoded.

    >>> same_title("Tea: the drink\u00adable", "Tea – the drinkable"), same_title("Tea", None)
    (True, False)
    """
    ours, theirs = (_WORD.findall(unicodedata.normalize("NFKC", title or "").replace("\u00ad", "").lower()) for title in (found, gold))
    return ours == theirs


def same_date(found: str | None, gold: str | None) -> bool:
    """Tell whether two dates are the same day; the time of the day does not count."""
    return (found or "")[:10] == (gold or "")[:10]


def names(found: Iterable[str]) -> list[str]:
    """Return names as they are compared: case-folded, spaces evened out, in order."""
    return sorted(plain(name) for name in found)


def plain(text: str) -> str:
    """Return a text as snippets and names are compared: case-folded, spaces evened out.

    >>> plain("  Read\\tMORE ")
    'read more'
    """
    return " ".join(text.casefold().split())


def snippets_in(snippets: Iterable[str], text: str) -> int:
    """Return how many of the snippets stand in the text.

    >>> snippets_in(["Read more", "tea  with milk"], "Tea with\\nmilk is good.")
    1
    """
    text = plain(text)
    return sum(plain(snippet) in text for snippet in snippets)


def match(found: Sequence[Mapping[str, Any]], gold: Sequence[Mapping[str, Any]]) -> list[tuple[int, int, float]]:
    """Match records one to one, best word F1 of title and body first, down to `MATCH`: (found, gold, F1)."""
    pairs = [
        (score, -i, -k)
        for i, ours in enumerate(found)
        for k, theirs in enumerate(gold)
        if (score := word_scores(whole(ours), whole(theirs)).f1) >= MATCH
    ]
    taken: list[tuple[int, int, float]] = []
    for score, i, k in sorted(pairs, reverse=True):
        if all(-i != a and -k != b for a, b, _ in taken):
            taken.append((-i, -k, score))
    return sorted(taken)
