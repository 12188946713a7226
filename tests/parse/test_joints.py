"""Lines that a flattener cut at inline tags are put together again, and no others."""

from __future__ import annotations

import time

import pytest

from cleaner.parse.joints import rejoined
from cleaner.parse.text import parse_text
from tests.helpers import clean

# Enough of the flattener's marks for a text to be known as its work, set apart by empty lines.
CUT = "Posted on \nMay 8\n, 2018\n by \nAnn Lee\n\n\n"
APART = "One.\n\n\nTwo.\n\n\nThree.\n\n\n"


def joined(text: str) -> list[str]:
    return [line for line in rejoined(f"{CUT}{APART}{text}").split("\n") if line.strip()][4:]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("See \nthe map\n for more.", ["See the map for more."]),
        ("Filed under \nBoats\n, \nOars", ["Filed under Boats, Oars"]),
        ("By\n \nBo Birk", ["By Bo Birk"]),
        ("March 1\nst\n, 2011 \nBoats", ["March 1st, 2011 Boats"]),
        ("He rowed (\nslowly\n) home.", ["He rowed ( slowly) home."]),
        ("The people of the northern quay have learned\nto row in the morning.", ["The people of the northern quay have learned to row in the morning."]),
        ("船 \nと\n 櫂", ["船 と 櫂"]),
        ("Posted on \nMay 8\n \n·\n \nOars for the Northern Quay", ["Posted on May 8 · Oars for the Northern Quay"]),
        ("Posted \nby\n \nAnn Lee", ["Posted by Ann Lee"]),
    ],
)
def test_a_line_that_was_cut_is_one_again(cut: str, whole: list[str]) -> None:
    assert joined(cut) == whole


@pytest.mark.parametrize(
    ("cut", "lines"),
    [
        ("May 8, 2018 • Written by \nann\n \nOars for the Northern Quay", ["May 8, 2018 • Written by ann", "Oars for the Northern Quay"]),
        ("By \nann\n, \nBoats\n \n“Row, my dear”, he said", ["By ann, Boats", "“Row, my dear”, he said"]),
        ("See \nthe map.\n \nThe ferry does not sail.", ["See the map.", "The ferry does not sail."]),
    ],
)
def test_a_line_of_several_words_under_a_blank_is_another(cut: str, lines: list[str]) -> None:
    assert joined(cut) == lines


@pytest.mark.parametrize(
    "text",
    [
        "Home\nAbout\nContact",  # nothing says that these were one
        "Home\n \nAbout\n \nContact",  # a list in a source with blanks between its items
        "One thing\n\nanother thing",
        "  * apples\n  * pears",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert joined(text) == [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    "text",
    [
        "Row, my dear, \nthe tide is turning\n, and so am I.",  # no empty lines: not the work of such a flattener
        "One \ntwo\n\nThree\n\nFour\n\nFive",  # one break with a blank is chance
        "",
        "\n\n",
        " ",
    ],
)
def test_a_text_that_was_not_flattened_so_is_left_as_it_is(text: str) -> None:
    assert rejoined(text) == text


def test_the_document_has_whole_lines_and_true_offsets() -> None:
    doc = parse_text(CUT + APART)
    assert doc.blocks[0].text == "Posted on May 8, 2018 by Ann Lee"
    assert all(doc.text[b.start : b.end] == b.text for b in doc.blocks)


def test_nothing_but_white_space_changes() -> None:
    text = CUT + APART + "See \nthe map\n for more.\n"
    assert "".join(rejoined(text).split()) == "".join(text.split())


def test_a_byline_that_was_cut_is_read() -> None:
    body = "The ferry has been out of service \nsince the spring\n, and the people of the northern quay have learned to row."
    text = f"Ferry Stays in Port\n\n\nPosted on \nMay 8, 2018\n by \nAnn Lee\n\n\n{body}\n\n\n{body.replace('ferry', 'boat')}\n"
    (record,) = clean(text)
    assert (record.title, record.published, record.authors[0].name) == ("Ferry Stays in Port", "2018-05-08", "Ann Lee")
    assert record.body.startswith("The ferry has been out of service since the spring, and")


def test_a_long_run_of_cut_lines_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        text = APART * count + "Oars \nand\n boats, \n" * count
        start = time.process_time()
        rejoined(text)
        return time.process_time() - start

    seconds(100)
    short = min(seconds(2_000) for _ in range(3))
    assert min(seconds(20_000) for _ in range(3)) < 40 * max(short, 0.001)
