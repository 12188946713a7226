"""Standfirsts: summaries set apart from the text; a first paragraph is none."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, check_spans, page, raw, read
from tests.helpers import process

ONE, TWO = BODIES["en"]
SUMMARY = "Forty boats, one bakery and no ferry: how a town on a river came to rely on its own arms."
SHORT = "How a town came to rely on its own arms."


@pytest.mark.parametrize("summary", [SUMMARY, SHORT])
@pytest.mark.parametrize(
    "meta",
    ["By Ann Lee", "November 19, 2023", "By Ann Lee | November 19, 2023", "By Ann Lee\nNovember 19, 2023"],
)
def test_over_the_byline(summary: str, meta: str) -> None:
    result = process(page(TITLE, summary, meta, ONE, TWO))
    check_spans(result)
    (record,) = result.records
    assert (record.title, record.standfirst, record.body) == (TITLE, summary, BODY)
    assert raw(result, "standfirst") == [summary]


def test_set_apart_by_an_extra_blank_line() -> None:
    record = read(f"{TITLE}\n\n{SUMMARY}\n\n\n{ONE}\n\n{TWO}\n")
    assert (record.standfirst, record.body) == (SUMMARY, BODY)


def test_over_a_byline_with_a_credit() -> None:
    record = read(page(TITLE, SUMMARY, "By Ann Lee", "Translated by Bo Birk", ONE, TWO))
    assert (record.standfirst, record.body) == (SUMMARY, BODY)


@pytest.mark.parametrize(
    ("language", "summary", "byline"),
    [
        (
            "de",
            "Vierzig Boote, eine Bäckerei und keine Fähre: wie eine Stadt sich auf ihre Arme verlässt.",
            "Von Anna Deich",
        ),
        (
            "fr",
            "Quarante barques, une boulangerie et plus de bac : une ville compte sur ses bras.",
            "Par Zoé Petit",
        ),
        (
            "es",
            "Cuarenta botes, una panadería y ningún transbordador: una ciudad confía en sus brazos.",
            "Por Ana Ruiz",
        ),
        (
            "ru",
            "Сорок лодок, одна булочная и ни одного парома: как город привык полагаться на себя.",
            "Автор: Анна Мост",
        ),
        (
            "zh",
            "四十条小船、一家面包店、没有渡船：一座小城如何学会依靠自己的双臂，又如何不再等待。",
            "作者：李小龙",
        ),
        (
            "ja",
            "四十そうの小舟と一軒のパン屋、そして渡し船のない町が自分の腕を頼りにするまで。",
            "文：山田太郎",
        ),
        (
            "ar",
            "أربعون قاربا ومخبز واحد ولا عبّارة: كيف صارت المدينة تعتمد على سواعد أهلها.",
            "بقلم: أحمد علي",
        ),
    ],
)
def test_in_every_language(language: str, summary: str, byline: str) -> None:
    record = read(page(TITLES[language], summary, byline, *BODIES[language]))
    assert (record.title, record.standfirst) == (TITLES[language], summary)
    assert record.body == "\n\n".join(BODIES[language])


def test_each_article_has_its_own() -> None:
    other = "What the autumn fair in Halm says about the price of wood and of cows."
    text = page(TITLE, SUMMARY, "By Ann Lee", ONE, "Oars Cost More Than Cows", other, "By Bo Birk", TWO)
    result = process(text)
    check_spans(result)
    assert [(r.title, r.standfirst, r.body) for r in result.records] == [
        (TITLE, SUMMARY, ONE),
        ("Oars Cost More Than Cows", other, TWO),
    ]


@pytest.mark.parametrize("meta", [(), ("By Ann Lee",), ("By Ann Lee", "November 19, 2023")])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"])
def test_the_first_paragraph_is_none(meta: tuple[str, ...], gap: str) -> None:
    record = read(gap.join([TITLE, *meta, SUMMARY, ONE, TWO]))
    assert record.standfirst is None
    assert SUMMARY in record.body
    assert "standfirst" not in record.spans


def test_a_text_over_its_byline_is_body() -> None:
    record = read(page(TITLE, ONE, TWO, "By Ann Lee"))
    assert (record.standfirst, record.body) == (None, BODY)


def test_a_section_label_is_none() -> None:
    record = read(page(TITLE, "Boats", "By Ann Lee", ONE, TWO))
    assert record.standfirst is None


def test_a_caption_is_none() -> None:
    record = read(page(TITLE, "The quay in the spring of the year (Photo: Bo Birk)", "By Ann Lee", ONE, TWO))
    assert record.standfirst is None
    assert record.captions[0].credit == "Bo Birk"
