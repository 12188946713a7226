"""`parse_html` as a whole: what holds for every input, where blocks stand in the source, and bad input."""

from __future__ import annotations

import pickle
import sys
from collections import Counter
from itertools import pairwise

import pytest
from bench.fuzz import PAGES
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner import BinaryInputError, process
from cleaner.document import Context, Document
from cleaner.parse import parse_html
from tests.helpers import is_partition
from tests.parse.helpers import assert_sound, fixed, signature, soups, texts

PAGE = PAGES[0]


def source_of(doc: Document, text: str) -> str | None:
    """The source of the block with a text."""
    (block,) = (block for block in doc.blocks if block.text == text)
    found = doc.source_range(block)
    assert doc.source is not None
    return doc.source[slice(*found)] if found else None


# What holds for every input


@fixed
@given(soups)
@example("<p>Tea &shy;</p>")
@example("<b class=x>" * 10 + "Tea<br>T")
@example("Tea<title>x</title>")
def test_blocks_are_sound(html: str) -> None:
    assert_sound(parse_html(html))


@fixed
@given(st.text(st.characters(exclude_categories=()), max_size=60))
@example("\ud800<p>\udfff")
def test_blocks_of_any_characters_are_sound(html: str) -> None:
    for source in (html, f"<pre>{html}</pre><p>{html}"):
        try:
            doc = parse_html(source)
        except BinaryInputError:
            assert any(c < " " or c in "\x7f\ufffd" for c in html)
            return
        assert_sound(doc)


@fixed
@given(st.binary(max_size=60))
def test_blocks_of_any_bytes_are_sound(data: bytes) -> None:
    assert_sound(parse_html(b"<html><meta charset=koi8-r><body><p>" + b"Tea and cake, please. " * 20 + data))


@fixed
@given(soups, soups)
def test_the_blocks_do_not_depend_on_what_went_before(html: str, other: str) -> None:
    first = parse_html(html)
    parse_html(other)
    again = parse_html(html)
    assert (signature(again), again.text, again.head) == (signature(first), first.text, first.head)


@fixed
@given(soups)
def test_source_ranges_lie_in_the_source_and_begin_with_the_element(html: str) -> None:
    doc = parse_html(html)
    assert doc.source is not None
    for block in doc.blocks:
        assert block.markup is not None
        found = doc.source_range(block)
        if found is not None:
            start, end = found
            assert 0 <= start < end <= len(doc.source)
            assert doc.source[start + 1 : end].lower().startswith(block.markup.tag)


@fixed
@given(soups)
def test_a_document_survives_pickling(html: str) -> None:
    doc = parse_html(html)
    back: Document = pickle.loads(pickle.dumps(doc))
    assert (back.text, back.source, back.head) == (doc.text, doc.source, doc.head)
    assert signature(back) == signature(doc)
    assert [back.source_range(b) for b in back.blocks] == [doc.source_range(b) for b in doc.blocks]


@fixed
@given(soups)
def test_the_whole_pipeline_takes_any_tags(html: str) -> None:
    result = process(html, content_type="text/html")
    assert is_partition(result.ledger, result.document.text)


# What comes in


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_are_those_of_the_web(newline: str) -> None:
    doc = parse_html(f"<pre>One{newline}{newline}Two</pre>")
    assert doc.text == "One\n\nTwo"
    assert doc.source == "<pre>One\n\nTwo</pre>"


def test_a_byte_order_mark_is_no_text() -> None:
    html = "\ufeff<!doctype html><title>x</title><p>Tea</p>"
    for source in (html, html.encode(), html.encode("utf-16-le")):
        assert texts(source) == ["Tea"]


def test_nuls_and_lone_surrogates_become_u_fffd() -> None:
    assert texts("<p>Tea\0 and \ud800cake</p>") == ["Tea\ufffd and \ufffdcake"]
    assert texts("<pre>Tea\0\n\ud800cake</pre>") == ["Tea\ufffd", "\ufffdcake"]
    assert texts("<p>Tea &#0; &#xD800; &#x110000;</p>") == ["Tea \ufffd \ufffd \ufffd"]


