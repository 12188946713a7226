"""The articles that the markup of a page sets apart, and the headline of each."""

from __future__ import annotations

import pytest
from hypothesis import given

from cleaner.grammar.entries import entries
from cleaner.grammar.headings import page_title
from cleaner.parse import parse_html, parse_text
from tests.fields.helpers import MORE
from tests.grammar.helpers import ONE, TITLES, TWO, check, found, heads, posts
from tests.helpers import PARAGRAPHS, paragraphs, process, web
from tests.parse.helpers import fixed, soups


def test_plain_text_has_none() -> None:
    doc = parse_text(f"{TITLES[0]}\n\n{ONE}\n\n{TITLES[1]}\n\n{TWO}")
    assert entries(doc) == []
    assert page_title(doc) is None


@pytest.mark.parametrize("html", ["", "<p></p>", "<article></article>", "<article> <p></article>", f"<p>{ONE}</p>"])
def test_a_page_without_any_has_none(html: str) -> None:
    assert found(web(html)) == []


def test_an_entry_has_its_blocks_its_headline_and_its_element() -> None:
    doc = parse_html(web(f"<p>Courier</p><article id=x><p>News</p><h2>{TITLES[0]}</h2><p>{ONE}</p></article><p>Imprint</p>"))
    (entry,) = entries(doc)
    assert (entry.first, entry.last, entry.title) == (1, 3, 2)
    assert entry.element is not None
    assert entry.element.get("id") == "x"
    assert entries(doc) is entries(doc)


# By name


@pytest.mark.parametrize(
    "start",
    [
        "<article>", "<div role=article>", "<div class=hentry>", "<div class='post-7 HENTRY'>", "<li class=h-entry>",
        "<div id=BlogPosting>", "<section class=newsarticle>", "<div itemtype=https://schema.org/NewsArticle>",
        "<div itemtype=http://schema.org/BlogPosting>", "<div itemtype='https://schema.org/Article'>",
        "<div itemtype=https://schema.org/CreativeWork>", "<div itemtype=https://schema.org/SocialMediaPosting>", "<div itemtype=https://schema.org/LiveBlogUpdate>",
    ],
)  # fmt: skip
def test_names_of_entries(start: str) -> None:
    tag = start.strip("<>").partition(" ")[0]
    html = "".join(f"{start}<h2>{title}</h2><p>{ONE}</p></{tag}>" for title in TITLES)
    assert found(web(html)) == [(title, title, ONE) for title in TITLES]


@pytest.mark.parametrize(
    "start",
    [
        "<div>", "<section>", "<div class=entry>", "<div class=article>", "<div class=hentry-2>", "<p class=x>",
        "<div itemtype=https://schema.org/Person>", "<div itemtype=https://schema.org/ArticleList>", "<div role=main>",
        "<div itemprop=article>", "<div data-type=article>",
    ],
)  # fmt: skip
def test_other_names_are_none(start: str) -> None:
    assert found(web(f"{start}<h2>{TITLES[0]}</h2>{ONE}</div>")) == []


NEVER = ("<div class=comments>", "<ol id=commentlist>", "<aside class=sidebar>", "<div class=related-posts>", "<footer class=footer>", "<nav class=menu>")
SELDOM = ("<div class=popular><div><ul>", "<div class='carousel x'>", "<div class=widget>")


@pytest.mark.parametrize("start", [*NEVER, *SELDOM])
def test_entries_at_the_side_are_none(start: str) -> None:
    side = posts("<article><h2>{title}</h2><p>{text}</p></article>")
    own = f"<article><h1>Port Ansel Learns to Row</h1><p>{TWO}</p></article>"
    assert heads(web(f"{own}{start}{side}")) == ["Port Ansel Learns to Row"]


@pytest.mark.parametrize("start", NEVER)
def test_comments_and_teasers_are_none_even_without_an_article(start: str) -> None:
    assert found(web(f"{start}{posts('<article><h2>{title}</h2><p>{text}</p></article>')}")) == []


@pytest.mark.parametrize("start", SELDOM)
@pytest.mark.parametrize("form", ["<article><h2>{title}</h2><p>{text}</p></article>", "<div class=card><h2><a href=/{n}>{title}</a></h2><p>{text}</p></div>"])
def test_a_side_that_is_all_of_the_page_is_misnamed(start: str, form: str) -> None:
    assert heads(web(f"<h1>Courier</h1>{start}{posts(form)}")) == list(TITLES)
    # So is one within an article that has nothing of its own.
    assert heads(web(f"<article><h1>Courier</h1>{start}{posts(form)}</div></article>")) == list(TITLES)


