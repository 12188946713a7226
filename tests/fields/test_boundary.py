"""Where articles begin and end in flat text: nothing of one in another."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, LONG, MORE, NEWS, TITLE, TITLES, article, only, page, told
from tests.helpers import clean, process

ONE, TWO = BODIES["en"]
EXPECTED = [(title, text) for title, text, _ in NEWS]


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n\nBy {name}\n\n{text}\n\n",
        "{title}\n\nNovember 19, 2023\n\n{text}\n\n",
        "{title}\n\nBy {name} | November 19, 2023\n\n{text}\n\n",
        "{title}\n\nBy {name}\n\nNovember 19, 2023\n\n{text}\n\n",
        "{title}\nBy {name}\n{text}\n",
        "{title}\n\n{text}\n\nSource: Halm Courier, November 19, 2023\n\n",
        "{title}\n\n{text}\n\nHalm Courier, November 19, 2023\n\n",
        "{title}\n\n{text}\n\nContinue reading\n\n",
        "{title}\n\n{text}\n\nPosted on November 19, 2023 by {name} | 3 Comments\n\n",
        "{title}\n\nBy {name}\n\n{text}\n\nTags: boats, oars\n\n",
        "{title}\n\nBy {name}\n\n{text}\n\nShare this article\n\n",
    ],
)
def test_several_articles(form: str) -> None:
    text = "".join(form.format(title=title, text=body, name=name) for title, body, name in NEWS)
    assert told(text) == EXPECTED


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("de", "{title}\n\nVon Anna Deich\n\n{text}\n\n"),
        ("de", "{title}\n\n{text}\n\nQuelle: Halmer Bote, 19. November 2023\n\n"),
        ("fr", "{title}\n\nPar Zoé Petit\n\n{text}\n\n"),
        ("es", "{title}\n\n{text}\n\nFuente: El Faro de Halm, 19 de noviembre de 2023\n\n"),
        ("it", "{title}\n\n19 novembre 2023\n\n{text}\n\n"),
        ("pt", "{title}\n\nPor Ana Serra\n\n{text}\n\n"),
        ("nl", "{title}\n\nDoor Anna Kade\n\n{text}\n\n"),
        ("ru", "{title}\n\nАвтор: Анна Мост\n\n{text}\n\n"),
        ("zh", "{title}\n\n作者：李小龙\n\n{text}\n\n"),
        ("zh", "{title}\n\n{text}\n\n来源：南湾日报，2023年11月19日\n\n"),
        ("ja", "{title}\n\n文：山田太郎\n\n{text}\n\n"),
        ("ar", "{title}\n\nبقلم: أحمد علي\n\n{text}\n\n"),
    ],
)
def test_several_articles_in_every_language(language: str, form: str) -> None:
    one, two = BODIES[language]
    other = {
        "zh": "面包店天不亮就开门",
        "ja": "夜明け前に開くパン屋",
        "ar": "المخبز يفتح قبل الفجر",
        "ru": "Булочная открывается до рассвета",
    }
    second = other.get(language, "Halm, Sarn: La Luna 1958")
    text = form.format(title=TITLES[language], text=one) + form.format(title=second, text=two)
    assert told(text) == [(TITLES[language], one), (second, two)]


def test_what_belongs_to_each_article_stays_with_it() -> None:
    text = "".join(
        f"{title}\n\nBy {name}\n\nNovember {day}, 2023\n\n{body}\n\nSource: Paper No {day}\n\n"
        for day, (title, body, name) in enumerate(NEWS, 11)
    )
    records = clean(text)
    assert [[a.name for a in r.authors] for r in records] == [[name] for *_, name in NEWS]
    assert [r.published for r in records] == ["2023-11-11", "2023-11-12", "2023-11-13"]
    assert [[s.raw for s in r.sources] for r in records] == [
        ["Source: Paper No 11"],
        ["Source: Paper No 12"],
        ["Source: Paper No 13"],
    ]
    for record in records:
        others = [body for title, body, _ in NEWS if title != record.title]
        assert not any(part in record.body for other in others for part in other.split(", "))


def test_dates_over_titles() -> None:
    text = "".join(f"November {day}, 2023\n\n{title}\n\n{body}\n\n" for day, (title, body, _) in enumerate(NEWS, 11))
    assert [(r.title, r.body, r.published) for r in clean(text)] == [
        (title, body, f"2023-11-{day}") for day, (title, body, _) in enumerate(NEWS, 11)
    ]


DAYS = ["2023-11-11", "2023-11-12", "2023-11-13"]


def test_dates_over_a_title_are_nearer_to_it_than_to_the_text_above() -> None:
    gap = "\n" * 8
    text = "".join(f"November {day}, 2023\n\n{title}\n\n{body}{gap}" for day, (title, body, _) in enumerate(NEWS, 11))
    found = {r.title: r.published for r in clean(f"Skip to content{gap}Toggle Sidebar{gap}Author: Ann Lee{gap}{text}Posted in Boats")}
    assert [found.get(title) for title, *_ in NEWS] == DAYS


def test_dates_under_a_text_are_nearer_to_it_than_to_the_title_below() -> None:
    gap = "\n" * 8
    text = gap.join(f"{title}\n\n{body}\n\nNovember {day}, 2023" for day, (title, body, _) in enumerate(NEWS, 11))
    found = {r.title: r.published for r in clean(f"Skip to content{gap}November 30, 2023\n\n{text}{gap}Copyright 2023 Halm Courier")}
    assert [found.get(title) for title, *_ in NEWS] == DAYS


@pytest.mark.parametrize("head", ["", "Nov 9, 2023\n\nAuthor of the day\n\n"])
def test_all_lines_between_a_date_and_its_title_go_with_the_title(head: str) -> None:
    text = "".join(f"November {day}, 2023\n\nBy {name}\n\n{title}\n\n{body}\n\n" for day, (title, body, name) in enumerate(NEWS, 11))
    found = {r.title: (r.published, [a.name for a in r.authors]) for r in clean(f"Skip to content\n\n{head}{text}")}
    assert [found.get(title) for title, *_ in NEWS] == [(day, [name]) for day, (*_, name) in zip(DAYS, NEWS, strict=True)]


def test_a_section_over_the_first_title_is_no_date_over_it() -> None:
    text = "".join(f"{title}\n\n{body}\n\nNovember {day}, 2023\n\n" for day, (title, body, _) in enumerate(NEWS, 11))
    assert [r.published for r in clean(f"Skip to content\n\nCategory: Boats\n\n{text}")] == DAYS


def test_articles_of_several_paragraphs_with_sub_headings() -> None:
    blocks: list[str] = []
    for (title, body, name), more in zip(NEWS, MORE, strict=True):
        blocks += [title, f"By {name}", body, "What Now?", more]
    expected = [(title, f"{body}\n\nWhat Now?\n\n{more}") for (title, body, _), more in zip(NEWS, MORE, strict=True)]
    assert told(page(*blocks)) == expected


@pytest.mark.parametrize(
    "headings",
    [
        ("The Price of an Oar",),
        ("The Price of an Oar", "What Now?"),
        ("I", "II"),
        ("1. The River", "2. The Quay"),
    ],
)
def test_sub_headings_do_not_split(headings: tuple[str, ...]) -> None:
    blocks = [ONE]
    for heading, more in zip(headings, MORE, strict=False):
        blocks += [heading, more]
    record = only(process(page(TITLE, "By Ann Lee", *blocks)))
    assert record.title == TITLE
    assert record.body == "\n\n".join(blocks)


@pytest.mark.parametrize("junk", ["Advertisement", "Share this article", "Sign up for our newsletter"])
def test_junk_in_the_middle_does_not_split(junk: str) -> None:
    record = only(process(page(TITLE, "By Ann Lee", ONE, junk, TWO)))
    assert (record.title, record.body) == (TITLE, BODY)


def test_junk_over_a_sub_heading_does_not_split() -> None:
    record = only(process(page(TITLE, "By Ann Lee", ONE, "Advertisement", "The Price of an Oar", TWO)))
    assert record.body == f"{ONE}\n\nThe Price of an Oar\n\n{TWO}"


@pytest.mark.parametrize("language", TITLES)
def test_one_article_gives_one_record(language: str) -> None:
    assert len(clean(article(language=language))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n",
        "Share\nTweet\nPin it",
        "Home\nAbout us\nContact us\nSitemap",
        "Leave a comment\nName\nEmail\nWebsite",
    ],
)
def test_no_article_gives_no_record(text: str) -> None:
    assert clean(text) == []


@pytest.mark.parametrize(
    "below",
    [
        ("Leave a comment", "Your email address will not be published.", "Name", "Email", "Website"),
        ("Copyright 2023 Halm Courier. All rights reserved.",),
        ("Related articles", "Oars for Sale", "Boats for Hire", "Quay to Close"),
        ("Share this article", "Facebook", "Twitter", "Email"),
        ("Powered by WordPress",),
        ("Privacy policy", "Terms of use", "Contact us"),
    ],
)
def test_what_stands_below_the_last_article_is_in_none(below: tuple[str, ...]) -> None:
    record = only(process(article("By Ann Lee", below=below)))
    assert (record.title, record.body) == (TITLE, BODY)


def test_a_few_words_without_a_title_are_no_article() -> None:
    assert clean("It rained on the quay.") == []


def test_records_come_in_the_order_of_the_page() -> None:
    text = "".join(f"{title}\n\nBy {name}\n\n{body}\n\n" for title, body, name in reversed(NEWS))
    assert [record.title for record in clean(text)] == [title for title, *_ in reversed(NEWS)]


TEASERS = [
    (title, f"Posted on May {n}, 2024")
    for n, title in enumerate(("Bakery Opens Before Dawn", "Oars Cost More Than Cows"), 3)
]


def test_teasers_under_a_long_article_are_no_articles() -> None:
    teasers = [line for teaser in TEASERS for line in teaser]
    result = process(page("Skip to content", TITLE, "By Ann Lee | May 2, 2024", *LONG, *teasers))
    assert [record.title for record in result.records] == [TITLE]
    assert result.records[0].body == "\n\n".join(LONG)
    assert [r.label for r in result.removed if r.text == TEASERS[0][0]] == ["outside-article"]


def test_a_brief_with_a_source_is_an_article_beside_a_long_one() -> None:
    brief = ("Oars Cost More Than Cows", NEWS[2][1], "Source: Halm Courier, May 3, 2024")
    text = page("Skip to content", TITLE, *LONG, "Source: Sarn Post, May 2, 2024", *brief)
    assert told(text) == [(TITLE, "\n\n".join(LONG)), (brief[0], brief[1])]


def test_a_short_article_beside_a_long_one_is_not_lost() -> None:
    short = ("Oars Cost More Than Cows", "By Cy Cole | May 3, 2024", ONE, TWO)
    text = page("Skip to content", TITLE, "By Ann Lee | May 2, 2024", *LONG, *short)
    assert told(text) == [(TITLE, "\n\n".join(LONG)), (short[0], f"{ONE}\n\n{TWO}")]
