"""What the tagger sees of a page: arrays over its blocks, with or without markup.

Most of it needs no language: the shape of a line, its place, its links, how much of the page's running text stands
in the elements around it. Words are hashed, those of the text and those of the markup apart.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from cleaner.document import Block, Document
from cleaner.markup import heading_level
from cleaner.tagger.elements import surroundings
from cleaner.tagger.text import (
    BAR,
    BRACKET,
    COLON,
    COMMA,
    DIGIT,
    LOWER,
    QUOTE,
    STOP,
    SYMBOL,
    UNCASED,
    UPPER,
    WIDE,
    Floats,
    Ints,
    Text,
    read,
)
from cleaner.tagger.topic import of_topic

# So many elements around a block are looked at.
ANCESTORS = 4
CONTEXTS = (
    "list", "table", "quote", "figure", "code", "article", "nav", "aside", "footer", "header", "main", "form", "dialog",
    "hidden",
)  # fmt: skip

# Tables of the lexicon: what a line says, in whatever language. Those of ENDS stand where an article ends.
PHRASES = (
    "navigation", "ads", "readmore", "sharing", "newsletter", "consent", "comments", "related", "widgets", "archives",
    "publisher", "footer", "tags",
)  # fmt: skip
ENDS = ("sharing", "newsletter", "comments", "related", "footer")

NUMBERS = (
    "length", "words", "upper", "digit", "stops", "commas", "colons", "quotes", "brackets", "bars", "symbols",
    "word_length", "ends_stop", "ends_colon", "ends_open", "starts_upper", "starts_lower", "starts_digit", "starts_mark",
    "gap", "repeats", "place", "share_above", "prose_above", "prose", "prose_near", "digit_words", "common", "common_near",
    "shared", "shared_near", "title_words", "years", "clocks", "ends_above", "ends_below",
    *(f"says_{group}" for group in PHRASES),
)  # fmt: skip
MARKUP_NUMBERS = (
    "marked", "links", "all_link", "level", "inlines", "alike", "depth", *CONTEXTS,
    *(f"prose_{n}" for n in range(1, ANCESTORS + 1)), *(f"blocks_{n}" for n in range(1, ANCESTORS + 1)),
)  # fmt: skip


class Features(NamedTuple):
    """The features of one page of n blocks.

    `numbers` is n x len(NUMBERS), `markup` n x len(MARKUP_NUMBERS), zero without markup. `words` are buckets of the
    words of all blocks in order, `word_starts` where each block's begin. `names` are buckets of the words of the distinct
    elements' attributes, `name_starts` where each element look's begin; `looks` is n x (1 + ANCESTORS): the block's own
    look and those around it, 0 for none.
    """

    numbers: Floats
    markup: Floats
    words: Ints
    word_starts: Ints
    names: Ints
    name_starts: Ints
    looks: Ints


def features(doc: Document) -> Features:
    """Return the features of a document. It must have at least one block."""
    blocks = doc.blocks
    numbers, words, word_starts, prose = _of_text(doc)
    if doc.head is None:
        empty = np.zeros((len(blocks), len(MARKUP_NUMBERS)), np.float32)
        looks = np.zeros((len(blocks), 1 + ANCESTORS), np.int64)
        zero = np.zeros(1, np.int64)
        return Features(numbers, empty, words, word_starts, zero, zero, looks)
    return Features(numbers, *_of_markup(blocks, prose, (words, word_starts)))


def _of_text(doc: Document) -> tuple[Floats, Ints, Ints, Floats]:
    """Return the numbers of each block's text, the buckets of its words, and its columns of running text."""
    blocks = doc.blocks
    t = read(blocks, doc.context.language)
    last = t.kinds[t.ends]
    quote_end = ((last == QUOTE) | (last == BRACKET)) & (t.kinds[np.maximum(t.ends - 1, 0)] == STOP)
    ends_stop = (last == STOP) | quote_end
    columns = t.lengths + t.counts[:, WIDE] * t.scale
    prose = np.where((columns >= 60) & (ends_stop | (columns > 220)), columns, 0).astype(np.float32)
    gaps = np.minimum(np.array([b.gap for b in blocks], np.float32), 3)
    title = doc.head.titles[0] if doc.head is not None and doc.head.titles else None
    values = {
        **_of_line(t, columns), **_of_place(t, columns, prose), **of_topic(t, prose, title), **_of_phrases(doc),
        "ends_stop": ends_stop, "gap": gaps,
        "years": _found(_YEAR, t, 4), "clocks": _found(_CLOCK, t, 3),
    }  # fmt: skip
    numbers = np.stack([np.asarray(values[name], np.float32) for name in NUMBERS], axis=1)
    return numbers, t.words, t.word_starts, prose


def _found(pattern: re.Pattern[str], t: Text, digits: int) -> Floats:
    """Return how often a pattern that needs so many digits is in each line, 3 at most."""
    found = np.zeros(len(t.texts), np.float32)
    for line in np.flatnonzero(t.counts[:, DIGIT] >= digits).tolist():
        found[line] = min(len(pattern.findall(t.texts[line])), 3)
    return found


