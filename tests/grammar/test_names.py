"""Names: people of every script, handles, and lists of them in a byline."""

from __future__ import annotations

import pytest

from cleaner.grammar.names import is_institution, is_person, read_people, words_capitalised
from cleaner.lexicon import LANGUAGES, Lexicon
from cleaner.record import Author

EN = Lexicon.for_language("en")


def people(text: str, language: str | None = "en", *, handles: bool = False) -> list[tuple[str, str | None]] | None:
    found = read_people(text, Lexicon.for_language(language), handles=handles)
    return None if found is None else [(author.name, author.affiliation) for author in found]


def alone(*names: str) -> list[tuple[str, str | None]]:
    return [(name, None) for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "Ann Lee",
        "Ann M. Lee",
        "A. M. Lee",
        "J.R.R. Marrow",
        "Ann Lee-Marrow",
        "Jean-Luc Petit",
        "Łukasz Żak",
        "Ólafur Þór",
        "Émile d’Arc",
        "Émile d'Arc",
        "Ludwig van der Berg",
        "Ana María de la Torre",
        "José da Silva",
        "Seán O’Hara",
        "Ewan MacHalm",
        "Çağla Şahin",
        "Đặng Thị Hoa",
        "Želimir Čop",
        "Ørjan Åsen",
        "Иван Зареченский",
        "Ольга Петровна Мост",
        "Νίκος Λιμάνης",
        "李小龙",
        "山田太郎",
        "山田 太郎",
        "강아름",
        "김 철수",
        "דוד בן-לוי",
        "ג'ורג' הדר",
        "أحمد علي",
        "محمد عبد الله",
        "דוד לוי",
        "मीरा नदी",
        "Madonna",
        "Ahmed al-Wadi",
        "Ahmed Al Wadi",
        "Martin Halm Jr.",
        "Mary May",
        "March Hare",
    ],
)
def test_people_of_every_script(name: str) -> None:
    assert is_person(name, EN)
    assert not is_institution(name, EN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "ann lee",
        "Ann lee",
        "The ferry stopped",
        "Ann Lee rows to work",
        "12",
        "A 2",
        "Lee 12",
        "May",
        "Monday",
        "By",
        "Source",
        "Updated",
        "Tags",
        "University of Halm",
        "Port Ansel News",
        "Halm Times",
        "Ann Lee!",
        "ann@halm.example",
        "https://halm.example",
        "One Two Three Four Five Six Seven",
        "A" * 61,
        "渡船春天停航的消息", "아름다운 강", "개발 일기",
    ],
)
def test_no_people(text: str) -> None:
    assert not is_person(text, EN)


