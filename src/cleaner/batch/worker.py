"""What a worker process does: it makes its pipeline once, and cleans chunks of pages."""

from __future__ import annotations

import gc
import os
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import connection, parent_process
from typing import NamedTuple

from cleaner.api import Result, process
from cleaner.batch.page import Cleaned, Cut, Failure, Found, Page
from cleaner.batch.pipeline import PipelineSpec
from cleaner.errors import InputError
from cleaner.filter import Pipeline
from cleaner.ledger import Ledger
from cleaner.presets import preset

# About as many objects as a page or two have.
_COLLECT_AFTER = 10_000
_WARM_UP = "<h1>On Tea</h1><p>By Ann Lee, May 3, 2024</p><p>" + "Tea is a drink that many people like. " * 9


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with each page."""

    pipeline: PipelineSpec = field(default_factory=PipelineSpec)
    reference_date: date | None = None
    cuts: bool = False


class _Ready(NamedTuple):
    job: Job
    pipeline: Pipeline


_ready: _Ready | None = None


def start(job: Job) -> None:
    """Make the pipeline of this process, and load what pages will need: no page's time budget shall pay for it."""
    global _ready  # noqa: PLW0603 - a process has one job
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()
    _ready = _Ready(job, job.pipeline.build())
    # Nobody would stop a pipeline of the user's here.
    process(_WARM_UP, pipeline=preset("rules") if job.pipeline.custom else _ready.pipeline)
    if parent is not None:  # a process of our own: what it has loaded by now stays, and a page's objects die together
        gc.collect()
        gc.freeze()
        gc.set_threshold(_COLLECT_AFTER, 10, 10)


def _follow(sentinel: int) -> None:
    """End this process when its parent has ended, in whatever way: nobody would take its results."""
    connection.wait([sentinel])
    os._exit(1)


def clean_chunk(pages: Sequence[Page]) -> list[Cleaned | Failure]:
    """Return what became of each page. Raises nothing but what ends the process."""
    if _ready is None:
        raise RuntimeError("start() comes first")
    return [clean_page(page, _ready.job, _ready.pipeline) for page in pages]


def clean_page(page: Page, job: Job, pipeline: Pipeline) -> Cleaned | Failure:
    """Return the records of one page and its account, or why there are none.

    >>> from cleaner import preset
    >>> done = clean_page(Page("a", "Tea is a drink that many people like very much."), Job(), preset())
    >>> done.kept, done.removed
    ({'body': 47}, {})
    """
    try:
        result = process(
            page.data,
            url=page.url,
            content_type=page.content_type,
            language=page.language,
            reference_date=job.reference_date,
            pipeline=pipeline,
        )
    except InputError as error:
        return Failure(page.id, "refused", str(error), type(error).__name__, page.url)
    except (Exception, SystemExit) as error:  # a filter of the user's may raise anything
        return Failure(page.id, "failed", str(error), type(error).__name__, page.url)
    return _account(page, result, job)


def _account(page: Page, result: Result, job: Job) -> Cleaned:
    end = len(result.document.text)
    spans = zip(result.records, result.articles, strict=True)
    return Cleaned(
        id=page.id,
        url=page.url,
        found=tuple(Found(record, start, end, _count(result.ledger, start, end, removed=False)) for record, (start, end) in spans),
        kept=_count(result.ledger, 0, end, removed=False),
        removed=_count(result.ledger, 0, end, removed=True),
        warnings=len(result.warnings),
        cuts=tuple(Cut(r.start, r.end, r.label, r.by, r.text) for r in result.removed) if job.cuts else (),
    )


def _count(ledger: Ledger, start: int, end: int, *, removed: bool) -> dict[str, int]:
    """Return how many characters of a span were removed, or kept, by label."""
    counts: Counter[str] = Counter()
    for segment in ledger:
        size = min(segment.end, end) - max(segment.start, start)
        if size > 0 and (segment.action == "remove") is removed:
            counts[segment.label] += size
    return dict(counts)
