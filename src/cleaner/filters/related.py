"""Pointers to other texts of the site: 'Related', 'You may also like', and the titles below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import is_text, list_below, matched_lines
from cleaner.grammar.shape import ends_sentence, is_headline, words
from cleaner.grammar.tree import LINKED
from cleaner.lexicon import line_key

# 'Also read: Some other title'.
_INLINE = re.compile(r"^[\W_]*(?P<head>[^:：|]{3,40})\s*[:：|]\s*(?P<title>\S.{8,200})$")
_MOST_WORDS = 16


@rule("related", "related")
def related(doc: Document) -> Iterator[Mark]:
    """Headings of related-reading blocks with the titles under them, and one-line 'Also read: ...'."""
    for block, hit, score in matched_lines(doc, "related", inline=True):
        if not hit.exact and (words(block.text) > _MOST_WORDS or ends_sentence(block.text)):
            continue
        items = list_below(doc, block)
        # A heading that heads no list may be a heading of the article: 'Related work'.
        heads = items or (hit.exact and not is_text(doc, block.index + 1))
        sure = score if heads else min(score, 0.4)
        for each in (block, *items):
            yield Mark(each.start, each.end, "remove", "related", score=sure if each is block else min(sure, 0.7))
    for block in doc.open_blocks():
        if _is_inline(doc, block):
            is_link = block.markup is not None and block.markup.link_share > LINKED
            yield Mark(block.start, block.end, "remove", "related", score=0.9 if is_link else 0.7)


def _is_inline(doc: Document, block: Block) -> bool:
    found = _INLINE.match(block.text) if len(block.text) <= 240 else None
    if found is None or not is_headline(found["title"]):
        return False
    hits = doc.lexicon.index.match(line_key(found["head"]))
    return any(h.exact and (h.group == "related" or h.label == "read-more") for h in hits)
