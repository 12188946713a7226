"""What a publisher or an author's page says of itself at the end of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import is_text, matched_lines
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_sentence, prose_blocks, width
from cleaner.record import Author

_WIDEST = 900
_QUOTE = re.compile(r"[\"“”«»„]")
_WIDEST_BIO = 500
_LONGEST_NAME = 6


@rule("publisher", "publisher-description", "author-bio")
def publisher(doc: Document) -> Iterator[Mark]:
    """'X is written and produced by Y', 'X was established to ...; follow us on ...', 'View all posts by Z'."""
    for block, hit, score in matched_lines(doc, "publisher", inline=True):
        if hit.label == "author-bio":
            yield Mark(block.start, block.end, "remove", hit.label, score=score)
        elif (
            ends_sentence(block.text)
            and width(block.text) <= _WIDEST
            and _ends_text(doc, block.index)
            and not _QUOTE.search(block.text)
        ):
            yield Mark(block.start, block.end, "remove", hit.label, score=0.85)
    names = _authors(doc)
    for block in doc.open_blocks() if names else ():
        is_bio = (
            block.index in prose_blocks(doc) and width(block.text) <= _WIDEST_BIO and _begins_with(block.text, names)
        )
        if is_bio and _ends_text(doc, block.index):
            yield Mark(block.start, block.end, "remove", "author-bio", score=0.6)


def _begins_with(text: str, names: frozenset[str]) -> bool:
    """Tell whether a text begins with one of some names of two words and more."""
    first = text.split(maxsplit=_LONGEST_NAME)[:_LONGEST_NAME]
    return any(" ".join(first[:n]) in names for n in range(2, len(first) + 1))


def _authors(doc: Document) -> frozenset[str]:
    """Return the names of two words and more that the page's bylines give."""
    parts = [part for block in doc.blocks for part in metadata_line(doc, block) or () if part.kind == "byline"]
    return frozenset(a.name for part in parts for a in cast("tuple[Author, ...]", part.value) if " " in a.name)


def _ends_text(doc: Document, index: int) -> bool:
    """Tell whether no running text follows before the next junk, headline or end: it closes an article."""
    below = index + 1
    return not is_text(doc, below)