def test_a_name_far_above_does_not_matter() -> None:
    html = posts("<article><h2>{title}</h2><p>{text}</p></article>")
    assert heads(web(f"<div class=sidebar>{'<div>' * 8}{html}")) == list(TITLES)
    # The page itself may have a sidebar.
    assert heads(f"<!doctype html><body class='has-sidebar menu-open'>{html}") == list(TITLES)


# Within each other


def test_a_wrapper_of_entries_is_none() -> None:
    html = posts("<article><h2>{title}</h2><p>{text}</p></article>")
    assert heads(web(f"<article><h1>Courier</h1>{html}</article>")) == list(TITLES)
    assert heads(web(f"<div class=hentry><p>Courier</p><div>{html}</div></div>")) == list(TITLES)


def test_a_teaser_within_an_entry_is_none() -> None:
    teaser = "<article><h3>{}</h3><p>So short.</p></article>"
    html = "".join(
        f"<article><h2>{title}</h2><p>{text}</p>{teaser.format('More')}{teaser.format('Again')}</article>"
        for title, text in zip(TITLES[:2], (ONE, TWO), strict=True)
    )
    assert found(web(html)) == [(title, title, "So short.") for title in TITLES[:2]]
    assert heads(web(f"<article><h2>{TITLES[0]}</h2><p>{ONE}</p><article><p>{TWO}</p></article></article>")) == [TITLES[0]]


def test_entries_within_entries_within_entries() -> None:
    html = "<article>" * 300 + f"<h2>{TITLES[0]}</h2><p>{ONE}</p>"
    assert heads(web(html)) == [TITLES[0]]


@pytest.mark.xfail(reason="what wraps nothing but a wrapper is taken for an entry")
def test_a_wrapper_of_a_wrapper_is_none() -> None:
    html = posts("<article><h2>{title}</h2><p>{text}</p></article>")
    assert heads(web(f"<div class=hentry><article>{html}</article></div>")) == list(TITLES)


# Teasers beside


@pytest.mark.parametrize("order", [1, -1])
def test_one_long_entry_is_the_article_and_the_others_are_teasers(order: int) -> None:
    main = f"<article><h1>Port Ansel Learns to Row</h1><p>{ONE}</p><p>{TWO}</p></article>"
    teasers = "<section>" + posts("<article class=card><h3>{title}</h3><p>{text}</p></article>", *(["So short."] * 3)) + "</section>"
    assert heads(web("".join((main, teasers)[::order]))) == ["Port Ansel Learns to Row"]


def test_long_entries_are_articles_wherever_they_stand() -> None:
    html = f"<article><h1>{TITLES[0]}</h1><p>{ONE}</p></article><section><article class=card><h3>{TITLES[1]}</h3><p>{TWO}</p></article></section>"
    assert heads(web(html)) == list(TITLES[:2])


def test_posts_of_one_look_are_posts_however_short() -> None:
    html = f"<article class='post p-1'><h2>{TITLES[0]}</h2><p>{ONE}</p><p>{TWO}</p></article>"
    html += f"<article class='post p-2 sticky'><h2>{TITLES[1]}</h2><p>So short.</p></article>"
    html += f"<article class='card'><h2>{TITLES[2]}</h2><p>So short.</p></article>"
    assert heads(web(html)) == list(TITLES[:2])


def test_what_has_no_headline_is_dropped_where_most_have_one() -> None:
    html = posts("<article><h2>{title}</h2><p>{text}</p></article>")
    assert heads(web(f"{html}<article><p>{TWO}</p></article>")) == list(TITLES)
    assert heads(web("".join(f"<article><p>{text}</p></article>" for text in (ONE, TWO, *MORE)))) == [None] * 5


# By look


@pytest.mark.parametrize(
    "form",
    [
        "<div class=box><h2>{title}</h2><p>{text}</p></div>",
        "<div class='box box-{n}'><h2>{title}</h2><p>{text}</p></div>",
        "<li class=item><div><h4>{title}</h4></div><p>{text}</p></li>",
        "<tr class=row><td><h3>{title}</h3></td><td>{text}</td></tr>",
        "<div class=x><p class=headline>{title}</p><p>{text}</p></div>",
        "<div class=x><header><a href=/{n}>{title}</a></header><p>{text}</p></div>",
        "<div class=x><a class=title href=/{n}>{title}</a><p>{text}</p></div>",
        "<a class=card href=/{n}><h3>{title}</h3><p>{text}</p></a>",
        "<div class=row><div class=card><h3>{title}</h3><p>{text}</p></div></div>",  # a card a row
        "<li><h2><a href=/{n}>{title}</a></h2><p>{text}</p></li>",  # no look, but a page of its own
        "<section><div><h2><a href=/{n}>{title}</a></h2><p>{text}</p></div></section>",
    ],
)
def test_elements_of_one_look(form: str) -> None:
    for wrap in ("{}", "<main><p>Courier</p>{}</main>"):
        html = posts(form)
        html = f"<table>{html}</table>" if html.startswith("<tr") else html
        assert heads(web(wrap.format(html))) == list(TITLES)


