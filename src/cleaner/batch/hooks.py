"""What may say no to a record before it is written: the place of deduplication across the batch."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from cleaner.record import Record


class Duplicate(NamedTuple):
    """Why a record is not written: it repeats an earlier one, whose key is `of` (`ID-OF-PAGE#NUMBER-OF-RECORD`).

    `similarity` in 0..1 is how much of one is in the other; estimated where the kind is `near`.
    """

    kind: Literal["exact", "near"]
    of: str
    similarity: float = 1.0


class RecordHook(Protocol):
    """Sees each record once, in the parent process, in the order of the output.

    It is made with the `sqlite3.Connection` of the run's manifest, and keeps whatever must outlive a kill in tables of
    its own there. It never commits: the run does, with each part of the output, so that the hook's tables and the
    parts always agree. After a kill it is made again on the tables as they were at the last commit.
    """

    def __call__(self, record: Record, key: str, /) -> Duplicate | None:
        """Return `None` for a record to write, or what it repeats. `key` names the record for later ones."""
