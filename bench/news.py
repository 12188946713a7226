"""News articles, one a page: body and fields, per language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.data import Page
from bench.run import Bench, Shares
from bench.scores import names, same_date, same_title, word_scores
from bench.tools import Output

_LARGE = ("en", "de")


def score(gold: Mapping[str, Any], output: Output, gives: frozenset[str]) -> Shares:
    """Return the body's word F1, and whether each field that the tool knows is right, an absent one included."""
    right = {
        "title": same_title(output.title, gold["title"]),
        "authors": names(output.authors) == names(gold["authors"]),
        "date": same_date(output.date, gold["published"]),
    }
    scores: Shares = {"body": (word_scores(output.body, gold["body"]).f1, 1)}
    scores.update({name: (is_right, 1) for name, is_right in right.items() if name in gives})
    if "records" in gives:
        scores["single"] = (len(output.records or ()) == 1, 1)
    return scores


def _groups(page: Page) -> list[str]:
    language = page.gold["lang"]
    return [language] if language in _LARGE else ["other", language]


def _note(page: Page, output: Output) -> str:
    found = "" if output.records is None else f"  {len(output.records)} records"
    return f"{page.gold['lang']}{found}  {page.url or ''}"


BENCH = Bench(score, "body", _groups, _note, heads=(*_LARGE, "other"))
