"""How much of a page stands in which of its elements."""

from __future__ import annotations

import pytest
from hypothesis import given

from cleaner.document import Block, Document, Mark
from cleaner.grammar.shape import width
from cleaner.grammar.tree import amounts, columns, named_spans, prose_width, text_weight, text_weights
from cleaner.markup import Element
from cleaner.parse import parse_html, parse_text
from tests.fields.helpers import BODIES
from tests.parse.helpers import fixed, soups

ONE, TWO = BODIES["en"]


def element(doc: Document, name: str) -> Element:
    """The element with an id, or the first one of a tag."""
    for block in doc.blocks:
        assert block.markup is not None
        for each in block.markup.element.ancestors():
            if each.get("id") == name or each.tag == name:
                return each
    raise LookupError(name)


def spans(html: str, *names: str) -> list[tuple[str, str]]:
    """The text and the tag of each named span in the only block of a page."""
    (block,) = parse_html(html).blocks
    return [(block.text[start:end], found.tag) for start, end, found in named_spans(block, frozenset(names))]


# Sums


def test_an_element_has_what_its_blocks_have() -> None:
    doc = parse_html("<main><p>One</p><div id=x><p>Three</p><p>Five</p></div></main><p>Seven</p>")
    found = amounts(doc.blocks, lambda block: len(block.text))
    assert [found[element(doc, name)] for name in ("x", "main", "body")] == [9, 12, 17]
    assert found == columns(doc)


def test_only_the_blocks_that_are_given_count() -> None:
    doc = parse_html("<main><p>One</p><div id=x><p>Three</p></div></main>")
    found = amounts(doc.blocks[:1], lambda _: 1.0)
    assert found[element(doc, "main")] == 1
    assert element(doc, "x") not in found
    assert amounts([], lambda _: 1.0) == {}


def test_text_beside_elements_counts_for_the_element_it_stands_in() -> None:
    doc = parse_html("<div id=x>One<p>Two</p>Three</div>")
    assert columns(doc)[element(doc, "x")] == 11
    assert columns(doc)[element(doc, "p")] == 3


def test_inline_elements_are_no_elements_of_the_tree() -> None:
    doc = parse_html("<p id=x>One <b class=y>Two</b></p>")
    assert {each.tag for each in columns(doc)} == {"#root", "body", "p"}


def test_plain_text_has_no_elements() -> None:
    doc = parse_text(f"{ONE}\n\n{TWO}")
    assert columns(doc) == text_weights(doc) == {}


def test_what_was_removed_counts_too() -> None:
    doc = parse_html("<div id=x><p>One</p></div><p>Two</p>")
    doc.add([Mark(0, 3, "remove", "menu")])
    assert columns(doc)[element(doc, "x")] == 3


@fixed
@given(soups)
def test_the_root_has_all_and_no_element_more_than_its_parent(html: str) -> None:
    doc = parse_html(html)
    found = columns(doc)
    assert sum(amount for each, amount in found.items() if each.parent is None) == sum(width(b.text) for b in doc.blocks)
    for each, amount in found.items():
        own = sum(width(b.text) for b in doc.blocks if b.markup and each in b.markup.element.ancestors())
        assert amount == own
        assert each.parent is None or found[each.parent] >= amount


@pytest.mark.parametrize("depth", [1, 50, 20_000])
def test_trees_of_any_depth(depth: int) -> None:
    doc = parse_html("<div>" * depth + "Tea")
    found = columns(doc)
    assert len(found) >= min(depth, 50)
    assert set(found.values()) == {3.0}


# Weights


def block(html: str) -> Block:
    (found,) = parse_html(html).blocks
    return found


def test_running_text_has_its_columns_and_a_list_of_links_has_none() -> None:
    assert prose_width(block(f"<p>{ONE}</p>")) == width(ONE)
    assert prose_width(block(f"<p><a href=1>{ONE}</a></p>")) == 0
    assert prose_width(block(f"<p>{ONE} <a href=1>Tea</a></p>")) == width(ONE) + 4
    assert prose_width(block("<p>Tea and cake</p>")) == 0
    assert prose_width(parse_text(ONE).blocks[0]) == width(ONE)


def test_other_text_weighs_less_and_links_nothing() -> None:
    assert text_weight(block(f"<p>{ONE}</p>")) == width(ONE)
    assert text_weight(block("<p>Tea and cake</p>")) == pytest.approx(12 * 0.2)
    assert text_weight(block("<p>Tea and <a href=1>cake</a></p>")) == pytest.approx(8 * 0.2, abs=0.21)
    assert text_weight(block("<p><a href=1>Tea and cake</a></p>")) == 0
    assert text_weight(parse_text("Tea and cake").blocks[0]) == pytest.approx(12 * 0.2)


def test_the_weights_of_elements() -> None:
    doc = parse_html(f"<main><p>{ONE}</p><p>Tea and cake</p></main><nav><a href=1>Tea and cake</a></nav>")
    found = text_weights(doc)
    assert found[element(doc, "main")] == pytest.approx(width(ONE) + 2.4)
    assert found[element(doc, "nav")] == 0
    assert text_weights(doc) is found


# Named spans


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>By <b class=author>Ann Lee</b>, today</p>", [("Ann Lee", "b")]),
        ("<p>By <a rel=author href=1>Ann Lee</a></p>", [("Ann Lee", "a")]),
        ("<p>By <a rel='nofollow Author' href=1>Ann Lee</a></p>", [("Ann Lee", "a")]),
        ("<p>On <time class=x>May 8</time></p>", [("May 8", "time")]),
        ("<p>By <i id=the-author>Ann</i> and <i itemprop=author>Bo</i></p>", [("Ann", "i"), ("Bo", "i")]),
        ("<p class=author>Ann Lee</p>", [("Ann Lee", "p")]),
        ("<div class=author><p>Ann Lee</p></div>", [("Ann Lee", "p")]),
        ("<p class=author><b class=author>Ann</b> Lee</p>", [("Ann", "b"), ("Ann Lee", "p")]),
        ("<div class=author><div><div><p>Ann Lee</p></div></div></div>", []),
        ("<p>By <b class=authority>Ann Lee</b></p>", []),
        ("<p>By <b title=author>Ann Lee</b></p>", []),
        ("<p>Ann Lee</p>", []),
    ],
)
def test_spans_of_a_name(html: str, found: list[tuple[str, str]]) -> None:
    # What encloses a block is named by the block's own tag or that of its parent.
    assert [(text, "p" if tag == "div" else tag) for text, tag in spans(html, "author", "rel=author", "time")] == found


def test_plain_text_has_no_named_spans() -> None:
    assert list(named_spans(parse_text("Ann Lee").blocks[0], frozenset(("author", "p")))) == []
