from __future__ import annotations

import pytest

from cleaner.filters import outside
from tests.filters.helpers import LONG, STORIES, removed_alone
from tests.helpers import paragraphs, process, web

TITLE = STORIES["en"][0]
TEXT = paragraphs(*LONG[:6])


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("<p>Line one</p><p>Line two</p>", ""),
        ("", "<p>Line one</p><p>Line two</p>"),
        ("<div>Line one</div>", "<h2>Line two</h2>"),
        ("<div><h3>Line one</h3></div>", "<ul><li>Line two</ul>"),
        ("<table><tr><td>Line one</td></tr></table>", "<section><div><p>Line two</p></div></section>"),
    ],
)
@pytest.mark.parametrize(
    "main", ["<main>{}</main>", "<div><div id=x>{}</div></div>", "<table><tr><td>{}</td></tr></table>"]
)
def test_removes_what_stands_outside_of_the_text(above: str, below: str, main: str) -> None:
    html = web(above + main.format(TEXT) + below)
    assert removed_alone(outside, html) == [("Line one", "outside-main"), ("Line two", "outside-main")]


def test_every_label_has_a_case() -> None:
    assert outside.labels == {"outside-main"}


def test_the_smallest_element_with_most_of_the_text_counts() -> None:
    html = f"<div><p>Line one</p><div><h2>Line two</h2><div>{TEXT}<p>Line three</p></div></div></div>"
    assert [text for text, _ in removed_alone(outside, web(html))] == ["Line one", "Line two"]


def test_a_wrapper_of_all_the_text_counts_where_no_part_holds_most_of_it() -> None:
    halves = [f"<div>{paragraphs(*half)}<p>Line two</p></div>" for half in (LONG[:6], LONG[6:])]
    html = f"<p>Line one</p><div>{''.join(halves)}</div>"
    assert [text for text, _ in removed_alone(outside, web(html))] == ["Line one"]


# What must stay


def test_keeps_the_headline() -> None:
    html = web(f"<header><h1>{TITLE}</h1></header><div>{TEXT}</div>")
    assert removed_alone(outside, html) == []
    (record,) = process(html).records
    assert (record.title, record.body) == (TITLE, "\n\n".join(LONG[:6]))


def test_keeps_running_text_outside() -> None:
    html = web(f"<p>{LONG[7]}</p><div>{TEXT}</div><div><p>{LONG[8]}</p></div>")
    assert removed_alone(outside, html) == []


def test_keeps_what_stands_beside_the_paragraphs() -> None:
    html = web(f"<div><h2>Line one</h2>{TEXT}<p>Line two</p><ul><li>Line three</ul></div>")
    assert removed_alone(outside, html) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p>Line one</p><div>" + paragraphs(*LONG[:2]) + "</div>",  # too little text
        "<p>Line one</p><div><p>Line two</p></div>",
        "<h1>Line one</h1><p>Line two</p>",
        "",
    ],
)
def test_keeps_a_page_with_little_running_text(html: str) -> None:
    assert removed_alone(outside, web(html)) == []


def test_keeps_a_text_all_over_the_body() -> None:
    assert removed_alone(outside, web(f"<p>Line one</p>{TEXT}<p>Line two</p>")) == []


def test_keeps_plain_text() -> None:
    assert removed_alone(outside, "\n\n".join(("Line one", *LONG, "Line two"))) == []


def test_text_that_another_filter_removed_is_no_text() -> None:
    aside = f"<aside>{paragraphs(*LONG[6:10])}</aside>"
    html = web(
        f"<div><h1>{TITLE}</h1><div><p>Line one</p><div>{paragraphs(*LONG[:6], *LONG[10:])}</div>{aside}</div></div>"
    )
    assert removed_alone(outside, html) == []
    assert ("Line one", "outside-main") in [(r.text, r.label) for r in process(html).removed]
