"""Every fixture: its records, its removals, and that the presets and other inputs of the same text agree."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner import Record, clean_text, process
from tests.cases import CASES, Case

UNTOUCHED = [case for case in CASES if "-untouched-" in case.name]


def plain(record: Record) -> dict[str, Any]:
    """The record less what the fixtures do not state."""
    return {k: v for k, v in record.to_dict().items() if k not in ("spans", "confidence", "origins", "remarks")}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_records(case: Case) -> None:
    assert [plain(record) for record in process(case.text).records] == case.records


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_removals(case: Case) -> None:
    removed = [{"label": r.label, "text": r.text.strip()} for r in process(case.text).removed if r.label != "separator"]
    assert removed == case.removed


@pytest.mark.parametrize("case", UNTOUCHED, ids=lambda case: case.name)
def test_untouched_text_is_kept_word_for_word(case: Case) -> None:
    assert clean_text(case.text).split() == case.text.split()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_newlines_and_encoding_make_no_difference(case: Case) -> None:
    expected = process(case.text).records
    assert process(case.text.replace("\n", "\r\n")).records == expected
    assert process(case.text.encode("utf-16")).records == expected


def test_there_are_enough_cases() -> None:
    languages = {case.name.split("-")[0] for case in CASES}
    assert len(CASES) >= 25
    assert len([case for case in CASES if not case.name.startswith("en-")]) >= 8
    assert len(UNTOUCHED) >= 6
    assert languages == {"en", "de", "fr", "es", "pt", "it", "nl", "ru", "zh", "ja", "ar"}
