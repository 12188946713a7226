"""Titles: told from site names, section labels, sub-headings, menus and standfirsts."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, page, raw, read
from tests.helpers import clean, process

ONE, TWO = BODIES["en"]


@pytest.mark.parametrize("language", TITLES)
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_title_and_text_in_every_language(language: str, gap: str) -> None:
    record = read(gap.join([TITLES[language], *BODIES[language]]))
    assert record.title == TITLES[language]
    assert record.body.replace("\n\n", "\n") == "\n".join(BODIES[language])
    assert record.language == language


@pytest.mark.parametrize(
    "title",
    [
        "Who Owns the Ferry?",
        "No Ferry!",
        "Ferry",
        "“Nobody Rows Alone”",
        "The ferry that never came back",
        "Ferry: An Obituary",
        "Ferries, Boats and Oars: What the People of Port Ansel Learned in the Year Without a Timetable",
        "Mayor Visits U.S.",
        "And Then There Was One...",
        "10 Things Nobody Tells You About Rowing",
        "2023: The Year of the Boats",
        "FERRY STOPS",
        "Łódź on the River",
        "渡船停航",
        "E-mail From the Quay",
        "Share of Rowers Grows",
        "About a Boat",
    ],
)
def test_titles_of_many_shapes(title: str) -> None:
    record = read(article("By Ann Lee", title=title))
    assert (record.title, record.body) == (title, BODY)


@pytest.mark.parametrize(
    "meta",
    [
        (),
        ("By Ann Lee",),
        ("November 19, 2023",),
        ("By Ann Lee", "November 19, 2023"),
        ("By Ann Lee | November 19, 2023",),
        ("November 19, 2023 | 3 Comments",),
        ("Share this article",),
        ("The quay in the spring (Photo: Bo Birk)",),
    ],
)
def test_what_stands_under_a_title(meta: tuple[str, ...]) -> None:
    result = process(article(*meta))
    check_spans(result)
    assert [(r.title, r.body) for r in result.records] == [(TITLE, BODY)]
    assert raw(result, "title") == [TITLE]


@pytest.mark.parametrize(
    "above",
    [
        ("Skip to content",),
        ("Skip to content", "Menu", "Home", "About", "Contact"),
        ("Home\nAbout us\nContact us\nSearch",),
        ("Halm Courier", "Skip to content", "Menu", "Home", "About"),
        ("Advertisement",),
        ("We use cookies to improve your experience on this site.", "Accept all"),
    ],
)
def test_junk_over_a_title(above: tuple[str, ...]) -> None:
    record = read(page(*above, TITLE, "By Ann Lee", ONE, TWO))
    assert (record.title, record.body) == (TITLE, BODY)


def test_the_title_of_the_page_is_not_a_second_article() -> None:
    record = read(page(f"{TITLE} - Halm Courier", "Skip to content", TITLE, "By Ann Lee", ONE, TWO))
    assert (record.title, record.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    "heading",
    ["The Price of an Oar", "What Now?", "A Part From the Mountains", "Background", "1958", "II", "* * *"],
)
def test_a_sub_heading_is_body(heading: str) -> None:
    record = read(page(TITLE, "By Ann Lee", ONE, heading, TWO))
    assert record.title == TITLE
    assert record.body == f"{ONE}\n\n{heading}\n\n{TWO}"


@pytest.mark.parametrize("language", TITLES)
def test_a_sub_heading_in_every_language(language: str) -> None:
    heading = TITLES[language]
    one, two = BODIES[language]
    record = read(page("Halm", one, heading, two))
    assert record.body == f"{one}\n\n{heading}\n\n{two}"


def test_a_text_without_a_headline_has_no_title() -> None:
    record = read(page(ONE, TWO))
    assert (record.title, record.body) == (None, BODY)
    assert "title" not in record.spans


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "Share\nTweet\nPin it",
        "Skip to content\n\nMenu\n\nHome\n\nAbout us\n\nContact us\n",
        "Share this article\n\nLeave a comment\n\nYour email address will not be published.\n\nPowered by WordPress\n",
    ],
)
def test_a_page_without_an_article_has_no_title(text: str) -> None:
    assert clean(text) == []


def test_confidence_grows_with_what_speaks_for_a_title() -> None:
    bare = read(article()).confidence["title"]
    signed = read(article("By Ann Lee", "November 19, 2023")).confidence["title"]
    assert 0 < bare < signed <= 1
