"""The shape of lines: what is prose, a headline, a label, and what is none of them."""

from __future__ import annotations

import pytest

from cleaner.grammar.shape import (
    PROSE_WIDTH,
    ends_open,
    ends_sentence,
    has_letters,
    is_headline,
    is_label,
    is_prose,
    is_spaced,
    prose_blocks,
    width,
    words,
)
from tests.fields.helpers import BODIES, TITLES, document


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("ferry", 5),
        ("naïveté", 7),
        ("渡船", 4),
        ("カヌー", 6),
        ("a渡b", 4),
        ("паром", 5),
        ("عبّارة", 6),
        ("（一）", 6),
    ],
)
def test_width_counts_wide_characters_twice(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("—", 0),
        ("One", 1),
        ("The boats’ owner didn't row.", 5),
        ("half-baked, well-kept", 2),
        ("No. 12 of 2023", 4),
        ("渡船停航", 2),
        ("渡船", 1),
        ("The 渡船 stopped", 3),
        ("Паром не ходит", 3),
        ("العبّارة متوقفة", 2),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "Did it rain?",
        "“It rained.”",
        "(It rained.)",
        "He said «no.»",
        "It rained…",
        "下雨了。",
        "「雨だ。」",
        "هل هطل المطر؟",
        "It rained!  ",
    ],
)
def test_sentence_ends(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize("text", ["", "Rain", "Rain,", "Rain:", "Rain (heavy)", "”", "雨", "Rain 12"])
def test_no_sentence_ends(text: str) -> None:
    assert not ends_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "and then…",
        "and then...",
        "and then [...]",
        "and then [\u2026]",
        "and then …”",
        "and then . . .",
        "and then … →",
        "然后……",
    ],
)
def test_open_ends(text: str) -> None:
    assert ends_open(text)


@pytest.mark.parametrize("text", ["", "The end.", "Wait... no.", "… and so it began", "[...] he said", "a.b..", "？"])
def test_closed_ends(text: str) -> None:
    assert not ends_open(text)


@pytest.mark.parametrize(
    ("text", "yes"),
    [("a", True), ("渡", True), ("ع", True), ("12, 13 – 14!", False), ("", False), ("***", False)],
)
def test_letters(text: str, yes: bool) -> None:
    assert has_letters(text) is yes


@pytest.mark.parametrize("text", [paragraph for pair in BODIES.values() for paragraph in pair])
def test_paragraphs_of_every_language_are_prose_and_no_headlines(text: str) -> None:
    assert is_prose(text)
    assert not is_headline(text)
    assert not is_label(text)


@pytest.mark.parametrize("text", TITLES.values())
def test_titles_of_every_language_are_headlines_and_no_prose(text: str) -> None:
    assert is_headline(text)
    assert not is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "There are forty boats on the water before the old bakery opens.",
        "“There are forty boats on the water before the bakery opens,” says the miller’s wife.",
        "A sentence of this paper " * 8 + "that breaks off. And then another that has",
        "Words without any full stop at all " * 8,
    ],
)
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained.",
        "Ferry Out of Service Until Further Notice, Harbour Office Says",
        "1234 5678 " * 20,
        "https://www.port-ansel.example/a/very/long/address/that/goes/on/and/on/until/it/is/over.html",
        "Home About Contact Imprint Privacy Jobs Boats Rows Quays North South",
        "Ferry to Stay Out of Service for the Rest of the Year and Perhaps Much Longer, as Harbour Office Waits for Part",
    ],
)
def test_no_prose(text: str) -> None:
    assert not is_prose(text)


def test_a_wide_script_fills_a_line_of_prose_with_fewer_characters() -> None:
    line = "渡" * (PROSE_WIDTH // 2 - 10)
    assert not is_prose(line + "船")
    assert is_prose(line + "船停航了。")


@pytest.mark.parametrize(
    "text",
    [
        "Ferry Stops",
        "Prices rise as “dry season” drags on",
        "Who Owns the Ferry?",
        "No Ferry!",
        "Mayor Visits U.S.",
        "Harbour Works Ltd.",
        "And Then There Was One...",
        "iPhone Ferry Tickets Sell Out",
        "2023: The Year of the Boats",
        "’Tis the Season for Rowing",
        "渡船停航",
        "Les bacs, c’est fini",
        "التجديف",
    ],
)
def test_headlines(text: str) -> None:
    assert is_headline(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "12",
        "– – –",
        "It rained on the quay all day.",
        "The following were present:",
        "Bread, butter,",
        "- a boat",
        "• Boats",
        "1. Boats",
        "12) Boats",
        "and then the whole town went down to the river",
        "The ferry stopped. The boats did not",
        "渡船停航了。",
        "以下是名单：",
        "Boats " * 40,
    ],
)
def test_no_headlines(text: str) -> None:
    assert not is_headline(text)


@pytest.mark.parametrize(
    "text", ["World News", "World", "Sport & Spiel", "Люди", "国际新闻", "أخبار", "Q&A", "12 Angry Men"]
)
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "It rained.",
        "He did not come to the meeting of the board",
        "A label that is wider than forty columns",
        "***",
    ],
)
def test_no_labels(text: str) -> None:
    assert not is_label(text)


def test_prose_blocks_are_the_paragraphs() -> None:
    doc = document(TITLES["en"], "World", BODIES["en"][0], "Photo: Ann Lee", BODIES["en"][1])
    assert prose_blocks(doc) == {2, 4}


@pytest.mark.parametrize(("gap", "yes"), [(0, False), (1, True), (2, True)])
def test_spaced(gap: int, yes: bool) -> None:
    assert is_spaced(document(*"abcdefghij", gap=gap)) is yes
