"""Main content and fields of the pages of WCXB, per type of page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bench.data import Page
from bench.run import Bench, Shares
from bench.scores import plain, same_date, same_title, snippets_in, word_scores
from bench.tools import Output

_BETWEEN = re.compile(r"[,;|/&]| and ")
# 'MD', 'E-RYT 200', 'M.D. FACLM', 'Ph.D.': what stands behind a name and is none.
_TITLES = re.compile(r"(?:^|(?<=[,;|/&] )|(?<= and ))(?:Dr|Prof)\b\.? ")
_DEGREE = re.compile(r"[A-Z\d.® -]{2,10}(?:\([A-Za-z]+\))?|Ph\.?D\.?")


def score(gold: Mapping[str, Any], output: Output, gives: frozenset[str]) -> Shares:
    """Return what was right and of how much, for the text and for the fields that the gold has and the tool knows."""
    wanted, unwanted = gold["with"], gold["without"]
    scores: Shares = {
        name: (value, 1) for name, value in word_scores(output.text, gold["main_content"])._asdict().items()
    }
    scores["with"] = (snippets_in(wanted, output.text), len(wanted))
    scores["without"] = (len(unwanted) - snippets_in(unwanted, output.text), len(unwanted))
    if "title" in gives:
        scores["title"] = _asked(gold["title"], same_title(output.title, gold["title"]))
    if "authors" in gives:
        scores["authors"] = _asked(gold["author"], people(output.authors) == people([gold["author"] or ""]))
        scores["invented"] = _asked(not gold["author"], bool(output.authors))
    if "date" in gives:
        scores["date"] = _asked(gold["published"], same_date(output.date, gold["published"]))
    return scores


def people(written: Iterable[str]) -> set[str]:
    """Return the single names in what is written of authors, without titles and degrees: the gold holds them in one string.

    >>> sorted(people(["Jillian Kubala, MS, RD", "Maria & Katerina", "Dr. Tom Lee"]))
    ['jillian kubala', 'katerina', 'maria', 'tom lee']
    """
    found = set()
    for line in written:
        first, *others = _BETWEEN.split(_TITLES.sub("", line))
        found |= {plain(first), *(plain(part) for part in others if not _DEGREE.fullmatch(part.strip()))}
    return found - {""}


def _asked(asked: object, right: bool) -> tuple[float, float]:
    return (right, 1) if asked else (0, 0)


def _groups(page: Page) -> list[str]:
    return [page.gold["page_type"]]


def _note(page: Page, _output: Output) -> str:
    return f"{page.gold['page_type']}  {page.url or ''}"


BENCH = Bench(score, "f1", _groups, _note)
