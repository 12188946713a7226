"""Bylines in flat text: in every shape and language; and the lines that only look like one."""

from __future__ import annotations

import pytest

from cleaner import Author
from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, only, page, raw, read
from tests.helpers import process


def authors(line: str, language: str = "en") -> list[tuple[str, str | None]]:
    record = read(article(line, language=language))
    assert record.title == TITLES[language]
    assert record.body == "\n\n".join(BODIES[language])
    return [(author.name, author.affiliation) for author in record.authors]


def names(line: str, language: str = "en") -> list[str]:
    return [name for name, _ in authors(line, language)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("by Ann Lee", ["Ann Lee"]),
        ("BY ANN LEE", ["ANN LEE"]),
        ("By: Ann Lee", ["Ann Lee"]),
        ("By Ann Lee and Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("By Ann Lee & Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("By Ann Lee, Bo Birk and Cy Cole", ["Ann Lee", "Bo Birk", "Cy Cole"]),
        ("By Ann Lee, Bo Birk, and Cy Cole", ["Ann Lee", "Bo Birk", "Cy Cole"]),
        ("By Dr. Ann Lee", ["Ann Lee"]),
        ("Written by Ann Lee", ["Ann Lee"]),
        ("Posted by Ann Lee", ["Ann Lee"]),
        ("Author: Ann Lee", ["Ann Lee"]),
        ("Authors: Ann Lee, Bo Birk", ["Ann Lee", "Bo Birk"]),
        ("Story by Ann Lee", ["Ann Lee"]),
        ("Words by Ann Lee", ["Ann Lee"]),
        ("Text: Ann Lee", ["Ann Lee"]),
        ("By Łukasz Żak", ["Łukasz Żak"]),
        ("By Ólafur Þór", ["Ólafur Þór"]),
        ("By Émile d’Arc", ["Émile d’Arc"]),
        ("By Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("By Seán O’Hara and Ana María de la Torre", ["Seán O’Hara", "Ana María de la Torre"]),
        ("By 李小龙", ["李小龙"]),
        ("By 山田太郎", ["山田太郎"]),
        ("By أحمد علي", ["أحمد علي"]),
        ("By Иван Зареченский", ["Иван Зареченский"]),
        ("By tiffany", ["tiffany"]),
        ("by 0x216", ["0x216"]),
        ("By admin", ["admin"]),
        ("By Staff Writer", ["Staff Writer"]),
        ("By Halm Press", ["Halm Press"]),
        ("By Ann Lee | May 8, 2018", ["Ann Lee"]),
        ("By Ann Lee | Halm Daily", ["Ann Lee"]),
        ("Author of the article: Ann Lee", ["Ann Lee"]),
        ("By Ann Lee, May 8, 2018", ["Ann Lee"]),
        ("May 8, 2018 by Ann Lee", ["Ann Lee"]),
        ("Ann Lee | May 8, 2018", ["Ann Lee"]),
        ("Ann Lee - 8 May 2018", ["Ann Lee"]),
        ("Łukasz Żak | May 8, 2018", ["Łukasz Żak"]),
        ("by Ann Lee in Boats", ["Ann Lee"]),
        ("By Ann Lee Posted in Boats", ["Ann Lee"]),
    ],
)
def test_english(line: str, expected: list[str]) -> None:
    assert names(line) == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Von Anna Deich", ["Anna Deich"]),
        ("de", "Von Anna Deich und Jürgen Öhm", ["Anna Deich", "Jürgen Öhm"]),
        ("de", "Autorin: Anna Deich", ["Anna Deich"]),
        ("de", "Ein Gastbeitrag von Anna Deich", ["Anna Deich"]),
        ("fr", "Par Zoé Petit", ["Zoé Petit"]),
        ("fr", "Par Zoé Petit et Émile d’Arc", ["Zoé Petit", "Émile d’Arc"]),
        ("fr", "Propos recueillis par Zoé Petit", ["Zoé Petit"]),
        ("es", "Por Ana Ruiz", ["Ana Ruiz"]),
        ("es", "Por Ana Ruiz y José Ñíguez", ["Ana Ruiz", "José Ñíguez"]),
        ("es", "Escrito por Ana Ruiz", ["Ana Ruiz"]),
        ("it", "di Anna Riva", ["Anna Riva"]),
        ("it", "A cura di Anna Riva e Dino Molo", ["Anna Riva", "Dino Molo"]),
        ("pt", "Por Ana Serra e João Cais", ["Ana Serra", "João Cais"]),
        ("nl", "Door Anna Kade en Bas van der Pont", ["Anna Kade", "Bas van der Pont"]),
        ("ru", "Автор: Анна Мост", ["Анна Мост"]),
        ("pl", "Rozmawiała Łucja Mostowa", ["Łucja Mostowa"]),
        ("cs", "Autoři: Šárka Lávková a Jiří Hráz", ["Šárka Lávková", "Jiří Hráz"]),
        ("cs", "Od Šárka Lávková", ["Šárka Lávková"]),
        ("uk", "Текст: Ганна Міст та Лук’ян Зарічний", ["Ганна Міст", "Лук’ян Зарічний"]),
        ("sk", "Text: Ľubica Mostová a Šimon Ďuriš", ["Ľubica Mostová", "Šimon Ďuriš"]),
        ("ru", "Текст: Анна Мост и Иван Зареченский", ["Анна Мост", "Иван Зареченский"]),
        ("zh", "作者：李小龙", ["李小龙"]),
        ("zh", "文：李小龙、王小明", ["李小龙", "王小明"]),
        ("zh", "撰文 李小龙", ["李小龙"]),
        ("ja", "文：山田太郎", ["山田太郎"]),
        ("ja", "執筆者：山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("ar", "بقلم: أحمد علي", ["أحمد علي"]),
        ("ar", "بقلم أحمد علي", ["أحمد علي"]),
        ("ar", "كتب أحمد علي وسارة حسن", ["أحمد علي", "سارة حسن"]),
    ],
)
def test_every_language(language: str, line: str, expected: list[str]) -> None:
    assert names(line, language) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Author: Ann Ash, University of Halm", [("Ann Ash", "University of Halm")]),
        (
            "Authors: Ann Ash, University of Halm, Bo Birk, University of Sarn and Cy Cole, Port Ansel College",
            [
                ("Ann Ash", "University of Halm"),
                ("Bo Birk", "University of Sarn"),
                ("Cy Cole", "Port Ansel College"),
            ],
        ),
        (
            "Authors: Ann Ash, University of Halm, Bo Birk, University of Sarn, and Cy Cole, Port Ansel College",
            [
                ("Ann Ash", "University of Halm"),
                ("Bo Birk", "University of Sarn"),
                ("Cy Cole", "Port Ansel College"),
            ],
        ),
        (
            "Authors: Łukasz Żak, Institute of Tides, and Ólafur Þór, School of Oriental and African Studies",
            [("Łukasz Żak", "Institute of Tides"), ("Ólafur Þór", "School of Oriental and African Studies")],
        ),
        ("By Ann Ash, University of Halm", [("Ann Ash", "University of Halm")]),
        ("By Ann Ash (University of Halm)", [("Ann Ash", "University of Halm")]),
        ("By Ann Ash, Staff Writer", [("Ann Ash", "Staff Writer")]),
        (
            "By Ann Ash, Department of Tides, University of Halm | May 8, 2018",
            [("Ann Ash", "Department of Tides, University of Halm")],
        ),
    ],
)
def test_affiliations(line: str, expected: list[tuple[str, str]]) -> None:
    assert authors(line) == expected


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ann Lee", "By Ann Lee"),
        ("By Ann Lee | May 8, 2018", "By Ann Lee"),
        ("Posted on May 8, 2018 by Ann Lee | 3 Comments", "by Ann Lee"),
        ("Ann Lee | May 8, 2018", "Ann Lee"),
        (
            "Authors: Ann Ash, University of Halm and Bo Birk",
            "Authors: Ann Ash, University of Halm and Bo Birk",
        ),
    ],
)
def test_the_raw_text_stands_beside_the_value(line: str, byline: str) -> None:
    result = process(article(line))
    check_spans(result)
    assert raw(result, "authors") == [byline]


