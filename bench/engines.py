"""`python -m bench.engines`: pages per second of CPU time, by the library alone and in each engine and framework.

CPU time is that of all processes of an engine, the JVM of Spark among them, so that the figure is one per core and does
not depend on what else the machine does. Needs the packages that `make test-engines` installs: .venv-engines/bin/python -m bench.engines
"""

from __future__ import annotations

import logging
import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import psutil

from bench import data, forms

Pages = list[dict[str, Any]]
# Cleans the pages that it is given; made by an engine that has been started, and stopped afterwards.
Run = Callable[[Pages], object]
_WARM_UP = 10
_BATCH = 128
# The system counts CPU time in these.
_TICK = 0.01


@contextmanager
def plain() -> Iterator[Run]:
    """The library alone, in a loop."""
    from cleaner import process

    yield lambda pages: [process(page["text"], url=page["url"]) for page in pages]


@contextmanager
def arrow() -> Iterator[Run]:
    """Arrow batches, without an engine."""
    import pyarrow as pa

    from cleaner.adapters.arrow import clean_batches

    yield lambda pages: list(clean_batches(pa.Table.from_pylist(pages).to_batches(max_chunksize=_BATCH)))


@contextmanager
def spark() -> Iterator[Run]:
    """PySpark with one worker: rows go to it from the JVM and back."""
    from pyspark.sql import SparkSession

    from cleaner.adapters.spark import clean_frame

    builder = (
        SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.driver.memory", "4g")
    )
    session = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(_BATCH)).getOrCreate()

    def run(pages: Pages) -> None:
        frame = session.createDataFrame([tuple(page.values()) for page in pages], "id string, url string, text string")
        clean_frame(frame.coalesce(1)).write.format("noop").mode("overwrite").save()

    yield run
    session.stop()


@contextmanager
def ray() -> Iterator[Run]:
    """Ray Data with one CPU."""
    import pyarrow as pa
    import ray as engine

    from cleaner.adapters.ray import clean_dataset

    os.environ.setdefault("RAY_worker_niceness", "0")  # as all others; Ray's workers would wait for whatever else runs
    context = engine.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.verbose_progress = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    engine.init(num_cpus=1, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield lambda pages: clean_dataset(
        engine.data.from_arrow(pa.Table.from_pylist(pages)), batch_size=_BATCH
    ).materialize()
    engine.shutdown()


@contextmanager
def datasets() -> Iterator[Run]:
    """Hugging Face datasets, in the process itself."""
    import datasets as engine

    from cleaner.adapters.datasets import clean_dataset

    engine.disable_progress_bars()
    yield lambda pages: clean_dataset(engine.Dataset.from_list(pages), batch_size=_BATCH)


@contextmanager
def datatrove() -> Iterator[Run]:
    """The step of datatrove, without readers and writers."""
    from datatrove.data import Document

    from cleaner.adapters.datatrove import CleanerStep

    def run(pages: Pages) -> object:
        return list(CleanerStep().run(Document(p["text"], p["id"], metadata={"url": p["url"]}) for p in pages))

    yield run


@contextmanager
def scrapy() -> Iterator[Run]:
    """Scrapy's item pipeline, without a crawl."""
    from scrapy.utils.test import get_crawler

    from cleaner.adapters.scrapy import CleanerPipeline

    pipeline = CleanerPipeline.from_crawler(get_crawler())
    yield lambda pages: [pipeline.process_item({"url": page["url"], "html": page["text"]}) for page in pages]


@contextmanager
def langchain() -> Iterator[Run]:
    """The document transformer of LangChain."""
    from langchain_core.documents import Document

    from cleaner.adapters.langchain import CleanerTransformer

    def run(pages: Pages) -> object:
        documents = [Document(page_content=page["text"], metadata={"url": page["url"]}) for page in pages]
        return CleanerTransformer(on_error="keep").transform_documents(documents)

    yield run


ENGINES = {each.__name__: each for each in (plain, arrow, spark, ray, datasets, datatrove, scrapy, langchain)}


@click.command()
@click.option("--data", "folder", type=click.Path(path_type=Path, exists=True), default=data.DEFAULT / "wcxb-dev")
@click.option(
    "--as", "form", type=click.Choice(["html", "text"]), default="html", show_default=True, help="What to hand in."
)
@click.option("--every", default=5, show_default=True, help="Every Nth page of the set.")
@click.option("--passes", default=1, show_default=True, help="Times that each is run; the best counts.")
@click.option(
    "--engine", "names", type=click.Choice(list(ENGINES)), multiple=True, help="One of them; may be repeated."
)
def main(folder: Path, form: str, every: int, passes: int, names: tuple[str, ...]) -> None:
    """Print pages per second of CPU time, and of the clock."""
    warnings.simplefilter("ignore")
    # The workers of engines find library and bench where this process has found them.
    os.environ["PYTHONPATH"] = os.pathsep.join(str(Path(__file__).parents[1] / name) for name in ("src", "."))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    convert = (forms.text("bs4") if form == "text" else forms.html()).convert
    pages: Pages = [{"id": page.name, "url": page.url, "text": convert(page.html)} for page in data.wcxb(folder, every)]
    click.echo(
        f"{len(pages)} pages, {sum(len(p['text']) for p in pages) / len(pages) / 1000:.0f} thousand characters each"
    )
    for name in names or ENGINES:
        with ENGINES[name]() as run:
            run(pages[:_WARM_UP])
            costs = [_cost(run, pages) for _ in range(passes)]
        cpu, clock = (min(each) for each in zip(*costs, strict=True))
        click.echo(f"{name:10} {len(pages) / cpu:6.1f} pages a second of CPU {len(pages) / clock:6.1f} of the clock")


def _cost(run: Run, pages: Pages) -> tuple[float, float]:
    cpu, clock = _cpu(), time.perf_counter()
    run(pages)
    return max(_cpu() - cpu, _TICK), time.perf_counter() - clock


def _cpu() -> float:
    """Return the CPU seconds of this process and of all that it has started, also of those that have ended."""
    own = psutil.Process()
    times = [each.cpu_times() for each in (own, *own.children(recursive=True))]
    return float(sum(t.user + t.system + t.children_user + t.children_system for t in times))


if __name__ == "__main__":
    main()
