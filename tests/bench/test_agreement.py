"""How far the records of two forms of a page agree."""

from __future__ import annotations

from bench.agreement import agreement

from tests.bench.helpers import record


def test_the_same_records_agree() -> None:
    pages = {"a": (record(), record(title="Soup", body="Soup is sold out in the kiosk."))}
    rates = agreement({"html": pages, "text": pages})["text"]
    assert set(rates.values()) == {1.0}


def test_a_record_that_is_missing_and_a_title_that_differs_count() -> None:
    soup = record(title="Soup", body="Soup is sold out in the kiosk.")
    first = {"a": (record(), soup)}
    other = {"a": (record(title="Another title"),)}
    rates = agreement({"html": first, "text": other})["text"]
    assert rates["records"] == round(2 / 3, 4)
    assert rates["same"] == rates["title"] == 0.0
    assert rates["date"] == rates["authors"] == 1.0


def test_a_page_that_failed_in_one_form_has_no_records_there() -> None:
    rates = agreement({"html": {"a": (record(),)}, "text": {}})["text"]
    assert (rates["records"], rates["title"]) == (0.0, None)


def test_one_form_agrees_with_nothing() -> None:
    assert agreement({"html": {"a": (record(),)}}) == {}
