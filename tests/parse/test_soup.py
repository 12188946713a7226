"""BeautifulSoup objects give the blocks that the HTML they came from gives."""

from __future__ import annotations

import os
import pickle
import warnings
from pathlib import Path

import pytest
from bench.fuzz import LOOSE, PAGES
from bs4 import BeautifulSoup, Tag
from hypothesis import example, given

from bench import data
from cleaner import clean, process
from cleaner.document import Context, Document
from cleaner.parse import parse_html
from cleaner.parse.soup import parse_soup
from tests.helpers import is_partition
from tests.parse.helpers import assert_sound, fixed, fragments, signature, soups

PARSERS = ("html.parser", "lxml", "html5lib")
WCXB = data.DEFAULT / "wcxb-dev"
EVERY = int(os.environ.get("CLEANER_EVERY", "50"))

pytestmark = pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")


def soup_of(html: str, parser: str) -> BeautifulSoup:
    if parser != "html.parser":
        pytest.importorskip(parser)
    return BeautifulSoup(html, parser)


def tag_of(html: str, name: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").find(name)
    assert isinstance(found, Tag)
    return found


def assert_same(doc: Document, other: Document) -> None:
    assert doc.text == other.text
    assert signature(doc) == signature(other)
    assert doc.head == other.head


# The same blocks as from HTML


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("page", PAGES)
def test_well_formed_pages_give_the_same_with_every_parser(page: str, parser: str) -> None:
    doc = parse_soup(soup_of(page, parser))
    assert_same(doc, parse_html(page))
    assert_sound(doc)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("page", PAGES)
def test_well_formed_pages_give_the_same_records(page: str, parser: str) -> None:
    assert clean(soup_of(page, parser)) == clean(page)


def test_html_of_1998_gives_the_same_with_the_parser_of_the_web() -> None:
    assert_same(parse_soup(soup_of(LOOSE, "html5lib")), parse_html(LOOSE))


@pytest.mark.parametrize("parser", PARSERS)
def test_well_formed_fragments_give_the_same_with_every_parser(parser: str) -> None:
    if parser != "html.parser":
        pytest.importorskip(parser)

    @fixed
    @given(fragments)
    @example("<p>One <b>two</b></p><pre>\n  a\n\n b </pre><ul><li>x</li></ul>")
    @example("<table><tbody><tr><td>a<br>b</td><td>c</td></tr></tbody></table>")
    def check(fragment: str) -> None:
        page = f'<!DOCTYPE html><html lang="en"><head><title>Tea</title></head><body>{fragment}</body></html>'
        assert_same(parse_soup(BeautifulSoup(page, parser)), parse_html(page))

    check()


@fixed
@given(soups)
def test_blocks_of_broken_soups_are_sound(html: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # for what looks like a file name, an address, or XML
        soup = BeautifulSoup(html, "html.parser")
    doc = parse_soup(soup)
    assert_sound(doc)
    back: Document = pickle.loads(pickle.dumps(doc))
    assert signature(back) == signature(doc)


# Real pages


@pytest.mark.skipif(not WCXB.is_dir(), reason=f"no pages in {WCXB}; set CLEANER_DATA")
@pytest.mark.parametrize(("parser", "share"), [("html5lib", 1.0), ("lxml", 0.85), ("html.parser", 0.8)])
def test_real_pages_give_the_same(parser: str, share: float) -> None:
    """Exactly so with the parser that follows the standard; the others build other trees from broken markup."""
    pages = list(data.wcxb(WCXB, EVERY))
    other = [
        page.name
        for page in pages
        if signature(parse_soup(soup_of(page.html, parser))) != signature(parse_html(page.html))
    ]
    assert len(other) <= (1 - share) * len(pages), other


# What is handed in


def test_a_tag_is_the_root() -> None:
    doc = parse_soup(tag_of(PAGES[0], "article"))
    assert doc.text.startswith("No Key, No Ferry to Sallow Island\n\nBy Maud Tallis")
    assert doc.text.endswith("who reads the page.")
    assert "Skip to content" not in doc.text
    assert doc.blocks[0].markup is not None
    assert doc.blocks[0].markup.context == {"article", "h1"}
    assert [e.tag for e in doc.blocks[0].markup.element.ancestors()] == ["h1", "article", "#root"]


def test_a_tag_of_any_kind_may_be_the_root() -> None:
    html = "<div><p>Tea <b class=x>and</b> cake</p><table><tr><td>a</td><td>b</td></tr></table><script>x</script></div>"
    found = {name: parse_soup(tag_of(html, name)).text for name in ("p", "b", "table", "tr", "td", "script")}
    assert found == {"p": "Tea and cake", "b": "and", "table": "a\tb", "tr": "a\tb", "td": "a", "script": ""}


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("page", [*PAGES, LOOSE])
def test_the_soup_stays_as_it_is(page: str, parser: str) -> None:
    soup = soup_of(page, parser)
    before = str(soup)
    nodes = [id(node) for node in soup.descendants]
    first = process(soup)
    again = process(soup)
    assert str(soup) == before
    assert [id(node) for node in soup.descendants] == nodes
    assert (again.records, again.text, again.ledger) == (first.records, first.text, first.ledger)


def test_a_changed_soup_is_read_as_it_is_now() -> None:
    soup = BeautifulSoup("<p>One</p><p class=ad>Two</p><p>Three</p>", "html.parser")
    for tag in soup.select(".ad"):
        tag.decompose()
    new = soup.new_tag("p")
    new.string = "Four"
    soup.append(new)
    assert parse_soup(soup).text == "One\n\nThree\n\nFour"


def test_text_nodes_side_by_side_are_one_text() -> None:
    soup = BeautifulSoup("<p>One</p>", "html.parser")
    assert soup.p is not None
    soup.p.append(" two")
    soup.p.append("three")
    assert parse_soup(soup).text == "One twothree"


def test_comments_and_declarations_are_no_text() -> None:
    soup = BeautifulSoup("<!doctype html><!-- a --><?php echo ?><p>Tea<!-- b --><![CDATA[ c ]]></p>", "html.parser")
    assert parse_soup(soup).text == "Tea"


def test_nuls_and_lone_surrogates_become_u_fffd() -> None:
    soup = BeautifulSoup("<p class='\ud800'>Tea \ud800<b>\udfff</b> cup\0</p>", "html.parser")
    doc = parse_soup(soup)
    assert doc.text == "Tea \ufffd\ufffd cup\ufffd"
    assert_sound(doc)


def test_attributes_that_soups_split_into_lists() -> None:
    html = '<p class="a  b" rel="x y"><a href=1 class="c d" rel="author me">Ann</a></p>'
    soup = parse_soup(BeautifulSoup(html, "html.parser"))
    (block,) = soup.blocks
    assert block.markup is not None
    assert block.markup.element.names == {"a", "b"}
    assert [i.element.get("rel") for i in block.markup.inlines] == ["author me"]
    assert_same(parse_soup(BeautifulSoup(f"<body>{html}</body>", "html.parser")), parse_html(html))


def test_names_in_upper_case_are_read() -> None:
    soup = BeautifulSoup("", "html.parser")
    tag = soup.new_tag("P")
    tag.string = "Tea"
    soup.append(tag)
    (block,) = parse_soup(soup).blocks
    assert block.markup is not None
    assert block.markup.tag == "p"


def test_a_soup_has_no_source_ranges() -> None:
    doc = parse_soup(BeautifulSoup("<p>Tea</p>", "html.parser"))
    assert doc.source is None
    assert [doc.source_range(block) for block in doc.blocks] == [None]


def test_the_context_goes_along() -> None:
    doc = parse_soup(BeautifulSoup("<p>Tea</p>", "html.parser"), Context(url="u:x", warnings=("before",)))
    assert (doc.context.url, doc.context.warnings) == ("u:x", ("before",))
    assert doc.context.content_type == "text/html"


@pytest.mark.parametrize("html", ["", " ", "<p></p>", "<!-- x -->", "<script>x</script>"])
def test_an_empty_soup_has_no_blocks(html: str) -> None:
    doc = parse_soup(BeautifulSoup(html, "html.parser"))
    assert (doc.text, doc.blocks) == ("", ())


@pytest.mark.parametrize("name", ["div", "b", "span", "li", "table"])
def test_a_deep_soup_is_read(name: str) -> None:
    soup = BeautifulSoup("", "html.parser")
    at: Tag = soup
    for _ in range(5_000):
        inner = soup.new_tag(name, attrs={"class": "x"})
        at.append(inner)
        at = inner
    at.string = "Tea"
    doc = parse_soup(soup)
    assert [block.text for block in doc.blocks] == ["Tea"]
    result = process(soup)
    assert is_partition(result.ledger, result.document.text)


def test_a_soup_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGES[3].encode())
    with path.open("rb") as stream:
        assert_same(parse_soup(BeautifulSoup(stream, "html.parser")), parse_html(PAGES[3]))
