"""docs/engines.md names every column, option and adapter."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest

from cleaner.adapters.arrow import ArrowCleaning, output_schema
from cleaner.adapters.cleaning import Unit
from cleaner.adapters.pages import page_schema

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "engines.md").read_text("utf-8")
PAGES = pa.schema([("text", pa.string())])


@pytest.mark.parametrize("unit", ["record", "document"])
def test_every_column_is_in_the_docs(unit: Unit) -> None:
    names = output_schema(PAGES, unit=unit).names + page_schema().names
    assert [name for name in names if f"`{name}`" not in TEXT] == []


def test_every_option_is_in_the_docs() -> None:
    assert [name for name in ArrowCleaning.__dataclass_fields__ if f"`{name}`" not in TEXT] == []


def test_every_adapter_is_in_the_docs_and_has_an_example_and_a_test() -> None:
    shared = {"__init__", "cleaning", "pages"}
    names = {path.stem for path in (ROOT / "src" / "cleaner" / "adapters").glob("*.py")} - shared
    assert {name for name in names if f"adapters.{name}." not in TEXT} == set()
    engines = names - {"arrow"}
    assert {path.stem for path in (ROOT / "examples").glob("*.py")} == {f"clean_with_{name}" for name in engines}
    assert engines <= {path.stem.removeprefix("test_") for path in (ROOT / "tests" / "engines").glob("test_*.py")}
