"""Readers of inputs, one format a module. A reader takes an open stream, and yields pages and what went wrong."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from urllib.parse import urlsplit

from cleaner.batch.inputs import Input, Stream, opened
from cleaner.batch.page import ErrorKind, Failure, Item
from cleaner.batch.readers import jsonl, parquet, single, warc
from cleaner.batch.readers.options import FORMATS, ReadOptions
from cleaner.errors import MissingExtraError

__all__ = ["FORMATS", "ReadOptions", "read"]

Reader = Callable[[Stream, str, ReadOptions], Iterator[Item]]

READERS: dict[str, Reader] = {
    "text": single.text,
    "html": single.html,
    "page": single.page,
    "jsonl": jsonl.pages,
    "parquet": parquet.pages,
    "warc": warc.pages,
}
_SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".jsonlines": "jsonl", ".parquet": "parquet", ".pq": "parquet",
    ".warc": "warc", ".wet": "warc", ".txt": "page", ".text": "page", ".md": "page", ".html": "page", ".htm": "page",
    ".xhtml": "page",
}  # fmt: skip
_COMPRESSED = (".gz", ".gzip", ".zst", ".zstd")


def read(source: Input, options: ReadOptions, on_open: Callable[[Stream], None] = lambda _: None) -> Generator[Item, None, None]:
    """Yield the items of an input, and at its end what broke it, if something did: the run goes on without the rest.

    Raises `MissingExtraError` alone.

    >>> list(read(Input("/no/such/file"), ReadOptions()))[0].message
    'No such file or directory'
    """
    read_any = False
    try:
        with opened(source) as stream:
            on_open(stream)
            read_any = True
            reader = READERS[options.format if options.format != "auto" else detect(source.name, stream)]
            yield from reader(stream, source.id, options)
            stream.check()
    except (MissingExtraError, GeneratorExit, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # the extension modules of the readers have panics that are no Exceptions
        yield _broken(source.id, error, opened=read_any)


def _broken(name: str, error: BaseException, *, opened: bool) -> Failure:
    """Return what is to be said of an input that could not be read to its end."""
    # What the system refuses has a number; decompressors and parsers raise OSError without one.
    refused = isinstance(error, OSError) and error.errno is not None
    kind: ErrorKind = "unreadable" if refused or not opened else "corrupt"
    message = (isinstance(error, OSError) and error.strerror) or str(error) or type(error).__name__
    return Failure(name, kind, message, type(error).__name__)


def detect(name: str, stream: Stream) -> str:
    """Return the format of an input: by its first bytes where they leave no doubt, by its suffix, by its first line.

    >>> import io
    >>> detect("a.gz", Stream(io.BufferedReader(io.BytesIO(b'{"text": "On Tea"}')), io.BytesIO()))
    'jsonl'
    """
    start = stream.data.peek(8)[:8]
    if start.startswith(b"WARC/"):
        return "warc"
    if start.startswith(b"PAR1"):
        return "parquet"
    suffixes = [s.lower() for s in _suffixes(name)]
    if suffixes and suffixes[-1] in _COMPRESSED:
        suffixes.pop()
    known = _SUFFIXES.get(suffixes[-1]) if suffixes else None
    return known or ("jsonl" if jsonl.looks_like(stream.data.peek(1)) else "page")


def _suffixes(name: str) -> list[str]:
    path = urlsplit(name).path if "://" in name else name
    base = path.replace(os.sep, "/").rpartition("/")[2]
    return [f".{part}" for part in base.split(".")[1:]]

