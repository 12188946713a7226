"""Metadata lines that only the page's repeats tell: beside headlines, at several places, of one shape."""

from __future__ import annotations

import pytest

from cleaner.grammar.metaline import metadata_line
from tests.fields.helpers import BODIES, MORE
from tests.helpers import clean, process, web

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


def test_who_wrote_the_posts_that_an_article_shows_is_not_who_wrote_it() -> None:
    posts = ("— Ann Lee (@annlee) May 8, 2018", "— Courier 🚣 (@portanselcourier) June 3, 2018")
    quoted = "".join(f"What a day on the water 🚣 pic.example/{n}\n\n{post}\n\n{text}\n\n" for n, (post, text) in enumerate(zip(posts, (TWO, MORE[0]), strict=True)))
    result = process(f"Skip to content\n\nBoats for All\n\nBy Bo Birk\n\n{ONE}\n\n{quoted}", language="en")
    doc = result.document
    assert [metadata_line(doc, block) for block in doc.blocks if block.text in posts] == [None, None]
    assert [(r.title, [a.name for a in r.authors], r.published) for r in result.records] == [("Boats for All", ["Bo Birk"], None)]


def test_sentences_under_headlines_are_none() -> None:
    lines = ("02:57 min. Shown until 8 May 2018.", "01:20 min. Shown until 9 May 2018.")
    doc = process(f"Boats for All\n\n{lines[0]}\n\nOars for None\n\n{lines[1]}\n\n{ONE}", language="en").document
    assert [metadata_line(doc, doc.blocks[i]) for i in (1, 3)] == [None, None]


REPEATED = "Boats Come Home\n\n{0}\n\nThe boats came home.\n\nBoats Go Out\n\n{1}\n\nThe boats went out."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("ann-l | Harbour 3 May 2020", "ann-l | Harbour 5 June 2020"),
            [("byline", "ann-l"), ("section", "Harbour"), ("published", "3 May 2020")],
        ),
        (
            ("3 May 2020 4 June 2021 ann Leave a comment", "1 May 2020 4 June 2021 ann Leave a comment"),
            [("published", "3 May 2020"), ("modified", "4 June 2021"), ("byline", "ann"), ("junk", "Leave a comment")],
        ),
        (
            ("Posted on 3 May 2020 by harbour Team", "Posted on 5 June 2020 by harbour Team"),
            [("published", "Posted on 3 May 2020"), ("byline", "by harbour Team")],
        ),
        (
            ("3 May 2020 Harbour, writer nature, boats", "5 June 2020 Harbour, editor boats"),
            [("published", "3 May 2020"), ("section", "Harbour, writer nature, boats")],
        ),
    ],
)
def test_a_line_that_repeats_under_headlines_is_read(lines: tuple[str, str], expected: list[tuple[str, str]]) -> None:
    doc = process(REPEATED.format(*lines), language="en").document
    block = doc.blocks[1]
    found = metadata_line(doc, block) or []
    assert [(p.kind, block.text[p.start : p.end]) for p in found] == expected


def test_headlines_that_repeat_are_headlines() -> None:
    titles = [f"Letter {n} May 2020" for n in (3, 4, 5)]
    posts = "".join(f"<article><h2><a href=/{n}>{title}</a></h2><p>The boats came home {n}.</p></article>" for n, title in enumerate(titles))
    assert [record.title for record in process(web(posts), language="en").records] == titles


@pytest.mark.parametrize(
    "rows", ["3 May 2020 Meeting\n4 May 2020 Meeting\n5 May 2020 Meeting", "3 May 2020 Meeting of the board"]
)
def test_rows_of_a_table_and_single_lines_are_not(rows: str) -> None:
    doc = process(f"The year in short:\n\n{rows}\n\nThe end.", language="en").document
    assert [metadata_line(doc, block) for block in doc.blocks] == [None] * len(doc.blocks)
