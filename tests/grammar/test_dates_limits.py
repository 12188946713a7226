"""What is no date, and where a date begins and ends."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.grammar.helpers import find, isos


@pytest.mark.parametrize(
    "line",
    [
        "",
        "on",
        "On",
        "12",
        "A 2",
        "Second",
        "May",
        "May the best boat win.",
        "In May the ferry stopped.",
        "March on the harbour office",
        "The second of May",
        "May 19",
        "By 2025 the number of boats had doubled.",
        "By the time it rained",
        "Monday",
        "By Monday",
        "2023",
        "10:30",
        "1939-45",
        "2010-2012",
        "the 1990s",
        "page 12 of 2023",
        "Room 1204",
        "version 1.2.3",
        "10.0.0.1",
        "192.168.10.12",
        "ISBN 978-3-16-148410-0",
        "Call 555-12-2023",
        "+49 30 1234567",
        "a score of 3-2-1",
        "$12.50",
        "32 November 2023",
        "February 30, 2023",
        "2023-13-01",
        "2023-00-10",
        "99/99/2023",
        "31/02/2023",
        "November 19, 1023",
        "November 19, 20234",
        "19 boats 2023",
        "Chapter 3 verse 2001",
        "Mayor 2014",
        "Marching 12 2014",
        "Windows 10 2004",
        "It rained in 2014. May was dry.",
    ],
)
def test_no_dates(line: str) -> None:
    assert isos(line) == []


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Mai", "de"),
        ("am", "de"),
        ("Μάιος", "el"),
        ("του", "el"),
        ("mars", "fr"),
        ("Le mars", "fr"),
        ("május", "hu"),
        ("hét", "hu"),
        ("set", "it"),
        ("mai", "ro"),
        ("Mai mult", "ro"),
        ("a", "es"),
        ("май", "ru"),
        ("Tháng Năm", "vi"),
        ("5 năm", "vi"),
        ("3月", "zh"),
        ("第12章", "zh"),
        ("2023年", "ja"),
        ("10時30分", "ja"),
        ("آب", "ar"),
    ],
)
def test_no_dates_in_other_languages(line: str, language: str) -> None:
    assert isos(line, language, day_first=True) == []


@pytest.mark.parametrize(
    ("line", "raws"),
    [
        ("Posted on May 8, 2018 by Ann Lee", ["May 8, 2018"]),
        ("Kyodo News, November 19, 2023 and 3 Dec 2023.", ["November 19, 2023", "3 Dec 2023"]),
        ("(Sunday, 19 November 2023)", ["Sunday, 19 November 2023"]),
        ("May 2014 – June 2015", ["May 2014", "June 2015"]),
        ("2023-11-19, 2023-11-20", ["2023-11-19", "2023-11-20"]),
        ("November 14, 2023, November 13, 2023", ["November 14, 2023", "November 13, 2023"]),
        ("Radio Halm, November 18, 2023news/2023/11/18-x.html", ["November 18, 2023"]),
        ("November 18, 2023https://www.halm.example/a", ["November 18, 2023"]),
    ],
)
def test_the_span_holds_the_date_and_no_more(line: str, raws: list[str]) -> None:
    found = find(line)[: len(raws)]
    assert [line[d.start : d.end] for d in found] == raws
    assert all(a.end <= b.start for a, b in pairwise(found))
