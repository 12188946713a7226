"""Names to inputs: files, folders, globs, URLs and standard input; and each input as a stream of its own bytes."""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from cleaner.errors import BatchError
from cleaner.extras import needs

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BUFFER = 1 << 18


class Input(NamedTuple):
    """A file or URL to read; `size` in bytes where it is known; `problem` where it is known not to be readable."""

    name: str
    size: int | None = None
    problem: str = ""

    @property
    def id(self) -> str:
        """The name as it stands in the output: always valid Unicode."""
        return self.name.encode("utf-8", "backslashreplace").decode("utf-8")


def expand(names: Iterable[str], leave_out: Container[Path] = ()) -> Iterator[Input]:
    """Yield the inputs that names stand for, in a fixed order: the names' own, and sorted in folders and globs.

    Hidden files in folders are passed over, and so is what stands at a path in `leave_out`, such as the output.
    A name that stands for nothing is yielded as it is: opening it will say what is wrong.

    >>> list(expand(["-"]))
    [Input(name='-', size=None, problem='')]
    """
    for name in names:
        if name == "-":
            yield Input(name)
        elif "://" in name:
            yield from _remote(name)
        else:
            for path in _local(name):
                if Path(path).is_dir():
                    yield from _folder(path, leave_out)
                else:
                    yield Input(path, _size(path))


def _local(name: str) -> list[str]:
    if os.path.lexists(name) or not glob.has_magic(name):
        return [name]
    return sorted(glob.glob(name, recursive=True)) or [name]  # noqa: PTH207 - that one is for relative patterns


def _folder(top: str, leave_out: Container[Path]) -> Iterator[Input]:
    """Yield the files under a folder; what is no file, or cannot be listed, with the problem."""
    problems: list[Input] = []

    def unlisted(error: OSError) -> None:
        problems.append(Input(os.fsdecode(error.filename), None, error.strerror or "cannot be listed"))

    for folder, folders, files in os.walk(top, onerror=unlisted, followlinks=True):
        yield from problems
        problems.clear()
        here = Path(folder)
        above = {here.resolve(), *here.resolve().parents}  # a link to one of these would lead round and round
        inner = {name: (here / name).resolve() for name in folders if not name.startswith(".")}
        folders[:] = sorted(name for name, path in inner.items() if path not in above and path not in leave_out)
        for name in sorted(files):
            path = here / name
            if not name.startswith(".") and path.resolve() not in leave_out:
                yield Input(str(path), _size(str(path)), _problem(path))
    yield from problems


def _problem(path: Path) -> str:
    """Say why a file found in a folder is not opened: a pipe or a device would hang the run."""
    try:
        return "" if stat.S_ISREG(path.stat().st_mode) else "not a regular file"
    except OSError as error:
        return error.strerror or str(error)


def _size(path: str) -> int | None:
    try:
        found = Path(path).stat()
    except (OSError, ValueError):
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def _remote(url: str) -> Iterator[Input]:
    """Yield what a URL stands for: a file, the files under a folder, or those that match a glob."""
    with needs("batch"):
        import fsspec
    try:
        system, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:  # no such protocol, or its package is not installed
        raise BatchError(f"{url}: {error}") from error
    try:
        if glob.has_magic(path):
            paths = sorted(system.glob(path))
        else:
            paths = sorted(system.find(path)) if system.isdir(path) else []
    except Exception as error:  # every file system has errors of its own
        yield Input(url, None, f"cannot be listed: {type(error).__name__}: {error}")
        return
    if not paths:
        yield Input(url, _remote_size(system, path))
    for each in paths:
        if not each.rsplit("/", 1)[-1].startswith("."):
            yield Input(system.unstrip_protocol(each), _remote_size(system, each))


def _remote_size(system: Any, path: str) -> int | None:
    try:
        size = system.size(path)
    except Exception:  # opening it will say what is wrong
        return None
    return size if isinstance(size, int) else None


class Decompressed(io.RawIOBase):
    """What a decompressor gives, up to where it fails: then it ends, and `error` says why. Nothing good gets lost."""

    def __init__(self, source: Any) -> None:
        self._source = source
        self._position = 0
        self.error: Exception | None = None

    def readable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return how many bytes it has given."""
        return self._position

    def readinto(self, buffer: Any, /) -> int:
        """Read some bytes; none at the end, whichever it is."""
        if self.error is not None:
            return 0
        try:
            data = self._source.read1(len(buffer))
        except Exception as error:  # every decompressor has errors of its own
            self.error = error
            return 0
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)


class Stream(NamedTuple):
    """An open input: its bytes, decompressed; the raw stream they come from; and what decompresses them, if anything."""

    data: io.BufferedReader
    raw: BinaryIO
    compressed: Decompressed | None = None

    def check(self) -> None:
        """Raise what has ended the bytes before their end, if something did."""
        if self.compressed is not None and self.compressed.error is not None:
            raise self.compressed.error

    def offset(self) -> int:
        """Return how many bytes of the input itself have been read."""
        try:
            return self.raw.tell()
        except (OSError, ValueError):  # a pipe does not know
            return 0


@contextmanager
def opened(source: Input) -> Iterator[Stream]:
    """Open an input; gzip and Zstandard, told by the first bytes, are decompressed. Raises `OSError`."""
    with _raw(source) as raw:
        buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast("io.RawIOBase", raw), _BUFFER)
        start = buffered.peek(4)[:4]
        if start.startswith(_GZIP):
            yield _decompressed(gzip.GzipFile(fileobj=buffered), raw)
        elif start == _ZSTD:
            yield _decompressed(zstd().ZstdFile(buffered, "rb"), raw)
        else:
            yield Stream(buffered, raw)


def _decompressed(source: Any, raw: BinaryIO) -> Stream:
    data = Decompressed(source)
    return Stream(io.BufferedReader(data, _BUFFER), raw, data)


@contextmanager
def _raw(source: Input) -> Iterator[BinaryIO]:
    if source.problem:
        raise OSError(source.problem)
    if source.name == "-":
        yield sys.stdin.buffer
    elif "://" in source.name:
        with needs("batch"):
            import fsspec
        with fsspec.open(source.name, "rb") as stream:
            yield stream
    else:
        with Path(source.name).open("rb", buffering=_BUFFER) as stream:
            yield stream


def zstd() -> Any:
    """Return the standard library's module for Zstandard, or its backport."""
    if sys.version_info >= (3, 14):
        from compression import zstd as module
    else:
        with needs("batch"):
            from backports import zstd as module
    return module
