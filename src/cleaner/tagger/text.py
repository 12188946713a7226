"""The characters and words of a page's lines as arrays: classes of characters, hashes of words."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from cleaner.document import Block
from cleaner.lexicon.detect import common_words_of

WORD_BUCKETS = 8192
# A long block is known by its beginning and its end.
_HEAD, _TAIL = 120, 40

# Classes of characters.
SPACE, LOWER, UPPER, UNCASED, WIDE, DIGIT, STOP, COMMA, COLON, QUOTE, BRACKET, BAR, SYMBOL, OTHER = range(14)
_CLASSES = 16
_CHARS = {STOP: ".!?…。！？؟।۔", COMMA: ",،，、", COLON: ":;：；؛", QUOTE: "\"'“”„«»‘’‹›「」『』", BRACKET: "()[]{}（）【】", BAR: "|•·/\\>→←–—-_+*", SYMBOL: "@©#$%&€£®™="}  # fmt: skip
Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

_POWERS = np.array([pow(0x9E3779B97F4A7C15, n + 1, 1 << 64) for n in range(32)], np.uint64)
_LETTERS = np.zeros(_CLASSES, bool)
_LETTERS[[LOWER, UPPER, UNCASED, DIGIT, WIDE]] = True


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """Return the class and the lower case of each character up to U+FFFF; for all that is in no word the latter is 0."""
    classes = np.full(65536, OTHER, np.uint8)
    lower = np.arange(65536, dtype=np.uint64)
    for code in range(0x3000):
        char = chr(code)
        category = unicodedata.category(char)
        if char.isspace():
            classes[code] = SPACE
        elif category[0] == "L" or category[0] == "M":
            classes[code] = {"Lu": UPPER, "Lt": UPPER, "Ll": LOWER}.get(category, UNCASED)
        elif category == "Nd":
            classes[code] = DIGIT
        low = char.lower()
        lower[code] = ord("0") if classes[code] == DIGIT else ord(low) if len(low) == 1 else code
    classes[0x3040:0xA000] = classes[0xF900:0xFB00] = WIDE
    classes[0xA000:0xD800] = UNCASED
    classes[0xFB00:0xFE00] = classes[0xFE70:0xFF00] = UNCASED
    classes[0xFF10:0xFF1A] = DIGIT
    classes[0xFF21:0xFF3B] = UPPER
    classes[0xFF41:0xFF5B] = LOWER
    classes[0xFF66:0xFFDD] = WIDE
    classes[0x3000] = SPACE
    for kind, chars in _CHARS.items():
        for char in chars:
            classes[ord(char)] = kind
    lower[~_LETTERS[classes]] = 0
    return classes, lower


@cache
def _common(language: str | None) -> Floats:
    """Return for each bucket of words whether a common word of the language falls in it."""
    table = np.zeros(WORD_BUCKETS, np.float32)
    listed = common_words_of(language)
    if listed:
        text = " ".join(listed)
        kinds, lower = characters(text)
        table[bucket(hashes(lower, find_words(kinds)))] = 1
    return table


def characters(text: str) -> tuple[NDArray[np.uint8], NDArray[np.uint64]]:
    """Return the class and the lower case of each character; those beyond U+FFFF are all as that one."""
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32).astype(np.intp)
    classes, lower = _tables()
    return classes.take(codes, mode="clip"), lower.take(codes, mode="clip")


def find_words(kinds: NDArray[np.uint8]) -> Ints:
    """Return where each word begins; each character of a script without spaces is one."""
    letter = _LETTERS.take(kinds)
    starts = letter.copy()
    starts[1:] &= ~letter[:-1] | (kinds[1:] == WIDE)
    return np.flatnonzero(starts)


class Text(NamedTuple):
    """The characters of all blocks in one row: their classes, whose they are, and counts a block."""

    texts: list[str]
    kinds: NDArray[np.uint8]
    starts: Ints
    ends: Ints
    lengths: Floats
    size: Floats  # characters looked at
    scale: Floats  # how many times as many there are
    counts: Floats  # of each class
    full: NDArray[np.uint64]  # whole hashes of the words
    wide: NDArray[np.bool_]  # which words are one character of a script without spaces
    words: Ints
    word_starts: Ints
    word_count: Floats
    common: Floats  # common words of the language
    digit_words: Floats


def read(blocks: tuple[Block, ...], language: str | None) -> Text:
    """Return what the texts of some blocks, in a language, consist of."""
    texts = [b.text if len(b.text) <= _HEAD + _TAIL else f"{b.text[:_HEAD]} {b.text[-_TAIL:]}" for b in blocks]
    n = len(texts)
    sizes = np.fromiter(map(len, texts), np.int64, n)
    lengths = np.array([len(b.text) for b in blocks], np.float32)
    kinds, lower = characters(" ".join(texts))
    starts = np.concatenate(([0], np.cumsum(sizes[:-1] + 1)))
    owner = np.repeat(np.arange(n), np.append(sizes[:-1] + 1, sizes[-1]))
    counts = np.bincount(owner * _CLASSES + kinds, minlength=n * _CLASSES).reshape(-1, _CLASSES).astype(np.float32)
    word_at = find_words(kinds)
    full = hashes(lower, word_at)
    words = bucket(full)
    of = owner[word_at]
    in_block = np.bincount(of, minlength=n)
    word_starts = np.concatenate(([0], np.cumsum(in_block)[:-1])).astype(np.int64)
    known = np.bincount(of, weights=_common(language)[words], minlength=n)
    digits = np.bincount(of, weights=(kinds[word_at] == DIGIT), minlength=n)
    size = sizes.astype(np.float32)
    return Text(
        texts, kinds, starts, starts + sizes - 1, lengths, size, lengths / size, counts, full, kinds[word_at] == WIDE, words, word_starts,
        in_block.astype(np.float32), known.astype(np.float64), digits.astype(np.float64),
    )  # fmt: skip


def hashes(lower: NDArray[np.uint64], word_at: Ints) -> NDArray[np.uint64]:
    """Return a polynomial hash of each word over its letters in lower case, digits all alike."""
    if not len(word_at):
        return np.zeros(0, np.uint64)
    first = word_at[0]
    lower = lower[first:]
    place = np.arange(len(lower)) - np.repeat(word_at - first, np.diff(word_at - first, append=len(lower)))
    sums = np.add.reduceat(lower * _POWERS.take(place, mode="clip"), word_at - first)
    sums ^= sums >> np.uint64(29)
    sums *= np.uint64(0xBF58476D1CE4E5B9)
    return sums


def bucket(full: NDArray[np.uint64]) -> Ints:
    """Return which of `WORD_BUCKETS` each hash falls in."""
    return ((full >> np.uint64(40)) % np.uint64(WORD_BUCKETS)).astype(np.int64)