def test_a_byline_below_the_text() -> None:
    assert only(process(article(below=("By Ann Lee",)))).authors == (Author("Ann Lee"),)


def test_the_name_on_the_next_line() -> None:
    record = read(page(TITLE, "By\nAnn Lee", BODY))
    assert record.authors == (Author("Ann Lee"),)
    assert record.body == BODY


def test_one_author_signs_twice() -> None:
    record = read(page(TITLE, "By Ann Lee", BODY, "Written by Ann Lee"))
    assert record.authors == (Author("Ann Lee"),)


def test_a_signed_byline_is_surer_than_a_name_beside_a_date() -> None:
    signed = read(article("By Ann Lee")).confidence["authors"]
    beside = read(article("Ann Lee | May 8, 2018")).confidence["authors"]
    assert signed > beside


SENTENCES = [
    "By 2025 the number of boats on the river had doubled, and nobody spoke of the ferry any more.",
    "By the time it rained, forty boats were on the water and the bakery had sold its last loaf.",
    "By Monday the boats were back at the quay, and the clerk had locked his office for the winter.",
    "By and large, the people of the northern quay would rather row than wait for a ferry.",
    "By Ann Lee’s own account, the boat was leaking long before she bought it from the mayor.",
    "By Halm standards it was a small boat, and it was rowed by Ann Lee and her three brothers.",
    "Written by Ann Lee in a single night, the song is now heard on every boat on the river.",
    "Posted by a stranger on the door of the bakery, the note said that the ferry was for sale.",
    "Words by Ann Lee, music by the wind, is how the song was announced on the northern quay.",
    "Author Ann Lee came down to the quay on the last day of the year and would not leave.",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_by_in_a_sentence_is_no_byline(sentence: str) -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, one, sentence, two))
    assert record.authors == ()
    assert record.body == f"{one}\n\n{sentence}\n\n{two}"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday",
        "By May",
        "By 2025",
        "By the time it rained",
        "By the river",
        "By and large",
        "By May 8, 2018 it was over",
    ],
)
def test_by_without_a_name_is_no_byline(line: str) -> None:
    one, two = BODIES["en"]
    assert read(page(TITLE, one, line, two)).authors == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von 2025 an soll die Fähre wieder fahren, sagt der Mann im Hafenamt."),
        ("de", "Von Montag an wird auf dem Fluss wieder gerudert, sagt die Bäckerin."),
        ("fr", "Par temps de pluie, personne ne rame sur le fleuve, dit la boulangère."),
        ("es", "Por la mañana nadie rema en el río, dice la mujer de la panadería."),
        ("it", "Di notte nessuno rema sul fiume, dice la donna del panificio."),
        ("pt", "Por isso ninguém rema no rio de noite, diz a mulher da padaria."),
        ("nl", "Door de wind roeit er niemand op de rivier, zegt de bakker."),
        ("ru", "От дождя никто не прячется, говорит хозяйка булочной на набережной."),
        ("pl", "Przez rzekę nikt już nie pływa, mówi piekarka z nabrzeża."),
        ("cs", "Od deště se nikdo neschovává, říká pekařka z nábřeží."),
        ("uk", "Від дощу ніхто не ховається, каже пекарка з набережної."),
        ("sk", "Od dažďa sa nikto neskrýva, hovorí pekárka z nábrežia."),
        ("zh", "文字写在船板上，老人说，这样谁也不会忘记渡船停航的那一天。"),
        ("ja", "文字は船の板に書いてある、と老人は静かに言った。"),
        ("ar", "كتب العجوز على لوح القارب اسم ابنته ثم مضى في النهر."),
    ],
)
def test_no_bylines_in_other_languages(language: str, line: str) -> None:
    one, two = BODIES[language]
    record = read(page(TITLES[language], one, line, two))
    assert record.authors == ()
    assert line in record.body


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "By the River"),
        ("en", "Words by the Water"),
        ("de", "Von Halm nach Sarn"),
        ("fr", "De Halm à Sarn"),
        ("it", "Da Halm a Sarn"),
        ("nl", "Van Halm naar Sarn"),
        ("zh", "文字的力量与渡船"),
        ("ja", "文化の日に船をこぐ人々"),
    ],
)
def test_a_title_that_begins_as_a_byline(language: str, title: str) -> None:
    record = read(article(title=title, language=language))
    assert (record.title, record.authors) == (title, ())


