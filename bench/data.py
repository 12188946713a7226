"""The labelled pages that the benches read; docs/bench.md tells the format and where they come from."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

DEFAULT = Path(os.environ.get("CLEANER_DATA", Path(__file__).parents[2] / "shared" / "data"))


class Page(NamedTuple):
    """One page: its name, its HTML and its gold, `{"lang": ..., "records": [{title, authors, date, ...}]}`."""

    name: str
    html: str
    gold: dict[str, Any]


def pages(folder: Path) -> Iterator[Page]:
    """Yield the pages of a folder of `NAME.html.gz` and `NAME.json`, by name."""
    for path in sorted(folder.glob("*.html.gz")):
        gold = json.loads(path.with_name(path.name.replace(".html.gz", ".json")).read_text("utf-8"))
        yield Page(
            path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes()).decode("utf-8", "replace"), gold
        )
