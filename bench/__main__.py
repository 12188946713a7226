"""`python -m bench wcxb|news|records|speed|batch|site`: how good and how fast. docs/bench.md explains the figures."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from bench import archives, batch, data, forms, news, peers, records, sites, speed, wcxb
from bench.agreement import Records, agreement
from bench.run import Bench, Rated, Report, run
from bench.tools import Tool, ours
from cleaner.batch.learn import LearnOptions
from cleaner.presets import THRESHOLDS

F = TypeVar("F", bound=Callable[..., object])

_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_WORST = click.option("--worst", default=10, show_default=True, help="How many of the worst pages to list.")
_PEER = click.option("--peer", type=click.Choice(list(peers.PEERS)), help="Another extractor in place of cleaner.")
_FOLDS = click.option("--folds", type=click.Path(path_type=Path, exists=True), help="Each page with weights trained without its site, from here.")
_LINE = 2_000_000_000
_PRESET = click.option("--preset", type=click.Choice(list(THRESHOLDS)), help="Which pipeline of cleaner.")


@click.group()
def main() -> None:
    """Benches of cleaner."""


def _data(name: str) -> Callable[[F], F]:
    return click.option(
        "--data", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=data.DEFAULT / name
    )


def _as(default: str, *more: str) -> Callable[[F], F]:
    kinds = click.Choice(["html", "text", *more])
    return click.option("--as", "kind", type=kinds, default=default, show_default=True, help="What to hand in.")


def _flatten(*more: str) -> Callable[[F], F]:
    choices = click.Choice([*forms.FLATTENERS, *more])
    return click.option(
        "--flatten", type=choices, default="html-text", show_default=True, help="What makes the text of --as text."
    )


@main.command("wcxb")
@_data("wcxb-dev")
@_as("html")
@_flatten()
@_PEER
@_PRESET
@click.option("--every", type=click.IntRange(1), default=1, show_default=True, help="Only every Nth page.")
@_FOLDS
@_WORST
@_JSON
def wcxb_(folder: Path, every: int, **options: Any) -> None:
    """Main content, title, authors and date of pages of seven types."""
    _one_form(wcxb.BENCH, data.wcxb(folder, every), every=every, **options)


@main.command("news")
@_data("news-dev")
@_as("html")
@_flatten()
@_PEER
@_PRESET
@_FOLDS
@_WORST
@_JSON
def news_(folder: Path, **options: Any) -> None:
    """Body and fields of news articles in many languages, one a page."""
    _one_form(news.BENCH, data.pages(folder), **options)


@main.command("records")
@_data("postindex-dev")
@_as("text", "both")
@_flatten("all")
@_PRESET
@_FOLDS
@_WORST
@_JSON
def records_(folder: Path, kind: str, flatten: str, preset: str | None, folds: Path | None, worst: int, as_json: bool) -> None:
    """Records of multi-article pages, as HTML and flattened to text, against gold."""
    pages = list(data.pages(folder))
    kept: dict[str, dict[str, Records]] = {form.name: {} for form in _forms(kind, flatten)}
    results = {
        form.name: run(_held_out(pages, folds), ours(preset, form.content_type), form, records.keeping(kept[form.name]))
        for form in _forms(kind, flatten)
    }
    agreed = agreement(kept)
    if as_json:
        told: dict[str, object] = {name: _plain(report, ranking[:worst]) for name, (report, ranking) in results.items()}
        _print_json({**told, "agreement": agreed} if agreed else told)
        return
    for name, (report, ranking) in results.items():
        click.echo(name)
        _print(report, ranking[:worst])
    if agreed:
        click.echo(f"agreement with {next(iter(kept))}\n{_table(agreed)}")


@main.command("speed")
@click.option("--data", "folder", type=click.Path(path_type=Path), default=data.DEFAULT / "wcxb-dev")
@click.option("--times", default=100, show_default=True, help="How many times as long the long page is.")
@click.option("--every", type=click.IntRange(1), default=10, show_default=True, help="Every Nth page of WCXB.")
@_JSON
def speed_(folder: Path, times: int, every: int, as_json: bool) -> None:
    """Time against length, and time for a page of HTML (left out where WCXB is not there)."""
    points = []
    for point in speed.curve(times):
        points.append(point)
        if not as_json:
            click.echo(_line(point))
    costs = speed.costs(page.html for page in data.wcxb(folder, every)) if folder.is_dir() else {}
    table = {name: dataclasses.asdict(cost) for name, cost in costs.items()}
    if as_json:
        _print_json({"curve": [point._asdict() for point in points], "every": every, "costs": table})
    elif table:
        click.echo(f"\nOne page in {every} of WCXB; ratio: the time over that of {speed.BASE}\n{_table(table)}")


def _held_out(pages: Iterable[data.Page], folds: Path | None) -> Iterable[data.Page]:
    if folds is None:
        return pages
    from bench.folds import held_out  # it needs numpy, and the way that training tells sites apart

    return held_out(pages, folds)


@main.command("batch")
@_data("wcxb-dev")
@click.option("--every", type=click.IntRange(1), default=10, show_default=True, help="Only every Nth page.")
@click.option("--gigabytes", type=float, default=0.0, help="Repeat the pages until the WARC has so many, before compression.")
@click.option("--workers", type=click.IntRange(2), default=2, show_default=True, help="How many processes to compare with one.")
@click.option("--speed/--no-speed", "with_speed", default=True, help="Pages per second and memory.")
@click.option("--kill", type=int, default=0, help="Kill a run at so many random moments, and resume it.")
@click.option("--hostile/--no-hostile", "with_hostile", default=False, help="A folder of all that can go wrong, with lines of 2 GB.")
@click.option("--agreement/--no-agreement", "with_agreement", default=False, help="WARC and WET of the same pages.")
@_flatten()
@_JSON
def batch_(folder: Path, every: int, gigabytes: float, workers: int, flatten: str, as_json: bool, **parts: Any) -> None:
    """`cleaner batch` on a WARC of WCXB: speed, memory, kills, hostile inputs, WET against WARC."""
    pages = list(data.wcxb(folder, every))
    report: dict[str, Any] = {"pages": len(pages)}
    with tempfile.TemporaryDirectory() as name:
        archive = archives.write(pages, Path(name) / "pages.warc.gz", archives.warc, int(gigabytes * 1e9))
        report["warc"] = {"pages": archive.pages, "megabytes": round(archive.size / 1e6)}
        if parts["with_speed"]:
            report["speed"] = batch.speed(archive, Path(name), (1, workers))
        if parts["kill"]:
            report["kill"] = batch.kills(archive, Path(name), parts["kill"])
        if parts["with_hostile"]:
            report["hostile"] = batch.hostility(Path(name), _LINE)
        if parts["with_agreement"]:
            report["agreement"] = batch.agreement(pages, Path(name), flatten)
    _print_json(report) if as_json else click.echo(_outline(report))


def _outline(report: Mapping[str, Any], indent: str = "") -> str:
    """Return nested figures, a line each."""
    lines = []
    for name, value in report.items():
        inner = f"\n{_outline(value, indent + '  ')}" if isinstance(value, Mapping) else f" {value}"
        lines.append(f"{indent}{name}{inner}")
    return "\n".join(lines)


@main.command("site")
@click.option("--data", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=data.DEFAULT)
@_as("html")
@_flatten()
@_PRESET
@click.option("--min-pages", default=LearnOptions().min_pages, show_default=True, help="Sites with fewer pages are left out.")
@click.option("--min-share", default=LearnOptions().min_share, show_default=True, help="On how many of them a block must be.")
@_WORST
@_JSON
def site_(folder: Path, kind: str, flatten: str, preset: str | None, worst: int, as_json: bool, **options: Any) -> None:
    """What repeats on a site: how much text the filter takes after all others, and how much of it wrongly."""
    [form] = _forms(kind, flatten)
    table, taken = sites.run(sites.pages(folder), form, LearnOptions(**options), preset or "balanced")
    if as_json:
        _print_json({"as": form.name, "preset": preset, **options, "sets": table, "taken": taken})
        return
    click.echo(_table(table) if table else "no site has as many pages")
    wrong = [each for each in taken if each[1] == "wrong"]
    for size, of_kind, name, text in [*taken[:worst], *wrong[:worst]]:
        click.echo(f"{size:6d}  {of_kind:7}  {name[:30]:30}  {text[:90]}")


def _one_form(
    bench: Bench, pages: Iterable[data.Page], *, kind: str, flatten: str, peer: str | None, preset: str | None,
    worst: int, as_json: bool, folds: Path | None = None, **settings: Any,
) -> None:  # fmt: skip
    if peer and (kind != "html" or preset):
        raise click.UsageError("a peer reads HTML only, and has no presets: leave out --as text and --preset")
    [form] = _forms(kind, flatten)
    tool: Tool = peers.PEERS[peer]() if peer else ours(preset, form.content_type)
    report, ranking = run(_held_out(pages, folds), tool, form, bench)
    if as_json:
        about = {"tool": tool.name, "as": form.name, "preset": preset, **settings}
        _print_json({**about, **_plain(report, ranking[:worst])})
        return
    click.echo(f"{tool.name}, {form.name}" + (", sites held out" if folds else ""))
    _print(report, ranking[:worst])


def _forms(kind: str, flatten: str) -> list[forms.Form]:
    chosen = [forms.html()] if kind in ("html", "both") else []
    if kind in ("text", "both"):
        chosen += [forms.text(name) for name in forms.FLATTENERS if flatten in (name, "all")]
    return chosen


def _plain(report: Report, worst: list[Rated]) -> dict[str, Any]:
    return {"report": report, "worst": [page._asdict() for page in worst]}


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=1, ensure_ascii=False))


def _print(report: Report, worst: list[Rated]) -> None:
    click.echo(_table(report))
    for page in worst:
        click.echo(f"{page.score:6.3f}  {page.name}  {page.note}")


def _table(report: Mapping[str, Mapping[str, float | None]]) -> str:
    columns = list(next(iter(report.values())))
    width = max(map(len, report)) + 1
    lines = [" " * width + "".join(f"{column:>10}" for column in columns)]
    for name, row in report.items():
        cells = ("-" if row.get(column) is None else f"{row[column]:g}" for column in columns)
        lines.append(f"{name:{width}}" + "".join(f"{cell:>10}" for cell in cells))
    return "\n".join(lines)


def _line(point: speed.Point) -> str:
    step, characters, seconds, ratio = point
    return f"{step:4d} x  {characters:9,d} characters  {seconds:8.4f} s  {ratio:7.1f} x the time"


if __name__ == "__main__":
    main()
