from __future__ import annotations

import doctest

import pytest

from bench import news, records, scores, tools, wcxb
from tests.bench.helpers import BODY, PARAGRAPHS, TITLE, gold_record, news_gold, record, wcxb_gold


@pytest.mark.parametrize("module", [scores, wcxb])
def test_examples_in_the_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "gold", "expected"),
    [
        ("", "", 1),
        ("word", "", 0),
        ("", "word", 0),
        ("The Ferry!", "the ferry", 1),
        ("ferry", "ferry ferry", 2 / 3),  # a bag: words count as often as they stand there
        ("北京大学", "大学北京", 1),  # by character
        ("ﬁne", "fine", 1),  # NFKC
    ],
)
def test_word_scores(found: str, gold: str, expected: float) -> None:
    assert scores.word_scores(found, gold).f1 == pytest.approx(expected)


def test_titles_are_the_same_words_in_order() -> None:
    assert scores.same_title("“Ferry: No Sailing”", "ferry no sailing")
    assert not scores.same_title("No ferry sailing", "Ferry no sailing")
    assert scores.same_title(None, "")


def test_dates_are_the_same_day() -> None:
    assert scores.same_date("2024-05-03T10:30", "2024-05-03")
    assert not scores.same_date("2024-05", "2024-05-03")
    assert not scores.same_date(None, "2024-05-03")


def test_snippets_and_names_do_not_mind_case_and_spaces() -> None:
    assert scores.snippets_in(["Log in", "Privacy\npolicy", "Menu"], "log  in | PRIVACY policy") == 2
    assert scores.names(["bo  BIRK", "Ann Lee"]) == ["ann lee", "bo birk"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["Ann Lee and Bo Birk"], {"ann lee", "bo birk"}),
        (["Ann Lee", "Bo Birk"], {"ann lee", "bo birk"}),
        (["Ann Lee, MD, Ph.D."], {"ann lee"}),
        (["Ann Lee, M.D. FACLM; Bo Birk, VTS (Behavior)"], {"ann lee", "bo birk"}),
        (["Ann Lee & Cy Dorn | The Gazette"], {"ann lee", "cy dorn", "the gazette"}),
        (["Sandy Anders"], {"sandy anders"}),
        (["IBM"], {"ibm"}),
        ([""], set()),
        ([], set()),
    ],
)
def test_people(written: list[str], expected: set[str]) -> None:
    assert wcxb.people(written) == expected


def test_a_perfect_page_of_wcxb() -> None:
    made = tools.Output(BODY, TITLE, ("Bo Birk", "Ann Lee"), "2024-05-03T10:00")
    found = wcxb.score(wcxb_gold(), made, tools.FIELDS)
    assert found.pop("invented") == (0, 0)  # not asked where there are authors
    assert found.pop("with") == found.pop("without") == (2, 2)
    assert found == dict.fromkeys(("precision", "recall", "f1", "title", "authors", "date"), (1, 1))


def test_a_page_of_wcxb_without_fields() -> None:
    gold = wcxb_gold(author=None, published=None)
    found = wcxb.score(gold, tools.Output("Log in", authors=("Log In",)), tools.FIELDS)
    assert found["without"] == (1, 2)
    assert found["with"] == (0, 2)
    assert found["invented"] == (1, 1)
    assert found["authors"] == found["date"] == (0, 0)
    assert found["title"] == (0, 1)
    assert wcxb.score(gold, tools.Output("Log in"), tools.FIELDS)["invented"] == (0, 1)


def test_fields_that_a_tool_does_not_know_are_not_asked() -> None:
    assert set(wcxb.score(wcxb_gold(), tools.Output(BODY), frozenset())) == {
        "precision",
        "recall",
        "f1",
        "with",
        "without",
    }
    assert set(news.score(news_gold(), tools.Output(BODY), frozenset())) == {"body"}


def test_a_perfect_page_of_news() -> None:
    made = tools.Output("Menu\n\n" + BODY, TITLE, ("ANN LEE",), "2024-05-03", records=(record(),))
    found = news.score(news_gold(), made, tools.FIELDS | {"records"})
    assert found == dict.fromkeys(("body", "title", "authors", "date", "single"), (1, 1))


def test_the_body_is_that_of_the_longest_record_or_all_text() -> None:
    two = tools.Output("all", records=(record(body="short"), record(body="much longer")))
    assert two.body == "much longer"
    assert news.score(news_gold(), two, tools.FIELDS | {"records"})["single"] == (0, 1)
    assert tools.Output("all", records=()).body == ""
    assert tools.Output("all").body == "all"


def test_a_perfect_page_of_records() -> None:
    gold = {"lang": "en", "records": [gold_record()]}
    found = records.score(gold, tools.Output(records=(record(),)), tools.FIELDS)
    assert found["f1"] == found["strict"] == (2, 2)
    assert all(right == asked for right, asked in found.values())


def test_records_are_matched_one_to_one() -> None:
    gold = {"lang": "en", "records": [gold_record(), gold_record(title="Soup", body="Tea and soup are sold out.")]}
    ours = (record(body=PARAGRAPHS[0] + PARAGRAPHS[1], title="Ferry", truncated=True), record())
    found = records.score(gold, tools.Output(records=ours), tools.FIELDS)
    assert found["precision"] == found["recall"] == (1, 2)
    assert found["f1"] == (2, 4)
    assert found["count"] == (1, 1)
    assert found["title"] == found["truncated"] == (1, 1)


def test_no_records_at_all() -> None:
    found = records.score({"lang": "en", "records": [gold_record()]}, tools.Output(), tools.FIELDS)
    assert found["precision"] == (0, 0)
    assert found["recall"] == (0, 1)
    assert found["f1"] == (0, 1)
