"""Clean the pages of a folder with Ray Data: python examples/clean_with_ray.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

import ray

from cleaner.adapters.ray import clean_dataset


def main(folder: Path) -> None:
    """Print the records of all pages, and the pages that could not be cleaned."""
    ray.init(num_cpus=2, include_dashboard=False)
    pages = ray.data.read_binary_files(str(folder), include_paths=True)
    for row in clean_dataset(pages, text_column="bytes").iter_rows():
        if row["error"]:
            print(f"{row['path']}: {row['error']}: {row['error_message']}")
        elif row["number"] is not None:
            print(f"{row['published']}  {row['title']}  ({len(row['body'])} characters)")
    ray.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pages")
