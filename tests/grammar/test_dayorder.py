"""Which of two readings a numeric date has, by what else the page says."""

from __future__ import annotations

import pytest

from cleaner.grammar.dayorder import address_day, is_open
from tests.fields.helpers import TITLES, html
from tests.helpers import paragraphs, process


@pytest.mark.parametrize(
    ("head", "below", "published"),
    [
        ("", "", "2023-03-10"),
        ("", "<p>Seen again on 25/11/2023.</p>", "2023-10-03"),
        ("", "<p>Seen again on 11/25/2023.</p>", "2023-03-10"),
        ("", '<ul><li><a href="/b">Oars</a> <time datetime="2023-10-03">last autumn</time></li></ul>', "2023-10-03"),
        ("", '<ul><li><a href="/b">Oars</a> <time datetime="2023-03-10">last spring</time></li></ul>', "2023-03-10"),
        ("", "<ul>" + "<li>Oars</li>" * 8 + '<li><time datetime="2023-10-04">last autumn</time></li></ul>', "2023-03-10"),
        ('<meta property="article:modified_time" content="2023-10-03T10:00:00Z">', "", "2023-10-03"),
        ('<link rel=canonical href="https://halm.example/2023/10/03/ferry">', "", "2023-10-03"),
        ('<link rel=canonical href="https://halm.example/2023/october/03/ferry">', "", "2023-10-03"),
        ('<link rel=canonical href="https://halm.example/2023/10/ferry">', "", "2023-03-10"),
    ],
)
def test_the_page_names_the_day_elsewhere(head: str, below: str, published: str) -> None:
    found = process(html("<p>03/10/2023</p>", below=below, head=head)).records[0]
    assert (found.published or found.modified or "")[:10] == published


@pytest.mark.parametrize(
    ("language", "published"),
    [("en", "2023-03-10"), ("en-US", "2023-03-10"), ("en-GB", "2023-10-03"), ("en_AU", "2023-10-03"), ("en-CA", "2023-03-10")],
)
def test_english_by_its_country(language: str, published: str) -> None:
    page = html("<p>03/10/2023</p>").replace("<html", f'<html lang="{language}"', 1)
    assert f'lang="{language}"' in page
    record = process(page).records[0]
    assert (record.published, record.remarks) == (published, {"published": "ambiguous"})


def test_a_numeric_date_in_an_attribute_is_read_by_the_order_of_the_page() -> None:
    page = html('<p><time datetime="02-12-2025">02-12-2025</time></p>', below='<p><time datetime="2025-12-02">Tuesday</time></p>')
    assert process(page).records[0].published == "2025-12-02"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://halm.example/2023/11/19/", "2023-11-19"),
        ("https://halm.example/news/2023-11-19-on-tea", "2023-11-19"),
        ("https://halm.example/world/2024/feb/24/ferry", "2024-02-24"),
        ("https://halm.example/2024/storm/24/ferry", "2024-00-24"),
        ("https://halm.example/2023/11/ferry", ""),
        ("https://halm.example/a/12023/11/19", ""),
    ],
)
def test_the_day_of_an_address(url: str, day: str) -> None:
    assert address_day(process(html(), url=url).document) == day


def test_an_address_with_no_day_of_the_calendar_gives_no_date() -> None:
    page = f"<h1>{TITLES['en']}</h1>{paragraphs('A ferry is a boat. ' * 30)}"
    assert process(page, url="https://halm.example/2024/storm/24/ferry").records[0].published is None


@pytest.mark.parametrize("text", ["3.3.2023", "13/10/2023", "2023-10-03", "03/10/2023 10:30", "soon", ""])
def test_what_has_one_reading(text: str) -> None:
    assert not is_open(text)
