"""PySpark: a frame of documents to a frame of records, by `mapInArrow`. Needs the extra `spark`, and Java."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from cleaner.adapters.arrow import ArrowCleaning, ArrowOptions
from cleaner.extras import needs

if TYPE_CHECKING:
    from pyspark.sql import DataFrame


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
