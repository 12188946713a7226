"""Ray Data: a dataset of documents to a dataset of records, by `map_batches`.

Needs the extra `ray`; reading archives needs the extra `batch` too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from cleaner.adapters.arrow import ArrowCleaning, ArrowOptions
from cleaner.adapters.pages import input_names, page_batches
from cleaner.extras import needs

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


def clean_dataset(
    dataset: Dataset,
    *,
    batch_size: int = 128,
    ray_options: Mapping[str, Any] | None = None,
    **options: Unpack[ArrowOptions],
) -> Dataset:
    """Return the dataset of records of a dataset of documents; `cleaner.adapters.arrow` tells the columns and the options.

    A worker has `batch_size` documents in memory at a time. `ray_options` go to `map_batches`: `num_cpus`, `memory`,
    `concurrency`. Rows come in the order of Ray's blocks, which `ray.data.DataContext` can be told to preserve. Raises
    `OptionError` and `PipelineError`.

        records = clean_dataset(ray.data.read_parquet("pages"), text_column="html")
    """
    return dataset.map_batches(
        _clean,
        batch_format="pyarrow",
        batch_size=batch_size,
        fn_kwargs={"cleaning": ArrowCleaning(**options)},
        **(ray_options or {}),
    )


def read_pages(inputs: Iterable[str]) -> Dataset:
    """Return the dataset of the pages in files, folders, globs and URLs of any kind that `cleaner batch` reads.

    A task reads one file, page by page; `cleaner.adapters.pages` tells the columns.

        records = clean_dataset(read_pages(["crawl/*.warc.gz"]), **COLUMNS)
    """
    with needs("ray"):
        import ray.data
    names = input_names(inputs)
    listed = ray.data.from_items([{"name": name} for name in names], override_num_blocks=max(len(names), 1))
    return listed.map_batches(_read, batch_format="pyarrow")


def _read(table: pa.Table) -> Iterator[pa.Table]:
    with needs("ray"):
        import pyarrow
    for batch in page_batches(table.column("name").to_pylist()):
        yield pyarrow.Table.from_batches([batch])


def _clean(table: pa.Table, cleaning: ArrowCleaning) -> Iterator[pa.Table]:
    with needs("ray"):
        import pyarrow
    for batch in cleaning.batches(table.to_batches()):
        yield pyarrow.Table.from_batches([batch])
