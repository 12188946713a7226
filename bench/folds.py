"""The tagger's folds: each page read with weights that were trained without its site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from training.data import fold, site

from bench.data import Page
from bench.tools import Tool
from cleaner.tagger import model


def pages_with_site(pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages whose address tells their site; no fold is known to leave out the others."""
    return (page for page in pages if page.url)


def held_out(tool: Tool, folder: Path) -> Tool:
    """Return the tool with the weights `folder/foldN.npz` that `python -m training cv` wrote, chosen by the page's site."""
    models = {int(path.stem.removeprefix("fold")): _read(path) for path in sorted(folder.glob("fold?.npz"))}

    def work(source: str, url: str | None) -> Any:
        chosen = models[fold(site(url or ""))]
        model.load = lambda: chosen  # type: ignore[assignment]
        return tool.work(source, url)

    return replace(tool, name=f"{tool.name}, sites held out", work=work)


def _read(path: Path) -> model.Model:
    with np.load(path) as arrays:
        return model.Model({name: arrays[name] for name in arrays.files})
