"""Chunks are the same for the same items, wherever reading begins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch.chunks import MAX_BYTES, MAX_ITEMS, chunks
from cleaner.batch.page import Item, Page, Position, Skipped

SIZES = st.lists(st.lists(st.sampled_from([-1, 0, 10, MAX_BYTES // 3, MAX_BYTES + 1]), max_size=20), max_size=6)


def stream(sizes: list[list[int]]) -> list[tuple[Position, Item, int]]:
    made: dict[int, Item] = {size: Page("a", b"x" * size) for size in {s for each in sizes for s in each if s >= 0}}
    return [
        (Position(i, j), made.get(size, Skipped("a", "x")), 0) for i, each in enumerate(sizes) for j, size in enumerate(each)
    ]


@given(SIZES)
def test_every_item_is_in_one_chunk_of_bounded_size(sizes: list[list[int]]) -> None:
    items = stream(sizes)
    found = list(chunks(items))
    assert [item for chunk in found for item in chunk.items] == [item for _, item, _ in items]
    assert all(len(c.items) <= MAX_ITEMS and (c.size <= MAX_BYTES or len(c.items) == 1) for c in found)


@given(SIZES, st.integers(0, 30))
def test_going_on_at_a_chunk_gives_the_same_chunks(sizes: list[list[int]], at: int) -> None:
    items = stream(sizes)
    found = list(chunks(items))
    if at < len(found):
        rest = [each for each in items if each[0] >= found[at].start]
        assert list(chunks(rest, at)) == found[at:]
        assert at == 0 or found[at - 1].next == found[at].start
