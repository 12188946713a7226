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
def example(tmp_path: Path) -> Callable[[str], str]:
    """Runs an example and returns what it prints."""

    def run(name: str) -> str:
        environment = {**os.environ, "HF_HOME": str(tmp_path / "hf")}
        made = subprocess.run(
            [sys.executable, EXAMPLES / f"clean_with_{name}.py"],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
            env=environment,
        )
        assert made.returncode == 0, made.stderr[-3000:]
        assert all(title in made.stdout for title in TITLES)
        return made.stdout

    return run
