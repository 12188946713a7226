from __future__ import annotations

import pytest

from cleaner.filters import scripts
from tests.filters.helpers import (
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

PUSH = "(adsbygoogle = window.adsbygoogle || []).push({});"
TAG = "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date());"
READY = "jQuery(document).ready(function($) { $('#menu').slideToggle(); });"
LISTEN = "document.getElementById('quay').addEventListener('click', function (e) { e.preventDefault(); });"
SHEET = ".quay-box { color: #333; margin: 0 auto; padding: 4px 8px; }"
MEDIA = "@media (max-width: 600px) { .quay-box { display: none; width: 100%; } }"
THING = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry"}'
PAIRS = '{"id": 7, "slug": "ferry", "tags": ["sea", "boat"], "draft": false}'

CASES = [
    Junk("ad-script", PUSH, place="middle"),
    Junk("ad-script", TAG, place="top"),
    Junk("ad-script", "googletag.cmd.push(function() { googletag.display('slot-3'); });", "de", "middle"),
    Junk("script", READY),
    Junk("script", LISTEN, place="middle"),
    Junk("script", 'var quayWidget = {"id": 4, "open": true};', "fr"),
    Junk("stylesheet", SHEET, place="top"),
    Junk("stylesheet", MEDIA, "ru", "top"),
    Junk("json", THING, place="top"),
    Junk("json", PAIRS, "ja"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(scripts, case)


def test_every_label_has_a_case() -> None:
    assert_covers(scripts, CASES)


@pytest.mark.parametrize("code", [PUSH, READY, LISTEN, SHEET, MEDIA, THING, PAIRS])
def test_keeps_code_that_the_text_announces(code: str) -> None:
    assert_kept(page(f"The whole of it fits on one line:\n\n{code}"))


def test_keeps_a_shown_function() -> None:
    code = "function greet(name) {\n  const hat = 'red';\n  return hat + name;\n}\n\ndocument.write(greet('Skell'));"
    assert_kept(page(f"This is the smallest example that works:\n\n{code}"))


def test_keeps_a_fenced_block() -> None:
    assert_kept(page("```\nfunction greet(name) { return 'Hi ' + name; }\n```"))


def test_keeps_a_session_in_another_language() -> None:
    assert_kept(page("def greet(name):\n    print('Hi', name)\n\nfor boat in boats:\n    greet(boat)"))


@pytest.mark.parametrize(
    "line",
    [
        "The form loads a script from doubleclick.net, and the harbour office wanted to know why it should.",
        "Under the rule f(x) = (x + 1) / (x - 1), the curve never touches the line, however long the paper is.",
        "The set {1, 2, 3} has eight subsets (the empty one, too).",
        "She wrote “function first” on the wall (in chalk) and built a boat that nobody wanted to look at.",
        "Every page sets window.title = harbour, which is a mistake (but a harmless one), says the manual.",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize("title", ["Function Before Form (and After)", "What {Curly} Braces Want"])
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_alone_takes_script_and_leaves_prose() -> None:
    assert removed_alone(scripts, page(PUSH)) == [(PUSH, "ad-script")]


@pytest.mark.parametrize("pair", [" side: left", " side: left;", " side:"])
def test_a_long_line_of_colons_is_read_in_linear_time(pair: str) -> None:
    """In time that doubles with each further pair, this would end with no one there to see it."""
    assert_kept(page("A line that looks like a rule and is none {" + pair * 400))
