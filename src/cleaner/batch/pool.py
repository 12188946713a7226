"""Chunks of pages through worker processes. The budgets are kept from outside of the worker.

A worker whose chunk takes longer than the time budget is killed and replaced, as is one that crashed. The pages of such a
chunk are then tried one by one, so that only the guilty one fails. pebble keeps the processes.
"""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from queue import Empty, SimpleQueue
from typing import Any, NamedTuple

from cleaner.batch.chunks import Chunk
from cleaner.batch.page import Failure, Outcome, Page
from cleaner.batch.worker import Job, clean_chunk, start
from cleaner.errors import BatchError
from cleaner.extras import needs

# How far work may run ahead of the oldest chunk that is not done: results wait for it in memory.
_LEAD = 128
# Tasks that are with the workers or on their way to one.
_TASKS_PER_WORKER = 2
_MAX_BYTES = 64_000_000
# A pool whose workers end again and again before they have done anything will not get better.
_MAX_BREAKDOWNS = 3
# So many seconds without news, and the pool is looked at.
_PATIENCE = 1.0


@dataclass(slots=True)
class _Open:
    """A chunk that is being worked on: what became of its items so far, and how many tasks are still out."""

    chunk: Chunk
    outcomes: list[Outcome | None]
    tasks: int = 0
    size: int = 0

    @property
    def done(self) -> bool:
        return self.tasks == 0


class _Task(NamedTuple):
    """Items of a chunk, by their place in it, that are with a worker."""

    chunk: int
    places: tuple[int, ...]
    generation: int


class Done(NamedTuple):
    """A chunk, and what became of each of its items."""

    chunk: Chunk
    outcomes: list[Outcome]


@dataclass
class Workers:
    """The processes. `timeout` is the time budget of one page in seconds. `ordered`: chunks come out as they went in."""

    job: Job
    number: int
    timeout: float
    ordered: bool = True
    _pool: Any = None
    _generation: int = 0
    _breakdowns: int = 0
    _open: dict[int, _Open] = field(default_factory=dict)
    _tasks: dict[Future[Any], _Task] = field(default_factory=dict)
    _finished: SimpleQueue[Future[Any]] = field(default_factory=SimpleQueue)

    def run(self, chunks: Iterator[Chunk]) -> Generator[Done, None, None]:
        """Yield each chunk with what became of its items. Raises `BatchError` where no worker starts."""
        more = True
        try:
            while True:
                while more and self._has_room():
                    chunk = next(chunks, None)
                    more = chunk is not None
                    if chunk is not None:
                        self._add(chunk)
                yield from self._take_done()
                if self._tasks:
                    self._wait()
                elif not more:
                    return
        finally:
            self._stop()

    def _has_room(self) -> bool:
        unfinished = [each for each in self._open.values() if not each.done]
        size = sum(each.size for each in unfinished)
        lead = len(self._open) < max(_LEAD, 4 * self.number)
        return len(self._tasks) < _TASKS_PER_WORKER * self.number and lead and size < _MAX_BYTES

    def _add(self, chunk: Chunk) -> None:
        outcomes: list[Outcome | None] = [None if isinstance(item, Page) else item for item in chunk.items]
        self._open[chunk.number] = _Open(chunk, outcomes, size=chunk.size)
        places = tuple(i for i, outcome in enumerate(outcomes) if outcome is None)
        if places:
            self._submit(chunk.number, places)

    def _submit(self, number: int, places: tuple[int, ...]) -> None:
        opened = self._open[number]
        opened.tasks += 1
        pages = [opened.chunk.items[i] for i in places]
        try:
            future = self._running().schedule(clean_chunk, (pages,), timeout=self.timeout)
        except RuntimeError:  # the pool broke a moment ago
            self._replace_pool(self._generation)
            future = self._running().schedule(clean_chunk, (pages,), timeout=self.timeout)
        self._tasks[future] = _Task(number, places, self._generation)
        future.add_done_callback(self._finished.put)

    def _wait(self) -> None:
        """Wait for a task to end. One that was on its way to a pool when that broke never does: it is handed in again."""
        try:
            self._settle(self._finished.get(timeout=_PATIENCE))
        except Empty:
            if self._pool is None or self._pool.active:
                return
            lost = [future for future, task in self._tasks.items() if task.generation == self._generation and not future.done()]
            self._replace_pool(self._generation)
            for future in lost:
                task = self._tasks.pop(future)
                self._open[task.chunk].tasks -= 1
                self._submit(task.chunk, task.places)

    def _settle(self, future: Future[Any]) -> None:
        """Note what a task has brought."""
        task = self._tasks.pop(future, None)
        if task is None:  # it was handed in again
            return
        opened = self._open[task.chunk]
        opened.tasks -= 1
        error = CancelledError() if future.cancelled() else future.exception()
        if error is None:
            self._breakdowns = 0
            for place, outcome in zip(task.places, future.result(), strict=True):
                opened.outcomes[place] = outcome
        elif isinstance(error, BrokenProcessPool | CancelledError):
            self._replace_pool(task.generation)
            self._submit(task.chunk, task.places)
        elif len(task.places) > 1:
            for place in task.places:
                self._submit(task.chunk, (place,))
        else:
            [place] = task.places
            page = opened.chunk.items[place]
            opened.outcomes[place] = self._failure(page, error)
        if opened.done:
            opened.size = 0
            opened.chunk = opened.chunk._replace(items=())

    def _failure(self, page: Any, error: BaseException) -> Failure:
        if isinstance(error, TimeoutError):
            return Failure(page.id, "timeout", f"over {self.timeout:g} seconds", url=page.url)
        code = getattr(error, "exitcode", None)
        if code is None:
            return Failure(page.id, "failed", str(error), type(error).__name__, page.url)
        return Failure(page.id, "crashed", f"the worker ended with {_name(code)}", url=page.url)

    def _take_done(self) -> Iterator[Done]:
        """Yield what is done: all of it, or as far as nothing before it is missing."""
        for number in sorted(self._open):
            if self._open[number].done:
                opened = self._open.pop(number)
                yield Done(opened.chunk, [outcome for outcome in opened.outcomes if outcome is not None])
            elif self.ordered:
                return

    def _running(self) -> Any:
        if self._pool is None:
            with needs("batch"):
                from pebble import ProcessPool
            # Not fork: a process with threads, such as those of numpy, must not be forked.
            context = get_context("spawn")
            self._pool = ProcessPool(self.number, initializer=start, initargs=(self.job,), context=context)
        return self._pool

    def _replace_pool(self, generation: int) -> None:
        """Start anew, unless that was done since."""
        if generation != self._generation:
            return
        self._breakdowns += 1
        if self._breakdowns > _MAX_BREAKDOWNS:
            raise BatchError("the worker processes end before they have cleaned anything")
        self._stop()
        self._generation += 1

    def _stop(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.stop()
            pool.join()


def _name(code: int) -> str:
    """Return an exit code in words.

    >>> _name(3), _name(-11)
    ('exit code 3', 'signal SIGSEGV')
    """
    try:
        return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


