"""Bylines in HTML: the names that the markup tells, and what looks like a name and is none."""

from __future__ import annotations

import pytest

from cleaner import Author
from tests.fields.helpers import BODIES, BODY, TITLE, check_spans, html, only, read
from tests.helpers import process

# HTML: what the markup says


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("<p><a rel=author href=/ann>Ann Lee</a></p>", ["Ann Lee"]),
        ('<p><a rel="author nofollow" href=/ann>Ann Lee</a></p>', ["Ann Lee"]),
        ('<p><a rel="AUTHOR" href=/ann>by Ann Lee</a></p>', ["Ann Lee"]),
        ("<p>By <a rel=author href=/ann>Ann Lee</a></p>", ["Ann Lee"]),
        ("<p>By <a rel=author href=/ann>Ann Lee</a> and <a rel=author href=/bo>Bo Birk</a></p>", ["Ann Lee", "Bo Birk"]),
        ("<p><span itemprop=author>Ann Lee</span></p>", ["Ann Lee"]),
        ("<p><span itemprop=author itemscope><span itemprop=name>Ann Lee</span></span></p>", ["Ann Lee"]),
        ("<div itemprop=author><p>Ann Lee</p></div>", ["Ann Lee"]),
        ("<p class=byline>Ann Lee</p>", ["Ann Lee"]),
        ("<p class=byline>By Ann Lee</p>", ["Ann Lee"]),
        ("<p class=byline>by: Ann Lee</p>", ["Ann Lee"]),
        ("<p class=byline>Ann Lee and Bo Birk</p>", ["Ann Lee", "Bo Birk"]),
        ("<p class=byline>Ann Lee, Bo Birk &amp; Cy Cole</p>", ["Ann Lee", "Bo Birk", "Cy Cole"]),
        ("<p class=entry-author>· Ann Lee ·</p>", ["Ann Lee"]),
        ("<div class=author-name><b>Ann Lee</b></div>", ["Ann Lee"]),
        ("<p class=writer>tiffany</p>", ["tiffany"]),
        ("<p id=autor>Ana María de la Torre</p>", ["Ana María de la Torre"]),
        ('<p class="byline author vcard"><a class="url fn n" href=/ann>Ann Lee</a></p>', ["Ann Lee"]),
        ('<address class="vcard author"><span class=fn>Ann Lee</span></address>', ["Ann Lee"]),
        ('<p>Filed by the night desk <span class="author vcard"><span class=fn>Ann Lee</span></span></p>', ["Ann Lee"]),
    ],
)
def test_names_that_the_markup_tells(meta: str, expected: list[str]) -> None:
    result = process(html(meta))
    check_spans(result)
    record = only(result)
    assert [author.name for author in record.authors] == expected
    assert record.title == TITLE
    assert record.origins["authors"] == "text"


@pytest.mark.parametrize(
    ("language", "meta", "expected"),
    [
        ("de", "<p class=author>von Anna Deich und Jürgen Öhm</p>", ["Anna Deich", "Jürgen Öhm"]),
        ("fr", "<p class=auteur>Par Zoé Petit</p>", ["Zoé Petit"]),
        ("es", "<p class=autor>Ana Ruiz</p>", ["Ana Ruiz"]),
        ("ru", "<p class=author>Анна Мост</p>", ["Анна Мост"]),
        ("zh", "<p class=author>李小龙</p>", ["李小龙"]),
        ("ar", "<p class=author>أحمد علي</p>", ["أحمد علي"]),
    ],
)
def test_names_that_the_markup_tells_in_other_languages(language: str, meta: str, expected: list[str]) -> None:
    record = read(html(meta, language=language))
    assert [author.name for author in record.authors] == expected
    assert record.body == "\n\n".join(BODIES[language])


def test_an_opening_word_is_surer_than_a_relation_and_a_relation_than_a_class() -> None:
    def confidence(meta: str) -> float:
        return read(html(f"<p>{meta}</p>")).confidence["authors"]

    opened, related = confidence("By Ann Lee"), confidence("<a rel=author href=/ann>Ann Lee</a>")
    assert opened > related > confidence("<span class=author>Ann Lee</span>")
    assert related == confidence("<span itemprop=author>Ann Lee</span>")


@pytest.mark.parametrize(
    "meta",
    [
        "<p class=author>About the author of this page and of others</p>",
        "<p class=author><a href=/ann>Ann Lee</a> is a writer from Port Ansel who keeps eleven goats.</p>",
        "<p class=byline></p>",
        "<p class=byline>12</p>",
        "<p class=byline>...</p>",
        "<p class=authority>Ann Lee</p>",
        "<p class=coauthored>Ann Lee</p>",
        "<p title=author data-author='Ann Lee'>The quay</p>",
        "<p><a rel=bookmark href=/ann>Ann Lee</a></p>",
        "<p><a rel=noauthor href=/ann>Ann Lee</a></p>",
        "<p><a href=/author/ann>Ann Lee</a></p>",
    ],
)
def test_markup_that_tells_no_name(meta: str) -> None:
    assert read(html(meta)).authors == ()