def test_a_kind_of_text_is_nobody_though_it_ends_as_an_institution_does() -> None:
    for text in ("Blog Post", "Press Release", "Case Study"):
        assert (is_person(text, EN), read_people(text, EN)) == (False, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Mai"),
        ("de", "Montag"),
        ("de", "Von"),
        ("fr", "Août"),
        ("fr", "Mardi"),
        ("ru", "Май"),
        ("ru", "Автор"),
        ("es", "Fuente"),
        ("zh", "来源"),
        ("zh", "作者"),
        ("zh", "星期一"),
        ("ar", "المصدر"),
    ],
)
def test_words_of_a_language_are_no_people(language: str, text: str) -> None:
    assert not is_person(text, Lexicon.for_language(language))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Lee", ["Ann Lee"]),
        ("Ann Lee and Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee & Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee, Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee, Bo Birk and Cy Cole", ["Ann Lee", "Bo Birk", "Cy Cole"]),
        ("Ann Lee, Bo Birk, and Cy Cole", ["Ann Lee", "Bo Birk", "Cy Cole"]),
        ("Ann Lee; Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee / Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee | Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Ann Lee with Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Dr. Ann Lee", ["Ann Lee"]),
        ("Prof. Dr. Ann Lee, Ph.D.", ["Ann Lee"]),
        ("Martin Halm, Jr.", ["Martin Halm"]),
        ("Ann Lee ann@halm.example", ["Ann Lee"]),
        ("Ann Lee,", ["Ann Lee"]),
        ("Staff Writer", ["Staff Writer"]),
        ("ANN LEE", ["ANN LEE"]),
        ("Halm Press", ["Halm Press"]),
    ],
)
def test_lists_of_people(text: str, names: list[str]) -> None:
    assert people(text) == alone(*names)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Ann Lee und Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("el", "Άννα Ρεματιανού και Δρ. Πέτρος Γέφυρας", ["Άννα Ρεματιανού", "Πέτρος Γέφυρας"]),
        ("fr", "Zoé Petit et Émile d’Arc", ["Zoé Petit", "Émile d’Arc"]),
        ("es", "Ana Ruiz y José Gil", ["Ana Ruiz", "José Gil"]),
        ("es", "Ana Ruiz e Inés Gil", ["Ana Ruiz", "Inés Gil"]),
        ("hu", "Malomházi Anna és Dr. Révész Péter", ["Malomházi Anna", "Révész Péter"]),
        ("it", "Anna Riva e Dino Molo", ["Anna Riva", "Dino Molo"]),
        ("pt", "Ana Serra e João Cais", ["Ana Serra", "João Cais"]),
        ("nl", "Anna Kade en Bas van der Pont", ["Anna Kade", "Bas van der Pont"]),
        ("no", "Ingrid Solbakken og Jon Vik", ["Ingrid Solbakken", "Jon Vik"]),
        ("sv", "Maja Ekholm och Åke Sjö", ["Maja Ekholm", "Åke Sjö"]),
        ("da", "Karen Lindegaard og Jørn Aa", ["Karen Lindegaard", "Jørn Aa"]),
        ("fi", "Aino Lehtovaara ja Väinö Koski", ["Aino Lehtovaara", "Väinö Koski"]),
        ("ru", "Анна Мост и Иван Зареченский", ["Анна Мост", "Иван Зареченский"]),
        ("pl", "Łucja Źdźbło i Stanisław Mostowy", ["Łucja Źdźbło", "Stanisław Mostowy"]),
        ("cs", "Ing. Šárka Říhová a Jiří Lávka", ["Šárka Říhová", "Jiří Lávka"]),
        ("uk", "Ганна Міст та Лук’ян Зарічний", ["Ганна Міст", "Лук’ян Зарічний"]),
        ("sk", "Ľubica Mostová a Šimon Ďuriš", ["Ľubica Mostová", "Šimon Ďuriš"]),
        ("ro", "Ana Câmpeanu și Ion Mărginean", ["Ana Câmpeanu", "Ion Mărginean"]),
        ("vi", "Trần Suối Mây và TS. Lê Bến Phà", ["Trần Suối Mây", "Lê Bến Phà"]),
        ("zh", "李小龙、王小明", ["李小龙", "王小明"]),
        ("zh", "李小龙和王小明", ["李小龙", "王小明"]),
        ("ja", "山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("ja", "山田太郎と鈴木花子", ["山田太郎", "鈴木花子"]),
        ("ar", "أحمد علي وسارة حسن", ["أحمد علي", "سارة حسن"]),
        ("ar", "أحمد علي، سارة حسن", ["أحمد علي", "سارة حسن"]),
    ],
)
def test_lists_of_people_in_other_languages(language: str, text: str, names: list[str]) -> None:
    assert people(text, language) == alone(*names)


