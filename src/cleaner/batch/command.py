"""`cleaner batch`."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cleaner.errors import CleanerError
from cleaner.presets import THRESHOLDS

_EXAMPLES = """\b
Examples:
  cleaner batch crawl.warc.gz -o records.jsonl.gz --errors errors.jsonl
  cleaner batch 's3://bucket/*.warc.wet.gz' -o records/ --format parquet --workers 16
  cleaner batch pages/ -o records/ --resume         go on after a kill
  cat rows.jsonl | cleaner batch - --text-field content -o records.parquet

Exit status: 0 all went well, 1 some inputs failed, 2 wrong usage, 130 interrupted (resume goes on).
"""
_SHOWN_FAILURES = 20


def reading_options() -> list[Callable[..., Any]]:
    """Return the options that say how inputs are read: the same for every command that reads many."""
    return [
        click.option("--format-in", type=click.Choice(["auto", "page", "text", "html", "jsonl", "parquet", "warc", "wet"]), default="auto", show_default=True, help="What the inputs are; told by content and name otherwise."),
        click.option("--text-field", metavar="NAME", help="The field or column with the text; html, text, content, raw_content or body otherwise."),
        click.option("--url-field", metavar="NAME", default="url", show_default=True, help="The one with the address."),
        click.option("--id-field", metavar="NAME", help="The one that names the page in the output; its line or row otherwise."),
        click.option("--language-field", metavar="NAME", help="The one with the language."),
        click.option("--max-bytes", type=click.IntRange(1), default=10_000_000, show_default=True, help="The size budget of one page."),
        click.option("--content-type", metavar="TYPE", help="Of every page, such as 'text/plain; charset=cp1251'."),
    ]  # fmt: skip


def reading(asked: dict[str, Any]) -> Any:
    """Return the `ReadOptions` that were asked for."""
    from cleaner.batch.readers import ReadOptions

    names = ("max_bytes", "text_field", "url_field", "id_field", "language_field", "content_type")
    form = "warc" if asked["format_in"] == "wet" else asked["format_in"]
    return ReadOptions(form, language=asked.get("language"), **{name: asked[name] for name in names})


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of the command."""
    path = click.Path(path_type=Path)
    file = click.Path(path_type=Path, dir_okay=False)
    for option in reversed(
        [
            click.option("-o", "--output", "out", type=path, required=True, metavar="OUT", help="A file (.jsonl, .jsonl.gz, .jsonl.zst, .parquet), or a folder for parts."),
            click.option("--format", "format_", type=click.Choice(["jsonl", "jsonl.gz", "jsonl.zst", "parquet", "markdown"]), help="What a folder holds; JSON Lines otherwise."),
            click.option("--removed", type=file, metavar="FILE", help="Also write what was removed, and why (.jsonl, .gz, .zst)."),
            click.option("--errors", type=file, metavar="FILE", help="Also write the inputs that failed, and why."),
            click.option("--stats", type=file, metavar="FILE", help="Also write the statistics (JSON)."),
            *reading_options(),
            click.option("--workers", type=click.IntRange(1), default=_cores, show_default="all cores", help="How many processes."),
            click.option("--ordered/--unordered", default=True, show_default=True, help="Records in the order of the inputs, or as they come."),
            click.option("--timeout", type=click.FloatRange(0, min_open=True), default=30.0, show_default=True, metavar="SECONDS", help="The time budget of one page."),
            click.option("--part-size", type=click.IntRange(1), default=2000, show_default=True, help="Pages to a part of the output."),
            click.option("--resume", is_flag=True, help="Go on where a run that was cut off has got to."),
            click.option("--overwrite", is_flag=True, help="Begin anew where there is output already."),
            click.option("--dedup", type=click.Choice(["exact", "near"]), help="Leave out records that repeat an earlier one, word for word or nearly."),
            click.option("--dedup-threshold", type=click.FloatRange(0, 1, min_open=True), default=0.8, show_default=True, help="How similar is nearly the same."),
            click.option("--site-model", type=click.Path(dir_okay=False, exists=True), metavar="FILE", help="Remove what `cleaner learn` has found to repeat on a site."),
            click.option("--site", metavar="NAME", help="The site of all pages, for --site-model; that of each page's address otherwise."),
            click.option("--pipeline", "custom", metavar="MODULE:NAME", help="A pipeline or filter of your own, by import path."),
            click.option("--preset", type=click.Choice(list(THRESHOLDS)), default="balanced", show_default=True, help="How sure a removal must be."),
            click.option("--without", multiple=True, metavar="FILTER", help="Leave a filter out; may be repeated."),
            click.option("--lexicon", "lexicons", type=click.Path(dir_okay=False), multiple=True, help="A file of more phrases (TOML); may be repeated."),
            click.option("--language", metavar="CODE", help="The language, such as 'de'; detected otherwise."),
            click.option("--reference-date", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day (YYYY-MM-DD) that 'yesterday' counts from."),
            click.option("-q", "--quiet", is_flag=True, help="No summary, no progress, no word of single failures."),
        ]
    ):  # fmt: skip
        command = option(command)
    return command


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@options
def batch(inputs: tuple[str, ...], **asked: Any) -> None:
    """Clean whole crawls: files, folders, globs, URLs, or '-' for standard input."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        stats = _run(inputs, asked)
    except KeyboardInterrupt:
        click.echo("cleaner: interrupted; the same command with --resume goes on", err=True)
        sys.exit(130)
    except CleanerError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or asked['out']}: {error.strerror}") from error
    finally:
        signal.signal(signal.SIGTERM, before)
    sys.exit(1 if stats["errors"] else 0)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _run(inputs: tuple[str, ...], asked: dict[str, Any]) -> dict[str, Any]:
    from cleaner.batch.runner import run
    from cleaner.batch.stats import summary

    how = {name: asked[name] for name in ("resume", "overwrite")}
    stats = run(_batch(inputs, asked), **how, show=not asked["quiet"], on_failure=reporter(asked["quiet"]))
    if asked["stats"] is not None:
        asked["stats"].write_text(json.dumps(stats, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if not asked["quiet"]:
        click.echo(summary(stats), err=True)
    return stats


def _batch(inputs: tuple[str, ...], asked: dict[str, Any]) -> Any:
    """Return what was asked for. Raises `CleanerError`."""
    from cleaner.batch.output import layout
    from cleaner.batch.pipeline import PipelineSpec
    from cleaner.batch.runner import Batch
    from cleaner.batch.worker import Job

    pipeline = PipelineSpec(asked["preset"], asked["custom"], asked["without"], asked["lexicons"], asked["site_model"], asked["site"])
    day = asked["reference_date"]
    return Batch(
        inputs=inputs,
        where=layout(asked["out"], asked["format_"], asked["removed"], asked["errors"]),
        read=reading(asked),
        job=Job(pipeline, day.date() if day else None, asked["removed"] is not None),
        workers=asked["workers"],
        timeout=asked["timeout"],
        ordered=asked["ordered"],
        part_size=asked["part_size"],
        dedup=asked["dedup"],
        dedup_threshold=asked["dedup_threshold"],
    )


def reporter(quiet: bool) -> Callable[[Any], None]:
    """Return what says of the first failures, each in a line."""
    shown = 0

    def report(failure: Any) -> None:
        nonlocal shown
        shown += 1
        if not quiet and shown <= _SHOWN_FAILURES:
            click.echo(f"cleaner: {failure.id}: {failure.kind}: {failure.message}", err=True)
        elif not quiet and shown == _SHOWN_FAILURES + 1:
            click.echo("cleaner: more failures are only counted; --errors FILE keeps them", err=True)

    return report
