"""What leads elsewhere on the site: skip links, breadcrumbs, pagination, search boxes, logins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import has_company, matched_lines
from cleaner.grammar.shape import width
from cleaner.lexicon import fold

_CRUMB = re.compile(r"\s*(?:[»›>→⟩▸]|\s/\s|::)\s*")
_PAGES = re.compile(r"\W*(?:\d{1,4}|…|\.\.\.)(?:[\s|·•,]+(?:\d{1,4}|…|\.\.\.|[»›>→]))+\W*$")
_PAGE = re.compile(r"\d{1,4}|…|\.\.\.|[«»‹›<>]")
_ARROW = re.compile(r"^\s*(?:[←«‹<]\s?\S|.*\S\s?[→»›>]\s*$)")
_LONGEST_CRUMB = 12


@rule("navigation", "skip-link", "connect", "breadcrumb", "pagination", "back-to-top", "search-box", "login")
def navigation(doc: Document) -> Iterator[Mark]:
    """Skip links, breadcrumbs, pagination, search boxes, logins, 'Connect with us'."""
    seen: set[int] = set()
    for block, hit, score in matched_lines(doc, "navigation", skip=("menu",)):
        seen.add(block.index)
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        if block.index not in seen and width(block.text) <= 160:
            label = _by_form(doc, block)
            if label:
                yield Mark(block.start, block.end, "remove", label, score=0.8)


def _by_form(doc: Document, block: Block) -> str:
    """Recognise breadcrumbs ('Home » News » Here') and page numbers ('1 2 3 … 9') by their form."""
    text = block.text
    if _is_page_row(doc, block) or _is_page_number(doc, block.index):
        return "pagination"
    if not _CRUMB.search(text):
        return ""
    crumbs = [c for c in _CRUMB.split(text) if c]
    if 2 <= len(crumbs) <= _LONGEST_CRUMB and not _ARROW.match(text):
        first = {h.label for h in doc.lexicon.index.match(fold(crumbs[0]).strip()) if h.exact}
        if "menu" in first and all(width(c) <= 100 for c in crumbs):
            return "breadcrumb"
    return ""


def _is_page_row(doc: Document, block: Block) -> bool:
    """Tell whether a line is '1 2 3 … 9 Next': pages in a row, and something that no table or list of numbers has."""
    text = block.text
    if not _PAGES.match(text) or "," in text or line_dates(doc, text):
        return False
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    in_row = sum(a + 1 == b for a, b in pairwise(numbers)) >= max(1, (len(numbers) - 1) // 2)
    return in_row and (bool(re.search(r"…|\.\.\.|[«»›>←→]", text)) or (numbers[0] <= 2 and has_company(doc, block)))


def _is_page_number(doc: Document, index: int) -> bool:
    """Tell whether a line is one of at least three page numbers in a row, one a line: '1', '2', '3', '…', '42'."""
    if not _PAGE.fullmatch(doc.blocks[index].text):
        return False
    near = [doc.blocks[i].text for i in range(max(index - 2, 0), min(index + 3, len(doc.blocks)))]
    return any(int(a) + 1 == int(b) for a, b in pairwise(near) if a.isdecimal() and b.isdecimal()) and (
        sum(bool(_PAGE.fullmatch(text)) for text in near) >= 3
    )