def test_a_long_text_under_the_name_of_an_author_is_body() -> None:
    text = " ".join(BODIES["en"])
    record = read(html(below=f"<div class=author><p>{text} And so on.</p></div>"))
    assert record.authors == ()
    assert f"{text} And so on." in record.body


@pytest.mark.xfail(reason="the line is done with after its first name")
def test_names_that_the_markup_tells_one_by_one() -> None:
    record = read(html("<p class=authors><span class=author>Ann Lee</span>, <span class=author>Bo Birk</span></p>"))
    assert [author.name for author in record.authors] == ["Ann Lee", "Bo Birk"]
    assert record.body == BODY


@pytest.mark.parametrize("attribute", ["class=author", "rel=author", "itemprop=author"])
def test_a_marked_name_in_a_sentence_is_no_byline(attribute: str) -> None:
    record = read(html(below=f"<p>As <a href=/bo {attribute}>Bo Birk</a> once wrote, the river has no friends.</p>"))
    assert record.authors == ()
    assert "As Bo Birk once wrote" in record.body


@pytest.mark.parametrize(
    ("text", "name", "affiliation"),
    [
        ("Ann Lee, Senior Life & Trends Reporter", "Ann Lee", "Senior Life & Trends Reporter"),
        ("Ann Lee, Senior Editor, Halm Magazine of Boats", "Ann Lee", "Senior Editor, Halm Magazine of Boats"),
        ("Ann Lee Staff Writer", "Ann Lee", "Staff Writer"),
        ("Ann Lee, Frankfurt", "Ann Lee", "Frankfurt"),
        ("Md Ann Lee", "Md Ann Lee", None),
    ],
)
def test_what_somebody_is_is_no_name(text: str, name: str, affiliation: str | None) -> None:
    assert read(html(f"<p class=author>{text}</p>")).authors == (Author(name, affiliation),)


@pytest.mark.parametrize("text", ["Associate Editor, Halm Daily", "Founder", "Author", "About the author", "12 Key Facts of Rowing"])
def test_an_element_called_an_authors_without_a_name(text: str) -> None:
    assert read(html(f"<p class=author-title>{text}</p>")).authors == ()


@pytest.mark.parametrize("around", ["comment", "related-posts", "teaser"])
def test_who_wrote_comments_and_teasers_is_no_author(around: str) -> None:
    assert read(html(below=f"<div class={around}><p><span class=author>Bo Birk</span></p></div>")).authors == ()


# HTML: what looks like a name and is none


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("<p>Legal Research · 2023-11-19</p>", []),
        ("<p>Ann Lee · 2023-11-19</p>", ["Ann Lee"]),
        ("<p>By Legal Research · 2023-11-19</p>", ["Legal Research"]),  # a word opens it
        ("<p>Digital OfficeOrganizingPapers</p><p>November 19, 2023</p>", []),
        ("<p>Ann McDonald</p><p>November 19, 2023</p>", ["Ann McDonald"]),
        ("<p class=byline>November 19, 2023 | Wellness &amp; Prevention</p>", []),
        ("<p class=author>Ann Lee &amp; Bo Birk</p>", ["Ann Lee", "Bo Birk"]),
        ("<p class=author>Ann Lee</p><p class=author>AL</p>", ["Ann Lee"]),
        ("<p class=author>SID</p>", ["SID"]),
        ("<p class=author>Ann Lee</p><p class=author-role>Former Quay Consultant</p>", ["Ann Lee"]),
        ("<p class=author>Ann Lee</p><p class=author>Bo Birk, reporter</p>", ["Ann Lee", "Bo Birk"]),
        ("<p class=byline>Written by Ann Lee, CEPF®</p>", ["Ann Lee"]),
        ("<p>Ann Lee</p><p>Co-Founder &amp; Marketing Director</p>", ["Ann Lee"]),
        ("<p>Ann Lee</p><p>Rowing in Port Ansel</p>", []),
        ("<ul><li>Current Students</li><li>Find a Director</li></ul>", []),
        ('<p><a href="/a">Financing Options</a></p><p><a href="/b">Find an Advisor</a></p>', []),
        ("<p>Staff Reporter</p><p>Marketing Director</p>", []),
    ],
)
def test_what_looks_like_a_name_beside_a_headline(meta: str, expected: list[str]) -> None:
    record = read(html(meta, title="Ten Tools for Legal Research and Rowing"))
    assert [author.name for author in record.authors] == expected


def test_a_byline_at_the_foot_is_less_sure_than_the_metadata() -> None:
    foot = '<div><a href="/b">Oars again</a></div><p>by Cy Cole</p>' + "<div>Oars</div>" * 8 + "<div>Ann Lee</div>"
    head = '<script type="application/ld+json">{"@type": "Article", "author": {"@type": "Person", "name": "Ann Lee"}}</script>'
    assert [a.name for a in only(process(html(below=foot, head=head))).authors] == ["Ann Lee"]
    assert [a.name for a in only(process(html(below=foot))).authors] == ["Cy Cole"]


def test_a_name_over_a_date_at_the_foot_is_another_article() -> None:
    foot = "<h2>What the Clerk of the Harbour Learned</h2><p>Information Hub</p><p>November 19, 2023</p>"
    assert only(process(html("<p>By Ann Lee</p>", below=foot))).authors[0].name == "Ann Lee"
