"""Records as one JSON array, indented, UTF-8, keys as in record.schema.json."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from cleaner.errors import RecordError
from cleaner.record import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write all records as an array.

    >>> import io
    >>> stream = io.StringIO()
    >>> write([Record(title="On Tea")], stream)
    >>> read(io.StringIO(stream.getvalue()))[0].title
    'On Tea'
    """
    json.dump([record.to_dict() for record in records], stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def read(stream: TextIO) -> list[Record]:
    """Return the records of an array that `write` wrote. Raises `RecordError`."""
    try:
        data = json.load(stream)
    except ValueError as error:
        raise RecordError(str(error), key="") from error
    if not isinstance(data, list):
        raise RecordError("not an array of records", key="")
    return [Record.from_dict(item) for item in data]
