"""What leads elsewhere on the site: skip links, menus, breadcrumbs, pagination, search boxes, logins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import matched_lines
from cleaner.grammar.shape import is_label, is_spaced, width

_CRUMB = re.compile(r"\s*(?:[»›>→⟩▸]|\s/\s|::)\s*")
_PAGES = re.compile(r"\W*(?:\d{1,4}|…|\.\.\.)(?:[\s|·•,]+(?:\d{1,4}|…|\.\.\.|[»›>→]))+\W*$")
_ARROW = re.compile(r"^\s*(?:[←«‹<]\s?\S|.*\S\s?[→»›>]\s*$)")
_LONGEST_CRUMB = 12
# Lines of a menu: so many at least, and this share of them known from other menus.
_MENU_LINES = 3
_MENU_SHARE = 0.3
_MENU_GROUPS = ("navigation", "footer", "sharing", "newsletter", "comments", "widgets")


@rule(
    "navigation", "skip-link", "connect", "menu", "breadcrumb", "pagination", "back-to-top", "search-box", "login"
)
def navigation(doc: Document) -> Iterator[Mark]:
    """Skip links, menus, breadcrumbs, pagination, search boxes, logins, 'Connect with us'."""
    seen: set[int] = set()
    for block, hit, score in matched_lines(doc, "navigation", skip=("menu",)):
        seen.add(block.index)
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        if block.index not in seen and width(block.text) <= 160:
            label = _by_form(doc, block)
            if label:
                seen.add(block.index)
                yield Mark(block.start, block.end, "remove", label, score=0.8)
    for block in _menus(doc, seen):
        yield Mark(block.start, block.end, "remove", "menu", score=0.8)


def _by_form(doc: Document, block: Block) -> str:
    """Recognise breadcrumbs ('Home » News » Here') and page numbers ('1 2 3 … 9') by their form."""
    text = block.text
    if _PAGES.match(text) and not line_dates(doc, text):
        return "pagination"
    crumbs = [c for c in _CRUMB.split(text) if c]
    if 2 <= len(crumbs) <= _LONGEST_CRUMB and _CRUMB.search(text) and not _ARROW.match(text):
        first = {h.label for h in doc.lexicon.index.match(crumbs[0].casefold().strip()) if h.exact}
        if "menu" in first and all(width(c) <= 100 for c in crumbs):
            return "breadcrumb"
    return ""


def _menus(doc: Document, seen: set[int]) -> Iterator[Block]:
    """Yield the lines of runs of short lines many of which are known from menus."""
    known = {b.index for g in _MENU_GROUPS for b, h in doc.hits(g) if h.exact} | seen
    for run in _runs(doc):
        hits = [b.index in known for b in run]
        while hits and not hits[-1] and not (is_spaced(doc) and run[len(hits) - 1].gap == 0):
            hits.pop()
        run = run[: len(hits)]
        if len(run) >= _MENU_LINES and sum(hits) >= max(2, _MENU_SHARE * len(run)):
            yield from (b for b in run if b.index not in seen)


def _runs(doc: Document) -> Iterator[list[Block]]:
    """Yield maximal runs of menu-like lines; a blank line ends one where the text sets its blocks apart."""
    run: list[Block] = []
    for block in doc.blocks:
        fits = is_label(block.text) and not line_dates(doc, block.text) and doc.is_open(block)
        if run and (not fits or (block.gap and is_spaced(doc)) or block.index != run[-1].index + 1):
            yield run
            run = []
        if fits:
            run.append(block)
    if run:
        yield run
