"""Look-up of whole lines among phrases with wildcards, at about the price of a dictionary."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# A longer line is no junk phrase, and normalising it would only cost time.
LONGEST_KEY = 2000

_DIGITS = re.compile(r"\d+(?:[.,’'\u00a0\u202f]\d+)*")
# An apostrophe that counts as a letter (U+02BC), as Ukrainian has it, is a gap as any other.
_GAPS = re.compile(r"[^\w#]+|[_\u02bc]+")
_JOINTS = re.compile(r"[\s'’‐-]+")
# ASCII characters in lower case; what is no letter, digit or '#' is a gap.
_ASCII = {code: char.lower() if (char := chr(code)).isalnum() or char == "#" else " " for code in range(128)}
# The same for many lines at once, in which numbers are still to be found: \x01 for digits, \x02 for what may stand between them.
_ASCII_LINES = {**_ASCII, ord("\n"): "\n", **dict.fromkeys(map(ord, "0123456789"), "\x01"), **dict.fromkeys(map(ord, ".,'"), "\x02")}
_NUMBERS = re.compile("\x01+(?:\x02\x01+)*")
_SIGNS = "“”„‘–—…\u00a0•·»«→©®›\u200b"
_PHRASE_GAPS = re.compile(r"[^\w#*]+|_+")


def fold(text: str) -> str:
    """Return a text as it is compared with words of a lexicon: case-folded, the i's of Turkish all as one.

    Capitals do not tell which of its two a Turkish page means, and patterns that ignore case take them for the same.

    >>> fold("KATEGORİ"), fold("Kasım") == fold("KASIM")
    ('kategori', True)
    """
    folded = text.casefold()
    return folded if text.isascii() else folded.replace("i\u0307", "i").replace("ı", "i")


def line_key(line: str) -> str:
    """Return the form in which a line is compared with phrases, `""` for lines over `LONGEST_KEY` characters.

    NFKC, case-folded, each run of digits as `#`, each run of other punctuation and space as one space.

    >>> line_key("» Continue Reading →")
    'continue reading'
    >>> line_key("(12) Comments")
    '# comments'
    """
    if len(line) > LONGEST_KEY:
        return ""
    plain = _plain(line)
    if plain.isascii():  # the same, several times faster
        return " ".join(_DIGITS.sub("#", plain).translate(_ASCII).split())
    folded = fold(unicodedata.normalize("NFKC", line))
    return _GAPS.sub(" ", _DIGITS.sub("#", folded)).strip()


def line_keys(lines: Sequence[str]) -> list[str]:
    r"""Return the keys of many lines: those that are ASCII all at once, which takes half the time.

    >>> line_keys(["(12) Comments", "Café", "Read\nmore"])
    ['# comments', 'café', 'read more']
    """
    plain = [_plain(line) for line in lines]
    easy = [line if line.isascii() and len(line) <= LONGEST_KEY else "" for line in plain]
    keys = _NUMBERS.sub("#", "\n".join(easy).translate(_ASCII_LINES)).replace("\x02", " ").split("\n")
    if len(keys) != len(lines):  # there is a line break in one
        return [line_key(line) for line in lines]
    return [_single_spaced(key) if line else line_key(whole) for key, line, whole in zip(keys, easy, lines, strict=True)]


def _single_spaced(key: str) -> str:
    return " ".join(key.split()) if "  " in key else key.strip()


def _plain(line: str) -> str:
    """Return a line with ASCII in place of the typographer's signs, which are all gaps; the apostrophe may join digits."""
    if not line.isascii():
        line = line.replace("’", "'")
        for sign in _SIGNS:
            line = line.replace(sign, " ")
    return line


def phrase_key(phrase: str) -> str:
    """Return a phrase with its white space, apostrophes and hyphens as single spaces, case-folded.

    >>> phrase_key("D’après  l'auteur")
    'd après l auteur'
    """
    return _JOINTS.sub(" ", fold(phrase)).strip()


def any_of_phrases(phrases: Iterable[str]) -> str:
    """Return a regular expression for any of some phrases, longest first, however their words are joined.

    Phrases that begin alike share a branch, so that at most places of a text few are tried.
    """
    return any_of_words(phrase_key(p) for p in phrases).replace(re.escape(" "), r"[\s'’‐-]+")


