"""Records of pages with several articles, against gold: found, matched, and how exact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.data import Page
from bench.run import Bench, Shares
from bench.scores import STRICT, match, names, same_date, same_title, word_scores
from bench.tools import Output


def score(gold: Mapping[str, Any], output: Output, _gives: frozenset[str]) -> Shares:
    """Return what was right and of how much; an F1 is twice what matched over the sum of both sides."""
    found, wanted = output.records or (), gold["records"]
    pairs = [(found[i], wanted[k], score) for i, k, score in match(found, wanted)]
    strict = sum(score >= STRICT and same_title(ours["title"], theirs["title"]) for ours, theirs, score in pairs)
    scores: Shares = {
        "precision": (len(pairs), len(found)),
        "recall": (len(pairs), len(wanted)),
        "f1": (2 * len(pairs), len(found) + len(wanted)),
        "strict": (2 * strict, len(found) + len(wanted)),
        "body": (sum(word_scores(ours["body"], theirs["body"]).f1 for ours, theirs, _ in pairs), len(pairs)),
        "count": (len(found) == len(wanted), 1),
    }
    checks = [_checks(ours, theirs) for ours, theirs, _ in pairs]
    for name in ("title", "date", "authors", "truncated"):
        scores[name] = (sum(check[name] for check in checks), len(checks))
    return scores


def _checks(ours: Mapping[str, Any], gold: Mapping[str, Any]) -> dict[str, bool]:
    return {
        "title": same_title(ours["title"], gold["title"]),
        "date": same_date(ours["published"], gold["date"]),
        "authors": names(a["name"] for a in ours["authors"]) == names(gold["authors"]),
        "truncated": ours["truncated"] == gold["truncated"],
    }


def _groups(page: Page) -> list[str]:
    return [page.gold["lang"]]


def _note(page: Page, output: Output) -> str:
    return f"found {len(output.records or ())}, gold {len(page.gold['records'])}"


BENCH = Bench(score, "f1", _groups, _note)
