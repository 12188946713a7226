"""Headlines that stand in a line with their date: lists of posts, on pages that have hardly anything else to read."""

from __future__ import annotations

from cleaner.document import Block, Document
from cleaner.grammar.alike import LEAST_PROSE, leading_link
from cleaner.grammar.dates import line_dates
from cleaner.grammar.entries import articles
from cleaner.grammar.headings import may_head
from cleaner.grammar.shape import ends_sentence, has_letters, width
from cleaner.grammar.tree import prose_width

Span = tuple[int, int]

# So many lines of flat text make a list; none is longer.
_LEAST, _WIDEST = 4, 220
_JOINTS = " \t\u00a0-–—|:·•,()[]"
_DAY = len("2023-11-19")


def dated_titles(doc: Document) -> dict[int, Span]:
    """Return where in their lines the headlines stand that have their date beside them, by the line's index.

    In HTML those of the articles that the markup sets apart, if they are a link and no heading.
    """
    return doc.memo("listing", lambda: _in_links(doc) if doc.head is not None else _in_lines(doc))


def _in_links(doc: Document) -> dict[int, Span]:
    heads = [doc.blocks[e.title] for e in articles(doc) if e.title is not None]
    links = {b.index: leading_link(b) for b in heads if not may_head(b)}
    return {at: link for at, link in links.items() if link is not None and link != (0, len(doc.blocks[at].text))}


def _in_lines(doc: Document) -> dict[int, Span]:
    """Return those of flat text: lines of one form, dates at their beginnings or at their ends, in order."""
    found: dict[str, list[tuple[int, Span, str]]] = {"first": [], "last": []}
    for block in doc.open_blocks():
        line = _dated_line(doc, block)
        if line is not None:
            found[line[0]].append((block.index, line[1], line[2]))
    lines = max(found.values(), key=len)
    days = [day for _, _, day in lines]
    if len(lines) < _LEAST or days not in (sorted(days), sorted(days, reverse=True)) or len(set(days)) == 1:
        return {}
    if len({doc.blocks[at].text[slice(*span)] for at, span, _ in lines}) < len(lines):  # who wrote the posts, and when
        return {}
    titles = {at: span for at, span, _ in lines}
    beside = sum(prose_width(b) for b in doc.open_blocks() if b.index not in titles)
    return titles if beside < LEAST_PROSE else {}


def _dated_line(doc: Document, block: Block) -> tuple[str, Span, str] | None:
    """Return whether the date of a line is the first or the last of it, the span of the rest, and the day."""
    text = block.text
    dates = line_dates(doc, text) if width(text) <= _WIDEST and any(c.isdigit() for c in text) else []
    date = dates[0] if len(dates) == 1 else None
    iso = date.iso if date is not None else None
    if date is None or iso is None or len(iso) < _DAY:
        return None
    above, below = text[: date.start].strip(_JOINTS), text[date.end :].strip(_JOINTS)
    title = above or below
    if (above and below) or not has_letters(title) or ends_sentence(title):
        return None
    start = text.index(title, 0 if above else date.end)
    return "last" if above else "first", (start, start + len(title)), iso[:_DAY]
