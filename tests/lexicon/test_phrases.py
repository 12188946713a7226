from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.lexicon import Hit, any_of_phrases, fold, line_key, line_keys, phrase_key
from cleaner.lexicon.phrases import _SIGNS, LONGEST_KEY, PhraseIndex
from tests.helpers import PARAGRAPHS, process


def matches(phrase: str, line: str) -> bool:
    return bool(PhraseIndex([("g", "l", phrase)]).match(line_key(line)))


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Read More…", "read more"),
        ("  READ\tMORE  ", "read more"),
        ("→ [Read_more] ←", "read more"),
        ("12 Comments", "# comments"),
        ("Page 3 of 120", "page # of #"),
        ("٣ تعليقات", "# تعليقات"),
        ("ＲＥＡＤ　ＭＯＲＥ", "read more"),
        ("Straße", "strasse"),
        ("ﬁle", "file"),
        ("続きを読む >>", "続きを読む"),
        ("Don’t miss it", "don t miss it"),
        ("Don't miss it", "don t miss it"),
        ("#tag", "#tag"),
        ("— * * * —", ""),
        ("", ""),
    ],
)
def test_line_keys(line: str, key: str) -> None:
    assert line_key(line) == key


def test_a_very_long_line_has_no_key() -> None:
    assert line_key("a" * LONGEST_KEY) == "a" * LONGEST_KEY
    assert line_key("a" * (LONGEST_KEY + 1)) == ""


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(max_size=60))
def test_a_key_is_its_own_key_and_takes_no_notice_of_outer_space(line: str) -> None:
    key = line_key(line)
    assert line_key(f" {line}\t") == key
    assert line_key(f"» {line} …") == key
    assert key == key.strip()
    assert "  " not in key


@pytest.mark.parametrize("sign", ["’", *_SIGNS])
def test_a_line_with_a_typographers_sign_has_the_key_that_it_has_among_other_letters(sign: str) -> None:
    line = f"{sign}Tea{sign}house 1{sign}200 {sign}{sign} 3{sign} "
    assert line_key(line) == line_key(f"{line}ж").removesuffix("ж").strip()


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(st.text(alphabet="aZ9 .,'’…—_#\n\u00a0éж茶", max_size=20), max_size=6))
def test_keys_made_together_are_those_made_one_by_one(lines: list[str]) -> None:
    assert line_keys(lines) == [line_key(line) for line in lines]


def test_keys_made_together_leave_out_very_long_lines() -> None:
    assert line_keys(["a" * (LONGEST_KEY + 1), "b"]) == ["", "b"]


def test_phrase_keys_join_words_one_way() -> None:
    assert phrase_key(" Follow-Up  d’Après ") == "follow up d après"
    assert phrase_key("l'auteur") == phrase_key("l’auteur") == "l auteur"


def test_any_of_phrases_is_longest_first_and_takes_phrases_literally() -> None:
    pattern = re.compile(any_of_phrases(["by", "by way of", "a.b", "d'après"]))
    assert pattern.fullmatch("by way of")
    assert pattern.fullmatch("by\u00a0way  of")
    assert pattern.match("by way of x").group() == "by way of"  # type: ignore[union-attr]
    assert pattern.fullmatch("d’après")
    assert not pattern.fullmatch("axb")
    assert pattern.fullmatch("a.b")


def test_any_of_phrases_does_not_depend_on_the_order() -> None:
    assert any_of_phrases(["a", "bb", "cc", "a"]) == any_of_phrases(["cc", "a", "bb"])


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("share", "Share!"),
        ("share on *", "Share on Mastodon"),
        ("share on *", "Share on"),
        ("tags *", "Tags"),
        ("*in your inbox", "News in your inbox"),
        ("*in your inbox", "in your inbox"),
        ("*free newsletter*", "Try our free newsletter today"),
        ("*free newsletter*", "Free newsletter"),
        ("already have * account *", "Already have an account? Log in"),
        ("read * more * now", "Read a bit more, right now"),
        ("# comments", "3 Comments"),
        ("# comments", "1234 comments"),
        ("3 comments", "17 comments"),
        ("page # of #", "Page 1 of 9"),
        ("don't miss", "Don’t miss"),
        ("read-more", "Read more"),
        ("ＲＥＡＤ", "read"),
        ("続きを*", "続きを読む"),
    ],
)
def test_a_phrase_matches(phrase: str, line: str) -> None:
    assert matches(phrase, line)


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("share", "Share it"),
        ("share on *", "We share on Mondays"),
        ("share on *", "Share once"),
        ("tags *", "Tagsüber"),
        ("*in your inbox", "in your inbox today"),
        ("*free newsletter*", "a free news letter"),
        ("already have * account *", "Already have a count"),
        ("read * more * now", "Now read a bit more"),
        ("# comments", "No comments"),
        ("aa*aa", "aaa"),
        ("ab*ba", "aba"),
        ("a*bc*c", "abc"),
    ],
)
def test_a_phrase_does_not_match(phrase: str, line: str) -> None:
    assert not matches(phrase, line)


