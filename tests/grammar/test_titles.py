"""What a page calls itself, with and without its site; which headline says the same."""

from __future__ import annotations

import json

import pytest

from cleaner.grammar.headings import page_title
from cleaner.grammar.titles import is_named, is_site, own_titles, without_site
from cleaner.parse import parse_html
from tests.fields.helpers import BODY, only
from tests.helpers import paragraphs, process, web

TITLE = "Port Ansel Learns to Row Again"


def og(title: str, site: str = "") -> str:
    named = f'<meta property="og:site_name" content="{site}">' if site else ""
    return f'<meta property="og:title" content="{title}">{named}'


def ld(headline: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": headline})}</script>'


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        (f"<title>{TITLE} | Courier</title>", "title-tag"),
        (f"<title>{TITLE} - News - The Great Halm and Sarn Courier</title>{og(TITLE)}", "title-tag"),
        (og(f"{TITLE}｜Halm Courier", "Halm Courier"), "open-graph"),
        (og(f"{TITLE}：Halm Courier", "Halm Courier"), "open-graph"),
        ('<link rel=canonical href="https://www.the-great-halm-courier.example/1">' + og(f"{TITLE} * The Great Halm Courier"), "open-graph"),
    ],
)
def test_the_name_of_the_site_goes(head: str, origin: str) -> None:
    assert own_titles(parse_html(web("<p>Text.</p>", head)))[origin] == TITLE


@pytest.mark.parametrize("title", ["Boats: Rowed by All", "Oars - A History of the People Who Carve Them All Day", "Tea"])
def test_a_title_with_a_dash_or_a_colon_stays_whole(title: str) -> None:
    assert without_site(parse_html(web("<p>Text.</p>", og(title))), title) == title


@pytest.mark.parametrize(
    ("name", "told"),
    [("Halm Courier", True), ("halm-courier", True), ("Sarn Post", True), ("Ann Lee", False), ("Courier of Sarn", False), ("", False)],
)
def test_the_site(name: str, told: bool) -> None:
    head = og(TITLE, "Halm Courier") + '<link rel=canonical href="https://sarnpost.example/1">'
    assert is_site(parse_html(web("<p>Text.</p>", head)), name) is told


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        (TITLE, True),
        (f"{TITLE} and Swim", True),
        ("Port Ansel Learns", True),
        ("How Port Ansel Learns to Row", True),
        ("Courier", False),
        ("Oars Cost More Than Cows", False),
    ],
)
def test_a_headline_that_the_page_is_called_by(headline: str, told: bool) -> None:
    doc = parse_html(web(f"<h2>{headline}</h2>", og(TITLE)))
    assert is_named(doc, doc.blocks[0]) is told


# The headline of a page


def test_a_headline_that_is_no_heading() -> None:
    doc = parse_html(web(f"<div>Courier</div><div class=x>{TITLE}</div>{paragraphs(BODY)}", og(TITLE)))
    assert page_title(doc) == 1
    doc = parse_html(web(f"<h1 style='visibility:hidden'>{TITLE}</h1>{paragraphs(BODY)}", og(TITLE)))
    assert page_title(doc) == 0


@pytest.mark.parametrize("crumbs", ["<nav><h1>{}</h1></nav>", "<ol class=breadcrumbs><li><h1>{}</h1></ol>", "<h1 class='breadcrumb__headline'>{}</h1>"])
def test_a_heading_in_the_breadcrumbs_is_not_the_headline(crumbs: str) -> None:
    html = web(f"{crumbs.format('Rowing: ' + TITLE)}<article><h2><span class=kicker>Boats</span> <span>{TITLE}</span></h2>{paragraphs(BODY)}</article>", og(TITLE))
    assert only(process(html)).title == TITLE


@pytest.mark.parametrize(
    "shown",
    ["<span class=kicker>Boats</span> <span>{}</span>", "<span class=kicker>Boats: </span>{}", "Boats – {}", "Boats : {}"],
)
def test_the_label_in_front_of_a_headline_goes_where_the_page_is_called_by_the_rest(shown: str) -> None:
    html = web(f"<article><h1>{shown.format(TITLE)}</h1>{paragraphs(BODY)}</article>", og(TITLE))
    assert only(process(html)).title == TITLE
    other = process(web(f"<article><h1>{shown.format(TITLE)}</h1>{paragraphs(BODY)}</article>")).records[0].title or ""
    assert other.startswith("Boats")


# Metadata against the headline


def test_two_titles_that_agree_against_a_stray_headline() -> None:
    html = web(f"<article><h1>Secure What Matters Most</h1>{paragraphs(BODY)}</article>", f"<title>{TITLE}</title>{og(TITLE)}")
    assert only(process(html)).title == TITLE


def test_a_headline_that_says_the_same_in_other_words_stays() -> None:
    html = web(f"<article><h1>How Port Ansel Learns to Row</h1>{paragraphs(BODY)}</article>", f"<title>{TITLE}</title>{og(TITLE)}")
    assert only(process(html)).title == "How Port Ansel Learns to Row"


@pytest.mark.parametrize(("level", "kept"), [(1, True), (2, False), (3, False)])
def test_two_titles_that_agree_against_the_heading_of_a_part(level: int, kept: bool) -> None:
    shown = "How Port Ansel Learns to Row"
    html = web(f"<article><h{level}>{shown}</h{level}>{paragraphs(BODY)}</article>", f"<title>{TITLE}</title>{og(TITLE)}")
    assert only(process(html)).title == (shown if kept else TITLE)
    # One alone, or the same that is shown, does not.
    for head in (og(TITLE), f"<title>{shown}</title>{og(TITLE)}"):
        assert only(process(web(f"<article><h{level}>{shown}</h{level}>{paragraphs(BODY)}</article>", head))).title == shown


def test_one_title_alone_does_not_outvote_a_headline() -> None:
    html = web(f"<article><h1>Secure What Matters Most</h1>{paragraphs(BODY)}</article>", og(TITLE))
    assert only(process(html)).title == "Secure What Matters Most"


def test_words_that_the_markup_runs_together_are_set_apart() -> None:
    html = web(f"<article><h1><b>National Day</b>{TITLE}</h1>{paragraphs(BODY)}</article>", og(f"National Day: {TITLE}"))
    assert only(process(html)).title == f"National Day: {TITLE}"


def test_the_headline_of_json_ld_and_open_graph_against_one_for_search_engines() -> None:
    head = f"<title>Rowing Port Ansel ferry boats</title>{og(TITLE)}{ld(TITLE)}"
    html = web(f"<article><h1>The Town That Took to the Oars</h1>{paragraphs(BODY)}</article>", head)
    assert only(process(html)).title == TITLE