def any_of_words(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words as they stand, longest first, `""` where there are none.

    >>> re.findall(any_of_words(["may", "june", "mayor"]), "the mayor in may")
    ['mayor', 'may']
    """
    keys = sorted({*words} - {""}, key=lambda word: (-len(word), word))
    first = "".join(sorted({re.escape(key[0]) for key in keys}))
    return f"(?=[{first}]){_branches(keys)}" if keys else ""


def _branches(endings: list[str]) -> str:
    alike: dict[str, list[str]] = {}
    for ending in endings:
        alike.setdefault(ending[:1], []).append(ending[1:])
    branches = [re.escape(char) + _branches(rest) if char else "" for char, rest in alike.items()]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


class Hit(NamedTuple):
    """One phrase that a line matches: its table, its label, and whether it is the whole line."""

    group: str
    label: str
    exact: bool


class _Pattern:
    """A phrase with wildcards: the pieces between them, each found behind the one before."""

    __slots__ = ("first", "hit", "inner", "last", "least")

    def __init__(self, pieces: tuple[str, ...], hit: Hit) -> None:
        self.first = pieces[0]
        self.inner = pieces[1:-1]
        self.last = pieces[-1]
        self.least = sum(map(len, pieces))
        self.hit = hit

    def matches(self, key: str) -> bool:
        """Tell whether a line is this phrase."""
        if len(key) < self.least or not key.startswith(self.first) or not key.endswith(self.last):
            return False
        at = len(self.first)
        for piece in self.inner:
            found = key.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        return len(key) - len(self.last) >= at


class PhraseIndex:
    """Phrases of several tables, compiled once. `#` is any number, `*` any text, also none.

    >>> index = PhraseIndex([("sharing", "share-bar", "share on *"), ("ads", "ad-label", "advertisement")])
    >>> index.match("share on facebook")
    [Hit(group='sharing', label='share-bar', exact=False)]
    >>> index.match("an advertisement")
    []
    """

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        self._exact: dict[str, list[Hit]] = {}
        # By the two characters that they begin, or else end, with; those open at both ends by their longest piece.
        self._by_prefix: dict[str, list[_Pattern]] = {}
        self._by_suffix: dict[str, list[_Pattern]] = {}
        self._inside: dict[str, list[_Pattern]] = {}
        for group, label, phrase in phrases:
            self._add(group, label, phrase)

    def _add(self, group: str, label: str, phrase: str) -> None:
        folded = fold(unicodedata.normalize("NFKC", phrase))
        spaced = _PHRASE_GAPS.sub(" ", _DIGITS.sub("#", folded)).strip()
        if "*" not in spaced:
            self._exact.setdefault(spaced, []).append(Hit(group, label, exact=True))
            return
        pieces = tuple(spaced.split("*"))
        # A wildcard may stand for nothing: then the spaces around it are one, or none at an end.
        bare = " ".join(spaced.replace("*", " ").split())
        self._exact.setdefault(bare, []).append(Hit(group, label, exact=True))
        pattern = _Pattern(pieces, Hit(group, label, exact=False))
        if len(pieces[0]) >= 2:
            self._by_prefix.setdefault(pieces[0][:2], []).append(pattern)
        elif len(pieces[-1]) >= 2:
            self._by_suffix.setdefault(pieces[-1][-2:], []).append(pattern)
        else:
            longest = max(pieces, key=len)
            if longest:
                self._inside.setdefault(longest, []).append(pattern)

    def match(self, key: str) -> list[Hit]:
        """Return every phrase that the line `key` (see `line_key`) matches."""
        return self._match(key, list(self._inside)) if key else []

    def match_all(self, keys: Sequence[str]) -> list[tuple[int, Hit]]:
        """Return every phrase that one of many lines matches, with the line's index: at a fraction of the price for each."""
        text = "\n".join(keys)
        inside = [piece for piece in self._inside if piece in text]
        return [(number, hit) for number, key in enumerate(keys) if key for hit in self._match(key, inside)]

    def _match(self, key: str, inside: list[str]) -> list[Hit]:
        """Return what `match` does; phrases open at both ends are tried if `inside` has their longest piece."""
        found: list[Hit] = []
        exact = self._exact.get(key)
        if exact is not None:
            found += exact
        patterns = self._by_prefix.get(key[:2])
        if patterns is not None:
            found += [pattern.hit for pattern in patterns if pattern.matches(key)]
        patterns = self._by_suffix.get(key[-2:])
        if patterns is not None:
            found += [pattern.hit for pattern in patterns if pattern.matches(key)]
        for piece in inside:
            if piece in key:
                found += [pattern.hit for pattern in self._inside[piece] if pattern.matches(key)]
        return found

    def exact(self, key: str) -> list[Hit]:
        """Return every phrase that the line `key` is."""
        return self._exact.get(key, [])
