"""Whether the forms of a page give the same records: each form against the first one, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bench.scores import match, names, same_date, same_title

Records = Sequence[Mapping[str, Any]]


def agreement(forms: Mapping[str, Mapping[str, Records]]) -> dict[str, dict[str, float | None]]:
    """Return for each form but the first how far its records are those of the first.

    `records` is twice the matched ones over all, `same` the same for those whose title is the same, too; `title`, `date`
    and `authors` are shares of the matched records. `forms` holds the records of each page by the page's name.
    """
    (_, first), *others = forms.items()
    return {name: _rates(first, pages) for name, pages in others}


def _rates(first: Mapping[str, Records], other: Mapping[str, Records]) -> dict[str, float | None]:
    both = [(ours, other.get(page, ())) for page, ours in first.items()]
    total = sum(len(ours) + len(theirs) for ours, theirs in both)
    pairs = [(ours[i], theirs[k]) for ours, theirs in both for i, k, _ in match(ours, theirs)]
    right = {
        "title": sum(same_title(a["title"], b["title"]) for a, b in pairs),
        "date": sum(same_date(a["published"], b["published"]) for a, b in pairs),
        "authors": sum(_names(a) == _names(b) for a, b in pairs),
    }
    rates = {"records": _rate(2 * len(pairs), total), "same": _rate(2 * right["title"], total)}
    return rates | {name: _rate(count, len(pairs)) for name, count in right.items()}


def _names(record: Mapping[str, Any]) -> list[str]:
    return names(author["name"] for author in record["authors"])


def _rate(right: float, of: float) -> float | None:
    return round(right / of, 4) if of else None
