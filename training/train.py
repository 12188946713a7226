"""Training: batches of pages, noise that makes the model robust, the loss."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from cleaner.tagger.features import NUMBERS
from cleaner.tagger.parts import CLAIMED
from cleaner.tagger.text import WORD_BUCKETS
from training.network import FIRST_WORDS, Batch, Tagger
from training.table import Row

_PAGES = 12
_BLOCKS = 4000
_NO_MARKUP, _NO_WORDS, _NO_NAMES = 0.15, 0.12, 0.15
# How often a page's words are shuffled, as those of a language never seen, and how often as of another script, too. A text in
# Chinese has 0.3 to 0.45 as many letters as in English.
_FOREIGN, _UNCASED, _WIDE = 0.35, 0.25, 0.3
# On pages of the other sets nearly all text is content, so that what words there are would seem to say so.
_FOREIGN_WEAK = 0.75
_WIDE_LETTERS = 0.4
_COMMON = [NUMBERS.index(name) for name in ("common", "common_near")]
_CASES = [NUMBERS.index(name) for name in ("upper", "starts_upper", "starts_lower")]
_PHRASES = [number for number, name in enumerate(NUMBERS) if name.startswith(("says_", "ends_")) and name not in ("ends_stop", "ends_colon", "ends_open")]
# How often a page's language has no phrases in the lexicon, and how often it lacks one.
_NO_PHRASES, _PHRASE_LOSS = 0.3, 0.2
_LENGTH, _WORDS, _WORD_LENGTH = (NUMBERS.index(name) for name in ("length", "words", "word_length"))
_WORD_LOSS = 0.2
# How often a page is cut to a part of it, and the least part.
_CUT, _LEAST_PART = 0.2, 0.4
# How much each set's pages count, and how much the heads do.
SET_WEIGHTS = {"wcxb-dev": 1.0, "postindex-dev": 0.7, "weak": 0.4, "weak-articles": 0.6, "news-dev": 1.0}
_PART_WEIGHT, _START_WEIGHT, _F1_WEIGHT = 0.35, 0.25, 0.6


def train(rows: Sequence[Row], *, epochs: int, seed: int, rate: float = 2e-3, log: bool = False) -> Tagger:
    """Return a model trained on rows. The same rows and seed give the same model."""
    random.seed(seed)
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    noise = np.random.default_rng(seed)
    model = Tagger()
    by_page: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_page.setdefault((row.set, row.name), []).append(row)
    pages = [by_page[key] for key in sorted(by_page)]
    sample = [v for views in pages for v in views if v.view in ("html", "html-text")]
    numbers = np.concatenate([np.concatenate([r.features.numbers, r.features.markup], 1) for r in sample])
    model.standardise(torch.from_numpy(numbers))
    steps = epochs * max(1, len(pages) * 2 // _PAGES)
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, total_steps=steps + 50, pct_start=0.15)
    averaged = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.995))
    for epoch in range(epochs):
        losses = []
        model.train()
        for chosen in _chunks(_cut(_views(pages), noise)):
            batch, labels = collate(chosen, noise=noise)
            loss = _loss(model(batch), batch, labels)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            if schedule.last_epoch < steps + 49:
                schedule.step()
            averaged.update_parameters(model)
            losses.append(float(loss.detach()))
        if log:
            print(f"epoch {epoch}: {sum(losses) / len(losses):.4f}", flush=True)
    model.load_state_dict(averaged.module.state_dict())
    model.eval()
    return model


def _views(pages: list[list[Row]]) -> list[Row]:
    """Return each page twice, as HTML and as some flattener's text, in random order."""
    chosen = []
    for views in pages:
        html = [row for row in views if row.view == "html"]
        flat = [row for row in views if row.view != "html"]
        chosen += html + ([random.choice(flat)] if flat else [])
    random.shuffle(chosen)
    return chosen


def _cut(rows: Iterable[Row], noise: np.random.Generator) -> Iterator[Row]:
    """Cut some pages to a part of their blocks, as truncated scrapes are."""
    for row in rows:
        count = len(row.content)
        if count > 20 and noise.random() < _CUT:
            keep = int(count * noise.uniform(_LEAST_PART, 1))
            start = int(noise.integers(0, count - keep + 1))
            yield _part(row, start, start + keep)
        else:
            yield row


def _part(row: Row, start: int, end: int) -> Row:
    f = row.features
    first = f.word_starts[start]
    last = f.word_starts[end] if end < len(f.word_starts) else len(f.words)
    part = f._replace(
        numbers=f.numbers[start:end], markup=f.markup[start:end], looks=f.looks[start:end],
        words=f.words[first:last], word_starts=f.word_starts[start:end] - first,
    )  # fmt: skip
    content, size = row.content[start:end], row.size[start:end]
    gold = int((content * size).sum())
    return replace(
        row, features=part, content=content, part=row.part[start:end], start=row.start[start:end], size=size, gold_words=gold
    )


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    blocks = 0
    for row in rows:
        if chunk and (len(chunk) == _PAGES or blocks + len(row.content) > _BLOCKS):
            yield chunk
            chunk, blocks = [], 0
        chunk.append(row)
        blocks += len(row.content)
    if chunk:
        yield chunk


