"""Parquet: one page a row, its text in a column of strings or of bytes."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from cleaner.batch.inputs import Stream
from cleaner.batch.page import Failure, Item
from cleaner.batch.readers.options import TEXT_FIELDS, ReadOptions
from cleaner.batch.readers.rows import page_of, text_field
from cleaner.extras import needs

_ROWS = 16


def pages(stream: Stream, name: str, options: ReadOptions) -> Iterator[Item]:
    """Yield the pages of the rows, a few of which are in memory at a time."""
    with needs("batch"):
        import pyarrow.parquet as pq

    with _seekable(stream) as source, pq.ParquetFile(source, pre_buffer=False, buffer_size=1 << 20) as file:
        names = file.schema_arrow.names
        field = text_field(names, options)
        if field is None:
            wanted = options.text_field or " or ".join(TEXT_FIELDS)
            yield Failure(name, "bad-row", f"no column {wanted}")
            return
        wanted_fields = (field, options.url_field, options.id_field, options.language_field)
        columns = [each for each in wanted_fields if each in names]
        number = 0
        for batch in file.iter_batches(_ROWS, columns=list(dict.fromkeys(columns)), use_threads=False):
            for row in batch.to_pylist():
                yield page_of(row, name, number, options)
                number += 1


@contextmanager
def _seekable(stream: Stream) -> Iterator[BinaryIO]:
    """Give a stream that can seek, as the format needs: a compressed or piped one goes to a temporary file."""
    if stream.compressed is None and stream.data.seekable():
        stream.data.seek(0)
        yield stream.data
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream.data, copy)
        stream.check()
        copy.seek(0)
        yield cast("BinaryIO", copy)
