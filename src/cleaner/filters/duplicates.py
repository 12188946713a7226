"""Text that stands on the page twice."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.shape import is_prose, width

# Shorter repeats are refrains, labels, table cells, turns of an interview.
_LEAST_WIDTH = 80


# A headline stands over running text; elsewhere it is a link to it. So many lines below it are looked at.
_BELOW = 12


@rule("duplicates", "duplicate")
def duplicates(doc: Document) -> Iterator[Mark]:
    """All copies but one of a whole paragraph, word for word: the first stays, of a headline the one over running text."""
    copies: dict[str, list[Block]] = {}
    for block in doc.open_blocks():
        if block.index == 0 and doc.head is None:  # the page's title, which its headline repeats
            continue
        if width(block.text) >= _LEAST_WIDTH:
            copies.setdefault(block.text, []).append(block)
    for text, blocks in copies.items():
        if len(blocks) > 1:
            kept = blocks[0] if is_prose(text) else max(blocks, key=lambda b: _prose_below(doc, b))
            yield from (Mark(b.start, b.end, "remove", "duplicate", score=0.9) for b in blocks if b is not kept)


def _prose_below(doc: Document, block: Block) -> int:
    """Return how many of the lines right below one are running text."""
    return sum(is_prose(b.text) for b in doc.blocks[block.index + 1 : block.index + 1 + _BELOW])
