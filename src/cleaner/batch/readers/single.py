"""A file that is one page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from cleaner.batch.inputs import Stream
from cleaner.batch.page import Failure, Item, Page
from cleaner.batch.readers.options import ReadOptions


def too_large(name: str, max_bytes: int, url: str | None = None) -> Failure:
    """Return the failure of a page over the size budget."""
    return Failure(name, "too-large", f"over {max_bytes} bytes", url=url)


def _page(stream: Stream, name: str, options: ReadOptions, *, content_type: str | None) -> Iterator[Item]:
    data = stream.data.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        yield too_large(name, options.max_bytes)
    else:
        stream.check()
        yield Page(name, data, None, options.content_type or content_type, options.language)


page = partial(_page, content_type=None)
text = partial(_page, content_type="text/plain")
html = partial(_page, content_type="text/html")
