"""Metadata stubs: 'Published / on', 'by', '4 min read', whose value was lost or is no field of a record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import matched_lines
from cleaner.grammar.shape import has_letters, is_headline, prose_blocks, words

_LONG = 8
# Each article of a page has its own '172 words'.
_OFTEN = 3
_NUMBER = re.compile(r"\d+")
_SMALL = 2  # 'on', 'by', '于': nothing without a neighbour


@rule("stubs", "date-stub")
def stubs(doc: Document) -> Iterator[Mark]:
    """'Published on' without a date, on one line or split over two, reading times, view counts."""
    found = {block.index: score for block, _, score in matched_lines(doc, "stubs")}
    counts = Counter(form for index in found if "#" in (form := _form(doc, index)))
    for index, score in found.items():
        block = doc.blocks[index]
        if not has_letters(block.text) or words(block.text) > 8:
            continue
        supported = _has_support(doc, index, found) or counts[_form(doc, index)] >= _OFTEN or (len(doc.key(block)) >= _LONG and _is_under_headline(doc, index))
        if supported or len(doc.key(block)) > _SMALL:
            yield Mark(block.start, block.end, "remove", "date-stub", score=0.9 if supported else score)


def _form(doc: Document, index: int) -> str:
    """Return a line with `#` for each number."""
    return _NUMBER.sub("#", doc.key(doc.blocks[index]))


def _is_under_headline(doc: Document, index: int) -> bool:
    return index > 0 and is_headline(doc.blocks[index - 1].text) and index - 1 not in prose_blocks(doc)


def _has_support(doc: Document, index: int, found: dict[int, float]) -> bool:
    """Tell whether a word belongs to a stub above or below it, or to a date beside it."""
    if index - 1 in found or index + 1 in found:
        return True
    return any(
        0 <= i < len(doc.blocks) and len(doc.blocks[i].text) < 60 and bool(line_dates(doc, doc.blocks[i].text))
        for i in (index - 1, index + 1)
    )
