"""Menus: runs of short lines, many of them known from other sites' menus."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import is_announced
from cleaner.grammar.shape import is_headline, is_label, is_spaced, words

# So many lines at least, unless all are known, and this share of them known from menus or removed already.
_LEAST_LINES = 3
_LEAST_KNOWN = 2
# An entry that no menu is known to have is shorter than most titles.
_MOST_WORDS = 4
_LEAST_SHARE = 0.3
_GROUPS = ("navigation", "footer", "sharing", "newsletter", "comments", "widgets")


@rule("menus", "menu")
def menus(doc: Document) -> Iterator[Mark]:
    """The lines of menus that no other filter has named."""
    known = {b.index for g in _GROUPS for b, h in doc.hits(g) if h.exact}
    for run in _runs(doc, known):
        hits = [b.index in known or not doc.is_open(b) for b in run]
        while hits and not hits[-1] and not (is_spaced(doc) and run[len(hits) - 1].gap == 0):
            hits.pop()
        run = run[: len(hits)]
        if run and len(run) <= _LEAST_LINES and _is_kicker(doc, run[-1]):
            run, hits = run[:-1], hits[:-1]
        if run and is_announced(doc, run[0]):
            continue
        enough = len(run) >= _LEAST_LINES or all(hits)
        if enough and sum(hits) >= max(_LEAST_KNOWN, _LEAST_SHARE * len(run)):
            for block in run:
                if doc.is_open(block):
                    yield Mark(block.start, block.end, "remove", "menu", score=0.8)


def _is_kicker(doc: Document, block: Block) -> bool:
    """Tell whether a line stands apart over a headline, as the section of an article does."""
    below = block.index + 1
    if not block.gap or below >= len(doc.blocks) or not doc.is_open(block):
        return False
    head = doc.blocks[below].text
    return is_headline(head) and not is_label(head)


def _runs(doc: Document, known: set[int]) -> Iterator[list[Block]]:
    """Yield maximal runs of menu-like lines."""
    run: list[Block] = []
    gaps = True  # whether a blank line is above each line of the run
    for block in doc.blocks:
        entry = is_label(block.text) and words(block.text) <= _MOST_WORDS
        fits = (entry or block.index in known) and not line_dates(doc, block.text)
        # A blank line ends a menu, unless it has one between all of its lines and knows both of these.
        loose = gaps and bool(run) and {run[-1].index, block.index} <= known
        apart = block.gap > 0 and is_spaced(doc) and not loose
        if run and (not fits or apart):
            yield run
            run, gaps = [], True
        if fits:
            run.append(block)
            gaps = gaps and bool(block.gap or not block.index)
    if run:
        yield run
