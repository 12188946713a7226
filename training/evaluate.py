"""How good a model is on pages that it was not trained on, and how its scores are calibrated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.data import fold
from training.export import NOT_CALIBRATED, Calibration
from training.network import Tagger
from training.table import Row
from training.train import collate

HELD_OUT = ("wcxb-dev", "postindex-dev")
_CHUNK = 16
_BINS = 10


def fold_of(row: Row) -> int:
    """Return which of the folds a page's site falls in; only the sites of hand-checked sets are held out in turn."""
    return fold(row.group) if row.set in HELD_OUT else -1


def logits(model: Tagger, rows: Sequence[Row]) -> list[np.ndarray]:
    """Return the raw score of content for each block of each row."""
    found: list[np.ndarray] = []
    for at in range(0, len(rows), _CHUNK):
        batch, _ = collate(rows[at : at + _CHUNK])
        with torch.no_grad():
            out = model(batch)[:, 0].numpy()
        found += [out[start:end] for start, end in batch.starts]
    return found


def report(model: Tagger, held_out: Sequence[Row], news: Sequence[Row]) -> dict[str, Any]:
    """Return the word F1 of whole blocks chosen at 0.5, by view and kind of page; news by view and language."""
    return {
        "wcxb": _by(held_out, logits(model, held_out), lambda row: row.kind),
        "news": _by(news, logits(model, news), lambda row: row.language if row.language in ("en", "de") else "other"),
    }


def _by(rows: Sequence[Row], found: Sequence[np.ndarray], kind: Any) -> dict[str, dict[str, float]]:
    sums: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for row, scores in zip(rows, found, strict=True):
        value = f1(row, scores > 0)
        for name in ("all", kind(row)):
            sums[row.view][name].append(value)
    return {view: {name: round(float(np.mean(v)), 4) for name, v in sorted(groups.items())} for view, groups in sums.items()}


def f1(row: Row, chosen: np.ndarray) -> float:
    """Return the word F1 of the chosen blocks of a page against its gold text, as far as labels tell."""
    right = float((row.size * row.content * chosen).sum())
    found = float((row.size * chosen).sum())
    gold = max(float(row.gold_words), float((row.size * row.content).sum()))
    return 2 * right / (found + gold) if found + gold else 1.0


def scores(model: Tagger, rows: Sequence[Row]) -> dict[str, np.ndarray]:
    """Return raw scores, labels and a weight (each page counts alike) of all blocks, for calibration."""
    found = logits(model, rows)
    weight = np.concatenate([np.full(len(s), 1 / len(s)) for s in found])
    flat = np.concatenate([np.full(len(s), row.view != "html") for s, row in zip(found, rows, strict=True)])
    return {"score": np.concatenate(found), "label": np.concatenate([r.content for r in rows]), "weight": weight, "flat": flat}


def calibrate(paths: Sequence[Path]) -> Calibration:
    """Return slope and intercept of Platt scaling (Platt 1999) fitted to the scores of the folds, for HTML and for flat text; none of either without folds."""
    if not paths:
        return NOT_CALIBRATED
    return _fit(paths, flat=False), _fit(paths, flat=True)


def _fit(paths: Sequence[Path], *, flat: bool) -> tuple[float, float]:
    score, label, weight = _gather(paths, flat=flat)
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([line], max_iter=100)
    x, y, w = (torch.from_numpy(a.astype(np.float64)) for a in (score, label, weight))

    def closure() -> torch.Tensor:
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * x + line[1], y, weight=w, reduction="sum")
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimiser.step(closure)  # type: ignore[no-untyped-call]
    slope, intercept = line.detach().numpy()
    return round(float(slope), 4), round(float(intercept), 4)


def reliability(paths: Sequence[Path], calibration: Calibration, *, flat: bool) -> list[tuple[float, float, int]]:
    """Return for each tenth of calibrated scores of HTML or flat text its mean score, the share of content in it, and its blocks."""
    score, label, _ = _gather(paths, flat=flat)
    slope, intercept = calibration[flat]
    p = 1 / (1 + np.exp(-(slope * score + intercept)))
    bins = np.minimum((p * _BINS).astype(int), _BINS - 1)
    return [(float(p[bins == b].mean()), float(label[bins == b].mean()), int((bins == b).sum())) for b in range(_BINS) if (bins == b).any()]


def _gather(paths: Sequence[Path], *, flat: bool) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    parts = [np.load(path) for path in paths]
    return tuple(np.concatenate([part[name][part["flat"] == flat] for part in parts]) for name in ("score", "label", "weight"))  # type: ignore[return-value]


def summary(found: dict[str, Any]) -> str:
    """Return a report in a few lines."""
    lines = []
    for name, views in found.items():
        for view, groups in views.items():
            lines.append(f"{name} {view}: " + ", ".join(f"{group} {value}" for group, value in groups.items()))
    return "\n".join(lines)
