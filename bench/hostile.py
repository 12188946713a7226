"""A folder of everything that can go wrong, and the pipeline that lets it: for the bench of batches."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Iterator
from pathlib import Path

from bench.archives import warc
from bench.data import Page
from cleaner import Document, Mark, Pipeline, preset

HANG, CRASH = "This page hangs.", "This page crashes."
PIPELINE = "bench.hostile:pipeline"
# What the folder's inputs are to come to; "" for one that is to be cleaned.
EXPECTED = {
    "broken.warc": "corrupt",
    "corrupt.txt.gz": "corrupt",
    "crashing.txt": "crashed",
    "good.txt": "",
    "hanging.txt": "timeout",
    "line.jsonl": "too-large",
    "line.txt": "too-large",
    "pipe": "unreadable",
    "unreadable.txt": "unreadable",
}
_TEXT = "Ferry Prices to Double\n\nBy Ann Lee\n\n" + "The ferry will cost twice as much from May, the company said. " * 5


class _Obedient:
    """Hangs and crashes where the page says so."""

    name = "obedient"
    labels: frozenset[str] = frozenset()

    def __call__(self, doc: Document, /) -> Iterator[Mark]:
        if HANG in doc.text:
            time.sleep(3600)
        if CRASH in doc.text:
            os._exit(7)
        yield from ()


def pipeline() -> Pipeline:
    """Return the usual pipeline behind what hangs and crashes."""
    return preset().first(_Obedient())


def folder(path: Path, line_size: int) -> Path:
    """Write the inputs; two of them are one line of `line_size` zero bytes, which take no room on the disk."""
    path.mkdir()
    (path / "good.txt").write_text(_TEXT)
    (path / "hanging.txt").write_text(HANG)
    (path / "crashing.txt").write_text(CRASH)
    (path / "corrupt.txt.gz").write_bytes(gzip.compress(_TEXT.encode())[:-9])
    (path / "broken.warc").write_bytes(warc(Page("p", f"<p>{_TEXT}</p>", {}), 0)[:-90])
    (path / "unreadable.txt").symlink_to(path / "nowhere")
    os.mkfifo(path / "pipe")
    for name in ("line.txt", "line.jsonl"):
        (path / name).touch()
        os.truncate(path / name, line_size)
    return path
