"""Inputs of any kind as Arrow batches of pages."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from cleaner import clean
from cleaner.adapters import pages
from cleaner.adapters.arrow import clean_batches
from cleaner.adapters.pages import COLUMNS, input_names, page_batches, page_schema
from tests.adapters.archive import warc, wet
from tests.adapters.pages import ONE, TWO


def table(*paths: Path) -> list[dict[str, Any]]:
    batches = list(page_batches(str(path) for path in paths))
    assert all(batch.schema == page_schema() for batch in batches)
    return [row for batch in batches for row in batch.to_pylist()]


def test_the_pages_of_an_archive(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc([("http://a.example/1", ONE), ("http://a.example/2", ONE)]))
    rows = table(tmp_path / "a.warc.gz")
    assert [row["url"] for row in rows] == ["http://a.example/1", "http://a.example/2"]
    assert {row["content_type"] for row in rows} == {"text/html; charset=utf-8"}
    assert [row["page"].decode() for row in rows] == [ONE, ONE]
    assert len({row["id"] for row in rows}) == 2


def test_archives_go_through_cleaning(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(warc([("http://a.example/1", ONE)]))
    (tmp_path / "b.wet.gz").write_bytes(wet([("http://a.example/2", TWO)]))
    made = clean_batches(page_batches(input_names([str(tmp_path)])), **COLUMNS)
    titles = [row["title"] for batch in made for row in batch.to_pylist()]
    assert titles == [record.title for text in (ONE, TWO) for record in clean(text)]


def test_text_of_any_characters_becomes_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Chá 豆腐 \ud83d"}) + "\n", "utf-8")
    [row] = table(tmp_path / "a.jsonl")
    assert row["page"].decode() == "Chá 豆腐 \ufffd"


def test_what_cannot_be_read_has_a_row_that_says_so(tmp_path: Path) -> None:
    whole = warc([("http://a.example/1", ONE), ("http://a.example/2", ONE)])
    (tmp_path / "cut.warc.gz").write_bytes(whole[: len(whole) - 30])
    (tmp_path / "bad.jsonl").write_text('{"text": "Tea"}\nrubbish\n', "utf-8")
    rows = table(tmp_path / "cut.warc.gz", tmp_path / "none.html", tmp_path / "bad.jsonl")
    assert [row["page"] is None for row in rows] == [row["problem"] is not None for row in rows]
    assert sum(row["page"] is not None for row in rows) == 2
    assert "unreadable: No such file or directory" in [row["problem"] for row in rows]
    cleaned = clean_batches([pa.RecordBatch.from_pylist(rows, schema=page_schema())], **COLUMNS)
    failed = [row for batch in cleaned for row in batch.to_pylist() if row["error"]]
    assert [row["problem"] for row in failed] == [row["problem"] for row in rows if row["problem"]]


def test_batches_are_bounded_by_rows_and_by_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"text": f"Tea {n}"}) + "\n" for n in range(300))
    sizes = [batch.num_rows for batch in page_batches([str(tmp_path / "a.jsonl.gz")])]
    assert sizes == [128, 128, 44]
    monkeypatch.setattr(pages, "_BATCH_SIZE", 9)
    assert max(batch.num_rows for batch in page_batches([str(tmp_path / "a.jsonl.gz")])) == 2
