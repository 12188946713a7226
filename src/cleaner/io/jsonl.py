"""Records as JSON Lines: one object a line, UTF-8, keys as in record.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TextIO

from cleaner.errors import RecordError
from cleaner.record import Record

# What `cleaner batch` writes before a record: which document it is from, and that it is its n-th.
PROVENANCE = ("document", "number")


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write each record as it comes.

    >>> import io
    >>> stream = io.StringIO()
    >>> write([Record(title="On Tea")], stream)
    >>> next(read(io.StringIO(stream.getvalue()))).title
    'On Tea'
    """
    for record in records:
        stream.write(json.dumps(record.to_dict(), ensure_ascii=False) + "\n")


def read(stream: Iterable[str]) -> Iterator[Record]:
    """Yield the records of lines that `write` or a batch wrote, blank lines aside. Raises `RecordError`."""
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                data = json.loads(line)
            except ValueError as error:
                raise RecordError(f"line {number}: {error}", key="") from error
            if isinstance(data, dict):
                data = {key: value for key, value in data.items() if key not in PROVENANCE}
            yield Record.from_dict(data)
