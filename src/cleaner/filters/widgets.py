"""Side columns: recent posts, archives by month, categories, blogrolls, tag clouds without a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.lines import EXACT, LONE, is_announced, is_text, list_below, matched_lines
from cleaner.grammar.shape import is_label, is_spaced

# 'May 2014 (3)', 'C++ (12)': an entry of an archive or category list with its count.
_COUNTED = re.compile(r"^.{1,60}\s[\[(（]?\d{1,5}[\])）]?$")
_LEAST_RUN = 4


@rule("widgets", "widget")
def widgets(doc: Document) -> Iterator[Mark]:
    """The heading of a side block with its entries; runs of months or counted categories without one."""
    done: set[int] = set()
    for block, hit, score in matched_lines(doc, "widgets"):
        above = block.index - 1
        if above >= 0 and not block.gap and is_spaced(doc) and doc.is_open(doc.blocks[above]) and above not in done:
            continue  # within a run of lines: an entry of a menu, no heading
        items = list_below(doc, block)
        # 'Topics' may head a part of an article: without entries it needs other evidence.
        sure = score if _heads_entries(doc, block, items, score) else min(score, 0.4)
        for each in (block, *items):
            if each.index not in done:
                done.add(each.index)
                yield Mark(each.start, each.end, "remove", hit.label, score=sure if each is block else min(sure, 0.7))
    for run in _entry_runs(doc, done):
        if is_announced(doc, run[0]):
            continue
        for block in run:
            yield Mark(block.start, block.end, "remove", "widget", score=0.7)


def _heads_entries(doc: Document, block: Block, items: list[Block], score: float) -> bool:
    """Tell whether a heading heads a side block: entries, or nothing at all, but no text."""
    if items:
        return score != LONE or len(items) >= _LEAST_RUN
    below = block.index + 1
    if below < len(doc.blocks) and not doc.is_open(doc.blocks[below]):
        return score != LONE
    return score == EXACT and not is_text(doc, below)


def _entry_runs(doc: Document, done: set[int]) -> Iterator[list[Block]]:
    """Yield runs of lines that are each a month with its year, or a label with a count."""
    run: list[Block] = []
    for block in (*doc.blocks, None):
        if block is not None and block.index not in done and doc.is_open(block) and _is_entry(doc, block):
            if run and (block.gap and is_spaced(doc)):
                if len(run) >= _LEAST_RUN:
                    yield run
                run = []
            run.append(block)
            continue
        if len(run) >= _LEAST_RUN:
            yield run
        run = []


def _is_entry(doc: Document, block: Block) -> bool:
    if len(block.text) > 64 or not is_label(block.text):
        return False
    if (
        _COUNTED.match(block.text)
        and block.text.rstrip("])）").rstrip()[-1:].isdigit()
        and block.text.endswith((")", "]", "）"))
    ):
        return True
    dates = line_dates(doc, block.text)
    return len(dates) == 1 and len(dates[0].iso or "") == 7 and dates[0].end - dates[0].start >= len(block.text) - 6
