"""Section labels: over a title or in a metadata line; a title of few words is none."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, page, raw, read
from tests.helpers import clean, process

ONE, TWO = BODIES["en"]


@pytest.mark.parametrize("label", ["Boats", "World News", "River Life", "BOATS", "Boats & Oars", "Q&A"])
def test_over_a_title(label: str) -> None:
    result = process(page(label, TITLE, "By Ann Lee", ONE, TWO))
    check_spans(result)
    (record,) = result.records
    assert (record.section, record.title, record.body) == (label, TITLE, BODY)
    assert raw(result, "section") == [label]


@pytest.mark.parametrize(
    ("language", "label", "byline"),
    [
        ("de", "Stadtleben", "Von Anna Deich"),
        ("fr", "Vie locale", "Par Zoé Petit"),
        ("es", "Ribera", "Por Ana Ruiz"),
        ("it", "Cronaca", "di Anna Riva"),
        ("pt", "Cidade", "Por Ana Serra"),
        ("nl", "Stadsleven", "Door Anna Kade"),
        ("ru", "Город", "Автор: Анна Мост"),
        ("zh", "城市", "作者：李小龙"),
        ("ja", "くらし", "文：山田太郎"),
        ("ar", "مدن", "بقلم: أحمد علي"),
    ],
)
def test_in_every_language(language: str, label: str, byline: str) -> None:
    record = read(page(label, TITLES[language], byline, *BODIES[language]))
    assert (record.section, record.title) == (label, TITLES[language])
    assert record.body == "\n\n".join(BODIES[language])


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Filed under: Boats", "Boats"),
        ("Posted in Boats", "Boats"),
        ("Category: Boats", "Boats"),
        ("Posted on November 19, 2023 by Ann Lee | Filed under: Boats", "Boats"),
        ("November 19, 2023 | Boats", "Boats"),
        ("Boats | November 19, 2023", "Boats"),
        ("By Ann Lee in Boats", "Boats"),
        ("by Ann Lee in River Life", "River Life"),
        ("By Ann Lee | November 19, 2023 | River Life", "River Life"),
    ],
)
def test_in_a_metadata_line(line: str, section: str) -> None:
    record = read(article(line))
    assert record.section == section
    assert (record.title, record.body) == (TITLE, BODY)


def test_each_article_has_its_own() -> None:
    text = page("Boats", TITLE, "By Ann Lee", ONE, "River Life", "Oars Cost More Than Cows", "By Bo Birk", TWO)
    assert [(r.section, r.title, r.body) for r in clean(text)] == [
        ("Boats", TITLE, ONE),
        ("River Life", "Oars Cost More Than Cows", TWO),
    ]


def test_a_title_of_one_word_is_no_section() -> None:
    record = read(page("Boats", "By Ann Lee", ONE, TWO))
    assert (record.section, record.title) == (None, "Boats")


@pytest.mark.parametrize("line", ["In the harbour nobody knew a thing.", "Under the bridge nobody knew a thing."])
def test_a_sentence_is_no_section(line: str) -> None:
    record = read(page(TITLE, ONE, line, TWO))
    assert record.section is None
    assert line in record.body


@pytest.mark.parametrize(
    "title",
    ["In the Harbour", "Under the Bridge", "Category Five Storm Hits Halm", "Column of Boats Leaves Halm"],
)
def test_a_title_that_begins_as_a_section(title: str) -> None:
    record = read(article(title=title))
    assert (record.section, record.title) == (None, title)


def test_tags_are_no_section() -> None:
    record = read(article(below=("Tags: boats, oars, quay",)))
    assert (record.section, record.body) == (None, BODY)


def test_a_page_without_a_label_has_none() -> None:
    record = read(article("By Ann Lee"))
    assert record.section is None
    assert "section" not in record.spans
