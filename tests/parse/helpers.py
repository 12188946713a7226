"""What the tests of the parsers share: short views of a document, and HTML made up by hypothesis."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from cleaner.document import Block, Document
from cleaner.parse import parse_html

fixed = settings(
    derandomize=True, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], database=None
)


# Views


def texts(html: str | bytes) -> list[str]:
    return [block.text for block in parse_html(html).blocks]


def tagged(html: str | bytes) -> list[tuple[str, str]]:
    """The text of every block with the tag it stands in."""
    return [(block.markup.tag, block.text) for block in parse_html(html).blocks if block.markup]


def contexts(html: str | bytes) -> dict[str, set[str]]:
    """The context of every block, by its text."""
    return {block.text: set(block.markup.context) for block in parse_html(html).blocks if block.markup}


def text_of(html: str) -> str:
    return parse_html(html).text


def gaps(html: str) -> list[tuple[str, int]]:
    """The text of every block with the number of empty lines above it."""
    return [(block.text, block.gap) for block in parse_html(html).blocks]


def only(html: str | bytes) -> Block:
    """The only block."""
    (block,) = parse_html(html).blocks
    return block


def inlines(block: Block) -> list[tuple[str, str]]:
    """The tag and the text of every inline element, in the order in which they begin, outer ones first."""
    assert block.markup is not None
    found = sorted(block.markup.inlines, key=lambda i: (i.start, -i.end, i.element.order))
    return [(i.element.tag, block.text[i.start : i.end]) for i in found]


def signature(doc: Document) -> list[tuple[Any, ...]]:
    """All that a filter may read of the blocks, but for the parser's own nodes."""
    return [
        (
            block.text,
            block.start,
            block.gap,
            block.markup.tag,
            block.markup.context,
            block.markup.link_share,
            [(i.start, i.end, i.element.tag, i.element.words) for i in block.markup.inlines],
            block.markup.element.words,
            [above.tag for above in block.markup.element.ancestors()],
        )
        for block in doc.blocks
        if block.markup
    ]


def assert_sound(doc: Document) -> None:
    """Assert what holds for the blocks of every document that came from HTML."""
    at = 0
    for index, block in enumerate(doc.blocks):
        assert block.index == index
        assert at <= block.start < block.end
        assert not doc.text[at : block.start].strip()
        assert doc.text[block.start : block.end] == block.text == block.text.strip()
        assert block.text.splitlines() == [block.text]
        markup = block.markup
        assert markup is not None
        assert 0.0 <= markup.link_share <= 1.0
        assert markup.tag not in ("script", "style", "title", "template", "svg")
        for inline in markup.inlines:
            assert 0 <= inline.start < inline.end <= len(block.text)
        at = block.end
    assert not doc.text[at:].strip()
    for above, below in pairwise(doc.blocks):
        assert below.gap == doc.text[above.end : below.start].count("\n") - 1 >= 0
    assert doc.text.encode().decode() == doc.text


# Tag soup: tags that nobody closes, end tags that nothing opened, and characters of every kind

INLINE = ("a", "b", "em", "i", "span", "small", "time", "q", "sup", "code", "font", "nobr", "x-y")
BLOCK = (
    "p", "div", "h1", "h3", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "td", "th", "tbody", "caption", "pre",
    "blockquote", "figure", "figcaption", "article", "nav", "form", "button", "select", "option", "details", "center",
)  # fmt: skip
OTHER = (
    "br", "hr", "img", "wbr", "script", "style", "template", "svg", "title", "textarea", "noscript", "iframe", "math",
    "body", "html", "head", "frameset", "plaintext", "object", "ruby", "rt",
)  # fmt: skip
ATTRIBUTES = (
    "", "", "", ' class="a"', ' class="b c"', " id=x", " href=/tea", ' href="/cake" rel=author', " hidden",
    " role=nav", ' style="display:none"', " aria-hidden=true", " datetime=2023-03-07", " colspan=9",
    ' class="a" class="b"', " =", " '", ' type="application/ld+json"',
)  # fmt: skip
PIECES = (
    "Tea", "cake", "T", "7", "中", "の", " ", "  ", "\n", "\t", "\r\n", "\r", "\xad", "\xa0", "&nbsp;", "&shy;",
    "&amp;", "&lt;b", "&#0;", "&#xD800;", "\0", "\u2028", "\x85", "\x0b", "\x1c", "\u200b", "\ufeff", "\ufffd", "🍵",
    "é", "<", ">", "<!--", "-->", "<!", "<![CDATA[", "]]>", "<?", "</", '"', "{}", ".", "–", "&", "\U000e0001",
)  # fmt: skip

_tags = st.sampled_from((*INLINE, *INLINE, *BLOCK, *BLOCK, *OTHER))
_starts = st.tuples(_tags, st.sampled_from(ATTRIBUTES)).map(lambda pair: f"<{pair[0]}{pair[1]}>")
_ends = _tags.map("</{}>".format)
_pieces = st.sampled_from(PIECES)
soups = st.lists(st.one_of(_starts, _pieces, _ends, st.text(max_size=3)), max_size=40).map("".join)


# Well-formed fragments, which every parser reads in the same way

_words = st.sampled_from(
    ("Tea", "cake", "and", "T", "2023", "茶", "пирог", "so\xadft", "a\xa0b", "&amp;", "&lt;b&gt;", "7 €")
)
_spaces = st.sampled_from(("", "", " ", "\n  "))
_plain = st.lists(st.tuples(_spaces, _words, _spaces).map("".join), min_size=1, max_size=3).map("".join)
_some = st.sampled_from(
    ("", ' class="a"', ' class="b c"', ' id="x"', ' hidden=""', ' role="main"', ' style="color: red"')
)
_inline_tags = st.sampled_from(("b", "em", "i", "span", "small", "sup", "time", "x-y"))
_block_tags = st.sampled_from(("div", "section", "article", "nav", "blockquote", "figure", "main", "footer", "details"))


def _element(tags: st.SearchStrategy[str], inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.tuples(tags, _some, inside).map(lambda each: f"<{each[0]}{each[1]}>{each[2]}</{each[0]}>")


def _many(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(inside, min_size=1, max_size=3).map("".join)


_phrases = st.recursive(
    st.one_of(_plain, _plain, st.just("<br>")),
    lambda inside: st.one_of(_many(inside), _element(_inline_tags, inside)),
    max_leaves=5,
)
# A link holds no other link, or the parser would close the first.
_linked = st.one_of(_phrases, _phrases.map('<a href="/tea">{}</a>'.format))
_items = _many(_element(st.just("li"), _linked)).map("<ul>{}</ul>".format)
_rows = _many(_element(st.just("td"), _linked)).map("<tr>{}</tr>".format)
_tables = _many(_rows).map("<table><tbody>{}</tbody></table>".format)
_leaves = st.one_of(
    _element(st.sampled_from(("p", "h1", "h2", "pre", "figcaption")), _linked),
    _items,
    _tables,
    _linked,
    st.just("<hr>"),
)
fragments = st.recursive(
    _leaves, lambda inside: st.one_of(_many(inside), _element(_block_tags, _many(inside))), max_leaves=8
)
