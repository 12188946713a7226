"""WARC and WET files made of labelled pages, as crawlers write them: a member of gzip for each record."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from bench.data import Page

_DATE = "2024-05-03T00:00:00Z"
# What a crawler uses: the level does not matter to whoever reads it.
_LEVEL = 4


class Archive(NamedTuple):
    """A file, how many pages it holds, and how many bytes it is without compression."""

    path: Path
    pages: int
    size: int


def warc(page: Page, number: int) -> bytes:
    """Return a page as a WARC record, as it came over the wire."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    return _record("response", "application/http; msgtype=response", http + page.html.encode(), number, page.url)


def wet(flatten: Callable[[str], str]) -> Callable[[Page, int], bytes]:
    """Return what makes a WET record of a page: its text alone."""
    return lambda page, number: _record("conversion", "text/plain", flatten(page.html).encode(), number, page.url)


def write(pages: Iterable[Page], path: Path, make: Callable[[Page, int], bytes], size: int = 0) -> Archive:
    """Write the pages once, or again and again until the file has `size` bytes before compression."""
    members = [(len(record), gzip.compress(record, _LEVEL, mtime=0)) for record in map(make, pages, count())]
    written = number = 0
    with path.open("wb") as stream:
        for length, member in _again(members, size):
            stream.write(member)
            written, number = written + length, number + 1
    return Archive(path, number, written)


def _again(members: list[tuple[int, bytes]], size: int) -> Iterator[tuple[int, bytes]]:
    written = 0
    while True:
        for length, member in members:
            yield length, member
            written += length
        if written >= size or not members:
            return


def _record(kind: str, content_type: str, block: bytes, number: int, url: str | None) -> bytes:
    lines = (
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{UUID(int=number)}>",
        f"WARC-Date: {_DATE}",
        f"WARC-Target-URI: {url or f'http://page.example/{number}'}",
        f"Content-Type: {content_type}",
        f"Content-Length: {len(block)}",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"
