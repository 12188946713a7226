"""Source lines: 'Source: X, November 19, 2023' and their many other shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import FoundDate, date_reader, line_dates
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import URL, ends_sentence, prose_blocks, width, words
from cleaner.lexicon import Lexicon, any_of_phrases
from cleaner.lexicon.phrases import phrase_key
from cleaner.record import Source

_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)、]|\[\d{1,2}\]|[•*·–-])\s*")
_TRIM = " \t\u00a0,;:，、،：；|/–—-"
_WIDEST = 320
_MOST_NAME_WORDS = 12
# So many words name a publisher where no colon says that it is one; so many lines are a list of sources.
_MOST_BARE = 6
_MOST_LISTED = 40
# How sure a line is one: with an opening word, without.
_OPENED, _BARE = 0.95, 0.8
_READ_ON = frozenset(("read-more", "read-rest", "related"))
# Between the publisher and a date, and between dates, there may be nothing but this.
_NEXT = re.compile(r"\s*[;,；，、/|]\s*(?:and\s+)?(?=\S)")
_JOINT = re.compile(r"^[\s,;，、；|/&–—()（）-]*(?:and|und|et|y|e|и|和)?\s*$")


@rule("source", "source")
def source(doc: Document) -> Iterator[Mark]:
    """Lines that say where an article's facts or text come from. The value is a tuple of sources, each with the line.

    Without an opening word ('Publisher, date') a line is one only right under the end of a text, and not
    over one.
    """
    found: dict[int, tuple[tuple[Source, ...], float]] = {}
    # 'Read the article: X' is a link that reads on, and says where.
    blocks = [b for b in doc.blocks if doc.is_open(b) or not _READ_ON.isdisjoint(doc.labels_on(b))]
    for at, block in enumerate(blocks):
        if width(block.text) <= _WIDEST:
            sources, score = _read(doc, block)
            if sources and (score >= _OPENED or (doc.is_open(block) and _closes_text(doc, blocks, at, found))):
                found[block.index] = sources, score
    listed = _listed(doc, blocks, found)
    for index, (sources, score) in sorted((found | listed).items()):
        block = doc.blocks[index]
        yield Mark(block.start, block.end, "field", "source", value=sources, score=score)


def _listed(
    doc: Document, blocks: list[Block], found: dict[int, tuple[tuple[Source, ...], float]]
) -> dict[int, tuple[tuple[Source, ...], float]]:
    """Return the lines of a list under 'Sources' or the like on a line of its own, and that line, which names none."""
    listed: dict[int, tuple[tuple[Source, ...], float]] = {}
    openers = {phrase_key(w) for w in doc.lexicon.terms.get("source", ())}
    for at, head in enumerate(blocks):
        if phrase_key(head.text.rstrip(" :：")) not in openers:
            continue
        items = list(takewhile(lambda b: b.index in found or _NUMBER.match(b.text), blocks[at + 1 : at + 1 + _MOST_LISTED]))
        if items:
            listed[head.index] = (), _OPENED
            listed |= {b.index: found.get(b.index) or ((_item(doc, b.text),), _OPENED) for b in items}
    return listed


def _item(doc: Document, line: str) -> Source:
    number = _NUMBER.match(line)
    return _one(doc, line, number.end() if number else 0)[0]


def _read(doc: Document, block: Block) -> tuple[tuple[Source, ...], float]:
    """Return the sources that a line names, and how sure it is a source line; none where it is none."""
    line = block.text
    number = _NUMBER.match(line)
    at = number.end() if number else 0
    opener = _opener(doc.lexicon)
    opened = opener.match(line, at) if opener else None
    at = opened.end() if opened else at
    first, end = _one(doc, line, at)
    name = first.publisher or ""
    if opened:
        fits = words(name) <= _MOST_NAME_WORDS and (name or first.url) and not name.endswith((".", "?", "!"))
        return ((*_apart(first), *_more(doc, line, end)), _OPENED) if fits else ((), 0.0)
    bare = _bare_opener(doc.lexicon)
    opened = bare.match(line, at) if bare else None
    if opened:  # 'Via X', 'h/t X'
        first, _ = _one(doc, line, opened.end())
        name = first.publisher or ""
        return ((first,), _BARE) if 0 < words(name) <= _MOST_BARE and name[0].isupper() and not ends_sentence(name) else ((), 0.0)
    return ((first,), _BARE) if _is_bare(line, at, first, end) else ((), 0.0)


def _apart(source: Source) -> Iterator[Source]:
    """Yield the sources of a list without dates: 'Sources: X; Y'."""
    names = [name.strip() for name in re.split(r"[;；]", source.publisher or "")]
    if source.dates or source.url or len(names) < 2 or not all(0 < words(name) <= _MOST_BARE for name in names):
        yield source
        return
    yield from (replace(source, publisher=name) for name in names)


def _one(doc: Document, line: str, at: int) -> tuple[Source, int]:
    """Return the source that begins at `at`, and where its last date ends (`at` without dates)."""
    dates = _joined(line, [d for d in line_dates(doc, line) if d.start >= at])
    url = URL.search(line, at)
    ends = [d.start for d in dates[:1]] + ([url.start()] if url else [])
    raw_name = line[at : min(ends, default=len(line))]
    values = [d.iso for d in dates if d.iso]
    # 'X, November 5 and November 6, 2023': the first date has its year from the next.
    for vague in date_reader(doc).find(raw_name) if values else ():
        dated = date_reader(doc).find(f"{raw_name[vague.start : vague.end]}, {values[0][:4]}")
        values[:0] = [d.iso for d in dated if d.iso][:1]
        raw_name = raw_name[: vague.start]
        break
    name = raw_name.strip(_TRIM).rstrip("(（[ ")
    if "(" not in name and "（" not in name:
        name = name.rstrip(")）]")
    return Source(line, name or None, tuple(values), url.group() if url else None), dates[-1].end if dates else at


def _more(doc: Document, line: str, at: int) -> Iterator[Source]:
    """Yield the further sources of a line: '; Publisher, date'. Each has a date of its own."""
    while joint := _NEXT.match(line, at):
        found, end = _one(doc, line, joint.end())
        name = found.publisher or ""
        if end <= joint.end() or not found.dates or not 0 < words(name) <= 8 or name[0].islower() or name[0].isdigit():
            return
        yield found
        at = end


def _is_bare(line: str, at: int, source: Source, end: int) -> bool:
    """Tell whether a line is 'Publisher, date(, date)' and no more than debris stuck to the last date."""
    name = source.publisher or ""
    if not name or words(name) > 8 or not (name[0].isupper() or not name[0].isascii()) or name[-1] in ".!?。":
        return False
    joint = line[line.index(name, at) + len(name) :]
    if not source.dates or len(source.dates[0]) < 10 or not re.match(r"\s*[,，、|–—-]", joint):
        return False
    rest = line[end:]
    return not rest.strip(_TRIM + ".") or not rest[0].isspace()


def _joined(line: str, dates: list[FoundDate]) -> list[FoundDate]:
    """Return the dates that follow the first one directly; what debris holds behind them is no date of the line."""
    kept = dates[:1]
    for later in dates[1:]:
        if not _JOINT.match(line[kept[-1].end : later.start]):
            break
        kept.append(later)
    return kept


def _closes_text(
    doc: Document, blocks: list[Block], at: int, found: dict[int, tuple[tuple[Source, ...], float]]
) -> bool:
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
def _bare_opener(lexicon: Lexicon) -> re.Pattern[str] | None:
    openers = lexicon.terms.get("source-bare", ())
    return re.compile(rf"[(（\[]?\s*(?:{any_of_phrases(openers)})\s+(?=\w)", re.IGNORECASE) if openers else None


@lru_cache(maxsize=32)
def _opener(lexicon: Lexicon) -> re.Pattern[str] | None:
    openers = lexicon.terms.get("source", ())
    if not openers:
        return None
    return re.compile(rf"[(（\[]?\s*(?:{any_of_phrases(openers)})\s*[:：]\s*", re.IGNORECASE)
