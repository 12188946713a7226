"""The loop that all benches of pages share: each page to the tool, its score to the tallies, the tallies to a report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bench.data import Page
from bench.forms import Form
from bench.tools import Output, Run, Tool

# How much was right, and of how much: a rate is the sum of the first over the sum of the second.
Shares = dict[str, tuple[float, float]]
Report = dict[str, dict[str, float | None]]


class Rated(NamedTuple):
    """A page in the list of the worst: its score, its name, and what to know of it."""

    score: float
    name: str
    note: str


class Bench(NamedTuple):
    """What tells the benches apart: the scores of a page, what ranks it, its groups, and a note on it.

    `score` gets the gold, the output, and the fields that the tool knows. `heads` are groups to report first.
    """

    score: Callable[[Mapping[str, Any], Output, frozenset[str]], Shares]
    rank: str
    groups: Callable[[Page], list[str]]
    note: Callable[[Page, Output], str]
    heads: tuple[str, ...] = ()


@dataclass
class Tally:
    """Scores and times over pages; `report` turns them into rates."""

    pages: int = 0
    errors: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    right: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    asked: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    def add(self, scores: Shares, run: Run) -> None:
        """Count one page."""
        self.pages += 1
        self.errors += run.error is not None
        self.seconds += run.seconds
        self.slowest = max(self.slowest, run.seconds)
        for name, (right, asked) in scores.items():
            self.right[name] += right
            self.asked[name] += asked

    def report(self) -> dict[str, float | None]:
        """Return the number of pages, the rates, each 0..1 (None where nothing was asked), errors and times."""
        rates = {name: round(self.right[name] / n, 4) if n else None for name, n in self.asked.items()}
        times = {"ms": round(1000 * self.seconds / max(self.pages, 1), 2), "ms_max": round(1000 * self.slowest, 2)}
        return {"pages": self.pages, **rates, "errors": self.errors, **times}


def run(pages: Iterable[Page], tool: Tool, form: Form, bench: Bench) -> tuple[Report, list[Rated]]:
    """Return the report over all pages and per group, and the pages by their score, worst first."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    ranking = []
    for page in pages:
        groups = bench.groups(page)
        source = form.convert(page.html)
        if any(group not in tallies for group in groups):
            tool.run(source, page.url)  # what a tool loads once, for a language say, is not the page's time
        made = tool.run(source, page.url)
        scores = bench.score(page.gold, made.output, tool.gives)
        for group in ["all", *groups]:
            tallies[group].add(scores, made)
        right, asked = scores[bench.rank]
        note = bench.note(page, made.output) if made.error is None else made.error
        ranking.append(Rated(round(right / asked, 3) if asked else 1.0, page.name, note))
    first = ("all", *bench.heads)
    order = [*(g for g in first if g in tallies), *sorted(g for g in tallies if g not in first)]
    return {group: tallies[group].report() for group in order}, sorted(ranking)
