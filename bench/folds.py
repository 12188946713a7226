"""The tagger's folds: each page read with weights that were trained without its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from training.data import fold, group

from bench.data import Page
from cleaner.tagger import model


def held_out(pages: Iterable[Page], folder: Path) -> Iterator[Page]:
    """Yield the pages whose site is known, each when the weights are in place that were trained without that site.

    These are `folder/foldN.npz`, which `python -m training cv` wrote.
    """
    models = read(folder)
    shipped = model.load
    try:
        for page in pages:
            site = group(page.gold)
            if site:
                chosen = models[fold(site)]
                model.load = lambda chosen=chosen: chosen  # type: ignore[assignment]
                yield page
    finally:
        model.load = shipped


def read(folder: Path) -> dict[int, model.Model]:
    """Return the models of the folds in a folder, by number."""
    return {int(path.stem.removeprefix("fold")): _read(path) for path in sorted(folder.glob("fold?.npz"))}


def _read(path: Path) -> model.Model:
    with np.load(path) as arrays:
        return model.Model({name: arrays[name] for name in arrays.files})
