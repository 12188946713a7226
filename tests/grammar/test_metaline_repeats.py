"""Metadata lines that only the page's repeats tell: beside headlines, at several places, of one shape."""

from __future__ import annotations

import pytest

from cleaner.grammar.metaline import metadata_line
from tests.fields.helpers import BODIES, MORE
from tests.helpers import clean, process

ONE, TWO = BODIES["en"]


def told(text: str) -> list[tuple[str | None, str | None]]:
    return [(record.title, record.published) for record in clean(f"Skip to content\n\n{text}")]


def test_a_section_and_a_date_over_headlines() -> None:
    text = f"News May 8, 2018\n\nBoats for All\n\n{ONE}\n\nQuays June 3, 2018\n\nOars for None\n\n{TWO}\n\nPeople July 4, 2018\n\nNails Again\n\n{MORE[0]}"
    assert told(text) == [("Boats for All", "2018-05-08"), ("Oars for None", "2018-06-03"), ("Nails Again", "2018-07-04")]


def test_a_full_stop_makes_no_sentence_of_a_date_and_a_label() -> None:
    text = f"Boats for All\n\n8 May 2018, 11:20; topics: Boats.\n\n{ONE}\n\nOars for None\n\n3 June 2018, 9:15; topics: Oars, Quays.\n\n{TWO}"
    assert [(title, day[:10] if day else day) for title, day in told(text)] == [("Boats for All", "2018-05-08"), ("Oars for None", "2018-06-03")]


def test_the_last_line_of_a_kind_has_no_headline_below() -> None:
    form = "{}\n\n{}\n\nannlee {} {} readers\n\n"
    posts = (("Boats for All", ONE, "2018-05-08", 97), ("Oars for None", TWO, "2018-05-03", 145), ("Nails Again", MORE[0], "2018-05-01", 52))
    assert told("".join(form.format(*post) for post in posts)) == [(title, day) for title, _, day, _ in posts]


@pytest.mark.parametrize("day", ["2018-05-08", "May 8, 2018", "Posted on May 8, 2018 by ann"])
def test_a_title_with_a_date_in_it_stands_over_its_date(day: str) -> None:
    text = "".join(f"Notes of {n} May 2018\n\n{day.replace('8', str(n), 1) if day[0] != '2' else f'2018-05-0{n}'}\n\n{text}\n\n" for n, text in ((8, ONE), (5, TWO), (3, MORE[0])))
    assert [title for title, _ in told(text)] == ["Notes of 8 May 2018", "Notes of 5 May 2018", "Notes of 3 May 2018"]


@pytest.mark.parametrize(
    "line",
    [
        "It sails until 8 May 2018.",
        "02:57 min. Shown until 8 May 2018.",
        "They met on 8 May 2018 in the hall behind the old harbour office.",
    ],
)
def test_a_sentence_that_stands_once_is_none(line: str) -> None:
    doc = process(f"Boats for All\n\n{line}\n\nOars for None\n\n{ONE}", language="en").document
    assert metadata_line(doc, doc.blocks[1]) is None


def test_sentences_under_headlines_are_none() -> None:
    lines = ("02:57 min. Shown until 8 May 2018.", "01:20 min. Shown until 9 May 2018.")
    doc = process(f"Boats for All\n\n{lines[0]}\n\nOars for None\n\n{lines[1]}\n\n{ONE}", language="en").document
    assert [metadata_line(doc, doc.blocks[i]) for i in (1, 3)] == [None, None]
