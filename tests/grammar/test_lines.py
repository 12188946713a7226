"""Lines that match phrases, weighed by their company."""

from __future__ import annotations

import pytest

from cleaner.document import Document, Mark
from cleaner.grammar.lines import (
    EXACT,
    LONE,
    PARTIAL,
    WEAK,
    has_company,
    key_counts,
    list_below,
    matched_lines,
    repeats,
    stands_in_prose,
)
from tests.fields.helpers import BODIES, TITLE, document

ONE, TWO = BODIES["en"]


def score(doc: Document, group: str, at: int, *, inline: bool = False) -> float | None:
    return next((m.score for m in matched_lines(doc, group, inline=inline) if m.block.index == at), None)


def remove(doc: Document, at: int, label: str = "share-bar") -> None:
    block = doc.blocks[at]
    doc.add([Mark(block.start, block.end, "remove", label)])


@pytest.mark.parametrize(
    "line", ["Share this article", "SHARE THIS ARTICLE", "» Share this article «", "Share this article:"]
)
def test_a_whole_phrase_of_several_words_needs_no_company(line: str) -> None:
    assert score(document(TITLE, ONE, TWO, line), "sharing", 3) == EXACT


def test_the_same_phrase_between_two_paragraphs_is_in_doubt() -> None:
    assert score(document(TITLE, ONE, "Share this article", TWO), "sharing", 2) == LONE


def test_not_where_such_lines_are_known_to_stand_there() -> None:
    assert score(document(TITLE, ONE, "Share this article", TWO), "sharing", 2, inline=True) == EXACT


def test_not_where_it_repeats() -> None:
    doc = document(TITLE, ONE, "Share this article", TWO, "Share this article")
    assert repeats(doc, doc.blocks[2])
    assert not repeats(doc, doc.blocks[0])
    assert score(doc, "sharing", 2) == EXACT


def test_one_common_word_alone_is_no_junk() -> None:
    assert score(document(TITLE, "Share", ONE, TWO), "sharing", 1) == LONE


def test_one_common_word_in_company_is() -> None:
    doc = document(TITLE, "Share", "Tweet", ONE, TWO)
    assert has_company(doc, doc.blocks[1])
    assert score(doc, "sharing", 1) == WEAK


def test_removed_lines_are_company() -> None:
    doc = document(TITLE, "Share", "Boats of the quay", ONE, TWO)
    assert not has_company(doc, doc.blocks[1])
    remove(doc, 2)
    assert has_company(doc, doc.blocks[1])


def test_on_a_page_of_much_junk_one_word_needs_no_company() -> None:
    tail = ("Share this article", "Follow us", "Leave a comment", "Related articles")
    doc = document(TITLE, "Share", ONE, TWO, *tail)
    assert score(doc, "sharing", 1) == WEAK


def test_the_beginning_of_a_phrase() -> None:
    assert score(document(TITLE, "Share on Boatbook", ONE, TWO), "sharing", 1) == PARTIAL


def test_a_sentence_that_begins_as_a_phrase_among_prose_is_prose() -> None:
    sentence = "Share on the quay what you have and nobody in Port Ansel will go hungry this winter."
    assert score(document(TITLE, ONE, sentence, TWO), "sharing", 2) == LONE


def test_other_lines_match_nothing() -> None:
    doc = document(TITLE, "The Share of the Rowers", ONE, TWO)
    assert list(matched_lines(doc, "sharing")) == []


def test_lines_removed_already_are_not_matched_again() -> None:
    doc = document(TITLE, ONE, TWO, "Share this article")
    remove(doc, 3)
    assert list(matched_lines(doc, "sharing")) == []


def test_labels_can_be_skipped() -> None:
    doc = document(TITLE, ONE, TWO, "Share this article", "Follow us")
    assert {m.hit.label for m in matched_lines(doc, "sharing")} == {"share-bar", "follow-us"}
    assert {m.hit.label for m in matched_lines(doc, "sharing", skip=("follow-us",))} == {"share-bar"}


@pytest.mark.parametrize(
    ("neighbour", "group", "other"), [("Twitter", "sharing", "comments"), ("Name", "comments", "sharing")]
)
def test_a_phrase_of_two_tables_goes_with_its_neighbours(neighbour: str, group: str, other: str) -> None:
    doc = document(TITLE, ONE, TWO, neighbour, "Email")
    assert score(doc, group, 4) is not None
    assert score(doc, other, 4) is None


def test_stands_in_prose() -> None:
    doc = document(TITLE, ONE, "Boats", TWO, "Oars")
    assert [stands_in_prose(doc, block) for block in doc.blocks] == [False, False, True, False, False]


def test_key_counts_leave_case_and_punctuation_aside() -> None:
    counts = key_counts(document("Boats!", "boats", "Oars"))
    assert (counts["boats"], counts["oars"], counts["quay"]) == (2, 1, 0)


def below(doc: Document, at: int, most: int = 80) -> list[str]:
    return [block.text for block in list_below(doc, doc.blocks[at], most=most)]


def test_a_list_ends_at_running_text() -> None:
    doc = document("Related articles", "Oars for Sale", "Boats for Hire", ONE, "Quay to Close", gap=0)
    assert below(doc, 0) == ["Oars for Sale", "Boats for Hire"]


def test_a_list_ends_before_a_headline_with_metadata() -> None:
    doc = document("Related articles", "Oars for Sale", "Boats for Hire", "Quay to Close", "By Ann Lee", ONE, gap=0)
    assert below(doc, 0) == ["Oars for Sale", "Boats for Hire"]


def test_a_list_has_at_most_so_many_lines() -> None:
    doc = document("Related articles", *(f"Boats for Hire in Halm {n}" for n in "abcdefgh"), gap=0)
    assert len(below(doc, 0, most=3)) == 3
    assert len(below(doc, 0)) == 8


def test_nothing_hangs_under_a_heading_over_text() -> None:
    doc = document("Related articles", ONE, TWO)
    assert below(doc, 0) == []


def test_removed_lines_are_passed_over() -> None:
    doc = document("Related articles", "Oars for Sale", "Boats for Hire", "Quay to Close", gap=0)
    remove(doc, 2)
    assert below(doc, 0) == ["Oars for Sale", "Quay to Close"]
