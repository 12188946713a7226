"""The bar: on a terminal alone."""

from __future__ import annotations

import io
import sys
from collections import Counter

import pytest

from cleaner.batch.progress import progress_bar
from cleaner.batch.stats import Stats


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, total: int | None) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    stats = Stats(documents=7, records=5, errors=Counter(corrupt=2))
    with progress_bar(total, 10) as show:
        show(50, stats)
        show(20, stats)  # a chunk that comes late does not turn it back
    return stream.getvalue()


def test_a_terminal_sees_how_far_how_fast_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(monkeypatch, Terminal(), 100)
    for part in ("50%", "50.0/100", "B/s", "documents=7", "records=5", "errors=2", "documents/s="):
        assert part in said


def test_without_a_total_there_is_no_share(monkeypatch: pytest.MonkeyPatch) -> None:
    said = shown(monkeypatch, Terminal(), None)
    assert "documents=7" in said
    assert "%" not in said


def test_nobody_else_sees_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch, io.StringIO(), 100) == ""
