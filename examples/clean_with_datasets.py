"""Clean pages with Hugging Face datasets: python examples/clean_with_datasets.py [-o FILE] [--cores N] [INPUT...].

An INPUT is anything that `cleaner batch` reads: a folder, a WARC or WET file, a URL. Without -o the records are shown.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from cleaner.adapters.datasets import clean_dataset, read_pages
from cleaner.adapters.pages import COLUMNS

PAGES = str(Path(__file__).parent / "pages")


def main() -> None:
    """Write all rows as Parquet, or print the records and the pages that could not be cleaned."""
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", nargs="*", default=[PAGES])
    parser.add_argument("-o", "--output")
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    rows = clean_dataset(read_pages(options.inputs, num_proc=options.cores), num_proc=options.cores, **COLUMNS)
    if options.output:
        rows.to_parquet(options.output)
        return
    for row in rows:
        if row["error"]:
            print(f"{row['id']}: {row['error']}: {row['error_message']}")
        elif row["number"] is not None:
            print(f"{row['published']}  {row['title']}  ({len(row['body'])} characters)")


if __name__ == "__main__":
    main()
