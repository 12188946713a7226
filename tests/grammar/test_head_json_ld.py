"""What JSON-LD says of articles, in every shape, and where in it they are."""

from __future__ import annotations

from typing import Any

import pytest

from tests.grammar.helpers import ARTICLE, of_json, titles

# JSON-LD: what an article says


def test_the_fields_of_an_article() -> None:
    assert of_json(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": "On Tea",
            "name": "tea-1",
            "author": {"@type": "Person", "name": "Ann Lee"},
            "datePublished": "2023-11-19T10:30:00Z",
            "dateModified": "2023-11-20",
            "articleSection": ["Boats", "Tea"],
            "description": "What tea is",
            "articleBody": "Tea is a drink.",
            "publisher": {"@type": "Organization", "name": "Lantern"},
            "wordCount": 4,
        }
    ) == [
        ("title", "On Tea", 1),
        ("authors", ("Ann Lee",), 1),
        ("published", "2023-11-19T10:30:00Z", 1),
        ("modified", "2023-11-20", 1),
        ("section", "Boats", 1),
        ("description", "What tea is", 1),
        ("body", "Tea is a drink.", 1),
    ]


@pytest.mark.parametrize(
    ("node", "found"),
    [
        ({"name": "On Tea"}, [("title", "On Tea", 1)]),
        ({"dateCreated": "2023"}, [("published", "2023", 1)]),
        ({"uploadDate": "2023-01-02", "dateCreated": "2023"}, [("published", "2023", 1)]),
        ({"datePublished": 2023}, [("published", "2023", 1)]),
        ({"datePublished": ["2023-01-02", "2024"]}, [("published", "2023-01-02", 1)]),
        ({"headline": ["On Tea", "Tea"]}, [("title", "On Tea", 1)]),
        ({"headline": "", "name": "On Tea"}, [("title", "On Tea", 1)]),
        ({"headline": " \n", "author": [], "articleSection": None, "datePublished": {}}, []),
        ({"headline": "On\n  Tea "}, [("title", "On Tea", 1)]),
        ({"headline": "<b>Tea</b> &amp; cake"}, [("title", "Tea & cake", 1)]),
        ({"headline": "1 < 2 &lt;3"}, [("title", "1 < 2 <3", 1)]),
        ({"headline": {"@value": "On Tea"}}, []),
        ({"headline": 1984}, [("title", "1984", 1)]),
        ({"headline": 1.5}, []),
    ],
)
def test_values_of_odd_shapes(node: dict[str, Any], found: list[object]) -> None:
    assert of_json({"@type": "Article", **node}) == found


def test_a_truth_value_is_no_title() -> None:
    assert of_json({"@type": "Article", "headline": True}) == []


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Lee", ("Ann Lee",)),
        (["Ann Lee", "Bo Birk"], ("Ann Lee", "Bo Birk")),
        ({"name": "Ann Lee"}, ("Ann Lee",)),
        ({"@type": "Person", "name": ["Ann Lee", "Bo Birk"]}, ("Ann Lee", "Bo Birk")),
        ([{"name": "Ann Lee"}, {"@type": "Organization", "name": "Lantern"}], ("Ann Lee", "Lantern")),
        ({"givenName": "Ann", "familyName": "Lee"}, ("Ann Lee",)),
        ([{"name": "Ann Lee"}, "Bo Birk", None, 3, {"url": "x"}, {"name": ""}], ("Ann Lee", "Bo Birk", "3")),
        ([["Ann Lee"], [["Bo Birk"]]], ("Ann Lee", "Bo Birk")),
        ([{"name": "Ann Lee"}, {"name": "Ann Lee"}], ("Ann Lee",)),
        ({"name": "Ann &amp; Bo"}, ("Ann & Bo",)),
    ],
)
def test_authors_in_every_form(author: object, names: tuple[str, ...]) -> None:
    assert of_json({**ARTICLE, "author": author}) == [("title", "On Tea", 1), ("authors", names, 1)]
    assert of_json({**ARTICLE, "creator": author}) == [("title", "On Tea", 1), ("authors", names, 1)]


@pytest.mark.parametrize("kind", ["Organization", "NewsMediaOrganization", "Corporation", ["Organization", "Brand"]])
def test_an_organisation_that_signs_alone_is_told_apart(kind: object) -> None:
    found = of_json({**ARTICLE, "author": {"@type": kind, "name": "Lantern"}})
    assert found == [("title", "On Tea", 1), ("organisations", ("Lantern",), 1)]


