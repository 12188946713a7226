"""Dates that the page or the caller settles: the order of day and month, relative dates, other languages."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner.grammar.dates import DateReader, date_reader, line_dates
from cleaner.lexicon import Lexicon
from tests.fields.helpers import document
from tests.grammar.helpers import find, isos


@pytest.mark.parametrize(
    ("line", "day_first", "iso", "ambiguous"),
    [
        ("03/04/2023", False, "2023-03-04", True),
        ("03/04/2023", True, "2023-04-03", True),
        ("3.4.2023", True, "2023-04-03", True),
        ("03-04-23", False, "2023-03-04", True),
        ("04/04/2023", False, "2023-04-04", False),
        ("13/04/2023", False, "2023-04-13", False),
        ("04/13/2023", True, "2023-04-13", False),
        ("2023/04/03", True, "2023-04-03", False),
        ("1/2/99", False, "1999-01-02", True),
        ("1/2/69", False, "2069-01-02", True),
    ],
)
def test_order_of_day_and_month(line: str, day_first: bool, iso: str, ambiguous: bool) -> None:
    (found,) = find(line, day_first=day_first)
    assert (found.iso, found.ambiguous) == (iso, ambiguous)


@pytest.mark.parametrize("line", ["November 3, 2023", "3 November 2023", "2023-11-03", "2023年11月3日", "May 2014"])
def test_what_names_the_month_is_not_ambiguous(line: str) -> None:
    assert [found.ambiguous for found in find(line)] == [False]


@pytest.mark.parametrize(
    ("lines", "language", "iso"),
    [
        (("03/04/2023",), "en", "2023-03-04"),
        (("03/04/2023",), "de", "2023-04-03"),
        (("03/04/2023",), "pt", "2023-04-03"),
        (("03/04/2023",), None, "2023-03-04"),
        (("03/04/2023", "25/04/2023"), "en", "2023-04-03"),
        (("03/04/2023", "04/25/2023"), "fr", "2023-03-04"),
        (("03/04/2023", "25/04/2023", "26/04/2023", "04/27/2023"), "en", "2023-04-03"),
        (("03/04/2023", "02/04/2023", "2023-04-25"), "en", "2023-03-04"),
    ],
)
def test_the_page_settles_the_order(lines: tuple[str, ...], language: str | None, iso: str) -> None:
    doc = document(*lines, language=language)
    assert [d.iso for d in line_dates(doc, lines[0])] == [iso]


def test_a_number_in_a_long_paragraph_does_not_settle_the_order() -> None:
    paragraph = "The invoice of 25/04/2023 was never paid, " * 6
    doc = document("03/04/2023", paragraph, language="en")
    assert [d.iso for d in line_dates(doc, "03/04/2023")] == ["2023-03-04"]


def test_a_document_has_one_reader() -> None:
    doc = document("03/04/2023")
    assert date_reader(doc) is date_reader(doc)
    assert line_dates(doc, "03/04/2023") is line_dates(doc, "03/04/2023")


REFERENCE = date(2023, 11, 19)


@pytest.mark.parametrize(
    ("line", "language", "iso"),
    [
        ("yesterday", "en", "2023-11-18"),
        ("Yesterday", "en", "2023-11-18"),
        ("today", "en", "2023-11-19"),
        ("2 days ago", "en", "2023-11-17"),
        ("1 day ago", "en", "2023-11-18"),
        ("3 weeks ago", "en", "2023-10-29"),
        ("2 months ago", "en", "2023-09-19"),
        ("vor 3 Tagen", "de", "2023-11-16"),
        ("πριν από 3 ημέρες", "el", "2023-11-16"),
        ("πριν 3 ημέρες", "el", "2023-11-16"),
        ("il y a 3 jours", "fr", "2023-11-16"),
        ("hace 3 días", "es", "2023-11-16"),
        ("3 napja", "hu", "2023-11-16"),
        ("3 nappal ezelőtt", "hu", "2023-11-16"),
        ("3 giorni fa", "it", "2023-11-16"),
        ("há 3 dias", "pt", "2023-11-16"),
        ("3 dias atrás", "pt", "2023-11-16"),
        ("3 dagen geleden", "nl", "2023-11-16"),
        ("for 3 dager siden", "no", "2023-11-16"),
        ("för 3 dagar sedan", "sv", "2023-11-16"),
        ("3 dage siden", "da", "2023-11-16"),
        ("3 päivää sitten", "fi", "2023-11-16"),
        ("i går", "no", "2023-11-18"),
        ("igår", "sv", "2023-11-18"),
        ("eilen", "fi", "2023-11-18"),
        ("3 дня назад", "ru", "2023-11-16"),
        ("3 dni temu", "pl", "2023-11-16"),
        ("před 3 dny", "cs", "2023-11-16"),
        ("3 дні тому", "uk", "2023-11-16"),
        ("pred 3 dňami", "sk", "2023-11-16"),
        ("acum 3 zile", "ro", "2023-11-16"),
        ("3 gün önce", "tr", "2023-11-16"),
        ("3 hari yang lalu", "id", "2023-11-16"),
        ("לפני 3 ימים", "he", "2023-11-16"),
        ("3일 전", "ko", "2023-11-16"),
        ("3 ngày trước", "vi", "2023-11-16"),
        ("cách đây 3 ngày", "vi", "2023-11-16"),
        ("3天前", "zh", "2023-11-16"),
        ("3日前", "ja", "2023-11-16"),
        ("منذ 3 أيام", "ar", "2023-11-16"),
        ("gestern", "de", "2023-11-18"),
        ("χθες", "el", "2023-11-18"),
        ("hier", "fr", "2023-11-18"),
        ("ayer", "es", "2023-11-18"),
        ("tegnap", "hu", "2023-11-18"),
        ("вчера", "ru", "2023-11-18"),
        ("wczoraj", "pl", "2023-11-18"),
        ("včera", "cs", "2023-11-18"),
        ("вчора", "uk", "2023-11-18"),
        ("včera", "sk", "2023-11-18"),
        ("ieri", "ro", "2023-11-18"),
        ("dün", "tr", "2023-11-18"),
        ("kemarin", "id", "2023-11-18"),
        ("אתמול", "he", "2023-11-18"),
        ("어제", "ko", "2023-11-18"),
        ("hôm qua", "vi", "2023-11-18"),
        ("昨天", "zh", "2023-11-18"),
        ("昨日", "ja", "2023-11-18"),
    ],
)
def test_relative_dates_count_from_the_reference_date_alone(line: str, language: str, iso: str) -> None:
    assert isos(line, language, reference=REFERENCE) == [iso]
    assert isos(line, language) == []


@pytest.mark.parametrize(
    "line", ["3 boats ago", "a long time ago", "days ago", "the day after", "ago", "2 Uhr", "in 3 days"]
)
def test_no_relative_dates(line: str) -> None:
    assert isos(line, reference=REFERENCE) == []


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("May 19", "2023-05-19"),
        ("November 19", "2023-11-19"),
        ("November 20", "2022-11-20"),
        ("3 December", "2022-12-03"),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(line: str, iso: str) -> None:
    assert isos(line, reference=REFERENCE) == [iso]
    assert isos(line) == []


@pytest.mark.parametrize(
    "line", ["on", "On", "12", "A 2", "Second", "May", "2023", "10:30", "Monday", "By the second of May"]
)
def test_with_a_reference_date_these_are_no_dates_either(line: str) -> None:
    assert find(line, reference=REFERENCE) == []


def test_a_written_date_outdoes_a_relative_one() -> None:
    assert isos("November 3, 2023 (2 weeks ago)", reference=REFERENCE) == ["2023-11-03"]


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("3 Agustus 2019", "2019-08-03"),
        ("28 Desember 2020", "2020-12-28"),
        ("9 Mei 2021", "2021-05-09"),
        ("3 sierpnia 2019", "2019-08-03"),
        ("11 października 2018", "2018-10-11"),
        ("3 Ağustos 2019", "2019-08-03"),
        ("29 Ekim 2020", "2020-10-29"),
        ("3 augusti 2019", "2019-08-03"),
        ("3. srpna 2019", "2019-08-03"),
    ],
)
def test_months_of_languages_without_a_lexicon(line: str, iso: str) -> None:
    assert isos(line) == [iso]
    assert isos(f"Halm Pos, {line}") == [iso]


@pytest.mark.parametrize(
    "line",
    ["3 perahu 2019", "12 łodzi 2019", "40 tekne 2020", "7 blocks 2020", "Ostria 12 2019", "3 Tagen 2020"],
)
def test_a_foreign_word_between_two_numbers_is_no_month(line: str) -> None:
    assert isos(line) == []


def test_terms_of_a_user_are_months() -> None:
    lexicon = Lexicon.for_language("en").merge(Lexicon(months={"thermidor": 8}))
    assert [d.iso for d in DateReader(lexicon).find("9 Thermidor 2019")] == ["2019-08-09"]
