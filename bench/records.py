"""Records of pages with several articles, against gold: found, matched, and how exact."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bench.agreement import Records
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
        # The gold has the one date that is shown, which may be that of a change.
        "date": same_date(ours["published"] or ours["modified"], gold["date"]),
        "authors": names(a["name"] for a in ours["authors"]) == names(gold["authors"]),
        "truncated": ours["truncated"] == gold["truncated"],
    }


def _groups(page: Page) -> list[str]:
    return [page.gold["lang"]]


def _note(page: Page, output: Output) -> str:
    found, wanted = output.records or (), page.gold["records"]
    pairs = match(found, wanted)
    missed = [r["title"] for k, r in enumerate(wanted) if k not in {k for _, k, _ in pairs}]
    extra = [r["title"] for i, r in enumerate(found) if i not in {i for i, _, _ in pairs}]
    named = "".join(f"; {what} {_short(titles)}" for what, titles in (("missed", missed), ("extra", extra)) if titles)
    return f"found {len(found)}, gold {len(wanted)}{named}"


def _short(titles: list[str | None]) -> str:
    shown = ", ".join(repr((title or "")[:_TITLE]) for title in titles[:_MOST])
    return shown + (", ..." if len(titles) > _MOST else "")


# So many titles, and so many characters of each, in the list of the worst pages.
_MOST, _TITLE = 2, 40

BENCH = Bench(score, "f1", _groups, _note)


def keeping(kept: dict[str, Records]) -> Bench:
    """Return the bench that also puts the records of each page into `kept`, by the page's name."""

    def note(page: Page, output: Output) -> str:
        kept[page.name] = output.records or ()
        return _note(page, output)

    return BENCH._replace(note=note)
