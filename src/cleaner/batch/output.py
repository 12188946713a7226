"""The output of a run on the disk: parts that are complete or not there, and what is made of them at the end."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

from cleaner.batch.hooks import Duplicate
from cleaner.batch.page import Cleaned, Failure, Found, Outcome, Skipped
from cleaner.batch.sinks import FORMATS, Lines, RecordSink, Row, record_sink
from cleaner.batch.stats import DUPLICATE
from cleaner.errors import BatchError
from cleaner.extras import needs

_COPY = 1 << 20
_BEING_WRITTEN = ".tmp"
_PART = re.compile(r"part-\d{6,}(?:\.jsonl(?:\.gz|\.zst)?|\.parquet)?(?:\.tmp)?")


class Layout(NamedTuple):
    """Where everything is.

    `folder` holds the parts of the records. `single` is the one file that becomes of them, if one was asked for.
    `work` holds the parts of what becomes one file, and goes at the end. `joined` gives the files of what was removed
    and of what failed, each under the name of its parts.
    """

    format: str
    folder: Path
    single: Path | None
    work: Path
    manifest: Path
    joined: dict[str, Path]

    def part(self, kind: str, number: int) -> Path:
        """Return the path of a part: of the records, or of a key of `joined`."""
        if kind == "records":
            return self.folder / f"part-{number:06d}{FORMATS[self.format]}"
        return self.work / f"{kind}-{number:06d}.{line_format(self.joined[kind])}"

    def all(self) -> list[Path]:
        """Return every path that the run writes to."""
        own = [self.folder, self.work, self.manifest, *self.joined.values()]
        return [*own, self.single] if self.single else own


def line_format(path: Path) -> str:
    """Return the format of a file of JSON Lines, told by its name. Raises `BatchError` for any other."""
    found = _told(path)
    if found is None or not found.startswith("jsonl"):
        raise BatchError(f"{path}: the name must end in .jsonl, .jsonl.gz or .jsonl.zst")
    return found


def _told(path: Path) -> str | None:
    return next((name for name, suffix in FORMATS.items() if suffix and path.name.lower().endswith(suffix)), None)


def layout(out: Path, format_: str | None = None, removed: Path | None = None, errors: Path | None = None) -> Layout:
    """Return where the output goes: to one file where `out` is named like one, else to parts in the folder `out`.

    Raises `BatchError`.

    >>> found = layout(Path("all.jsonl.gz"))
    >>> found.format, found.single.name, found.folder.name, found.manifest.name
    ('jsonl.gz', 'all.jsonl.gz', 'all.jsonl.gz.parts', 'all.jsonl.gz.manifest.sqlite')
    >>> found = layout(Path("all"), "parquet")
    >>> found.single, found.part("records", 3).as_posix(), found.manifest.as_posix()
    (None, 'all/part-000003.parquet', 'all/_manifest.sqlite')
    """
    joined = {name: path for name, path in (("removed", removed), ("errors", errors)) if path is not None}
    for path in joined.values():
        line_format(path)
    told = _told(out) if not out.is_dir() else None
    if told is not None:
        if format_ not in (None, told):
            raise BatchError(f"{out} is named like {told}, but {format_} was asked for")
        parts = out.with_name(out.name + ".parts")
        return Layout(told, parts, out, parts, out.with_name(out.name + ".manifest.sqlite"), joined)
    if out.is_file() or (out.suffix and format_ is None and not out.is_dir()):
        known = ", ".join(suffix for suffix in FORMATS.values() if suffix)
        raise BatchError(f"{out}: a file's name must end in {known}; any other name is a folder's, with --format")
    return Layout(format_ or "jsonl", out, None, out / "_parts", out / "_manifest.sqlite", joined)


class Part:
    """A part that is being written: under other names until it is complete."""

    def __init__(self, where: Layout, number: int) -> None:
        self.pages = 0
        kinds = ("records", *where.joined)
        self._paths = {kind: where.part(kind, number) for kind in kinds}
        self._records: RecordSink = record_sink(_unfinished(self._paths["records"]), where.format)
        self._lines = {name: Lines(_unfinished(self._paths[name]), line_format(path)) for name, path in where.joined.items()}

    def add(self, outcome: Outcome) -> None:
        """Write what was removed from a page, or why it failed; its records come one by one."""
        self.pages += not isinstance(outcome, Skipped)
        if isinstance(outcome, Failure) and "errors" in self._lines:
            row = {"document": outcome.id, "url": outcome.url, "kind": outcome.kind, "error": outcome.error}
            self._lines["errors"].write_dict({**row, "message": outcome.message})
        if isinstance(outcome, Cleaned) and "removed" in self._lines:
            for cut in outcome.cuts:
                self._lines["removed"].write_dict({"document": outcome.id, **cut._asdict(), "of": None, "similarity": None})

    def add_record(self, row: Row) -> None:
        """Write a record."""
        self._records.write(row)

    def add_duplicate(self, document: str, found: Found, duplicate: Duplicate) -> None:
        """Write a record that repeats another to what was removed."""
        if "removed" in self._lines:
            cut = {"start": found.start, "end": found.end, "label": DUPLICATE, "by": f"dedup.{duplicate.kind}"}
            row = {"document": document, **cut, "text": found.record.body}
            repeated = {"of": duplicate.of, "similarity": duplicate.similarity}
            self._lines["removed"].write_dict({**row, **repeated})

    def complete(self) -> None:
        """Close the files, see to it that they are on the disk, and give them their names."""
        for sink in (self._records, *self._lines.values()):
            sink.close()
        for path in self._paths.values():
            _to_disk(_unfinished(path))
            if path.is_dir():  # of a run that ended between this and its commit
                shutil.rmtree(path)
            _unfinished(path).replace(path)
        for folder in {path.parent for path in self._paths.values()}:
            _sync(folder)

    def abandon(self) -> None:
        """Close the files and remove them."""
        for sink in (self._records, *self._lines.values()):
            sink.close()
        for path in self._paths.values():
            remove(_unfinished(path))


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + _BEING_WRITTEN)


def _to_disk(path: Path) -> None:
    for each in [*path.iterdir(), path] if path.is_dir() else [path]:
        _sync(each)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # Windows cannot
        return
    handle = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Remove a file, or a folder with all that is in it, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def discard(where: Layout, number: int) -> None:
    """Remove what a run that was cut off has left of the part it was at."""
    for kind in ("records", *where.joined):
        path = where.part(kind, number)
        remove(path)
        remove(_unfinished(path))


def clear(where: Layout) -> None:
    """Remove the parts of an earlier run, whatever their format was, and nothing else; whole files stay until replaced."""
    if where.single is None and not where.manifest.exists():
        return
    for path in sorted(where.folder.glob("part-*")) if where.folder.is_dir() else []:
        if _PART.fullmatch(path.name):
            remove(path)
    for path in (where.work, where.manifest):
        remove(path)


def join(where: Layout, parts: int) -> None:
    """Make one file each of the parts of what was asked for as one file. Can be done again."""
    for name, path in where.joined.items():
        _write(path, _append, [where.part(name, n) for n in range(parts)])
    if where.single is not None:
        paths = [where.part("records", n) for n in range(parts)]
        _write(where.single, _append_tables if where.format == "parquet" else _append, paths)


def _write(path: Path, fill: Callable[[IO[bytes], list[Path]], None], parts: list[Path]) -> None:
    """Write a file that is there as a whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _unfinished(path).open("wb") as stream:
        fill(stream, parts)
    _to_disk(_unfinished(path))
    _unfinished(path).replace(path)
    _sync(path.parent)


def _append(stream: IO[bytes], parts: list[Path]) -> None:
    """Put files one behind the other: lines can be, and so can what gzip and Zstandard make of them."""
    for part in parts:
        with part.open("rb") as source:
            shutil.copyfileobj(source, stream, _COPY)


def _append_tables(stream: IO[bytes], parts: list[Path]) -> None:
    with needs("batch"):
        import pyarrow.parquet as pq

        from cleaner.io import arrow
    with pq.ParquetWriter(stream, arrow.schema(arrow.document_fields()), compression="zstd") as writer:
        for part in parts:
            with pq.ParquetFile(part) as file:
                for group in range(file.num_row_groups):
                    writer.write_table(file.read_row_group(group))