def _of_line(t: Text, columns: Floats) -> dict[str, Any]:
    """Return what each line shows by itself."""
    counts, count = t.counts, t.word_count
    letters = counts[:, LOWER] + counts[:, UPPER] + counts[:, UNCASED] + counts[:, WIDE]
    first, last = t.kinds[t.starts], t.kinds[t.ends]
    return {
        "length": np.log1p(columns), "words": np.log1p(count * t.scale), "upper": counts[:, UPPER] / np.maximum(letters, 1),
        "digit": counts[:, DIGIT] / t.size,
        "stops": np.minimum(counts[:, STOP] * t.scale, 8) / 4, "commas": np.minimum(counts[:, COMMA] * t.scale, 8) / 4,
        "colons": np.minimum(counts[:, COLON], 4) / 2, "quotes": np.minimum(counts[:, QUOTE], 6) / 3,
        "brackets": np.minimum(counts[:, BRACKET], 4) / 2, "bars": np.minimum(counts[:, BAR], 6) / 3,
        "symbols": np.minimum(counts[:, SYMBOL], 4) / 2, "word_length": np.minimum(letters / np.maximum(count, 1), 15) / 5,
        "ends_colon": last == COLON,
        "ends_open": np.array([x.endswith(("…", "...")) for x in t.texts], np.float32),
        "starts_upper": first == UPPER, "starts_lower": first == LOWER, "starts_digit": first == DIGIT,
        "starts_mark": first >= STOP, "digit_words": t.digit_words / np.maximum(count, 1),
        "common": t.common / np.maximum(count, 1),
    }  # fmt: skip


def _of_place(t: Text, columns: Floats, prose: Floats) -> dict[str, Any]:
    """Return where each line stands and what stands around it."""
    n = len(t.texts)
    repeats = Counter(t.texts)
    common_near = _near(t.common) / np.maximum(_near(t.word_count), 1)
    return {
        "repeats": np.log1p(np.array([repeats[x] - 1 for x in t.texts], np.float32)), "place": np.arange(n) / n,
        "share_above": (np.cumsum(columns) - columns) / max(float(columns.sum()), 1.0),
        "prose_above": (np.cumsum(prose) - prose) / max(float(prose.sum()), 1.0), "prose": prose > 0,
        "prose_near": _near(prose > 0) / 7, "common_near": common_near,
    }  # fmt: skip


def _near(values: Any) -> Floats:
    """Return the sum of each value and of the three above and below it."""
    sums: Floats = np.convolve(values, np.ones(7), "full")[3:-3]
    return sums


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)[012]?\d[:.h][0-5]\d(?!\d)")


def _of_phrases(doc: Document) -> dict[str, Any]:
    """Return which tables of the lexicon each line has a phrase of: 1 where it is the whole line."""
    n = len(doc.blocks)
    says = {group: np.zeros(n, np.float32) for group in PHRASES}
    ends = np.zeros(n)
    for block, hit in doc.all_hits():
        if hit.group in says:
            value = 1.0 if hit.exact else 0.5
            says[hit.group][block.index] = max(value, says[hit.group][block.index])
            if hit.exact and hit.group in ENDS:
                ends[block.index] = 1
    above = np.cumsum(ends)
    found: dict[str, Any] = {f"says_{group}": values for group, values in says.items()}
    return {**found, "ends_above": np.log1p(above), "ends_below": np.log1p(above[-1] - above)}


def _of_markup(
    blocks: tuple[Block, ...], prose: Floats, words: tuple[Ints, Ints]
) -> tuple[Floats, Ints, Ints, Ints, Ints, Ints]:
    count = len(blocks)
    marked = [b.markup for b in blocks if b.markup is not None]
    around = surroundings(blocks, ANCESTORS)
    parents = np.array(around.parents, np.int64)
    chain = np.empty((count, 1 + ANCESTORS), np.int64)
    chain[:, 0] = around.owners
    for n in range(ANCESTORS):
        chain[:, n + 1] = parents[chain[:, n]]
    prose_in, blocks_in = _sums(chain[:, 0], parents, prose)
    total = max(float(prose.sum()), 1.0)
    looks = np.array(around.looks, np.int64)[chain]
    context_of = np.array(around.contexts, np.int64)[chain[:, 0]]
    levels = np.array([heading_level(context) / 6 for context in around.known_contexts], np.float32)[context_of]
    contexts = np.array([_stands_in(context) for context in around.known_contexts], np.float32)[context_of]
    links = np.array([m.link_share for m in marked], np.float32)
    inlines = np.array([len(m.inlines) for m in marked], np.float32)
    orders = np.array([m.element.order for m in marked], np.float32)
    alike = np.bincount(looks[:, 0])[looks[:, 0]] / count
    rows = np.stack([
        np.ones(count), links, links > 0.9, levels, np.minimum(inlines, 8) / 4, alike,
        np.minimum(orders, 4000) / 4000,
    ], axis=1)  # fmt: skip
    near = chain[:, :ANCESTORS]
    markup = np.concatenate((rows, contexts, prose_in[near] / total, blocks_in[near] / count), axis=1)
    return markup.astype(np.float32), *words, np.array(around.names, np.int64), np.array(around.name_starts, np.int64), looks


@lru_cache(maxsize=1 << 10)
def _stands_in(context: frozenset[str]) -> list[bool]:
    return [name in context for name in CONTEXTS]


def _sums(owners: Ints, parents: Ints, prose: Floats) -> tuple[Floats, Floats]:
    """Return for each element the columns of running text and the number of blocks in it, a few levels deep."""
    prose_in = np.zeros(len(parents))
    blocks_in = np.zeros(len(parents))
    at = owners
    for _ in range(2 * ANCESTORS):
        prose_in += np.bincount(at, weights=prose, minlength=len(parents))
        blocks_in += np.bincount(at, minlength=len(parents))
        at = parents[at]
    prose_in[0], blocks_in[0] = prose.sum(), len(owners)
    return prose_in, blocks_in
