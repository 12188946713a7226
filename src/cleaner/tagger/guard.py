"""The guards: where the tagger's word is not taken."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.grammar.shape import prose_blocks, width
from cleaner.tagger.model import CONTENT, predict

_LEAST_PROSE = 600
_LEAST_KEPT = 0.1
# Beside a privacy policy or all cookies of a shop, the little text that the page is about is more than this.
_LEAST_TEXT = 100
# Where there is no running text, the tagger's word counts if it is as sure that so many records start.
_STARTS, _LISTED = 0.9, 4
# A text of which the tagger wants no more than this, and in which the rules found no junk, was cleaned before.
_CLEAN = 0.12


def fallback(doc: Document) -> bool:
    """Tell whether a page is left to the rules: the tagger would empty it, or there is nothing to clean."""
    return doc.memo("tagger.fallback", lambda: empties(doc) or _is_clean(doc))


def _is_clean(doc: Document) -> bool:
    """Tell whether flat text has no junk that anything but the tagger sees, or no running text to tell it by."""
    if doc.head is not None:
        return False
    if not prose_blocks(doc):
        return int((predict(doc).start >= _STARTS).sum()) < _LISTED
    if len(doc.open_blocks()) < len(doc.blocks):
        return False
    content = predict(doc).content
    columns = [width(block.text) for block in doc.blocks]
    return sum(w for w, p in zip(columns, content, strict=True) if p < CONTENT) <= _CLEAN * sum(columns)


def empties(doc: Document) -> bool:
    """Tell whether the tagger would remove nearly all of a page's running text, of which there is much, and leave nothing else."""

    def find() -> bool:
        columns = {i: width(doc.blocks[i].text) for i in prose_blocks(doc)}
        total = sum(columns.values())
        if total < _LEAST_PROSE:
            return False
        kept = predict(doc).content >= CONTENT
        if sum(w for i, w in columns.items() if kept[i]) >= _LEAST_KEPT * total:
            return False
        return sum(width(block.text) for block in doc.blocks if kept[block.index]) < _LEAST_TEXT

    return doc.memo("tagger.empties", find)
