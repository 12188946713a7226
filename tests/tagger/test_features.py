"""What the tagger sees of a page: shapes, numbers that are numbers, the same ones with and without markup."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner import Pipeline, process
from cleaner.document import Block, Context, Document
from cleaner.parse import parse_html, parse_text
from cleaner.tagger.elements import NAME_BUCKETS
from cleaner.tagger.features import (
    ANCESTORS,
    MARKUP_NUMBERS,
    NUMBERS,
    Features,
    features,
)
from cleaner.tagger.text import WORD_BUCKETS
from tests.helpers import PAGE, PARAGRAPHS, paragraphs, web
from tests.parse.helpers import fixed, soups


def check(doc: Document) -> Features:
    """Assert what holds for the features of every page, and return them."""
    found = features(doc)
    count = len(doc.blocks)
    assert found.numbers.shape == (count, len(NUMBERS))
    assert found.markup.shape == (count, len(MARKUP_NUMBERS))
    assert found.looks.shape == (count, 1 + ANCESTORS)
    assert found.numbers.dtype == found.markup.dtype == np.float32
    assert np.isfinite(found.numbers).all()
    assert np.isfinite(found.markup).all()
    assert (found.numbers >= 0).all()
    assert (found.markup >= 0).all()
    for starts, of, many, buckets in (
        (found.word_starts, found.words, count, WORD_BUCKETS),
        (found.name_starts, found.names, int(found.looks.max()) + 1, NAME_BUCKETS),
    ):
        assert len(starts) >= many if of is found.names else len(starts) == many
        assert starts.dtype == of.dtype == np.int64
        assert starts[0] == 0
        assert (np.diff(starts) >= 0).all()
        assert (starts <= len(of)).all()
        assert ((of >= 0) & (of < buckets)).all()
    assert (np.diff(np.append(found.name_starts, len(found.names))) > 0).all()
    assert (found.looks >= 0).all()
    return found


def column(found: Features, name: str) -> list[float]:
    matrix, names = (found.numbers, NUMBERS) if name in NUMBERS else (found.markup, MARKUP_NUMBERS)
    return [round(float(value), 4) for value in matrix[:, names.index(name)]]


def lines(*texts: str, language: str | None = None) -> Features:
    return check(parse_text("\n\n".join(texts), Context(language=language)))


def words(found: Features) -> list[list[int]]:
    ends = [*found.word_starts[1:].tolist(), len(found.words)]
    return [found.words[a:b].tolist() for a, b in zip(found.word_starts.tolist(), ends, strict=True)]


def same(one: Features, two: Features) -> bool:
    pairs: list[tuple[Any, Any]] = list(zip(one, two, strict=True))
    return all(np.array_equal(a, b) for a, b in pairs)


# What holds for every page


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_pages_of_every_language(language: str) -> None:
    context = Context(language=language)
    for doc in (
        parse_text("\n\n".join(PARAGRAPHS[language]), context),
        parse_html(web(paragraphs(*PARAGRAPHS[language])), context),
    ):
        found = check(doc)
        assert column(found, "prose") == [1.0, 1.0]
        assert all(share > 0.05 for share in column(found, "common"))


_scripts = st.sampled_from(
    [
        "Tea and cake.", "Чай и пирог", "お茶とケーキ。", "茶和蛋糕，", "차와 케이크", "شاي وكعك؟", "תה ועוגה", "चाय और केक।", "ชาและเค้ก",
        "τσάι", "ჩაი", "թեյ", "T\u0301e\u0308a", "½ ² Ⅳ", "１２３", "123-45", "«» … — |", "🍵🎂", "\U0001d400\U0001d401", "\ud800", "\ufffd",
        "İSTANBUL ıI", "ǅ ß ﬀ", "\u200b\u200f", "a", ".", "x" * 300, "word " * 90, "TEA ", "http://x.example/?a=1&b=2",
    ]
)  # fmt: skip
_texts = st.lists(st.one_of(_scripts, st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=12)), min_size=1, max_size=4).map("".join)


@fixed
@given(st.lists(_texts, max_size=12), st.sampled_from([None, "en", "de", "ja", "xx", "pt-BR"]))
@example(["\ud800"], None)
@example(["—"], "en")
def test_texts_of_any_script(texts: list[str], language: str | None) -> None:
    doc = parse_text("\n\n".join(texts), Context(language=language))
    if doc.blocks:
        assert same(check(doc), features(doc))


@fixed
@given(soups)
def test_html_of_any_kind(html: str) -> None:
    doc = parse_html(html)
    if doc.blocks:
        found = check(doc)
        assert same(found, features(parse_html(html)))
        assert column(found, "marked") == [1.0] * len(doc.blocks)


@pytest.mark.parametrize("text", ["—", "***", "…", "|", "🍵", "\u200b", ".", "\ufffd", "½"])
def test_a_page_of_one_block_without_a_word(text: str) -> None:
    for doc in (parse_text(text), parse_html(f"<p>{text}</p>")):
        found = check(doc)
        assert words(found) == [[]] or text == "½"
        assert len(doc.blocks) == 1


def test_blocks_without_words_among_others() -> None:
    assert [len(each) for each in words(lines("—", "Tea and cake", "***", "…", "Tea", "|"))] == [0, 3, 0, 0, 1, 0]


def test_a_document_that_no_parser_made() -> None:
    # A caller may put blocks together as he likes.
    text = "One  two"
    check(Document(text, (Block(0, 0, 3, "One"), Block(1, 5, 8, "two", gap=9))))


def test_fifty_thousand_blocks() -> None:
    check(parse_text("\n".join(f"word {n}" for n in range(50_000))))
    check(parse_html("".join(f"<p class=x{n}>word</p>" for n in range(20_000))))


@pytest.mark.parametrize("text", ["tea " * 250_000, "茶" * 500_000, "." * 500_000, "a" * 1_000_000])
def test_a_line_of_a_megabyte(text: str) -> None:
    found = lines(text)
    assert len(found.words) < 500
    assert column(found, "length")[0] > 12


# Plain text and HTML


def test_the_same_text_has_the_same_numbers_with_and_without_markup() -> None:
    texts = ["Skip to content", "Tea Prices Fall", "By Ann Lee", *PARAGRAPHS["en"], "Share", "Share", "茶和蛋糕"]
    flat = lines(*texts, language="en")
    marked = check(parse_html(web(f"<article class=x>{paragraphs(*texts)}</article>"), Context(language="en")))
    assert np.array_equal(flat.numbers, marked.numbers)
    assert np.array_equal(flat.words, marked.words)
    assert np.array_equal(flat.word_starts, marked.word_starts)


def test_plain_text_has_no_markup() -> None:
    found = lines(*PAGE.split("\n\n"))
    assert not found.markup.any()
    assert not found.looks.any()
    assert found.names.tolist() == found.name_starts.tolist() == [0]


def test_features_do_not_depend_on_what_was_read_before() -> None:
    texts = [*PARAGRAPHS["ru"], "Tea"]
    before = lines(*texts, language="ru")
    for other in PARAGRAPHS:
        lines(*PARAGRAPHS[other], language=other)
    assert same(before, lines(*texts, language="ru"))


# Numbers


def test_the_shape_of_a_line() -> None:
    found = lines("Tea!", "12 cups", "TEA: Cake|Cup (2)", "and so on…", "What then?”", "Menu:", PARAGRAPHS["en"][0])
    assert column(found, "ends_stop") == [1, 0, 0, 1, 1, 0, 1]
    assert column(found, "ends_colon") == [0, 0, 0, 0, 0, 1, 0]
    assert column(found, "ends_open") == [0, 0, 0, 1, 0, 0, 0]
    assert column(found, "starts_upper") == [1, 0, 1, 0, 1, 1, 1]
    assert column(found, "starts_lower") == [0, 0, 0, 1, 0, 0, 0]
    assert column(found, "starts_digit") == [0, 1, 0, 0, 0, 0, 0]
    assert column(found, "prose") == [0, 0, 0, 0, 0, 0, 1]
    assert column(found, "bars")[2] > 0
    assert column(found, "brackets")[2] > 0
    assert column(found, "digit_words")[1] == 0.5
    assert column(found, "upper")[0] == pytest.approx(1 / 3, abs=1e-3)


def test_the_place_of_a_line() -> None:
    found = lines("One", "Two", "Two", "Three")
    assert column(found, "place") == [0, 0.25, 0.5, 0.75]
    assert column(found, "repeats") == pytest.approx([0, np.log(2), np.log(2), 0], abs=1e-3)
    assert column(found, "gap") == [0, 1, 1, 1]
    above = column(found, "share_above")
    assert above == sorted(above)
    assert above[0] == 0
    assert above[-1] < 1
    assert column(lines(*PARAGRAPHS["en"]), "prose_above")[0] == 0


def test_a_word_is_the_same_word_in_any_case_and_digits_are_alike() -> None:
    one, two, three, four, five = words(lines("Tea", "tea", "TEA!", "Чай", "чай"))
    assert one == two == three != four
    assert four == five
    assert words(lines("May 12, 2018"))[0][1:] == words(lines("May 34, 9999"))[0][1:]


def test_a_script_without_spaces_has_a_word_for_each_character() -> None:
    assert [len(each) for each in words(lines("茶和蛋糕", "お茶", "Tea 茶"))] == [4, 2, 2]


def test_a_long_line_is_known_by_its_beginning_and_its_end() -> None:
    start, end = "Tea and cake " * 12, " and that is how the story of it all ends."
    one, two = lines(f"{start}{'x ' * 500}{end}"), lines(f"{start}{'y ' * 500}{end}")
    assert words(one) == words(two)
    assert same(one, two)


def test_common_words_are_those_of_the_language() -> None:
    text = "Der Mann und die Frau sind nicht mit dem Hund auf der Wiese."
    german, none, english = (column(lines(text, language=code), "common")[0] for code in ("de", None, "en"))
    assert german > 0.4
    assert none == 0
    assert english < german
    assert column(lines(text, language="de-AT"), "common")[0] == german


# Markup


def test_links_levels_and_contexts() -> None:
    doc = parse_html(web("<main><h2>Tea</h2><ul><li><a href=1>Cake</a></li></ul><p>Or <a href=2>not</a></p></main><aside>Cup</aside>"))
    found = check(doc)
    assert column(found, "links")[:2] == [0, 1]
    assert 0 < column(found, "links")[2] < 1
    assert column(found, "all_link") == [0, 1, 0, 0]
    assert column(found, "level") == [pytest.approx(2 / 6, abs=1e-3), 0, 0, 0]
    assert column(found, "list") == [0, 1, 0, 0]
    assert column(found, "main") == [1, 1, 1, 0]
    assert column(found, "aside") == [0, 0, 0, 1]


def test_the_running_text_around() -> None:
    one, two = PARAGRAPHS["en"]
    found = check(parse_html(web(f"<div><p>Tea</p></div><main><p>{one}</p><p>{two}</p></main>")))
    assert column(found, "prose_1") == [0, pytest.approx(len(one) / len(one + two), abs=1e-3), pytest.approx(len(two) / len(one + two), abs=1e-3)]
    assert column(found, "prose_2") == [0, 1, 1]
    assert column(found, "prose_3") == [1, 1, 1]
    assert column(found, "blocks_2") == [pytest.approx(1 / 3, abs=1e-3), pytest.approx(2 / 3, abs=1e-3), pytest.approx(2 / 3, abs=1e-3)]


def test_elements_of_one_look_share_it() -> None:
    found = check(parse_html(web("<p class=a>One</p><p class=a>Two</p><p class=b>Three</p><div class=a>Four</div>")))
    looks = found.looks[:, 0].tolist()
    assert looks[0] == looks[1]
    assert len(set(looks)) == 3
    assert column(found, "alike") == [0.5, 0.5, 0.25, 0.25]


def test_names_are_those_of_tag_class_and_id() -> None:
    def names(html: str) -> set[int]:
        found = check(parse_html(html))
        look = int(found.looks[0, 0])
        ends = [*found.name_starts[1:].tolist(), len(found.names)]
        return set(found.names[found.name_starts[look] : ends[look]].tolist())

    assert names("<p class='tea cake'>x") == names("<p class=cakeTea>x") == names("<p id=tea class=cake>x")
    assert names("<p class=tea>x") < names("<p class='tea cake'>x")
    assert names("<p>x") < names("<p class=tea>x")
    assert names("<div>x").isdisjoint(names("<p>x"))
    assert names("<p title=tea>x") == names("<p>x")


def test_the_elements_around_a_block_do_not_depend_on_the_blocks_above() -> None:
    shallow = "<p>Tea</p>"
    deep = "<div><div><div><p>Cake</p></div></div></div>"
    alone = check(parse_html(f"<main><section><div>{shallow}</div></section></main>"))
    below = check(parse_html(f"<main><section><div>{deep}{shallow}</div></section></main>"))
    assert (alone.looks[-1] > 0).sum() == (below.looks[-1] > 0).sum()


# What lines say, and what they speak of


def numbers_of(text: str, name: str, language: str = "en") -> list[float]:
    doc = process(text, content_type="text/plain", language=language, pipeline=Pipeline([])).document
    return [float(value) for value in features(doc).numbers[:, NUMBERS.index(name)]]


@pytest.mark.parametrize(
    ("text", "language"),
    [("The ferry\nRelated articles\nShare on Facebook today", "en"), ("Die Fähre\nÄhnliche Artikel\nTeilen auf Facebook", "de")],
)
def test_phrases_of_the_lexicon_in_whatever_language(text: str, language: str) -> None:
    assert numbers_of(text, "says_related", language) == [0, 1, 0]
    assert [value > 0 for value in numbers_of(text, "says_sharing", language)] == [False, False, True]


def test_ends_of_articles_above_and_below() -> None:
    text = "The ferry\nShare this article\nThe ferry sank.\nRelated articles"
    above, below = numbers_of(text, "ends_above"), numbers_of(text, "ends_below")
    assert above[0] == 0 < above[1] == above[2] < above[3]
    assert below[0] > below[1] == below[2] > below[3] == 0


def test_words_that_other_running_text_has_too() -> None:
    ferry = "The ferry to the island was late on Monday because of the fog that lay upon the harbour."
    again = "Nobody on the island minded, for the ferry brings little in winter and the fog is an old friend."
    other = "Shareholders voted yesterday against merging both banks despite warnings from several regulators."
    shared = numbers_of(f"{ferry}\n{again}\n{other}", "shared")
    near = numbers_of(f"{ferry}\n{again}\n{other}", "shared_near")
    assert min(shared[:2]) > 0.1 > shared[2]
    assert near == shared
    titled = numbers_of(f"Ferry late in fog\n{again}\n{other}", "title_words")
    assert titled[0] == pytest.approx(1)
    assert titled[1] > titled[2] == 0


def test_years_and_times_of_day() -> None:
    text = "On 3 May 2019 at 10:30\nIn 2019, 2020, 2021 and 2022\nRoom 12345"
    assert numbers_of(text, "years") == [1, 3, 0]
    assert numbers_of(text, "clocks") == [1, 0, 0]
