"""Runs of lines that are links and nothing else: menus and teasers that no name gives away."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.entries import says_one_article
from cleaner.grammar.shape import is_prose
from cleaner.grammar.tree import prose_width

_LINKED = 0.8
_LEAST_LINES = 4
# A page with less running text than this is itself a list of links, as often as not.
_LEAST_PROSE = 1500
# What says that it is one article is no list of links; elsewhere the tagger's word weighs as much.
_ONE, _ANY = 0.7, 0.5


@rule("links", "link-list")
def links(doc: Document) -> Iterator[Mark]:
    """Four and more lines of links in a row, on pages that have running text."""
    if doc.head is None or sum(map(prose_width, doc.blocks)) < _LEAST_PROSE:
        return
    score = _ONE if says_one_article(doc) else _ANY
    run: list[Block] = []
    for block in [*doc.open_blocks(), None]:
        if block is not None and block.markup is not None and _is_link(block):
            run.append(block)
            continue
        if len(run) >= _LEAST_LINES:
            yield from (Mark(b.start, b.end, "remove", "link-list", score=score) for b in run)
        run = []


def _is_link(block: Block) -> bool:
    markup = block.markup
    return markup is not None and markup.link_share >= _LINKED and not markup.level and not is_prose(block.text)