def test_a_creator_speaks_only_where_no_author_does() -> None:
    assert ("authors", ("Ann Lee",), 1) in of_json({**ARTICLE, "author": "Ann Lee", "creator": "Bo Birk"})
    assert ("authors", ("Bo Birk",), 1) in of_json({**ARTICLE, "author": {}, "creator": "Bo Birk"})


@pytest.mark.parametrize("author", [None, "", [], {}, {"name": None}, {"@id": "#ann"}, [None, {}], {"name": {}}])
def test_an_author_without_a_name_is_none(author: object) -> None:
    assert of_json({**ARTICLE, "author": author}) == [("title", "On Tea", 1)]


def test_the_authors_of_an_article_are_a_few() -> None:
    ((_, names, _),) = [
        c for c in of_json({**ARTICLE, "author": [f"Name {n}" for n in range(100)]}) if c[0] == "authors"
    ]
    assert isinstance(names, tuple)
    assert names == tuple(f"Name {n}" for n in range(12))


# JSON-LD: where articles are


@pytest.mark.parametrize(
    "kind",
    [
        "Article", "NewsArticle", "BlogPosting", "SocialMediaPosting", "LiveBlogPosting", "TechArticle", "ScholarlyArticle",
        "Report", "Review", "Recipe", "https://schema.org/NewsArticle", "schema:Article", ["WebPage", "Article"],
    ],
)  # fmt: skip
def test_kinds_of_articles(kind: object) -> None:
    assert titles({"@type": kind, "headline": "On Tea"}) == ["On Tea"]


@pytest.mark.parametrize(
    "kind",
    [
        "WebSite",
        "Organization",
        "Person",
        "BreadcrumbList",
        "Product",
        "Articles",
        "article",
        "",
        None,
        3,
        [],
        {},
    ],
)
def test_what_is_no_article(kind: object) -> None:
    assert of_json({"@type": kind, "headline": "On Tea", "datePublished": "2023"}) == []


@pytest.mark.parametrize("kind", ["WebPage", "FAQPage", "ItemPage", ["WebPage", "AboutPage"]])
def test_a_page_without_an_article_tells_its_own_dates(kind: object) -> None:
    node = {"@type": kind, "headline": "On Tea", "datePublished": "2023", "dateModified": "2024", "author": "Ann Lee"}
    assert of_json({"@graph": [node]}) == [("published", "2023", 0), ("modified", "2024", 0)]
    assert ("published", "2023", 0) not in of_json({"@graph": [ARTICLE, node]})


@pytest.mark.parametrize(
    "value",
    [
        [ARTICLE],
        [[[ARTICLE]]],
        {"@graph": [{"@type": "WebSite", "name": "Lantern"}, ARTICLE]},
        {"@context": "https://schema.org", "@graph": ARTICLE},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE}]},
        {"@type": "Blog", "name": "Lantern", "blogPost": [ARTICLE]},
        {"@type": "CreativeWork", "hasPart": ARTICLE},
        [{"@graph": [[{"mainEntity": ARTICLE}]]}],
    ],
)
def test_an_article_is_found_wherever_it_is(value: object) -> None:
    assert of_json(value) == [("title", "On Tea", 1)]


def test_articles_are_numbered_in_the_order_of_the_page() -> None:
    def item(name: str) -> dict[str, object]:
        return {"@type": "Article", "headline": name, "author": f"Author of {name}"}

    graph = {"@graph": [item("One"), {"@type": "Blog", "blogPost": [item("Two"), item("Three")]}, item("Four")]}
    assert titles(graph, [item("Five")]) == ["One", "Two", "Three", "Four", "Five"]
    assert [(value, number) for field, value, number in of_json(graph, item("Five")) if field == "authors"] == [
        ((f"Author of {name}",), number) for number, name in enumerate(("One", "Two", "Three", "Four", "Five"), 1)
    ]


def test_a_live_blog_and_its_entries_are_articles() -> None:
    entries = [{"@type": "BlogPosting", "headline": name} for name in ("One", "Two")]
    assert titles({"@type": "LiveBlogPosting", "headline": "Live", "liveBlogUpdate": entries}) == ["Live", "One", "Two"]


@pytest.mark.parametrize(
    "key", ["comment", "comments", "review", "citation", "mentions", "isPartOf", "about", "publisher"]
)
def test_items_of_comments_and_the_like_are_ignored(key: str) -> None:
    inner = [{"@type": "SocialMediaPosting", "headline": "I like tea", "author": "somebody"}]
    assert titles({**ARTICLE, key: inner}) == ["On Tea"]
