"""The lexicon of a language: its files, loaded when first needed, and what a user adds to them."""

from __future__ import annotations

import tomllib
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from cleaner.errors import LexiconError, OptionError
from cleaner.lexicon.phrases import PhraseIndex, fold
from cleaner.lexicon.spelling import spellings

# Languages that have a file of their own; any other language is cleaned with the English one.
LANGUAGES = (
    "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu", "id", "it", "ja",
    "ko", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sv", "tr", "uk", "vi", "zh",
)  # fmt: skip
# Codes of languages that share the file of another: the two written standards of Norwegian.
# Norwegian as it is written, and the codes of Hebrew and Indonesian before 1989, which blogs still have (ISO 639).
_ALIASES = {"in": "id", "iw": "he", "nb": "no", "nn": "no"}

Phrase = tuple[str, str, str]


class Lexicon:
    """Phrases, terms and month names. Immutable; merge two to get a third.

    >>> english = Lexicon.for_language("en")
    >>> english.months["sept"], "by" in english.terms["by"]
    (9, True)
    """

    def __init__(
        self,
        phrases: tuple[Phrase, ...] = (),
        terms: dict[str, tuple[str, ...]] | None = None,
        months: dict[str, int] | None = None,
    ) -> None:
        self.phrases = phrases
        self.terms = terms or {}
        self.months = months or {}

    @cached_property
    def index(self) -> PhraseIndex:
        """Every phrase, compiled for look-up."""
        return PhraseIndex(self.phrases)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "index"}  # is soon made again

    def merge(self, other: Lexicon) -> Lexicon:
        """Return a lexicon that knows what either knows.

        >>> extra = Lexicon(phrases=(("ads", "ad-label", "our patrons"),))
        >>> merged = Lexicon.for_language("en").merge(extra)
        >>> merged.index.match("our patrons")
        [Hit(group='ads', label='ad-label', exact=True)]
        """
        keys = dict.fromkeys([*self.terms, *other.terms])
        terms = {k: tuple(dict.fromkeys(self.terms.get(k, ()) + other.terms.get(k, ()))) for k in keys}
        # Where two languages disagree on a month's name, the one merged in later is the page's own.
        # Languages share phrases ('Facebook'); twice the same is no more evidence than once.
        phrases = tuple(dict.fromkeys(self.phrases + other.phrases))
        return Lexicon(phrases, terms, {**self.months, **other.months})

    @classmethod
    def for_language(cls, language: str | None) -> Lexicon:
        """Return the lexicon of a language over the English one, which junk of all languages borrows from.

        A language without a file of its own (see `LANGUAGES`) and `None` give the English one. Raises
        `OptionError` where `language` is no code such as `"de"` or `"pt-BR"`.
        """
        return _for_language(base_language(language))

    @classmethod
    def load(cls, *paths: str | Path) -> Lexicon:
        """Return the phrases of files that a user wrote; docs/lexicon.md tells the format.

        Raises `LexiconError` where a file cannot be read or does not have that format.
        """
        merged = cls()
        for path in paths:
            try:
                data = tomllib.loads(Path(path).read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                raise LexiconError(f"{path}: {error}", path=str(path)) from error
            merged = merged.merge(_from_data(data, str(path)))
        return merged


def base_language(language: str | None) -> str | None:
    """Return `"pt"` for `"pt-BR"`, `None` for `None`; raise `OptionError` for what is no language code.

    >>> base_language("pt-BR"), base_language("nb")
    ('pt', 'no')
    """
    if language is None:
        return None
    base = language.replace("_", "-").split("-")[0].lower() if isinstance(language, str) else ""
    if not (2 <= len(base) <= 3 and base.isascii() and base.isalpha()):
        raise OptionError(f"not a language code: {language!r}", option="language")
    return _ALIASES.get(base, base)


@lru_cache(maxsize=len(LANGUAGES) + 1)
def _for_known_language(language: str | None) -> Lexicon:
    if language is None or language == "en":
        return _from_data(_read("en"), "en")
    return _for_known_language("en").merge(_from_data(_read(language), language))


def _for_language(language: str | None) -> Lexicon:
    return _for_known_language(language if language in LANGUAGES else None)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("cleaner.lexicon").joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def container_labels() -> dict[str, str]:
    """Return the label of the junk that a word of a class or id names, for each such word; in the order of the labels' ranks."""
    labels: dict[str, str] = {}
    for label, words in _read("containers").items():
        for word in words:
            labels.setdefault(word, label)
    return labels


_TABLES = frozenset({"language", "phrases", "terms", "months"})


def _from_data(data: dict[str, Any], path: str) -> Lexicon:
    unknown = sorted(set(data) - _TABLES)
    if unknown:
        raise LexiconError(f"{path}: unknown table {unknown[0]!r}", path=path)
    language = data.get("language")
    try:
        phrases = tuple(
            (group, label, spelled)
            for group, labels in data.get("phrases", {}).items()
            for label, listed in labels.items()
            for phrase in _list(listed)
            for spelled in spellings(_text(phrase), language)
        )
        terms = {
            name: tuple(s for w in _list(words) for s in spellings(fold(_word(w)), language))
            for name, words in data.get("terms", {}).items()
        }
        months = {
            spelled: _month(m)
            for m, ns in data.get("months", {}).items()
            for n in _list(ns)
            for spelled in spellings(fold(_text(n)), language)
        }
    except (AttributeError, TypeError, ValueError) as error:
        raise LexiconError(f"{path}: not a phrase file: {error}", path=path) from error
    return Lexicon(phrases, terms, months)


def _month(name: str) -> int:
    if not 1 <= int(name) <= 12:
        raise ValueError(f"no month {name!r}")
    return int(name)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"a list of phrases, not {value!r}")
    return value


def _word(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"a word is some text, not {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not any(c.isalnum() or c in "#&" for c in value):
        raise TypeError(f"a phrase is some text, not {value!r}")
    return value
