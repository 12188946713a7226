"""`parse_html` as a whole: what holds for every input, what comes in, and pickling."""

from __future__ import annotations

import pickle
import sys

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


@pytest.mark.parametrize("noscript", ["noscript", "NOSCRIPT"])
def test_a_frame_that_noscript_leaves_open_does_not_swallow_the_page(noscript: str) -> None:
    html = f"<p>Tea</p><{noscript}><iframe src='/count'></{noscript}><p>Cake</p><iframe>Old</iframe><noscript><iframe></iframe>Toast</noscript><p>Jam"
    doc = parse_html(html)
    assert [block.text for block in doc.blocks] == ["Tea", "Cake", "Toast", "Jam"]
    assert doc.source == html
    found = doc.source_range(doc.blocks[1])
    assert found is not None
    assert html[slice(*found)] == "<p>Cake</p>"


def test_a_frame_that_is_open_elsewhere_holds_what_the_standard_says() -> None:
    assert texts("<p>Tea</p><iframe><p>Cake</p>") == ["Tea"]


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
