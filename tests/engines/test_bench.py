"""The bench of engines, on two pages of its own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from bench.engines import ENGINES, main
from click.testing import CliRunner

from tests.adapters.pages import ONE

# Those that start in no time; the others are started by their own tests.
LIGHT = ["plain", "arrow", "datasets", "datatrove", "scrapy", "langchain"]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("form", ["html", "text"])
def test_pages_are_cleaned_by_each(tmp_path: Path, form: str) -> None:
    (tmp_path / "html").mkdir()
    with gzip.open(tmp_path / "ground-truth.jsonl.gz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": name, "url": f"http://a.example/{name}"}) + "\n" for name in "ab")
    for name in "ab":
        (tmp_path / "html" / f"{name}.html.gz").write_bytes(gzip.compress(ONE.encode()))
    engines = [word for name in LIGHT for word in ("--engine", name)]
    made = CliRunner().invoke(
        main, ["--data", str(tmp_path), "--every", "1", "--as", form, *engines], catch_exceptions=False
    )
    printed = made.output.splitlines()
    assert printed[0].startswith("2 pages")
    assert [line.split()[0] for line in printed[1:] if line.split()[0] in ENGINES] == LIGHT
