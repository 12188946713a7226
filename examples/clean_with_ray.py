"""Clean pages with Ray Data: python examples/clean_with_ray.py [-o FOLDER] [--cores N] [INPUT...].

An INPUT is anything that `cleaner batch` reads: a folder, a WARC or WET file, a URL. Without -o the records are shown.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import ray

from cleaner.adapters.pages import COLUMNS
from cleaner.adapters.ray import clean_dataset, read_pages

PAGES = str(Path(__file__).parent / "pages")


def main() -> None:
    """Write all rows as Parquet, or print the records and the pages that could not be cleaned."""
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs", nargs="*", default=[PAGES])
    parser.add_argument("-o", "--output")
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    ray.init(num_cpus=options.cores, include_dashboard=False)
    rows = clean_dataset(read_pages(options.inputs), **COLUMNS)
    if options.output:
        rows.write_parquet(options.output)
    else:
        for row in rows.iter_rows():
            if row["error"]:
                print(f"{row['id']}: {row['error']}: {row['error_message']}")
            elif row["number"] is not None:
                print(f"{row['published']}  {row['title']}  ({len(row['body'])} characters)")
    ray.shutdown()


if __name__ == "__main__":
    main()
