"""Where the output goes, in each format, and that a part is there as a whole or not at all."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cleaner import Record
from cleaner.batch.hooks import Duplicate
from cleaner.batch.inputs import zstd
from cleaner.batch.output import Layout, Part, clear, discard, join, layout
from cleaner.batch.page import Cleaned, Cut, Failure, Found, Skipped
from cleaner.batch.sinks import FORMATS, Row, slug
from cleaner.errors import BatchError
from cleaner.io import arrow, jsonl
from tests.batch.helpers import lines

RECORDS = [Record(title=f"On Tea {i}", body="Tea is a drink.", spans={"title": ((0, 8),)}) for i in range(5)]


def write(where: Layout, number: int, records: list[Record]) -> None:
    where.folder.mkdir(exist_ok=True)
    where.work.mkdir(exist_ok=True)
    part = Part(where, number)
    for i, record in enumerate(records):
        part.add_record(Row("page", i, record))
    part.complete()


def read(path: Path) -> list[Record]:
    if path.suffix == ".parquet":
        return list(arrow.from_batch(pq.read_table(path)))
    data = path.read_bytes()
    unpacked = {".gz": gzip.decompress, ".zst": zstd().decompress}.get(path.suffix, bytes)(data)
    return list(jsonl.read(io.StringIO(unpacked.decode())))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.jsonl.zst", "a.parquet", "A.JSONL.GZ"])
def test_parts_become_the_one_file_asked_for(tmp_path: Path, name: str) -> None:
    where = layout(tmp_path / name)
    write(where, 0, RECORDS[:3])
    write(where, 1, RECORDS[3:])
    join(where, 2)
    assert read(tmp_path / name.lower() if name.islower() else (tmp_path / name).rename(tmp_path / name.lower())) == RECORDS


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "markdown"])
def test_a_folder_keeps_its_parts(tmp_path: Path, format_: str) -> None:
    where = layout(tmp_path / "out", format_)
    write(where, 0, RECORDS)
    assert read(tmp_path / "out" / f"part-000000.{format_}") == RECORDS


def test_markdown_is_a_file_a_record(tmp_path: Path) -> None:
    where = layout(tmp_path / "out", "markdown")
    write(where, 0, RECORDS)
    found = sorted((tmp_path / "out" / "part-000000").iterdir())
    assert [path.name for path in found][:2] == ["000000-on-tea-0.md", "000001-on-tea-1.md"]
    assert found[0].read_text() == "# On Tea 0\n\nTea is a drink.\n\n"


def test_parts_of_nothing_become_an_empty_file(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.parquet"):
        where = layout(tmp_path / name)
        join(where, 0)
        assert read(tmp_path / name) == []


def test_the_bytes_depend_on_the_records_alone(tmp_path: Path) -> None:
    for format_ in [name for name in FORMATS if name != "markdown"]:
        for folder in ("a", "b"):
            write(layout(tmp_path / folder, format_), 0, RECORDS)
        one, other = (tmp_path / folder / f"part-000000.{format_}" for folder in ("a", "b"))
        assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("title", ["../../etc/passwd", "a/b\\c:d*e?", ".", "..", "", "茶" * 100, "x" * 500, "CON"])
def test_a_title_makes_a_harmless_name(title: str) -> None:
    name = f"000000{slug(title)}.md"
    assert len(name.encode()) < 100
    assert not set(name) & set("/\\:*?\0")
    assert name.startswith("000000")


def test_rows_of_what_was_removed_and_failed(tmp_path: Path) -> None:
    where = layout(tmp_path / "a.jsonl", None, tmp_path / "removed.jsonl.gz", tmp_path / "errors.jsonl")
    where.work.mkdir()
    part = Part(where, 0)
    found = Found(RECORDS[0], 5, 30, {"body": 25})
    part.add(Cleaned("page", None, (found,), {"body": 25}, {"ad": 5}, cuts=(Cut(0, 5, "ad", "junk.ads", "Buy!\n"),)))
    part.add(Failure("bad", "corrupt", "ended early", "EOFError", "http://a.example"))
    part.add(Skipped("other", "media-type"))
    part.add_duplicate("page", found, Duplicate("near", "first#0", 0.9))
    assert part.pages == 2
    part.complete()
    join(where, 1)
    cut, duplicate = lines(tmp_path / "removed.jsonl.gz")
    assert cut == {
        "document": "page", "start": 0, "end": 5, "label": "ad", "by": "junk.ads", "text": "Buy!\n",
        "of": None, "similarity": None,
    }  # fmt: skip
    assert (duplicate["label"], duplicate["of"], duplicate["similarity"]) == ("duplicate-record", "first#0", 0.9)
    assert lines(tmp_path / "errors.jsonl") == [
        {"document": "bad", "url": "http://a.example", "kind": "corrupt", "error": "EOFError", "message": "ended early"}
    ]


def test_an_unfinished_part_has_no_name_yet(tmp_path: Path) -> None:
    where = layout(tmp_path / "out", "jsonl")
    where.work.mkdir(parents=True)
    part = Part(where, 0)
    part.add_record(Row("page", 0, RECORDS[0]))
    assert [path.name for path in where.folder.glob("part*")] == ["part-000000.jsonl.tmp"]
    part.abandon()
    assert list(where.folder.glob("part*")) == []


@pytest.mark.parametrize("format_", FORMATS)
def test_what_a_cut_off_run_has_left_is_discarded(tmp_path: Path, format_: str) -> None:
    where = layout(tmp_path / "out", format_, tmp_path / "removed.jsonl")
    where.work.mkdir(parents=True)
    write(where, 0, RECORDS)
    write(where, 1, RECORDS)
    for kind in ("records", "removed"):
        path = where.part(kind, 1)
        path.with_name(path.name + ".tmp").write_text("half of it")
    discard(where, 1)
    assert [path.name for path in where.folder.glob("part*")] == [where.part("records", 0).name]
    assert [path.name for path in where.work.glob("removed*")] == ["removed-000000.jsonl"]


def test_clearing_takes_nothing_of_anybody_else(tmp_path: Path) -> None:
    where = layout(tmp_path / "out", "jsonl")
    write(where, 0, RECORDS)
    for name in ("part-list.txt", "part-1.jsonl", "notes.md"):
        (where.folder / name).write_text("mine")
    clear(where)  # without a manifest nothing there is known to be a run's
    assert where.part("records", 0).exists()
    where.manifest.write_text("")
    clear(where)
    assert sorted(path.name for path in where.folder.iterdir()) == ["notes.md", "part-1.jsonl", "part-list.txt"]


@pytest.mark.parametrize(
    ("out", "format_", "removed"),
    [
        ("a.jsonl", "parquet", None),
        ("a.csv", None, None),
        ("a.md", None, None),
        ("a.jsonl.bz2", None, None),
        ("out", "jsonl", "removed.parquet"),
        ("out", "jsonl", "removed"),
    ],
)
def test_names_that_make_no_sense(tmp_path: Path, out: str, format_: str | None, removed: str | None) -> None:
    with pytest.raises(BatchError):
        layout(tmp_path / out, format_, tmp_path / removed if removed else None)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(BatchError):
        layout(tmp_path / "out", "jsonl")


def test_a_folder_called_like_a_file_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").mkdir()
    assert layout(tmp_path / "a.parquet", "parquet").single is None
    assert layout(tmp_path / "v1.0", "parquet").single is None
