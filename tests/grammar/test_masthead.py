"""The lines around a headline: read for who and when, whatever a filter of junk made of them."""

from __future__ import annotations

import pytest

from cleaner.grammar.masthead import masthead, readable
from cleaner.parse import parse_html, parse_text
from tests.fields.helpers import BODIES, BODY, MORE, TITLE, check_spans, only
from tests.helpers import paragraphs, process, web

TEXT = paragraphs(*BODIES["en"], *MORE)


def page(above: str = "", below: str = "", foot: str = "", head: str = "") -> str:
    """A page whose headline stands outside of the element that holds the text."""
    top = f"<div class=top>{above}<h1>{TITLE}</h1>{below}</div>"
    return web(f"<div class=bar><p>Menu</p></div>{top}<div class=copy>{TEXT}</div>{foot}", head)


def test_where_its_lines_stand() -> None:
    doc = parse_html(page("<p>May 8, 2018</p>", "<p>Ann Lee</p>", "<p>Filed by Bo</p>"))
    assert {doc.blocks[i].text: place for i, place in masthead(doc).items() if len(doc.blocks[i].text) < 20} == {
        "Menu": "above", "May 8, 2018": "above", "Ann Lee": "below", "Filed by Bo": "foot",
    }  # fmt: skip
    assert readable(doc) == list(doc.blocks)


def test_plain_text_and_pages_of_several_articles_have_none() -> None:
    assert masthead(parse_text(f"{TITLE}\n\n{BODY}")) == {}
    posts = "".join(f"<article><h2><a href=/{n}>{t}</a></h2><p>{n} {BODY}</p></article>" for n, t in enumerate(("Oars", "Boats")))
    assert masthead(parse_html(web(f"<h1>{TITLE}</h1>{posts}"))) == {}


@pytest.mark.parametrize(
    ("above", "below", "published", "modified"),
    [
        ("", "<p>May 8, 2018</p>", "2018-05-08", None),
        ("<p>May 8, 2018</p>", "", "2018-05-08", None),
        ("", "<div class=share><p>Published: May 8, 2018</p></div>", "2018-05-08", None),
        ("", "<p>May 8, 2018 • 3 min read</p>", "2018-05-08", None),
        ("", "<p>Boats, Oars & more May 8, 2018 7 views</p>", "2018-05-08", None),
        ("", "<p>Boats May 8, 2018 Updated: June 2, 2019</p>", "2018-05-08", "2019-06-02"),
        ("", "<p>Updated June 2, 2019 Originally published May 8, 2018</p>", "2018-05-08", "2019-06-02"),
        ("", "<p>Tue 15.05.18 | 14:07</p>", "2018-05-15T14:07", None),
        ("", "<p>Last updated</p><p>June 2, 2019</p>", None, "2019-06-02"),
        ("", "<figure><figcaption>Boats, May 1, 2018</figcaption></figure><p>May 8, 2018</p>", "2018-05-08", None),
    ],
)
def test_dates(above: str, below: str, published: str | None, modified: str | None) -> None:
    result = process(page(above, below))
    record = only(result)
    assert (record.published, record.modified) == (published, modified)
    assert record.title == TITLE
    assert record.body == "\n\n".join([*BODIES["en"], *MORE])
    check_spans(result)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>By Ann Lee</p>", ["Ann Lee"]),
        ("<p class=author>Ann Lee</p><p>May 8, 2018</p>", ["Ann Lee"]),
        ("<div class=share><p>By Ann Lee</p></div>", ["Ann Lee"]),
        ("<p><a href=/authors/ann-lee>Ann Lee</a></p>", ["Ann Lee"]),
        ("<address>Ann Lee</address>", ["Ann Lee"]),
        ("<p>May 8, 2018</p><p>Home Decor</p>", []),
        ("<p><a href=/category/boats>Home Decor</a></p><p>May 8, 2018</p>", []),
        ("<p class=author>About the author</p>", []),
        ("<p class=author>Twitter</p>", []),
        ("<address>12 Quay Street, Halm</address>", []),
    ],
)
def test_names(below: str, names: list[str]) -> None:
    assert [a.name for a in only(process(page("", below))).authors] == names


def test_a_name_that_a_line_of_the_page_introduces() -> None:
    below, foot = "<p>May 8, 2018</p><p>Ann Lee</p>", "<p>Ann Lee is a writer from Port Ansel.</p>"
    assert [a.name for a in only(process(page("", below, foot))).authors] == ["Ann Lee"]


def test_the_day_that_a_reader_sees_is_surer_than_the_clock_of_the_machine() -> None:
    below = '<p><time datetime="2018-05-09T02:41:00Z">May 8, 2018</time></p>'
    assert only(process(page("", below))).published == "2018-05-08"


def test_the_date_nearest_to_the_headline_where_nothing_else_tells() -> None:
    far = "<div class=x><p>Halm</p>" * 8 + "<p>Published May 8, 2018</p></div>"
    assert only(process(page("", "", far))).published == "2018-05-08"
    assert only(process(page("", "<p>May 1, 2018</p>", far))).published == "2018-05-01"


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://courier.example/2018/05/08/rowing", "2018-05-08"),
        ("https://courier.example/2018-05-08-rowing", "2018-05-08"),
        ("https://courier.example/2018/13/45/rowing", None),
        ("https://courier.example/2018/rowing", None),
        ("https://courier.example/20180508", None),
    ],
)
def test_the_date_in_the_address_of_the_page(url: str, published: str | None) -> None:
    assert only(process(page(), url=url)).published == published
    assert only(process(page(head=f'<link rel=canonical href="{url}">'))).published == published
    assert only(process(page("", "<p>May 1, 2018</p>"), url=url)).published == "2018-05-01"
