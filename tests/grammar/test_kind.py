"""Whether a page is one article, whatever parts it has, or lists several."""

from __future__ import annotations

import json

import pytest

from cleaner import Record
from cleaner.grammar.entries import articles, is_one_article
from cleaner.parse import parse_html, parse_text
from tests.fields.helpers import BODIES, MORE
from tests.helpers import paragraphs, process, web

ONE, TWO = BODIES["en"]
TITLE = "Seven Harbours Worth the Rowing"
PARTS = ("The Harbour of Sarn", "The Quay of Port Ansel", "The Pier at Lower Halm")
NAMED = f"<title>{TITLE} | Halm Courier</title>"


def ld(kind: str = "NewsArticle", headline: str = TITLE, **more: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, "headline": headline, **more})}</script>'


def parts(form: str) -> str:
    return "".join(form.format(n=n, title=t, text=f"{(ONE, TWO, ONE)[n]} {MORE[n]}") for n, t in enumerate(PARTS))


def records(body: str, head: str = NAMED) -> list[Record]:
    return list(process(web(f"<main><h1>{TITLE}</h1><p>{TWO}</p>{body}</main>", head), url="https://courier.example/rowing").records)


def only(found: list[Record]) -> Record:
    (record,) = found
    return record


BOX = "<section class=place><h2>{title}</h2>{text}</section>"


@pytest.mark.parametrize(
    "form",
    [
        BOX,
        "<div class='place place-{n}'><h3>{title}</h3><p>{text}</p></div>",
        "<h2><a href='https://harbours.example/{n}'>{title}</a></h2><p>{text}</p>",  # leads to another site
        "<h2><a href='#part-{n}'>{title}</a></h2><p>{text}</p>",
        "<h2><a href=/{n}>{title}</a></h2><p>{text}</p>",  # nothing holds them, and none has a date
        "<article><h2>{title}</h2><p>{text}</p></article>",
        "<div class=hentry><h2>{title}</h2><p>{text}</p></div>",
    ],
)
def test_parts_of_one_look_divide_the_article_over_which_its_headline_stands(form: str) -> None:
    (record,) = records(parts(form))
    assert record.title == TITLE
    assert all(title in record.body for title in PARTS)


@pytest.mark.parametrize(
    "form",
    [
        "<section class=place><h2><a href=/{n}>{title}</a></h2>{text}</section>",
        "<section class=place><h2><a href='https://www.courier.example/{n}'>{title}</a></h2>{text}</section>",
        "<section class=place><h2>{title}</h2><p>May 8, 2018</p>{text}</section>",
    ],
)
def test_articles_that_lead_on_or_have_dates_are_several(form: str) -> None:
    assert [record.title for record in records(parts(form))] == list(PARTS)


@pytest.mark.parametrize(
    "head",
    [
        ld(),
        ld("BlogPosting"),
        f'<meta property=og:type content=article><meta property="article:published_time" content="2023-11-19"><meta property=og:title content="{TITLE}">',
        f'<meta property=og:type content=article><meta property=og:title content="{TITLE}">' + ld() + ld(headline="Oars Cost More Than Cows"),
    ],
)
@pytest.mark.parametrize("form", ["<section class=place><h2><a href=/{n}>{title}</a></h2>{text}</section>", "<article class=tile><h2>{title}</h2><p>{text}</p></article>"])
def test_a_page_that_says_that_it_is_an_article_is_one(head: str, form: str) -> None:
    (record,) = records(parts(form), NAMED + head)
    assert record.title == TITLE


NUMBERED = "<section class=place><h2><a href=/{n}>{number}{title}</a></h2>{date}{text}</section>"


@pytest.mark.parametrize("numbers", [("1. ", "2. ", "3. "), ("3) ", "2) ", "1) "), ("#1 ", "#2 ", "#3 ")])
def test_numbered_parts_are_those_of_one_article_even_if_they_lead_on(numbers: tuple[str, ...]) -> None:
    html = "".join(NUMBERED.format(n=n, number=number, title=PARTS[n], date="", text=ONE) for n, number in enumerate(numbers))
    assert only(records(html)).title == TITLE


