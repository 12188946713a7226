"""PySpark, in a session of its own. Needs a Java runtime: without one these tests are skipped, or fail where `CLEANER_NEEDS_JAVA` is set."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.types import DoubleType, LongType, StringType, StructField, StructType, TimestampType

from cleaner import OptionError, preset
from cleaner.adapters.pages import COLUMNS
from cleaner.adapters.spark import clean_frame, read_pages
from cleaner.batch.pipeline import PipelineSpec

pytestmark = pytest.mark.filterwarnings("ignore")
SCHEMA = StructType(
    [StructField("id", LongType(), False), StructField("url", StringType()), StructField("text", StringType())]
)


@pytest.fixture(scope="module", autouse=True)
def java() -> None:
    if shutil.which("java") or os.environ.get("JAVA_HOME"):
        return
    missing = "PySpark needs a Java runtime (17 or later), and there is no `java` in PATH and no JAVA_HOME"
    if os.environ.get("CLEANER_NEEDS_JAVA"):
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="module")
def spark(java: None) -> Iterator[SparkSession]:  # noqa: ARG001
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "Asia/Tokyo")
        .getOrCreate()
    )
    yield session
    session.stop()


def plain(value: Any) -> Any:
    """A row as plain dictionaries and lists."""
    if hasattr(value, "asDict"):
        return {key: plain(each) for key, each in value.asDict().items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def rows(frame: DataFrame) -> list[Any]:
    return sorted((plain(row) for row in frame.collect()), key=lambda row: (row["id"], row.get("number") or 0))


@pytest.mark.parametrize("options", [{}, {"unit": "document"}])
def test_the_rows_are_those_of_the_shared_function(
    spark: SparkSession, pages: list[dict[str, Any]], expected: Callable[..., Any], options: dict[str, Any]
) -> None:
    frame = spark.createDataFrame([tuple(page.values()) for page in pages], SCHEMA)
    assert rows(clean_frame(frame.repartition(1), **options)) == expected(**options)


def test_neither_partitions_nor_batches_change_the_rows(
    spark: SparkSession, pages: list[dict[str, Any]], expected: Callable[..., Any]
) -> None:
    """A pipeline goes to the workers, as it is or as words."""
    frame = spark.createDataFrame([tuple(page.values()) for page in pages], SCHEMA)
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "1")
    made = rows(clean_frame(frame.repartition(2), pipeline=preset("rules").without("sharing")))
    again = rows(clean_frame(frame.repartition(1), pipeline=PipelineSpec("rules", without=("sharing",))))
    spark.conf.unset("spark.sql.execution.arrow.maxRecordsPerBatch")
    assert made == again == expected(pipeline=preset("rules").without("sharing"))
    assert made != expected()


def test_columns_that_are_carried_along_keep_type_and_value(spark: SparkSession, pages: list[dict[str, Any]]) -> None:
    day = datetime(2024, 2, 9, 12, tzinfo=UTC)
    nested = StructType([StructField("score", DoubleType(), False), StructField("n", LongType())])
    schema = StructType([*SCHEMA, StructField("day", TimestampType()), StructField("nested", nested)])
    frame = spark.createDataFrame([(*page.values(), day, (0.5, None)) for page in pages[:2]], schema)
    made = clean_frame(frame)
    assert [made.schema[name] for name in ("id", "day", "nested")] == [schema[name] for name in ("id", "day", "nested")]
    assert [(row["day"].timestamp(), row["nested"]) for row in rows(made)] == [
        (day.timestamp(), {"score": 0.5, "n": None})
    ] * 3


def test_records_go_through_parquet_and_sql(spark: SparkSession, pages: list[dict[str, Any]], tmp_path: Any) -> None:
    frame = spark.createDataFrame([tuple(page.values()) for page in pages], SCHEMA)
    clean_frame(frame).write.parquet(str(tmp_path / "records"))
    found = spark.read.parquet(str(tmp_path / "records")).where("number is not null")
    names = found.orderBy("id", "number").selectExpr("authors[0].name", "map_from_entries(origins)['title']").collect()
    assert [tuple(each) for each in names] == [("Maud Tallis", "text"), ("Ugo Brand", "text"), ("Ida Roe", "text")]


def test_archives(spark: SparkSession, archives: Path, expected_of_archives: list[Any]) -> None:
    made = clean_frame(read_pages(spark, [str(archives)]), **COLUMNS)
    assert rows(made) == sorted(expected_of_archives, key=lambda row: (row["id"], row["number"] or 0))
    assert any(row["problem"] for row in expected_of_archives)


def test_options_that_make_no_sense_are_refused_before_anything_runs(spark: SparkSession) -> None:
    frame = spark.createDataFrame([], SCHEMA)
    with pytest.raises(OptionError):
        clean_frame(frame, text_column="html")


def test_the_example(java: None, example: Callable[[str], str]) -> None:  # noqa: ARG001
    assert "UnsupportedContentError" in example("spark")
