"""Published and modified in flat text: from metadata lines and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, page, raw, read
from tests.helpers import process


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("November 19, 2023", "2023-11-19", None),
        ("19 November 2023", "2023-11-19", None),
        ("2023-11-19", "2023-11-19", None),
        ("2023-11-19T10:30:00Z", "2023-11-19T10:30:00Z", None),
        ("Published on November 19, 2023", "2023-11-19", None),
        ("Posted: Nov 19, 2023", "2023-11-19", None),
        ("Posted on 19 November 2023 at 10:30 am", "2023-11-19T10:30", None),
        ("Sunday, November 19th, 2023", "2023-11-19", None),
        ("11/19/2023", "2023-11-19", None),
        ("19/11/2023", "2023-11-19", None),
        ("May 2014", "2014-05", None),
        ("Updated November 20, 2023", None, "2023-11-20"),
        ("Updated: November 20, 2023 10:30 pm", None, "2023-11-20T22:30"),
        ("Last updated on November 20, 2023", None, "2023-11-20"),
        ("Last modified: 2023-11-20", None, "2023-11-20"),
        ("Published November 19, 2023 | Updated November 20, 2023", "2023-11-19", "2023-11-20"),
        ("Published: November 19, 2023, Updated: November 20, 2023", "2023-11-19", "2023-11-20"),
        ("Published November 19, 2023 Updated November 20, 2023", "2023-11-19", "2023-11-20"),
        ("November 19, 2023 (updated November 20, 2023)", "2023-11-19", "2023-11-20"),
        ("Updated November 20, 2023 | Published November 19, 2023", "2023-11-19", "2023-11-20"),
        ("By Ann Lee | November 19, 2023", "2023-11-19", None),
        ("Ann Lee | November 19, 2023", "2023-11-19", None),
        ("By Ann Lee on November 19, 2023", "2023-11-19", None),
        ("November 19, 2023 by Ann Lee", "2023-11-19", None),
        ("November 19, 2023 | 3 Comments", "2023-11-19", None),
        ("November 19, 2023 · Boats", "2023-11-19", None),
        ("3 Agustus 2019", "2019-08-03", None),
        ("Ann Lee | 29 Ekim 2020", "2020-10-29", None),
        ("11 października 2018", "2018-10-11", None),
    ],
)
def test_english_pages(line: str, published: str | None, modified: str | None) -> None:
    record = read(article(line))
    assert (record.published, record.modified) == (published, modified)
    assert (record.title, record.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("language", "line", "published", "modified"),
    [
        ("de", "19. November 2023", "2023-11-19", None),
        ("de", "Veröffentlicht am 19.11.2023 um 10:30 Uhr", "2023-11-19T10:30", None),
        ("de", "Stand: 20.11.2023", None, "2023-11-20"),
        ("de", "Veröffentlicht: 19.11.2023 | Aktualisiert: 20.11.2023", "2023-11-19", "2023-11-20"),
        ("fr", "Publié le 19 novembre 2023", "2023-11-19", None),
        ("fr", "Publié le 19 novembre 2023, mis à jour le 20 novembre 2023", "2023-11-19", "2023-11-20"),
        ("es", "Publicado el 19 de noviembre de 2023", "2023-11-19", None),
        ("es", "Actualizado: 20/11/2023", None, "2023-11-20"),
        ("it", "Pubblicato il 19 novembre 2023 alle 10:30", "2023-11-19T10:30", None),
        ("it", "Ultimo aggiornamento: 20 novembre 2023", None, "2023-11-20"),
        ("pt", "Publicado em 19 de novembro de 2023", "2023-11-19", None),
        ("pt", "19/11/2023 às 10h30 - Atualizado em 20/11/2023", "2023-11-19T10:30", "2023-11-20"),
        ("nl", "Gepubliceerd op 19 november 2023", "2023-11-19", None),
        ("nl", "Laatst bijgewerkt op 20 november 2023", None, "2023-11-20"),
        ("ru", "Опубликовано: 19 ноября 2023", "2023-11-19", None),
        ("ru", "19 ноября 2023 г.", "2023-11-19", None),
        ("ru", "19 ноября 2023 года", "2023-11-19", None),
        ("ru", "Обновлено: 20.11.2023", None, "2023-11-20"),
        ("zh", "2023年11月19日", "2023-11-19", None),
        ("zh", "发布时间：2023-11-19 10:30", "2023-11-19T10:30", None),
        ("zh", "更新于2023年11月20日", None, "2023-11-20"),
        ("ja", "公開日：2023年11月19日", "2023-11-19", None),
        ("ja", "2023年11月19日（日）", "2023-11-19", None),
        ("ja", "更新日：2023年11月20日", None, "2023-11-20"),
        ("ar", "19 نوفمبر 2023", "2023-11-19", None),
        ("ar", "نشر في 19 نوفمبر 2023", "2023-11-19", None),
        ("ar", "آخر تحديث: 20 نوفمبر 2023", None, "2023-11-20"),
    ],
)
def test_every_language(language: str, line: str, published: str | None, modified: str | None) -> None:
    record = read(article(line, language=language))
    assert (record.published, record.modified) == (published, modified)
    assert (record.title, record.body) == (TITLES[language], "\n\n".join(BODIES[language]))


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("November 19, 2023", ["November 19, 2023"], []),
        ("By Ann Lee | November 19, 2023 | Boats", ["November 19, 2023"], []),
        ("Published on November 19, 2023", ["Published on November 19, 2023"], []),
        (
            "Published November 19, 2023 | Updated November 20, 2023",
            ["Published November 19, 2023"],
            ["Updated November 20, 2023"],
        ),
    ],
)
def test_the_raw_text(line: str, published: list[str], modified: list[str]) -> None:
    result = process(article(line))
    check_spans(result)
    assert (raw(result, "published"), raw(result, "modified")) == (published, modified)


def test_the_date_on_the_line_below_its_opening_word() -> None:
    record = read(page(TITLE, "Published\nNovember 19, 2023", BODY))
    assert (record.published, record.body) == ("2023-11-19", BODY)


def test_a_date_over_the_title() -> None:
    record = read(page("November 19, 2023", TITLE, BODY))
    assert (record.title, record.published, record.body) == (TITLE, "2023-11-19", BODY)


@pytest.mark.parametrize(
    ("line", "other", "published"),
    [
        ("03/04/2023", (), "2023-03-04"),
        ("03/04/2023", ("Updated 25/04/2023",), "2023-04-03"),
        ("03/04/2023", ("Updated 04/25/2023",), "2023-03-04"),
    ],
)
def test_the_order_of_day_and_month_by_the_page(line: str, other: tuple[str, ...], published: str) -> None:
    assert read(article(line, *other)).published == published


@pytest.mark.parametrize(
    ("language", "published"),
    [("en", "2023-03-04"), ("de", "2023-04-03"), ("fr", "2023-04-03"), ("pt", "2023-04-03")],
)
def test_the_order_of_day_and_month_by_the_language(language: str, published: str) -> None:
    assert read(article("03/04/2023", language=language)).published == published


def test_an_ambiguous_date_is_less_sure() -> None:
    open_order = read(article("03/04/2023")).confidence["published"]
    assert open_order < read(article("13/04/2023")).confidence["published"]
    assert open_order < read(article("March 4, 2023")).confidence["published"]


@pytest.mark.parametrize(
    "line", ["Yesterday", "2 days ago", "Posted 2 days ago", "Ann Lee | 2 days ago", "By Ann Lee | yesterday"]
)
def test_relative_dates_need_a_reference(line: str) -> None:
    text = article(line)
    assert read(text).published is None
    day = read(text, reference_date=date(2023, 11, 19)).published
    assert day == ("2023-11-18" if "esterday" in line else "2023-11-17")


@pytest.mark.parametrize(
    "sentence",
    [
        "On November 19, 2023, the ferry stopped in the middle of the river, and it has not moved since then.",
        "November 19, 2023 was a windy day on the quay, and nobody wanted to be the first to row home.",
        "The ferry was launched on May 8, 1958 and rebuilt on 12/11/1979, as a plate at its bow still says.",
        "By November 19, 2023 there were forty boats on the water, and the bakery opened an hour earlier.",
        "Updated timetables were promised for November 20, 2023, but the printer had moved to the mountains.",
        "Published on November 19, 2023, the report of the harbour office is four pages long and names nobody.",
        "Yesterday the boats were back at the quay, and 2 days ago there was nobody to be seen at all.",
    ],
)
def test_a_date_in_a_sentence_is_no_date_of_the_article(sentence: str) -> None:
    one, two = BODIES["en"]
    result = process(page(TITLE, one, sentence, two), reference_date=date(2024, 1, 2))
    (record,) = result.records
    assert (record.published, record.modified) == (None, None)
    assert record.body == f"{one}\n\n{sentence}\n\n{two}"


@pytest.mark.parametrize(
    "line",
    [
        "May",
        "on",
        "On",
        "12",
        "A 2",
        "Second",
        "2023",
        "Monday",
        "10:30",
        "32 November 2023",
        "February 30, 2023",
    ],
)
def test_no_dates(line: str) -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, one, line, two), reference_date=date(2024, 1, 2))
    assert (record.published, record.modified) == (None, None)


def test_a_day_without_a_year_needs_a_reference() -> None:
    text = article("By Ann Lee | May 19")
    assert read(text).published is None
    assert read(text, reference_date=date(2024, 1, 2)).published == "2023-05-19"
    assert read(text, reference_date=date(2024, 1, 2)).body == BODY


def test_a_date_in_a_caption_or_a_source_line_is_none() -> None:
    record = read(
        article(
            below=(
                "The quay on November 19, 2023 (Photo: Bo Birk)",
                "Source: Halm Courier, November 20, 2023",
            )
        )
    )
    assert (record.published, record.modified) == (None, None)
    assert record.sources[0].dates == ("2023-11-20",)


@pytest.mark.parametrize(
    "title",
    [
        "May 8, 1958: The Day the Ferry Came",
        "The Floods of November 2023",
        "Second Ferry by 2025",
        "On the Quay in 1958",
    ],
)
def test_a_date_in_a_title_is_none(title: str) -> None:
    record = read(article(title=title))
    assert (record.title, record.published) == (title, None)


@pytest.mark.xfail(reason="it is taken for a source line, and then that loses to the byline")
@pytest.mark.parametrize("line", ["By Ann Lee | November 19, 2023", "By Ann Lee, November 19, 2023"])
def test_a_byline_with_a_date_below_the_text(line: str) -> None:
    record = read(article(below=(line,)))
    assert (record.published, record.body) == ("2023-11-19", BODY)
