from __future__ import annotations

import pytest

from cleaner.filters import widgets
from tests.filters.helpers import (
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

SIDE = "Recent Posts\nWhy the Light Went Out\nThe Goat That Learned to Row\nNine Winters Without Bread"
MONTHS = "May 2014\nApril 2014\nMarch 2014\nJanuary 2014"
COUNTS = "Boats (12)\nBread (4)\nGoats (31)\nWeather (7)"

CASES = [
    Junk("widget", "Recent Posts", lines=SIDE),
    Junk("widget", "The Goat That Learned to Row", lines=SIDE),
    Junk("widget", "April 2014", lines=MONTHS),
    Junk("widget", "Goats (31)", lines=COUNTS),
    Junk("widget", "Popular Tags", lines="Popular Tags\nferry\nharbour\nbread"),
    Junk("widget", "Select Month"),
    Junk("widget", "Neueste Beiträge", "de", "end", "Neueste Beiträge\nWarum das Licht ausging\nDie Ziege im Boot"),
    Junk(
        "widget", "La chèvre qui ramait", "fr", "end", "Articles récents\nLa chèvre qui ramait\nNeuf hivers sans pain"
    ),
    Junk(
        "widget", "Entradas recientes", "es", "end", "Entradas recientes\nLa cabra que remaba\nNueve inviernos sin pan"
    ),
    Junk("widget", "Posts recentes", "pt", "end", "Posts recentes\nA cabra que remava\nNove invernos sem pão"),
    Junk("widget", "Recente berichten", "nl", "end", "Recente berichten\nDe geit die roeide\nNegen winters"),
    Junk("widget", "Свежие записи", "ru", "end", "Свежие записи\nКоза за вёслами\nДевять зим без хлеба"),
    Junk("widget", "最近の投稿", "ja", "end", "最近の投稿\n漕ぐ山羊\nパンのない九つの冬"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(widgets, case)


def test_every_label_has_a_case() -> None:
    assert_covers(widgets, CASES)


@pytest.mark.parametrize(
    "heading", ["Topics", "Friends", "Archives", "About this blog", "About me", "Most popular", "Links"]
)
def test_keeps_a_subheading_over_prose(heading: str) -> None:
    assert_kept(page(heading))


@pytest.mark.parametrize(
    "lines",
    [
        "The medal table after ten days:\n\nOrrin (12)\nSkell (9)\nHarle (8)\nTorv (7)",
        "The four who rowed:\n\nIvo Sand (34)\nMara Lind (29)\nJory Pell (41)\nAda Holt (17)",
        "The steps of the plan:\n\nMay 2031\nJune 2031\nJuly 2031\nAugust 2031",
        "Friends\nof the sea\nof the wall\nof the wind\nof us all",
        "Calendar\n\n3 May: the blessing of the boats. 9 June: the long row. 1 August: nothing, as every year on that day.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_lists(lines: str, place: str) -> None:
    assert_kept(page(lines, place=place))


@pytest.mark.parametrize(
    "line",
    [
        "Recent posts along the fence are of oak, the old ones of pine, and the goats lean on both of them.",
        "Archives do not burn as well as people think.",
        "Friends (12) came by boat, and family (3) by plane.",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize("title", ["Friends", "Most Popular Boat Is Also the Slowest", "Useful Links in a Heavy Chain"])
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_alone_takes_the_entries_with_the_heading() -> None:
    assert removed_alone(widgets, page("Recent Posts\nThe Goat That Learned to Row\nNine Winters", place="end")) == [
        ("Recent Posts", "widget"),
        ("The Goat That Learned to Row", "widget"),
        ("Nine Winters", "widget"),
    ]