@pytest.mark.parametrize(
    "form",
    [
        "<div><h2>{title}</h2><p>{text}</p></div>",  # no look at all, and no page of its own
        "<li><h2><a href='#{n}'>{title}</a></h2><p>{text}</p></li>",
        "<div class=b{n}x{title}><h2>{title}</h2><p>{text}</p></div>",
        "<div class=box><p>{title}</p><p>{text}</p></div>",  # no headline
        "<div class=box><nav><h2>{title}</h2></nav><p>{text}</p></div>",
        "<div class=comment><h2>{title}</h2><p>{text}</p></div>",
        "<h2 class=box>{title}</h2><p>{text}</p>",
    ],
)
def test_elements_of_no_common_look(form: str) -> None:
    assert found(web(posts(form))) == []


def test_two_elements_are_too_few_and_little_of_the_page_too_little() -> None:
    html = posts("<div class=box><h2>{title}</h2><p>{text}</p></div>")
    two = html[: html.rindex("<div class=box>")]
    assert found(web(two)) == []
    long = "".join(f"<p>{ONE} {TWO} {n}.</p>" for n in range(4))
    assert found(web(f"{html}{long}")) == []
    assert heads(web(f"{html}<footer>{long}</footer>")) == list(TITLES)


def test_of_several_looks_the_one_with_the_most_text() -> None:
    cards = "".join(f"<div class=card><h3>Card {n}</h3><p>{ONE[:90]}.</p></div>" for n in range(5))
    html = posts("<div class=box><h2>{title}</h2><p>{text} {text}</p></div>")
    assert heads(web(f"<div>{cards}</div>{html}")) == list(TITLES)


# By headline


@pytest.mark.parametrize("form", ["<h2><a href=/{n}>{title}</a></h2><p>{text}</p>", "<h3 class=x{n}><a href=/{n}>{title}</a></h3><div>{text}</div>"])
def test_linked_headings_part_what_nothing_else_parts(form: str) -> None:
    html = f"<div><p>Courier</p>{posts(form)}</div><div><p>Imprint</p></div>"
    lines = [f"{ONE} {n}." for n in range(3)]
    assert found(web(html)) == [(title, title, line) for title, line in zip(TITLES, lines, strict=True)]


@pytest.mark.parametrize(
    "html",
    [
        posts("<h2>{title}</h2><p>{text}</p>"),  # no links
        posts("<h2><a href=/{n}>{title}</a></h2>"),  # no text
        posts("<h2><a href=/{n}>{title}</a></h2><p>So short.</p>"),
        posts("<nav><h2><a href=/{n}>{title}</a></h2></nav><p>{text}</p>"),
        posts("<h2 class='x {title}'><a href=/{n}>{title}</a></h2><p>{text}</p>"),  # no common look
        f"<h2><a href=1>{TITLES[0]}</a></h2><p>{ONE}</p><p>{TWO}</p>",  # but one
        f"<h2><a href=1>{TITLES[0]}</a></h2><p>{ONE}</p><h3><a href=1>{TITLES[1]}</a></h3><p>{TWO}</p>",
        posts("<h2><a href=/{n}>{title}</a></h2>{text}", f"<p>{ONE} {TWO}</p>", "", ""),
    ],
)
def test_headings_that_part_nothing(html: str) -> None:
    assert found(web(f"<div>{html}</div>")) == []


# The headline of a page


def titled(body: str, head: str = "") -> str | None:
    doc = parse_html(web(body, head))
    at = page_title(doc)
    return None if at is None else doc.blocks[at].text