class Labels:
    """What the rows of a batch say, and how much each block of them counts."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.content = torch.from_numpy(np.concatenate([r.content for r in rows]))
        self.part = torch.from_numpy(np.concatenate([r.part for r in rows]))
        self.start = torch.from_numpy(np.concatenate([r.start for r in rows]))
        self.size = torch.from_numpy(np.concatenate([r.size for r in rows]))
        self.weight = torch.from_numpy(np.concatenate([_weights(r) for r in rows]))
        self.missing = torch.tensor([max(r.gold_words - float((r.size * r.content).sum()), 0.0) for r in rows])
        self.of_page = torch.tensor([SET_WEIGHTS[r.set] for r in rows])


def _weights(row: Row) -> np.ndarray:
    """A page counts the same however long; within it a block counts by the root of its words."""
    weight = np.sqrt(row.size + 1)
    if row.set != "wcxb-dev":  # what the sets treat differently teaches nothing about content
        weight = np.where(np.isin(row.part, CLAIMED), 0, weight)
    total = weight.sum()
    scaled = weight / total * SET_WEIGHTS[row.set] if total else weight
    return scaled.astype(np.float32)


def collate(rows: Sequence[Row], *, noise: np.random.Generator | None = None) -> tuple[Batch, Labels]:
    """Return rows as one batch; with `noise`, what a page does not need to have is dropped at random."""
    made: dict[str, list[np.ndarray]] = {k: [] for k in ("numbers", "markup", "words", "owner", "first", "names", "name_look", "looks", "pages")}
    starts: list[tuple[int, int]] = []
    at = looks_at = 0
    for number, row in enumerate(rows):
        f = row.features
        count = len(row.content)
        words, numbers, markup, names = f.words, f.numbers, f.markup, f.names
        ends = np.append(f.word_starts[1:], len(words))
        owner = np.repeat(np.arange(count), ends - f.word_starts)
        if noise is not None:
            if noise.random() < _NO_MARKUP:
                markup = np.zeros_like(markup)
            if noise.random() < _NO_NAMES:
                names = np.zeros_like(names)
            elif len(names):
                names = np.where(noise.random(len(names)) < _WORD_LOSS, 0, names)
            if noise.random() < (_FOREIGN if row.set == "wcxb-dev" else _FOREIGN_WEAK):
                words = (words * (2 * noise.integers(1, WORD_BUCKETS // 2) + 1) + noise.integers(WORD_BUCKETS)) % WORD_BUCKETS
                numbers = _foreign(numbers, noise)
            share = 1.0 if noise.random() < _NO_WORDS else _WORD_LOSS
            words = np.where(noise.random(len(words)) < share, 0, words)
        first = np.zeros((count, FIRST_WORDS), np.int64)
        for n in range(FIRST_WORDS):
            there = f.word_starts + n < ends
            first[there, n] = words[np.minimum(f.word_starts + n, max(len(words) - 1, 0))[there]] if len(words) else 0
        look_ends = np.append(f.name_starts[1:], len(names))
        made["numbers"].append(numbers)
        made["markup"].append(markup)
        made["words"].append(words)
        made["owner"].append(owner + at)
        made["first"].append(first)
        made["names"].append(names)
        made["name_look"].append(np.repeat(np.arange(len(f.name_starts)), look_ends - f.name_starts) + looks_at)
        made["looks"].append(f.looks + looks_at)
        made["pages"].append(np.full(count, number))
        starts.append((at, at + count))
        at += count
        looks_at += len(f.name_starts)
    t = {k: torch.from_numpy(np.concatenate(v)) for k, v in made.items()}
    batch = Batch(t["numbers"], t["markup"], t["words"], t["owner"], t["first"], t["names"], t["name_look"], t["looks"], t["pages"], starts)
    return batch, Labels(rows)


def _foreign(numbers: np.ndarray, noise: np.random.Generator) -> np.ndarray:
    """Return the numbers as if the page were of another language: its words unknown, its script perhaps without capitals,
    perhaps one that sets a wide character where others have a short word.
    """  # noqa: D205
    numbers = numbers.copy()
    numbers[:, _COMMON] = 0
    if noise.random() < _NO_PHRASES:
        numbers[:, _PHRASES] = 0
    else:
        numbers[:, _PHRASES] *= noise.random((len(numbers), len(_PHRASES))) >= _PHRASE_LOSS
    script = noise.random()
    if script < _UNCASED + _WIDE:
        numbers[:, _CASES] = 0
    if script < _WIDE:
        letters = np.clip(np.expm1(numbers[:, _LENGTH]), 0, None) * _WIDE_LETTERS
        numbers[:, _LENGTH] = np.log1p(2 * letters)
        numbers[:, _WORDS] = np.log1p(letters)
        numbers[:, _WORD_LENGTH] = 0.2
    return numbers


def _loss(out: Tensor, batch: Batch, labels: Labels) -> Tensor:
    content = F.binary_cross_entropy_with_logits(out[:, 0], labels.content, weight=labels.weight, reduction="sum")
    loss = content / len(batch.starts)
    loss = loss + _F1_WEIGHT * _missed_f1(torch.sigmoid(out[:, 0]), batch, labels)
    known = labels.part >= 0
    if known.any():
        per_part = out.new_tensor([0.3, 0.3, 2.0, 2.0, 2.0, 1.5, 1.0, 1.5])
        loss = loss + _PART_WEIGHT * F.cross_entropy(out[known, 2:], labels.part[known], weight=per_part)
    known = labels.start >= 0
    if known.any():
        start = F.binary_cross_entropy_with_logits(
            out[known, 1], labels.start[known].float(), pos_weight=out.new_tensor(5.0)
        )
        loss = loss + _START_WEIGHT * start
    return loss


def _missed_f1(p: Tensor, batch: Batch, labels: Labels) -> Tensor:
    """One minus the expected word F1, mean over pages: the measure itself, made smooth."""
    kept = labels.weight.gt(0) * labels.size
    count = len(batch.starts)
    zeros = p.new_zeros(count)
    both = zeros.index_add(0, batch.pages, p * labels.content * kept)
    found = zeros.index_add(0, batch.pages, p * kept)
    gold = zeros.index_add(0, batch.pages, labels.content * kept)
    f1 = 2 * both / (found + gold + 1)
    return ((1 - f1) * labels.of_page).mean()


