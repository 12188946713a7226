from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from cleaner import CleanerError, Lexicon, LexiconError, OptionError, preset
from cleaner.lexicon import LANGUAGES, line_key
from cleaner.lexicon.store import base_language
from tests.helpers import PARAGRAPHS, process

OTHERS = [code for code in LANGUAGES if code != "en"]


def shipped(language: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("cleaner.lexicon").joinpath("data", f"{language}.toml").read_text("utf-8"))


# The files in the package


def test_every_language_has_a_file_and_every_file_a_language() -> None:
    names = {p.name.removesuffix(".toml") for p in resources.files("cleaner.lexicon").joinpath("data").iterdir()}
    assert names - {"common-words", "containers", "__pycache__"} == set(LANGUAGES)
    assert list(LANGUAGES) == sorted(LANGUAGES)
    assert set(PARAGRAPHS) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_says_its_language(language: str) -> None:
    assert shipped(language)["language"] == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_file_has_the_tables_and_labels_of_the_english_one(language: str) -> None:
    own, english = shipped(language), shipped("en")
    assert own.keys() == english.keys()
    assert {t: set(labels) for t, labels in own["phrases"].items()} == {
        t: set(labels) for t, labels in english["phrases"].items()
    }
    assert set(own["terms"]) == set(english["terms"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_something_to_look_for(language: str) -> None:
    empty = [
        phrase
        for labels in shipped(language)["phrases"].values()
        for listed in labels.values()
        for phrase in listed
        if not line_key(phrase.replace("*", " "))
    ]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_finds_the_line_that_it_spells(language: str) -> None:
    data, index = shipped(language), Lexicon.for_language(language).index
    missing = [
        (table, label, phrase)
        for table, labels in data["phrases"].items()
        for label, listed in labels.items()
        for phrase in listed
        if (table, label) not in {(h.group, h.label) for h in index.match(line_key(phrase.replace("*", " zzz ")))}
    ]
    # A wildcard stands within a word in a few phrases; those are looked up with nothing in its place.
    missing = [
        (table, label, phrase)
        for table, label, phrase in missing
        if (table, label) not in {(h.group, h.label) for h in index.match(line_key(phrase.replace("*", "")))}
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_months_are_named(language: str) -> None:
    months = shipped(language)["months"]
    assert set(months) == {str(n) for n in range(1, 13)}
    assert all(months.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_and_terms_are_lists_of_strings(language: str) -> None:
    data = shipped(language)
    lists = [listed for labels in data["phrases"].values() for listed in labels.values()]
    lists += [*data["terms"].values(), *data["months"].values()]
    assert all(isinstance(listed, list) for listed in lists)
    assert {type(phrase) for listed in lists for phrase in listed} == {str}


# Lexicons of a language


def test_no_language_is_english() -> None:
    english = Lexicon.for_language("en")
    for code in (None, "mt", "EN", "en-GB"):
        lexicon = Lexicon.for_language(code)
        assert (lexicon.phrases, lexicon.terms, lexicon.months) == (english.phrases, english.terms, english.months)
    assert Lexicon.for_language("pt-BR") is Lexicon.for_language("pt")
    assert Lexicon.for_language("mt") is Lexicon.for_language("sw") is Lexicon.for_language(None)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_stands_over_the_english_one(language: str) -> None:
    own, english = Lexicon.for_language(language), Lexicon.for_language("en")
    assert set(english.phrases) <= set(own.phrases)
    assert all(set(words) <= set(own.terms[name]) for name, words in english.terms.items())
    assert set(english.months) <= set(own.months)
    assert own.index.match("share this article")
    first = shipped(language)["phrases"]["sharing"]["share-bar"][0]
    assert own.index.match(line_key(first.replace("*", "")))


@pytest.mark.parametrize(
    ("code", "base"),
    [("en", "en"), ("EN", "en"), ("pt-BR", "pt"), ("pt_BR", "pt"), ("zh-Hant-TW", "zh"), ("nb", "no"), ("iw", "he"), ("in-ID", "id"), ("nn-NO", "no"), ("fil", "fil"), (None, None)],
)
def test_base_languages(code: str | None, base: str | None) -> None:
    assert base_language(code) == base


@pytest.mark.parametrize("code", ["", " ", "e", "english", "12", "-", "d3", "de ", "рус", 3, b"en", ["en"]])
def test_what_is_no_language_code_is_an_option_error(code: Any) -> None:
    with pytest.raises(OptionError) as caught:
        Lexicon.for_language(code)
    assert caught.value.option == "language"


def test_merging_keeps_both_and_changes_neither() -> None:
    one = Lexicon((("ads", "a", "x"),), {"by": ("by", "von")}, {"mai": 5, "jan": 1})
    two = Lexicon((("ads", "b", "y"),), {"by": ("von", "de"), "here": ("ici",)}, {"jan": 2})
    merged = one.merge(two)
    assert merged.phrases == (("ads", "a", "x"), ("ads", "b", "y"))
    assert merged.terms == {"by": ("by", "von", "de"), "here": ("ici",)}
    assert merged.months == {"mai": 5, "jan": 2}
    assert (one.phrases, one.terms["by"], one.months["jan"]) == ((("ads", "a", "x"),), ("by", "von"), 1)
    assert one.merge(Lexicon()).phrases == one.phrases == Lexicon().merge(one).phrases


# Files of a user

USER = """
language = "en"

[phrases.ads]
ad-label = ["a word from our patrons", "patron number #*"]

[phrases.horoscope]
stars = ["your stars *"]

[terms]
by = ["Penned By"]

[months]
3 = ["Marchember"]
"""


def write(path: Path, text: str, name: str = "user.toml") -> Path:
    file = path / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_users_file_is_read(tmp_path: Path) -> None:
    lexicon = Lexicon.load(write(tmp_path, USER))
    assert lexicon.phrases == (
        ("ads", "ad-label", "a word from our patrons"),
        ("ads", "ad-label", "patron number #*"),
        ("horoscope", "stars", "your stars *"),
    )
    assert lexicon.terms == {"by": ("penned by",)}
    assert lexicon.months == {"marchember": 3}
    assert lexicon.index.match(line_key("Your stars: rain"))


def test_several_files_add_up_and_none_is_an_empty_lexicon(tmp_path: Path) -> None:
    one = write(tmp_path, USER, "one.toml")
    two = write(tmp_path, '[phrases.ads]\nad-label = ["more patrons"]\n', "two.toml")
    assert len(Lexicon.load(one, str(two)).phrases) == 4
    assert Lexicon.load().phrases == ()
    assert Lexicon.load(write(tmp_path, "", "empty.toml")).phrases == ()


def test_a_users_file_works_in_a_pipeline(tmp_path: Path) -> None:
    lexicon = Lexicon.load(write(tmp_path, USER))
    prose = "\n\n".join(PARAGRAPHS["en"])
    text = (
        f"The Ferry Stays in Port\n\nPenned by Maud Tallis\n\n7 Marchember 2023\n\n{prose}\n\nA word from our patrons!"
    )
    result = process(text, language="en", pipeline=preset("rules").with_lexicon(lexicon))
    (record,) = result.records
    assert [a.name for a in record.authors] == ["Maud Tallis"]
    assert record.published == "2023-03-07"
    assert record.body == prose
    assert [(r.text, r.label) for r in result.removed] == [("A word from our patrons!", "ad-label")]


BROKEN = [
    "phrases = 3",
    "phrases = ['share']",
    "phrases.ads = ['share']",
    "phrases.ads.ad-label = 3",
    "phrases.ads.ad-label = [3]",
    "phrases.ads.ad-label = ['']",
    "phrases.ads.ad-label = [' ']",
    "phrases.ads.ad-label = ['*']",
    "phrases.ads.ad-label = ['* *']",
    "phrases.ads.ad-label = [['share']]",
    "terms = ['by']",
    "terms.by = [3]",
    "months = ['May']",
    "months.may = ['May']",
    "months.5 = [5]",
    "this is no TOML",
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_file_of_another_format_is_a_lexicon_error_with_its_path(tmp_path: Path, text: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(file)
    assert caught.value.path == str(file)


@pytest.mark.parametrize("text", ["phrases.ads.ad-label = 'share'", "terms.by = 'by'", "months.5 = 'May'"])
def test_a_string_in_the_place_of_a_list_is_no_list_of_letters(tmp_path: Path, text: str) -> None:
    file = write(tmp_path, text)
    with pytest.raises(LexiconError) as caught:
        Lexicon.load(file)
    assert caught.value.path == str(file)


@pytest.mark.parametrize("phrase", ["—", "* – *", "*…*", "* ! ? *"])
def test_a_phrase_without_a_letter_or_number_never_matches_everything(tmp_path: Path, phrase: str) -> None:
    file = write(tmp_path, f"phrases.ads.ad-label = ['{phrase}']")
    try:
        index = Lexicon.load(file).index
    except LexiconError:  # to refuse such a phrase is as good
        index = Lexicon().index
    assert index.match(line_key("Tea is a drink that many people like.")) == []


def test_a_file_that_is_missing_a_folder_or_no_utf_8_is_a_lexicon_error(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes('terms.by = ["é"]'.encode("latin-1"))
    for path in (tmp_path / "missing.toml", tmp_path, latin):
        with pytest.raises(LexiconError) as caught:
            Lexicon.load(path)
        assert caught.value.path == str(path)
        assert isinstance(caught.value, CleanerError)
