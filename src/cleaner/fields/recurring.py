"""Lines that all articles of a page have: buttons, reading times, and links that repeat the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.shape import ends_sentence, is_headline, is_label, words

# So many articles, and in so many of them the line: what a template prints, and nobody writes.
_LEAST = 3
_SHARE = 0.6
_MOST_WORDS = 6
# A title's own words, and so many more: 'Read more On Tea'.
_MORE_WORDS = 4
_LEAST_TITLE = 2


@rule("recurring", "boilerplate", "read-more")
def recurring(doc: Document) -> Iterator[Mark]:
    """Short lines, numbers aside, that most of several articles have, and short lines that hold their article's title."""
    parts = [[b for b in doc.blocks_in(start, end) if b.start >= start and _is_free(doc, b)] for start, end in doc.articles()]
    if len(parts) < _LEAST:
        return
    keys = [{doc.key(b) for b in part if _is_button(b)} for part in parts]
    counts = Counter(key for own in keys for key in own if key)
    for (start, end), part in zip(doc.articles(), parts, strict=True):
        title = next((doc.key(b) for b in doc.blocks_in(start, end) if "title" in doc.labels_on(b)), "")
        for block in part:
            if _is_button(block) and counts[doc.key(block)] >= max(_LEAST, _SHARE * len(parts)):
                yield Mark(block.start, block.end, "remove", "boilerplate", score=0.7)
            elif _points_on(doc.key(block), title) and is_headline(block.text):
                yield Mark(block.start, block.end, "remove", "read-more", score=0.8)


def _is_free(doc: Document, block: Block) -> bool:
    return doc.is_open(block) and not doc.marks_on(block)


def _is_button(block: Block) -> bool:
    return is_label(block.text) and words(block.text) <= _MOST_WORDS and not ends_sentence(block.text)


def _points_on(key: str, title: str) -> bool:
    """Tell whether a line is a title with a few words more: 'Continue reading On Tea'."""
    more = len(key.split()) - len(title.split())
    return len(title.split()) >= _LEAST_TITLE and 0 < more <= _MORE_WORDS and f" {title} " in f" {key} "
