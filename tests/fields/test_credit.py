"""Credits: who translated, edited, photographed."""

from __future__ import annotations

import pytest

from cleaner import Author, Credit
from tests.fields.helpers import BODIES, BODY, TITLE, article, check_spans, page, raw, read
from tests.helpers import process


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Translated by Bo Birk", [("translator", "Bo Birk")]),
        ("Translated by Bo Birk.", [("translator", "Bo Birk")]),
        ("Translated by: Łukasz Żak", [("translator", "Łukasz Żak")]),
        ("Translation: Bo Birk", [("translator", "Bo Birk")]),
        ("Edited by Bo Birk and Cy Cole", [("editor", "Bo Birk"), ("editor", "Cy Cole")]),
        (
            "Translated by Bo Birk. Edited by Cy Cole and Dee Dunn.",
            [("translator", "Bo Birk"), ("editor", "Cy Cole"), ("editor", "Dee Dunn")],
        ),
        ("Translated by Bo Birk | Edited by Cy Cole", [("translator", "Bo Birk"), ("editor", "Cy Cole")]),
        ("Photos by Bo Birk", [("photographer", "Bo Birk")]),
        ("Photography by Bo Birk", [("photographer", "Bo Birk")]),
        ("Illustrations by Bo Birk", [("illustrator", "Bo Birk")]),
        ("Additional reporting by Bo Birk", [("contributor", "Bo Birk")]),
        ("Produced by Bo Birk", [("producer", "Bo Birk")]),
        ("Fact-checked by Bo Birk", [("reviewer", "Bo Birk")]),
        ("Reviewed by Dr. Bo Birk", [("reviewer", "Bo Birk")]),
        ("Agency: Halm Press Bureau", [("agency", "Halm Press Bureau")]),
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_english(line: str, expected: list[tuple[str, str]], *, above: bool) -> None:
    record = read(article(line) if above else article(below=(line,)))
    assert record.credits == tuple(Credit(role, name) for role, name in expected)
    assert (record.title, record.body, record.authors) == (TITLE, BODY, ())


@pytest.mark.parametrize(
    ("language", "line", "role", "name"),
    [
        ("de", "Aus dem Englischen von Anna Deich", "translator", "Anna Deich"),
        ("de", "Übersetzung: Anna Deich", "translator", "Anna Deich"),
        ("fr", "Traduit de l’anglais par Zoé Petit", "translator", "Zoé Petit"),
        ("es", "Traducido por Ana Ruiz", "translator", "Ana Ruiz"),
        ("it", "Traduzione di Anna Riva", "translator", "Anna Riva"),
        ("pt", "Traduzido por Ana Serra", "translator", "Ana Serra"),
        ("nl", "Vertaald door Anna Kade", "translator", "Anna Kade"),
        ("ru", "Перевод: Анна Мост", "translator", "Анна Мост"),
        ("pl", "Tłumaczenie: Łucja Mostowa", "translator", "Łucja Mostowa"),
        ("cs", "Překlad: Šárka Lávková", "translator", "Šárka Lávková"),
        ("uk", "Переклад: Ганна Міст", "translator", "Ганна Міст"),
        ("sk", "Preklad: Ľubica Mostová", "translator", "Ľubica Mostová"),
        ("zh", "译者：李小龙", "translator", "李小龙"),
        ("zh", "责任编辑：王小明", "editor", "王小明"),
        ("ja", "翻訳：山田太郎", "translator", "山田太郎"),
        ("ja", "編集：鈴木花子", "editor", "鈴木花子"),
        ("ar", "ترجمة: أحمد علي", "translator", "أحمد علي"),
        ("ar", "تحرير: سارة حسن", "editor", "سارة حسن"),
    ],
)
def test_every_language(language: str, line: str, role: str, name: str) -> None:
    record = read(article(line, language=language))
    assert record.credits == (Credit(role, name),)
    assert record.body == "\n\n".join(BODIES[language])


def test_a_credit_beside_a_byline() -> None:
    record = read(article("By Ann Lee", "Translated by Bo Birk. Edited by Cy Cole."))
    assert record.authors == (Author("Ann Lee"),)
    assert record.credits == (Credit("translator", "Bo Birk"), Credit("editor", "Cy Cole"))


def test_the_raw_text() -> None:
    result = process(article("By Ann Lee | Translated by Bo Birk | May 8, 2018"))
    check_spans(result)
    assert raw(result, "credits") == ["Translated by Bo Birk"]
    assert raw(result, "authors") == ["By Ann Lee"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Translated by hand from a damp manuscript, the letters tell of a ferry that never came back to the quay.",
        "Edited by a committee of eleven, the timetable of the ferry was the most honest book in the library.",
        "Photos by the dozen were taken of the empty quay, and not one of them shows the ferry itself.",
        "Produced by a yard that has since closed, the part could not be had for love or money that year.",
        "The book was translated by Bo Birk and edited by Cy Cole, who never met on the quay.",
    ],
)
def test_a_sentence_is_no_credit(sentence: str) -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, one, sentence, two))
    assert record.credits == ()
    assert record.body == f"{one}\n\n{sentence}\n\n{two}"


@pytest.mark.parametrize(
    "title",
    [
        "Credit Where Credit Is Due",
        "Photo Albums of the Quay",
        "Chart of the River Found",
        "Image Problems in Halm",
        "Editors Meet in Halm",
    ],
)
def test_a_title_is_no_credit(title: str) -> None:
    record = read(article(title=title))
    assert (record.title, record.credits) == (title, ())


# The line with which an agency signs off


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "(Reporting by Bo Birk in Halm and Cy Cole in Port Ansel; Editing by Dee Dunn and Ludwig van Elm)",
            [("contributor", "Bo Birk"), ("contributor", "Cy Cole"), ("editor", "Dee Dunn"), ("editor", "Ludwig van Elm")],
        ),
        ("Reporting by Bo Birk and editing by Cy Cole.", [("contributor", "Bo Birk"), ("editor", "Cy Cole")]),
    ],
)
def test_a_sign_off(line: str, expected: list[tuple[str, str]]) -> None:
    record = read(article(below=(line,)))
    assert record.credits == tuple(Credit(role, name) for role, name in expected)
    assert (record.body, record.authors) == (BODY, ())


def test_a_sign_off_without_places_tells_the_author() -> None:
    line = "Reporting by Bo Birk, additional reporting by Cy Cole, writing by Dee Dunn, Editing by Eve Elm"
    record = read(article(below=(line,)))
    assert [author.name for author in record.authors] == ["Bo Birk"]
    assert [(each.role, each.name) for each in record.credits] == [("contributor", "Cy Cole"), ("contributor", "Dee Dunn"), ("editor", "Eve Elm")]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by the harbour office says that the ferry, repaired by Bo Birk, will sail again on Monday.",
        "The ferry was painted by Bo Birk; edited by nobody, the report by the harbour office was never read.",
        "Written by hand, edited by nobody, the log of the ferry is lost.",
    ],
)
def test_a_sentence_is_no_sign_off(line: str) -> None:
    record = read(article(below=(line,)))
    assert record.credits == ()
    assert record.body.endswith(line)
