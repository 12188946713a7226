"""The lines around the headline of a page's one article, and right under its text: where it says who wrote it and when.

A date over a headline stands outside of the element that holds the text, and the box of share buttons often holds the
byline. So these lines are read whatever filters of junk made of them, unless they are sure.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document
from cleaner.grammar.entries import articles
from cleaner.grammar.headings import page_title
from cleaner.grammar.tree import in_figure, prose_width

# So far over the headline and under the text, and so long in between, at most.
_ABOVE, _BELOW, _LONGEST = 5, 6, 40
# The text begins with the second paragraph: the first may be a standfirst.
_TEXT = 2
_FARTHEST = 120
# What a filter may have called such a line by mistake: it stands apart from the text, or beside buttons.
_SOFT = frozenset(
    {"outside-main", "boilerplate", "widget", "share-bar", "popup", "ad-label", "newsletter", "author-bio", "menu", "date-stub", "separator"}
)  # fmt: skip


def masthead(doc: Document) -> dict[int, str]:
    """Return where each line stands that may say who and when, by its index: `above` the headline, `below` it, or at the `foot`.

    There are such lines on pages of one article only, and only where its headline is known.
    """
    return doc.memo("masthead", lambda: {b.index: place for b, place in _lines(doc) if doc.is_open(b) or _is_soft(doc, b)})


def anchor(doc: Document) -> int | None:
    """Return the index of the headline of a page of one article: where the markup tells it, or a vote on flat text."""
    if doc.head is not None:
        return page_title(doc)
    return doc.memo("masthead.anchor", lambda: next((b.index for m in doc.marks if m.label == "headline" for b in doc.blocks_in(m.start, m.end)), None))


def readable(doc: Document) -> list[Block]:
    """Return the lines that nothing has removed, and those of the masthead, in order."""
    closed = [b for i in masthead(doc) if not doc.is_open(b := doc.blocks[i])]
    return sorted([*doc.open_blocks(), *closed], key=lambda b: b.index) if closed else doc.open_blocks()


def farther(doc: Document) -> list[Block]:
    """Return the lines that were removed softly, farther from the headline than the masthead, the nearest first.

    Where the markup tells no headline, those over the text.
    """
    at = anchor(doc)
    if at is not None and not masthead(doc):
        return []
    if at is not None:
        around = doc.blocks[max(at - _FARTHEST, 0) : at + _FARTHEST]
    else:
        at = next((b.index for b in doc.open_blocks() if prose_width(b)), 0)
        around = doc.blocks[max(at - _LONGEST, 0) : at]
    lines = [b for b in around if b.index not in masthead(doc) and not doc.is_open(b) and _is_soft(doc, b)]
    return sorted(lines, key=lambda b: abs(b.index - at))


def footers(doc: Document) -> list[Block]:
    """Return the lines at the foot that were removed as a footer, in order: an article may have one of its own."""
    if not masthead(doc):
        return []
    last = max((b.index for b in doc.open_blocks() if prose_width(b)), default=0)
    return [b for b in doc.blocks[last + 1 : last + 1 + _BELOW] if not doc.is_open(b) and "footer" in doc.labels_on(b)]


def claimed(doc: Document, block: Block, span: tuple[int, int], score: float) -> tuple[int, int]:
    """Return the span in the document's text that a value read from `span` of a line claims.

    A line that was removed more surely than that stays removed: its value then claims no text, and stands at the headline.
    """
    at = anchor(doc)
    if at is not None and block.index in masthead(doc):
        removed = [m.score for m in doc.marks_on(block) if m.action == "remove" and m.start <= block.start and block.end <= m.end]
        if max(removed, default=0.0) >= score:
            return doc.blocks[at].start, doc.blocks[at].start
    return block.start + span[0], block.start + span[1]


def _lines(doc: Document) -> Iterator[tuple[Block, str]]:
    at = anchor(doc)
    if at is None or len(articles(doc)) > 1:
        return
    flat = doc.head is None
    text = [b.index for b in doc.open_blocks() if b.index > at and prose_width(b) and not in_figure(b) and (doc.kept(b) or not flat)]
    if not text:
        return
    # The headline of flat text may be its first line, far above.
    start = max(at, text[0] - _LONGEST) if flat else at
    end = min(text[:_TEXT][-1], start + _LONGEST)
    yield from ((b, "above") for b in doc.blocks[max(at - _ABOVE, 0) : at])
    yield from ((b, "below") for b in doc.blocks[start + 1 : end])
    yield from ((b, "foot") for b in doc.blocks[max(text[-1], end) + 1 : text[-1] + 1 + _BELOW])


def _is_soft(doc: Document, block: Block) -> bool:
    return all(m.label in _SOFT for m in doc.marks_on(block) if m.action == "remove" and m.start <= block.start and block.end <= m.end)
