"""The lines around the headline of a page's one article, and right under its text: where it says who wrote it and when.

A date over a headline stands outside of the element that holds the text, and the box of share buttons often holds the
byline. So these lines are read whatever filters of junk made of them, unless they are sure.
"""

from __future__ import annotations

from cleaner.document import Block, Document
from cleaner.grammar.entries import articles, page_title
from cleaner.grammar.tree import prose_width

# So far over the headline and under the text, and so long in between, at most.
_ABOVE, _BELOW, _LONGEST = 5, 6, 40
# The text begins with the second paragraph: the first may be a standfirst.
_TEXT = 2
# What a filter may have called such a line by mistake: it stands apart from the text, or beside buttons.
_SOFT = frozenset(
    {"outside-main", "boilerplate", "widget", "share-bar", "popup", "ad-label", "newsletter", "author-bio", "menu", "date-stub", "separator"}
)  # fmt: skip


def masthead(doc: Document) -> dict[int, Block]:
    """Return by index the lines of a page's one article that may say who and when; none on pages of several articles."""
    return doc.memo("masthead", lambda: {b.index: b for b in _lines(doc)})


def readable(doc: Document) -> list[Block]:
    """Return the lines that nothing has removed, and those of the masthead, in order."""
    closed = [b for b in masthead(doc).values() if not doc.is_open(b)]
    return sorted([*doc.open_blocks(), *closed]) if closed else doc.open_blocks()


def _lines(doc: Document) -> list[Block]:
    at = page_title(doc)
    if at is None or len(articles(doc)) > 1:
        return []
    text = [b.index for b in doc.open_blocks() if b.index > at and prose_width(b)]
    if not text:
        return []
    end = min(text[: _TEXT][-1], at + _LONGEST)
    near = [*doc.blocks[max(at - _ABOVE, 0) : end], *doc.blocks[max(text[-1], end) + 1 : text[-1] + 1 + _BELOW]]
    return [b for b in near if b.index != at and (doc.is_open(b) or _is_soft(doc, b))]


def _is_soft(doc: Document, block: Block) -> bool:
    return all(m.label in _SOFT for m in doc.marks_on(block) if m.action == "remove" and m.start <= block.start and block.end <= m.end)
