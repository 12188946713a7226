"""Clean pages with PySpark: python examples/clean_with_spark.py [-o FOLDER] [--cores N] [INPUT...].

An INPUT is anything that `cleaner batch` reads: a folder, a WARC or WET file, a URL. Without -o the records are shown.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from pyspark.sql import SparkSession

from cleaner.adapters.pages import COLUMNS
from cleaner.adapters.spark import clean_frame, read_pages

PAGES = str(Path(__file__).parent / "pages")


def main() -> None:
    """Write all rows as Parquet, or show the records and the pages that could not be cleaned."""
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", nargs="*", default=[PAGES])
    parser.add_argument("-o", "--output")
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    builder = SparkSession.builder.master(f"local[{options.cores}]").config("spark.ui.enabled", "false")
    # What a worker has in memory at a time: the default of 10,000 is for rows that are smaller than pages.
    spark = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", "128").getOrCreate()
    rows = clean_frame(read_pages(spark, options.inputs), **COLUMNS)
    if options.output:
        rows.write.parquet(options.output)
    else:
        rows = rows.cache()
        rows.where("number is not null").select("title", "authors.name", "published", "body").show(truncate=60)
        rows.where("error is not null").select("id", "error", "error_message").show(truncate=60)
    spark.stop()


if __name__ == "__main__":
    main()
