"""What the tagger sees of a page: arrays over its blocks, with or without markup.

Most of it needs no language: the shape of a line, its place, its links, how much of the page's running text stands
in the elements around it. Words are hashed, those of the text and those of the markup apart.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections import Counter
from functools import cache, lru_cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Block, Document
from cleaner.lexicon.detect import common_words
from cleaner.markup import Element, heading_level
from cleaner.parse.linearise import GAPS

WORD_BUCKETS = 8192
MARKUP_BUCKETS = 4096
# So many elements around a block are looked at.
ANCESTORS = 4
# A long block is known by its beginning and its end.
_HEAD, _TAIL = 120, 40

# Classes of characters.
_SPACE, _LOWER, _UPPER, _UNCASED, _WIDE, _DIGIT, _STOP, _COMMA, _COLON, _QUOTE, _BRACKET, _BAR, _SYMBOL, _OTHER = range(14)
_CLASSES = 16
_CHARS = {_STOP: ".!?…。！？؟।۔", _COMMA: ",،，、", _COLON: ":;：；؛", _QUOTE: "\"'“”„«»‘’‹›「」『』", _BRACKET: "()[]{}（）【】", _BAR: "|•·/\\>→←–—-_+*", _SYMBOL: "@©#$%&€£®™="}  # fmt: skip
CONTEXTS = (
    "list", "table", "quote", "figure", "code", "article", "nav", "aside", "footer", "header", "main", "form", "dialog",
    "hidden",
)  # fmt: skip

NUMBERS = (
    "length", "words", "upper", "digit", "stops", "commas", "colons", "quotes", "brackets", "bars", "symbols",
    "word_length", "ends_stop", "ends_colon", "ends_open", "starts_upper", "starts_lower", "starts_digit", "starts_mark",
    "gap", "repeats", "place", "share_above", "prose_above", "prose", "prose_near", "digit_words", "common", "common_near",
)  # fmt: skip
MARKUP_NUMBERS = (
    "marked", "links", "all_link", "level", "inlines", "alike", "depth", *CONTEXTS,
    *(f"prose_{n}" for n in range(1, ANCESTORS + 1)), *(f"blocks_{n}" for n in range(1, ANCESTORS + 1)),
)  # fmt: skip

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]


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
    numbers, words, word_starts, prose = _of_text(blocks, doc.context.language)
    if doc.head is None:
        empty = np.zeros((len(blocks), len(MARKUP_NUMBERS)), np.float32)
        looks = np.zeros((len(blocks), 1 + ANCESTORS), np.int64)
        zero = np.zeros(1, np.int64)
        return Features(numbers, empty, words, word_starts, zero, zero, looks)
    return Features(numbers, *_of_markup(blocks, prose, (words, word_starts)))


_POWERS = np.array([pow(0x9E3779B97F4A7C15, n + 1, 1 << 64) for n in range(32)], np.uint64)
_LETTERS = np.zeros(_CLASSES, bool)
_LETTERS[[_LOWER, _UPPER, _UNCASED, _DIGIT, _WIDE]] = True


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """Return the class and the lower case of each character up to U+FFFF; for all that is in no word the latter is 0."""
    classes = np.full(65536, _OTHER, np.uint8)
    lower = np.arange(65536, dtype=np.uint64)
    for code in range(0x3000):
        char = chr(code)
        category = unicodedata.category(char)
        if char.isspace():
            classes[code] = _SPACE
        elif category[0] == "L" or category[0] == "M":
            classes[code] = {"Lu": _UPPER, "Lt": _UPPER, "Ll": _LOWER}.get(category, _UNCASED)
        elif category == "Nd":
            classes[code] = _DIGIT
        low = char.lower()
        lower[code] = ord("0") if classes[code] == _DIGIT else ord(low) if len(low) == 1 else code
    classes[0x3040:0xA000] = classes[0xF900:0xFB00] = _WIDE
    classes[0xA000:0xD800] = _UNCASED
    classes[0xFB00:0xFE00] = classes[0xFE70:0xFF00] = _UNCASED
    classes[0xFF10:0xFF1A] = _DIGIT
    classes[0xFF21:0xFF3B] = _UPPER
    classes[0xFF41:0xFF5B] = _LOWER
    classes[0xFF66:0xFFDD] = _WIDE
    classes[0x3000] = _SPACE
    for kind, chars in _CHARS.items():
        for char in chars:
            classes[ord(char)] = kind
    lower[~_LETTERS[classes]] = 0
    return classes, lower


@cache
def _common(language: str | None) -> Floats:
    """Return for each bucket of words whether a common word of the language falls in it."""
    table = np.zeros(WORD_BUCKETS, np.float32)
    listed = common_words().get((language or "").split("-")[0], ())
    if listed:
        text = " ".join(listed)
        kinds, lower = _characters(text)
        table[_hashes(lower, _word_starts(kinds))] = 1
    return table


def _characters(text: str) -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """Return the class and the lower case of each character; those beyond U+FFFF are all as that one."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.intp)
    classes, lower = _tables()
    return classes.take(codes, mode="clip"), lower.take(codes, mode="clip")


