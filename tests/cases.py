"""The fixtures: one folder a case, with the input, the expected records and the expected removals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

FIXTURES = Path(__file__).parents[1] / "fixtures"


class Case(NamedTuple):
    """One case, read from its folder."""

    name: str
    text: str
    records: list[dict[str, Any]]
    removed: list[dict[str, str]]


def load(folder: Path) -> Case:
    """Read a case."""
    return Case(
        folder.name,
        (folder / "input.txt").read_text("utf-8"),
        json.loads((folder / "records.json").read_text("utf-8")),
        json.loads((folder / "removed.json").read_text("utf-8")),
    )


CASES = [load(folder) for folder in sorted(FIXTURES.iterdir()) if folder.is_dir()]