@pytest.mark.parametrize(
    ("body", "head", "title"),
    [
        ("<p>x</p><h1>On Tea</h1>", "", "On Tea"),
        ("<h1>On Tea</h1>", "", "On Tea"),
        ("<h2>On Tea</h2>", "", None),
        ("<p>On Tea</p>", "<title>On Tea</title>", None),
        ("<h4>On Tea</h4>", "<title>On Tea</title>", "On Tea"),
        ("<h4>On tea!</h4>", "<title>ON TEA</title>", "On tea!"),
        ("<h4>On Tea and Cake</h4>", "<title>On Tea and Cake - Courier</title>", "On Tea and Cake"),
        ("<h4>On Tea and Cake, Again</h4>", "<title>On Tea and Cake</title>", "On Tea and Cake, Again"),
        ("<h4>On Tea</h4>", "<title>On Tea - Courier</title>", None),  # too short to be sure
        ("<h1>Courier</h1><h2>On Tea and Cake</h2>", "<title>On Tea and Cake | Courier</title>", "On Tea and Cake"),
        ("<h1>Courier</h1><h2>On Tea and Cake</h2>", "<meta property=og:title content='On Tea and Cake'>", "On Tea and Cake"),
        ("<h1>Courier</h1><h2>On Tea and Cake</h2>", "<meta name=twitter:title content='On Tea and Cake'>", "On Tea and Cake"),
        ("<h1>On Tea</h1><h1>On Cake</h1>", "", "On Tea"),
        ("<h1>On Tea</h1><h1>On Cake</h1>", "<title>On Cake</title>", "On Cake"),
        ("<footer><h1>On Tea</h1></footer>", "", None),
        ("<nav><h1>On Tea</h1></nav><h1>On Cake</h1>", "", "On Cake"),
        ("<h1 hidden>On Tea</h1>", "", None),
        ("<h1>Tea</h1>", "", None),
        ("<h1>Tea</h1>", "<title>Tea</title>", "Tea"),
        ("<h2 class=entry-title>On Tea</h2>", "", None),
        ("", "<title>On Tea</title>", None),
    ],
)
def test_the_headline_of_a_page(body: str, head: str, title: str | None) -> None:
    assert titled(body, head) == title


# Anything


@fixed
@given(soups)
def test_entries_of_anything_are_sound(html: str) -> None:
    for source in (html, f"<article>{html}</article><article>{html}", "".join(f"<div class=x><h2>{n}</h2>{html}</div>" for n in range(3))):
        doc = parse_html(source)
        check(doc, entries(doc))
        title = page_title(doc)
        assert title is None or 0 <= title < len(doc.blocks)


@pytest.mark.parametrize(
    "unit", ["<article>", "<article><h2>x</h2>", "<div class=x><h2>x</h2>", "<h2><a href=1>x</a></h2>", "<div class=hentry><div>", "<li class=x><h3>y</h3>"]
)
def test_much_of_the_same(unit: str) -> None:
    doc = parse_html(unit * 3_000 + f"<p>{ONE}")
    check(doc, entries(doc))


def test_the_headline_has_the_look_that_it_has_in_the_other_entries() -> None:
    text = paragraphs(*PARAGRAPHS["en"])
    posts = "".join(
        f'<article><h2 class="head"><a href="/{n}">{title}</a></h2><h1>Introduction</h1>{text}</article>'
        for n, title in enumerate(("Boats for All the Town", "Oars for Nobody at All", "Quays in the Morning"))
    )
    assert [r.title for r in process(web(posts)).records] == ["Boats for All the Town", "Oars for Nobody at All", "Quays in the Morning"]


def test_a_date_in_a_heading_is_no_headline() -> None:
    text = paragraphs(*PARAGRAPHS["en"])
    posts = "".join(
        f'<article><h1><time datetime="2018-05-0{n}">May {n}, 2018</time></h1><h1>{title}</h1>{text}</article>'
        for n, title in enumerate(("Boats for All the Town", "Oars for Nobody at All", "Quays in the Morning"), 1)
    )
    records = process(web(posts)).records
    assert [(r.title, r.published) for r in records] == [
        ("Boats for All the Town", "2018-05-01"), ("Oars for Nobody at All", "2018-05-02"), ("Quays in the Morning", "2018-05-03"),
    ]  # fmt: skip


def test_dates_over_the_entries_are_theirs() -> None:
    text = paragraphs(*PARAGRAPHS["en"])
    posts = "".join(
        f'<h3 class="day">May {n}, 2018</h3><article class="post"><h2>{title}</h2>{text}</article>'
        for n, title in enumerate(("Boats for All the Town", "Oars for Nobody at All", "Quays in the Morning"), 1)
    )
    assert [r.published for r in process(web(f"<main>{posts}</main>")).records] == ["2018-05-01", "2018-05-02", "2018-05-03"]


def test_a_note_in_the_header_of_an_article_is_no_side_column() -> None:
    text = paragraphs(*PARAGRAPHS["en"])
    posts = "".join(
        f"<article><header><h2>{title}</h2><aside class='meta'>May {n}, 2018 | Filed under: Boats</aside></header>{text}</article>"
        for n, title in enumerate(("Boats for All the Town", "Oars for Nobody at All"), 1)
    )
    assert [r.published for r in process(web(posts)).records] == ["2018-05-01", "2018-05-02"]
