"""The elements that blocks stand in, numbered, as the tagger sees them. Compiled where it can be (setup.py), so without numpy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.document import Block
from cleaner.markup import Element

Look = tuple[str, frozenset[str]]


class Surroundings(NamedTuple):
    """The elements of some blocks and those around each, numbered from 1 on; 0 stands for none.

    `owners` has the element of each block. Of each element, 0 included: `parents` its parent, 0 for the outermost ones;
    `looks` and `contexts` which of the known looks (tag and words of its attributes) and contexts it has.
    """

    owners: list[int]
    parents: list[int]
    looks: list[int]
    contexts: list[int]
    known_looks: list[Look]
    known_contexts: list[frozenset[str]]


def surroundings(blocks: Sequence[Block], levels: int) -> Surroundings:
    """Return the elements of some blocks of HTML and so many `levels` around each."""
    own = [block.markup.element for block in blocks if block.markup is not None]
    numbers: dict[Element, int] = {}
    level = dict.fromkeys(own)
    for _ in range(levels):  # level by level: a loop over all elements of one costs less than a walk for each block
        above: dict[Element, None] = {}
        for element in level:
            if element not in numbers:
                numbers[element] = len(numbers) + 1
                if element.parent is not None:
                    above[element.parent] = None
        level = above
    inner = len(numbers)
    for element in level:
        if element not in numbers:
            numbers[element] = len(numbers) + 1
    looks: dict[Look, int] = {("", frozenset()): 0}
    contexts: dict[frozenset[str], int] = {frozenset(): 0}
    parents, look_of, context_of = [0], [0], [0]
    for element, number in numbers.items():
        parent = element.parent
        parents.append(numbers[parent] if parent is not None and number <= inner else 0)
        look_of.append(looks.setdefault((element.tag, element.words), len(looks)))
        context_of.append(contexts.setdefault(element.context, len(contexts)))
    return Surroundings([numbers[e] for e in own], parents, look_of, context_of, list(looks), list(contexts))
