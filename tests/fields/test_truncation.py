"""Whether a text goes on elsewhere, and what says so."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, page, read
from tests.helpers import clean, process

ONE, TWO = BODIES["en"]


@pytest.mark.parametrize("tail", ["...", "…", " ...", " […]", " [...]", "... "])
def test_an_ellipsis_at_the_end(tail: str) -> None:
    text = TWO.rstrip(".") + tail
    record = read(page(TITLE, "By Ann Lee", ONE, text))
    assert (record.truncated, record.truncation_reason) == (True, "ellipsis")
    assert record.body == f"{ONE}\n\n{text.strip()}"


@pytest.mark.parametrize("language", TITLES)
def test_an_ellipsis_in_every_language(language: str) -> None:
    one, two = BODIES[language]
    cut = two.rstrip(".。") + ("……" if language == "zh" else "…")
    record = read(page(TITLES[language], one, cut))
    assert (record.truncated, record.truncation_reason) == (True, "ellipsis")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read the rest", "read-rest"),
        ("Read the rest of this article on Halm Courier.", "read-rest"),
        ("Read the rest of the original article.", "read-rest"),
        ("Read the original article", "read-rest"),
        ("The full article is available at Halm Courier.", "read-rest"),
        ("Read more", "read-more"),
        ("Continue reading", "read-more"),
        (f"Continue reading {TITLE}", "read-more"),
        ("Read the full article", "read-more"),
        ("This article is for subscribers only.", "paywall"),
        ("Subscribe to continue reading", "paywall"),
        ("Subscribe to read the full story.", "paywall"),
    ],
)
def test_a_line_that_says_so(line: str, reason: str) -> None:
    record = read(article("By Ann Lee", below=(line,)))
    assert (record.truncated, record.truncation_reason) == (True, reason)
    assert (record.title, record.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Weiterlesen"),
        ("de", "Den ganzen Artikel lesen Sie bei Halmer Bote"),
        ("fr", "Lire la suite"),
        ("es", "Seguir leyendo"),
        ("it", "Continua a leggere"),
        ("pt", "Continue lendo"),
        ("nl", "Lees verder"),
        ("ru", "Читать далее"),
        ("pl", "Czytaj dalej"),
        ("cs", "Číst dále"),
        ("uk", "Читати далі"),
        ("sk", "Čítať ďalej"),
        ("zh", "阅读全文"),
        ("ja", "続きを読む"),
        ("ar", "اقرأ المزيد"),
    ],
)
def test_in_every_language(language: str, line: str) -> None:
    record = read(article(language=language, below=(line,)))
    assert record.truncated
    assert record.truncation_reason in ("read-more", "read-rest")
    assert record.body == "\n\n".join(BODIES[language])


def test_a_link_at_the_end_of_an_excerpt() -> None:
    record = read(page(TITLE, "By Ann Lee", ONE.rstrip(".") + "… Read More"))
    assert (record.truncated, record.truncation_reason) == (True, "read-more")
    assert record.body == ONE.rstrip(".") + "…"


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("Continue reading", "Read the rest of this article on Halm Courier."), "read-rest"),
        (("Read the rest", "This article is for subscribers only."), "paywall"),
    ],
)
def test_the_surest_reason_holds(lines: tuple[str, ...], reason: str) -> None:
    assert read(article("By Ann Lee", below=lines)).truncation_reason == reason


def test_a_title_without_a_text() -> None:
    text = page(
        TITLE, "By Ann Lee", ONE, "Source: Halm Courier, November 9, 2023",
        "Bakery Opens Before Dawn", "By Bo Birk", TWO, "Source: Halm Courier, November 8, 2023",
        "Nine Ports Send Their Pilots Back to School",
    )  # fmt: skip
    result = process(text)
    check_spans(result)
    assert [(r.title, r.truncated, r.truncation_reason) for r in result.records] == [
        (TITLE, False, None),
        ("Bakery Opens Before Dawn", False, None),
        ("Nine Ports Send Their Pilots Back to School", True, "no-body"),
    ]
    assert result.records[-1].body == ""
    assert "body" not in result.records[-1].spans


def test_each_article_for_itself() -> None:
    text = page(
        TITLE, "By Ann Lee", ONE.rstrip(".") + "...",
        "Bakery Opens Before Dawn", "By Bo Birk", TWO,
        "Oars Cost More Than Cows", "By Cy Cole", ONE, "Continue reading",
    )  # fmt: skip
    assert [(r.title, r.truncation_reason) for r in clean(text)] == [
        (TITLE, "ellipsis"),
        ("Bakery Opens Before Dawn", None),
        ("Oars Cost More Than Cows", "read-more"),
    ]


@pytest.mark.parametrize("language", TITLES)
def test_a_whole_text_is_not_truncated(language: str) -> None:
    record = read(article(language=language))
    assert (record.truncated, record.truncation_reason) == (False, None)
    assert "truncated" not in record.confidence


@pytest.mark.parametrize(
    "first",
    [
        "Nobody knows where the ferry is now… and nobody on the northern quay would want to have it back, either.",
        "“I have waited for it...” says the baker, and then she says nothing more until the last loaf is sold.",
        "The letter from the yard breaks off in the middle of a sentence, and then there was nothing more to read...",
        "Read the rest of the letters and you will learn who ordered the part, who paid for it, and who did not.",
        "Continue reading the timetable to its end and you will find that the last ferry never was meant to sail.",
        "Subscribe to the notion that a ferry is a right and you will wait on the quay for the rest of your days.",
    ],
)
def test_an_ellipsis_or_a_phrase_inside_the_text_says_nothing(first: str) -> None:
    record = read(page(TITLE, "By Ann Lee", ONE, first, TWO))
    assert record.body == f"{ONE}\n\n{first}\n\n{TWO}"
    assert (record.truncated, record.truncation_reason) == (False, None)


def test_a_title_that_breaks_off_says_nothing_of_the_text() -> None:
    record = read(article("By Ann Lee", title="And Then There Was One..."))
    assert not record.truncated
