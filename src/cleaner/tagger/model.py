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
from cleaner.tagger.features import Features, features
from cleaner.tagger.parts import PARTS
from cleaner.tagger.text import Floats, Ints

# From so likely on, a block is content where the page's own cut (`cleaner.tagger.evidence`) is not asked for: half of the F1
# that is reached over all pages, about 0.87.
CONTENT = 0.435
DILATIONS = (1, 2, 4, 8, 16)
FIRST_WORDS = 3
# The languages whose words the network has learned. Words of others that it saw on a few pages, or whose buckets it knows from
# English, mislead it: without them flat text of news in other languages goes from 0.870 to 0.877, mean of five models. German words do neither.
_LEARNED = ("en", "de")
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
        self._convs = [_tall(self._w[f"convs.{number}.weight"]) for number in range(len(DILATIONS))]

    def __call__(self, page: Features) -> Prediction:
        """Return the prediction for the features of one page."""
        with _threads().limit(limits=1, user_api="blas"):
            out = self._run(page)
        slope, intercept = self._w["calibration"][0 if page.markup[:, :1].any() else 1]
        content, start = _sigmoid(out[:, 0] * slope + intercept), _sigmoid(out[:, 1])
        return Prediction(content, start, _softmax(out[:, 2 : 2 + len(PARTS)]))

    def _run(self, page: Features) -> Floats:
        w = self._w
        h = _relu(self._inputs(page) @ w["enter.weight"], w["enter.bias"])
        skip, wide = h, np.empty((len(h), 3 * h.shape[1]), np.float32)
        for number, dilation in enumerate(DILATIONS):
            h = h + _relu(_neighbours(h, dilation, wide) @ self._convs[number], w[f"convs.{number}.bias"])
            if number == _PAGE_AFTER:
                h += np.concatenate((h.mean(0), h.max(0))) @ w["page.weight"] + w["page.bias"]
        h = _relu(np.concatenate((h, skip), 1) @ w["leave.weight"], w["leave.bias"])
        out: Floats = h @ w["heads.weight"] + w["heads.bias"]
        return out

    def _inputs(self, page: Features) -> Floats:
        """Return all inputs of each block side by side, in single precision as the weights are."""
        w = self._w
        count = len(page.numbers)
        sizes = np.diff(page.word_starts, append=len(page.words))
        bag = np.zeros((count, w["words"].shape[1]), np.float32)
        full = sizes > 0
        if full.any():
            bag[full] = _means(w["words"], page.words, page.word_starts[full], sizes[full])
        words = np.append(page.words, 0)  # the bucket that stands for no word
        places = [np.where(sizes > n, page.word_starts + n, -1) for n in range(FIRST_WORDS)]
        first = sum(w["first"].take(words[place], 0) for place in places) / FIRST_WORDS
        looks = _means(w["names"], page.names, page.name_starts, np.diff(page.name_starts, append=len(page.names)))
        around = looks.take(page.looks, 0).reshape(count, -1) * page.markup[:, :1]
        return np.concatenate((bag, first, around, page.numbers, page.markup), 1, dtype=np.float32)


def _means(table: Floats, rows: Ints, starts: Ints, sizes: Ints) -> Floats:
    """Return the means of some rows of a table, in groups of `sizes` that begin at `starts`."""
    means: Floats = np.add.reduceat(table.take(rows, 0), starts) / sizes.astype(np.float32)[:, None]
    return means


def _tall(weight: Floats) -> Floats:
    """Return the weights for the row above, the row itself and the row below, that stand side by side, one upon the other."""
    return np.concatenate(np.split(weight, 3, axis=1))


def _neighbours(h: Floats, dilation: int, wide: Floats) -> Floats:
    """Fill `wide` with each row between those `dilation` above and below it, with zeros beyond the ends."""
    width = h.shape[1]
    wide[:dilation, :width] = wide[-dilation:, 2 * width :] = 0
    wide[dilation:, :width] = h[:-dilation]
    wide[:, width : 2 * width] = h
    wide[:-dilation, 2 * width :] = h[dilation:]
    return wide


def _relu(h: Floats, bias: Floats) -> Floats:
    """Return `h` plus the bias, in its place, with zero for what is negative."""
    h += bias
    return np.maximum(h, 0, out=h)


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
    return doc.memo("tagger", lambda: load()(_known(features(doc), doc.context.language)))


def _known(page: Features, language: str | None) -> Features:
    """Return the features of a page without its words if they are of a language that the network has hardly seen."""
    if language is None or language in _LEARNED:
        return page
    return page._replace(words=np.zeros_like(page.words))
