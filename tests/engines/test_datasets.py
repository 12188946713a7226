"""Hugging Face datasets: in memory, streamed, in splits, with workers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import datasets
import pytest
from datasets import ClassLabel, Dataset, DatasetDict, Features, IterableDataset, Value

import cleaner
from cleaner import OptionError, preset
from cleaner.adapters.datasets import clean_dataset, read_pages
from cleaner.adapters.pages import COLUMNS

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def cache(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)
    datasets.disable_progress_bars()


@pytest.mark.parametrize("options", [{}, {"unit": "document"}, {"keep_columns": []}])
def test_the_rows_are_those_of_the_shared_function(
    pages: list[dict[str, Any]], expected: Callable[..., Any], options: dict[str, Any]
) -> None:
    made = clean_dataset(Dataset.from_list(pages), **options)
    assert made.to_list() == expected(**options)
    assert made.format["type"] is None


def test_neither_workers_nor_batches_change_the_rows(pages: list[dict[str, Any]], expected: Callable[..., Any]) -> None:
    pipeline = preset("rules").without("sharing")
    made = clean_dataset(Dataset.from_list(pages), batch_size=1, num_proc=2, pipeline=pipeline).to_list()
    assert made == expected(pipeline=pipeline)
    assert made != expected()


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("options", [{}, {"unit": "document"}, {"keep_columns": []}])
def test_streamed_datasets_with_and_without_known_features(
    pages: list[dict[str, Any]], expected: Callable[..., Any], known: bool, options: dict[str, Any]
) -> None:
    features = Dataset.from_list(pages).features if known else None
    stream = IterableDataset.from_generator(lambda: iter(pages), features=features)
    assert list(clean_dataset(stream, batch_size=2, **options)) == expected(**options)


def test_an_empty_stream_is_refused() -> None:
    with pytest.raises(OptionError):
        clean_dataset(IterableDataset.from_generator(lambda: iter(())))


def test_splits(pages: list[dict[str, Any]], expected: Callable[..., Any]) -> None:
    made = clean_dataset(DatasetDict(train=Dataset.from_list(pages[:2]), test=Dataset.from_list(pages[2:])))
    assert isinstance(made, DatasetDict)
    assert [*made["train"].to_list(), *made["test"].to_list()] == expected()


def test_columns_that_are_carried_along_keep_their_features(pages: list[dict[str, Any]]) -> None:
    features = Features({"id": Value("int64"), "text": Value("string"), "kind": ClassLabel(names=["page", "post"])})
    dataset = Dataset.from_list(
        [{"id": page["id"], "text": page["text"], "kind": 1} for page in pages], features=features
    )
    made = clean_dataset(dataset)
    assert made.features["kind"] == features["kind"]
    assert set(made["kind"]) == {1}


def test_archives(archives: Path, expected_of_archives: list[Any]) -> None:
    assert (
        clean_dataset(read_pages([str(archives)], num_proc=2), num_proc=2, **COLUMNS).to_list() == expected_of_archives
    )


def test_inputs_that_stand_for_no_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        read_pages([str(tmp_path)])


def test_the_cache_knows_options_and_version(pages: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = Dataset.from_list(pages)

    def fingerprint(**options: Any) -> str:
        return str(clean_dataset(dataset, **options)._fingerprint)

    first = fingerprint(pipeline=preset("rules").without("sharing"))
    assert fingerprint(pipeline=preset("rules").without("sharing")) == first
    assert fingerprint(pipeline="rules") != first
    monkeypatch.setattr(cleaner, "__version__", "0.0.test")
    assert fingerprint(pipeline=preset("rules").without("sharing")) != first


def test_the_example(example: Callable[[str], str]) -> None:
    assert "UnsupportedContentError" in example("datasets")
