"""The rules by which a tree becomes lines, seen through `parse_html`."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.parse import parse_html
from cleaner.parse.linearise import GAPS, SKIPPED, Lineariser
from tests.parse.helpers import contexts, fixed, inlines, only, tagged, texts


def gaps(html: str) -> list[tuple[str, int]]:
    return [(block.text, block.gap) for block in parse_html(html).blocks]


def text_of(html: str) -> str:
    return parse_html(html).text


# Block-level elements


IN_TABLES = {"tr", "td", "th", "thead", "tbody", "tfoot", "caption"}


@pytest.mark.parametrize("tag", sorted(GAPS.keys() - IN_TABLES - {"body", "html", "head", "noscript"}))
def test_a_block_level_element_is_a_line_of_its_own(tag: str) -> None:
    inner = "" if tag == "hr" else "cake"
    lineariser = Lineariser()
    for name, text in (("body", "tea"), (tag, inner)):
        lineariser.start(name, {})
        if text:
            lineariser.text(text)
    lineariser.end()
    lineariser.text("soup")
    lineariser.end()
    _, blocks = lineariser.blocks()
    assert [block.text for block in blocks] == ["tea", *([inner] if inner else []), "soup"]
    assert {block.gap for block in blocks[1:]} == {GAPS[tag]}
    assert [block.markup.tag for block in blocks if block.markup] == ["body", *([tag] if inner else []), "body"]


def test_paragraphs_have_a_blank_line_around_them_and_divs_have_none() -> None:
    assert text_of("<p>One</p><p>Two</p>") == "One\n\nTwo"
    assert text_of("<div>One</div><div>Two</div>") == "One\nTwo"
    assert text_of("One<p>Two</p>Three") == "One\n\nTwo\n\nThree"
    assert text_of("<div>One</div>Two<div>Three</div>") == "One\nTwo\nThree"
    assert text_of("<div><p>One</p></div><div><p>Two</p></div>") == "One\n\nTwo"
    assert text_of("<section><div>One</div></section><div>Two</div>") == "One\n\nTwo"


def test_there_is_never_more_than_one_blank_line_and_none_at_the_ends() -> None:
    assert text_of("<p></p><p>One</p><p></p><hr><br><br><p>&nbsp;</p><div></div><p>Two</p><br><p></p>") == "One\n\nTwo"


def test_empty_elements_give_no_block() -> None:
    assert (
        texts("<p></p><div> </div><ul><li></li></ul><table><tr><td></td></tr></table><h1>\n</h1><p><b> </b></p>") == []
    )


def test_a_line_break_ends_a_line_and_two_end_a_paragraph() -> None:
    assert gaps("One<br>Two") == [("One", 0), ("Two", 0)]
    assert gaps("One<br><br>Two") == [("One", 0), ("Two", 1)]
    assert gaps("One<br/>\n<br>\n<br> Two") == [("One", 0), ("Two", 1)]
    assert gaps("<p>One<br></p><div>Two<br></div><div>Three</div>") == [("One", 0), ("Two", 1), ("Three", 0)]
    assert gaps("<div>One</div><br><div>Two</div>") == [("One", 0), ("Two", 1)]
    assert tagged("<p>One<br>Two<br><br>Three") == [("p", "One"), ("p", "Two"), ("p", "Three")]


def test_text_between_blocks_belongs_to_what_holds_them() -> None:
    assert tagged("<div>One<p>Two</p>Three</div>") == [("div", "One"), ("p", "Two"), ("div", "Three")]


def test_custom_elements_are_containers() -> None:
    assert tagged("<my-card>One</my-card><my-card class=x>Two</my-card>") == [("my-card", "One"), ("my-card", "Two")]
    assert gaps("<app-root><p>One</p><p>Two</p></app-root>Three") == [("One", 0), ("Two", 1), ("Three", 1)]


# White space


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("  One \n\t two  ", "One two"),
        ("One<b> two </b>three", "One two three"),
        ("One <b> two </b> three", "One two three"),
        ("One<b>two</b>three", "Onetwothree"),
        ("<b>One</b>\n<i>two</i>", "One two"),
        ("<b>One </b><i>two</i>", "One two"),
        ("One<!-- x -->two", "Onetwo"),
        ("One <!-- x --> two", "One two"),
        ("One&nbsp;two&nbsp; &nbsp;three", "One two three"),
        ("&nbsp;One&#160;", "One"),
        ("One&ensp;two&#x3000;three&thinsp;four", "One two three four"),
        ("so&shy;ft hy\xadphens", "soft hyphens"),
        ("One<wbr>two", "Onetwo"),
        ("One<img src=x>two", "Onetwo"),
        ("One\u2028two\x85three\x0bfour\x0cfive", "One two three four five"),
        ("zero\u200bwidth", "zero\u200bwidth"),
        ("H<sub>2</sub>O and x<sup>2</sup>", "H2O and x2"),
        ("<q>One</q>, two", "One, two"),
    ],
)
def test_white_space_is_collapsed(html: str, text: str) -> None:
    assert text_of(html) == text
    assert text_of(f"<p>{html}</p>") == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One &shy;</p>", "One"),
        ("<p>&shy; One</p>", "One"),
        ("<p>One &shy; two</p>", "One two"),
        ("<p>One <b>&shy;</b> two</p>", "One two"),
        ("<p>&shy;</p>", ""),
    ],
)
def test_a_soft_hyphen_among_spaces_leaves_no_space_behind(html: str, text: str) -> None:
    assert texts(html) == ([text] if text else [])
    assert text_of(html) == text


def test_an_inline_element_lies_where_it_did_behind_a_soft_hyphen() -> None:
    for html in (
        "<p>&shy; <b class=x>Tea</b> time",
        "<p>&shy; Nice <b class=x>Tea</b> time",
        "<p>a &shy; <b class=x>Tea</b>",
    ):
        assert inlines(only(html)) == [("b", "Tea")]


TAGS = (
    "b",
    "i",
    "em",
    "strong",
    "span",
    "u",
    "s",
    "sub",
    "sup",
    "mark",
    "small",
    "code",
    "abbr",
    "cite",
    "q",
    "var",
    "time",
    "a",
    "ins",
)
SENTENCE = "Tea is a drink, 茶 is Tee: 3 cups a day."


@fixed
@given(st.lists(st.tuples(st.integers(0, len(SENTENCE)), st.sampled_from(TAGS), st.booleans()), max_size=20))
def test_inline_tags_neither_glue_nor_split(where: list[tuple[int, str, bool]]) -> None:
    """Start tags and end tags anywhere between the letters, also in the wrong order."""
    html, at = "", 0
    for place, tag, opens in sorted(where):
        html += SENTENCE[at:place] + (f"<{tag}>" if opens else f"</{tag}>")
        at = place
    html += SENTENCE[at:]
    assert texts(f"<p>{html}</p>") == [SENTENCE]
    assert texts(f"<ul><li>{html}</ul>") == [SENTENCE]


@fixed
@given(st.lists(st.sampled_from(TAGS), min_size=1, max_size=6), st.integers(0, 8), st.integers(10, len(SENTENCE)))
def test_inline_elements_with_attributes_hold_their_text(tags: list[str], start: int, end: int) -> None:
    tags = [tag for tag in tags if tag != "a"]
    opened = "".join(f"<{tag} id=x{n}>" for n, tag in enumerate(tags))
    closed = "".join(f"</{tag}>" for tag in reversed(tags))
    block = only(f"<p>{SENTENCE[:start]}{opened}{SENTENCE[start:end]}{closed}{SENTENCE[end:]}</p>")
    assert block.text == SENTENCE
    assert inlines(block) == [(tag, SENTENCE[start:end].strip()) for tag in tags]


# Seams: where two things stand side by side without a space


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<a href=1>Home</a><a href=2>News</a>", "Home News"),
        ("<a href=1>Home</a> <a href=2>News</a>", "Home News"),
        ("<a href=1>Home</a><b><a href=2>News</a></b>", "Home News"),
        ("<a href=1>Home</a>, <a href=2>News</a>", "Home, News"),
        ("<a href=1>Home</a>|<a href=2>News</a>", "Home|News"),
        ("(<a href=1>Home</a>)<a href=2>News</a>", "(Home)News"),
        ("<a href=1>Home!</a><a href=2>News</a>", "Home!News"),
        ("<a href=1>Tea</a>cup", "Teacup"),
        ("tea<a href=1>cup</a>", "teacup"),
        ("<span class=name>Ann Lee</span><span class=date>7 March</span>", "Ann Lee 7 March"),
        ("<span class=a>tea</span><span class=a>cup</span>", "teacup"),
        ("<span class=a>tea</span><span>cup</span>", "teacup"),
        ("<span class=cap>T</span>ea", "Tea"),
        ("<span class=cap>T</span><span class=rest>ea</span>", "Tea"),
        ("<span class=cap>T</span><a href=1>ea</a>", "Tea"),
        ("<b class=x>tea</b><i class=x>cup</i>", "teacup"),
        ("<a href=1>Tea</a><sup class=note>2</sup>", "Tea2"),
    ],
)
def test_only_what_is_clearly_two_things_is_set_apart(html: str, text: str) -> None:
    assert texts(html) == [text]


def test_an_empty_link_sets_nothing_apart() -> None:
    assert texts("<a href=1>tea</a><a name=x></a>cup") == ["teacup"]


def test_the_space_of_a_seam_is_in_no_inline_element() -> None:
    block = only("<p><a href=1>Home</a><a href=2>News</a></p>")
    assert inlines(block) == [("a", "Home"), ("a", "News")]


# Preformatted text


def test_preformatted_text_keeps_its_lines_and_indents() -> None:
    doc = parse_html("<pre>def f():\n    return 1\n\n\nf()\n</pre>")
    assert doc.text == "def f():\n    return 1\n\nf()"
    assert [(b.text, b.gap) for b in doc.blocks] == [("def f():", 0), ("return 1", 0), ("f()", 1)]
    assert all(b.markup and b.markup.tag == "pre" and b.markup.context == {"code"} for b in doc.blocks)


def test_preformatted_text_keeps_its_spaces_and_tabs() -> None:
    assert text_of("<pre>a  b\tc</pre>") == "a  b\tc"
    assert text_of("<p>x</p><pre>\n\n  a\n\tb  \n</pre>") == "x\n\n  a\n\tb"
    assert text_of("<pre>a&nbsp;b\x0bc</pre>") == "a b c"


def test_inline_elements_in_preformatted_text_lie_where_they_should() -> None:
    doc = parse_html("<pre>  <span class=k>def</span> <b class=n>f</b>():\n    <span class=k>return</span> 1</pre>")
    assert [inlines(b) for b in doc.blocks] == [[("span", "def"), ("b", "f")], [("span", "return")]]


def test_a_span_over_lines_of_preformatted_text_is_told_on_each() -> None:
    doc = parse_html("<pre>x <i class=c># one\n  # two\n</i>y</pre>")
    assert [inlines(b) for b in doc.blocks] == [[("i", "# one")], [("i", "# two")], []]


def test_code_within_a_line_is_a_line() -> None:
    assert texts("<p>Call <code>f(  1 )</code> twice") == ["Call f( 1 ) twice"]
    assert text_of("<pre><code>  a\n  b</code></pre>") == "  a\n  b"
    assert text_of("<xmp>  <b>a</b>\n</xmp>") == "  <b>a</b>"


def test_joined_characters_of_preformatted_text_stay_joined() -> None:
    assert text_of("<pre>👩\u200d💻 کتاب\u200cها</pre>") == "👩\u200d💻 کتاب\u200cها"


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


# Context


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ul", "list"), ("ol", "list"), ("menu", "list"), ("blockquote", "quote"), ("figure", "figure"),
        ("figcaption", "figure"), ("pre", "code"), ("article", "article"), ("nav", "nav"), ("aside", "aside"),
        ("footer", "footer"), ("header", "header"), ("main", "main"), ("form", "form"), ("button", "form"),
        ("textarea", "form"), ("dialog", "dialog"), ("h1", "h1"), ("h6", "h6"),
    ],
)  # fmt: skip
def test_what_an_element_means(tag: str, name: str) -> None:
    assert contexts(f"<{tag}>Tea</{tag}><p>Cake") == {"Tea": {name}, "Cake": set()}
    assert contexts(f"<div><{tag} class=x>Tea</{tag}></div>") == {"Tea": {name}}


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("navigation", "nav"), ("NAVIGATION", "nav"), ("banner", "header"), ("contentinfo", "footer"),
        ("complementary", "aside"), ("main", "main"), ("search", "form"), ("dialog", "dialog"), ("article", "article"),
    ],
)  # fmt: skip
def test_what_a_role_means(role: str, name: str) -> None:
    assert contexts(f'<div role="{role}"><div>Tea</div></div><div role=x>Cake</div>') == {"Tea": {name}, "Cake": set()}


def test_contexts_add_up() -> None:
    html = "<main><article><blockquote><ul><li><p>Tea</ul></blockquote></article></main><footer><nav>Home"
    assert contexts(html) == {"Tea": {"main", "article", "quote", "list"}, "Home": {"footer", "nav"}}


def test_quotes_and_figures() -> None:
    assert tagged("<blockquote>One<p>Two</p></blockquote>") == [("blockquote", "One"), ("p", "Two")]
    html = (
        "<p>Tea</p><figure><img alt=Cup><figcaption>A cup. <small>Photo: Ann</small></figcaption></figure><p>Cake</p>"
    )
    assert tagged(html) == [("p", "Tea"), ("figcaption", "A cup. Photo: Ann"), ("p", "Cake")]


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_have_their_level(level: int) -> None:
    doc = parse_html(
        f"<h{level}>Tea <small>and cake</small></h{level}><p>x<h{level}><a href=1><div>Cup</div></a></h{level}>"
    )
    assert [(b.text, b.markup.level) for b in doc.blocks if b.markup] == [
        ("Tea and cake", level),
        ("x", 0),
        ("Cup", level),
    ]


# What is not shown


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden>Tea</p>",
        '<p hidden="">Tea</p>',
        "<p hidden=hidden>Tea</p>",
        "<div hidden><ul><li>Tea</ul></div>",
        "<p aria-hidden=true>Tea</p>",
        "<p aria-hidden=TRUE>Tea</p>",
        '<p style="display:none">Tea</p>',
        '<p style="color: red; DISPLAY : none !important">Tea</p>',
        '<p style="visibility: hidden;">Tea</p>',
        "<noscript><p>Tea</p></noscript>",
        "<div><noscript>Tea</noscript></div>",
    ],
)
def test_hidden_text_is_kept_and_known_as_such(html: str) -> None:
    doc = parse_html("<body>" + html + "<p>Cake</p>")
    assert [(b.text, b.markup.hidden) for b in doc.blocks if b.markup] == [("Tea", True), ("Cake", False)]


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden=until-found>Tea</p>",
        "<p aria-hidden=false>Tea</p>",
        "<p aria-hidden>Tea</p>",
        '<p style="display: block">Tea</p>',
        '<p style="visibility: visible">Tea</p>',
        "<p style>Tea</p>",
        "<details><p>Tea</p></details>",
        "<p data-hidden=1 class=hidden>Tea</p>",
    ],
)
def test_what_only_looks_hidden_is_not(html: str) -> None:
    block = only(html)
    assert block.markup is not None
    assert (block.text, block.markup.hidden) == ("Tea", False)


@pytest.mark.parametrize(
    "tag", ["script", "style", "template", "svg", "iframe", "noembed", "noframes", "object", "audio", "video", "canvas"]
)
def test_what_gives_no_text(tag: str) -> None:
    assert tag in SKIPPED
    assert texts(f"<p>One <{tag}>cake</{tag}>two</p>") == ["One two"]
    assert texts(f"<p>One</p><{tag} class=x>cake</{tag}><p>two</p>") == ["One", "two"]


@pytest.mark.parametrize(
    "html",
    ["<img alt=cake>", "<input value=cake>", "<wbr>", "<link href=cake>", "<meta content=cake>", "<!-- cake -->"],
)
def test_void_elements_and_comments_give_no_text(html: str) -> None:
    assert texts(f"<p>One {html}two</p>") == ["One two"]


@pytest.mark.parametrize(
    "html",
    [
        '<p>One <script type="application/ld+json">{"a": 1}</script>two</p>',
        "<p>One <script>x</script><style>y</style>two</p>",
        "<p>One <b>two</b><title>Tea</title></p>",
    ],
)
def test_what_gives_no_text_does_not_cut_a_line(html: str) -> None:
    assert tagged(html) == [("p", "One two")]


def test_a_template_s_content_is_not_the_page_s() -> None:
    html = "<template><p>x</p><title>y</title><meta name=a content=b><template><p>z</template></template><p>Tea"
    doc = parse_html(html)
    assert [b.text for b in doc.blocks] == ["Tea"]
    assert doc.head is not None
    assert (doc.head.titles, doc.head.metas) == ([], [])


# Links and other inline elements


@pytest.mark.parametrize(
    ("html", "share"),
    [
        ("<a href=1>Tea</a>", 1.0),
        ("<p>Tea", 0.0),
        ("<a href=1><b>Tea</b></a>", 1.0),
        ("<p><a href=1>Tea</a> is a drink", 3 / 14),
        ("<p>(<a href=1>Tea</a>)<b><a href=1>T</a></b>", 4 / 6),
        ("<a href=1>Tea<br>", 1.0),
        ("<p>Tea <a href=1></a>", 0.0),
    ],
)
def test_the_share_of_links(html: str, share: float) -> None:
    markup = only(html).markup
    assert markup is not None
    assert markup.link_share == pytest.approx(share)


def test_the_space_between_links_is_no_text_beside_them() -> None:
    for html in ("<a href=1>Home</a><a href=2>News</a>", "<p><a href=1>Home</a> <a href=2>News</a> <a href=3>Tea</a>"):
        markup = only(html).markup
        assert markup is not None
        assert markup.link_share == 1.0


def test_a_link_around_blocks_is_a_link_in_each() -> None:
    doc = parse_html("<a href=1><h2>Tea</h2><p>A <b class=x>hot</b> drink</p></a><p>Cake</p>")
    assert [(inlines(b), b.markup.link_share) for b in doc.blocks if b.markup] == [
        ([("a", "Tea")], 1.0),
        ([("a", "A hot drink"), ("b", "hot")], 1.0),
        ([], 0.0),
    ]


def test_inline_elements_without_attributes_are_not_told_of() -> None:
    assert inlines(only("<p><b>Tea</b> and <a>cake</a> and <i class=x>soup</i>")) == [("i", "soup")]


def test_inline_elements_hold_no_outer_spaces_of_theirs_at_their_start() -> None:
    assert inlines(only("<p>One<b class=x> two </b>three <i id=y>\n four</i>")) == [("b", "two"), ("i", "four")]


def test_empty_inline_elements_are_not_told_of() -> None:
    assert inlines(only("<p>Tea<a name=x></a><i class=icon></i><b class=y> </b> cup")) == []


def test_inline_elements_over_several_lines_are_told_on_each() -> None:
    doc = parse_html("<p>One <i class=x>two<br>three<br><b id=y>four</b> five</i> six")
    assert [inlines(b) for b in doc.blocks] == [[("i", "two")], [("i", "three")], [("i", "four five"), ("b", "four")]]


@pytest.mark.parametrize("depth", [7, 8, 9, 12, 40])
@pytest.mark.parametrize("before", ["", "Some text "])
def test_deep_inline_elements_over_several_lines_lie_within_each(depth: int, before: str) -> None:
    doc = parse_html(f"<p>{before}{'<b class=x>' * depth}Tea<br>cake<br>z{'</b>' * depth}")
    assert [b.text for b in doc.blocks] == [f"{before}Tea", "cake", "z"]
    for block, text in zip(doc.blocks, ("Tea", "cake", "z"), strict=True):
        found = inlines(block)
        assert set(found) == {("b", text)}
        assert 8 <= len(found) <= depth or len(found) == depth


def test_times_and_authors() -> None:
    when = '<time datetime="2023-03-07T09:00Z" class=date>7 March</time>'
    block = only(f'<p>By <a rel="author nofollow" href="/ann">Ann Lee</a>, {when}')
    assert block.markup is not None
    elements: dict[str, Any] = {i.element.tag: i.element for i in block.markup.inlines}
    assert inlines(block) == [("a", "Ann Lee"), ("time", "7 March")]
    assert elements["a"].get("rel").split() == ["author", "nofollow"]
    assert elements["a"].get("href") == "/ann"
    assert elements["time"].get("datetime") == "2023-03-07T09:00Z"
    assert elements["time"].get("title") == ""
    assert elements["time"].words == {"date"}


def test_names_and_words_of_an_element() -> None:
    markup = only(
        '<div class="entryTitle post-title  Big_Cup" id="post42" role=note itemprop=articleBody>Tea</div>'
    ).markup
    assert markup is not None
    assert markup.element.names == {"entrytitle", "post-title", "big_cup", "post42", "note", "articlebody"}
    assert markup.element.words == {"entry", "title", "post", "big", "cup", "note", "article", "body"}
    assert only("<p>Tea").markup is not None
    assert only("<p title=x>Tea").markup.element.words == frozenset()  # type: ignore[union-attr]


def test_the_elements_above() -> None:
    markup = only("<main><div class=a><section id=b><p>Tea</p></section></div></main>").markup
    assert markup is not None
    assert [e.tag for e in markup.element.ancestors()][:4] == ["p", "section", "div", "main"]
    orders = [e.order for e in markup.element.ancestors()]
    assert orders == sorted(orders, reverse=True)


def test_siblings_share_the_element_above() -> None:
    one, two = (b.markup for b in parse_html("<ul class=x><li>One<li>Two</ul>").blocks)
    assert one is not None
    assert two is not None
    assert one.element.parent is two.element.parent is not None
    assert one.element is not two.element


# The head


def test_what_a_page_says_of_itself() -> None:
    doc = parse_html(
        """<!doctype html><html lang="en-GB"><head>
        <meta charset="utf-8"><title> On
          Tea &amp; Cake</title>
        <META NAME="Author" content="Ann Lee"><meta property="og:title" content="Tea">
        <meta http-equiv="refresh" content="3"><meta itemprop="datePublished" content="2023-03-07"><meta name="empty">
        <link rel="stylesheet" href="x.css"><link rel="canonical alternate" href=" https://tea.example/a ">
        <link rel=canonical href="https://tea.example/b">
        <script type="application/ld+json">{"@type": "NewsArticle",
          "name": "a < b &amp;"}</script><script>var x;</script>
        </head><body><script type="application/ld+json; charset=utf-8">[2]</script><p>Tea</p></body></html>"""
    )
    head = doc.head
    assert head is not None
    assert doc.text == "Tea"
    assert head.titles == ["On Tea & Cake"]
    assert head.language == "en-GB"
    assert head.canonical == "https://tea.example/a"
    assert head.metas == [
        ("", ""),
        ("author", "Ann Lee"),
        ("og:title", "Tea"),
        ("refresh", "3"),
        ("datepublished", "2023-03-07"),
        ("empty", ""),
    ]
    assert head.json_ld == ['{"@type": "NewsArticle",\n          "name": "a < b &amp;"}', "[2]"]


def test_a_page_that_says_nothing_of_itself() -> None:
    head = parse_html("<p>Tea").head
    assert head is not None
    assert (head.titles, head.metas, head.json_ld, head.canonical, head.language) == ([], [], [], None, None)


def test_the_title_of_a_picture_is_not_the_page_s() -> None:
    head = parse_html("<title>Tea</title><p>x<svg><title>Icon</title><text>y</text></svg>").head
    assert head is not None
    assert head.titles == ["Tea"]


def test_head_elements_in_the_body_count_and_cut_no_line() -> None:
    doc = parse_html('<p>One <meta itemprop=author content="Ann Lee">two <link rel=canonical href=u>three')
    assert [b.text for b in doc.blocks] == ["One two three"]
    assert doc.head is not None
    assert (doc.head.metas, doc.head.canonical) == ([("author", "Ann Lee")], "u")
