"""Clean the pages of a folder with PySpark: python examples/clean_with_spark.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from pyspark.sql import SparkSession

from cleaner.adapters.spark import clean_frame


def main(folder: Path) -> None:
    """Print the records of all pages, and the pages that could not be cleaned."""
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "200")
    pages = spark.read.format("binaryFile").load(str(folder))
    rows = clean_frame(pages, text_column="content", keep_columns=["path"]).cache()
    rows.where("number is not null").select("title", "authors.name", "published", "body").show(truncate=60)
    rows.where("error is not null").select("path", "error", "error_message").show(truncate=60)
    spark.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pages")
