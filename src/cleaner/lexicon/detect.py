"""The language of a text, from its script and its commonest words."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib import resources

from cleaner.lexicon.phrases import fold
from cleaner.lexicon.store import base_language

# Enough to tell; the rest of a long text would only cost time.
_SAMPLE = 20_000
_MIN_LETTERS = 10
_MIN_HITS = 4
_MIN_SHARE = 0.12

_SCRIPTS = {
    "kana": re.compile(r"[\u3040-\u30ff]+"),
    "han": re.compile(r"[\u4e00-\u9fff]+"),
    "hangul": re.compile(r"[\uac00-\ud7af]+"),
    "arabic": re.compile(r"[\u0600-\u06ff]+"),
    "hebrew": re.compile(r"[\u05b0-\u05ea]+"),
    "cyrillic": re.compile(r"[\u0400-\u04ff]+"),
    "greek": re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]+"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f]+"),
}
_ASCII = re.compile(r"[\x00-\x7f]+")
_LETTERS = re.compile(rf"(?:[A-Za-z][^A-Za-z]*){{{_MIN_LETTERS}}}")
# A word of a script without spaces is about two characters, of the others about five.
_WEIGHT = {"kana": 2.5, "han": 2.5, "hangul": 2.0}
# The languages of a script, and for each the letters that it does not have, but others of the script do.
_BY_SCRIPT = (
    ("han", "zh", None),
    ("hangul", "ko", None),
    ("greek", "el", None),
    ("cyrillic", "ru", re.compile(r"[іїєґўјљњћђџѓќ]")),
    ("cyrillic", "uk", re.compile(r"[ыэёъўјљњћђџѓќ]")),
    ("hebrew", "he", re.compile(r"[\u05bf\u05f0-\u05f2]")),  # Yiddish
    ("arabic", "ar", re.compile(r"[پچژگکیےۂہ]")),
)
_WORD = re.compile(r"[^\W\d_]+")
# Their commonest words are English ones too ('a', 'to', 'do', 'by'), but they have many letters with marks.
_WITH_MARKS = ("cs", "hr", "pl", "sk")
_MARK = re.compile(r"[\u00df-\u024f]")
_MIN_MARKS = 0.01


def detect_language(text: str) -> str | None:
    """Return the code of the language of `text`, `None` where the text does not tell.

    Knows the languages that have a lexicon, and some more, so that they are not taken for others.

    >>> detect_language("The cat sat on the mat, and that is all that there was to the story of the cat.")
    'en'
    >>> detect_language("今日はとても良い天気ですね。")
    'ja'
    >>> detect_language("12345") is None
    True
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_words(sample) if _LETTERS.search(sample) else None
    beyond = _ASCII.sub(" ", sample)  # no other script than the Latin one has ASCII letters, and most texts have few others
    counts = {name: _count(p, sample if name == "latin" else beyond) * _WEIGHT.get(name, 1.0) for name, p in _SCRIPTS.items()}
    total = sum(counts.values())
    if total < _MIN_LETTERS:
        return None
    if counts["kana"] > 0.1 * (counts["kana"] + counts["han"]) and counts["kana"] + counts["han"] > 0.4 * total:
        return "ja"
    main = [entry for entry in _BY_SCRIPT if counts[entry[0]] > 0.4 * total]
    for script, language, foreign in main:
        if foreign is None or len(foreign.findall(sample.casefold())) <= 0.02 * counts[script]:
            return language
    return None if main else _by_words(sample)


def _count(runs: re.Pattern[str], text: str) -> int:
    """Return how many characters the runs of some have together."""
    return len("".join(runs.findall(text)))


def _by_words(sample: str) -> str | None:
    folded = fold(sample)
    words = Counter(_WORD.findall(folded))
    total = sum(words.values())
    found = dict.fromkeys(common_words(), 0)
    known = _languages()
    for word in words.keys() & known.keys():
        for language in known[word]:
            found[language] += words[word]
    if len(_MARK.findall(folded)) < _MIN_MARKS * len(folded):
        found |= dict.fromkeys(_WITH_MARKS, 0)
    best = max(found, key=found.__getitem__)  # of two alike, the first in the list
    hits = found[best]
    return best if hits >= _MIN_HITS and hits >= _MIN_SHARE * total else None


@cache
def _languages() -> dict[str, list[str]]:
    """Return the languages that each common word is common in."""
    languages: dict[str, list[str]] = {}
    for language, common in common_words().items():
        for word in common:
            languages.setdefault(fold(word), []).append(language)
    return languages


@cache
def common_words() -> dict[str, tuple[str, ...]]:
    """Return the commonest words of each language that is told by its words."""
    path = resources.files("cleaner.lexicon").joinpath("data", "common-words.toml")
    return {k: tuple(v) for k, v in tomllib.loads(path.read_text("utf-8")).items()}


def common_words_of(language: str | None) -> tuple[str, ...]:
    """Return the commonest words of one language; none of a language that is not told by its words, or not known."""
    return common_words().get(base_language(language) or "", ())
