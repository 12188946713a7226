"""The line that shows how far a batch is: on a terminal alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from cleaner.batch.stats import Stats
from cleaner.errors import MissingExtraError
from cleaner.extras import needs


class Progress(Protocol):
    """Is told how many bytes of the inputs have been dealt with, and what was done."""

    def __call__(self, offset: int, stats: Stats, /) -> None:
        """Show it."""


@contextmanager
def progress_bar(total: int | None, start: int = 0, documents: int = 0) -> Iterator[Progress]:
    """Show a bar with rate and time left; the latter needs the total in bytes. Shows nothing where there is no terminal.

    `start` and `documents` are what an earlier run has dealt with.
    """
    try:
        with needs("batch"):
            from tqdm import tqdm
    except MissingExtraError:  # it is no reason not to run
        yield lambda _offset, _stats: None
        return
    shape: dict[str, Any] = {"unit": "B", "unit_scale": True, "disable": None, "dynamic_ncols": True}
    with tqdm(total=total, initial=start, **shape) as bar:

        def show(offset: int, stats: Stats) -> None:
            pace = (stats.documents - documents) / (bar.format_dict["elapsed"] or 1)
            counts = {"documents": stats.documents, "records": stats.records, "errors": stats.errors.total()}
            bar.set_postfix({**counts, "documents/s": f"{pace:.1f}"}, refresh=False)
            bar.update(max(0, offset - bar.n))

        yield show
