"""How far each line of a page speaks of what the others speak of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cleaner.tagger.text import Floats, Ints, Text, characters, find_words, hashes

# So many lines of running text further on a word is still near.
_NEAR = 3


def of_topic(t: Text, prose: Floats, title: str | None) -> dict[str, Floats]:
    """Return which share of each line's telling words other running text of the page has, any or near by, and which share
    the page's title has; the first line stands for a title that is not known.

    A word tells the more, the fewer lines have it (inverse document frequency, Sparck Jones 1972).
    """  # noqa: D205
    n = len(t.texts)
    word, block = _words_of_lines(t)
    new = np.ones(len(word), bool)
    new[1:] = word[1:] != word[:-1]
    group = np.cumsum(new) - 1
    running = prose > 0
    is_prose = running[block]
    weight = np.log((n + 1) / np.maximum(np.bincount(group, minlength=1), 1))[group]
    others = np.bincount(group, weights=is_prose, minlength=1)[group] - is_prose
    total = np.maximum(np.bincount(block, weights=weight, minlength=n), 1e-6)
    kinds, lower = characters(title or t.texts[0])
    titled = np.isin(word, hashes(lower, find_words(kinds)))

    def share(which: NDArray[np.bool_]) -> Floats:
        found: Floats = np.bincount(block, weights=weight * which, minlength=n) / total
        return found

    near = _near(new, np.cumsum(running, dtype=np.int64)[block], is_prose)
    return {"shared": share(others > 0), "shared_near": share(near), "title_words": share(titled)}


def _words_of_lines(t: Text) -> tuple[NDArray[np.uint64], Ints]:
    """Return the distinct words of each line, alike ones together, and their lines in order. Where a script has no spaces,
    two characters are a word.
    """  # noqa: D205
    owner = np.repeat(np.arange(len(t.texts)), t.word_count.astype(np.int64))
    full = t.full.copy()
    if t.wide.any():
        full[:-1][t.wide[:-1]] += full[1:][t.wide[:-1]] * np.uint64(31)
    order = np.lexsort((owner, full))
    word, block = full[order], owner[order]
    keep = np.ones(len(word), bool)
    keep[1:] = (word[1:] != word[:-1]) | (block[1:] != block[:-1])
    return word[keep], block[keep]


def _near(new: NDArray[np.bool_], rank: Ints, is_prose: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell for each word of a line whether running text near by has it, too. `rank` counts the lines of running text."""
    near = np.zeros(len(new), bool)
    close = ~new[1:] & (rank[1:] - rank[:-1] <= _NEAR)
    near[1:] |= close & is_prose[:-1]
    near[:-1] |= close & is_prose[1:]
    return near
