"""`python -m training table|cv|weights`: from labelled pages to the tagger's weights. docs/tagger.md tells the whole way."""

from __future__ import annotations

import json
from pathlib import Path

import click
import numpy as np
import torch

from training import evaluate
from training.data import FOLDS
from training.export import arrays, recalibrate, write
from training.table import FLATTENERS, Row, build, restore, save
from training.train import train

_DATA = Path(__file__).parents[2] / "shared" / "data"
_BUILD = Path(__file__).parents[1] / "build" / "training"
_WEIGHTS = Path(__file__).parents[1] / "src" / "cleaner" / "tagger" / "weights.npz"
TRAINED_ON = ("wcxb-dev", "weak-articles", "weak", "postindex-dev")
# No fold is trained on these, so that its figures on them are of sites never seen; the shipped weights are.
TESTED_ON = ("news-dev",)


@click.group()
def main() -> None:
    """Train the block tagger."""
    torch.set_num_threads(1)


@main.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_DATA, envvar="CLEANER_DATA", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=_BUILD, show_default=True)
@click.option("--workers", default=2, show_default=True)
def table(data: Path, out: Path, workers: int) -> None:
    """Build the training table: features and labels of every page in every view."""
    for name in (*TRAINED_ON, *TESTED_ON):
        rows = build(data, [name], ["html", *FLATTENERS], workers)
        save(rows, out / f"{name}.pickle")
        click.echo(f"{name}: {len(rows)} views")


@main.command()
@click.option("--table", "folder", type=click.Path(path_type=Path, exists=True), default=_BUILD, show_default=True)
@click.option("--fold", "folds", multiple=True, type=int, help="Only these folds; may be repeated.")
@click.option("--epochs", default=10, show_default=True)
@click.option("--seed", default=1, show_default=True)
def cv(folder: Path, folds: tuple[int, ...], epochs: int, seed: int) -> None:
    """Train without one fifth of the hand-checked sets' sites, five times, and test on that fifth; never on news-dev.

    All folds that are there are calibrated in the end by the scores of all of them.
    """
    rows = _rows(folder, TRAINED_ON)
    news = _rows(folder, TESTED_ON)
    for fold in folds or range(FOLDS):
        model = train([r for r in rows if evaluate.fold_of(r) != fold], epochs=epochs, seed=seed, log=True)
        write(arrays(model), folder / f"fold{fold}.npz")
        held_out = [r for r in rows if r.set == "wcxb-dev" and evaluate.fold_of(r) == fold]
        report = evaluate.report(model, held_out, news)
        (folder / f"fold{fold}.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")
        np.savez_compressed(folder / f"fold{fold}-scores.npz", **evaluate.scores(model, held_out))
        click.echo(evaluate.summary(report))
    calibration = evaluate.calibrate(sorted(folder.glob("fold*-scores.npz")))
    for path in sorted(folder.glob("fold?.npz")):
        recalibrate(path, calibration)


@main.command()
@click.option("--table", "folder", type=click.Path(path_type=Path, exists=True), default=_BUILD, show_default=True)
@click.option("--epochs", default=10, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--out", type=click.Path(path_type=Path), default=_WEIGHTS, show_default=True)
def weights(folder: Path, epochs: int, seed: int, out: Path) -> None:
    """Train on all sites and write the weights that the package ships, calibrated by the scores of the folds."""
    calibration = evaluate.calibrate(sorted(folder.glob("fold*-scores.npz")))
    model = train(_rows(folder, (*TRAINED_ON, *TESTED_ON)), epochs=epochs, seed=seed, log=True)
    write(arrays(model, calibration), out)
    click.echo(f"{out}: {out.stat().st_size} bytes, calibration {calibration}")


@main.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), default=_DATA, envvar="CLEANER_DATA", show_default=True)
@click.option("--folds", type=click.Path(path_type=Path, exists=True), default=_BUILD, show_default=True, help="Where `cv` wrote the folds.")
@click.option("--every", default=2, show_default=True, help="Only every Nth page of WCXB.")
def headline(data: Path, folds: Path, every: int) -> None:
    """Find the weights of the signs by which flat text shows its headline, and whether it is one article."""
    from training.headline import examples, fit_articles, fit_headline  # the benches' own packages are needed

    found = list(examples(data, folds, every))
    click.echo(f"{len(found)} pages\nWEIGHTS, NONE: {fit_headline(found)}\nSEVERAL, ONE: {fit_articles(found)}")


def _rows(folder: Path, names: tuple[str, ...]) -> list[Row]:
    return [row for name in names for row in restore(folder / f"{name}.pickle")]


if __name__ == "__main__":
    main()
