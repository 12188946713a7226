from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cleaner import Author, Record, RecordError, Source, Syndication, clean
from cleaner.io import arrow
from tests.helpers import PAGE
from tests.test_record import FULL

RECORDS = [
    FULL,
    Record(),
    Record(title="T", authors=(Author("A"),), sources=(Source("S", dates=("2020", "2021-02")),)),
    Record(syndicated_from=Syndication(None, None, "raw"), spans={"body": (), "title": ((0, 1), (2, 3))}),
    Record(body="Ein Käse\u2028und 豆腐 😀\x00", confidence={"body": 0.1 + 0.2}),
]


def test_records_survive_arrow() -> None:
    batch = arrow.to_batch(RECORDS)
    batch.validate(full=True)
    assert list(arrow.from_batch(batch)) == RECORDS


def test_records_survive_parquet(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_batches([arrow.to_batch(RECORDS)]), tmp_path / "records.parquet")
    table = pq.read_table(tmp_path / "records.parquet")
    assert table.schema.equals(arrow.schema())
    assert list(arrow.from_batch(table)) == RECORDS


def test_what_comes_out_of_a_page_survives() -> None:
    records = clean(PAGE)
    assert records
    assert list(arrow.from_batch(arrow.to_batch(records))) == records


def test_no_records_are_a_batch_of_no_rows() -> None:
    batch = arrow.to_batch([])
    assert (batch.num_rows, batch.schema) == (0, arrow.schema())


def test_every_field_of_a_record_has_its_column() -> None:
    assert arrow.schema().names == list(Record().to_dict())
    assert set(arrow.to_row(FULL)) == set(arrow.schema().names)


def test_leading_columns_stand_before_the_record_s_and_are_passed_over_on_the_way_back() -> None:
    leading = {"document": pa.array(["a", "a"]), "number": pa.array([0, 1], pa.int32())}
    batch = arrow.to_batch([FULL, Record()], leading)
    assert batch.schema == arrow.schema(arrow.document_fields())
    assert list(arrow.from_batch(batch)) == [FULL, Record()]


def test_no_column_is_of_a_type_that_some_engine_cannot_read() -> None:
    """Hugging Face datasets know no maps, Spark no unions and no dictionaries."""
    text = str(arrow.schema())
    assert "map<" not in text
    assert "dictionary<" not in text
    assert "union" not in text


@pytest.mark.parametrize("dropped", ["title", "body", "spans"])
def test_a_missing_column_is_an_error(dropped: str) -> None:
    batch = arrow.to_batch([FULL])
    with pytest.raises(RecordError, match=dropped):
        list(arrow.from_batch(batch.drop_columns([dropped])))


def test_an_ill_typed_column_is_an_error() -> None:
    batch = arrow.to_batch([FULL])
    at = batch.schema.get_field_index("spans")
    with pytest.raises(RecordError):
        list(arrow.from_batch(batch.set_column(at, "spans", pa.array(["no list"]))))


def test_without_pyarrow_the_extra_is_named() -> None:
    code = "import sys; sys.modules['pyarrow'] = None; from cleaner.io import arrow; arrow.schema()"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "MissingExtraError" in run.stderr
    assert "pip install 'scrape-cleaner[arrow]'" in run.stderr
