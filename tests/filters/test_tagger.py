"""What the filters make of the tagger's predictions; these are made by hand here, so that no weights matter."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

import numpy as np
import pytest

from cleaner import Document, Mark, Pipeline, Result, preset, process
from cleaner.filters import JUNK, leftovers, tagger
from cleaner.tagger.guard import fallback
from cleaner.tagger.model import Prediction
from cleaner.tagger.parts import PARTS
from tests.filters.helpers import LONG, STORIES
from tests.helpers import FixedFilter, paragraphs, web

# How likely a line is to be content, and which part of a record it is, if one of them.
Said = dict[str, tuple[float, str]]
Predict = Callable[[Said], None]

TITLE, *STORY = STORIES["en"]
# Modules that hold the function under its own name; a filter stands in for one of them in its package.
USERS = ("cleaner.filters.tagger", "cleaner.tagger.evidence", "cleaner.tagger.guard")


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


# Enough lines for a page to be judged by them.
GOATS = tuple(f"The goat with the number {n} was not asked." for n in range(30))


def html(*lines: str) -> str:
    return web(paragraphs(*lines, *GOATS))


def few(*lines: str) -> str:
    return web(paragraphs(*lines))


def flat(*lines: str) -> str:
    return "\n\n".join(lines)


def alone(text: str, *filters: FixedFilter, threshold: float = 0.5) -> Result:
    """What the tagger makes of a page, after these filters but before no other."""
    return process(text, pipeline=Pipeline([*filters, tagger], name="t", threshold=threshold))


def removed(result: Result) -> list[tuple[str, str, str]]:
    return [(r.text, r.label, r.by.rpartition(".")[2]) for r in result.removed]


def takes(line: str, label: str, score: float, start: int = 0) -> FixedFilter:
    """A rule that removes a line, which begins at `start`."""
    return FixedFilter([Mark(start, start + len(line), "remove", label, score=score)], label)


def test_the_labels() -> None:
    assert tagger.labels == {"content", "boilerplate", "headline"}
    assert leftovers.labels == {"boilerplate"}


def test_the_tagger_votes_after_the_rules_and_the_leftovers_go_last() -> None:
    assert JUNK[-1] is tagger
    assert leftovers not in JUNK
    assert preset().names[-1] == "leftovers"


# HTML: what the tagger removes


def test_lines_that_are_no_content_go(say: Predict) -> None:
    say({"Anything": (0.1, "other"), "Something else": (0.3, "other")})
    result = alone(html("Anything", *STORY, "Something else"))
    assert removed(result) == [("Anything", "boilerplate", "tagger"), ("Something else", "boilerplate", "tagger")]
    assert [m.score for m in result.ledger.winners] == pytest.approx([0.9, 0.7])


@pytest.mark.parametrize(("less", "more"), [(0.47, 0.5), (0.36, 0.6)])
def test_from_where_on_a_line_is_content(say: Predict, less: float, more: float) -> None:
    say({"Anything": (less, "other"), "Something else": (more, "other")})
    assert [text for text, *_ in removed(alone(html("Anything", *STORY, "Something else")))] == ["Anything"]


def test_the_threshold_holds_for_the_tagger_too(say: Predict) -> None:
    said: Said = {"Anything": (0.3, "other"), "Something else": (0.1, "other")}
    say(said)
    text = html("Anything", *STORY, "Something else")
    found = {t: [r.text for r in alone(text, threshold=t).removed] for t in (0.3, 0.5, 0.85, 0.95)}
    assert found == {0.3: list(said), 0.5: list(said), 0.85: ["Something else"], 0.95: []}


def test_what_a_rule_has_removed_keeps_its_name(say: Predict) -> None:
    say({"Anything": (0.01, "other"), "Share this article": (0.01, "other")})
    for score in (0.5, 0.9):
        assert removed(alone(html("Anything", *STORY), takes("Anything", "menu", score))) == [("Anything", "menu", "fixed")]
    found = removed(process(html(TITLE, *STORY, "Share this article")))
    assert ("Share this article", "share-bar", "sharing") in found


@pytest.mark.parametrize("part", ["title", "byline", "date", "section", "caption", "notice"])
def test_a_line_that_says_something_of_a_record_is_left_to_the_fields(say: Predict, part: str) -> None:
    say({"Anything": (0.1, part)})
    assert removed(alone(html("Anything", *STORY))) == []


@pytest.mark.parametrize("part", ["other", "body"])
def test_a_line_that_says_nothing_of_a_record_is_not(say: Predict, part: str) -> None:
    say({"Anything": (0.1, part)})
    assert removed(alone(html("Anything", *STORY))) == [("Anything", "boilerplate", "tagger")]


def test_small_doubts_add_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def predict(doc: Document) -> Prediction:
        count = len(doc.blocks)
        part = np.zeros((count, len(PARTS)), np.float32)
        part[:, PARTS.index("other")] = 0.75
        part[0, PARTS.index("title")], part[0, PARTS.index("byline")] = 0.1, 0.15
        part[1, PARTS.index("title")], part[1, PARTS.index("date")] = 0.2, 0.15
        return Prediction(np.array([0.1, 0.1, *[0.9] * (count - 2)], np.float32), np.zeros(count, np.float32), part)

    for name in USERS:
        monkeypatch.setattr(import_module(name), "predict", predict)
    assert removed(alone(html("Anything", "Something", *STORY))) == [("Anything", "boilerplate", "tagger")]


# What it keeps


@pytest.mark.parametrize(("score", "kept"), [(0.5, True), (0.79, True), (0.8, True), (0.91, False), (1.0, False)])
def test_content_is_kept_against_removals_that_are_less_sure(say: Predict, score: float, kept: bool) -> None:
    say({"Share": (0.9, "body")})
    result = alone(html("Share", *STORY), takes("Share", "share-bar", score))
    assert ("Share" in result.text.splitlines()) is kept
    assert [m.label for m in result.ledger.losers] == ["share-bar"] * kept


@pytest.mark.parametrize("text", [html, flat])
@pytest.mark.parametrize(("label", "p", "kept"), [("hidden", 0.7, True), ("hidden", 0.6, False), ("widget", 0.7, True), ("script", 0.7, False), ("popup", 0.7, False)])
def test_a_place_that_the_tagger_has_seen_too_weighs_less(say: Predict, text: Callable[..., str], label: str, p: float, kept: bool) -> None:
    say({"Opens at noon": (p, "body")})
    result = alone(text("Opens at noon", *STORY), takes("Opens at noon", label, 0.85))
    assert ("Opens at noon" in result.text.splitlines()) is kept


def test_a_hidden_copy_of_a_line_goes_all_the_same(say: Predict) -> None:
    say({"Opens at noon": (0.7, "body")})
    lines = ("Opens at noon", "Opens at noon", *STORY)
    assert alone(html(*lines), takes("Opens at noon", "hidden", 0.85)).text.count("Opens at noon") == 1


@pytest.mark.parametrize("label", ["outside-main", "link-list", "menu"])
@pytest.mark.parametrize("one", [False, True])
def test_a_guess_yields_to_any_vote_unless_the_page_says_that_it_is_one_article(say: Predict, label: str, one: bool) -> None:
    say({"Opens at noon": (0.51, "body")})
    head = f'<title>{TITLE}</title><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{TITLE}"}}</script>'
    page = web(f"<p>Opens at noon</p><h1>{TITLE}</h1>" + paragraphs(*STORY, *GOATS), head if one else "")
    result = alone(page, takes("Opens at noon", label, 0.5))
    assert ("Opens at noon" in result.text.splitlines()) is (label != "menu" and not one)


def test_a_line_that_is_a_known_phrase_goes_however_sure_the_tagger_is(say: Predict) -> None:
    say({"Share this article": (1.0, "body"), "Share": (1.0, "body")})
    for text in (html, few, flat):
        result = process(text(TITLE, STORY[0], "Share", STORY[1], STORY[2], "Share this article"))
        assert "Share this article" not in result.text
        assert "Share" in result.text.splitlines()


def test_in_flat_text_the_vote_weighs_less(say: Predict) -> None:
    say({})
    rule = takes("Share", "share-bar", 0.65)
    assert "Share" in alone(html("Share", *STORY), rule).text.splitlines()
    assert "Share" not in alone(flat("Share", *STORY), rule).text.splitlines()
    assert "Share" in alone(flat("Share", *STORY), takes("Share", "share-bar", 0.55)).text.splitlines()


def test_a_line_that_is_kept_is_open_to_the_filters_that_follow(say: Predict) -> None:
    say({"Share": (0.8, "body"), "Menu": (0.1, "other")})
    seen: list[list[str]] = []

    class Looking:
        name = "looking"
        labels = frozenset({"x"})

        def __call__(self, doc: Document, /) -> list[Mark]:
            seen.append([block.text for block in doc.open_blocks()])
            assert 0.6 < doc.kept(doc.blocks[0]) <= 0.8
            assert doc.kept(doc.blocks[1]) == 0
            assert doc.labels_on(doc.blocks[0]) == {"share-bar"}
            return []

    rule = takes("Share", "share-bar", 0.6)
    process(html("Share", "Menu", *STORY), pipeline=Pipeline([rule, tagger, Looking()]))
    assert seen == [["Share", *STORY, *GOATS]]


def test_a_part_of_a_line_goes_though_the_line_is_kept(say: Predict) -> None:
    say({})
    line = "The captain waved. Read more"
    rule = FixedFilter([Mark(19, 28, "remove", "read-more", score=0.6)], "read-more")
    assert removed(alone(html(line, *STORY), rule)) == [("Read more", "read-more", "fixed")]


@pytest.mark.parametrize("name", ["precision", "balanced", "recall"])
def test_every_preset_keeps_what_is_content(say: Predict, name: str) -> None:
    say({"An aside on goats": (0.6, "body")})
    result = process(web(f"<h1>{TITLE}</h1>{paragraphs(*STORY)}<p>An aside on goats</p>"), pipeline=name)
    assert "An aside on goats" in result.text.splitlines()


def test_content_outside_of_all_articles_stays(say: Predict) -> None:
    articles = "".join(f"<article><h2>{n} {TITLE}</h2>{paragraphs(LONG[n])}</article>" for n in range(3))
    said: Said = {"An aside on goats": (0.9, "body"), "Anything": (0.2, "title")}
    say(said)
    result = process(web(f"{articles}<div><p>An aside on goats</p><p>Anything</p></div>"))
    assert len(result.records) == 3
    assert result.text.splitlines()[-1] == "An aside on goats"
    assert "Anything" in [r.text for r in result.removed]
    assert all("goats" not in record.body for record in result.records)


# What it leaves to the fields


@pytest.mark.parametrize("text", [few, flat])
def test_the_fields_are_found_whatever_the_tagger_says(say: Predict, text: Callable[..., str]) -> None:
    say({"By Ann Lee": (0.01, "byline"), "May 8, 2018": (0.2, "date"), TITLE: (0.1, "title"), "Lantern": (0.1, "other")})
    (record,) = process(text("Lantern", TITLE, "By Ann Lee", "May 8, 2018", *STORY)).records
    assert (record.title, record.published, record.body) == (TITLE, "2018-05-08", flat(*STORY))
    assert [author.name for author in record.authors] == ["Ann Lee"]


@pytest.mark.parametrize("text", [few, flat])
def test_what_no_field_claimed_goes_in_the_end(say: Predict, text: Callable[..., str]) -> None:
    say({"By the old quay": (0.2, "byline"), "By Ann Lee": (0.2, "byline"), TITLE: (0.3, "title")})
    result = process(text("Skip to content", TITLE, "By Ann Lee", *STORY, "By the old quay"))
    assert ("By the old quay", "boilerplate", "leftovers") in removed(result)
    assert [(r.title, [a.name for a in r.authors]) for r in result.records] == [(TITLE, ["Ann Lee"])]
    assert result.records[0].body == flat(*STORY)


def test_leftovers_go_by_the_same_measure(say: Predict) -> None:
    say({"Anything": (0.5, "byline"), "Something": (0.47, "byline")})
    pipeline = Pipeline([leftovers], name="t")
    assert removed(process(html(*STORY, "Anything", "Something"), pipeline=pipeline)) == [
        ("Something", "boilerplate", "leftovers")
    ]


def test_what_was_removed_is_not_removed_again(say: Predict) -> None:
    say({"Anything": (0.1, "other")})
    for last in (tagger, leftovers):
        result = process(html("Anything", *STORY), pipeline=Pipeline([takes("Anything", "x", 0.6), last], name="t"))
        assert removed(result) == [("Anything", "x", "fixed")]
        assert result.ledger.losers == ()


# Where the one article of flat text ends

RELATED = ("Related articles", "Goats of the Island Win Prize", "Bread Comes by Sledge")
FOOT = ("Leave a comment", "Your email address will not be published.")


@pytest.mark.parametrize(
    ("p", "between", "goes_on"),
    [(0.9, (), True), (0.5, (), False), (0.9, tuple(f"Reader {number}" for number in range(1, 10)), False)],
)
def test_an_article_goes_on_below_a_box_in_it_where_the_text_there_is_surely_content(
    say: Predict, p: float, between: tuple[str, ...], goes_on: bool
) -> None:
    said: Said = {**dict.fromkeys((*RELATED, *between, *FOOT), (0.1, "other")), TITLE: (0.9, "title"), **dict.fromkeys(LONG[6:8], (p, "body"))}
    say(said)
    (record,) = process(flat("Skip to content", TITLE, *STORY, *LONG[:6], *RELATED, *between, *LONG[6:8], *FOOT)).records
    assert record.body.endswith(LONG[7] if goes_on else LONG[5])
    assert RELATED[0] not in record.body


# Flat text, and pages of few lines


@pytest.mark.parametrize("text", [few, flat])
def test_where_there_is_little_to_go_by_nothing_goes_before_the_fields(say: Predict, text: Callable[..., str]) -> None:
    say({"Anything": (0.01, "other")})
    assert removed(alone(text("Share", "Anything", *STORY), takes("Share", "x", 0.96))) == [("Share", "x", "fixed")]
    result = process(text("Skip to content", TITLE, STORY[0], "Anything", *STORY[1:]))
    assert removed(result) == [("Skip to content", "skip-link", "navigation"), ("Anything", "boilerplate", "leftovers")]


def test_a_sentence_is_given_the_benefit_of_the_doubt(say: Predict) -> None:
    sure, unsure = "The calves of Skell were not asked.", "The birds were not asked, either."
    say({sure: (0.01, "other"), unsure: (0.3, "other")})
    for text, gone in ((flat, [sure]), (few, [sure]), (html, [unsure, sure])):
        found = removed(process(text("Skip to content", TITLE, STORY[0], unsure, STORY[1], sure, STORY[2])))
        assert [line for line, *_ in found] == ["Skip to content", *gone]


def test_flat_text_without_any_junk_stays_as_it_is(say: Predict) -> None:
    say({"Anything": (0.01, "other"), TITLE: (0.01, "other")})
    text = flat(TITLE, *LONG[:3], "Anything", *LONG[3:])
    result = process(text)
    assert fallback(result.document)
    assert removed(result) == []
    # With junk of another kind in it, the same line goes.
    result = process(f"Skip to content\n\n{text}")
    assert not fallback(result.document)
    assert ("Anything", "boilerplate", "leftovers") in removed(result)


def test_lists_of_short_lines_stay_as_they_are(say: Predict) -> None:
    lines = ("Goats", "Calves", "Boats", "Oars")
    say(dict.fromkeys(lines, (0.01, "other")))
    result = process(flat(*lines))
    assert fallback(result.document)
    assert not any(by in ("tagger", "leftovers") for *_, by in removed(result))


@pytest.mark.parametrize("count", [4, 3])
def test_a_list_of_what_the_tagger_is_sure_are_headlines_is_read(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    lines = ("Goats of Skell", "Calves of Skell", "Boats of Skell", "Oars of Skell")[:count]

    def predict(doc: Document) -> Prediction:
        starts = np.array([0.95 if block.text in lines else 0.02 for block in doc.blocks], np.float32)
        return Prediction(np.full(len(starts), 0.5, np.float32), starts, np.full((len(starts), len(PARTS)), 0.02, np.float32))

    for name in USERS:
        monkeypatch.setattr(import_module(name), "predict", predict)
    assert fallback(process(flat("Skip to content", *lines, "Imprint")).document) is (count < 4)


# The guard


@pytest.mark.parametrize("text", [few, flat])
def test_a_page_that_the_tagger_would_empty_is_left_to_the_rules(say: Predict, text: Callable[..., str]) -> None:
    say(dict.fromkeys((TITLE, *LONG, "Share this article"), (0.01, "other")))
    result = process(text(TITLE, *LONG, "Share this article"))
    assert fallback(result.document)
    assert "left to the rules" in " ".join(result.warnings)
    assert removed(result) == [("Share this article", "share-bar", "sharing")]
    assert [(record.title, record.body) for record in result.records] == [(TITLE, flat(*LONG))]
    assert not any(".tagger" in m.by for m in (*result.ledger.winners, *result.ledger.losers))


def test_a_page_that_the_tagger_keeps_in_part_is_not(say: Predict) -> None:
    say(dict.fromkeys(LONG[4:], (0.01, "other")))
    result = process(html(TITLE, *LONG))
    assert not fallback(result.document)
    assert result.warnings == ()
    assert {r.text for r in result.removed} == set(LONG[4:])


def test_a_page_whose_short_lines_the_tagger_keeps_is_not(say: Predict) -> None:
    specification = [f"Oar number {n}: ash, {2 + n} metres, leathered" for n in range(6)]
    say(dict.fromkeys(LONG, (0.01, "other")))
    result = process(html(TITLE, *specification, *LONG))
    assert not fallback(result.document)
    assert set(specification) <= set(result.text.splitlines())
    assert set(LONG) <= {r.text for r in result.removed}


def test_a_page_with_little_running_text_may_be_emptied(say: Predict) -> None:
    say({STORY[0]: (0.01, "other"), "Anything": (0.01, "other")})
    result = process(few(STORY[0], "Anything"))
    assert not fallback(result.document)
    assert (result.records, result.text) == ((), "")


# Without the tagger


def test_the_rules_ask_no_tagger(monkeypatch: pytest.MonkeyPatch) -> None:
    def predict(_doc: Document) -> Prediction:
        raise AssertionError

    for name in (*USERS, "cleaner.tagger.model"):
        monkeypatch.setattr(import_module(name), "predict", predict)
    for text in (flat, few):
        result = process(text(TITLE, *STORY, "Share this article"), pipeline="rules")
        assert removed(result) == [("Share this article", "share-bar", "sharing")]
    assert not any(name.rpartition(".")[2] in ("tagger", "leftovers") for name in preset("rules").names)
