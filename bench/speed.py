"""How the time of `clean` grows with the length of its input."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from cleaner import clean

_FIXTURES = Path(__file__).parents[1] / "fixtures"
_SIZE = 15_000
_STEPS = (1, 3, 10, 30, 100, 300)


def curve(times: int) -> Iterator[str]:
    """Yield a line for each length up to `times`: characters, the best of some runs in seconds, ratio to the first."""
    pages = [p.read_text("utf-8") for p in sorted(_FIXTURES.glob("en-*/input.txt"))]
    page = "\n\n".join(pages)[:_SIZE]
    clean(page)
    base = 0.0
    for step in [s for s in _STEPS if s <= times]:
        # Each copy gets a number of its own, so that the copies are not exact repeats of each other.
        text = "\n\n".join(page.replace(". ", f" {i}. ") for i in range(step))
        seconds = min(_seconds(text) for _ in range(5 if step < 30 else 2))
        base = base or seconds
        yield f"{step:4d} x  {len(text):9,d} characters  {seconds:8.4f} s  {seconds / base:7.1f} x the time"


def _seconds(text: str) -> float:
    start = time.perf_counter()
    clean(text)
    return time.perf_counter() - start
