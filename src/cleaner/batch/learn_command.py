"""`cleaner learn`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from cleaner.batch.command import reading, reading_options, reporter
from cleaner.errors import CleanerError
from cleaner.sites import BY

_EXAMPLES = """\b
Examples:
  cleaner learn crawl.warc.gz -o site.json
  cleaner batch crawl.warc.gz --site-model site.json -o records.jsonl.gz
  cleaner learn saved-pages/ --site herald.example -o site.json

Exit status: 0 all went well, 1 some inputs failed, 2 wrong usage, 130 interrupted (nothing is written).
"""


def _options(command: Callable[..., Any]) -> Callable[..., Any]:
    file = click.Path(path_type=Path, dir_okay=False)
    for option in reversed(
        [
            click.option("-o", "--output", "out", type=file, required=True, metavar="FILE", help="Where to write the model (JSON)."),
            click.option("--min-pages", type=click.IntRange(2), default=10, show_default=True, help="Of a site with fewer pages nothing is learned."),
            click.option("--min-share", type=click.FloatRange(0, 1, min_open=True), default=0.5, show_default=True, help="On so large a share of a site's pages a block repeats."),
            click.option("--max-pages", type=click.IntRange(2), default=200, show_default=True, help="The size of the sample of a site's pages."),
            click.option("--by", type=click.Choice(BY), default="host", show_default=True, help="What a site is: a host, less 'www.', or a registered domain."),
            click.option("--site", metavar="NAME", help="The site of all pages; that of each page's address otherwise."),
            *reading_options(),
            click.option("-q", "--quiet", is_flag=True, help="No summary, no word of single failures."),
        ]
    ):  # fmt: skip
        command = option(command)
    return command


@click.command(epilog=_EXAMPLES)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@_options
def learn(inputs: tuple[str, ...], **asked: Any) -> None:
    """Find the blocks that repeat across the pages of each site, for --site-model."""
    try:
        failures = _run(inputs, asked)
    except KeyboardInterrupt:
        click.echo("cleaner: interrupted; nothing was written", err=True)
        sys.exit(130)
    except CleanerError as error:
        raise click.UsageError(str(error)) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename or asked['out']}: {error.strerror}") from error
    sys.exit(1 if failures else 0)


def _run(inputs: tuple[str, ...], asked: dict[str, Any]) -> int:
    """Learn, write, say what was done; return how many pages or inputs failed."""
    from cleaner.batch.inputs import expand
    from cleaner.batch.learn import Learner, LearnOptions, learn_from

    out, names = asked["out"], ("min_pages", "min_share", "max_pages", "by", "site")
    options = LearnOptions(**{name: asked[name] for name in names})
    with Learner(options, folder=out.absolute().parent) as learner:
        failures, homeless = learn_from(learner, expand(inputs, {out.resolve()}), reading(asked), reporter(asked["quiet"]))
        unfinished = out.with_name(out.name + ".tmp")
        with unfinished.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            enough = learner.write(stream)
        unfinished.replace(out)
        pages, sites = learner.counts()
    if not asked["quiet"]:
        click.echo(f"{pages} pages of {sites} sites; {enough} sites have {options.min_pages} pages or more", err=True)
        if homeless:
            click.echo(f"{homeless} pages without an address were left out; --site NAME says of which site they are", err=True)
        if failures:
            click.echo(f"{failures} failed", err=True)
    return failures
