"""Pages that scripts draw: the text that a script holds is read, through either door, and nothing else is."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner import process
from cleaner.parse import parse_html
from cleaner.parse.drawn import WARNING, drawn
from cleaner.parse.soup import parse_soup
from tests.helpers import is_partition
from tests.parse.helpers import fixed, signature, tagged

SENTENCES = "The ferry to Sallow Island did not sail on Thursday, and nobody at the harbour could say when it would. " * 3
BODY = f'<p class="lead">{SENTENCES}</p><h2>Tickets</h2><p>{SENTENCES}Tickets of this week can be used "until May".</p>'
LINES = [("p", SENTENCES.strip()), ("h2", "Tickets"), ("p", f'{SENTENCES}Tickets of this week can be used "until May".')]

STATE = json.dumps({"queries": [{"id": 7, "title": "No Key, No Ferry", "body": BODY}]})
HELD = {
    "an object": f"window.STATE = {STATE};",
    "JSON of less-than signs escaped": f"window.STATE = {STATE.replace('<', chr(92) + 'u003c')};",
    "JSON in a string": f"self.push([1,{json.dumps('5:' + STATE)}])",
    "a string in single quotes": "draw('" + BODY.replace("'", "\\'").replace("<", "\\x3c") + "')",
    "what JSON-LD says is the body": json.dumps({"@type": "NewsArticle", "articleBody": BODY}),
}


HEAD = '<title>No Key, No Ferry</title><meta property="og:title" content="No Key, No Ferry">'


def page(script: str, shown: str = "", kind: str = "") -> str:
    return f'<html><head>{HEAD}</head><body><div id="root">{shown}</div><script{kind}>{script}</script></body></html>'


@pytest.mark.parametrize("held", HELD)
def test_the_text_that_a_script_holds_is_read(held: str) -> None:
    assert tagged(page(HELD[held])) == LINES


def test_plain_text_of_json_ld_is_split_at_its_lines() -> None:
    script = json.dumps({"@type": "NewsArticle", "articleBody": f"{SENTENCES}\n\nTickets <of> this week.\n{SENTENCES}"})
    assert [tag for tag, _ in tagged(page(script, kind=' type="application/ld+json"'))] == ["p", "p", "p"]


def test_its_record_says_where_it_comes_from() -> None:
    html = page(HELD["an object"])
    result = process(html)
    assert result.warnings == (WARNING,)
    (record,) = result.records
    assert record.title == "No Key, No Ferry"
    assert record.body.startswith(SENTENCES.strip())
    assert record.body.endswith('"until May".')
    start, end = result.source_ranges(record)[0]
    assert (html[start : start + 8], html[end - 9 : end]) == ("<script>", "</script>")
    assert is_partition(result.ledger, result.document.text)


@pytest.mark.parametrize("held", HELD)
def test_both_doors_give_the_same(held: str) -> None:
    soup = BeautifulSoup(page(HELD[held]), "html.parser")
    doc = parse_soup(soup)
    assert signature(doc) == signature(parse_html(page(HELD[held])))
    assert doc.context.warnings == (WARNING,)


@pytest.mark.parametrize(
    "html",
    [
        page(HELD["an object"], shown=f"<p>{SENTENCES * 3}</p>"),
        page(json.dumps({"consent": SENTENCES * 3})),
        page(json.dumps({"body": "<p>Tea</p><p>Tea</p>"})),
        page(json.dumps({"body": f"<p>{SENTENCES * 3}</p>"})),
        page(""),
    ],
    ids=["text of its own", "no paragraphs", "little text", "one paragraph", "empty"],
)
def test_other_pages_stay_as_they_are(html: str) -> None:
    doc = parse_html(html)
    shown = [("p", (SENTENCES * 3).strip())] if f"<div id=\"root\"><p>{SENTENCES}" in html else []
    assert (tagged(html), doc.context.warnings) == (shown, ())


def test_the_longest_text_of_the_innermost_strings_wins() -> None:
    longer = f"<p>{SENTENCES}</p>" * 3
    found = drawn(["", json.dumps([BODY]), json.dumps([json.dumps({"short": BODY, "long": longer})])])
    assert found == (2, longer)


@fixed
@given(st.text(st.sampled_from("'\"\\:<>p/ubr01af\n,{} "), max_size=80))
@example("\\" * 79)
@example('"a":' * 20)
def test_any_script_is_read_without_a_fault(script: str) -> None:
    held = drawn([script + json.dumps(BODY)])
    assert held is None or held.script == 0
    assert drawn([script]) is None


def test_many_open_quotes_are_read_in_linear_time() -> None:
    for script in ('"' + '\\"' * 2_000_000, '"a":' * 1_000_000, "'" * 2_000_001, '\n"' * 1_000_000):
        assert drawn([script]) is None


def test_the_text_of_a_script_may_hold_scripts_and_broken_characters() -> None:
    html = page(json.dumps([f"<script>x</script><p>{SENTENCES}\ud800</p><!-- a --><p>{SENTENCES}"]))
    assert [tag for tag, _ in tagged(html)] == ["p", "p"]
    parse_html(html).text.encode()
