"""Whether an article's text goes on elsewhere, and what says so."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.shape import ends_open
from cleaner.lexicon import fold

_LINKS = {"paywall": "paywall", "read-rest": "read-rest", "syndication-notice": "read-rest", "read-more": "read-more"}


@rule("truncation", "truncated")
def truncation(doc: Document) -> Iterator[Mark]:
    """A reason of `Record.TRUNCATION_REASONS` as the value of an empty span, for each that an article gives."""
    for start, end in doc.articles():
        blocks = [b for b in doc.blocks_in(start, end) if b.start >= start]
        body = None
        for block in blocks:
            for mark in doc.marks_on(block):
                reason = _LINKS.get(mark.label) if mark.action == "remove" else None
                if reason and (mark.label != "syndication-notice" or _points_on(doc, block.text)):
                    yield Mark(mark.start, mark.start, "field", "truncated", reason, 0.9)
            if doc.is_open(block) and not any(m.action == "field" for m in doc.marks_on(block)):
                body = block
        if body is None:
            yield Mark(start, start, "field", "truncated", "no-body", 0.7)
        elif ends_open(_kept(doc, body)):
            yield Mark(body.start, body.start, "field", "truncated", "ellipsis", 0.8)


def _points_on(doc: Document, text: str) -> bool:
    """Tell whether a syndication notice also sends the reader on: 'Read the rest of the original'."""
    folded = fold(text)
    return any(
        hit.group == "readmore" for part in folded.split(". ") for hit in doc.lexicon.index.match(part.strip(" ."))
    )


def _kept(doc: Document, block: Block) -> str:
    """Return the text of a block up to what is removed at its end."""
    cuts = [m.start for m in doc.marks_on(block) if m.action == "remove" and m.start > block.start]
    return doc.text[block.start : min(cuts, default=block.end)].rstrip()
