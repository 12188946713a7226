"""The console script `cleaner`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, TextIO, cast

import click

from cleaner import __version__
from cleaner.api import Result, process
from cleaner.batch.command import batch
from cleaner.batch.learn_command import learn
from cleaner.batch.pipeline import PipelineSpec
from cleaner.errors import CleanerError
from cleaner.filter import Pipeline
from cleaner.io import WRITERS
from cleaner.presets import THRESHOLDS, preset
from cleaner.record import Record

_EXAMPLES = """\b
Examples:
  cleaner clean scrape.txt                     records as JSON Lines
  cleaner clean --format markdown *.txt -o all.md
  curl -s URL.wet | cleaner clean -            standard input
  cleaner explain scrape.txt                   what was removed, and why

Exit status: 0 all went well, 1 an input could not be cleaned, 2 wrong usage.
"""


@click.group(epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cleaner")
def main() -> None:
    """Turn web scrapes into clean article records, and say what went and why."""


main.add_command(batch)
main.add_command(learn)


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that `clean` and `explain` share."""
    for option in reversed(
        [
            click.option("--preset", "preset_name", type=click.Choice(list(THRESHOLDS)), default="balanced", show_default=True, help="How sure a removal must be."),
            click.option("--language", metavar="CODE", help="The language, such as 'de'; detected otherwise."),
            click.option("--content-type", metavar="TYPE", help="Such as 'text/plain; charset=cp1251'."),
            click.option("--url", help="The page's address, for the records."),
            click.option("--reference-date", metavar="DATE", help="The day (YYYY-MM-DD) that 'yesterday' counts from."),
            click.option("--lexicon", "lexicons", type=click.Path(dir_okay=False), multiple=True, help="A file of more phrases (TOML); may be repeated."),
            click.option("--site-model", type=click.Path(dir_okay=False), metavar="FILE", help="Remove what `cleaner learn` has found to repeat on the page's site."),
            click.option("--site", metavar="NAME", help="The page's site, for --site-model; that of its address otherwise."),
            click.option("--without", "dropped", metavar="FILTER", multiple=True, help="Leave a filter out; may be repeated."),
        ]
    ):  # fmt: skip
        command = option(command)
    return command


@main.command(epilog=_EXAMPLES)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "format_",
    type=click.Choice([*WRITERS, "text"]),
    default="jsonl",
    show_default=True,
    help="What to write.",
)
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write; standard output otherwise.")
@_options
def clean(files: tuple[str, ...], format_: str, output: str, **options: Any) -> None:
    """Write the records of each FILE ('-' is standard input), or its text."""
    results = _results(files, options)
    failed = _Failures()
    try:
        with click.open_file(output, "w", encoding="utf-8", atomic=output != "-") as stream:
            _write(format_, failed.pass_on(results), cast("TextIO", stream))
    except BrokenPipeError:  # the reader has seen enough: `cleaner clean ... | head`
        sys.stderr.close()
        sys.exit(141)
    except OSError as error:
        raise click.ClickException(f"{output}: {error.strerror}") from error
    sys.exit(1 if failed.count else 0)


@main.command()
@click.argument("file")
@_options
def explain(file: str, **options: Any) -> None:
    """Print every removed span of FILE ('-' is standard input) with its reason."""
    failed = _Failures()
    for result in failed.pass_on(_results((file,), options)):
        _explain(result)
    sys.exit(1 if failed.count else 0)


@main.command()
def filters() -> None:
    """List the filters in the order in which they work, with their labels."""
    for name, each in preset().walk():
        if not isinstance(each, Pipeline):
            click.echo(f"{name:22} {', '.join(sorted(each.labels))}")


def _results(files: Iterable[str], options: dict[str, Any]) -> Iterator[tuple[str, Callable[[], Result]]]:
    """Yield each input's name and the call that cleans it."""
    pipeline = _pipeline(options)
    keywords = {
        "language": options["language"],
        "content_type": options["content_type"],
        "url": options["url"],
        "reference_date": _date(options["reference_date"]),
        "pipeline": pipeline,
    }
    for name in files:

        def call(name: str = name) -> Result:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
            return process(data, **keywords)

        yield name, call


def _pipeline(options: dict[str, Any]) -> Pipeline:
    try:
        chosen = {"site_model": options["site_model"], "site": options["site"]}
        return PipelineSpec(options["preset_name"], None, options["dropped"], options["lexicons"], **chosen).build()
    except CleanerError as error:
        raise click.UsageError(str(error)) from error


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no date", param_hint="--reference-date") from error


class _Failures:
    """Counts the inputs that failed, says so on standard error, and passes on the results of the others."""

    def __init__(self) -> None:
        self.count = 0

    def pass_on(self, results: Iterable[tuple[str, Callable[[], Result]]]) -> Iterator[Result]:
        for name, call in results:
            try:
                result = call()
            except (CleanerError, OSError) as error:
                self.count += 1
                reason = error.strerror if isinstance(error, OSError) else str(error)
                click.echo(f"cleaner: {name}: {reason}", err=True)
                continue
            for warning in result.warnings:
                click.echo(f"cleaner: {name}: warning: {warning}", err=True)
            yield result


def _write(format_: str, results: Iterable[Result], stream: TextIO) -> None:
    if format_ == "text":
        for number, result in enumerate(results):
            stream.write(("\n" if number else "") + result.text + "\n")
        return
    WRITERS[format_](_records(results), stream)


def _records(results: Iterable[Result]) -> Iterator[Record]:
    for result in results:
        yield from result.records


def _explain(result: Result) -> None:
    text = result.document.text
    line, at = 1, 0
    for removal in result.removed:
        line += text.count("\n", at, removal.start)
        at = removal.start
        shown = " ".join(removal.text.split())
        shown = shown if len(shown) <= 100 else f"{shown[:97]}..."
        click.echo(
            f"{line:5d}  {click.style(f'{removal.label:22}', fg='red')} {shown}  {click.style(removal.by, dim=True)}"
        )
    gone = sum(removal.end - removal.start for removal in result.removed)
    click.echo(f"{len(result.records)} records; {gone} of {len(text)} characters removed")
    for record in result.records:
        _explain_record(result, record)


# What the explanation of a record tells of, and how much of each value.
_EXPLAINED = ("title", "authors", "published", "modified", "section", "sources")
_MOST_SHOWN = 100


def _explain_record(result: Result, record: Record) -> None:
    """Print each field of a record: its value, how sure and why, and the values that lost."""
    click.echo(f"  {record.title or '(untitled)'}")
    for name in _EXPLAINED:
        for found in result.candidates(record, name):
            sign = click.style("+", fg="green") if found.won else click.style("-", fg="red")
            remark = f" ({record.remarks[name]})" if found.won and name in record.remarks else ""
            why = click.style(f"{found.score:.2f} {found.origin} {found.by}", dim=True)
            click.echo(f"    {sign} {name:10} {_shown(found.value)}{remark}  {why}")


def _shown(value: object) -> str:
    """Return a value of a field on one line: the names of people, the lines of sources."""
    parts = value if isinstance(value, tuple) else (value,)
    text = "; ".join(str(getattr(part, "name", None) or getattr(part, "raw", None) or part) for part in parts)
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 3]}..."
