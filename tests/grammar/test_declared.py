"""Which lines are of the text that a page declares as its article's: in JSON-LD, and only where it is the page's own."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.grammar.declared import Declared, declared
from cleaner.parse import parse_html, parse_text
from tests.helpers import paragraphs, web

TITLE = "The Ferry That Could Not Sail Without a Key"
STORY = tuple(
    f"On the {day} the ferry stayed in port, and {people} people who had come to the quay went home again without a word."
    for day, people in (("Monday", "nine"), ("Tuesday", "forty"), ("Wednesday", "eleven"), ("Thursday", "sixty"), ("Friday", "two"))
)
COMMENT = "My uncle mended that engine for thirty winters, and nobody ever asked him where he kept the spare key to it."


def ld(body: str, kind: str = "NewsArticle") -> str:
    source = json.dumps({"@type": kind, "headline": TITLE, "articleBody": body})
    return f'<script type="application/ld+json">{source}</script>'


def read(lines: Sequence[str], *heads: str) -> Declared | None:
    return declared(parse_html(web(f"<h1>{TITLE}</h1>{paragraphs(*lines)}", "".join(heads))))


def test_where_each_line_stands() -> None:
    found = read((*STORY[:2], COMMENT, *STORY[2:], COMMENT + " Twice."), ld(" ".join(STORY)))
    assert found is not None
    assert found.places == ["", "held", "held", "among", "held", "held", "held", "below"]


def test_quotes_spaces_and_tags_differ_between_the_two_texts() -> None:
    body = "".join(f"<p>{text.upper()}</p>\n".replace(", ", ",&nbsp; ") for text in STORY)
    found = read(STORY, ld(body))
    assert found is not None
    assert found.places == ["", *["held"] * len(STORY)]


def test_a_short_line_may_be_in_the_text_by_chance() -> None:
    found = read(("stayed in port", *STORY), ld(" ".join(STORY)))
    assert found is not None
    assert found.places[:3] == ["", "", "held"]


@pytest.mark.parametrize(
    "heads",
    [
        (),
        (ld("The ferry stayed in port."),),  # a teaser
        (ld(" ".join(STORY)), ld(" ".join(STORY))),  # several articles
        (ld(" ".join(STORY), "DiscussionForumPosting"),),  # the first post of a thread
        (ld(COMMENT * 9),),  # a text that is not on the page
    ],
)
def test_what_says_nothing_of_the_lines(heads: tuple[str, ...]) -> None:
    assert read(STORY, *heads) is None


def test_plain_text_declares_nothing() -> None:
    assert declared(parse_text("\n\n".join(STORY))) is None


def test_whether_it_is_all_of_the_article() -> None:
    found = Declared(["held", "held", "below", ""], is_long=False)
    assert found.is_whole([100, 100, 100, 0])
    assert not found.is_whole([100, 0, 100, 100])
    # Of a text that was hardly cut off less must be of the article: the rest may be what readers wrote.
    assert found._replace(is_long=True).is_whole([100, 0, 100, 100])
    assert not found._replace(is_long=True).is_whole([100, 0, 200, 100])


@given(st.lists(st.sampled_from([*STORY, COMMENT, "Share", "ferry"]), max_size=12), st.text(max_size=900))
def test_any_lines_and_any_text(lines: list[str], body: str) -> None:
    found = read(["Tea at the harbour. " * 40, *lines], ld(body + " ".join(STORY)))
    assert found is None or len(found.places) == len(lines) + 2