def _word_starts(kinds: NDArray[np.uint8]) -> Ints:
    letter = _LETTERS.take(kinds)
    starts = letter.copy()
    starts[1:] &= ~letter[:-1] | (kinds[1:] == _WIDE)
    return np.flatnonzero(starts)


class _Text(NamedTuple):
    """The characters of all blocks in one row: their classes, whose they are, and counts a block."""

    texts: list[str]
    kinds: NDArray[np.uint8]
    starts: Ints
    ends: Ints
    lengths: Floats
    size: Floats  # characters looked at
    scale: Floats  # how many times as many there are
    counts: Floats  # of each class
    words: Ints
    word_starts: Ints
    word_count: Floats
    common: Floats  # common words of the language
    digit_words: Floats


def _read(blocks: tuple[Block, ...], language: str | None) -> _Text:
    texts = [b.text if len(b.text) <= _HEAD + _TAIL else f"{b.text[:_HEAD]} {b.text[-_TAIL:]}" for b in blocks]
    n = len(texts)
    sizes = np.fromiter(map(len, texts), np.int64, n)
    lengths = np.array([len(b.text) for b in blocks], np.float32)
    kinds, lower = _characters(" ".join(texts))
    starts = np.concatenate(([0], np.cumsum(sizes[:-1] + 1)))
    owner = np.repeat(np.arange(n), np.append(sizes[:-1] + 1, sizes[-1]))
    counts = np.bincount(owner * _CLASSES + kinds, minlength=n * _CLASSES).reshape(-1, _CLASSES).astype(np.float32)
    word_at = _word_starts(kinds)
    words = _hashes(lower, word_at)
    of = owner[word_at]
    in_block = np.bincount(of, minlength=n)
    word_starts = np.concatenate(([0], np.cumsum(in_block)[:-1])).astype(np.int64)
    known = np.bincount(of, weights=_common(language)[words], minlength=n)
    digits = np.bincount(of, weights=(kinds[word_at] == _DIGIT), minlength=n)
    size = sizes.astype(np.float32)
    return _Text(
        texts, kinds, starts, starts + sizes - 1, lengths, size, lengths / size, counts, words, word_starts, in_block.astype(np.float32),
        known.astype(np.float64), digits.astype(np.float64),
    )  # fmt: skip


def _of_text(blocks: tuple[Block, ...], language: str | None) -> tuple[Floats, Ints, Ints, Floats]:
    """Return the numbers of each block's text, the buckets of its words, and its columns of running text."""
    t = _read(blocks, language)
    last = t.kinds[t.ends]
    quote_end = np.isin(last, (_QUOTE, _BRACKET)) & (t.kinds[np.maximum(t.ends - 1, 0)] == _STOP)
    ends_stop = (last == _STOP) | quote_end
    columns = t.lengths + t.counts[:, _WIDE] * t.scale
    prose = np.where((columns >= 60) & (ends_stop | (columns > 220)), columns, 0).astype(np.float32)
    gaps = np.minimum(np.array([b.gap for b in blocks], np.float32), 3)
    values = {**_of_line(t, columns), **_of_place(t, columns, prose), "ends_stop": ends_stop, "gap": gaps}
    numbers = np.stack([np.asarray(values[name], np.float32) for name in NUMBERS], axis=1)
    return numbers, t.words, t.word_starts, prose


def _of_line(t: _Text, columns: Floats) -> dict[str, Any]:
    """Return what each line shows by itself."""
    counts, count = t.counts, t.word_count
    letters = counts[:, _LOWER] + counts[:, _UPPER] + counts[:, _UNCASED] + counts[:, _WIDE]
    first, last = t.kinds[t.starts], t.kinds[t.ends]
    return {
        "length": np.log1p(columns), "words": np.log1p(count * t.scale), "upper": counts[:, _UPPER] / np.maximum(letters, 1),
        "digit": counts[:, _DIGIT] / t.size,
        "stops": np.minimum(counts[:, _STOP] * t.scale, 8) / 4, "commas": np.minimum(counts[:, _COMMA] * t.scale, 8) / 4,
        "colons": np.minimum(counts[:, _COLON], 4) / 2, "quotes": np.minimum(counts[:, _QUOTE], 6) / 3,
        "brackets": np.minimum(counts[:, _BRACKET], 4) / 2, "bars": np.minimum(counts[:, _BAR], 6) / 3,
        "symbols": np.minimum(counts[:, _SYMBOL], 4) / 2, "word_length": np.minimum(letters / np.maximum(count, 1), 15) / 5,
        "ends_colon": last == _COLON,
        "ends_open": np.array([x.endswith(("…", "...")) for x in t.texts], np.float32),
        "starts_upper": first == _UPPER, "starts_lower": first == _LOWER, "starts_digit": first == _DIGIT,
        "starts_mark": first >= _STOP, "digit_words": t.digit_words / np.maximum(count, 1),
        "common": t.common / np.maximum(count, 1),
    }  # fmt: skip


