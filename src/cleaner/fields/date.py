"""When an article was published, and when changed: from the dates of metadata lines, and from what the markup calls dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as day
from functools import lru_cache

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import FoundDate, iso_date, line_dates, split_dates
from cleaner.grammar.dayorder import address_day, is_open
from cleaner.grammar.entries import articles
from cleaner.grammar.head import said
from cleaner.grammar.headings import page_title
from cleaner.grammar.linereader import Part
from cleaner.grammar.listing import dated_titles
from cleaner.grammar.masthead import claimed, farther, footers, masthead, readable
from cleaner.grammar.metaline import read_line
from cleaner.grammar.shape import ends_sentence, is_prose, width
from cleaner.grammar.tree import in_figure, named_spans, prose_width
from cleaner.lexicon import Lexicon, any_of_phrases
from cleaner.markup import Element

_NAMES = frozenset(("time", "date", "datetime", "published", "posted", "timestamp", "pubdate", "datepublished", "datemodified", "updated", "modified"))
_CHANGED = frozenset(("updated", "modified", "datemodified"))
_FIRST = frozenset(("published", "datepublished", "posted", "pubdate"))
_WIDEST = 120
_DAY = len("2023-11-19")
# How sure a date is: given by markup, of a line that can be read, of an element called a date, somewhere in a short line.
_GIVEN, _READ, _NAMED, _LOOSE = 0.92, 0.9, 0.85, 0.7
# A page shows its date beside its headline; what it says out of sight (up to 0.93) is less sure than that.
_SHOWN = {"below": 0.02, "above": 0.015}
# What both say is surer still; a date elsewhere on such a page is another article's or a comment's.
_AGREED, _FOOT, _ELSEWHERE = 0.02, -0.05, -0.3
_FAR = 0.5
_VAGUE = 0.3
# A date that can be read in two ways.
_OPEN, _OPEN_BESIDE = 0.6, 0.65


@rule("date", "published", "modified")
def date(doc: Document) -> Iterator[Mark]:
    """The dates of metadata lines, of `<time>`, and of elements called a date. A date in running text, in a caption
    or in a source line is none.
    """  # noqa: D205
    published = bool(said(doc, "published"))
    split = list(split_dates(doc))
    for first, last, whole in split:
        score = _OPEN if whole.ambiguous else _READ
        yield Mark(doc.blocks[first].start, doc.blocks[last].end, "field", "published", whole.iso, score)
    taken = {i for first, last, _ in split for i in range(first, last + 1)}
    for block in readable(doc):
        if block.index in taken:
            continue
        if "source" in doc.labels_on(block) or in_figure(block):
            continue
        parts = [p for p in read_line(doc, block) or () if p.kind in ("published", "modified")]
        found = [*_written(doc, block, parts), *(_marked(doc, block, parts) if doc.head is not None else ())]
        if not any(mark.label == "published" for mark in found):
            found += _beside(doc, block) or _loose(doc, block, found)
        yield from found
        published = published or any(mark.label == "published" for mark in found)
    if not published and doc.head is not None:
        yield from _far(doc)


def _beside(doc: Document, block: Block) -> list[Mark]:
    """Return the date that stands beside a headline in the line."""
    title = dated_titles(doc).get(block.index)
    if title is None:
        return []
    found = [d for d in line_dates(doc, block.text) if d.end <= title[0] or d.start >= title[1]]
    return [_mark(doc, block, (d.start, d.end), d.iso, kind="published", score=_READ, ambiguous=d.ambiguous) for d in found[:1]]


def _far(doc: Document) -> Iterator[Mark]:
    """The date that is nearest to the headline where nothing else tells one; else one that a footer calls the article's, or
    the one in the page's address.
    """  # noqa: D205
    at = page_title(doc)
    starts = [doc.blocks[at].start] if at is not None and masthead(doc) else []
    if at is None and len(articles(doc)) <= 1:
        starts = [b.start for b in doc.open_blocks() if prose_width(b)][:1]
    if not starts:
        return
    near = [d for block in farther(doc) for d in _days(doc, block)[:1]]
    if at is None and len({d[:_DAY] for d in near}) > 1:  # a list
        near = []
    signed = [d for block in footers(doc) for d in _days(doc, block, opened=True)]
    told = iso_date(address_day(doc)) if at is not None else None
    if near or signed:
        yield Mark(starts[0], starts[0], "field", "published", (near or signed)[0], _FAR)
    elif told is not None:
        yield Mark(starts[0], starts[0], "field", "published", told, _FAR, origin="meta")


def _days(doc: Document, block: Block, *, opened: bool = False) -> list[str]:
    """Return the dates of publication in a metadata line, only those that a word opens where this is asked."""
    parts = [p for p in read_line(doc, block) or () if p.kind == "published" and isinstance(p.value, FoundDate)]
    found = [p.value for p in parts if isinstance(p.value, FoundDate) and (p.start < p.value.start or not opened)]
    return [value.iso for value in found if value.iso is not None]


def _written(doc: Document, block: Block, parts: list[Part]) -> Iterator[Mark]:
    """The dates of a metadata line."""
    for part in parts:
        if isinstance(part.value, FoundDate):
            opened = part.start < part.value.start
            above = "" if opened or part.start else _opener(doc, block, 0)
            kind = "modified" if above == "updated" else part.kind
            yield _mark(doc, block, (part.start, part.end), part.value.iso, kind=kind, score=_READ, opened=opened, ambiguous=part.value.ambiguous)


def _marked(doc: Document, block: Block, parts: list[Part]) -> Iterator[Mark]:
    """The dates that the markup calls so: a `datetime` says more than the text, which may be '2 days ago'."""
    spans = list(named_spans(block, _NAMES))
    for start, end, element in spans:
        text = block.text[start:end]
        if width(text) > _WIDEST or (ends_sentence(block.text) and _FIRST.isdisjoint(element.words)):
            continue
        seen = next((d for d in line_dates(doc, text)), None)
        given = _given(doc, element, seen)
        iso = given or (seen.iso if seen is not None else None)
        if iso is None:
            continue
        if given is None and seen is not None:
            start, end = start + seen.start, start + seen.end
        # The word that opens the date ('Published:') goes with it.
        around = [p for p in parts if p.start <= start and end <= p.end]
        start = min([p.start for p in around], default=start)
        both = any(not _FIRST.isdisjoint(e.words) for _, _, e in spans)
        changed = {p.kind for p in around or parts} == {"modified"} or _opener(doc, block, start) == "updated"
        # In the hAtom format 'updated' is the class of an entry's one date.
        named = not _CHANGED.isdisjoint(element.words) and _FIRST.isdisjoint(element.words)
        prop = element.get("itemprop").lower()
        # 'Last updated' before what the markup calls the date of publication: there is no other date.
        changed = (changed or (named and both)) and "datepublished" not in prop
        kind = "modified" if changed or "datemodified" in prop else "published"
        score = (_GIVEN if given else _NAMED) - (0.2 if named and kind == "published" else 0.0)
        opened = kind == "modified" or bool(_opener(doc, block, start))
        yield _mark(doc, block, (start, end), iso, kind=kind, score=score, opened=opened, ambiguous=not given and seen is not None and seen.ambiguous, given=bool(given))


def _given(doc: Document, element: Element, seen: FoundDate | None) -> str | None:
    """Return the date that an element's attributes give, unless they count days by another clock than the text does."""
    raw = (element.get("datetime") or element.get("content")) if element.attrs else ""
    given = next((d.iso for d in line_dates(doc, raw)), None) if is_open(raw) else iso_date(raw)
    if given is None or seen is None or seen.iso is None or seen.ambiguous or min(len(given), len(seen.iso)) < _DAY:
        return given
    return None if _apart(given, seen.iso) == 1 and len(given) > _DAY else given


