from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.parse.sniff import looks_like_html, sniff
from tests.helpers import PAGE, PARAGRAPHS
from tests.parse.helpers import fixed, soups

ONE, TWO = PARAGRAPHS["en"]

PAGES = [
    "<!DOCTYPE html><html><body><p>Tea</p></body></html>",
    "\n  <html lang='en'>\n<head><title>Tea</title></head></html>",
    "<!-- saved from -->\n<!doctype HTML>\n<p>Tea",
    "<!-- a --><!-- b -->\n<!-- c --><html>",
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">\n<html xmlns="x">',
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN"><frameset cols="20%,80%">',
    "<HEAD><TITLE>Tea</TITLE></HEAD>",
    "<body>Tea",
]
FRAGMENTS = [
    "<p>One</p><p>Two</p>",
    "<div class='a'><span>Tea</span></div>",
    '<a href="https://tea.example/">Tea</a><br>',
    "<h1>On tea</h1>",
    "<ul>\n<li>One\n<li>Two\n</ul>",
    "<table><tr><td>1</td></tr></table>",
    "Tea <b>and</b> cake<br/>and <a href='x'>more</a><p>of</p><p>it</p>",
]


@pytest.mark.parametrize("html", [*PAGES, *FRAGMENTS])
def test_html_is_told_by_its_tags(html: str) -> None:
    assert sniff(html) == "html"
    assert looks_like_html(html)
    assert sniff("\n\t " + html) == "html"


@pytest.mark.parametrize("html", [*PAGES, *FRAGMENTS])
def test_a_byte_order_mark_above_it_changes_nothing(html: str) -> None:
    assert sniff("\ufeff" + html) == "html"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{ONE}</p>\n<p>{TWO}</p>",
        f"<div>{ONE}</div>",
        f"<h1>The Ferry</h1><p>{ONE}</p><p>{TWO}</p>",
        f"<article><p>{ONE} {TWO}</p><p>{ONE} {TWO}</p></article>",
    ],
)
def test_long_paragraphs_do_not_hide_the_tags(html: str) -> None:
    assert sniff(html) == "html"


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- wp:paragraph -->\n<p>{ONE}</p>\n<!-- /wp:paragraph -->\n" * 2,
        "<!-- tea --><p>One</p><p>Two</p>",
        "<blockquote>Tea</blockquote><p>One</p>",
        "<figure><figcaption>Tea</figcaption></figure>",
    ],
)
def test_fragments_that_begin_with_a_comment_or_a_rarer_tag(html: str) -> None:
    assert sniff(html) == "html"


@pytest.mark.parametrize(
    "feed",
    [
        '<rss version="2.0"><channel><title>Tea</title></channel></rss>',
        "<?xml version='1.0'?><rss><item>Tea</item></rss>",
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>Tea</title></feed>',
        '<?xml version="1.0"?>\n<!-- mine -->\n<urlset xmlns="x"><url><loc>https://t.example/</loc></url></urlset>',
        '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><sitemapindex><sitemap/></sitemapindex>',
        '<rdf:RDF xmlns:rdf="x"><item/></rdf:RDF>',
        "<opml version='2.0'><body/></opml>",
        "\n<feed>\n<title>Tea</title></feed>",
    ],
)
def test_feeds_and_sitemaps_are_told_by_their_root(feed: str) -> None:
    assert sniff(feed) == "feed"


@pytest.mark.parametrize(
    "html",
    [
        "<feed-list><p>One</p><p>Two</p></feed-list>",
        "<div><rss>Tea</rss></div>",
        "<p>The &lt;rss&gt; tag</p><p>is a root</p>",
        "<!doctype html><rss version='2.0'>",
    ],
)
def test_what_only_names_a_feed_is_none(html: str) -> None:
    assert sniff(html) != "feed"


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "Write <b> for bold and <i> for italics, and close them again.",
        "The <title> tag names the page; the <h1> tag names what is on it, which is " + "often the same. " * 9,
        "if a < b and c > d: print(a)",
        "<3 tea",
        "< previous | next >",
        "<https://tea.example/> is the address.",
        "Ann Lee <ann@tea.example>",
        "<p> is the tag of a paragraph, as anybody learns who writes a page by hand.",
        "\n\n".join((*PARAGRAPHS["en"], "Use <br> sparingly, and never <table> for layout.", *PARAGRAPHS["en"])),
        "<Tea> <Cake> <Bread>",
        "<feedback> was all she wrote",
        "&lt;p&gt;Tea&lt;/p&gt;",
        '{"title": "Tea", "text": "Cake"}',
        "",
        "\ufeff",
    ],
)
def test_a_text_that_quotes_a_tag_is_text(text: str) -> None:
    assert sniff(text) == "text"
    assert not looks_like_html(text)


def test_what_repeats_comes_to_an_end() -> None:
    """Comments above comments must not be tried in every combination: in a process of its own, which can be ended."""
    code = """
from cleaner.parse.sniff import sniff
for unit in ("<!--a-->", "<!-- ", "<?xml ", "<!a>", "<?a?>", "<!doctype ", "<a ", "<p <", "</", " ", "<!--a--> <!b> "):
    for end in ("", "Tea", "<tea>", "-->"):
        assert sniff(unit * 3_000 + end) in ("text", "html")
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@fixed
@given(st.one_of(soups, st.text(max_size=60), st.text("<>!-?/ prsfedht\n=\"'", max_size=60)))
def test_every_text_is_of_one_kind(text: str) -> None:
    assert sniff(text) in ("text", "html", "feed")
    assert sniff(text) == sniff(text)
    assert sniff(text) != "html" or looks_like_html(text)
    assert sniff(f"<!doctype html>{text}") == "html"
