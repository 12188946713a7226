"""WARC and WET: a page is a response or resource of a kind that is cleaned, or a conversion to text."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from cleaner.batch.inputs import Stream, zstd
from cleaner.batch.page import Failure, Item, Page, Skipped
from cleaner.batch.readers.options import ReadOptions
from cleaner.batch.readers.single import too_large
from cleaner.extras import needs
from cleaner.parse.source import HTML_TYPES, TEXT_TYPES

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("response", "resource", "conversion")
_LABEL = re.compile(r"[\w.:+-]{1,40}")


def pages(stream: Stream, name: str, options: ReadOptions) -> Iterator[Item]:
    """Yield an item for each record: a page, or why it is none."""
    with needs("batch"):
        from fastwarc.warc import ArchiveIterator

    for number, record in enumerate(ArchiveIterator(stream.data, stream_detect=False)):
        yield _item(record, f"{name}#{record.record_id or number}", options)


def _item(record: WarcRecord, where: str, options: ReadOptions) -> Item:
    url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
    declared = (record.headers.get("Content-Length") or "").strip()
    if not (declared.isascii() and declared.isdigit()):
        return Failure(where, "corrupt", "no Content-Length", url=url)
    kind = str(record.record_type)
    if kind not in _PAGES:
        return Skipped(where, f"warc-{kind}")
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status is not None and not 200 <= status < 300:
        return Skipped(where, "http-status")
    media_type, charset = _media_type(record, kind)
    if media_type not in (None, *HTML_TYPES, *TEXT_TYPES):
        return Skipped(where, "media-type")
    return _page(record, where, url, options, content_type=_content_type(media_type, charset))


def _page(record: WarcRecord, where: str, url: str | None, options: ReadOptions, *, content_type: str | None) -> Item:
    raw = record.reader.read(options.max_bytes + 1)
    if len(raw) > options.max_bytes:
        return too_large(where, options.max_bytes, url)
    if len(raw) < record.content_length:
        return Failure(where, "corrupt", f"{len(raw)} bytes of {record.content_length}", url=url)
    data = _decoded(raw, record, options.max_bytes)
    if len(data) > options.max_bytes:
        return too_large(where, options.max_bytes, url)
    return Page(where, data, url, options.content_type or content_type, options.language)


def _media_type(record: WarcRecord, kind: str) -> tuple[str | None, str | None]:
    """Return what the record says its payload is: a conversion is text in UTF-8."""
    if kind == "conversion":
        return "text/plain", "utf-8"
    if record.is_http_parsed:
        stated, charset = record.http_content_type, record.http_charset
    else:
        stated, _, rest = (record.headers.get("Content-Type") or "").partition(";")
        charset = rest.partition("charset=")[2].strip(' "')
    return (stated or "").strip().lower() or None, charset


def _content_type(media_type: str | None, charset: str | None) -> str | None:
    if media_type is None:
        return None
    return f"{media_type}; charset={charset}" if charset and _LABEL.fullmatch(charset) else media_type


def _decoded(raw: bytes, record: WarcRecord, limit: int) -> bytes:
    """Return a payload without its HTTP encodings; as it is where it is not encoded as its headers say, as many
    crawlers store it. Never decodes more than the limit and a byte.
    """  # noqa: D205
    if not record.is_http_parsed:
        return raw
    headers = record.http_headers
    codings = [(headers.get(name) or "").lower() for name in ("Content-Encoding", "Transfer-Encoding")]
    for coding in reversed([c.strip() for each in codings for c in each.split(",")]):
        decode = _DECODERS.get(coding)
        if decode is not None:
            try:
                raw = decode(raw, limit + 1)
            except Exception:  # every codec has errors of its own
                continue
    return raw


def _inflate(raw: bytes, limit: int) -> bytes:
    """Undo gzip or deflate, with or without the header of zlib."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(raw, limit)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(raw, limit)


def _brotli(raw: bytes, limit: int) -> bytes:
    from fastwarc.stream_io import BrotliReader

    return BrotliReader(io.BytesIO(raw)).read(limit)


def _chunked(raw: bytes, limit: int) -> bytes:
    from fastwarc.stream_io import ChunkedReader

    return ChunkedReader(io.BytesIO(raw)).read(limit)


def _zstd(raw: bytes, limit: int) -> bytes:
    data: bytes = zstd().ZstdDecompressor().decompress(raw, limit)
    return data


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _inflate,
    "x-gzip": _inflate,
    "deflate": _inflate,
    "br": _brotli,
    "zstd": _zstd,
    "chunked": _chunked,
}
