"""JSON-LD that is broken, or too much."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.grammar.head import json_values
from tests.grammar.helpers import ARTICLE, of_json, titles
from tests.parse.helpers import fixed

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


def test_half_of_an_escaped_character_is_not_handed_on() -> None:
    """No file and no table could hold it."""
    source = r'{"@type": "Article", "headline": "On \ud83d Tea", "articleSection": "Cups \u0000\udc00"}'
    assert of_json(source) == [("title", "On \ufffd Tea", 1), ("section", "Cups \ufffd\ufffd", 1)]
    whole = r'{"@type": "Article", "headline": "On \ud83d\ude00 Tea"}'
    assert of_json(whole) == [("title", "On 😀 Tea", 1)]


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
