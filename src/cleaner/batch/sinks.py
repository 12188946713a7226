"""Where rows go: one file, or one folder of Markdown files, written and then closed."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple, Protocol, cast

from cleaner.batch.inputs import zstd
from cleaner.extras import needs
from cleaner.io import arrow, jsonl, markdown
from cleaner.record import Record

FORMATS = {"jsonl": ".jsonl", "jsonl.gz": ".jsonl.gz", "jsonl.zst": ".jsonl.zst", "parquet": ".parquet", "markdown": ""}
_PARQUET_ROWS = 500
_SLUG_SIZE = 60


class Row(NamedTuple):
    """A record, the page it is from, and its number there."""

    document: str
    number: int
    record: Record


class RecordSink(Protocol):
    """Takes records until it is closed."""

    def write(self, row: Row) -> None:
        """Write a record."""

    def close(self) -> None:
        """Finish what was written."""


class Lines:
    """JSON Lines, compressed as the format says. The bytes depend on nothing but the rows."""

    def __init__(self, path: Path, format_: str) -> None:
        self._file = path.open("wb")
        self._stream: IO[bytes] = _compressed(self._file, format_)

    def write_dict(self, row: Mapping[str, Any]) -> None:
        """Write an object."""
        self._stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")

    def write(self, row: Row) -> None:
        """Write a record behind the keys `document` and `number`."""
        document, number = jsonl.PROVENANCE
        self.write_dict({document: row.document, number: row.number, **row.record.to_dict()})

    def close(self) -> None:
        """Finish the file."""
        if self._stream is not self._file:
            self._stream.close()
        self._file.close()


def _compressed(file: IO[bytes], format_: str) -> IO[bytes]:
    if format_.endswith(".gz"):
        return cast("IO[bytes]", gzip.GzipFile("", "wb", fileobj=file, mtime=0))
    if format_.endswith(".zst"):
        return cast("IO[bytes]", zstd().ZstdFile(file, "wb"))
    return file


class Table:
    """Parquet in the columns of `cleaner.io.arrow`."""

    def __init__(self, path: Path) -> None:
        with needs("batch"):
            import pyarrow.parquet as pq
        self._writer = pq.ParquetWriter(path, arrow.schema(arrow.document_fields()), compression="zstd")
        self._rows: list[Row] = []

    def write(self, row: Row) -> None:
        """Write a record, some of them at a time."""
        self._rows.append(row)
        if len(self._rows) == _PARQUET_ROWS:
            self._flush()

    def _flush(self) -> None:
        import pyarrow as pa

        documents, numbers = arrow.document_fields()
        leading = {
            documents.name: pa.array([row.document for row in self._rows], documents.type),
            numbers.name: pa.array([row.number for row in self._rows], numbers.type),
        }
        self._writer.write_batch(arrow.to_batch([row.record for row in self._rows], leading))
        self._rows = []

    def close(self) -> None:
        """Finish the file."""
        if self._rows:
            self._flush()
        self._writer.close()


class Files:
    """A folder with a Markdown file for each record, numbered, named after its title."""

    def __init__(self, path: Path) -> None:
        path.mkdir()
        self._folder = path
        self._count = 0

    def write(self, row: Row) -> None:
        """Write a file."""
        name = f"{self._count:06d}{slug(row.record.title)}.md"
        (self._folder / name).write_text(markdown.render(row.record), encoding="utf-8", newline="\n")
        self._count += 1

    def close(self) -> None:
        """Do nothing: each file is whole."""


def slug(title: str | None) -> str:
    """Return a title as a part of a file's name, with a dash before it.

    >>> slug("Ferry Prices to Double: 'Ouch!'"), slug(None)
    ('-ferry-prices-to-double-ouch', '')
    """
    words = "-".join(re.findall(r"\w+", (title or "").lower()))
    return f"-{words.encode()[:_SLUG_SIZE].decode('utf-8', 'ignore').rstrip('-')}" if words else ""


def record_sink(path: Path, format_: str) -> RecordSink:
    """Return the sink of a format, one of `FORMATS`."""
    if format_ == "markdown":
        return Files(path)
    return Table(path) if format_ == "parquet" else Lines(path, format_)
