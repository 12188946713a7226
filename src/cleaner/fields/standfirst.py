"""The standfirst: the summary between an article's title and its text."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.shape import prose_blocks, width

_WIDEST = 700
_NARROWEST = 30
_META = frozenset({"byline", "published", "modified", "date-stub"})


@rule("standfirst", "standfirst")
def standfirst(doc: Document) -> Iterator[Mark]:
    """A summary set apart from the text by an extra blank line, or by the byline under it."""
    prose = prose_blocks(doc)
    for start, end in doc.articles():
        blocks = [b for b in doc.blocks_in(start, end) if b.start >= start]
        titles = [i for i, b in enumerate(blocks) if "title" in doc.labels_on(b)]
        if titles:
            found = _below_title(doc, blocks[titles[0] + 1 :], prose)
            if found is not None:
                yield Mark(found.start, found.end, "field", "standfirst", found.text, 0.75)


def _below_title(doc: Document, blocks: list[Block], prose: set[int]) -> Block | None:
    unmarked = [i for i, b in enumerate(blocks) if doc.is_open(b) and not doc.marks_on(b)]
    if len(unmarked) < 2:
        return None
    first, second = unmarked[0], unmarked[1]
    block, below = blocks[first], blocks[second]
    if not _NARROWEST <= width(block.text) <= _WIDEST or below.index not in prose:
        return None
    between = blocks[first + 1 : second]
    signed = any(doc.labels_on(b) & _META for b in between) and not any(
        "byline" in doc.labels_on(b) for b in blocks[:first]
    )
    if signed and all(doc.labels_on(b) for b in between):
        return block
    # One blank line more than between the paragraphs that follow.
    apart = not between and below.gap > block.gap and below.gap >= 2 and block.index in prose
    later = [b.gap for b in blocks[second + 1 :] if b.index in prose]
    return block if apart and later and later[0] < below.gap else None