def _of_place(t: _Text, columns: Floats, prose: Floats) -> dict[str, Any]:
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


def _hashes(lower: NDArray[np.uint64], word_at: Ints) -> Ints:
    """Return the bucket of each word: a polynomial hash over its letters in lower case, digits all alike."""
    if not len(word_at):
        return np.zeros(0, np.int64)
    first = word_at[0]
    lower = lower[first:]
    place = np.arange(len(lower)) - np.repeat(word_at - first, np.diff(word_at - first, append=len(lower)))
    sums = np.add.reduceat(lower * _POWERS.take(place, mode="clip"), word_at - first)
    sums ^= sums >> np.uint64(29)
    sums *= np.uint64(0xBF58476D1CE4E5B9)
    return ((sums >> np.uint64(40)) % np.uint64(WORD_BUCKETS)).astype(np.int64)


def _of_markup(
    blocks: tuple[Block, ...], prose: Floats, words: tuple[Ints, Ints]
) -> tuple[Floats, Ints, Ints, Ints, Ints, Ints]:
    count = len(blocks)
    marked = [b.markup for b in blocks if b.markup is not None]
    tree = _Tree()
    owners = [tree.add(m.element) for m in marked]
    parents, look_of = np.array(tree.parents, np.int64), np.array(tree.looks, np.int64)
    chain = np.empty((count, 1 + ANCESTORS), np.int64)
    chain[:, 0] = owners
    for n in range(ANCESTORS):
        chain[:, n + 1] = parents[chain[:, n]]
    prose_in, blocks_in = _sums(chain[:, 0], parents, prose)
    total = max(float(prose.sum()), 1.0)
    looks = look_of[chain]
    links = np.array([m.link_share for m in marked], np.float32)
    inlines = np.array([len(m.inlines) for m in marked], np.float32)
    orders = np.array([m.element.order for m in marked], np.float32)
    alike = np.bincount(looks[:, 0])[looks[:, 0]] / count
    rows = np.stack([
        np.ones(count), links, links > 0.9, tree.levels()[chain[:, 0]], np.minimum(inlines, 8) / 4, alike,
        np.minimum(orders, 4000) / 4000,
    ], axis=1)  # fmt: skip
    around = chain[:, :ANCESTORS]
    markup = np.concatenate((rows, tree.contexts()[chain[:, 0]], prose_in[around] / total, blocks_in[around] / count), axis=1)
    names: list[int] = []
    starts: list[int] = []
    for look in tree.known:
        starts.append(len(names))
        names += _buckets(*look) or (0,)
    return markup.astype(np.float32), *words, np.array(names, np.int64), np.array(starts, np.int64), looks


class _Tree:
    """The elements that blocks stand in, numbered: parents (0 stands for none), looks, contexts."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, frozenset[str]], int] = {("", frozenset()): 0}
        self.parents = [0]
        self.looks = [0]
        self._contexts: dict[frozenset[str], int] = {frozenset(): 0}
        self._context_of = [0]
        self._numbers: dict[Element, int] = {}
        self._whole: set[int] = set()  # those whose elements around them are known

    def add(self, element: Element) -> int:
        """Return the number of an element; give one to it and to `ANCESTORS` elements around it."""
        number = self._numbers.get(element)
        if number is not None and number in self._whole:
            return number
        first = last = self._new(element) if number is None else number
        at = element.parent
        for _ in range(ANCESTORS):
            if at is None:
                break
            if not self.parents[last]:
                self.parents[last] = self._numbers.get(at) or self._new(at)
            last, at = self.parents[last], at.parent
        self._whole.add(first)
        return first

    def _new(self, element: Element) -> int:
        number = self._numbers[element] = len(self.parents)
        self.parents.append(0)
        self.looks.append(self.known.setdefault((element.tag, element.words), len(self.known)))
        self._context_of.append(self._contexts.setdefault(element.context, len(self._contexts)))
        return number

    def contexts(self) -> Floats:
        """Return for each element which of `CONTEXTS` it stands in."""
        return np.array([_stands_in(context) for context in self._contexts], np.float32)[self._context_of]

    def levels(self) -> Floats:
        """Return for each element its heading level over 6."""
        return np.array([heading_level(context) / 6 for context in self._contexts], np.float32)[self._context_of]


@lru_cache(maxsize=1 << 10)
def _stands_in(context: frozenset[str]) -> list[bool]:
    return [name in context for name in CONTEXTS]


@cache
def _tag_bucket(tag: str) -> int:
    return _name_bucket(f"<{tag}>")


@lru_cache(maxsize=1 << 14)
def _name_bucket(word: str) -> int:
    return 1 + zlib.crc32(word.encode()) % (MARKUP_BUCKETS - 1)


def _buckets(tag: str, words: frozenset[str]) -> list[int]:
    found = [_tag_bucket(tag)] if tag in GAPS or tag in _INLINE else []
    # A set has no order to rely on.
    return found + sorted(map(_name_bucket, words)) if words else found


_INLINE = frozenset(["a", "span", "b", "strong", "em", "i", "time", "small", "abbr", "cite"])


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
