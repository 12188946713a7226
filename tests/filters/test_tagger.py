"""What the filters make of the tagger's predictions; these are made by hand here, so that no weights matter."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import numpy as np
import pytest

from cleaner import Document, Mark, Pipeline, Result, preset, process
from cleaner.filters import JUNK, leftovers, tagger
from cleaner.lexicon import LANGUAGES
from cleaner.tagger.guard import fallback
from cleaner.tagger.model import Prediction
from cleaner.tagger.parts import PARTS
from tests.filters.helpers import LONG, STORIES
from tests.helpers import FixedFilter, paragraphs, web

# How likely a line is to be content, and which part of a record it is, if one of them.
Said = dict[str, tuple[float, str]]
Predict = Callable[[Said], None]

TITLE, *STORY = STORIES["en"]
# Two modules hold the function under its own name; a filter stands in for one of them in its package.
USERS = ("cleaner.filters.tagger", "cleaner.tagger.guard")


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Predict:
    """Make the tagger say this of the lines with these texts; of all others that they are sure to be body."""

    def use(said: Said) -> None:
        def predict(doc: Document) -> Prediction:
            found = [said.get(block.text, (0.99, "body")) for block in doc.blocks]
            part = np.full((len(found), len(PARTS)), 0.01, np.float32)
            for row, (_, name) in enumerate(found):
                part[row, PARTS.index(name)] = 0.9
            content = np.array([p for p, _ in found], np.float32)
            return Prediction(content, np.zeros(len(found), np.float32), part)

        for name in USERS:
            monkeypatch.setattr(import_module(name), "predict", predict)

    return use


def alone(text: str, *filters: FixedFilter, threshold: float = 0.5) -> Result:
    """What the tagger makes of a page, after other filters but before no other."""
    return process(
        text, pipeline=Pipeline([*filters, tagger], name="t", threshold=threshold), content_type="text/plain"
    )


def removed(result: Result) -> list[tuple[str, str, str]]:
    return [(r.text, r.label, r.by.rpartition(".")[2]) for r in result.removed]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def whole(text: str, action: str, label: str, score: float, start: int = 0) -> Mark:
    return Mark(start, start + len(text), action, label, score=score)  # type: ignore[arg-type]


def test_the_tagger_works_early_and_the_leftovers_last() -> None:
    names = [name for name in preset().names if "." in name or name == "leftovers"]
    assert names.index("junk.tagger") < names.index("junk.scripts")
    assert names[-1] == "leftovers"
    assert leftovers not in JUNK


def test_the_labels() -> None:
    assert {"content", "boilerplate"} < tagger.labels
    assert leftovers.labels == {"boilerplate"}


# What it removes, and under which name


def test_lines_that_are_no_content_go(say: Predict) -> None:
    say({"Anything": (0.1, "other"), "Something else": (0.4, "other")})
    result = alone(page("Anything", *STORY, "Something else"))
    assert removed(result) == [("Anything", "boilerplate", "tagger"), ("Something else", "boilerplate", "tagger")]
    scores = {m.label: m.score for m in result.ledger.winners if m.start == 0 and m.action == "remove"}
    assert scores == {"boilerplate": pytest.approx(0.9)}


@pytest.mark.parametrize(
    ("label", "line", "language"),
    [
        ("share-bar", "Share this article", "en"),
        ("follow-us", "Follow us", "en"),
        ("ad-label", "Advertisement", "en"),
        ("newsletter", "Sign up for our newsletter", "en"),
        ("cookie-notice", "We use cookies", "en"),
        ("comment-form", "Leave a comment", "en"),
        ("related", "Related articles", "en"),
        ("copyright", "All rights reserved", "en"),
        ("legal", "Privacy Policy", "en"),
        ("comment-count", "3 Comments", "en"),
        ("skip-link", "Skip to content", "en"),
        ("back-to-top", "Back to top", "en"),
        ("skip-link", "Zum Inhalt springen", "de"),
        ("share-bar", "Partager cet article", "fr"),
    ],
)
def test_known_phrases_have_their_names(say: Predict, label: str, line: str, language: str) -> None:
    say({line: (0.05, "other")})
    assert removed(alone(page(*STORIES[language], line))) == [(line, label, "tagger")]


def test_every_name_is_a_label_that_phrases_have() -> None:
    from cleaner import Lexicon

    known = {label for code in LANGUAGES for _, label, _ in Lexicon.for_language(code).phrases}
    assert tagger.labels - known == {"content", "boilerplate"}


def test_the_threshold_holds_for_the_tagger_too(say: Predict) -> None:
    said: Said = {"Anything": (0.3, "other"), "Something else": (0.1, "other")}
    say(said)
    text = page("Anything", *STORY, "Something else")
    found = {
        name: [r.text for r in process(text, pipeline=name).removed] for name in ("precision", "balanced", "recall")
    }
    assert found == {"precision": list(said), "balanced": list(said), "recall": ["Something else"]}


# What it keeps


def test_content_is_kept_against_removals_that_are_less_sure(say: Predict) -> None:
    say({"Share": (0.8, "body")})
    for score, kept in ((0.6, True), (0.79, True), (0.85, False), (1.0, False)):
        rule = FixedFilter([whole("Share", "remove", "share-bar", score)], "share-bar")
        result = alone(page("Share", *STORY), rule)
        assert ("Share" in result.text.splitlines()) is kept, score
        assert [m.label for m in result.ledger.losers] == ["share-bar"] * kept


def test_a_line_that_is_kept_is_open_to_the_filters_that_follow(say: Predict) -> None:
    say({"Share": (0.8, "body"), "Menu": (0.1, "other")})
    rule = FixedFilter(
        [whole("Share", "remove", "share-bar", 0.6), whole("Menu", "remove", "menu", 0.9, 7)], "share-bar", "menu"
    )
    seen: list[list[str]] = []

    class Looking:
        name = "looking"
        labels = frozenset({"x"})

        def __call__(self, doc: Document, /) -> list[Mark]:
            seen.append([block.text for block in doc.open_blocks()])
            assert doc.kept(doc.blocks[0]) == pytest.approx(0.8)
            assert doc.kept(doc.blocks[1]) == 0
            return []

    process(page("Share", "Menu", *STORY), pipeline=Pipeline([rule, tagger, Looking()]))
    assert seen == [["Share", *STORY]]


def test_a_whole_pipeline_keeps_what_is_content(say: Predict) -> None:
    heading = "Advertisement"
    text = web(f"<h1>{TITLE}</h1>{paragraphs(STORY[0])}<p>{heading}</p>{paragraphs(*STORY[1:])}")
    say({heading: (0.99, "body")})
    assert heading in process(text).text.splitlines()
    say({heading: (0.01, "other")})
    assert ("Advertisement", "ad-label") in [(r.text, r.label) for r in process(text).removed]


def test_a_part_of_a_line_goes_though_the_line_is_kept(say: Predict) -> None:
    say({})
    line = "The captain waved. Read more"
    rule = FixedFilter([Mark(19, 28, "remove", "read-more", score=0.6)], "read-more")
    assert removed(alone(page(line, *STORY), rule)) == [("Read more", "read-more", "fixed")]


# What it leaves to the rules


@pytest.mark.parametrize("part", ["title", "byline", "date", "section", "caption", "notice"])
def test_a_line_that_says_something_of_a_record_is_left_to_the_rules(say: Predict, part: str) -> None:
    say({"Anything": (0.1, part)})
    assert removed(alone(page("Anything", *STORY))) == []


@pytest.mark.parametrize("part", ["other", "body"])
def test_a_line_that_says_nothing_of_a_record_is_not(say: Predict, part: str) -> None:
    say({"Anything": (0.1, part)})
    assert removed(alone(page("Anything", *STORY))) == [("Anything", "boilerplate", "tagger")]


def test_a_little_doubt_is_enough_for_the_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    part = np.zeros((4, len(PARTS)), np.float32)
    part[:, PARTS.index("other")] = 0.75
    part[0, PARTS.index("title")], part[0, PARTS.index("byline")] = 0.1, 0.15
    part[1, PARTS.index("title")], part[1, PARTS.index("date")] = 0.2, 0.15
    found = Prediction(np.array([0.1, 0.1, 0.9, 0.9], np.float32), np.zeros(4, np.float32), part)
    for name in USERS:
        monkeypatch.setattr(import_module(name), "predict", lambda _: found)
    assert removed(alone(page("Anything", "Something", *STORY[:2]))) == [("Anything", "boilerplate", "tagger")]


@pytest.mark.parametrize("line", ["Read more", "Continue reading", "Read the rest"])
def test_phrases_that_say_something_of_a_record_are_left_to_the_rules(say: Predict, line: str) -> None:
    say({line: (0.01, "other")})
    assert removed(alone(page(*STORY, line))) == []


def test_the_rules_still_find_the_fields(say: Predict) -> None:
    say(
        {"By Ann Lee": (0.01, "byline"), "May 8, 2018": (0.2, "date"), TITLE: (0.1, "title"), "Lantern": (0.1, "other")}
    )
    (record,) = process(page("Lantern", TITLE, "By Ann Lee", "May 8, 2018", *STORY)).records
    assert (record.title, record.published, record.body) == (TITLE, "2018-05-08", page(*STORY))
    assert [author.name for author in record.authors] == ["Ann Lee"]


# Leftovers


def test_lines_that_no_rule_claimed_go_in_the_end(say: Predict) -> None:
    said: Said = {"By the old quay": (0.2, "byline"), "By Ann Lee": (0.2, "byline"), TITLE: (0.3, "title")}
    say(said)
    result = process(page(TITLE, "By Ann Lee", *STORY, "By the old quay"))
    assert removed(result) == [("By the old quay", "boilerplate", "leftovers")]
    assert [(r.title, [a.name for a in r.authors]) for r in result.records] == [(TITLE, ["Ann Lee"])]


def test_leftovers_of_content_stay(say: Predict) -> None:
    say({"By the old quay": (0.5, "byline"), "By the new quay": (0.49, "byline")})
    pipeline = Pipeline([leftovers], name="t", threshold=0.5)
    assert removed(process(page(*STORY, "By the old quay", "By the new quay"), pipeline=pipeline)) == [
        ("By the new quay", "boilerplate", "leftovers")
    ]


def test_a_line_that_was_removed_is_not_removed_again(say: Predict) -> None:
    say({"Anything": (0.1, "other")})
    rule = FixedFilter([whole("Anything", "remove", "x", 0.6)], "x")
    for last in (tagger, leftovers):
        result = process(page("Anything", *STORY), pipeline=Pipeline([rule, last], name="t"))
        assert removed(result) == [("Anything", "x", "fixed")]
        assert result.ledger.losers == ()


# The guard


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_page_that_the_tagger_would_empty_is_left_to_the_rules(say: Predict, kind: str) -> None:
    say(dict.fromkeys((TITLE, *LONG, "Share this article"), (0.01, "other")))
    text = page(TITLE, *LONG, "Share this article")
    html = web(f"<h1>{TITLE}</h1>{paragraphs(*LONG)}<p>Share this article</p>")
    result = process(text if kind == "text" else html)
    assert removed(result) == [("Share this article", "share-bar", "sharing")]
    assert [(record.title, record.body) for record in result.records] == [(TITLE, page(*LONG))]
    assert fallback(result.document)
    assert not any(".tagger" in m.by for m in (*result.ledger.winners, *result.ledger.losers))


def test_a_page_that_the_tagger_keeps_in_part_is_not(say: Predict) -> None:
    say(dict.fromkeys(LONG[4:], (0.01, "other")))
    result = process(page(TITLE, *LONG))
    assert not fallback(result.document)
    assert {r.text for r in result.removed} == set(LONG[4:])


def test_a_page_with_little_running_text_may_be_emptied(say: Predict) -> None:
    say({STORY[0]: (0.01, "other"), "Anything": (0.01, "other")})
    result = process(page(STORY[0], "Anything"))
    assert not fallback(result.document)
    assert (result.records, result.text) == ((), "")


def test_the_preset_of_the_rules_asks_no_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    def predict(_doc: Document) -> Prediction:
        raise AssertionError

    for name in (*USERS, "cleaner.tagger.model"):
        monkeypatch.setattr(import_module(name), "predict", predict)
    result = process(page(TITLE, *STORY, "Share this article"), pipeline="rules")
    assert removed(result) == [("Share this article", "share-bar", "sharing")]
    assert not any(name.rpartition(".")[2] in ("tagger", "leftovers") for name in preset("rules").names)
