"""The rules by which a tree becomes lines, seen through `parse_html`: blocks, white space, preformatted text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.parse import parse_html
from cleaner.parse.linearise import GAPS, Lineariser
from tests.parse.helpers import fixed, gaps, inlines, only, tagged, text_of, texts

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
