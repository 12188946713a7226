"""Items to chunks: enough pages to be worth a message to a worker, few enough to be held in memory by the dozen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cleaner.batch.page import Item, Position, size_of

MAX_ITEMS = 16
MAX_BYTES = 2_000_000


class Chunk(NamedTuple):
    """Items in a row: the chunk's number, the position of its first item, and of the one behind its last."""

    number: int
    items: tuple[Item, ...]
    start: Position
    next: Position
    # How many bytes of all inputs had been read when it was complete: for progress alone.
    offset: int

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return sum(map(size_of, self.items))


def chunks(items: Iterable[tuple[Position, Item, int]], first: int = 0) -> Iterator[Chunk]:
    """Yield items in chunks, numbered from `first`: the same ones for the same items, whoever works on them.

    >>> stream = [(Position(0, i), "abc", 0) for i in range(40)]
    >>> [(c.number, len(c.items), c.next.item) for c in chunks(stream)]
    [(0, 16, 16), (1, 16, 32), (2, 8, 40)]
    """
    held: list[Item] = []
    size, start, last, offset = 0, Position(0, 0), Position(0, 0), 0
    for position, item, read in items:
        if held and (len(held) == MAX_ITEMS or size + size_of(item) > MAX_BYTES):
            yield Chunk(first, tuple(held), start, position, offset)
            held, size, first = [], 0, first + 1
        if not held:
            start = position
        held.append(item)
        size, last, offset = size + size_of(item), position, read
    if held:
        yield Chunk(first, tuple(held), start, Position(last.input, last.item + 1), offset)
