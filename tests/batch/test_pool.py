"""Budgets from outside of the worker: the guilty page fails, the others do not, whatever the number of workers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cleaner.batch.chunks import Chunk, chunks
from cleaner.batch.page import Cleaned, Failure, Item, Page, Position, Skipped
from cleaner.batch.pipeline import PipelineSpec
from cleaner.batch.pool import Workers
from cleaner.batch.worker import Job
from cleaner.errors import BatchError
from tests.batch import hostile
from tests.batch.helpers import text

JOB = Job(PipelineSpec(custom="tests.batch.hostile:pipeline"))


def stream(*texts: str) -> Iterator[Chunk]:
    return chunks((Position(0, i), Page(str(i), each), 0) for i, each in enumerate(texts))


def outcomes(workers: Workers, source: Iterator[Chunk]) -> list[Any]:
    return [outcome for done in workers.run(source) for outcome in done.outcomes]


def test_the_guilty_fail_and_nobody_else() -> None:
    asked = {5: hostile.HANG, 20: hostile.CRASH, 22: hostile.RAISE, 23: hostile.EXIT}
    texts = [asked.get(i, text(f"Rona {i}")) for i in range(40)]
    found = outcomes(Workers(JOB, 2, timeout=2), stream(*texts))
    assert [outcome.id for outcome in found] == [str(i) for i in range(40)]
    failed = {int(outcome.id): (outcome.kind, outcome.message) for outcome in found if isinstance(outcome, Failure)}
    assert failed == {
        5: ("timeout", "over 2 seconds"),
        20: ("crashed", "the worker ended with exit code 7"),
        22: ("failed", "obedient: ZeroDivisionError: as asked"),
        23: ("failed", "3"),
    }
    titles = [outcome.found[0].record.title for outcome in found if isinstance(outcome, Cleaned)]
    assert titles == [f"Ferry to Rona {i} Doubles Its Price" for i in range(40) if i not in asked]


def test_unordered_is_the_same_but_for_the_order() -> None:
    texts = [text(f"Rona {i}") for i in range(100)]
    found = outcomes(Workers(JOB, 2, timeout=20, ordered=False), stream(*texts))
    assert sorted(int(outcome.id) for outcome in found) == list(range(100))


def test_what_is_no_page_goes_by_the_workers() -> None:
    failure, skipped = Failure("b", "corrupt", "ended early"), Skipped("c", "media-type")
    items: list[Item] = [Page("a", ""), failure, skipped, Page("d", "")]
    found = outcomes(Workers(JOB, 1, timeout=20), chunks((Position(0, i), item, 0) for i, item in enumerate(items)))
    assert [outcome.id for outcome in found] == ["a", "b", "c", "d"]
    assert found[1:3] == [failure, skipped]


def test_workers_that_cannot_start_are_an_error_of_the_run(caplog: pytest.LogCaptureFixture) -> None:
    job = Job(PipelineSpec(custom="tests.batch.hostile:nothing_there"))
    with pytest.raises(BatchError, match="worker processes end"):
        outcomes(Workers(job, 1, timeout=20), stream(text("Rona")))
    assert not caplog.records


def test_reading_stops_where_the_results_wait() -> None:
    """The oldest page is slow: those after it are read up to a bound, and no further."""
    read = []

    def endless() -> Iterator[tuple[Position, Page, int]]:
        for i in range(1_000_000):
            read.append(i)
            yield Position(0, i), Page(str(i), "" if i else hostile.HANG), 0

    running = Workers(Job(PipelineSpec(custom="tests.batch.hostile:pipeline")), 2, timeout=1).run(chunks(endless()))
    first = next(running)
    assert isinstance(first.outcomes[0], Failure)
    assert len(read) < 4000
    running.close()