def test_the_source_and_the_head_can_be_written_too() -> None:
    doc = parse_html("<title>\ud800Tea</title><meta name=author content='A\udfff'><p class='\ud800'>Cake</p>")
    assert doc.source is not None
    assert doc.head is not None
    assert doc.source.encode()
    assert "".join((*doc.head.titles, *(value for _, value in doc.head.metas))).encode()


def test_warnings_and_the_context_go_along() -> None:
    context = Context(url="https://tea.example/", language="fr", warnings=("before",))
    doc = parse_html("<p>Un café très noir</p>".encode("latin-1"), context)
    assert doc.context.url == "https://tea.example/"
    assert doc.context.content_type == "text/html"
    assert doc.context.warnings[0] == "before"
    assert len(doc.context.warnings) == 2
    assert context.warnings == ("before",)


def test_entities_become_their_characters() -> None:
    html = "<p>&lt;b&gt; &amp;amp; &#8217; &nosuch; &copy 2023 &#x1F375;"
    assert texts(html) == ["<b> &amp; ’ &nosuch; © 2023 🍵"]


@pytest.mark.parametrize(
    "source", ["", b"", " \n", "<html></html>", "<!-- Tea -->", "<script>tea()</script>", "<title>Tea</title>"]
)
def test_a_page_without_text_has_no_blocks(source: str | bytes) -> None:
    doc = parse_html(source)
    assert (doc.text, doc.blocks) == ("", ())


def test_without_the_fast_parser_the_blocks_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = [parse_html(page) for page in PAGES]
    monkeypatch.setitem(sys.modules, "turbohtml", None)
    for page, doc in zip(PAGES, fast, strict=True):
        slow = parse_html(page.encode())
        assert signature(slow) == signature(doc)
        assert slow.head == doc.head
        assert slow.context.content_type == "text/html"
        assert all(slow.source_range(block) is None for block in slow.blocks)


# Where blocks stand in the source


def test_the_range_of_a_block_is_its_element() -> None:
    doc = parse_html(PAGE)
    title = "No Key, No Ferry to Sallow Island"
    assert source_of(doc, title) == f'<h1 class="headline">{title}</h1>'
    assert (
        source_of(doc, "Tickets of this week can be used until May.")
        == "<li>Tickets of this week can be used until May.</li>"
    )
    assert source_of(doc, "2 Comments") == "<h3>2 Comments</h3>"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("page", PAGES)
def test_ranges_count_in_the_source_as_it_was_read(newline: str, page: str) -> None:
    doc, other = parse_html(page.replace("\n", newline)), parse_html(page)
    assert doc.source == other.source == page
    assert [doc.source_range(b) for b in doc.blocks] == [other.source_range(b) for b in other.blocks]
    for block in doc.blocks:
        found = doc.source_range(block)
        assert found is not None
        assert block.markup is not None
        inside = page[slice(*found)]
        assert block.text in texts(f"<table>{inside}" if block.markup.tag in ("tr", "td") else inside)


@pytest.mark.parametrize(
    ("html", "ranges"),
    [
        ("<p>One<p>Two</p>", {"One": "<p>One", "Two": "<p>Two</p>"}),
        ("<div><p>One</div><p>Two</p>", {"One": "<p>One", "Two": "<p>Two</p>"}),
        ("<ul><li>One<li>Two</ul>", {"One": "<li>One", "Two": "<li>Two"}),
        ("<ul><li>One <b>b</b>\n<li>Two\n</ul>", {"One b": "<li>One <b>b</b>\n", "Two": "<li>Two\n"}),
        ("<p>One<h2>Two</h2>", {"One": "<p>One", "Two": "<h2>Two</h2>"}),
        ("<dl><dt>One<dd>Two</dl>", {"One": "<dt>One", "Two": "<dd>Two"}),
        ("<body><div>One<p>Two</p></div></body>", {"One": "<div>One<p>Two</p></div>", "Two": "<p>Two</p>"}),
        ("<section><div><p>One</section><p>Two</p>", {"One": "<p>One", "Two": "<p>Two</p>"}),
    ],
)
def test_an_element_that_nothing_closes_ends_where_the_parser_closed_it(html: str, ranges: dict[str, str]) -> None:
    doc = parse_html(html)
    assert {block.text: source_of(doc, block.text) for block in doc.blocks} == ranges


