"""The template of a page: titles by the lines that repeat around them, whatever the titles look like."""

from __future__ import annotations

import pytest

from cleaner.grammar.rhythm import main_part
from tests.fields.helpers import BODIES, MORE, check_spans
from tests.helpers import clean, process

# Titles that do not look like headlines, and a summary of each.
POSTS = (
    ("we have learned to row.", "The ferry has been out of service since the spring, and the people of the quay row."),
    ("* Oars at the fair!", "A pair of ash oars went for nine hundred marks at the autumn fair in Halm, more than a cow."),
    ("Why does nobody answer the telephone at the harbour office?", "The clerk who signed for the part has moved to the mountains and left no address behind."),
    ("iron nails, again", "The smith has sold his last iron nails to a man who builds boats in his kitchen at night."),
)  # fmt: skip
DATES = ("May 8, 2018", "April 2, 2018", "March 30, 2018", "January 5, 2018")


def titles(text: str) -> list[str | None]:
    result = process(text)
    check_spans(result)
    return [record.title for record in result.records]


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n\n{date}\n\n{text}\n\n",
        "{title}\n\nPosted on {date} by ann\n\n{text}\n\nRead more\n\n",
        "{date}\n\n{title}\n\n{text}\n\nRead more\n\n",
        "News\n\n{title}\n\n{text}\n\n{date}\n\n",
        "{title}\n\nby Ann Lee\n\n{text}\n\nPosted in Boats\n\n",
    ],
)
def test_titles_stand_where_the_template_has_them(form: str) -> None:
    text = "".join(form.format(title=title, text=body, date=date) for (title, body), date in zip(POSTS, DATES, strict=True))
    assert titles("Skip to content\n\nPort Ansel\n\n" + text) == [title for title, _ in POSTS]


@pytest.mark.parametrize("form", ["{title}\n\n{date}\n\n{text}\n\n", "{date}\n\n{title}\n\n{text}\n\nRead more\n\n"])
def test_each_article_has_its_own_date(form: str) -> None:
    text = "".join(form.format(title=title, text=body, date=date) for (title, body), date in zip(POSTS, DATES, strict=True))
    records = clean("Skip to content\n\n" + text)
    assert [r.published for r in records] == ["2018-05-08", "2018-04-02", "2018-03-30", "2018-01-05"]


@pytest.mark.parametrize("head", ["{date} | by ann", "by Ann Lee\n\n{date}"])
def test_the_last_article_needs_no_lines_of_another_under_it(head: str) -> None:
    text = "".join(f"{head}\n\n{title}\n\n{text}\n\n".format(date=date) for (title, text), date in zip(POSTS, DATES, strict=True))
    assert titles(f"Skip to content\n\nBlog\n\n{text}\n\nRecent Comments\n\nBo on Oars") == [title for title, _ in POSTS]


@pytest.mark.parametrize("last", ["Ann Lee of Port Ansel", "Sitemap of the Harbour"])
def test_a_line_under_the_last_article_is_no_title(last: str) -> None:
    text = "".join(f"{title}\n\n{text}\n\n{date}\n\n" for (title, text), date in zip(POSTS, DATES, strict=True))
    assert titles(f"Skip to content\n\n{text}{last}\n\nPrivacy policy\n\nPowered by WordPress") == [title for title, _ in POSTS]


def test_titles_stand_apart() -> None:
    # The last line of each text stands as near to the next date as the title under it.
    posts = zip(POSTS, DATES, strict=True)
    text = "".join(f"{date}\n\n\n\n\n\n{title}\n\n{text}\n\nShould we row to Sarn in week {n}?\n\n\n\n\n\n" for n, ((title, text), date) in enumerate(posts))
    assert titles(f"Skip to content\n\n\n\nWe row and write.\n\n\n\n{text}") == [title for title, _ in POSTS]


def test_unread_bylines_are_no_titles() -> None:
    names = ("Ann Lee", "Bo Birk", "Cy Cole", "Di Dahl")
    posts = zip(POSTS, names, DATES, strict=True)
    text = "".join(f"By {name}, {n} days\n\n{date}\n\nOars, Part {n}\n\n{text}\n\n" for n, ((_, text), name, date) in enumerate(posts, 2))
    assert titles(f"Skip to content\n\nBlog\n\n{text}") == [f"Oars, Part {n}" for n in range(2, 6)]


def test_titles_may_begin_as_sections_do() -> None:
    own = ("In the Rain", "In Halm and in Sarn", "In a Boat", "In the Old Harbour")
    text = "".join(f"{title}\n\n{date}\n\n{text}\n\n" for title, (_, text), date in zip(own, POSTS, DATES, strict=True))
    assert titles(f"Skip to content\n\nPort Ansel\n\n{text}") == list(own)


def test_dates_under_the_texts_belong_to_the_texts_above() -> None:
    text = "".join(f"{title}\n\n{body}\n\n{date}\n\n" for (title, body), date in zip(POSTS, DATES, strict=True))
    records = clean(text)
    assert [(r.title, r.published) for r in records] == list(
        zip([title for title, _ in POSTS], ["2018-05-08", "2018-04-02", "2018-03-30", "2018-01-05"], strict=True)
    )


def test_a_refrain_is_no_template() -> None:
    refrain = "Row, my dear, the tide is turning,\nrow, my dear, and do not look round."
    one, two = BODIES["en"]
    text = f"The Song of the Ferry\n\n{one}\n\n{refrain}\n\nThe first verse\n\n{two}\n\n{refrain}\n\nThe second verse\n\n{MORE[0]}\n\n{refrain}\n\nThe last\n\n{MORE[1]}\n"
    assert titles(text) == ["The Song of the Ferry"]


def test_one_article_over_dated_teasers_stays_one() -> None:
    body = "\n\n".join((*BODIES["en"], *MORE)) * 3
    teasers = "".join(f"{title}\n\n{date}\n\n{text}\n\n" for (title, text), date in zip(POSTS, DATES, strict=True))
    assert titles(f"Skip to content\n\nPort Ansel Learns to Row\n\nBy Ann Lee\n\n{body}\n\nShare this article\n\n{teasers}") == ["Port Ansel Learns to Row"]


def test_the_last_article_ends_as_the_others_do() -> None:
    text = "".join(f"{title}\n\n{date}\n\n{body}\n\nRead more\n\n" for (title, body), date in zip(POSTS, DATES, strict=True))
    records = clean(text + "Our boats\n\nThe red one\n\nThe one with the hole\n")
    assert records[-1].body == POSTS[-1][1]


@pytest.mark.parametrize(
    ("texts", "main"),
    [([3000, 150, 200], 0), ([150, 3000], 1), ([900, 800], None), ([3000, 900], None), ([500, 100], None), ([3000], None), ([], None)],
)
def test_the_main_part(texts: list[int], main: int | None) -> None:
    assert main_part(texts) == main
