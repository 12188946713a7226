"""The network, in PyTorch: embeddings of hashed words, then residual convolutions over the blocks of a page.

`cleaner.tagger.model` computes the same with numpy; a test holds the two to each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from cleaner.tagger.elements import NAME_BUCKETS
from cleaner.tagger.features import ANCESTORS, MARKUP_NUMBERS, NUMBERS
from cleaner.tagger.parts import PARTS
from cleaner.tagger.text import WORD_BUCKETS

WORD_WIDTH, NAME_WIDTH, CHANNELS = 24, 16, 56
DILATIONS = (1, 2, 4, 8, 16)
# The first words of a line say most.
FIRST_WORDS = 3


@dataclass
class Batch:
    """Pages laid end to end: features as in `Features`, `pages` the number of each block's page, labels and weights."""

    numbers: Tensor
    markup: Tensor
    words: Tensor
    word_block: Tensor
    first: Tensor
    names: Tensor
    name_look: Tensor
    looks: Tensor
    pages: Tensor
    starts: list[tuple[int, int]]


class Tagger(nn.Module):
    """Three heads over each block: content (1), part (len(PARTS)), start of a record (1)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(WORD_BUCKETS, WORD_WIDTH)
        self.first = nn.Embedding(WORD_BUCKETS, WORD_WIDTH)
        self.names = nn.Embedding(NAME_BUCKETS, NAME_WIDTH)
        for table in (self.words, self.first, self.names):
            nn.init.normal_(table.weight, std=0.1)
        numbers = len(NUMBERS) + len(MARKUP_NUMBERS)
        width = 2 * WORD_WIDTH + (1 + ANCESTORS) * NAME_WIDTH + numbers
        self.register_buffer("mean", torch.zeros(numbers))
        self.register_buffer("scale", torch.ones(numbers))
        self.enter = nn.Linear(width, CHANNELS)
        self.convs = nn.ModuleList(nn.Conv1d(CHANNELS, CHANNELS, 3, padding=d, dilation=d) for d in DILATIONS)
        self.page = nn.Linear(2 * CHANNELS, CHANNELS)
        self.leave = nn.Linear(2 * CHANNELS, CHANNELS)
        self.heads = nn.Linear(CHANNELS, 2 + len(PARTS))
        self.drop = nn.Dropout(0.2)

    def forward(self, batch: Batch) -> Tensor:
        """Return blocks x (2 + len(PARTS)): content, start, then the parts."""
        place, there = _apart(batch)
        entered = torch.relu(self.enter(self.inputs(batch)))
        h = entered.new_zeros(len(there), CHANNELS).index_copy(0, place, self.drop(entered))
        skip = h
        for number, conv in enumerate(self.convs):
            h = h + torch.relu(_convolve(conv, h)) * there
            if number == 1:
                h = h.index_add(0, place, self.page(_context(h, place, batch))[batch.pages])
            h = self.drop(h)
        out: Tensor = self.heads(torch.relu(self.leave(torch.cat([h, skip], 1)[place])))
        return out

    def inputs(self, batch: Batch) -> Tensor:
        """Return what enters the network for each block."""
        count = len(batch.numbers)
        bag = _mean(self.words(batch.words), batch.word_block, count)
        first = self.first(batch.first).sum(1) / FIRST_WORDS
        looks = _mean(self.names(batch.names), batch.name_look, int(batch.name_look.max()) + 1)
        around = looks[batch.looks].flatten(1) * (batch.markup[:, :1])
        numbers = (torch.cat([batch.numbers, batch.markup], 1) - self.mean) * self.scale
        return torch.cat([bag, first, around, numbers], 1)

    def standardise(self, numbers: Tensor) -> None:
        """Fix mean and scale of the numbers to those of a sample of blocks."""
        self.mean = numbers.mean(0)
        self.scale = 1 / numbers.std(0).clamp(min=0.05)


def _apart(batch: Batch) -> tuple[Tensor, Tensor]:
    """Return where each block stands when all pages are in one row, so far apart that none sees another, and what is no gap."""
    gap = max(DILATIONS)
    place = torch.arange(len(batch.pages)) + gap * (batch.pages + 1)
    there = torch.zeros(int(place[-1]) + gap + 1, 1)
    there[place] = 1
    return place, there


def _convolve(conv: nn.Module, h: Tensor) -> Tensor:
    """Return what `conv` would: one product of matrices is faster than its own way on so few channels."""
    assert isinstance(conv, nn.Conv1d)
    padded = functional.pad(h, (0, 0, (d := conv.dilation[0]), d))
    beside = torch.cat([padded[: -2 * d], h, padded[2 * d :]], 1)
    return functional.linear(beside, conv.weight.transpose(1, 2).flatten(1), conv.bias)


def _context(h: Tensor, place: Tensor, batch: Batch) -> Tensor:
    """Return mean and maximum over each page's blocks, side by side."""
    pages = [h[place[start] : place[end - 1] + 1] for start, end in batch.starts]
    return torch.stack([torch.cat([page.mean(0), page.max(0).values]) for page in pages])


def _mean(vectors: Tensor, owner: Tensor, count: int) -> Tensor:
    sums = vectors.new_zeros(count, vectors.shape[1]).index_add_(0, owner, vectors)
    counts = vectors.new_zeros(count).index_add_(0, owner, vectors.new_ones(len(owner)))
    return sums / counts.clamp(min=1)[:, None]
