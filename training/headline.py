"""Weights for the signs of `cleaner.tagger.headline`: by which flat text shows its headline, and whether it is one article.

Pages of one article and of several are flattened and read by weights of the tagger that were trained without their site.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from bench.folds import read
from bench.scores import same_title
from numpy.typing import NDArray
from torch import Tensor

from cleaner import process
from cleaner.document import Document
from cleaner.fields import FIELDS, title
from cleaner.fields.title import repeated
from cleaner.filter import Pipeline
from cleaner.filters import JUNK
from cleaner.grammar.rhythm import beats
from cleaner.tagger import model
from cleaner.tagger.headline import articles_evidence, evidence
from training.data import Page, fold, load
from training.table import FLATTENERS, flatten

Floats = NDArray[np.float32]

# Pages that list nothing, so that what repeats on them are no articles.
_SINGLE = ("article", "product", "service", "documentation", "collection")
# As the filter of titles finds a page.
_BEFORE = Pipeline([Pipeline(JUNK, name="junk"), *FIELDS[: FIELDS.index(title)]], name="before")
_STEPS, _RATE, _BATCH, _DECAY = 30, 0.03, 64, 1e-3
# As often as not a page's address is not known.
_ADDRESSES = (True, False)
# A page of one article that is cut up costs a little more than a list that is not.
_CUT = 0.52


class Example(NamedTuple):
    """A flat page: the signs of each line of one article and which are its headline; the signs of what repeats, if anything does."""

    lines: Floats
    right: list[int]
    articles: Floats | None
    several: bool


def examples(data: Path, folds: Path, every: int) -> Iterator[Example]:
    """Yield the examples of WCXB, of one page a site of the weak articles, and of the indexes of posts."""
    models = read(folds)
    shipped = model.load
    try:
        for page in _pages(data, every):
            chosen = models[fold(page.group)]
            model.load = lambda chosen=chosen: chosen  # type: ignore[assignment]
            yield from (_example(page, view) for view in FLATTENERS[:3])
    finally:
        model.load = shipped


def _pages(data: Path, every: int) -> Iterator[Page]:
    yield from (p for n, p in enumerate(load(data, "wcxb-dev")) if n % every == 0 and p.kind in _SINGLE)
    yield from {page.group: page for page in load(data, "weak-articles")}.values()
    yield from load(data, "postindex-dev")


def _example(page: Page, view: str) -> Example:
    several = len(page.records) > 1
    text = flatten(page.html.decode("utf-8", "replace"), view)
    doc = process(text, content_type="text/plain", url=page.url or None, pipeline=_BEFORE).document
    if not doc.blocks:
        return Example(np.zeros((0, 0), np.float32), [], None, several)
    sequence = beats(doc)
    heads = [found.at for found in repeated(doc, sequence)]
    articles = articles_evidence(doc, sequence, heads) if len(heads) > 1 else None
    if page.kind != "article":
        return Example(np.zeros((0, 0), np.float32), [], articles, several)
    return Example(evidence(doc), _right(doc, page), articles, several)


def _right(doc: Document, page: Page) -> list[int]:
    gold = page.records[0].title
    return [block.index for block in doc.blocks if gold and same_title(block.text, gold)]


def fit_headline(found: list[Example]) -> tuple[list[float], float]:
    """Return the weights of a choice among the lines of a page and none of them, and the score of none."""
    single = [e for e in found if len(e.lines)]
    scale = np.concatenate([e.lines for e in single]).std(0) + 1e-6
    pages = [(_scaled(e, scale, known=known), torch.tensor(e.right or [len(e.lines)])) for e in single for known in _ADDRESSES]
    weights = torch.zeros(len(scale) + 1, requires_grad=True)
    optimizer = torch.optim.Adam([weights], lr=_RATE)
    for _ in range(_STEPS):
        for at in range(0, len(pages), _BATCH):
            losses = [_loss(torch.cat([lines @ weights[:-1], weights[-1:]]), right) for lines, right in pages[at : at + _BATCH]]
            optimizer.zero_grad()
            (torch.stack(losses).mean() + _DECAY * weights.square().sum()).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    made = weights.detach().numpy()
    return [round(float(w), 2) for w in made[:-1] / scale], round(float(made[-1]), 2)


def _scaled(example: Example, scale: Floats, *, known: bool) -> Tensor:
    lines = (example.lines / scale).astype(np.float32)
    if not known:
        lines[:, -1] = 0
    return torch.from_numpy(lines)


def _loss(scores: Tensor, right: Tensor) -> Tensor:
    return torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)


def fit_articles(found: list[Example]) -> tuple[list[float], float]:
    """Return the weights of a logistic regression, both kinds of pages counting the same, and the score from which on there are several."""
    signs = np.array([e.articles for e in found if e.articles is not None])
    several = torch.tensor([float(e.several) for e in found if e.articles is not None])
    scale = signs.std(0) + 1e-6
    rows = torch.from_numpy((signs / scale).astype(np.float32))
    share = float(several.mean())
    weight = torch.where(several > 0, 0.5 / share, 0.5 / (1 - share))
    weights = torch.zeros(len(scale) + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200, line_search_fn="strong_wolfe")

    def step() -> Tensor:
        optimizer.zero_grad()
        scores = rows @ weights[:-1] + weights[-1]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(scores, several, weight)
        loss = loss + _DECAY * weights[:-1].square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return loss

    optimizer.step(step)  # type: ignore[no-untyped-call]
    made = weights.detach().numpy()
    least = float(np.log(_CUT / (1 - _CUT)) - made[-1])
    return [round(float(w), 2) for w in made[:-1] / scale], round(least, 2)
