"""Bad input: pages cut off, broken HTML, and much of the same."""

from __future__ import annotations

from collections import Counter

import pytest
from bench.fuzz import PAGES

from cleaner import process
from cleaner.parse import parse_html
from tests.helpers import is_partition
from tests.parse.helpers import assert_sound, texts

PAGE = PAGES[0]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_cut_anywhere_gives_the_words_above_the_cut(page: str) -> None:
    whole = Counter(parse_html(page).text.split())
    for at in range(0, len(page), 7):
        doc = parse_html(page[:at])
        assert_sound(doc)
        cut = Counter(doc.text.split()) - whole
        assert cut.total() <= 1  # a part of a word, or of an entity
        assert len(doc.text) <= at


def test_a_page_cut_anywhere_is_cleaned() -> None:
    for at in range(0, len(PAGE), 7):
        result = process(PAGE[:at].encode(), content_type="text/html")
        assert is_partition(result.ledger, result.document.text)


FRAMES = (
    '<html><head><title>Tea</title></head><frameset cols="*,*"><frame src=a><noframes>{}</noframes></frameset></html>'
)
XHTML = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n'


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<head><title>x</title></head>Tea", ["Tea"]),
        ("<title>x</title>Tea<p>Cake", ["Tea", "Cake"]),
        ("<html><p>Tea</html><p>Cake</p>", ["Tea", "Cake"]),
        ("<body><body class=x><p>Tea<html lang=fr>", ["Tea"]),
        ("</p></div><br></br>Tea", ["Tea"]),
        (FRAMES.format("Tea"), []),
        (FRAMES.format("<p>Tea</p>"), []),
        ("<p>Tea</p><frameset><frame></frameset>", ["Tea"]),
        (
            f'{XHTML}<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><body><p>Tea<br/>Cake</p></body></html>',
            ["Tea", "Cake"],
        ),
        ("<p>Tea<![CDATA[ x ]]>Cake", ["TeaCake"]),
        ("<p>Tea <unknown attr>and</unknown> cake", ["Tea and cake"]),
        ("<p>Tea<script>never closed <p>Cake", ["Tea"]),
        ("<p>Tea<!-- never closed <p>Cake", ["Tea"]),
        ("<p>Tea<a href='never closed><p>Cake", ["Tea"]),
        ("<table>Tea<tr>Cake<td>Cup", ["TeaCake", "Cup"]),
        ("<select><p>Tea</select>", ["Tea"]),
        ("<p>1 < 2 <3 </ >", ["1 < 2 <3"]),
        ("<plaintext>Tea</p>", ["Tea</p>"]),
        ("<textarea>Tea <p>Cake", ["Tea <p>Cake"]),
        ("<h1>Tea<h2>Cake</h1>", ["Tea", "Cake"]),
        ("<b><p>Tea</b>Cake</p>", ["TeaCake"]),
    ],
)
def test_broken_html_gives_what_a_browser_shows(html: str, found: list[str]) -> None:
    assert texts(html) == found


N = 200_000


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * N + "Tea",
        "<div>" * N + "Tea" + "</div>" * N,
        "<b>" * N + "Tea",
        "<span class=x>" * N + "Tea",
        "<i id=y>" * N + "Tea" + "</i>" * N,
        "<a href=1>" * N + "Tea",
        "<li>" * N + "Tea",
        "<ul><li>" * (N // 2) + "Tea",
        "<p>" * N + "Tea",
        "<x-y>" * N + "Tea",
        "<table><tr><td>" * 5_000 + "Tea",
        "<table><tr><td>" * 5_000 + "Tea" + "</table>" * 5_000,
        "<font><p>" * 2_000 + "Tea",
        "<br>" * N + "Tea",
        "<p title='" + "x" * 1_000_000 + "'>Tea",
        "<p class='" + "x y " * 250_000 + "' style='" + "a:b;" * 100_000 + "'>Tea",
        "<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">Tea",
        "<script>" + "var a = 1 < 2;\n" * 200_000 + "</script><p>Tea",
        "<style>" + ".a{b:c}\n" * 200_000 + "</style><p>Tea",
        "<img src='data:image/png;base64," + "QUJD" * 1_000_000 + "'><p>Tea",
        "<svg>" + "<path d='M0 0'/>" * 50_000 + "</svg><p>Tea",
        "<!--" + "-" * 1_000_000 + "--><p>Tea",
        "</div>" * N + "Tea",
        "<td colspan=100000 rowspan=100000><p>Tea",
        "<meta name=a content=b>" * 50_000 + "Tea",
        "<script type='application/ld+json'>" + "[" * N + "</script>Tea",
        "<select>" + "<option>" * N + "Tea",
    ],
    ids=lambda html: html[:24],
)
def test_much_of_the_same_gives_the_text_in_it(html: str) -> None:
    doc = parse_html(html)
    assert_sound(doc)
    assert [block.text for block in doc.blocks] == ["Tea"]
    found = doc.source_range(doc.blocks[0])
    assert found is None or found[1] <= len(html)


def test_fifty_thousand_paragraphs() -> None:
    doc = parse_html("".join(f"<p>word {n}</p>" for n in range(50_000)))
    assert len(doc.blocks) == 50_000
    assert doc.source_range(doc.blocks[-1]) is not None
    assert_sound(doc)


def test_many_lines_within_many_inline_elements() -> None:
    doc = parse_html("<span class=x>" * 20_000 + "Tea<br>" * 5_000)
    assert len(doc.blocks) == 5_000
    assert_sound(doc)


def test_text_at_every_depth_is_kept() -> None:
    for opened in ("<div>", "<table><tr><td>", "<ul><li>", "<b class=x>", "<blockquote>"):
        html = "".join(f"{opened}w{n} " for n in range(3_000))
        assert parse_html(html).text.split() == [f"w{n}" for n in range(3_000)]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "<p>Tea is a drink that many people like.</p>",
        "<p>Tea is a drink that many people like.</p>" + "<div><span class=x>" * 5_000,
        "<p>" + "Tea is a drink that many people like. " * 5_000,
        "<p>" + "QUJD" * 100_000,
        "<p " + " ".join(f"a{n}=x" for n in range(20_000)) + ">Tea is a drink that many people like.",
        "<nav>" + "<a href=1>Home</a>" * 5_000 + "</nav><p>Tea is a drink that many people like.",
        "<table><tr><td>" * 500 + "Tea is a drink that many people like.",
        "<p>Tea</p>" * 5_000,
        "<ul>" + "<li><a href=1>Tea</a>" * 5_000 + "</ul>",
        "<script>" + "x" * 1_000_000 + "</script><p>Tea is a drink that many people like.",
    ],
    ids=lambda html: html[:24],
)
def test_the_whole_pipeline_takes_much_of_the_same(html: str) -> None:
    result = process(html, content_type="text/html")
    assert "Tea" in result.document.text or "QUJD" in result.document.text
    assert is_partition(result.ledger, result.document.text)
