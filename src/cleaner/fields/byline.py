"""Who wrote an article: bylines with their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.names import is_person, read_people
from cleaner.grammar.shape import is_headline, words

_WIDEST_NAME = 80
_TITLE_WORDS = 4


@rule("byline", "byline")
def byline(doc: Document) -> Iterator[Mark]:
    """The names that 'By' or its like opens, or that stand beside a date. The value is a tuple of authors."""
    for block in doc.open_blocks():
        for part in metadata_line(doc, block) or ():
            if part.kind == "byline":
                score = 0.9 if part.opened else 0.6
                yield Mark(block.start + part.start, block.start + part.end, "field", "byline", part.value, score)
    yield from _under_opener(doc)
    yield from _bare(doc)


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


def _bare(doc: Document) -> Iterator[Mark]:
    """A name on a line of its own between a headline and a date."""
    for block in doc.open_blocks():
        at = block.index
        if not 0 < at < len(doc.blocks) - 1 or len(block.text) > _WIDEST_NAME or doc.marks_on(block):
            continue
        head, below = doc.blocks[at - 1], doc.blocks[at + 1]
        under_title = (
            is_headline(head.text) and words(head.text) >= _TITLE_WORDS and not is_person(head.text, doc.lexicon)
        )
        dated = any(part.kind in ("published", "modified") for part in metadata_line(doc, below) or ())
        plain = doc.is_open(head) and not doc.marks_on(head) and not metadata_line(doc, head)
        if under_title and plain and dated and len(block.text.split()) in (2, 3) and is_person(block.text, doc.lexicon):
            yield Mark(block.start, block.end, "field", "byline", read_people(block.text, doc.lexicon), 0.6)
