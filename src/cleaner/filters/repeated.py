"""Blocks that stand on most pages of a site. Not in the presets: it needs a model of the site."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from cleaner.document import Block, Document, Mark
from cleaner.grammar.shape import has_letters, prose_blocks, width
from cleaner.grammar.tree import is_heading
from cleaner.sites import SiteModel, even

# A block of all pages is junk, if it is none of the page's fields; of one on half of them another filter may be surer.
_ON_NONE, _ON_ALL = 0.45, 0.95
# Where more of an article's running text than this repeats, it is the article that repeats: on the site's index, in print.
_MOST = 0.5


class Repeated:
    """Removes the blocks that the model knows of the page's site. To be put last: it leaves alone what is a field of a record.

    The site is that of the page's address, or of the address that it gives itself (`rel=canonical`); `site` names it for pages
    without any. Where most of an article's running text repeats, or there is none, nothing is removed from it. A heading or a
    line of code stays, and so does a short line by itself: 'Summary' in every text belongs to each of them.

    >>> from cleaner import preset, clean_text
    >>> about = "The Daily Tea has been writing about tea, kettles and pots since the year of the great drought."
    >>> pipeline = preset("rules").last(Repeated(SiteModel({"tea.example": {about: 1.0}})))
    >>> page = "Prices of tea fell again on Monday, and nobody in the harbour could say how long that would last.\\n\\n" + about
    >>> about in clean_text(page + " ", url="https://tea.example/1", pipeline=pipeline)
    False
    """

    name = "repeated"
    labels = frozenset({"repeated-on-site"})

    def __init__(self, model: SiteModel, site: str | None = None) -> None:
        self._model = model
        self._site = site

    def __call__(self, doc: Document, /) -> Iterator[Mark]:
        """Yield a removal for each block that repeats, the surer the more pages have it."""
        shares = self._model.blocks(self._site or self._site_of(doc))
        if not shares:
            return
        for blocks in _parts(doc):
            for block in _repeated(doc, blocks, shares):
                score = _ON_NONE + (_ON_ALL - _ON_NONE) * shares[even(block.text)]
                yield Mark(block.start, block.end, "remove", "repeated-on-site", score=score)

    def _site_of(self, doc: Document) -> str | None:
        return self._model.site_of(doc.context.url) or self._model.site_of(doc.head.canonical if doc.head else None)

    def __repr__(self) -> str:
        return f"<filter {self.name}: {len(self._model.sites)} sites>"


def _parts(doc: Document) -> list[list[Block]]:
    """Return the open blocks of each article, and of all that lies outside of them."""
    articles = doc.articles()
    starts = [start for start, _ in articles]
    parts: list[list[Block]] = [[] for _ in range(len(articles) + 1)]
    for block in doc.open_blocks():
        at = bisect_right(starts, block.start) - 1
        parts[at if at >= 0 and block.start < articles[at][1] else -1].append(block)
    return parts


def _repeated(doc: Document, blocks: Sequence[Block], shares: Mapping[str, float]) -> Iterator[Block]:
    """Yield the blocks of a part of the page that repeat, and can go."""
    prose = prose_blocks(doc)
    known = [even(block.text) in shares and not _is_field(doc, block) for block in blocks]
    total = sum(width(block.text) for block in blocks if block.index in prose)
    again = sum(width(block.text) for block, is_known in zip(blocks, known, strict=True) if is_known and block.index in prose)
    if not total or again > _MOST * total:
        return
    for i, block in enumerate(blocks):
        beside = i == 0 or i == len(blocks) - 1 or known[i - 1] or known[i + 1]
        if known[i] and not _is_structure(block) and (block.index in prose or (beside and has_letters(block.text))):
            yield block


def _is_field(doc: Document, block: Block) -> bool:
    return any(mark.action == "field" for mark in doc.marks_on(block))


def _is_structure(block: Block) -> bool:
    return is_heading(block) or (block.markup is not None and "code" in block.markup.context)
