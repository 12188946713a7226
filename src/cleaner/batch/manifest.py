"""The manifest of a run: its inputs and options, what is committed, and from where to go on. One SQLite file.

    run     key, value (JSON)               what was asked for, the statistics so far, whether all is finished
    inputs  number, name, size, problem     what is read, in order: a run goes on with the list it began with
    parts   number, pages                   the parts of the output that are complete
    ahead   chunk                           chunks that are in a part, though one before them is not

All changes since the last part are one transaction; other tables may take part in it (see hooks).
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.batch.inputs import Input
from cleaner.batch.page import Position
from cleaner.errors import BatchError

_TABLES = """
CREATE TABLE run (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE inputs (number INTEGER PRIMARY KEY, name BLOB NOT NULL, size INTEGER, problem TEXT NOT NULL);
CREATE TABLE parts (number INTEGER PRIMARY KEY, pages INTEGER NOT NULL);
CREATE TABLE ahead (chunk INTEGER PRIMARY KEY);
"""


class Checkpoint(NamedTuple):
    """From where to go on: the first chunk that is in no part, where it starts, and which later ones are in one."""

    chunk: int = 0
    position: Position = Position(0, 0)
    ahead: frozenset[int] = frozenset()


class Manifest:
    """An open manifest, which no other process can open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @classmethod
    def create(cls, path: Path, asked: Mapping[str, Any], inputs: Iterable[Input]) -> Manifest:
        """Make a new one. Raises `BatchError`."""
        made = cls._open(path)
        for statement in _TABLES.strip().split("\n"):
            made.connection.execute(statement)
        rows = ((i, os.fsencode(each.name), each.size, each.problem) for i, each in enumerate(inputs))
        made.connection.executemany("INSERT INTO inputs VALUES (?, ?, ?, ?)", rows)
        made._set("asked", dict(asked))
        made.commit()
        return made

    @classmethod
    def load(cls, path: Path, asked: Mapping[str, Any]) -> Manifest | None:
        """Open one to go on with; `None` where the run ended before it began.

        Raises `BatchError` where it is of a run with other inputs or options.
        """
        found = cls._open(path)
        if not found.connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            found.close()
            return None
        before = found.get("asked")
        wanted = json.loads(json.dumps(dict(asked)))
        different = sorted(key for key in {*before, *wanted} if before.get(key) != wanted.get(key))
        if different:
            found.close()
            raise BatchError(f"the run to resume was started with other {', '.join(different)}; see {path}")
        return found

    @classmethod
    def _open(cls, path: Path) -> Manifest:
        try:
            connection = sqlite3.connect(path, isolation_level=None, timeout=0)
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            busy = "locked" in str(error)
            raise BatchError(f"{path}: {'another run is at work on it' if busy else error}") from error
        return cls(connection)

    def commit(self) -> None:
        """Make all changes since the last commit last, and begin the next transaction."""
        self.connection.execute("COMMIT")
        self.connection.execute("BEGIN EXCLUSIVE")

    def close(self) -> None:
        """Undo what was not committed, and close."""
        self.connection.close()

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value of the table `run`."""
        row = self.connection.execute("SELECT value FROM run WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else default

    def _set(self, key: str, value: Any) -> None:
        self.connection.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (key, json.dumps(value)))

    def inputs(self, first: int = 0) -> Iterator[tuple[int, Input]]:
        """Yield the inputs from the given one on, with their numbers."""
        number = first
        while True:  # by the row: a cursor left open would not outlive a commit
            query = "SELECT name, size, problem FROM inputs WHERE number = ?"
            row = self.connection.execute(query, (number,)).fetchone()
            if row is None:
                return
            yield number, Input(os.fsdecode(row[0]), row[1], row[2])
            number += 1

    def sizes(self) -> tuple[int, bool]:
        """Return the bytes of all inputs whose size is known, and whether that is all of them."""
        total, unknown = self.connection.execute(
            "SELECT COALESCE(SUM(size), 0), COUNT(*) - COUNT(size) - SUM(problem != '' AND size IS NULL) FROM inputs"
        ).fetchone()
        return total, not unknown

    def size_before(self, number: int) -> int:
        """Return the bytes of the inputs before one, as far as they are known."""
        query = "SELECT COALESCE(SUM(size), 0) FROM inputs WHERE number < ?"
        return int(self.connection.execute(query, (number,)).fetchone()[0])

    @property
    def parts(self) -> int:
        """The number of complete parts."""
        return int(self.connection.execute("SELECT COUNT(*) FROM parts").fetchone()[0])

    def checkpoint(self) -> Checkpoint:
        """Return from where to go on."""
        found = self.get("next")
        if found is None:
            return Checkpoint()
        ahead = frozenset(row[0] for row in self.connection.execute("SELECT chunk FROM ahead"))
        return Checkpoint(found["chunk"], Position(found["input"], found["item"]), ahead)

    def add_part(self, pages: int, checkpoint: Checkpoint, stats: Mapping[str, Any]) -> None:
        """Note a complete part, and what holds from then on. Commits."""
        self.connection.execute("INSERT INTO parts VALUES (?, ?)", (self.parts, pages))
        self.connection.execute("DELETE FROM ahead")
        self.connection.executemany("INSERT INTO ahead VALUES (?)", ((chunk,) for chunk in checkpoint.ahead))
        position = checkpoint.position
        self._set("next", {"chunk": checkpoint.chunk, "input": position.input, "item": position.item})
        self._set("stats", dict(stats))
        self.commit()

    def finish(self) -> None:
        """Note that all is done. Commits."""
        self._set("finished", True)
        self.commit()
