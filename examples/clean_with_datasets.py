"""Clean the pages of a folder with Hugging Face datasets: python examples/clean_with_datasets.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from datasets import Dataset

from cleaner.adapters.datasets import clean_dataset


def main(folder: Path) -> None:
    """Print the records of all pages, and the pages that could not be cleaned."""
    files = sorted(each for each in folder.iterdir() if each.is_file())
    pages = Dataset.from_dict({"path": [each.name for each in files], "text": [each.read_bytes() for each in files]})
    for row in clean_dataset(pages, num_proc=2):
        if row["error"]:
            print(f"{row['path']}: {row['error']}: {row['error_message']}")
        elif row["number"] is not None:
            print(f"{row['published']}  {row['title']}  ({len(row['body'])} characters)")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pages")
