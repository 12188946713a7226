"""Clean the pages of a folder with datatrove: python examples/clean_with_datatrove.py [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.writers import JsonlWriter

from cleaner.adapters.datatrove import CleanerStep


def main(folder: Path) -> None:
    """Print the records of all pages, then the pages that were dropped; datatrove logs its counts."""
    pages = [Document(each.read_text("utf-8"), each.name) for each in sorted(folder.iterdir()) if each.is_file()]
    with TemporaryDirectory() as scratch:
        step = CleanerStep(exclusion_writer=JsonlWriter(f"{scratch}/dropped", compression=None))
        records = JsonlWriter(f"{scratch}/records", compression=None)
        LocalPipelineExecutor([pages, step, records], logging_dir=f"{scratch}/logs").run()
        for kind in ("records", "dropped"):
            print(f"{kind}:\n" + (Path(scratch) / kind / "00000.jsonl").read_text("utf-8"))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pages")
