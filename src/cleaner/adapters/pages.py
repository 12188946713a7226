"""Inputs of any kind that `cleaner batch` reads, WARC and WET among them, as Arrow batches of pages for an engine to clean.

The columns: `id`, `url`, `content_type`, `page` (bytes), and `problem`, which says why `page` is null where an input, or
a page of one, could not be read. What an archive itself says is no page (a request, a picture) has no row.

Needs the extras `arrow` and `batch`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cleaner.batch.inputs import Input, expand
from cleaner.batch.page import Failure, Page
from cleaner.batch.readers import ReadOptions, read
from cleaner.extras import needs
from cleaner.parse.encoding import speakable

if TYPE_CHECKING:
    import pyarrow as pa

# What goes with the columns, for any adapter: `clean_frame(pages, **COLUMNS)`.
COLUMNS: Any = {"text_column": "page", "url_column": "url", "content_type_column": "content_type"}
_BATCH_ROWS = 128
_BATCH_SIZE = 16_000_000


def page_schema() -> pa.Schema:
    """Return the columns of pages.

    >>> page_schema().names
    ['id', 'url', 'content_type', 'page', 'problem']
    """
    with needs("arrow"):
        import pyarrow as pa
    text = pa.string()
    return pa.schema({"id": text, "url": text, "content_type": text, "page": pa.binary(), "problem": text})


def input_names(inputs: Iterable[str]) -> list[str]:
    """Return the names of all files that files, folders, globs and URLs stand for: what an engine shares out."""
    return [each.name for each in expand(inputs)]


def page_batches(names: Iterable[str], options: ReadOptions | None = None) -> Iterator[pa.RecordBatch]:
    """Yield the pages of inputs, some at a time: what is in memory does not grow with an input.

    >>> list(page_batches(["/no/such/file"]))[0].to_pylist()[0]["problem"]
    'unreadable: No such file or directory'
    """
    with needs("arrow"):
        import pyarrow as pa
    schema = page_schema()
    rows: list[dict[str, Any]] = []
    size = 0
    for row in page_rows(names, options):
        rows.append(row)
        size += len(row["page"] or b"")
        if len(rows) >= _BATCH_ROWS or size > _BATCH_SIZE:
            yield pa.RecordBatch.from_pylist(rows, schema=schema)
            rows, size = [], 0
    if rows:
        yield pa.RecordBatch.from_pylist(rows, schema=schema)


def page_rows(names: Iterable[str], options: ReadOptions | None = None) -> Iterator[dict[str, Any]]:
    """Yield the pages of inputs as dictionaries."""
    for name in names:
        for item in read(Input(name), options or ReadOptions()):
            if isinstance(item, Page | Failure):
                yield _row(item)


def _row(item: Page | Failure) -> dict[str, Any]:
    row = {"id": item.id, "url": item.url, "content_type": None, "page": None, "problem": None}
    if isinstance(item, Failure):
        return row | {"problem": f"{item.kind}: {item.message}"}
    data = speakable(item.data)[0].encode() if isinstance(item.data, str) else item.data
    return row | {"content_type": item.content_type, "page": data}
