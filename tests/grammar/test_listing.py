"""Lists of headlines that have their date beside them in the line, in flat text; tests/grammar/test_alike.py has those of HTML."""

from __future__ import annotations

import pytest

from tests.grammar.helpers import ONE, TITLES, TWO
from tests.helpers import process

DAYS = ("Aug 9, 2023", "Jul 28, 2023", "Jul 2, 2023", "Dec 5, 2022")
ISO = ("2023-08-09", "2023-07-28", "2023-07-02", "2022-12-05")
HEADS = (*TITLES[:3], "Nobody pays for the ferry")


def page(form: str, *others: str, days: tuple[str, ...] = DAYS) -> str:
    lines = [form.format(title=title, date=day) for title, day in zip(HEADS, days, strict=True)]
    return "\n".join(["Courier of Port Ansel", "Home About", "", *lines, "", *others])


@pytest.mark.parametrize("form", ["{title} {date}", "{date} – {title}", "{date}: {title}", "{title} ({date})", "• {date} {title}"])
def test_lines_of_a_headline_and_a_date_are_posts(form: str) -> None:
    result = process(page(form))
    assert [(r.title, (r.published or "")[:10], r.body) for r in result.records] == [(t, d, "") for t, d in zip(HEADS, ISO, strict=True)]
    for record in result.records:
        (start, end), *_ = record.spans["title"]
        assert result.document.text[start:end] == record.title


def test_a_headline_may_have_the_words_of_its_date() -> None:
    titles = ["Aug", "Jul", "Jul 2", "Dec"]
    lines = [f"{day}: {title}" for day, title in zip(DAYS, titles, strict=True)]
    result = process("\n".join(["Courier of Port Ansel", "", *lines]))
    assert [r.title for r in result.records] == titles
    for record in result.records:
        (start, end), *_ = record.spans["title"]
        assert result.document.text[start:end] == record.title
        assert result.document.text[:start].endswith(": ")


@pytest.mark.parametrize(
    "text",
    [
        page("{title} {date}", f"{ONE} {TWO}", f"{TWO} {ONE}", f"{ONE} {ONE}"),  # beside an article
        page("{title} {date}", days=(DAYS[1], DAYS[0], DAYS[3], DAYS[2])),  # in no order
        page("{title} {date}", days=(DAYS[0],) * 4),
        page("The clerk of the quay {date}"),  # who, and when
        page("{title} {date} by the quay"),
        page("{title} in {date}", days=("August 2023", "July 2023", "June 2023", "May 2023")),
        "\n".join(page("{title} {date}").splitlines()[:6]),  # but three
    ],
)
def test_other_lines_with_dates_are_none(text: str) -> None:
    assert len(process(text).records) <= 1
