"""Metadata stubs: 'Published / on', 'by', '4 min read', whose value was lost or is no field of a record."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import matched_lines
from cleaner.grammar.shape import has_letters, words

_SMALL = 2  # 'on', 'by', '于': nothing without a neighbour


@rule("stubs", "date-stub")
def stubs(doc: Document) -> Iterator[Mark]:
    """'Published on' without a date, on one line or split over two, reading times, view counts."""
    found = {block.index: hit.exact for block, hit, _ in matched_lines(doc, "stubs")}
    for index, exact in found.items():
        block = doc.blocks[index]
        if not has_letters(block.text) or words(block.text) > 8:
            continue
        small = len(doc.key(block)) <= _SMALL
        if small and not _has_support(doc, index, found):
            continue
        yield Mark(block.start, block.end, "remove", "date-stub", score=0.9 if exact else 0.75)


def _has_support(doc: Document, index: int, found: dict[int, bool]) -> bool:
    """Tell whether a small word belongs to a stub above it or to a date beside it."""
    above = index - 1
    if above in found and len(doc.key(doc.blocks[above])) > _SMALL:
        return True
    return any(
        0 <= i < len(doc.blocks) and len(doc.blocks[i].text) < 60 and bool(line_dates(doc, doc.blocks[i].text))
        for i in (index - 1, index + 1)
    )
