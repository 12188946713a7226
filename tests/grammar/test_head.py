"""What a page says of itself out of sight: JSON-LD in every shape, meta tags, the title, the canonical address."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.grammar.head import Candidate, candidates, json_values
from cleaner.markup import Head
from cleaner.parse import parse_html
from tests.parse.helpers import fixed

ARTICLE = {"@type": "NewsArticle", "headline": "On Tea"}


def of_json(*sources: object) -> list[tuple[str, object, int]]:
    """The candidates of JSON-LD sources, each given as text or as the value to be written."""
    texts = [each if isinstance(each, str) else json.dumps(each) for each in sources]
    found = candidates(Head(json_ld=texts))
    assert {c.origin for c in found} <= {"json-ld"}
    return [(c.field, c.value, c.item) for c in found]


def of_metas(**metas: str) -> list[tuple[str, object, str]]:
    found = candidates(
        Head(metas=[(name.replace("__", ":").replace("_", "-"), value) for name, value in metas.items()])
    )
    return [(c.field, c.value, c.origin) for c in found]


def titles(*sources: object) -> list[object]:
    return [value for field, value, _ in of_json(*sources) if field == "title"]


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


# JSON-LD: what is broken


@pytest.mark.parametrize(
    "source",
    [
        '{"@type": "Article", "headline": "On Tea",}',
        '{"@type": "Article", "headline": "On Tea"',
        '{"@type": "Article", "headline": "On Tea',
        "{'@type': 'Article', 'headline': 'On Tea'}",
        '{"@type": "Article" "headline": "On Tea"}',
        '{"@type": "Article", headline: "On Tea"}',
        '{"@type": "Article", "headline": "On\tTea"}',
        '{"@type": "Article", "headline": "On\nTea"}',
        '{"@type": "Article", "headline": "On Tea"};',
        '<!-- {"@type": "Article", "headline": "On Tea"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "On Tea"}\n//]]>',
        '/*<![CDATA[*/{"@type": "Article", "headline": "On Tea"}/*]]>*/',
        '\n\n  {"@type": "Article", "headline": "On Tea"}\n',
        '[{"@type": "Article", "headline": "On Tea"},]',
    ],
)
def test_broken_json_is_repaired(source: str) -> None:
    assert titles(source) == ["On Tea"]


def test_quotes_within_a_value_are_repaired() -> None:
    assert titles('{"@type": "Article", "headline": "On "Tea" and cake"}') == ['On "Tea" and cake']


@pytest.mark.parametrize(
    "source",
    [
        "", " ", "tea", "null", "3", '"Article"', "true", "[]", "{}", "NaN", "<html><body>", "{{ page.json }}", "}{", "]]>",
        "//", '{"@type"', '{"@type": "Article"', "function () { return 1 }", "\ud800", "\0\0", "\x00{",
    ],
)  # fmt: skip
def test_hopeless_json_gives_nothing(source: str) -> None:
    assert of_json(source) == []


def test_a_broken_source_takes_no_other_with_it() -> None:
    assert titles("}{", ARTICLE, "tea", {**ARTICLE, "headline": "On Cake"}) == ["On Tea", "On Cake"]


def test_values_are_read_strictly_where_they_can_be() -> None:
    assert json_values('{"a": [1, "b", null]}') == {"a": [1, "b", None]}
    assert json_values("") is None
    assert json_values(" [1]\n") == [1]


@fixed
@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_read_or_not(text: str) -> None:
    for source in (text, f'{{"@type": "Article", "headline": "{text}", "author": [{text}]}}'):
        for field, value, number in of_json(source):
            assert field
            assert value
            assert number > 0


_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8)),
    lambda inside: st.one_of(
        st.lists(inside, max_size=4),
        st.dictionaries(
            st.sampled_from(
                ("@type", "@graph", "headline", "name", "author", "item", "datePublished", "articleSection")
            ),
            st.one_of(inside, st.just("Article")),
            max_size=6,
        ),
    ),
    max_leaves=20,
)


@fixed
@given(_json)
def test_any_value_is_read_or_not(value: object) -> None:
    for field, found, number in of_json(json.dumps(value)):
        assert field in ("title", "authors", "published", "modified", "section")
        assert number > 0
        strings = found if isinstance(found, tuple) else (found,)
        assert all(isinstance(each, str) and each == " ".join(each.split()) != "" for each in strings)


# JSON-LD: what is too much


@pytest.mark.parametrize("depth", [10, 400, 20_000, 200_000])
def test_nesting_of_any_depth(depth: int) -> None:
    for start, end in (("[", "]"), ('{"@graph":', "}"), ('[{"mainEntity":', "}]")):
        found = titles(start * depth + json.dumps(ARTICLE) + end * depth)
        assert found == ["On Tea"] or (depth > 400 and found == [])


@pytest.mark.parametrize("depth", [10, 400])
def test_authors_in_lists_of_lists(depth: int) -> None:
    source = f'{{"@type": "Article", "author": {"[" * depth}"Ann Lee"{"]" * depth}}}'
    assert of_json(source) == [("authors", ("Ann Lee",), 1)]


def test_authors_in_very_many_lists() -> None:
    source = f'{{"@type": "Article", "author": {"[" * 800}"Ann Lee"{"]" * 800}}}'
    assert of_json(source) in ([], [("authors", ("Ann Lee",), 1)])


def test_a_long_list_of_articles_is_read_in_part() -> None:
    found = titles([{**ARTICLE, "headline": f"Tea {n}"} for n in range(20_000)])
    assert 1_000 < len(found) < 10_000
    assert found == [f"Tea {n}" for n in range(len(found))]


def test_a_huge_source_is_read_and_a_still_larger_one_is_not() -> None:
    assert titles({**ARTICLE, "articleBody": "Tea is a drink. " * 100_000}) == ["On Tea"]
    assert titles({**ARTICLE, "articleBody": "Tea is a drink. " * 300_000}) == []


def test_a_huge_source_that_is_broken_is_left_alone() -> None:
    body = "Tea is a drink. " * 10_000
    assert titles(json.dumps({**ARTICLE, "articleBody": body})[:-1]) == []
    assert titles(json.dumps({**ARTICLE, "articleBody": body[:1000]})[:-1]) == ["On Tea"]


def test_a_huge_value_is_cut() -> None:
    (title,) = titles({**ARTICLE, "headline": "tea " * 100_000})
    assert isinstance(title, str)
    assert 100 < len(title) <= 2_000


@pytest.mark.parametrize(
    "unit", ["[", '"', "'", "\\", '"a":', "a:b,", "//", "/*", "<!--", "```", '"\\u', "[“", '{"a":', '{"k":1}']
)
def test_much_of_the_same_is_no_article(unit: str) -> None:
    assert of_json(unit * (40_000 // len(unit))) == []


# Meta tags, the title, the address


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
        "description",
        "keywords",
        "og:description",
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


def test_half_of_an_escaped_character_is_not_handed_on() -> None:
    """No file and no table could hold it."""
    source = r'{"@type": "Article", "headline": "On \ud83d Tea", "articleSection": "Cups \u0000\udc00"}'
    assert of_json(source) == [("title", "On \ufffd Tea", 1), ("section", "Cups \ufffd\ufffd", 1)]
    whole = r'{"@type": "Article", "headline": "On \ud83d\ude00 Tea"}'
    assert of_json(whole) == [("title", "On 😀 Tea", 1)]
