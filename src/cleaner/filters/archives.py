"""Headers of archive pages: 'All posts by X', 'Category: Y'."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import key_counts, matched_lines
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_sentence, is_headline, prose_blocks, words

_MOST_WORDS = 10
_TITLE_WORDS = 4


@rule("archives", "archive-header")
def archives(doc: Document) -> Iterator[Mark]:
    """The line that says of what the page is an archive. A line that stands over every post is no such header."""
    for block, hit, score in matched_lines(doc, "archives"):
        if words(block.text) > _MOST_WORDS or ends_sentence(block.text) or key_counts(doc)[doc.key(block)] > 2:
            continue
        # Under a text 'Category: X' is a field of the text.
        if metadata_line(doc, block) and _has_text_above(doc, block.index):
            continue
        yield Mark(block.start, block.end, "remove", hit.label, score=score)


def _has_text_above(doc: Document, index: int) -> bool:
    """Tell whether running text or what can be its title stands above."""
    prose = prose_blocks(doc)
    return any(b.index in prose or (is_headline(b.text) and words(b.text) >= _TITLE_WORDS) for b in doc.blocks[1:index])