@pytest.mark.parametrize(
    ("html", "ranges"),
    [
        ("<p>One", {"One": "<p>One"}),
        ("<p>One<p>Two", {"One": "<p>One", "Two": "<p>Two"}),
        ("<div><p>One<ul><li>Two", {"One": "<p>One", "Two": "<li>Two"}),
        ("<body><p>One</body></html>", {"One": "<p>One"}),
        (
            "<table><tr><td>a<td>b<tr><td>c<td>d</table>",
            {"a\tb": "<tr><td>a<td>b", "c\td": "<tr><td>c<td>d"},
        ),
        (
            "<table><tr><td>One<br>Two<td>Three</table><p>x</p>",
            {"One": "<td>One<br>Two", "Two": "<td>One<br>Two", "Three": "<td>Three", "x": "<p>x</p>"},
        ),
    ],
)
def test_an_element_that_the_end_closes_holds_its_text(html: str, ranges: dict[str, str]) -> None:
    doc = parse_html(html)
    assert {block.text: source_of(doc, block.text) for block in doc.blocks} == ranges


def test_what_the_parser_made_up_has_no_range() -> None:
    doc = parse_html("Tea<p>Cake</p>")
    assert [doc.source_range(block) for block in doc.blocks] == [None, (3, 14)]
    assert parse_html("<body>Tea").source_range(parse_html("<body>Tea").blocks[0]) is not None


def test_ranges_of_neighbours_do_not_overlap() -> None:
    doc = parse_html("<ul>" + "<li>One" * 30 + "</ul>")
    ranges = [found for block in doc.blocks if (found := doc.source_range(block))]
    assert len(ranges) == 30
    assert all(above[1] <= below[0] for above, below in pairwise(ranges))


def test_a_plain_text_has_no_ranges() -> None:
    doc = process("Tea is a drink.").document
    assert doc.source is None
    assert [doc.source_range(block) for block in doc.blocks] == [None]


# Pickling


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("page", PAGES)
def test_a_page_survives_pickling(page: str, protocol: int) -> None:
    doc = parse_html(page)
    back: Document = pickle.loads(pickle.dumps(doc, protocol))
    again: Document = pickle.loads(pickle.dumps(back, protocol))
    for each in (back, again):
        assert (each.text, each.source, each.head) == (doc.text, doc.source, doc.head)
        assert signature(each) == signature(doc)
        assert [each.source_range(b) for b in each.blocks] == [doc.source_range(b) for b in doc.blocks]
        assert [[i.element.get("href") for i in b.markup.inlines] for b in each.blocks if b.markup] == [
            [i.element.get("href") for i in b.markup.inlines] for b in doc.blocks if b.markup
        ]


def test_shared_elements_stay_shared() -> None:
    back: Document = pickle.loads(pickle.dumps(parse_html("<ul class=x><li>One<li>Two</ul>")))
    one, two = (block.markup for block in back.blocks)
    assert one is not None
    assert two is not None
    assert one.element.parent is two.element.parent is not None


def test_a_result_of_html_survives_pickling() -> None:
    result = process(PAGE)
    back = pickle.loads(pickle.dumps(result))
    assert (back.records, back.text, back.ledger, back.removed) == (
        result.records,
        result.text,
        result.ledger,
        result.removed,
    )


@pytest.mark.parametrize("depth", [100, 300, 500, 2000])
def test_a_deep_page_survives_pickling(depth: int) -> None:
    doc = parse_html("<div>" * depth + "Tea" + "</div>" * depth)
    assert signature(pickle.loads(pickle.dumps(doc))) == signature(doc)


# Bad input


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
