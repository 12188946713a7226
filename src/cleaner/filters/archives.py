"""Headers of archive pages: 'All posts by X', 'Category: Y'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import is_text, key_counts, matched_lines
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_sentence, is_headline, prose_blocks, words

_ONE_WORD = re.compile(r"\w+\s*[:：]")
_MOST_WORDS = 10
_TITLE_WORDS = 4


@rule("archives", "archive-header")
def archives(doc: Document) -> Iterator[Mark]:
    """The line that says of what the page is an archive. A line that stands over every post is no such header."""
    seen = set()
    for block, hit, score in matched_lines(doc, "archives"):
        if words(block.text) <= _MOST_WORDS and not ends_sentence(block.text) and _may_head_page(doc, block):
            seen.add(block.index)
            yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        kinds = {part.kind for part in metadata_line(doc, block) or ()}
        # 'Category: X' heads an archive; under a title or a text it is a field of the text, and 'Filed under: X' always.
        named = kinds and kinds <= {"section", "separator", "junk"} and _ONE_WORD.match(block.text)
        if named and block.index not in seen and _may_head_page(doc, block):
            yield Mark(block.start, block.end, "remove", "archive-header", score=0.8)


def _may_head_page(doc: Document, block: Block) -> bool:
    if key_counts(doc)[doc.key(block)] > 2:
        return False
    if metadata_line(doc, block) is None:
        return True
    return not _has_text_above(doc, block.index) and not is_text(doc, block.index + 1)


def _has_text_above(doc: Document, index: int) -> bool:
    """Tell whether running text or what can be its title stands above."""
    prose = prose_blocks(doc)
    # The page's first line is often its <title>, which says of what it is an archive, too.
    first = 1 if index > 2 else 0
    above = doc.blocks[first:index]
    return any(b.index in prose or (is_headline(b.text) and words(b.text) >= _TITLE_WORDS) for b in above)
