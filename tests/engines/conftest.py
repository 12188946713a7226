"""What the tests of engines share. They run against the real packages: `make test-engines` installs these."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cleaner
from cleaner.adapters.arrow import ArrowCleaning
from cleaner.adapters.pages import COLUMNS, input_names, page_batches
from tests.adapters.archive import warc, wet
from tests.adapters.pages import BROKEN, JUNK, ONE, TWO

EXAMPLES = Path(__file__).parents[2] / "examples"
TITLES = ["Library Lends Umbrellas", "Tower Clock Gets a Third Hand", "Night Ferry Returns to Holm"]

# The workers of an engine find the library where the tests found it, and no engine looks into the network or at home.
os.environ["PYTHONPATH"] = os.pathsep.join([str(Path(cleaner.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_UPDATE_DOWNLOAD_COUNTS"] = "0"


@pytest.fixture
def pages() -> list[dict[str, Any]]:
    """An article, two articles, junk, a feed, nothing at all; each with columns of its own."""
    texts = [ONE, TWO, JUNK, BROKEN, None]
    return [{"id": at, "url": f"http://a.example/{at}", "text": text} for at, text in enumerate(texts)]


@pytest.fixture
def expected(pages: list[dict[str, Any]]) -> Callable[..., list[dict[str, Any]]]:
    """What the shared function over Arrow batches gives for the pages."""
    import pyarrow as pa

    def rows(**options: Any) -> list[dict[str, Any]]:
        batch = pa.RecordBatch.from_pylist(pages)
        return [row for made in ArrowCleaning(**options).batches([batch]) for row in made.to_pylist()]

    return rows


@pytest.fixture
def archives(tmp_path: Path) -> Path:
    """A folder with a WARC, a WET and a WARC that breaks off, of three documents in all."""
    folder = tmp_path / "archives"
    folder.mkdir()
    (folder / "a.warc.gz").write_bytes(warc([("http://a.example/1", ONE)]))
    (folder / "b.wet.gz").write_bytes(wet([("http://a.example/2", TWO)]))
    (folder / "c.warc.gz").write_bytes(warc([("http://a.example/3", JUNK), ("http://a.example/4", ONE)])[:-60])
    return folder


@pytest.fixture
def expected_of_archives(archives: Path) -> list[dict[str, Any]]:
    """What the shared functions over Arrow batches give for the archives."""
    batches = page_batches(input_names([str(archives)]))
    return [row for made in ArrowCleaning(**COLUMNS).batches(batches) for row in made.to_pylist()]


@pytest.fixture
def example(tmp_path: Path) -> Callable[..., str]:
    """Runs an example and returns what it prints; without arguments it shows the records of the examples' pages."""

    def run(name: str, *arguments: str) -> str:
        environment = {**os.environ, "HF_HOME": str(tmp_path / "hf")}
        made = subprocess.run(
            [sys.executable, str(EXAMPLES / f"clean_with_{name}.py"), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            env=environment,
        )
        assert made.returncode == 0, made.stderr[-3000:]
        assert arguments or all(title in made.stdout for title in TITLES)
        return made.stdout

    return run
