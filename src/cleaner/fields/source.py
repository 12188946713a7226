"""Source lines: 'Source: X, November 19, 2023' and their many other shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import FoundDate, line_dates
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_sentence, prose_blocks, width, words
from cleaner.lexicon import Lexicon, any_of_phrases
from cleaner.record import Source

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)、]|\[\d{1,2}\]|[•*·–-])\s*")
_URL = re.compile(r"https?://[^\s<>\"'，。）)\]]+")
_TRIM = " \t\u00a0,;:，、،：；|/–—-"
_WIDEST = 320
_MOST_NAME_WORDS = 12
# Between the publisher and a date, and between dates, there may be nothing but this.
_JOINT = re.compile(r"^[\s,;，、；|/&–—()（）-]*(?:and|und|et|y|e|и|和)?\s*$")


@rule("source", "source")
def source(doc: Document) -> Iterator[Mark]:
    """Lines that say where an article's facts or text come from. The value keeps the line as it stands.

    Without an opening word ('Publisher, date') a line is one only right under the end of a text, and not
    over one.
    """
    found: dict[int, tuple[Source, float]] = {}
    blocks = doc.open_blocks()
    for at, block in enumerate(blocks):
        if width(block.text) <= _WIDEST:
            value, score = _read(doc, block)
            if value is not None and (score >= 0.9 or _closes_text(doc, blocks, at, found)):
                found[block.index] = value, score
    for index, (value, score) in found.items():
        block = doc.blocks[index]
        yield Mark(block.start, block.end, "field", "source", value=value, score=score)


def _read(doc: Document, block: Block) -> tuple[Source | None, float]:
    line = block.text
    number = _NUMBER.match(line)
    at = number.end() if number else 0
    opener = _opener(doc.lexicon)
    opened = opener.match(line, at) if opener else None
    at = opened.end() if opened else at
    dates = _joined(line, [d for d in line_dates(doc, line) if d.start >= at])
    url = _URL.search(line, at)
    ends = [d.start for d in dates[:1]] + ([url.start()] if url else [])
    name = line[at : min(ends, default=len(line))].strip(_TRIM).rstrip("(（[ ")
    source_ = Source(line, name or None, tuple(d.iso for d in dates if d.iso), url.group() if url else None)
    if opened:
        fits = words(name) <= _MOST_NAME_WORDS and (name or url) and not name.endswith((".", "?", "!"))
        return (source_, 0.95) if fits else (None, 0.0)
    bare = bool(dates) and _is_bare(line, at, name, dates) and doc.key(block) not in ("",)
    return (source_, 0.8) if bare else (None, 0.0)


def _is_bare(line: str, at: int, name: str, dates: list[FoundDate]) -> bool:
    """Tell whether a line is 'Publisher, date(, date)' and no more than debris stuck to the last date."""
    if not name or words(name) > 8 or not (name[0].isupper() or not name[0].isascii()) or name[-1] in ".!?。":
        return False
    if not re.search(r"[,，、|–—-]\s*$", line[at : dates[0].start]) or len(dates[0].iso or "") < 10:
        return False
    rest = line[dates[-1].end :]
    return not rest.strip(_TRIM + ".") or not rest[0].isspace()


def _joined(line: str, dates: list[FoundDate]) -> list[FoundDate]:
    """Return the dates that follow the first one directly; what debris holds behind them is no date of the line."""
    kept = dates[:1]
    for later in dates[1:]:
        if not _JOINT.match(line[kept[-1].end : later.start]):
            break
        kept.append(later)
    return kept


def _closes_text(doc: Document, blocks: list[Block], at: int, found: dict[int, tuple[Source, float]]) -> bool:
    """Tell whether running text or another source line stands above, and no running text below."""
    # A byline or a credit may stand between a text and its source.
    above = next((b for b in reversed(blocks[max(at - 4, 0) : at]) if not metadata_line(doc, b)), None)
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    prose = prose_blocks(doc)
    if above is None or (below is not None and below.index in prose):
        return False
    return above.index in found or above.index in prose or _is_sentence(above.text)


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and words(text) >= 4


@lru_cache(maxsize=32)
def _opener(lexicon: Lexicon) -> re.Pattern[str] | None:
    openers = lexicon.terms.get("source", ())
    if not openers:
        return None
    return re.compile(rf"(?:{any_of_phrases(openers)})\s*[:：]\s*", re.IGNORECASE)