def _loose(doc: Document, block: Block, known: list[Mark]) -> Iterator[Mark]:
    """The other dates of a line beside the headline that is no running text, whatever else it says; at the foot those that a word opens."""
    place = masthead(doc).get(block.index)
    if place is None or width(block.text) > _WIDEST or is_prose(block.text):
        return
    for found in line_dates(doc, block.text):
        if any(m.start < block.start + found.end and block.start + found.start < m.end for m in known):
            continue
        opener = _opener(doc, block, found.start)
        if place not in _SHOWN and not opener:
            continue
        kind = "modified" if opener == "updated" else "published"
        yield _mark(doc, block, (found.start, found.end), found.iso, kind=kind, score=_LOOSE, opened=bool(opener), ambiguous=found.ambiguous)


def _mark(
    doc: Document, block: Block, span: tuple[int, int], iso: str | None, *,
    kind: str, score: float, opened: bool = False, ambiguous: bool = False, given: bool = False,
) -> Mark:  # fmt: skip
    place = masthead(doc).get(block.index, "")
    if ambiguous:
        score = _OPEN_BESIDE if place in _SHOWN else _OPEN
    elif place == "foot":
        score += _FOOT
    elif place and score >= _NAMED:
        score = max(score, _GIVEN + 0.01 * given) + _SHOWN[place]
    elif not place and masthead(doc):
        score += _ELSEWHERE
    if iso is not None and len(iso) < _DAY:
        score -= _VAGUE
    if kind == "published" and not opened and iso is not None and _is_of_change(doc, iso):
        kind = "modified"
    if place in _SHOWN and kind == "published" and iso is not None and iso[:_DAY] in _said_days(doc, kind):
        score += _AGREED
    start, end = claimed(doc, block, span, score)
    return Mark(start, end, "field", kind, iso, round(score, 3), origin="markup" if given else "text")


