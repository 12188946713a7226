"""The elements that blocks stand in, numbered, as the tagger sees them. Compiled where it can be (setup.py), so without numpy."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.document import Block
from cleaner.markup import Element
from cleaner.parse.linearise import GAPS

NAME_BUCKETS = 4096
# Inline elements that mean something; those of the author's making do not.
_INLINE = frozenset(["a", "span", "b", "strong", "em", "i", "time", "small", "abbr", "cite"])


class Surroundings(NamedTuple):
    """The elements of some blocks and those around each, numbered from 1 on; 0 stands for none.

    `owners` has the element of each block. Of each element, 0 included: `parents` its parent, 0 for the outermost ones;
    `looks` and `contexts` which of the distinct looks (tag and words of its attributes) and of `known_contexts` it has.
    `names` are the buckets of the words of all looks in order, `name_starts` where those of each begin.
    """

    owners: list[int]
    parents: list[int]
    looks: list[int]
    contexts: list[int]
    known_contexts: list[frozenset[str]]
    names: list[int]
    name_starts: list[int]


def surroundings(blocks: Sequence[Block], levels: int) -> Surroundings:
    """Return the elements of some blocks of HTML and so many `levels` around each."""
    own = [block.markup.element for block in blocks if block.markup is not None]
    numbers: dict[Element, int] = {}
    level = dict.fromkeys(own)
    inner = 0  # all but those of the last level, whose parents nobody asks for
    for _ in range(levels + 1):  # level by level: a loop over all elements of one costs less than a walk for each block
        inner = len(numbers)
        above: dict[Element, None] = {}
        for element in level:
            if element not in numbers:
                numbers[element] = len(numbers) + 1
                if element.parent is not None:
                    above[element.parent] = None
        level = above
    looks: dict[tuple[str, frozenset[str]], int] = {("", frozenset()): 0}
    contexts: dict[frozenset[str], int] = {frozenset(): 0}
    parents, look_of, context_of = [0], [0], [0]
    for element, number in numbers.items():
        parent = element.parent
        parents.append(numbers[parent] if parent is not None and number <= inner else 0)
        look_of.append(looks.setdefault((element.tag, element.words), len(looks)))
        context_of.append(contexts.setdefault(element.context, len(contexts)))
    names: list[int] = []
    starts: list[int] = []
    for tag, words in looks:
        starts.append(len(names))
        names += _name_buckets(tag, words)
    return Surroundings([numbers[e] for e in own], parents, look_of, context_of, list(contexts), names, starts)


@lru_cache(maxsize=1 << 12)
def _name_buckets(tag: str, words: frozenset[str]) -> list[int]:
    """Return the buckets of a look's tag and words, 0 where there are none."""
    found = [_bucket(f"<{tag}>")] if tag in GAPS or tag in _INLINE else []
    found += sorted([_bucket(word) for word in words])  # a set has no order to rely on
    return found or [0]


def _bucket(word: str) -> int:
    return 1 + zlib.crc32(word.encode()) % (NAME_BUCKETS - 1)
