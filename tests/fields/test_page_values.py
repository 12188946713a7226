"""The values of page metadata: titles without the site's name, dates in one form, names that are some."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cleaner import Record
from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, html, ld, meta, names, only, posting, read
from tests.helpers import paragraphs, process, web

# Values


TITLED: list[Callable[[str], str]] = [
    lambda title: f"<title>{title}</title>",
    lambda title: meta("og:title", title),
    lambda title: meta("twitter:title", title),
    lambda title: ld(posting(title)),
]


def titled(head: str) -> Record:
    """The record of a page whose headline nobody can see."""
    return only(process(web(f"<article>{paragraphs(*BODIES['en'])}</article>", head)))


@pytest.mark.parametrize("form", TITLED)
def test_a_headline_that_nobody_sees_is_taken_from_the_metadata(form: Callable[[str], str]) -> None:
    record = titled(form(TITLE))
    assert (record.title, record.body) == (TITLE, BODY)
    assert record.origins["title"] in ("title-tag", "open-graph", "meta", "json-ld")
    assert "title" not in record.spans


def test_the_surer_title_wins() -> None:
    found = []
    head = ""
    for form, title in zip(TITLED, ("Oars", "Boats", "Boats Again", "Bread"), strict=True):
        head += form(title)
        found.append(titled(head).title)
    assert found == ["Oars", "Boats", "Boats", "Bread"]


@pytest.mark.parametrize("form", TITLED)
@pytest.mark.parametrize("end", [" | Courier", " - Halm Courier", " – The Halm Courier", " · Courier", " » Courier", " « Halm Courier", " — Courier"])
def test_the_sites_name_is_cut_off(form: Callable[[str], str], end: str) -> None:
    assert titled(form(TITLE + end)).title == TITLE


def test_a_long_name_is_cut_off_where_the_site_calls_itself_so() -> None:
    site = "The Halm Courier and Port Ansel Post"
    head = f"<title>Ferry Stops | {site}</title>"
    assert titled(head).title == f"Ferry Stops | {site}"
    assert titled(head + meta("og:site_name", site.upper())).title == "Ferry Stops"
    assert titled(head + f'<meta name=application-name content="{site}">').title == "Ferry Stops"


@pytest.mark.parametrize(
    "title",
    [
        "Ferry - Stops",
        "Ferry Stops",
        "The Ferry Stops: What the People of Port Ansel Know",
        "The Ferry-Boat of Port Ansel Stops Half-Way",
        "The Ferry of Port Ansel | What the People of Halm Know",
        "Courier | The Ferry of Port Ansel Stops for Good",
        "- The Ferry of Port Ansel",
    ],
)
def test_no_more_of_a_title_is_cut_off(title: str) -> None:
    assert titled(f"<title>{title}</title>").title == title


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2023-11-19", "2023-11-19"),
        ("2023-11-19T10:30:00Z", "2023-11-19T10:30:00+00:00"),
        ("2023-11-19T10:30:00.000+0100", "2023-11-19T10:30:00+01:00"),
        ("2023-11-19 10:30", "2023-11-19T10:30:00"),
        ("2023-11", "2023-11"),
        ("20231119", "2023-11-19"),
        ("Sun, 19 Nov 2023 10:30:00 GMT", "2023-11-19T10:30:00+00:00"),
        ("November 19, 2023", "2023-11-19"),
        ("19 Nov 2023", "2023-11-19"),
        (" 2023-11-19 ", "2023-11-19"),
        ("soon", None),
        ("yesterday", None),
        ("2023-13-40", None),
        ("0001-01-01T00:00:00", None),
        ("1700389800", None),
        ("{{ date }}", None),
    ],
)
def test_dates_are_brought_into_one_form(value: str, published: str | None) -> None:
    for head in (ld(posting(datePublished=value)), meta("article:published_time", value)):
        assert read(html(head=head)).published == published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee and Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee, Bo Birk &amp; Cy Cole", ["Ann Lee", "Bo Birk", "Cy Cole"]),
        ("https://www.facebook.com/annlee", []),
        ("http://courier.example/by/ann", []),
        ("Follow me on https://x.example/ann", []),
        ("...", []),
        ("42", []),
        (" ", []),
        ("Ann Lee " * 40, []),
    ],
)
def test_names_of_authors_and_what_is_none(value: str, expected: list[str]) -> None:
    for head in (f'<meta name=author content="{value}">', meta("article:author", value), ld(posting(author=value))):
        assert names(read(html(head=head))) == expected


def test_an_address_takes_no_name_with_it() -> None:
    head = ld(posting(author=["https://x.example/ann", "Ann Lee", {"name": "Bo Birk", "url": "https://x.example/bo"}]))
    assert names(read(html(head=head))) == ["Ann Lee", "Bo Birk"]


@pytest.mark.parametrize("language", TITLES)
def test_in_every_language(language: str) -> None:
    head = ld(posting(TITLES[language], datePublished="2023-11-19"))
    record = read(html(language=language, head=head))
    assert (record.title, record.published, record.body) == (TITLES[language], "2023-11-19", "\n\n".join(BODIES[language]))


def test_metadata_nested_without_end_is_no_error() -> None:
    source = f'{{"@type": "Article", "author": {"[" * 900}"Ann Lee"{"]" * 900}}}'
    assert read(html(head=f'<script type="application/ld+json">{source}</script>')).title == TITLE


# The headline that is seen, and the titles of the metadata


@pytest.mark.parametrize(
    ("shown", "said", "title"),
    [
        (f"{TITLE} | Opinion", TITLE, TITLE),
        (f"{TITLE} – Absurd", TITLE, f"{TITLE} – Absurd"),
        (f"{TITLE}: What Now?", f"{TITLE}:", f"{TITLE}: What Now?"),
    ],
)
def test_a_headline_that_goes_on_where_the_metadata_ends(shown: str, said: str, title: str) -> None:
    head = ld(posting(said)) + meta("og:title", said)
    assert only(process(html(title=shown, head=head))).title == title


@pytest.mark.parametrize(("own", "title"), [(TITLE, TITLE), ("Oars Cost More Than Cows", f"{TITLE}-Harbour")])
def test_a_label_joined_to_a_title_goes_where_json_ld_has_none(own: str, title: str) -> None:
    long = f"{TITLE}-Harbour"
    head = ld(posting(own)) + meta("og:title", long) + f"<title>{long}</title>"
    found = process(web(f"<article>{paragraphs(*BODIES['en'])}</article>", head))
    assert title in {c.value for c in found.candidates(only(found), "title") if c.origin == "open-graph"}
