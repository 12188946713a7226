"""The labelled pages that the benches read; docs/bench.md tells the formats and where they come from."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DEFAULT = Path(os.environ.get("CLEANER_DATA", Path(__file__).parents[2] / "shared" / "data"))


class Page(NamedTuple):
    """One page: its name, its HTML and its gold, whose keys each set has for itself."""

    name: str
    html: str
    gold: dict[str, Any]

    @property
    def url(self) -> str | None:
        """The page's address, where the gold has one."""
        return self.gold.get("url") or None


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder of `NAME.html.gz` and `NAME.json`, by name."""
    for path in sorted(folder.glob("*.html.gz")):
        gold = json.loads(path.with_name(path.name.replace(".html.gz", ".json")).read_text("utf-8"))
        yield Page(path.name.removesuffix(".html.gz"), _html(path), gold)


def wcxb(folder: Path, every: int = 1) -> Iterator[Page]:
    """Yield every Nth page of WCXB: `html/ID.html.gz`, and `ground-truth.jsonl.gz` with a line for each."""
    with gzip.open(folder / "ground-truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        golds = [json.loads(line) for line in lines]
    for gold in golds[::every]:
        yield Page(gold["id"], _html(folder / "html" / f"{gold['id']}.html.gz"), gold)


def _html(path: Path) -> str:
    """Return the HTML; all files are stored as UTF-8, whatever encoding their markup declares."""
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
