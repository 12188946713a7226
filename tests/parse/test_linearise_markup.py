"""What lines know of their elements: context, hidden or not, links, names; and what the head of the page says."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.parse import parse_html
from cleaner.parse.linearise import SKIPPED
from tests.parse.helpers import contexts, inlines, only, tagged, texts

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
