"""`python -m bench records|speed`: how good and how fast. docs/bench.md explains the figures."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from bench import data, records, speed


def _flatteners() -> dict[str, Callable[[str], str]]:
    import html_text
    from bs4 import BeautifulSoup

    return {
        "html-text": html_text.extract_text,
        "bs4": lambda html: BeautifulSoup(html, "html.parser").get_text("\n"),
    }


@click.group()
def main() -> None:
    """Benches of cleaner."""


@main.command("records")
@click.option("--data", "folder", type=click.Path(path_type=Path, exists=True), default=data.DEFAULT / "postindex-dev")
@click.option("--flatten", type=click.Choice(["html-text", "bs4"]), default="html-text", show_default=True)
@click.option("--worst", default=10, show_default=True, help="How many of the worst pages to list.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def records_(folder: Path, flatten: str, worst: int, as_json: bool) -> None:
    """Records of multi-article pages, flattened to text, against gold."""
    report, ranking = records.run(data.pages(folder), _flatteners()[flatten])
    if as_json:
        click.echo(json.dumps({"flatten": flatten, "report": report, "worst": ranking[:worst]}, indent=1))
        return
    click.echo(_table(report))
    for score, name, found, gold in ranking[:worst]:
        click.echo(f"{score:6.3f}  {name}  found {found}, gold {gold}")


@main.command("speed")
@click.option("--times", default=100, show_default=True, help="How many times as long the long page is.")
def speed_(times: int) -> None:
    """Time against length: a page of 15 KB and the same page repeated."""
    for row in speed.curve(times):
        click.echo(row)


def _table(report: dict[str, dict[str, float]]) -> str:
    columns = list(report["all"])
    lines = [f"{'':8}" + "".join(f"{c:>10}" for c in columns)]
    for name, row in report.items():
        lines.append(f"{name:8}" + "".join(f"{row.get(c, 0):>10g}" for c in columns))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
