"""Who wrote an article: bylines with their affiliations."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import is_text
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.names import is_person, read_people
from cleaner.grammar.shape import is_headline, words
from cleaner.grammar.tree import named_spans
from cleaner.lexicon.phrases import phrase_key

_WIDEST_NAME = 80
_WIDEST_MARKED = 200
_AUTHOR_WORDS = 5
_NAMES = frozenset(("author", "authors", "byline", "rel=author", "fn", "writer", "reporter", "auteur", "autor"))
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
    if doc.head is not None:
        yield from _marked(doc)


def _marked(doc: Document) -> Iterator[Mark]:
    """The names that the markup calls an author's: rel=author, itemprop=author, class=byline."""
    for block in doc.open_blocks():
        if len(block.text) > _WIDEST_MARKED or "byline" in doc.labels_on(block):
            continue
        for start, end, element in named_spans(block, _NAMES):
            text = block.text[start:end]
            line = text.strip(" \u00a0,;:|·•–—-")
            first, _, rest = line.partition(" ")
            if phrase_key(first) in doc.lexicon.terms.get("by", ()) and rest:
                line = rest
            people = read_people(line, doc.lexicon, handles=True)
            if people and (words(line) <= _AUTHOR_WORDS or len(people) > 1):
                at = start + text.index(line)
                sure = "rel=author" in {f"rel={element.get('rel').lower()}"} or "author" in element.get("itemprop").lower()
                yield Mark(block.start + at, block.start + at + len(line), "field", "byline", people, 0.85 if sure else 0.75)
                break


def _under_opener(doc: Document) -> Iterator[Mark]:
    """A name on the line under a bare 'By', as flattened markup leaves it."""
    openers = set(doc.lexicon.terms.get("by", ()))
    for block in doc.open_blocks():
        if block.index and len(block.text) <= _WIDEST_NAME and not doc.marks_on(block):
            above: Block = doc.blocks[block.index - 1]
            if above.text.casefold().rstrip(" :：") in openers:
                people = read_people(block.text, doc.lexicon, handles=True)
                if people:
                    start = above.start if doc.is_open(above) else block.start
                    yield Mark(start, block.end, "field", "byline", people, 0.7)


def _bare(doc: Document) -> Iterator[Mark]:
    """A name on a line of its own between a headline, or the standfirst under it, and a date."""
    for block in doc.open_blocks():
        if len(block.text) > _WIDEST_NAME or doc.marks_on(block) or len(block.text.split()) not in (2, 3):
            continue
        if _is_dated(doc, block.index + 1) and _is_under_title(doc, block.index) and is_person(block.text, doc.lexicon):
            yield Mark(block.start, block.end, "field", "byline", read_people(block.text, doc.lexicon), 0.6)


def _is_dated(doc: Document, at: int) -> bool:
    """Tell whether the block of that index is a metadata line with a date."""
    if at >= len(doc.blocks):
        return False
    return any(part.kind in ("published", "modified") for part in metadata_line(doc, doc.blocks[at]) or ())


def _is_under_title(doc: Document, at: int) -> bool:
    """Tell whether a headline stands right above, or above one paragraph."""
    above = at - 2 if is_text(doc, at - 1) else at - 1
    if above < 0:
        return False
    head = doc.blocks[above]
    plain = doc.is_open(head) and not doc.marks_on(head) and not metadata_line(doc, head)
    return (
        plain and is_headline(head.text) and words(head.text) >= _TITLE_WORDS and not is_person(head.text, doc.lexicon)
    )
