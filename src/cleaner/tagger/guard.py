"""The guard: a page of clear running text that the tagger would empty is left to the rules."""

from __future__ import annotations

from cleaner.document import Document
from cleaner.grammar.shape import prose_blocks, width
from cleaner.tagger.model import predict

_LEAST_PROSE = 600
_LEAST_KEPT = 0.1


def fallback(doc: Document) -> bool:
    """Tell whether the tagger would remove nearly all of a page's running text, of which there is much."""

    def find() -> bool:
        columns = {i: width(doc.blocks[i].text) for i in prose_blocks(doc)}
        total = sum(columns.values())
        if total < _LEAST_PROSE:
            return False
        content = predict(doc).content
        return sum(w for i, w in columns.items() if content[i] >= 0.5) < _LEAST_KEPT * total

    return doc.memo("tagger.fallback", find)
