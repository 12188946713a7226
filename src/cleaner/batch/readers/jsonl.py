"""JSON Lines: one object a line, its text in a field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BufferedReader

from cleaner.batch.inputs import Stream
from cleaner.batch.page import Failure, Item
from cleaner.batch.readers.options import ReadOptions
from cleaner.batch.readers.rows import page_of
from cleaner.batch.readers.single import too_large

_STEP = 1 << 20


def pages(stream: Stream, name: str, options: ReadOptions) -> Iterator[Item]:
    """Yield the pages of the lines, blank ones aside; no more than one line is ever in memory, nor of a long one more
    than the size budget.
    """  # noqa: D205
    for number, line in enumerate(_lines(stream.data, options.max_bytes), 1):
        if line is None:
            yield too_large(f"{name}#{number}", options.max_bytes)
        elif line.strip():
            yield _item(line, name, number, options)


def looks_like(start: bytes) -> bool:
    """Tell whether the first bytes of a file are those of JSON Lines.

    >>> looks_like(b'{"url": "a", "text": "b"}'), looks_like(b'{"url": "a", "te'), looks_like(b"{{Infobox"), looks_like(b"")
    (True, True, False, False)
    """
    line, newline, _ = start.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if not line.startswith(b'{"'):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return not newline  # a line that goes on beyond what was read


def _item(line: bytes, name: str, number: int, options: ReadOptions) -> Item:
    where = f"{name}#{number}"
    try:
        row = json.loads(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
    except (ValueError, RecursionError) as error:
        return Failure(where, "bad-row", str(error), type(error).__name__)
    if not isinstance(row, dict):
        return Failure(where, "bad-row", "no JSON object")
    return page_of(row, name, number, options)


def _lines(stream: BufferedReader, limit: int) -> Iterator[bytes | None]:
    """Yield the lines, `None` for one over the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_STEP)
        yield None
