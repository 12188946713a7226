"""Records of pages with several articles, against gold: found, matched, and how exact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bench.data import Page
from bench.scores import STRICT, f1, match, same_title, word_scores
from cleaner import Record, clean


@dataclass
class Tally:
    """Counts over pages; `report` turns them into rates."""

    pages: int = 0
    exact_count: int = 0
    found: int = 0
    gold: int = 0
    matched: int = 0
    strict: int = 0
    body: float = 0.0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    asked: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, found: list[Record], gold: list[dict[str, Any]]) -> float:
        """Count one page; return its record F1."""
        ours = [r.to_dict() for r in found]
        pairs = match(ours, gold)
        self.pages += 1
        self.exact_count += len(found) == len(gold)
        self.found += len(found)
        self.gold += len(gold)
        self.matched += len(pairs)
        for i, k, score in pairs:
            self._compare(ours[i], gold[k], score)
        return _f1(len(pairs), len(found), len(gold))

    def _compare(self, ours: dict[str, Any], gold: dict[str, Any], score: float) -> None:
        title = same_title(ours["title"], gold["title"])
        self.strict += title and score >= STRICT
        self.body += word_scores(ours["body"], gold["body"]).f1
        checks = {
            "title": title,
            "date": (ours["published"] or "")[:10] == (gold["date"] or "")[:10],
            "authors": _names(a["name"] for a in ours["authors"]) == _names(gold["authors"]),
            "truncated": ours["truncated"] == gold["truncated"],
        }
        for name, is_right in checks.items():
            self.asked[name] += 1
            self.right[name] += is_right

    def report(self) -> dict[str, float]:
        """Return the rates, each 0..1, and the number of pages."""
        rates = {
            "pages": self.pages,
            "precision": self.matched / self.found if self.found else 0.0,
            "recall": self.matched / self.gold if self.gold else 0.0,
            "f1": _f1(self.matched, self.found, self.gold),
            "strict": _f1(self.strict, self.found, self.gold),
            "body": self.body / self.matched if self.matched else 0.0,
            "count": self.exact_count / self.pages if self.pages else 0.0,
        }
        rates.update({k: self.right[k] / n if n else 0.0 for k, n in self.asked.items()})
        return {k: round(v, 4) for k, v in rates.items()}


def run(
    pages: Iterable[Page], flatten: Callable[[str], str]
) -> tuple[dict[str, Any], list[tuple[float, str, int, int]]]:
    """Return the report over all pages and per language, and the pages by F1, worst first: (F1, name, found, gold)."""
    total = Tally()
    by_language: dict[str, Tally] = defaultdict(Tally)
    ranking = []
    for page in pages:
        gold = page.gold["records"]
        found = clean(flatten(page.html), content_type="text/plain")
        score = total.add(found, gold)
        by_language[page.gold["lang"]].add(found, gold)
        ranking.append((round(score, 3), page.name, len(found), len(gold)))
    report = {"all": total.report(), **{lang: t.report() for lang, t in sorted(by_language.items())}}
    return report, sorted(ranking)


def _f1(matched: int, found: int, gold: int) -> float:
    return f1(matched / found if found else 0.0, matched / gold if gold else 0.0)


def _names(names: Iterable[str]) -> list[str]:
    return sorted(" ".join(n.casefold().split()) for n in names)
