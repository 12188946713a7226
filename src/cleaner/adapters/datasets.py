"""Hugging Face datasets: a dataset of documents to one of records, by `map`.

Needs the extra `datasets`; reading archives needs the extra `batch` too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, Unpack

import cleaner
from cleaner.adapters.arrow import ArrowCleaning, ArrowOptions
from cleaner.adapters.pages import input_names, page_rows, page_schema
from cleaner.errors import OptionError
from cleaner.extras import needs

if TYPE_CHECKING:
    import pyarrow as pa
    from datasets import Dataset

D = TypeVar("D")


def clean_dataset(
    dataset: D, *, batch_size: int = 128, num_proc: int | None = None, **options: Unpack[ArrowOptions]
) -> D:
    """Return the records of a `Dataset`, an `IterableDataset`, or of each split of a dictionary of them.

    `cleaner.adapters.arrow` tells the columns and the options. `batch_size` and `num_proc` (not for an `IterableDataset`)
    are those of `map`. Raises `OptionError` and `PipelineError`.

        records = clean_dataset(datasets.load_dataset("parquet", data_files="pages/*.parquet", split="train"))
    """
    with needs("datasets"):
        from datasets import Dataset, Features
    if isinstance(dataset, dict):
        splits = {
            name: clean_dataset(each, batch_size=batch_size, num_proc=num_proc, **options)
            for name, each in dataset.items()
        }
        return type(dataset)(splits)
    cleaning = ArrowCleaning(**options)
    arrow: Any = dataset.with_format("arrow")  # type: ignore[attr-defined]
    known = _features(dataset, arrow)
    made = Features.from_arrow_schema(cleaning.schema(known.arrow_schema))
    features = Features(
        {name: kind if name not in known or name == "text" else known[name] for name, kind in made.items()}
    )
    # The version is there for the fingerprint: what another version made is not to be taken from the cache.
    settings = {"cleaning": cleaning, "version": cleaner.__version__}
    workers = {"num_proc": num_proc} if isinstance(dataset, Dataset) else {}
    mapped: Any = arrow.map(
        _clean,
        batched=True,
        batch_size=batch_size,
        remove_columns=[name for name in known if name not in made],
        features=features,
        fn_kwargs=settings,
        **workers,
    )
    result: D = mapped.with_format(None)
    return result


def read_pages(inputs: Iterable[str], *, num_proc: int | None = None) -> Dataset:
    """Return the dataset of the pages in files, folders, globs and URLs of any kind that `cleaner batch` reads.

    `num_proc` processes read a file each, page by page, into the cache on disk; `cleaner.adapters.pages` tells the columns.
    Raises `OptionError` where the inputs stand for no file.

        records = clean_dataset(read_pages(["crawl/*.warc.gz"]), **COLUMNS)
    """
    with needs("datasets"):
        from datasets import Dataset, Features
    names = input_names(inputs)
    if not names:
        raise OptionError("no file to read", option="inputs")
    workers = min(num_proc, len(names)) if num_proc else None
    features = Features.from_arrow_schema(page_schema())
    return Dataset.from_generator(page_rows, features=features, gen_kwargs={"names": names}, num_proc=workers)


def _features(dataset: Any, arrow: Any) -> Any:
    """Return the features of a dataset: of its first document, where it comes without any."""
    if dataset.features is not None:
        return dataset.features
    from datasets import Features

    first = next(iter(arrow.iter(batch_size=1)), None)
    if first is None:
        raise OptionError("a dataset without columns", option="dataset")
    return Features.from_arrow_schema(first.schema)


def _clean(table: pa.Table, cleaning: ArrowCleaning, version: str) -> pa.Table:  # noqa: ARG001
    with needs("datasets"):
        import pyarrow
    made = list(cleaning.batches(table.to_batches()))
    return pyarrow.Table.from_batches(made, schema=cleaning.schema(table.schema))
