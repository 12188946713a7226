"""A run: inputs to chunks to workers to parts of the output, with a manifest to go on from."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import cleaner
from cleaner.batch.chunks import chunks
from cleaner.batch.dedup import THRESHOLD, Deduplicator, Mode
from cleaner.batch.hooks import RecordHook
from cleaner.batch.inputs import Stream, expand
from cleaner.batch.manifest import Checkpoint, Manifest
from cleaner.batch.output import Layout, Part, clear, discard, join, remove
from cleaner.batch.page import Cleaned, Failure, Item, Position
from cleaner.batch.pool import Done, Workers
from cleaner.batch.progress import Progress, progress_bar
from cleaner.batch.readers import ReadOptions, read
from cleaner.batch.sinks import Row
from cleaner.batch.stats import Stats
from cleaner.batch.worker import Job
from cleaner.errors import BatchError


@dataclass(frozen=True, slots=True)
class Batch:
    """What to do: the names of the inputs, where the output goes, how to read and to clean, and within which budgets.

    `timeout` is in seconds for one page. `part_size` is the number of pages after which a part of the output is
    complete: what a run that is cut off may have to do again. `dedup` says which duplicates to leave out.
    """

    inputs: tuple[str, ...]
    where: Layout
    read: ReadOptions = field(default_factory=ReadOptions)
    job: Job = field(default_factory=Job)
    workers: int = 1
    timeout: float = 30.0
    ordered: bool = True
    part_size: int = 2000
    dedup: Mode | None = None
    dedup_threshold: float = THRESHOLD

    def __post_init__(self) -> None:
        """Raises `BatchError` for what does not go together."""
        if self.dedup and not self.ordered:
            raise BatchError("which of two duplicates is the first depends on the order: leave out dedup or unordered")

    def asked(self) -> dict[str, Any]:
        """Return what the output depends on: a run is resumed with the same."""
        return {
            "cleaner": cleaner.__version__,
            "inputs": list(self.inputs),
            "format": self.where.format,
            "outputs": sorted(self.where.joined),
            "reading": dataclasses.asdict(self.read),
            "cleaning": {**dataclasses.asdict(self.job), "reference_date": str(self.job.reference_date)},
            "ordered": self.ordered,
            "part_size": self.part_size,
            "files": {path: _digest(path) for path in self.job.pipeline.files},
            "dedup": [self.dedup, self.dedup_threshold],
        }


def _digest(path: str) -> str:
    return sha256(Path(path).read_bytes()).hexdigest()


@dataclass
class _Run:
    """The state of a run under way."""

    batch: Batch
    manifest: Manifest
    stats: Stats
    hook: RecordHook | None
    on_failure: Callable[[Failure], None]
    ahead: set[int]
    next_chunk: int
    next: Position
    stream: Stream | None = None
    done_before: int = 0
    later: dict[int, Position] = field(default_factory=dict)

    def items(self) -> Iterator[tuple[Position, Item, int]]:
        """Yield the items from the checkpoint on, with how many bytes of all inputs have been read."""
        first = self.next
        self.done_before = self.manifest.size_before(first.input)
        for number, source in self.manifest.inputs(first.input):
            self.stream = None
            for place, item in enumerate(read(source, self.batch.read, self._opened)):
                if number > first.input or place >= first.item:
                    yield Position(number, place), item, self.done_before + (self.stream.offset() if self.stream else 0)
            self.done_before += source.size or 0

    def _opened(self, stream: Stream) -> None:
        self.stream = stream

    def write(self, part: Part, done: Done) -> None:
        """Write what became of a chunk, and count it."""
        for outcome in done.outcomes:
            self.stats.add(outcome)
            part.add(outcome)
            if isinstance(outcome, Failure):
                self.on_failure(outcome)
            elif isinstance(outcome, Cleaned):
                self._write_records(part, outcome)
        self._advance(done)

    def _write_records(self, part: Part, outcome: Cleaned) -> None:
        for number, found in enumerate(outcome.found):
            duplicate = self.hook(found.record, f"{outcome.id}#{number}") if self.hook else None
            if duplicate is not None:
                self.stats.add_duplicate(found, duplicate)
                part.add_duplicate(outcome.id, found, duplicate)
            else:
                self.stats.add_record(found.record)
                part.add_record(Row(outcome.id, number, found.record))

    def _advance(self, done: Done) -> None:
        """Move the checkpoint over all chunks that are done without a gap."""
        self.ahead.add(done.chunk.number)
        self.later[done.chunk.number] = done.chunk.next
        # A chunk that an earlier run has done counts when it has been read past: its end is known then.
        while self.next_chunk in self.ahead and self.next_chunk in self.later:
            self.ahead.discard(self.next_chunk)
            self.next = self.later.pop(self.next_chunk)
            self.next_chunk += 1

    def checkpoint(self) -> Checkpoint:
        return Checkpoint(self.next_chunk, self.next, frozenset(self.ahead))

    def complete(self, part: Part) -> None:
        """Make a part last: its files first, then the manifest."""
        part.complete()
        self.manifest.add_part(part.pages, self.checkpoint(), self.stats.to_dict())


def run(
    batch: Batch,
    *,
    resume: bool = False,
    overwrite: bool = False,
    show: bool = False,
    on_failure: Callable[[Failure], None] = lambda _: None,
) -> dict[str, Any]:
    """Clean all inputs; return the statistics, as docs/batch.md tells them. `show` lets a terminal see how far it is.

    Raises `BatchError` where there is output already and neither `resume` nor `overwrite`, or where it is of a run with
    other inputs or options; `PipelineError` and the like for a pipeline that cannot be built.
    """
    batch.job.pipeline.build()  # a mistake shall show here, not in a worker
    manifest = _manifest(batch, resume=resume, overwrite=overwrite)
    with closing(manifest):
        stats = Stats.from_dict(manifest.get("stats", Stats().to_dict()))
        began, before = time.monotonic(), stats.documents
        if not manifest.get("finished"):
            with _bar(manifest, before) if show else nullcontext(_unseen) as progress:
                _work(batch, manifest, stats, on_failure=on_failure, show=progress)
            join(batch.where, manifest.parts)
            manifest.finish()
        remove(batch.where.work)
        seconds, done = time.monotonic() - began, stats.documents - before
        rate = done / seconds if seconds else 0.0
        timing = {"seconds": seconds, "documents": done, "pages_per_second": rate, "workers": batch.workers}
        return {**stats.to_dict(), "parts": manifest.parts, "timing": timing}


def _bar(manifest: Manifest, documents: int) -> AbstractContextManager[Progress]:
    total, all_known = manifest.sizes()
    start = manifest.size_before(manifest.checkpoint().position.input)
    return progress_bar(total if all_known else None, start, documents)


def _unseen(_offset: int, _stats: Stats) -> None:
    """Show nothing."""


def _work(batch: Batch, manifest: Manifest, stats: Stats, *, on_failure: Callable[[Failure], None], show: Progress) -> None:
    """Do what is left to do, part by part, and count it."""
    start = manifest.checkpoint()
    hook = Deduplicator(manifest.connection, batch.dedup, batch.dedup_threshold) if batch.dedup else None
    now = _Run(batch, manifest, stats, hook, on_failure, set(start.ahead), start.chunk, start.position)
    workers = Workers(batch.job, batch.workers, batch.timeout, batch.ordered)
    with closing(workers.run(_to_do(now))) as results:
        _write_parts(now, results, show)


def _to_do(now: _Run) -> Iterator[Any]:
    """Yield the chunks that are in no part yet."""
    done = frozenset(now.ahead)
    for chunk in chunks(now.items(), now.next_chunk):
        if chunk.number in done:
            now.later[chunk.number] = chunk.next
        else:
            yield chunk


def _write_parts(now: _Run, results: Iterator[Done], show: Progress) -> None:
    part = None
    number = now.manifest.parts
    discard(now.batch.where, number)
    try:
        for done in results:
            part = part or Part(now.batch.where, number)
            now.write(part, done)
            show(done.chunk.offset, now.stats)
            if part.pages >= now.batch.part_size:
                complete, part = part, None
                now.complete(complete)
                number += 1
        if part is not None:
            complete, part = part, None
            now.complete(complete)
    finally:
        if part is not None:
            part.abandon()


def _manifest(batch: Batch, *, resume: bool, overwrite: bool) -> Manifest:
    """Return the manifest to go on with, or that of a run that begins."""
    where = batch.where
    where.folder.mkdir(parents=True, exist_ok=True)
    where.work.mkdir(parents=True, exist_ok=True)
    if resume and where.manifest.exists():
        found = Manifest.load(where.manifest, batch.asked())
        if found is not None:
            return found
    elif overwrite:
        clear(where)
        where.folder.mkdir(parents=True, exist_ok=True)
        where.work.mkdir(parents=True, exist_ok=True)
    elif taken := next((path for path in (where.manifest, where.single) if path and path.exists()), None):
        raise BatchError(f"{taken} is there already: resume that run, or overwrite what it has written")
    return Manifest.create(where.manifest, batch.asked(), expand(batch.inputs, {p.resolve() for p in where.all()}))