def test_a_particle_inside_a_name_is_not_the_word_that_joins_two() -> None:
    assert people("Santiago Ramón y Gil", "en") == alone("Santiago Ramón y Gil")
    assert people("أحمد وهيب", "ar") == alone("أحمد وهيب")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Ash, University of Halm", [("Ann Ash", "University of Halm")]),
        (
            "Ann Ash, University of Halm, Bo Birk, Institute of Rowing and C. Cole",
            [("Ann Ash", "University of Halm"), ("Bo Birk", "Institute of Rowing"), ("C. Cole", None)],
        ),
        (
            "Ann Ash, University of Halm, Bo Birk, University of Sarn and Cy Cole, Port Ansel College",
            [
                ("Ann Ash", "University of Halm"),
                ("Bo Birk", "University of Sarn"),
                ("Cy Cole", "Port Ansel College"),
            ],
        ),
        (
            "Ann Ash, Department of Tides, University of Halm and Bo Birk, Sarn Observatory",
            [("Ann Ash", "Department of Tides, University of Halm"), ("Bo Birk", "Sarn Observatory")],
        ),
        (
            "Ann Ash, School of Oriental and African Studies, and Bo Birk",
            [("Ann Ash", "School of Oriental and African Studies"), ("Bo Birk", None)],
        ),
        (
            "Ann Ash, Institute of Boats and Tides, University of Halm, Bo Birk, Halm Ferry Company",
            [
                ("Ann Ash", "Institute of Boats and Tides, University of Halm"),
                ("Bo Birk", "Halm Ferry Company"),
            ],
        ),
        ("Ann Ash (University of Halm)", [("Ann Ash", "University of Halm")]),
        (
            "Ann Ash (University of Halm) and Bo Birk (Sarn College)",
            [("Ann Ash", "University of Halm"), ("Bo Birk", "Sarn College")],
        ),
        ("Ann Ash, Staff Writer", [("Ann Ash", "Staff Writer")]),
        ("Dr. Ann Ash, Ph.D., University of Halm", [("Ann Ash", "University of Halm")]),
        ("Ann Ash, HFC", [("Ann Ash", "HFC")]),
        (
            "Łukasz Żak, University of Halm and Ólafur Þór",
            [("Łukasz Żak", "University of Halm"), ("Ólafur Þór", None)],
        ),
    ],
)
def test_people_and_institutions_are_told_apart(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ,",
        "2025 the number of boats had doubled",
        "the time it rained",
        "Monday",
        "May",
        "12",
        "A 2",
        "ferry",
        "ferry, boat and oar",
        "rowing every day to the bakery",
        "Ann Lee rowed to the bakery, and nobody saw her",
        "Ann Lee and the people of the quay",
        "(the captain)",
        "https://halm.example/ann",
        "Ann Lee, " * 60,
    ],
)
def test_what_is_no_list_of_people(text: str) -> None:
    assert people(text) is None


def test_a_long_list_is_no_byline() -> None:
    names = [f"Ann L{letter}" for letter in "abcdefghijklm"]
    assert people(", ".join(names[:12])) == alone(*names[:12])
    assert people(", ".join(names)) is None


@pytest.mark.parametrize("text", ["tiffany", "0x216", "the-editors", "halm_rower", "ann.lee", "Ann", "李小龙"])
def test_handles_need_a_byline(text: str) -> None:
    assert people(text, handles=True) == alone(text)


@pytest.mark.parametrize("text", ["tiffany", "0x216", "the-editors", "halm_rower"])
def test_without_a_byline_there_are_no_handles(text: str) -> None:
    assert people(text) is None


@pytest.mark.parametrize(
    "text", ["monday", "May", "may", "2025 the boats had doubled", "the time it rained", "tags", "source"]
)
def test_no_handles(text: str) -> None:
    assert people(text, handles=True) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_a_name_in_every_language(language: str) -> None:
    assert people("Łukasz Żak", language) == [("Łukasz Żak", None)]
    assert read_people("Łukasz Żak", Lexicon.for_language(language)) == (Author("Łukasz Żak"),)


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("University of Halm", True),
        ("Halm and Sarn College", True),
        ("南湾大学", True),
        ("the university that closed", False),
        ("Halm university boats", False),
    ],
)
def test_words_capitalised(text: str, yes: bool) -> None:
    assert words_capitalised(text) is yes
