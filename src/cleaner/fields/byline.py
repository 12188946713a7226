"""Who wrote an article: bylines with their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.names import read_people

_WIDEST_NAME = 80


@rule("byline", "byline")
def byline(doc: Document) -> Iterator[Mark]:
    """The names that 'By' or its like opens, or that stand beside a date. The value is a tuple of authors."""
    for block in doc.open_blocks():
        for part in metadata_line(doc, block) or ():
            if part.kind == "byline":
                score = 0.9 if part.opened else 0.6
                yield Mark(block.start + part.start, block.start + part.end, "field", "byline", part.value, score)
    yield from _under_opener(doc)


def _under_opener(doc: Document) -> Iterator[Mark]:
    """A name on the line under a bare 'By', as flattened markup leaves it."""
    openers = set(doc.lexicon.terms.get("by", ()))
    for block in doc.open_blocks():
        if block.index and len(block.text) <= _WIDEST_NAME and not doc.marks_on(block):
            above: Block = doc.blocks[block.index - 1]
            if above.text.casefold().rstrip(" :：") in openers:
                people = read_people(block.text, doc.lexicon, handles=True)
                if people:
                    yield Mark(above.start, block.end, "field", "byline", people, 0.7)
