"""What stands outside of the element that holds the page's running text."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.entries import entries
from cleaner.grammar.tree import amounts, holder, prose_width
from cleaner.markup import Element

# The element holds this share of the running text that is left, which is so much at least.
_SHARE = 0.8
_LEAST_PROSE = 400


@rule("outside", "outside-main")
def outside(doc: Document) -> Iterator[Mark]:
    """All but headlines outside of the smallest element that holds most of the running text."""
    if doc.head is None:
        return
    left = doc.open_blocks()
    prose = amounts(left, prose_width)
    total = max(prose.values(), default=0.0)
    if total < _LEAST_PROSE:
        return
    main = max((e for e in prose if prose[e] >= _SHARE * total), key=lambda e: e.order)
    inside: dict[Element, bool | None] = {main: True}
    inside |= {entry.element: True for entry in entries(doc) if entry.element is not None}
    for block in left:
        if block.markup is None or holder(block.markup.element, inside):
            continue
        if block.markup.level != 1 and not prose_width(block):
            yield Mark(block.start, block.end, "remove", "outside-main", score=0.5)