def _is_of_change(doc: Document, iso: str) -> bool:
    """Tell whether the page's metadata calls that day, or the one beside it by another clock, one of a change and no other that of publication."""
    published, modified = _said_days(doc, "published"), _said_days(doc, "modified")
    if not published or len(iso) < _DAY or iso[:_DAY] in published:
        return False
    return iso[:_DAY] in modified or (_is_near(iso, modified) and not _is_near(iso, published))


def _said_days(doc: Document, field: str) -> frozenset[str]:
    """Return the days that the page's metadata names for publication or change."""

    def days() -> frozenset[str]:
        return frozenset(found[:_DAY] for value in said(doc, field) if (found := iso_date(value)) is not None)

    return doc.memo(f"date.{field}", days)


def _is_near(iso: str, days: frozenset[str]) -> bool:
    return any(len(other) == _DAY and _apart(iso, other) <= 1 for other in days)


def _apart(iso: str, other: str) -> int:
    return abs((day.fromisoformat(iso[:_DAY]) - day.fromisoformat(other[:_DAY])).days)


def _opener(doc: Document, block: Block, at: int) -> str:
    """Return which kind of word opens the date at `at` of a line: `updated`, `published`, or none (`""`)."""
    pattern = _openers(doc.lexicon)
    if pattern is None:
        return ""
    found = list(pattern.finditer(block.text, max(at - _WIDEST, 0), at))
    if found:
        return found[-1].lastgroup or ""
    above = doc.blocks[block.index - 1].text if block.index and not block.text[:at].strip() else ""
    whole = pattern.fullmatch(above.rstrip(" :：")) if len(above) <= _WIDEST else None
    return whole.lastgroup or "" if whole else ""


@lru_cache(maxsize=32)
def _openers(lexicon: Lexicon) -> re.Pattern[str] | None:
    words = {kind: [w for w in lexicon.terms.get(kind, ()) if width(w) > 3] for kind in ("updated", "published")}
    parts = [rf"(?P<{kind}>{any_of_phrases(found)})(?!\w)" for kind, found in words.items() if found]
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + ")", re.IGNORECASE) if parts else None
