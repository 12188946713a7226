"""Titles: told from site names, section labels, sub-headings, menus and standfirsts."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, MORE, TITLE, TITLES, article, check_spans, html, page, raw, read
from tests.helpers import clean, paragraphs, process, web

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


# HTML: what the markup says


SITE = "Halm Courier"
TEXT = paragraphs(ONE, TWO)
NEWS = ((TITLE, ONE), ("Oars for Hire", TWO))


def titles(body: str, head: str = "") -> list[str | None]:
    result = process(web(body, head))
    check_spans(result)
    return [record.title for record in result.records]


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>{}</h1>",
        "<h1><a href=/1>{}</a></h1>",
        "<h1><span class=x>{}</span></h1>",
        "<header><h1>{}</h1></header>",
        "<div role=article><h1>{}</h1></div>",
        "<p class=entry-title>{}</p>",
        "<p><b class='p-name'>{}</b></p>",
        "<div id=headline>{}</div>",
        "<div class='story-title'><p>{}</p></div>",
        "<h2 class=post-title>{}</h2>",
        "<h3>{}</h3>",
    ],
)
@pytest.mark.parametrize("title", [TITLE, "Who Owns the Ferry?", "FERRY STOPS", "Mayor Visits U.S."])
def test_headings_of_many_kinds(heading: str, title: str) -> None:
    head = f"<title>{title} - {SITE}</title>"
    record = read(web(f"<p>{SITE}</p>{heading.format(title)}{TEXT}", head))
    assert (record.title, record.body) == (title, BODY)
    assert record.origins["title"] == "text"


@pytest.mark.parametrize("title", ["The ferry stops.", "12", "and so on, and so on, and so on, said the man at the quay,"])
def test_what_the_markup_calls_a_title_need_not_look_like_one(title: str) -> None:
    record = read(web(f"<p>{SITE}</p><h1>{title}</h1>{TEXT}"))
    assert (record.title, record.body) == (title, BODY)


@pytest.mark.parametrize(
    ("headings", "title"),
    [
        ((f"<h1>{SITE}</h1>", f"<h2>{TITLE}</h2>"), TITLE),
        ((f"<h1>{SITE}</h1>", f"<h1>{TITLE}</h1>"), TITLE),
        ((f"<h2>{TITLE}</h2>", f"<h1>{SITE}</h1>"), TITLE),
        ((f"<h3>{TITLE}</h3>", "<h2>Oars for Sale</h2>", "<h2>Boats for Hire</h2>"), TITLE),
        (("<h2>Boats</h2>", f"<h1>{TITLE}</h1>"), TITLE),
        (("<nav><h1>Oars for Sale</h1></nav>", f"<h2 class=headline>{TITLE}</h2>"), TITLE),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        f"<title>{TITLE} | {SITE}</title>",
        f"<title>{TITLE.upper()}</title>",
        f"<title>x</title><meta property='og:title' content='{TITLE}'>",
        f"<title>x</title><meta name='twitter:title' content='{TITLE} and Swim'>",
    ],
)
def test_the_heading_that_the_page_is_called_by(headings: tuple[str, ...], title: str, head: str) -> None:
    html = f"<p>{SITE}</p>{headings[0]}{TEXT}{''.join(headings[1:])}<p>{MORE[0]}</p>"
    assert titles(html, head) == [title]


def test_the_titles_of_several_articles() -> None:
    parts = [f"<article><h2>{title}</h2><p>{text}</p></article>" for title, text in NEWS]
    assert titles(f"<h1>{SITE}</h1>{''.join(parts)}") == [title for title, _ in NEWS]


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<h3>Boats</h3><h2>{}</h2>", TITLE),
        ("<h2>{}</h2><h3>What Now?</h3>", TITLE),
        ("<h2>{}</h2><p>By Ann Lee</p><h2>What Now?</h2>", TITLE),
        ("<h4>Boats</h4><p class=entry-title>{}</p><h2>What Now?</h2>", TITLE),
        ("<p>Boats</p><h3>{}</h3>", TITLE),
        ("<header><a href=/1>{}</a></header>", TITLE),
        ("<h2>{}</h2><aside><h2>Oars for Sale</h2></aside>", TITLE),
    ],
)
def test_the_title_within_each_of_several_articles(inside: str, title: str) -> None:
    def part(title: str, text: str) -> str:
        return f"<article>{inside.format(title)}<p>{text}</p></article>"

    assert titles(part(title, ONE) + part("Oars for Hire", TWO)) == [title, "Oars for Hire"]


@pytest.mark.xfail(reason="of an article's headings, one within an aside may be the highest")
def test_a_heading_beside_the_text_is_no_title() -> None:
    parts = [f"<article><h2>{title}</h2><aside><h1>Oars for Sale</h1></aside><p>{text}</p></article>" for title, text in NEWS]
    assert titles("".join(parts)) == [title for title, _ in NEWS]


@pytest.mark.xfail(reason="a page that is called by its site's name is taken for an article of that name")
def test_the_name_of_the_site_is_no_title() -> None:
    head = f"<title>{SITE}</title><meta property='og:site_name' content='{SITE}'><meta property='og:title' content='{TITLE}'>"
    assert titles(f"<p>Menu</p><h1>{SITE}</h1><h2>{TITLE}</h2>{TEXT}", head) == [TITLE]


def test_a_title_that_another_filter_removed_is_none() -> None:
    html = f"<article><h2>{TITLE}</h2><p>{ONE}</p></article><article><h2 hidden>Oars for Sale</h2><p>{TWO}</p></article>"
    assert titles(html) == [TITLE, None]


@pytest.mark.parametrize("language", TITLES)
def test_html_in_every_language(language: str) -> None:
    record = read(html(language=language))
    assert (record.title, record.body) == (TITLES[language], "\n\n".join(BODIES[language]))


def test_a_title_of_the_markup_is_sure() -> None:
    record = read(html("<p>By Ann Lee</p>"))
    assert record.confidence["title"] == 0.9


@pytest.mark.parametrize("title", ["The ferry stops.", "12"])
def test_a_title_in_the_very_first_line(title: str) -> None:
    assert titles(f"<h1>{title}</h1>{TEXT}") == [title]


@pytest.mark.xfail(reason="a title is all of its line, what nobody sees of it included, or nothing")
@pytest.mark.parametrize("part", ["<a aria-hidden=true href=#1 class=anchor>#</a>", "<span style='display:none'>Permalink</span>"])
def test_a_heading_with_a_hidden_part(part: str) -> None:
    record = read(web(f"<p>{SITE}</p><h1>{TITLE} {part}</h1>{TEXT}"))
    assert (record.title, record.body) == (TITLE, BODY)


@pytest.mark.parametrize("head", ["<title>Kayaks | Halm Co-op</title>", "<meta property='og:title' content='Kayaks - Rowing Wiki'>"])
def test_the_site_is_cut_off_where_the_first_heading_is_the_rest(head: str) -> None:
    assert titles(f"<h1>Kayaks</h1>{TEXT}", head) == ["Kayaks"]
    assert [record.title for record in process(web(TEXT, head)).records] != ["Kayaks"]


@pytest.mark.parametrize("sign", [" ¶", "¶", " #", "\uf0c1", " \U0001f517", "\u200b"])
def test_a_headline_has_no_sign_of_the_link_to_it(sign: str) -> None:
    assert [r.title for r in process(web(f"<h1>{TITLE}{sign}</h1>{TEXT}")).records] == [TITLE]


def test_what_looks_like_a_headline_is_none_where_the_page_calls_itself_otherwise() -> None:
    body = f"<p>Oars for Hire</p>{TEXT}<p>The Price of an Oar</p><p>{TWO}</p>"
    assert [record.title for record in process(web(body, f"<title>{TITLE}</title>")).records] == [TITLE]
    assert titles(body) == ["Oars for Hire"]
