"""Bare names in flat text: which line around the headline of a page's one article says who wrote it.

No word opens such a name, and no markup calls it an author's. What tells it from a menu entry, somebody in a picture and a
topic: the tagger takes the line for a byline, a date stands beside it, an opening word above it, a note on who it is elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import is_introduced, is_phrase, opens_byline
from cleaner.grammar.masthead import anchor, masthead
from cleaner.grammar.names import is_person, read_people, says_role
from cleaner.grammar.shape import ends_sentence
from cleaner.lexicon import line_key
from cleaner.record import Author
from cleaner.tagger.headline import log_odds
from cleaner.tagger.model import predict
from cleaner.tagger.parts import PARTS

# What each sign adds to the tagger's log-odds. On 1,091 flat pages of WCXB and of the weak articles, read by weights trained
# without them, these signs took the right authors from 676 to 707, wrong ones from 74 to 82, those of pages that show none
# from 23 to 26.
_BESIDE, _NEAR, _UNDER_OPENER, _INTRODUCED, _ABOVE, _COMMON = 1.7, 0.7, 1.0, 1.0, -0.5, -1.5
_LEAST = 0.5
# The line next to one that signs, of another author of the article, needs less.
_NEXT = -1.0
_WIDEST, _WIDEST_DATE = 120, 120
_FEWEST_WORDS, _MOST_WORDS = 2, 4
_BYLINE = PARTS.index("byline")
_EDGES = " \u00a0,;:|·•–—-()"
# Bicameral scripts alone have such words.
_SMALL = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
_APART = re.compile(r"\s+[|·•–—-]\s+|\s{2,}")


class Signature(NamedTuple):
    """A line that may sign an article: its block, the span of the names in its text, the people, and how likely in log-odds."""

    block: Block
    start: int
    end: int
    people: tuple[Author, ...]
    likely: float


def signatures(doc: Document) -> list[Signature]:
    """Return the line that most likely signs the one article of a flat page, and those next to it; empty where none does."""
    at = anchor(doc)
    if doc.head is not None or at is None:
        return []
    odds = log_odds(predict(doc).part[:, _BYLINE])
    found = {b.index: s for b in _lines(doc) if (s := _read(doc, b, float(odds[b.index]), doc.key(doc.blocks[at])))}
    best = max(found.values(), key=lambda s: s.likely, default=None)
    if best is None or best.likely < _LEAST:
        return []
    signed = {best.block.index}
    for step in (-1, 1):
        index = best.block.index + step
        while index in found and found[index].likely >= _NEXT and found[index].people != best.people:
            signed.add(index)
            index += step
    return [found[index] for index in sorted(signed)]


def _lines(doc: Document) -> Iterator[Block]:
    """Yield the short lines beside the headline."""
    for index, place in masthead(doc).items():
        if place != "foot" and len(doc.blocks[index].text) <= _WIDEST:
            yield doc.blocks[index]


def _read(doc: Document, block: Block, odds: float, headline: str) -> Signature | None:
    """Read the names of a line, and how likely they sign."""
    dates = line_dates(doc, block.text)
    sides = [(0, dates[0].start), (dates[-1].end, len(block.text))] if dates else [(0, len(block.text))]
    for start, end in sides:
        piece = _APART.split(block.text[start:end].strip(_EDGES))[0].strip(_EDGES)
        people = _people(doc, piece)
        if people and f" {line_key(people[0].name)} " not in f" {headline} ":
            start = block.text.index(piece, start)
            return Signature(block, start, start + len(piece), people, odds + _signs(doc, block, people[0].name, bool(dates)))
    return None


def _people(doc: Document, piece: str) -> tuple[Author, ...]:
    """Return the people that a piece of a line names in full, and nothing but these."""
    if not piece or ends_sentence(piece) or is_phrase(doc, piece):
        return ()
    people = read_people(piece, doc.lexicon) or ()
    full = all(_FEWEST_WORDS <= len(p.name.split()) <= _MOST_WORDS and is_person(p.name, doc.lexicon) for p in people)
    return people if full and not any(says_role(p.name, doc.lexicon) for p in people) else ()


def _signs(doc: Document, block: Block, name: str, dated: bool) -> float:
    """Return what stands around a name adds to the log-odds that it signs."""
    around = {n: _is_dated(doc, block.index + n) for n in (-2, -1, 1, 2)}
    points = _BESIDE if dated or around[-1] or around[1] else 0.0
    points += _NEAR if around[-2] or around[2] else 0.0
    points += _UNDER_OPENER if block.index and opens_byline(doc, doc.blocks[block.index - 1]) else 0.0
    points += _INTRODUCED if is_introduced(doc, name) else 0.0
    points += _COMMON if any(word.lower() in _small_words(doc) for word in name.split() if word[0].isupper()) else 0.0
    return points + (_ABOVE if masthead(doc)[block.index] == "above" else 0.0)


def _small_words(doc: Document) -> set[str]:
    """Return the words that the page has in lower case: those of a name are seldom among them."""
    return doc.memo("signature.words", lambda: {word for b in doc.blocks for word in _SMALL.findall(b.text) if word.islower()})


def _is_dated(doc: Document, index: int) -> bool:
    text = doc.blocks[index].text if 0 <= index < len(doc.blocks) else ""
    return len(text) <= _WIDEST_DATE and bool(line_dates(doc, text))
