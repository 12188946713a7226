"""What a publisher or an author's page says of itself at the end of a text."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import matched_lines
from cleaner.grammar.shape import prose_blocks, width

_WIDEST = 900


@rule("publisher", "publisher-description", "author-bio")
def publisher(doc: Document) -> Iterator[Mark]:
    """'X is written and produced by Y', 'X was established to ...; follow us on ...', 'View all posts by Z'."""
    for block, hit, score in matched_lines(doc, "publisher"):
        if hit.label == "author-bio":
            yield Mark(block.start, block.end, "remove", hit.label, score=score)
        elif width(block.text) <= _WIDEST and _ends_text(doc, block.index):
            yield Mark(block.start, block.end, "remove", hit.label, score=0.85)


def _ends_text(doc: Document, index: int) -> bool:
    """Tell whether no running text follows before the next junk, headline or end: it closes an article."""
    below = index + 1
    return below >= len(doc.blocks) or below not in prose_blocks(doc) or not doc.is_open(doc.blocks[below])
