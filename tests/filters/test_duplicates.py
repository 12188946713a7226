from __future__ import annotations

from cleaner.filters import duplicates
from tests.filters.helpers import STORIES, Junk, assert_covers, assert_kept, page, removed_alone
from tests.helpers import clean_text, process

CASES = [Junk("duplicate", STORIES[language][1], language) for language in ("en", "de", "fr", "ru", "zh", "ja", "ar")]
REFRAIN = "Row, row, the tide is low"
LONG = STORIES["en"][2]


def test_every_label_has_a_case() -> None:
    assert_covers(duplicates, CASES)


def test_removes_the_second_copy_of_a_paragraph_and_keeps_the_first() -> None:
    for case in CASES:
        result = process(case.page)
        [removal] = [r for r in result.removed if r.label == case.label]
        assert (removal.text, removal.by.rpartition(".")[2]) == (case.text, duplicates.name)
        assert removal.start > result.document.text.index(case.text)
        assert result.text.count(case.text) == 1


def test_removes_every_later_copy() -> None:
    text = page(f"{LONG}\n\n{LONG}", place="end")
    assert removed_alone(duplicates, text) == [(LONG, "duplicate")] * 2


def test_keeps_a_refrain() -> None:
    song = f"Pull for the light, boys\n{REFRAIN}\nPull for the land, boys\n{REFRAIN}"
    assert removed_alone(duplicates, page(song)) == []
    assert clean_text(page(song)).count(REFRAIN) == 2


def test_keeps_paragraphs_that_differ_in_one_figure() -> None:
    one = "In the first week the ferry carried 812 passengers, 40 cars, three horses and a piano to the islands."
    assert_kept(page(f"{one}\n\n{one.replace('812', '813')}"))


def test_keeps_repeated_turns_of_an_interview() -> None:
    text = page("“And then?”\n\n“Then it sank.”\n\n“And then?”\n\n“Then we swam.”")
    assert removed_alone(duplicates, text) == []
    assert clean_text(text).count("“And then?”") == 2


def test_keeps_equal_cells_of_a_table() -> None:
    assert removed_alone(duplicates, page("Monday | 4 boats\n\nTuesday | 4 boats\n\nMonday | 4 boats")) == []


def test_of_a_headline_the_copy_over_the_text_stays() -> None:
    headline = "The Harbour Master Who Kept the Keys of Nine Ships in the Drawer of His Desk for Thirty Years"
    teaser = f"In the News\n{headline}\nWeather\n" + "\n".join(f"Section {name}" for name in "ABCDEFGHIJKLMNO")
    text = f"{teaser}\n\n{headline}\n\n{STORIES['en'][1]}\n\n{LONG}"
    [removal] = [r for r in process(text).removed if r.label == "duplicate"]
    assert (removal.text, removal.start) == (headline, text.index(headline))