@pytest.mark.parametrize(
    ("numbers", "date"),
    [(("1. ", "2. ", "3. "), "<p>May 8, 2018</p>"), (("1. ", "3. ", "4. "), ""), (("", "1. ", "2. "), ""), (("24 ", "7 ", "365 "), "")],
)
def test_numbers_that_do_not_count_or_parts_with_dates_are_articles(numbers: tuple[str, ...], date: str) -> None:
    html = "".join(NUMBERED.format(n=n, number=number, title=PARTS[n], date=date, text=ONE) for n, number in enumerate(numbers))
    assert len(records(html)) == len(PARTS)


@pytest.mark.parametrize("head", [ld("BlogPosting", "Halm Courier"), "<meta property=og:type content=article><meta property='article:published_time' content='2023-11-19'>"])
@pytest.mark.parametrize(
    ("title", "form"),
    [
        ("Halm Courier", "<article><h2><a href=/{n}>{title}</a></h2><p>{text}</p></article>"),
        ("Rowing", "<li><h2><a href=/{n}>{title}</a></h2><p>{text}</p></li>"),
    ],
)
def test_a_list_of_posts_is_none_whatever_it_says(head: str, title: str, form: str) -> None:
    html = web(f"<main><h1>{title}</h1>{parts(form)}</main>", f"<title>{title}</title>{head}")
    assert [record.title for record in process(html, url="https://courier.example/rowing").records] == list(PARTS)


@pytest.mark.parametrize(
    "head",
    [
        "",
        ld("DiscussionForumPosting"),
        "<meta property=og:type content=website><meta property='article:published_time' content='2023-11-19'>",
        "<meta property=og:type content=article>",
        ld("BlogPosting", PARTS[0]) + ld("BlogPosting", PARTS[1]),
    ],
)
def test_a_page_that_says_less_is_not_one_for_that(head: str) -> None:
    assert len(records(parts("<article><h2><a href=/{n}>{title}</a></h2><p>{text}</p></article>"), NAMED + head)) == len(PARTS)


POSTS = ("<p>{name}</p>", "<h3>{name}</h3>", "<h3>Re: The Price of an Oar</h3>")


@pytest.mark.parametrize("head", POSTS)
def test_the_posts_of_a_thread_are_records_of_which_the_first_has_its_headline(head: str) -> None:
    names = ("Ann Lee", "Bo", "Ann Lee", "Cy Cole", "Bo")
    html = "".join(f"<article>{head.format(name=name)}<time datetime=2023-11-1{n}>1{n} November 2023</time><p>{ONE} {n}</p></article>" for n, name in enumerate(names))
    found = records(html)
    assert [record.title for record in found] == [TITLE, None, None, None, None]
    assert [record.published for record in found] == [f"2023-11-1{n}" for n in range(5)]
    assert all(f"{ONE} {n}" in record.body for n, record in enumerate(found))


def test_cards_without_an_excerpt_are_a_collection() -> None:
    card = "<article><h2><a href=/{n}>{title}</a></h2><p>Oak, 12 crowns</p></article>"
    assert only(records(parts(card))).title == TITLE
    dated = card.replace("Oak", "May 8, 2018")
    assert [record.title for record in records(parts(dated))] == list(PARTS)


def test_what_has_no_headline_over_it_may_be_articles_without_dates() -> None:
    html = web(f"<p>Halm Courier</p>{parts('<article><h2>{title}</h2><p>{text}</p></article>')}")
    assert [record.title for record in process(html).records] == list(PARTS)


def test_what_is_said_of_one_of_several_articles_makes_the_page_none() -> None:
    html = web(parts("<article><h2>{title}</h2><p>{text}</p></article>"), ld(headline=PARTS[1]))
    assert [record.title for record in process(html).records] == list(PARTS)


def test_an_article_without_a_headline_that_is_seen() -> None:
    html = web(f"<main>{paragraphs(ONE, TWO)}{parts(BOX)}</main>", NAMED + ld())
    (record,) = process(html).records
    assert (record.title, record.origins["title"]) == (TITLE, "json-ld")


def test_a_page_without_any_text_is_no_article() -> None:
    assert process(web("<nav>Home</nav>", ld())).records == ()


def test_plain_text_is_of_no_kind() -> None:
    doc = parse_text(f"{TITLE}\n\n{ONE}")
    assert not is_one_article(doc)
    assert articles(parse_html(web(f"<p>{ONE}</p>"))) == []
