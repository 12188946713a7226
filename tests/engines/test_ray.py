"""Ray Data, on a local instance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import ray

from cleaner import preset
from cleaner.adapters.pages import COLUMNS
from cleaner.adapters.ray import clean_dataset, read_pages

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module", autouse=True)
def instance() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().execution_options.preserve_order = True
    yield
    ray.shutdown()


@pytest.mark.parametrize("options", [{}, {"unit": "document"}])
def test_the_rows_are_those_of_the_shared_function(
    pages: list[dict[str, Any]], expected: Callable[..., Any], options: dict[str, Any]
) -> None:
    assert clean_dataset(ray.data.from_arrow(pa.Table.from_pylist(pages)), **options).take_all() == expected(**options)


def test_neither_blocks_nor_batches_change_the_rows(pages: list[dict[str, Any]], expected: Callable[..., Any]) -> None:
    pipeline = preset("rules").without("sharing")
    blocks = ray.data.from_arrow([pa.Table.from_pylist(pages[:2]), pa.Table.from_pylist(pages[2:])])
    made = clean_dataset(blocks, batch_size=1, ray_options={"num_cpus": 1}, pipeline=pipeline).take_all()
    assert made == expected(pipeline=pipeline)
    assert made != expected()


def test_records_go_through_parquet(pages: list[dict[str, Any]], expected: Callable[..., Any], tmp_path: Any) -> None:
    clean_dataset(ray.data.from_arrow(pa.Table.from_pylist(pages))).write_parquet(str(tmp_path))
    made = ray.data.read_parquet(str(tmp_path)).take_all()
    assert sorted(made, key=lambda row: (row["id"], row["number"] or 0)) == expected()


def test_archives(archives: Path, expected_of_archives: list[Any]) -> None:
    assert clean_dataset(read_pages([str(archives)]), **COLUMNS).take_all() == expected_of_archives


def test_what_a_document_raises_ends_the_run_where_it_is_asked_for(pages: list[dict[str, Any]]) -> None:
    dataset = clean_dataset(ray.data.from_arrow(pa.Table.from_pylist(pages)), on_error="raise")
    with pytest.raises(Exception, match="a feed or sitemap"):
        dataset.take_all()


def test_the_example(example: Callable[[str], str]) -> None:
    assert "UnsupportedContentError" in example("ray")
