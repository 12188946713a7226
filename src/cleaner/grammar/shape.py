"""The shape of a line: prose, a headline, or neither. Nothing here depends on which words there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

import regex

from cleaner.document import Document

# Two columns wide; one such character says about as much as two Latin ones.
_WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_CLOSERS = "\"'”’»«)]）」』】›"
_TERMINALS = ".!?…。！？؟।۔"
_SENTENCE = regex.compile(r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(]?\p{Lu}|[。！？][^」』”）)\]]|[؟.]\s")
# Combining marks are no \w, but do not end a word.
_WORD = re.compile(r"\w+(?:['’\-.\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f]+\w+)*")
_BULLET = re.compile(r"[-–—•*·▪►●○◦‣»]\s|\d{1,3}[.)]\s")
_LETTER = re.compile(r"[^\W\d_]")
_JOINTS = re.compile(r"[\W_]+")

# An address in a line, less the punctuation of the sentence around it.
URL = re.compile(r"https?://[^\s<>\"'，。）)\]]+")

# So sure must a vote be that running text is content, whatever else speaks against it.
SURE_PROSE = 0.47
PROSE_WIDTH = 140
SENTENCE_WIDTH = 60
HEADLINE_WIDTH = 220
_LOOK = 2000


T = TypeVar("T")

# Every filter asks the same of the same lines; longer ones would only fill the memory.
_REMEMBERED = 4096
_LONGEST_REMEMBERED = 2000


def _remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """Remember what a function of a line returned for the last few thousand lines; a dictionary is twice as fast as `lru_cache`."""
    known: dict[str, T] = {}

    @wraps(function)
    def call(text: str) -> T:
        try:
            return known[text]
        except KeyError:
            value = function(text)
        if len(text) <= _LONGEST_REMEMBERED:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[text] = value
        return value

    return call


def width(text: str) -> int:
    """Return the columns that a text takes, a wide character counting as two.

    >>> width("tea"), width("お茶")
    (3, 4)
    """
    return len(text) if text.isascii() else len(text) + _wide(text)


@_remembered
def _wide(text: str) -> int:
    return len(_WIDE.findall(text))


@_remembered
def words(text: str) -> int:
    """Return the number of words, in scripts without spaces a word for every two characters.

    >>> words("It's half-baked tea."), words("今日は良い天気")
    (3, 4)
    """
    wide = 0 if text.isascii() else _wide(text)
    return len(_WORD.findall(_WIDE.sub(" ", text) if wide else text)) + (wide + 1) // 2


@_remembered
def ends_sentence(text: str) -> bool:
    """Tell whether the text ends as a sentence does, closing quotes and brackets aside.

    >>> ends_sentence('He said “no.”'), ends_sentence("Market opens")
    (True, False)
    """
    bare = text.rstrip(_CLOSERS + " ")
    return bool(bare) and bare[-1] in _TERMINALS


def ends_open(text: str) -> bool:
    """Tell whether the text breaks off with an ellipsis, in brackets or not.

    >>> ends_open("Although the war of…"), ends_open("and then [...]"), ends_open("The end.")
    (True, True, False)
    """
    bare = text.rstrip(_CLOSERS + "→»› ")
    return bare.endswith(("…", "...", ". . ."))


def letters(text: str) -> str:
    """Return the letters and digits of a text in lower case, all else left out: to find a text again that was set anew.

    >>> letters("“Tea,” said Ann.")
    'teasaidann'
    """
    return _JOINTS.sub("", text).lower()


def has_letters(text: str) -> bool:
    """Tell whether there is a letter of any script."""
    return _LETTER.search(text) is not None


def is_prose(text: str) -> bool:
    """Tell whether a line reads as running text: long, or a whole sentence of some length.

    >>> is_prose("China has made up for the reduced imports by using domestic products instead.")
    True
    >>> is_prose("Market for Certificates Comes to Light")
    False
    """
    return 2 * len(text) >= SENTENCE_WIDTH and _is_prose(text)  # as few lines are


@_remembered
def _is_prose(text: str) -> bool:
    columns = width(text[:_LOOK])
    if columns < SENTENCE_WIDTH or _LETTER.search(text) is None:
        return False
    if ends_sentence(text):
        return words(text[:_LOOK]) >= 8
    return columns >= PROSE_WIDTH and (columns > HEADLINE_WIDTH or _SENTENCE.search(text[:_LOOK]) is not None)


@_remembered
def is_headline(text: str) -> bool:
    """Tell whether a line could be a headline: short, capitalised where the script has capitals, no sentence.

    >>> is_headline("Prices rise as “dry season” drags on"), is_headline("and then it rained.")
    (True, False)
    """
    if len(text) > HEADLINE_WIDTH or not 3 <= width(text) <= HEADLINE_WIDTH or _LETTER.search(text) is None:
        return False
    bare = text.rstrip(_CLOSERS + " ")
    if not bare or bare[-1] in ",;:。、，；：" or (bare[-1] == "." and not _ends_abbreviated(bare)):
        return False
    if words(text) > 32 or _BULLET.match(text) or _SENTENCE.search(text):
        return False
    first = _LETTER.search(text)
    return first is not None and not (first.group().islower() and words(text) > 8)


def _ends_abbreviated(text: str) -> bool:
    """'U.S.', 'Inc.', 'Jr.': a full stop that ends no sentence; an ellipsis, too."""
    last = text.rsplit(maxsplit=1)[-1]
    return last.count(".") > 1 or (len(last) <= 4 and last[:1].isupper()) or text.endswith("..")


@_remembered
def is_label(text: str) -> bool:
    """Tell whether a line is short enough for a section label, a menu entry or a tag.

    >>> is_label("World News"), is_label("He did not come to the meeting of the board")
    (True, False)
    """
    if width(text) > 40 or _BULLET.match(text):
        return False
    return words(text) <= 5 and not ends_sentence(text) and has_letters(text)


def prose_blocks(doc: Document) -> set[int]:
    """Return the indices of the blocks that read as running text."""
    return doc.memo("shape.prose", lambda: {b.index for b in doc.blocks if is_prose(b.text)})


def is_spaced(doc: Document) -> bool:
    """Tell whether the text sets its blocks apart with blank lines, so that a blank line means something."""

    def find() -> bool:
        return sum(1 for b in doc.blocks if b.gap) * 5 >= len(doc.blocks)

    return doc.memo("shape.spaced", find)
