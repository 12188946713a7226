from __future__ import annotations

import pytest

from cleaner.filters import stubs
from tests.filters.helpers import (
    STORIES,
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

CASES = [
    Junk("date-stub", "Published on", place="under"),
    Junk("date-stub", "Last updated", place="under"),
    Junk("date-stub", "4 min read", place="under"),
    Junk("date-stub", "Estimated reading time: 6 minutes", place="under"),
    Junk("date-stub", "1,204 views", place="under"),
    Junk("date-stub", "on", place="under", lines="Published\non"),
    Junk("date-stub", "Veröffentlicht am", "de", "under"),
    Junk("date-stub", "Publié le", "fr", "under"),
    Junk("date-stub", "Publicado el", "es", "under"),
    Junk("date-stub", "Publicado em", "pt", "under"),
    Junk("date-stub", "Pubblicato il", "it", "under"),
    Junk("date-stub", "Gepubliceerd op", "nl", "under"),
    Junk("date-stub", "Опубликовано", "ru", "under"),
    Junk("date-stub", "この記事は約5分で読めます", "ja", "under"),
    Junk("date-stub", "تاريخ النشر", "ar", "under"),
    Junk("date-stub", "需要 4 分钟阅读时间", "zh", "under"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(stubs, case)


def test_every_label_has_a_case() -> None:
    assert_covers(stubs, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Published in secret, the pamphlet cost its printer a finger and made him famous on three islands.",
        "Updated on Monday, the chart still shows a rock that sank in the spring.",
        "Reading time into a tide table is an art, the harbour master says, and most captains are not artists.",
        "By then it was too late.",
        "In the end they rowed.",
        "Posted missing in March, the dog came home in May.",
        "500 words were all that she had for the ship, and she used forty.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


def test_keeps_a_fruit_that_is_called_date() -> None:
    fig = "The fig came to the islands in a barrel and has refused to leave the south wall of the chapel since."
    date = "The date came in the same barrel, and it has never borne fruit in the wind that blows here from March on."
    assert_kept(page(f"Fig\n\n{fig}\n\nDate\n\n{date}"))


def test_keeps_the_times_of_a_recipe() -> None:
    assert_kept(
        page("Preparation\n\n10 min\n\nIn the oven\n\n25 min\n\nMix the flour with the milk."), "10 min", "25 min"
    )


def test_keeps_verse_with_words_of_two_letters() -> None:
    verse = "We rowed\non\nand on\nin\nrain"
    assert_kept(page(verse))


def test_keeps_the_details_of_a_book() -> None:
    assert_kept(page("The book in short:\n\nPublisher: Harle Press\n\nPages: 312\n\nWords: about 90,000"))


@pytest.mark.parametrize("title", ["Published and Forgotten", "The Author", "Date Palms Survive a Winter on Skell"])
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize("line", ["on", "by", "in"])
def test_alone_keeps_a_small_word_without_support(line: str) -> None:
    assert removed_alone(stubs, page(line)) == []


@pytest.mark.parametrize(("language", "counts"), [("en", ("172 words", "90 words", "204 words")), ("zh", ("172字", "90字", "1204字"))])
def test_removes_a_count_that_each_article_has(language: str, counts: tuple[str, ...]) -> None:
    _, one, two, three = STORIES[language]
    lines = [line for count, text in zip(counts, (one, two, three), strict=True) for line in (count, text)]
    assert removed_alone(stubs, "\n\n".join(lines)) == [(count, "date-stub") for count in counts]


def test_keeps_a_count_that_stands_alone_in_a_text() -> None:
    _, one, two, three = STORIES["en"]
    assert_kept("\n\n".join((one, "90 words", two, "She read them", three)), "90 words")
