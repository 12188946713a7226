"""Records that repeat earlier ones: which are found, what is said of them, and that nothing else matters."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Record
from cleaner.batch.dedup import Deduplicator, Mode, shingles
from cleaner.batch.hooks import Duplicate
from cleaner.errors import MissingExtraError, OptionError
from tests.helpers import PARAGRAPHS

BODY = "\n\n".join(PARAGRAPHS["en"])


def said(mode: Mode, *records: Record, threshold: float = 0.8) -> list[Duplicate | None]:
    """What is said of records in order; the key of each is its place."""
    dedup = Deduplicator(sqlite3.connect(":memory:"), mode, threshold)
    return [dedup(record, str(i)) for i, record in enumerate(records)]


@pytest.mark.parametrize("mode", ["exact", "near"])
@pytest.mark.parametrize(
    "again",
    [
        Record(title="Ferry", body=BODY),
        Record(title="Ferry", body=BODY.replace(" ", "\u00a0\n")),
        Record(title="Ferry", body=BODY, url="https://else.example/", published="2024-01-01"),
    ],
)
def test_the_same_words_are_exact_duplicates(mode: Mode, again: Record) -> None:
    assert said(mode, Record(title="Ferry", body=BODY), again) == [None, Duplicate("exact", "0", 1.0)]


def test_unicode_forms_are_the_same_words() -> None:
    assert said("exact", Record(body="Caf\u00e9 au lait"), Record(body="Cafe\u0301 au lait"))[1] == Duplicate("exact", "0")


@pytest.mark.parametrize("other", [Record(title="Other", body=BODY), Record(title="Ferry", body=BODY + " More.")])
def test_exact_means_exact(other: Record) -> None:
    assert said("exact", Record(title="Ferry", body=BODY), other) == [None, None]


@pytest.mark.parametrize("language", sorted(PARAGRAPHS))
def test_a_changed_word_is_a_near_duplicate_in_each_language(language: str) -> None:
    body = "\n\n".join(PARAGRAPHS[language] * 2)
    found = said("near", Record(body=body), Record(body=body + "\n\nX."))[1]
    assert found is not None
    assert (found.kind, found.of) == ("near", "0")
    assert 0.8 <= found.similarity <= 1.0


def test_other_texts_are_no_near_duplicates() -> None:
    records = [Record(body="\n\n".join(paragraphs)) for paragraphs in PARAGRAPHS.values()]
    assert said("near", *records) == [None] * len(records)


def test_the_threshold_decides() -> None:
    first, second = Record(body=BODY), Record(body=PARAGRAPHS["en"][0])
    assert said("near", first, second, threshold=0.8)[1] is None
    found = said("near", first, second, threshold=0.3)[1]
    assert found is not None
    assert found.similarity < 0.8


def test_the_most_similar_is_named() -> None:
    far = Record(body=BODY + " One line more, and one more, and then the last of these lines.")
    close = Record(body=BODY + " The end.")
    found = said("near", far, close, Record(body=BODY + " The very end."), threshold=0.7)
    # `close` repeats `far` already: only what is written can be repeated.
    assert [f.of if f else None for f in found] == [None, "0", "0"]
    found = said("near", far, close, Record(body=BODY + " The very end."), threshold=0.9)
    assert [f.of if f else None for f in found] == [None, None, "1"]


@pytest.mark.parametrize("mode", ["exact", "near"])
def test_titles_alone_are_too_little_to_tell(mode: Mode) -> None:
    assert said(mode, Record(title="News"), Record(title="News")) == [None, None]


@pytest.mark.parametrize("mode", ["exact", "near"])
def test_short_and_odd_texts(mode: Mode) -> None:
    bodies = ["Tea.", "Tea!", "—", "***", "\ud800 half", "茶", "🍵"]
    assert said(mode, *(Record(body=b) for b in bodies[:1] * 2))[1] == Duplicate("exact", "0")
    assert all(d is None or d.kind == "near" for d in said(mode, *(Record(body=b) for b in bodies)))


def test_what_is_remembered_outlives_the_process_only_as_far_as_committed(tmp_path: Path) -> None:
    path = tmp_path / "manifest.sqlite"
    for commit in (True, False):
        database = sqlite3.connect(path, isolation_level=None)
        database.execute("BEGIN EXCLUSIVE")
        dedup = Deduplicator(database, "near")
        assert dedup(Record(body=BODY if commit else BODY[::-1]), "first") is None
        assert database.in_transaction
        if commit:
            database.execute("COMMIT")
        database.close()
    dedup = Deduplicator(sqlite3.connect(path), "near")
    assert dedup(Record(body=BODY + " More."), "second") == Duplicate("near", "first", dedup_similarity(BODY, BODY + " More."))
    assert dedup(Record(body=BODY[::-1]), "third") is None


def dedup_similarity(one: str, other: str) -> float:
    found = said("near", Record(body=one), Record(body=other), threshold=0.01)[1]
    assert found is not None
    return found.similarity


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.8, 0.9])
def test_what_is_similar_enough_shares_a_band(threshold: float) -> None:
    """Texts a little more similar than the threshold are found: 30 pairs, of which at most a few may be missed."""
    missed = 0
    for i in range(30):
        size = 400
        changed = round(size * (1 - threshold - 0.07) / 2)  # of so many runs of words, on either side
        common = [f"word{n}" for n in range(i, i + size)]
        one, other = ([f"{side}{n}" for n in range(changed)] + common for side in "ab")
        missed += said("near", Record(body=" ".join(one)), Record(body=" ".join(other)), threshold=threshold)[1] is None
    assert missed <= 4


@pytest.mark.parametrize("threshold", [0.0, -1.0, 1.1])
def test_thresholds_that_make_no_sense(threshold: float) -> None:
    with pytest.raises(OptionError) as caught:
        Deduplicator(sqlite3.connect(":memory:"), "near", threshold)
    assert caught.value.option == "threshold"


def test_modes_that_are_not_there() -> None:
    with pytest.raises(OptionError, match="exact, near"):
        Deduplicator(sqlite3.connect(":memory:"), "fuzzy")  # type: ignore[arg-type]


def test_the_missing_library_is_named_before_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    Deduplicator(sqlite3.connect(":memory:"), "exact")
    with pytest.raises(MissingExtraError, match=r"scrape-cleaner\[batch\]"):
        Deduplicator(sqlite3.connect(":memory:"), "near")


WORDS = st.sampled_from(["the", "ferry", "to", "sallow", "did", "not", "sail", "because", "nobody", "could", "find", "key"])
TEXTS = st.lists(st.lists(WORDS, max_size=30).map(" ".join), max_size=12)


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_exact_duplicates_are_those_of_a_set(texts: list[str]) -> None:
    found = said("exact", *(Record(body=text) for text in texts))
    for i, (text, duplicate) in enumerate(zip(texts, found, strict=True)):
        first = texts.index(text)
        assert duplicate == (Duplicate("exact", str(first)) if text and first < i else None)


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_near_duplicates_name_what_was_written_and_are_similar(texts: list[str], threshold: float) -> None:
    found = said("near", *(Record(body=text) for text in texts), threshold=threshold)
    assert found == said("near", *(Record(body=text) for text in texts), threshold=threshold)
    for i, duplicate in enumerate(found):
        if duplicate is None:
            continue
        of = int(duplicate.of)
        assert of < i
        assert found[of] is None
        assert duplicate.similarity >= threshold
        ours, theirs = set(shingles(texts[i])), set(shingles(texts[of]))
        # Five standard deviations of the estimate.
        assert len(ours & theirs) / len(ours | theirs) >= duplicate.similarity - 0.25


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_no_exact_duplicate_is_missed_by_near(texts: list[str]) -> None:
    found = said("near", *(Record(body=text) for text in texts))
    for i, text in enumerate(texts):
        assert (found[i] is not None) >= (text in texts[:i] and text != "")
