"""Where the blocks of a page stand in its source."""

from __future__ import annotations

from itertools import pairwise

import pytest
from bench.fuzz import PAGES

from cleaner import process
from cleaner.document import Document
from cleaner.parse import parse_html
from tests.parse.helpers import texts

PAGE = PAGES[0]


def source_of(doc: Document, text: str) -> str | None:
    """The source of the block with a text."""
    (block,) = (block for block in doc.blocks if block.text == text)
    found = doc.source_range(block)
    assert doc.source is not None
    return doc.source[slice(*found)] if found else None


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
