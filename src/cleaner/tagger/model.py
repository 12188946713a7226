"""The block tagger: a small convolutional network over a page's blocks, computed with numpy.

Hashed words of text and markup are averaged embeddings; with the numbers of `cleaner.tagger.features` they enter
residual convolutions of growing dilation (each block sees 31 on either side) and a summary of the whole page. docs/tagger.md
tells how it was trained and how good it is.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from threadpoolctl import ThreadpoolController

from cleaner.document import Document
from cleaner.tagger.features import Features, Floats, features
from cleaner.tagger.parts import PARTS

# From so likely on, a block is content. The cut that makes the expected F1 greatest is half the F1 it reaches
# (Lipton, Elkan and Naryanaswamy 2014), which is about 0.87.
CONTENT = 0.435
DILATIONS = (1, 2, 4, 8, 16)
FIRST_WORDS = 3
# The summary of the page joins in after this convolution.
_PAGE_AFTER = 1


class Prediction(NamedTuple):
    """What the tagger makes of a page of n blocks: probabilities, 0..1.

    `content` (n): the block belongs to what a reader came for. `start` (n): a record starts with it. `part`
    (n x len(PARTS)): which part of a record it is.
    """

    content: Floats
    start: Floats
    part: Floats


class Model:
    """The network with its weights; reading only, so that threads may share it."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self._w = {name: np.ascontiguousarray(array, np.float32) for name, array in weights.items()}

    def __call__(self, page: Features) -> Prediction:
        """Return the prediction for the features of one page."""
        with _threads().limit(limits=1, user_api="blas"):
            out = self._run(page)
        content, start = _sigmoid(out[:, 0] * self._w["calibration"][0] + self._w["calibration"][1]), _sigmoid(out[:, 1])
        return Prediction(content, start, _softmax(out[:, 2 : 2 + len(PARTS)]))

    def _run(self, page: Features) -> Floats:
        w = self._w
        h = np.maximum(self._inputs(page) @ w["enter.weight"] + w["enter.bias"], 0)
        skip = h
        for number, dilation in enumerate(DILATIONS):
            h = h + np.maximum(_convolve(h, w[f"convs.{number}.weight"], dilation) + w[f"convs.{number}.bias"], 0)
            if number == _PAGE_AFTER:
                h = h + np.concatenate((h.mean(0), h.max(0))) @ w["page.weight"] + w["page.bias"]
        h = np.maximum(np.concatenate((h, skip), 1) @ w["leave.weight"] + w["leave.bias"], 0)
        out: Floats = h @ w["heads.weight"] + w["heads.bias"]
        return out

    def _inputs(self, page: Features) -> Floats:
        w = self._w
        count = len(page.numbers)
        ends = np.append(page.word_starts[1:], len(page.words))
        bag = np.zeros((count, w["words"].shape[1]), np.float32)
        first = np.zeros((count, w["first"].shape[1]), np.float32)
        full = page.word_starts < ends
        if full.any():
            starts = page.word_starts[full]
            bag[full] = np.add.reduceat(w["words"][page.words], starts) / (ends - page.word_starts)[full, None]
        for n in range(FIRST_WORDS):
            there = page.word_starts + n < ends
            first[there] += w["first"][page.words[page.word_starts[there] + n]]
            first[~there] += w["first"][0]
        look_ends = np.append(page.name_starts[1:], len(page.names))
        looks = np.add.reduceat(w["names"][page.names], page.name_starts) / (look_ends - page.name_starts)[:, None]
        around = looks[page.looks].reshape(count, -1) * page.markup[:, :1]
        return np.concatenate((bag, first / FIRST_WORDS, around, page.numbers, page.markup), 1)


def _convolve(h: Floats, weight: Floats, dilation: int) -> Floats:
    """Return what `weight` makes of each row and those `dilation` above and below it, with zeros beyond the ends.

    `weight` is channels x (3 * channels): for the row above, the row itself, and the row below, side by side.
    """
    made = h @ weight
    width = h.shape[1]
    own: Floats = made[:, width : 2 * width]
    own[dilation:] += made[:-dilation, :width]
    own[:-dilation] += made[dilation:, 2 * width :]
    return own


def _sigmoid(x: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return result


def _softmax(x: Floats) -> Floats:
    powers = np.exp(x - x.max(1, keepdims=True))
    result: Floats = powers / powers.sum(1, keepdims=True)
    return result


@cache
def _threads() -> ThreadpoolController:
    """Return what holds the matrix library to one thread: on matrices so small, more only get in each other's way."""
    return ThreadpoolController()


@cache
def load() -> Model:
    """Return the model that the package ships; read once, when first asked for."""
    with resources.files("cleaner.tagger").joinpath("weights.npz").open("rb") as file, np.load(file) as arrays:
        return Model({name: arrays[name] for name in arrays.files})


def predict(doc: Document) -> Prediction:
    """Return what the tagger makes of a document's blocks, computed once for a document."""
    if not doc.blocks:
        none = np.zeros(0, np.float32)
        return Prediction(none, none, np.zeros((0, len(PARTS)), np.float32))
    return doc.memo("tagger", lambda: load()(features(doc)))
