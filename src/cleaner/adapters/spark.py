"""PySpark: a frame of documents to a frame of records, by `mapInArrow`.

Needs the extra `spark`, and Java; reading archives needs the extra `batch` too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Unpack

from cleaner.adapters.arrow import ArrowCleaning, ArrowOptions
from cleaner.adapters.pages import input_names, page_batches, page_schema
from cleaner.extras import needs

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession


def clean_frame(frame: DataFrame, **options: Unpack[ArrowOptions]) -> DataFrame:
    """Return the frame of records of a frame of documents; `cleaner.adapters.arrow` tells the columns and the options.

    The session's `spark.sql.execution.arrow.maxRecordsPerBatch` says how many documents a worker has in memory at a time:
    its default of 10,000 is much for whole pages, a few hundred do as well. Raises `OptionError` and `PipelineError`.

        records = clean_frame(spark.read.parquet("pages"), text_column="html")
    """
    with needs("spark"):
        from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
        from pyspark.sql.types import StructType
    cleaning = ArrowCleaning(**options)
    made = from_arrow_schema(cleaning.schema(to_arrow_schema(frame.schema, timezone="UTC")))
    # Columns that are carried along keep Spark's own types: the way through Arrow is not the same both ways for all.
    own = {field.name: field for field in frame.schema}
    kept = made.names.index("text" if cleaning.unit == "document" else "number")
    fields = [own[field.name] if at < kept else field for at, field in enumerate(made)]
    return frame.mapInArrow(cleaning.batches, StructType(fields))


def read_pages(session: SparkSession, inputs: Iterable[str]) -> DataFrame:
    """Return the frame of the pages in files, folders, globs and URLs of any kind that `cleaner batch` reads.

    A task reads one file, page by page; `cleaner.adapters.pages` tells the columns.

        records = clean_frame(read_pages(spark, ["crawl/*.warc.gz"]), **COLUMNS)
    """
    with needs("spark"):
        from pyspark.sql.pandas.types import from_arrow_schema
    names = input_names(inputs)
    frame = session.createDataFrame([(name,) for name in names], "name string")
    return frame.repartitionByRange(max(len(names), 1), "name").mapInArrow(_read, from_arrow_schema(page_schema()))


def _read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield from page_batches(batch.column("name").to_pylist())
