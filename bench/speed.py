"""How long `clean` takes: against the length of its input, and a page of HTML against what others take for it."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from cleaner import clean, clean_text

_FIXTURES = Path(__file__).parents[1] / "fixtures"
_SIZE = 15_000
_STEPS = (1, 3, 10, 30, 100, 300)
_PASSES = 3
BASE = "trafilatura"


class Point(NamedTuple):
    """One length: how often the page stands in it, characters, the best of some runs, its ratio to the first."""

    step: int
    characters: int
    seconds: float
    ratio: float


@dataclass
class Cost:
    """What one tool takes for a page: mean CPU milliseconds of the best pass, its ratio to `BASE`, pages it refused."""

    ms: float | None
    ratio: float | None
    errors: int


def curve(times: int) -> Iterator[Point]:
    """Yield a point for each length up to `times`."""
    pages = [p.read_text("utf-8") for p in sorted(_FIXTURES.glob("en-*/input.txt"))]
    page = "\n\n".join(pages)[:_SIZE]
    clean(page)
    base = 0.0
    for step in [s for s in _STEPS if s <= times]:
        # Each copy gets a number of its own, so that the copies are not exact repeats of each other.
        text = "\n\n".join(page.replace(". ", f" {i}. ") for i in range(step))
        seconds = min(_seconds(text) for _ in range(5 if step < 30 else 2))
        base = base or seconds
        yield Point(step, len(text), round(seconds, 4), round(seconds / base, 1))


def costs(pages: Iterable[str]) -> dict[str, Cost]:
    """Return what each tool takes for a page of HTML; on every page the tools take turns at being first."""
    tools, sources = _tools(), list(pages)
    seconds = {name: [0.0] * _PASSES for name in tools}
    errors = dict.fromkeys(tools, 0)
    for name in tools:
        _cpu(tools[name], sources[0])  # warm up
    for i in range(_PASSES):
        for k, source in enumerate(sources):
            for name in _rotated(list(tools), i + k):
                taken, failed = _cpu(tools[name], source)
                seconds[name][i] += taken
                errors[name] += failed and i == 0
    return _costs({name: 1000 * min(s) / len(sources) for name, s in seconds.items()}, errors, len(sources))


def _costs(ms: dict[str, float], errors: dict[str, int], pages: int) -> dict[str, Cost]:
    """Where a tool refused all pages its time says nothing."""
    known = {name: value for name, value in ms.items() if errors[name] < pages}
    base = known.get(BASE)
    return {
        name: Cost(
            ms=round(known[name], 3) if name in known else None,
            ratio=round(known[name] / base, 3) if name in known and base else None,
            errors=errors[name],
        )
        for name in ms
    }


def _tools() -> dict[str, Callable[[str], object]]:
    """Return the tools that are there: parsing and linearising alone, all of `clean_text`, and the peer."""
    found: dict[str, Callable[[str], object]] = {"clean_text": clean_text}
    if parser := _import("cleaner.parse.html"):
        found = {"parse": parser.parse_html, **found}
    if peer := _import(BASE):
        found[BASE] = peer.extract
    return found


def _import(module: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def _rotated(names: Sequence[str], by: int) -> list[str]:
    by %= len(names)
    return [*names[by:], *names[:by]]


def _cpu(tool: Callable[[str], object], source: str) -> tuple[float, bool]:
    start = time.process_time()
    try:
        tool(source)
    except Exception:
        return time.process_time() - start, True
    return time.process_time() - start, False


def _seconds(text: str) -> float:
    start = time.perf_counter()
    clean(text)
    return time.perf_counter() - start
