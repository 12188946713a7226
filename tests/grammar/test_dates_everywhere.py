"""Written and numeric dates in languages that have no lexicon, dates split over lines, and dates printed side by side."""

from __future__ import annotations

import pytest

from cleaner.grammar.dates import line_dates, split_dates
from tests.fields.helpers import article, document, html, read
from tests.grammar.helpers import isos
from tests.helpers import process


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("id", "Minggu, 19 November 2023"),
        ("pl", "19 listopada 2023"),
        ("tr", "19 Kasım 2023"),
        ("sv", "19 november 2023"),
        ("da", "19. november 2023"),
        ("nb", "19. november 2023"),
        ("fi", "19. marraskuuta 2023"),
        ("cs", "19. listopadu 2023"),
        ("sk", "19. novembra 2023"),
        ("hu", "2023. november 19."),
        ("ro", "19 noiembrie 2023"),
        ("uk", "19 листопада 2023"),
        ("bg", "19 ноември 2023"),
        ("el", "19 Νοεμβρίου 2023"),
        ("ca", "19 de novembre de 2023"),
        ("hr", "19. studenoga 2023"),
        ("vi", "Ngày 19 tháng 11 năm 2023"),
        ("vi", "19 tháng 11, 2023"),
        ("ko", "2023년 11월 19일"),
        ("ko", "2023. 11. 19."),
        ("ko", "23.11.19"),
        ("ja", "23/11/19"),
        ("hi", "19 नवंबर 2023"),
        ("fa", "19 نوامبر 2023"),
        ("he", "19 בנובמבר 2023"),
    ],
)
def test_a_language_without_a_lexicon(language: str, line: str) -> None:
    doc = document(line, language=language)
    assert [found.iso for found in line_dates(doc, line)] == ["2023-11-19"]


@pytest.mark.parametrize("line", ["17 décembre 2015", "17. Dezember 2015", "17 de diciembre de 2015", "17 dicembre 2015", "17 декабря 2015"])
def test_a_date_in_another_language_than_the_page_s(line: str) -> None:
    assert isos(line, "en") == ["2015-12-17"]


@pytest.mark.parametrize("line", ["17 pages 2015", "17 de la calle 2015", "12 Monate 2015", "12 månader 2015"])
def test_other_words_between_numbers_are_no_months(line: str) -> None:
    assert isos(line, "en") == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("11/23/202411/24/2024", ["2024-11-23", "2024-11-24"]),
        ("May 8, 2018May 9, 2018", ["2018-05-08", "2018-05-09"]),
        ("6th January 20187th November 2018", ["2018-01-06", "2018-11-07"]),
    ],
)
def test_two_dates_printed_side_by_side(line: str, expected: list[str]) -> None:
    assert isos(line) == expected


@pytest.mark.parametrize("line", ["Order 20187 of the board", "1/2/20183", "May 8, 20189"])
def test_numbers_that_only_begin_like_years(line: str) -> None:
    assert isos(line) == []


def test_a_time_zone_goes_with_its_time() -> None:
    (found,) = line_dates(document("x"), "30.05.2014 0739America/Los_Angeles")
    assert (found.iso, found.end) == ("2014-05-30", len("30.05.2014 0739America/Los_Angeles"))


@pytest.mark.parametrize(
    "lines",
    [("May", "8", "2018"), ("8", "May", "2018"), ("8 May", "2018"), ("Tuesday,", "May 8,", "2018"), ("8th", "May", "2018"), ("2018年", "5月8日")],
)
def test_a_date_on_several_lines(lines: tuple[str, ...]) -> None:
    doc = document("Boats", *lines, "Oars", language="zh" if "年" in lines[0] else "en")
    assert [(first, last, found.iso) for first, last, found in split_dates(doc)] == [(1, len(lines), "2018-05-08")]


@pytest.mark.parametrize(
    "lines",
    [("May", "June", "July"), ("1", "2", "3", "4"), ("2018", "2017"), ("May", "Boats", "2018"), ("May", "2018"), ("8 May 2018",), ("30", "February", "2018")],
)
def test_lines_that_are_no_date(lines: tuple[str, ...]) -> None:
    assert list(split_dates(document(*lines))) == []


def test_a_split_date_is_the_article_s_and_no_text() -> None:
    record = read(article("8", "May", "2018", "By Ann Lee"))
    assert record.published == "2018-05-08"
    assert "May" not in record.body


@pytest.mark.parametrize(
    ("lines", "language", "ambiguous"),
    [
        (("03/04/2023",), "en", True),
        (("03/04/2023", "25/04/2023"), "en", False),  # the page tells
        (("03/04/2023",), "de", False),  # the language does
        (("04/04/2023",), "en", False),
    ],
)
def test_a_date_is_ambiguous_where_nothing_settles_it(lines: tuple[str, ...], language: str, ambiguous: bool) -> None:
    doc = document(*lines, language=language)
    assert [found.ambiguous for found in line_dates(doc, lines[0])] == [ambiguous]


def test_what_is_to_know_of_a_value_is_remarked() -> None:
    record = read(article("By admin | 03/04/2021"))
    assert record.remarks == {"authors": "role", "published": "ambiguous"}
    assert read(article("By Ann Lee | March 4, 2021")).remarks == {}


def test_the_one_date_of_publication_may_be_called_an_update() -> None:
    result = process(html('<p>Last updated <time itemprop="datePublished" datetime="2018-05-08">May 8, 2018</time></p>'))
    assert result.records[0].published == "2018-05-08"
