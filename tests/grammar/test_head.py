"""What a page says of itself out of sight, in all of its head: meta tags, the title, the canonical address."""

from __future__ import annotations

import pytest

from cleaner.grammar.head import Candidate, candidates
from cleaner.markup import Head
from cleaner.parse import parse_html


def of_metas(**metas: str) -> list[tuple[str, object, str]]:
    found = candidates(
        Head(metas=[(name.replace("__", ":").replace("_", "-"), value) for name, value in metas.items()])
    )
    return [(c.field, c.value, c.origin) for c in found]


@pytest.mark.parametrize(
    ("name", "candidate"),
    [
        ("og:title", ("title", "x", "open-graph")),
        ("og:url", ("url", "x", "open-graph")),
        ("article:published_time", ("published", "x", "open-graph")),
        ("article:modified_time", ("modified", "x", "open-graph")),
        ("article:section", ("section", "x", "open-graph")),
        ("article:author", ("authors", ("x",), "open-graph")),
        ("datepublished", ("published", "x", "microdata")),
        ("datemodified", ("modified", "x", "microdata")),
        ("headline", ("title", "x", "microdata")),
        ("author", ("authors", ("x",), "meta")),
        ("dc.creator", ("authors", ("x",), "meta")),
        ("citation_author", ("authors", ("x",), "meta")),
        ("dc.title", ("title", "x", "meta")),
        ("twitter:title", ("title", "x", "meta")),
        ("date", ("published", "x", "meta")),
        ("pubdate", ("published", "x", "meta")),
        ("parsely-pub-date", ("published", "x", "meta")),
        ("dcterms.modified", ("modified", "x", "meta")),
        ("last-modified", ("modified", "x", "meta")),
        ("parsely-section", ("section", "x", "meta")),
    ],
)
def test_meta_tags(name: str, candidate: tuple[object, ...]) -> None:
    (found,) = candidates(Head(metas=[(name, " x ")]))
    assert (found.field, found.value, found.origin) == candidate
    assert found.item == 0


@pytest.mark.parametrize(
    "name",
    [
        "",
        "keywords",
        "og:type",
        "og:site_name",
        "viewport",
        "generator",
        "article:tag",
        "copyright",
    ],
)
def test_other_meta_tags_say_nothing(name: str) -> None:
    assert candidates(Head(metas=[(name, "x")])) == []


@pytest.mark.parametrize("content", ["", " ", "\n\t", "<b></b>"])
def test_an_empty_meta_tag_says_nothing(content: str) -> None:
    assert candidates(Head(metas=[("og:title", content), ("author", content)])) == []


def test_entities_and_tags_in_meta_tags_are_read() -> None:
    assert of_metas(og__title="Tea &amp; <b>cake</b>", author="Ann\n Lee") == [
        ("title", "Tea & cake", "open-graph"),
        ("authors", ("Ann Lee",), "meta"),
    ]


def test_soft_hyphens_are_not_read() -> None:
    assert [c.value for c in candidates(Head(metas=[("og:title", "Helikopter\u00adlandeplatz")]))] == ["Helikopterlandeplatz"]


def test_several_tags_of_one_name_are_the_authors_of_one_text() -> None:
    found = candidates(Head(metas=[("author", "Ann Lee"), ("author", "Bo Birk"), ("author", "Ann Lee"), ("byl", "Cy Cole")]))
    assert [c.value for c in found] == [("Ann Lee", "Bo Birk"), ("Cy Cole",)]


def test_scholarly_names_are_turned() -> None:
    found = candidates(Head(metas=[("citation_author", "Lee, Ann"), ("citation_author", "Bo Birk")]))
    assert [c.value for c in found] == [("Ann Lee", "Bo Birk")]


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("cxenseparse:recs:publishtime", "published"),
        ("w-published-date", "published"),
        ("article:first_published_time", "published"),
        ("date-pub", "published"),
        ("published_at", "published"),
        ("og:updated_time", "modified"),
        ("lastmodifieddate", "modified"),
        ("article:author_name", "authors"),
        ("mrf:authors", "authors"),
        ("dc:creator", "authors"),
    ],
)
def test_the_many_names_of_a_field(name: str, field: str) -> None:
    (found,) = candidates(Head(metas=[(name, "2023-11-19")]))
    assert (found.field, found.origin) == (field, "meta")


@pytest.mark.parametrize("name", ["twitter:creator", "fediverse:creator", "og:publisher", "article:expiration_time", "author-url", "update-frequency", "x"])
def test_names_of_other_things(name: str) -> None:
    assert candidates(Head(metas=[(name, "2023-11-19")])) == []


def test_the_title_of_the_page_is_its_first() -> None:
    assert candidates(Head(titles=["On Tea", "An icon"])) == [Candidate("title", "On Tea", "title-tag")]
    assert candidates(Head(titles=["", "An icon"])) == []
    assert candidates(Head()) == []


def test_the_canonical_address() -> None:
    assert candidates(Head(canonical="https://tea.example/1")) == [Candidate("url", "https://tea.example/1", "meta")]


def test_from_a_page_of_html() -> None:
    html = """<!doctype html><html><head>
    <title>On Tea | Lantern</title>
    <META PROPERTY="og:Title" content="On Tea">
    <meta name="Author" content="Ann Lee">
    <meta itemprop="datePublished" content="2023-11-19">
    <link rel="Canonical alternate" href=" https://tea.example/1 ">
    <script type="application/ld+json">{"@type": "Article", "headline": "On Tea", "author": "Ann <\\/i>Lee"}</script>
    <script>{"@type": "Article", "headline": "No"}</script>
    </head><body><p>Tea is a drink.</p>
    <script type="APPLICATION/LD+JSON; charset=utf-8">[{"@type": "Article", "headline": "On Cake"}]</script>
    <svg><title>An icon</title></svg></body></html>"""
    head = parse_html(html).head
    assert head is not None
    assert [(c.field, c.value, c.origin, c.item) for c in candidates(head)] == [
        ("title", "On Tea", "json-ld", 1),
        ("authors", ("Ann Lee",), "json-ld", 1),
        ("title", "On Cake", "json-ld", 2),
        ("title", "On Tea", "open-graph", 0),
        ("published", "2023-11-19", "microdata", 0),
        ("authors", ("Ann Lee",), "meta", 0),
        ("title", "On Tea | Lantern", "title-tag", 0),
        ("url", "https://tea.example/1", "meta", 0),
    ]
