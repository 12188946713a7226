"""A source of any kind that the library takes, to a `Document`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from cleaner.document import Context, Document
from cleaner.errors import InputFileError, InputTypeError, UnsupportedContentError
from cleaner.parse.encoding import decode
from cleaner.parse.html import parse_html
from cleaner.parse.sniff import sniff
from cleaner.parse.text import parse_text

if TYPE_CHECKING:
    from bs4 import Tag

Source: TypeAlias = "str | bytes | bytearray | memoryview | os.PathLike[str] | Tag"

HTML_TYPES = ("text/html", "application/xhtml+xml")
TEXT_TYPES = ("text/plain", "text/markdown")
_SAMPLE = 100_000


def parse(
    source: Source, context: Context | None = None, *, media_type: str | None = None, charset: str | None = None
) -> Document:
    """Return the document of a text, of HTML, of a BeautifulSoup object or Tag, or of the file at a path.

    `media_type` says what it is; told by the content otherwise. Raises `InputTypeError` for any other
    source, `InputFileError` for a path that cannot be read, and what the parsers raise.
    """
    if isinstance(source, os.PathLike):
        source = _read(source)
    if isinstance(source, bytearray | memoryview):
        source = bytes(source)
    if not isinstance(source, str | bytes):
        return _parse_soup(source, context)
    if media_type in TEXT_TYPES:
        return parse_text(source, context, charset=charset)
    if media_type in HTML_TYPES:
        return parse_html(source, context, charset=charset)
    kind = sniff(source if isinstance(source, str) else _sample(source, charset))
    if kind == "feed":
        raise UnsupportedContentError("a feed or sitemap is no page; hand in its pages", content_type="application/xml")
    return (parse_html if kind == "html" else parse_text)(source, context, charset=charset)


def _sample(data: bytes, charset: str | None) -> str:
    """Return the first part of some bytes, decoded well enough to see tags in it."""
    head = data[:_SAMPLE]
    # Whatever the encoding of a page is, a byte is what it is in ASCII, unless it says otherwise or has zero bytes.
    ascii_like = charset is None and head[:4].isascii() and b"\0" not in head
    return head.decode("latin-1") if ascii_like else decode(head, charset)[0]


def _read(source: os.PathLike[Any]) -> bytes:
    path = os.fsdecode(source)
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise InputFileError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}", path=str(path)) from error


def _parse_soup(source: Any, context: Context | None) -> Document:
    if any(kind.__module__.startswith("bs4.") for kind in type(source).__mro__):
        from bs4 import Tag

        from cleaner.parse.soup import parse_soup

        if isinstance(source, Tag):
            return parse_soup(source, context)
    raise InputTypeError(f"cannot clean a {type(source).__name__}; hand in str, bytes, a path or a soup")
