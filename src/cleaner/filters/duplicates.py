"""Text that stands on the page twice."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.shape import width

# Shorter repeats are refrains, labels, table cells, turns of an interview.
_LEAST_WIDTH = 80


@rule("duplicates", "duplicate")
def duplicates(doc: Document) -> Iterator[Mark]:
    """The second and every later copy of a whole paragraph, word for word."""
    first: dict[str, Block] = {}
    for block in doc.open_blocks():
        if block.index == 0 and doc.head is None:  # the page's title, which its headline repeats
            continue
        if width(block.text) >= _LEAST_WIDTH and first.setdefault(block.text, block) is not block:
            yield Mark(block.start, block.end, "remove", "duplicate", score=0.9)