@pytest.mark.parametrize(
    ("phrase", "line"),
    [("* tags", "Tags"), ("get * inbox", "Get inbox"), ("see * of *", "See of"), ("* our tags *", "Our tags")],
)
def test_a_wildcard_may_stand_for_nothing_wherever_it_is(phrase: str, line: str) -> None:
    assert matches(phrase, line)


def test_hits_carry_table_label_and_exactness() -> None:
    index = PhraseIndex(
        [
            ("sharing", "share-bar", "share"),
            ("stubs", "stub", "share"),
            ("sharing", "more", "share*"),
            ("ads", "ad", "ad"),
        ]
    )
    found = index.match("share")
    assert {Hit("sharing", "share-bar", exact=True), Hit("stubs", "stub", exact=True)} <= set(found)
    assert {(h.group, h.label) for h in found} == {("sharing", "share-bar"), ("stubs", "stub"), ("sharing", "more")}
    assert index.match("shared") == [Hit("sharing", "more", exact=False)]


def test_nothing_matches_the_empty_key() -> None:
    assert PhraseIndex([("g", "l", "—"), ("g", "l", "share"), ("g", "l", "*a*")]).match("") == []


def test_many_lines_at_once_are_matched_with_their_indices() -> None:
    index = PhraseIndex([("g", "a", "*free newsletter*"), ("g", "b", "*of cookies*"), ("g", "c", "share *"), ("g", "d", "share this")])
    found = index.match_all(["our free newsletter", "", "share this", "tea", "use of cookies"])
    assert [(number, hit.label, hit.exact) for number, hit in found] == [(0, "a", False), (2, "d", True), (2, "c", False), (4, "b", False)]


_WORDS = st.text("ab ", max_size=6)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.lists(st.text("ab", min_size=1, max_size=3), min_size=1, max_size=3), st.booleans(), st.booleans(), _WORDS)
def test_wildcards_within_words_mean_what_a_regular_expression_means(
    pieces: list[str], open_start: bool, open_end: bool, line: str
) -> None:
    phrase = "*" * open_start + "*".join(pieces) + "*" * open_end
    key = line_key(line)
    expected = bool(key) and re.fullmatch(phrase.replace("*", ".*"), key) is not None
    assert matches(phrase, line) is expected


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.lists(st.text("ab *#1", min_size=1, max_size=6).filter(lambda p: p.strip("* ")), max_size=5), st.lists(_WORDS, max_size=4))
def test_many_lines_at_once_match_what_each_matches(phrases: list[str], lines: list[str]) -> None:
    index = PhraseIndex([("g", p, p) for p in phrases])
    keys = line_keys(lines)
    assert index.match_all(keys) == [(number, hit) for number, key in enumerate(keys) for hit in index.match(key)]


@pytest.mark.parametrize("word", ["kategori", "KATEGORİ", "Kategorı", "KATEGORI", "Kategori\u0307"])
def test_the_two_i_of_turkish_are_one(word: str) -> None:
    assert fold(word) == line_key(word) == phrase_key(word) == "kategori"


@pytest.mark.parametrize("line", ["FİLED UNDER: Boats", "Posted ın Boats by Ann Lee on May 8, 2018", "Wrıtten by Ann Lee", "8 APRİL 2018"])
def test_an_i_of_turkish_in_an_opening_word_is_no_error(line: str) -> None:
    (record,) = process(f"Boats on the River\n\n{line}\n\n{PARAGRAPHS['en'][0]}", language="en").records
    assert record.body == PARAGRAPHS["en"][0]
