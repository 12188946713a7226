"""The docs and the tests name every label; the docs list the filters as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner import Pipeline, preset
from cleaner.assemble import OUTSIDE
from cleaner.filters import Repeated

ROOT = Path(__file__).parents[1]
LABELS = sorted({label for _, each in preset().walk() for label in each.labels} | {OUTSIDE} | Repeated.labels)


@pytest.mark.parametrize("label", LABELS)
def test_every_label_is_in_the_docs_and_in_a_test(label: str) -> None:
    assert f"`{label}`" in (ROOT / "docs" / "filters.md").read_text("utf-8")
    tests = [p.read_text("utf-8") for p in (ROOT / "tests").rglob("test_*.py") if p.name != Path(__file__).name]
    removed = [p.read_text("utf-8") for p in (ROOT / "fixtures").glob("*/removed.json")]
    assert any(f'"{label}"' in text for text in [*tests, *removed])


def test_the_docs_list_the_filters_in_order() -> None:
    text = (ROOT / "docs" / "filters.md").read_text("utf-8")
    listed = [line.split("|")[1].strip(" `") for line in text.splitlines() if line.startswith("| `")]
    expected = [name for name, each in preset().walk() if not isinstance(each, Pipeline)]
    assert listed == expected
