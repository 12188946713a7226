"""Small WARC and WET files, made of pages."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from uuid import UUID


def warc(pages: Iterable[tuple[str, str]]) -> bytes:
    """A WARC of responses, each a member of its own, as crawlers write them."""
    return b"".join(_response(number, url, html) for number, (url, html) in enumerate(pages))


def wet(pages: Iterable[tuple[str, str]]) -> bytes:
    """A WET of conversions to plain text."""
    return b"".join(
        _record(number, url, "conversion", "text/plain", text.encode()) for number, (url, text) in enumerate(pages)
    )


def _response(number: int, url: str, html: str) -> bytes:
    body = html.encode()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return _record(number, url, "response", "application/http; msgtype=response", head.encode() + body)


def _record(number: int, url: str, kind: str, media_type: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{UUID(int=number)}>\r\nWARC-Date: 2024-05-03T09:30:00Z\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)