INTERVIEW = (
    "Reuters Reporter: Fishing crews say that they were followed by boats without lights. Whose boats were they?",
    "Lin Ka: At night all boats belong to nobody. The river has been calm for as long as anybody can remember.",
    "Halm Daily: Will the ferry be back by the winter?",
    "Lin Ka: No.",
    "Ann Lee: And by the spring?",
    "Lin Ka: Ask me in the spring, when the river is open and the yard has answered our letters.",
)


def test_interview_turns_are_body() -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, "By Ann Lee", one, *INTERVIEW, two))
    assert record.authors == (Author("Ann Lee"),)
    assert record.body == "\n\n".join([one, *INTERVIEW, two])
    assert (record.credits, record.sources, record.captions) == ((), (), ())


def test_a_name_that_stands_alone_in_the_text_is_no_byline() -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, one, "Ann Lee", two))
    assert record.authors == ()


def test_nobody_signs_a_page_without_a_byline() -> None:
    record = read(article())
    assert record.authors == ()
    assert "authors" not in record.spans


@pytest.mark.parametrize(
    "stub",
    [
        "Published\n\n2 years ago\n\non\n\nNovember 23, 2022\n\nBy\n\nAnn Lee",
        "Published\n2 years ago\non\nNovember 23, 2022\nBy\nAnn Lee",
        "Published 2 years ago on November 23, 2022\n\nBy Ann Lee",
        "Published 2 years ago on November 23, 2022 By Ann Lee",
    ],
)
def test_a_byline_in_a_stub_that_is_split_over_lines(stub: str) -> None:
    record = read(page("Skip to content", TITLE, stub, *BODIES["en"]))
    assert (record.title, record.published, record.authors) == (TITLE, "2022-11-23", (Author("Ann Lee"),))
    assert record.body == BODY


def test_a_role_may_sign() -> None:
    assert read(page(TITLE, "By Editor", *BODIES["en"])).authors == (Author("Editor"),)
