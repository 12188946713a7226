"""How lists and tables become lines."""

from __future__ import annotations

from cleaner.parse import parse_html
from tests.parse.helpers import contexts, gaps, inlines, only, tagged, text_of, texts

# Lists


def test_lists_and_what_stands_around_them() -> None:
    assert text_of("Tea:<ul><li>green</li><li>black</li></ul>Cake") == "Tea:\n\ngreen\nblack\n\nCake"
    assert text_of("<ol><li>One<li>Two</ol>") == "One\nTwo"
    assert contexts("<ul><li>One</ul><menu><li>Two</menu>") == {"One": {"list"}, "Two": {"list"}}


def test_nested_lists() -> None:
    html = "<ul><li>Tea<ul><li>green<li>black</ul><li>Cake</ul>"
    assert tagged(html) == [("li", "Tea"), ("li", "green"), ("li", "black"), ("li", "Cake")]
    depth = [
        sum(e.tag in ("ul", "ol") for e in b.markup.element.ancestors()) for b in parse_html(html).blocks if b.markup
    ]
    assert depth == [1, 2, 2, 1]


def test_items_that_hold_paragraphs() -> None:
    assert gaps("<ul><li><p>One</p><p>Two</p><li><p>Three</p></ul>") == [("One", 0), ("Two", 1), ("Three", 1)]


def test_definition_lists() -> None:
    assert tagged("<dl><dt>Tea<dd>A drink<dd>A leaf</dl>") == [("dt", "Tea"), ("dd", "A drink"), ("dd", "A leaf")]


# Tables


def test_a_row_is_a_line_with_tabs_between_its_cells() -> None:
    html = "<table><tr><th>Tea<th>Price<tr><td>green<td>3 €<tr><td>black<td>2 €</table>"
    assert text_of(html) == "Tea\tPrice\ngreen\t3 €\nblack\t2 €"
    assert {tag for tag, _ in tagged(html)} == {"tr"}
    assert contexts(html)["Tea\tPrice"] == {"table"}


def test_a_table_s_sections_and_caption() -> None:
    html = (
        "<table><caption>Prices</caption><thead><tr><th>Tea</th><th>Price</th></tr></thead>"
        "<tbody><tr><td>green</td><td>3</td></tr></tbody><tfoot><tr><td>All</td><td>3</td></tr></tfoot></table>"
    )
    assert tagged(html) == [("caption", "Prices"), ("tr", "Tea\tPrice"), ("tr", "green\t3"), ("tr", "All\t3")]


def test_a_row_with_one_cell_of_text_is_that_cell() -> None:
    assert tagged("<table><tr><td>Tea</td><td></td><td> </td></tr></table>") == [("td", "Tea")]
    assert texts("<table><tr><td></td><td>Tea</td><td></td><td>3</td></tr></table>") == ["Tea\t3"]


def test_cells_of_several_lines_stay_lines() -> None:
    html = "<table><tr><td>Menu<br>Home</td><td><p>One</p><p>Two</p></td></tr></table>"
    assert tagged(html) == [("td", "Menu"), ("td", "Home"), ("p", "One"), ("p", "Two")]


def test_a_cell_of_running_text_stays_a_line() -> None:
    prose = "Tea is a drink that many people like. " * 6
    assert texts(f"<table><tr><td>Menu</td><td>{prose}</td></tr></table>") == ["Menu", prose.strip()]


def test_block_level_elements_in_cells_are_cells() -> None:
    assert texts("<table><tr><td><div>Tea</div></td><td><p>3 €</p></td></tr></table>") == ["Tea\t3 €"]


def test_nested_tables() -> None:
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert texts(f"<table><tr><td>{inner}</td><td>e</td></tr></table>") == ["a\tb", "c\td", "e"]
    assert texts("<table><tr><td><table><tr><td>a</table></td><td>b</td></tr></table>") == ["a\tb"]


def test_inline_elements_of_cells_lie_where_they_should() -> None:
    block = only("<table><tr><td>Tea <a href=1>cup</a><td><pre>  <b class=x>3</b> €</pre><td><a href=2>buy</a></table>")
    assert block.text == "Tea cup\t3 €\tbuy"
    assert inlines(block) == [("a", "cup"), ("b", "3"), ("a", "buy")]
    assert block.markup is not None
    assert 0.35 < block.markup.link_share < 0.5


def test_rows_are_hidden_where_all_their_cells_are() -> None:
    html = "<table><tr><td hidden>a<td style='display:none'>b<tr><td>c<td>d<tr hidden><td>e<td>f</table>"
    assert {text: "hidden" in found for text, found in contexts(html).items()} == {
        "a\tb": True,
        "c\td": False,
        "e\tf": True,
    }


def test_spans_of_columns_and_rows_make_no_cells() -> None:
    assert texts("<table><tr><td colspan=100000>a<td rowspan=100000>b<tr><td>c</table>") == ["a\tb", "c"]
