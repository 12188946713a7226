"""Clean pages with datatrove: python examples/clean_with_datatrove.py [-o FOLDER] [--cores N] [FOLDER].

With -o the input is a folder of WARC or WET files; without, a folder of pages, whose records are shown.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import JsonlWriter

from cleaner.adapters.datatrove import CleanerStep

PAGES = Path(__file__).parent / "pages"


def run(pages: Any, output: str, cores: int = 1) -> None:
    """Write the records of pages, and the pages that gave none; datatrove logs its counts."""
    step = CleanerStep(exclusion_writer=JsonlWriter(f"{output}/dropped", compression=None))
    records = JsonlWriter(f"{output}/records", compression=None)
    LocalPipelineExecutor([pages, step, records], tasks=cores, workers=cores, logging_dir=f"{output}/logs").run()


def main() -> None:
    """Write records as JSON Lines, or print them and the pages that were dropped."""
    parser = argparse.ArgumentParser()
    parser.add_argument("input", nargs="?", default=str(PAGES))
    parser.add_argument("-o", "--output")
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    if options.output:
        run(WarcReader(options.input), options.output, options.cores)
        return
    files = sorted(each for each in Path(options.input).iterdir() if each.is_file())
    with TemporaryDirectory() as scratch:
        run([Document(each.read_text("utf-8"), each.name) for each in files], scratch)
        for kind in ("records", "dropped"):
            print(f"{kind}:\n" + (Path(scratch) / kind / "00000.jsonl").read_text("utf-8"))


if __name__ == "__main__":
    main()
