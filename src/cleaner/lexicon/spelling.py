"""Other spellings of the words of a language, so that its file need list one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_TONE = re.compile("(o)([\u0300\u0301\u0303\u0309\u0323])([ae])(?![a-z\u0300-\u036f])|(?<!q)(u)([\u0300\u0301\u0303\u0309\u0323])(y)(?![a-z\u0300-\u036f])")


def _bare(text: str) -> str:
    """Return a text without any marks."""
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", text)))


def _composed(text: str) -> str:
    """Return a text as it is written: case folding takes 'ΐ' apart."""
    return unicodedata.normalize("NFC", text)


def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace("\u0301", ""))


def _later_tones(text: str) -> str:
    return unicodedata.normalize("NFC", _TONE.sub(r"\1\4\3\6\2\5", unicodedata.normalize("NFD", text)))


# Romanian: with cedillas, as before Unicode 3.0, and without marks. Greek: capitals bear no accents, and seldom a diaeresis.
# Hungarian: Latin-1 has no double acute. Vietnamese: the tone stands on the first or on the second of two vowels.
_SPELLINGS: dict[str, tuple[Callable[[str], str], ...]] = {
    "ro": (lambda text: text.translate({0x219: 0x15F, 0x21B: 0x163}), _bare),
    "el": (_composed, _without_accents, _bare),
    "hu": (lambda text: text.translate({0x151: 0xF5, 0x171: 0xFB}),),
    "vi": (_later_tones,),
}


def spellings(text: str, language: str | None) -> tuple[str, ...]:
    """Return a text in lower case in every spelling that is common in a language, its own first.

    >>> spellings("mulțumim", "ro")
    ('mulțumim', 'mulţumim', 'multumim')
    >>> spellings("văn hóa", "vi"), spellings("read more", "en")
    (('văn hóa', 'văn hoá'), ('read more',))
    """
    others = _SPELLINGS.get(language or "", ())
    return tuple(dict.fromkeys([text, *(other(text) for other in others)]))
