"""Metadata lines taken apart: what each part is, its raw text, and the sentences that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.grammar.dates import FoundDate
from cleaner.grammar.linereader import Part
from cleaner.grammar.metaline import metadata_line
from tests.fields.helpers import BODIES, TITLES, document
from tests.helpers import process, web


def parts(line: str, language: str = "en") -> list[Part] | None:
    doc = document(line, language=language)
    return metadata_line(doc, doc.blocks[0])


def shape(line: str, language: str = "en") -> list[tuple[str, str]] | None:
    found = parts(line, language)
    return (
        None
        if found is None
        else [(p.kind, line[p.start : p.end]) for p in found if p.kind not in ("separator", "opener")]
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", [("byline", "By Ann Lee")]),
        ("BY ANN LEE", [("byline", "BY ANN LEE")]),
        ("by Ann Lee", [("byline", "by Ann Lee")]),
        ("By: Ann Lee", [("byline", "By: Ann Lee")]),
        ("Written by Ann Lee and Bo Birk", [("byline", "Written by Ann Lee and Bo Birk")]),
        ("Author: Ann Lee", [("byline", "Author: Ann Lee")]),
        ("— By Ann Lee", [("byline", "By Ann Lee")]),
        ("May 8, 2018", [("published", "May 8, 2018")]),
        ("Posted on May 8, 2018", [("published", "Posted on May 8, 2018")]),
        ("Published: May 8, 2018", [("published", "Published: May 8, 2018")]),
        ("Published May 8, 2018 at 10:30 am", [("published", "Published May 8, 2018 at 10:30 am")]),
        ("Updated May 9, 2018", [("modified", "Updated May 9, 2018")]),
        ("Last updated on May 9, 2018", [("modified", "Last updated on May 9, 2018")]),
        (
            "Published May 8, 2018 | Updated May 9, 2018",
            [("published", "Published May 8, 2018"), ("modified", "Updated May 9, 2018")],
        ),
        ("Ann Lee | May 8, 2018", [("byline", "Ann Lee"), ("published", "May 8, 2018")]),
        ("May 8, 2018 | Ann Lee", [("published", "May 8, 2018"), ("byline", "Ann Lee")]),
        ("Ann Lee - May 8, 2018", [("byline", "Ann Lee"), ("published", "May 8, 2018")]),
        ("By Ann Lee, May 8, 2018", [("byline", "By Ann Lee"), ("published", "May 8, 2018")]),
        ("By Ann Lee on May 8, 2018", [("byline", "By Ann Lee"), ("published", "on May 8, 2018")]),
        ("by Ann Lee in Boats", [("byline", "by Ann Lee"), ("section", "in Boats")]),
        (
            "Posted by Ann Lee on May 8, 2018",
            [("byline", "Posted by Ann Lee"), ("published", "on May 8, 2018")],
        ),
        (
            "Posted on May 8, 2018 by Ann Lee",
            [("published", "Posted on May 8, 2018"), ("byline", "by Ann Lee")],
        ),
        (
            "Posted on May 8, 2018 by Ann Lee | Filed under: Boats | 3 Comments",
            [
                ("published", "Posted on May 8, 2018"),
                ("byline", "by Ann Lee"),
                ("section", "Filed under: Boats"),
                ("junk", "3 Comments"),
            ],
        ),
        ("Filed under: Boats", [("section", "Filed under: Boats")]),
        ("Tags: boats, oars, quay", [("junk", "Tags: boats, oars, quay")]),
        ("May 8, 2018 · Boats", [("published", "May 8, 2018"), ("section", "Boats")]),
        ("Translated by Bo Birk", [("translator", "Translated by Bo Birk")]),
        ("Edited by Bo Birk and Cy Cole", [("editor", "Edited by Bo Birk and Cy Cole")]),
        ("Photo by Bo Birk", [("photographer", "Photo by Bo Birk")]),
        ("Illustration by Bo Birk", [("illustrator", "Illustration by Bo Birk")]),
        ("Reviewed by Bo Birk", [("reviewer", "Reviewed by Bo Birk")]),
        (
            "Translated by Bo Birk. Edited by Cy Cole.",
            [("translator", "Translated by Bo Birk"), ("editor", "Edited by Cy Cole")],
        ),
        (
            "By Ann Lee | Translated by Bo Birk | May 8, 2018",
            [("byline", "By Ann Lee"), ("translator", "Translated by Bo Birk"), ("published", "May 8, 2018")],
        ),
        ("3 Comments | May 8, 2018", [("junk", "3 Comments"), ("published", "May 8, 2018")]),
    ],
)
def test_english_lines(line: str, expected: list[tuple[str, str]]) -> None:
    found = shape(line)
    assert found is not None
    assert [(kind, text.rstrip(".")) for kind, text in found] == expected


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("de", "Von Anna Deich", [("byline", "Von Anna Deich")]),
        (
            "de",
            "Veröffentlicht am 8. Mai 2018 von Anna Deich",
            [("published", "Veröffentlicht am 8. Mai 2018"), ("byline", "von Anna Deich")],
        ),
        ("de", "Aktualisiert: 9.5.2018, 10:30 Uhr", [("modified", "Aktualisiert: 9.5.2018, 10:30 Uhr")]),
        ("el", "Γράφει η Άννα Ρεματιανού", [("byline", "Γράφει η Άννα Ρεματιανού")]),
        ("el", "ΤΗΣ ΑΝΝΑΣ ΡΕΜΑΤΙΑΝΟΥ", [("byline", "ΤΗΣ ΑΝΝΑΣ ΡΕΜΑΤΙΑΝΟΥ")]),
        (
            "el",
            "Άννα Ρεματιανού | 8 Μαΐου 2018, 10:30",
            [("byline", "Άννα Ρεματιανού"), ("published", "8 Μαΐου 2018, 10:30")],
        ),
        ("el", "Τελευταία ενημέρωση: 9 Μαΐου 2018", [("modified", "Τελευταία ενημέρωση: 9 Μαΐου 2018")]),
        ("fr", "Par Zoé Petit", [("byline", "Par Zoé Petit")]),
        (
            "fr",
            "Publié le 8 mai 2018 par Zoé Petit",
            [("published", "Publié le 8 mai 2018"), ("byline", "par Zoé Petit")],
        ),
        ("fr", "Mis à jour le 9 mai 2018 à 10h30", [("modified", "Mis à jour le 9 mai 2018 à 10h30")]),
        (
            "es",
            "Por Ana Ruiz | 8 de mayo de 2018",
            [("byline", "Por Ana Ruiz"), ("published", "8 de mayo de 2018")],
        ),
        ("hu", "Írta: Malomházi Anna", [("byline", "Írta: Malomházi Anna")]),
        ("hu", "Írta Malomházi Anna", [("byline", "Írta Malomházi Anna")]),
        (
            "hu",
            "Malomházi Anna | 2018. május 8. 10:30",
            [("byline", "Malomházi Anna"), ("published", "2018. május 8. 10:30")],
        ),
        ("hu", "Frissítve: 2018.05.09. 10:30", [("modified", "Frissítve: 2018.05.09. 10:30")]),
        ("it", "di Anna Riva", [("byline", "di Anna Riva")]),
        ("it", "Pubblicato il 8 maggio 2018", [("published", "Pubblicato il 8 maggio 2018")]),
        (
            "pt",
            "Por Ana Serra, 8 de maio de 2018",
            [("byline", "Por Ana Serra"), ("published", "8 de maio de 2018")],
        ),
        (
            "nl",
            "Door Anna Kade op 8 mei 2018",
            [("byline", "Door Anna Kade"), ("published", "op 8 mei 2018")],
        ),
        ("no", "Av Ingrid Solbakken", [("byline", "Av Ingrid Solbakken")]),
        ("no", "Tekst og foto: Ingrid Solbakken", [("byline", "Tekst og foto: Ingrid Solbakken")]),
        (
            "no",
            "Publisert i Nyheter den 8. mai 2018 av Ingrid Solbakken",
            [("section", "Publisert i Nyheter"), ("published", "den 8. mai 2018"), ("byline", "av Ingrid Solbakken")],
        ),
        ("no", "Sist oppdatert: 9. mai 2018 kl. 10.30", [("modified", "Sist oppdatert: 9. mai 2018 kl. 10.30")]),
        (
            "sv",
            "Skrivet av Maja Ekholm den 8 maj 2018",
            [("byline", "Skrivet av Maja Ekholm"), ("published", "den 8 maj 2018")],
        ),
        (
            "sv",
            "Maja Ekholm | 8 maj 2018 | 3 kommentarer",
            [("byline", "Maja Ekholm"), ("published", "8 maj 2018"), ("junk", "3 kommentarer")],
        ),
        (
            "da",
            "Udgivet den 8. maj 2018 af Karen Lindegaard",
            [("published", "Udgivet den 8. maj 2018"), ("byline", "af Karen Lindegaard")],
        ),
        ("da", "Opdateret d. 9. maj 2018 kl. 10.30", [("modified", "Opdateret d. 9. maj 2018 kl. 10.30")]),
        ("fi", "Kirjoittanut Aino Lehtovaara", [("byline", "Kirjoittanut Aino Lehtovaara")]),
        (
            "fi",
            "Julkaistu 8.5.2018 klo 10.30 | Päivitetty 9.5.2018",
            [("published", "Julkaistu 8.5.2018 klo 10.30"), ("modified", "Päivitetty 9.5.2018")],
        ),
        ("ru", "Автор: Анна Мост", [("byline", "Автор: Анна Мост")]),
        ("ru", "Опубликовано: 8 мая 2018", [("published", "Опубликовано: 8 мая 2018")]),
        ("pl", "Autor: Łucja Mostowa", [("byline", "Autor: Łucja Mostowa")]),
        ("pl", "Opublikowano: 8 maja 2018 r.", [("published", "Opublikowano: 8 maja 2018 r.")]),
        ("cs", "Napsala Šárka Lávková", [("byline", "Napsala Šárka Lávková")]),
        ("cs", "Publikováno 8. května 2018", [("published", "Publikováno 8. května 2018")]),
        ("uk", "Автор: Ганна Міст", [("byline", "Автор: Ганна Міст")]),
        ("uk", "Оновлено: 8 травня 2018", [("modified", "Оновлено: 8 травня 2018")]),
        ("sk", "Autor: Ľubica Mostová", [("byline", "Autor: Ľubica Mostová")]),
        ("sk", "Aktualizované 8. mája 2018", [("modified", "Aktualizované 8. mája 2018")]),
        ("ro", "de Ana Câmpeanu", [("byline", "de Ana Câmpeanu")]),
        (
            "ro",
            "Publicat de Ana Câmpeanu la 8 mai 2018",
            [("byline", "Publicat de Ana Câmpeanu"), ("published", "la 8 mai 2018")],
        ),
        ("ro", "Actualizat: 9 mai 2018, ora 10:30", [("modified", "Actualizat: 9 mai 2018, ora 10:30")]),
        ("vi", "Tác giả: Trần Suối Mây", [("byline", "Tác giả: Trần Suối Mây")]),
        ("vi", "Thực hiện: Trần Suối Mây", [("byline", "Thực hiện: Trần Suối Mây")]),
        (
            "vi",
            "Đăng bởi Trần Suối Mây vào 8 tháng 5, 2018",
            [("byline", "Đăng bởi Trần Suối Mây"), ("published", "vào 8 tháng 5, 2018")],
        ),
        ("vi", "Cập nhật lúc 10:30 09/05/2018", [("modified", "Cập nhật lúc 10:30 09/05/2018")]),
        ("zh", "作者：李小龙", [("byline", "作者：李小龙")]),
        ("zh", "作者：李小龙 | 2018年5月8日", [("byline", "作者：李小龙"), ("published", "2018年5月8日")]),
        ("ja", "文：山田太郎", [("byline", "文：山田太郎")]),
        ("ja", "公開日：2018年5月8日", [("published", "公開日：2018年5月8日")]),
        ("ar", "بقلم: أحمد علي", [("byline", "بقلم: أحمد علي")]),
        ("ar", "بقلم أحمد علي | 8 مايو 2018", [("byline", "بقلم أحمد علي"), ("published", "8 مايو 2018")]),
    ],
)
def test_lines_of_other_languages(language: str, line: str, expected: list[tuple[str, str]]) -> None:
    assert shape(line, language) == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By 2025 the number of boats had doubled.",
        "By the time it rained, forty boats were on the water.",
        "By Monday",
        "By Monday the boats were back",
        "By May",
        "By and large, nobody rowed",
        "May 8, 2018 was a windy day on the quay.",
        "On May 8, 2018, the ferry stopped.",
        "The ferry stopped on May 8, 2018",
        "Posted sentries guarded the quay",
        "Author Ann Lee came to the quay",
        "Posted by a stranger who would not give a name at the door",
        "In the harbour",
        "On the Water",
        "May",
        "12",
        "A 2",
        "Second",
        "on",
        "Edited volumes are rarely read",
        "Photo albums of the ferry were sold on May 8, 2018 at the quay",
        "Reuters Reporter: Has the ferry stopped?",
        "Lin Ka: It has not, and it will not.",
        "Ann Lee",
        TITLES["en"],
        BODIES["en"][0],
        "Words By the Water",
        "Text Me When It Rains",
        "Published Poets Meet on the Quay",
        "Category Five Storm Hits Halm",
        "Topics of the Day",
        "Created Equal",
        "Editors Meet in Halm",
        "Translation Is an Art",
        "Credit Where Credit Is Due",
    ],
)
def test_no_metadata_lines(line: str) -> None:
    assert parts(line) is None


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Von 2025 an fährt die Fähre wieder."),
        ("de", "Von Montag an wird gerudert"),
        ("de", "Am Wasser"),
        ("de", "Von Halm nach Sarn"),
        ("el", "Από το Χαλμ στο Σαρν"),
        ("el", "Της Άρτας το γεφύρι"),
        ("el", "Στις 8 Μαΐου 2018 σταμάτησε το πλοίο"),
        ("fr", "Par temps de pluie"),
        ("fr", "De Halm à Sarn"),
        ("fr", "Le bac est en panne"),
        ("es", "Por qué no hay balsa"),
        ("es", "El muelle norte"),
        ("hu", "Szerző kerestetik a kikötőben"),
        ("hu", "Fotók a régi kompról"),
        ("it", "Di notte sul molo"),
        ("it", "Da Halm a Sarn"),
        ("pt", "Por que a balsa parou"),
        ("nl", "Van Halm naar Sarn"),
        ("nl", "Door de wind"),
        ("no", "Av og til ror de"),
        ("no", "Tekst på vannet"),
        ("sv", "Av vind och vatten"),
        ("sv", "Från Halm till Sarn"),
        ("da", "Kort om vand"),
        ("da", "Af og til sejler de"),
        ("fi", "Kirjoittaja on kylän suutari"),
        ("fi", "La Bohème"),
        ("ru", "От Халма до Сарна"),
        ("ru", "Слова на ветер"),
        ("pl", "Przez Halm do Sarny"),
        ("pl", "Tekst bez końca"),
        ("cs", "Od Halmu do Sarnu"),
        ("cs", "Text beze slov"),
        ("uk", "Від Галма до Сарна"),
        ("uk", "Слова на вітер"),
        ("sk", "Od Halmu do Sarnu"),
        ("sk", "Text bez slov"),
        ("ro", "De la Halm la Sarn"),
        ("ro", "Din 2025 trece iar feribotul"),
        ("ro", "Sursă de lumină în port"),
        ("vi", "Thực Hiện Ước Mơ"),
        ("vi", "Nội Dung Chính"),
        ("vi", "Chủ Đề Nóng"),
        ("vi", "Trong Nước"),
        ("vi", "Tin Thể Thao"),
        ("zh", "文字的力量"),
        ("zh", "图书馆的春天"),
        ("ja", "文化の日に船をこぐ"),
        ("ja", "写真展が始まる"),
        ("ar", "في الميناء"),
        ("ar", "تقرير عن التجديف"),
    ],
)
def test_titles_that_begin_with_an_opening_word(language: str, line: str) -> None:
    assert parts(line, language) is None


def test_values() -> None:
    found = parts("By Ann Ash, University of Halm | May 8, 2018 | Boats")
    assert found is not None
    values = {part.kind: part.value for part in found}
    (author,) = values["byline"] if isinstance(values["byline"], tuple) else ()
    assert (author.name, author.affiliation) == ("Ann Ash", "University of Halm")
    assert isinstance(values["published"], FoundDate)
    assert values["published"].iso == "2018-05-08"
    assert values["section"] == "Boats"


@pytest.mark.parametrize(
    "line",
    [
        "Posted on May 8, 2018 by Ann Lee | Filed under: Boats | 3 Comments",
        "By Ann Lee, May 8, 2018",
        "Tags: boats, oars",
        "— By Ann Lee —",
    ],
)
def test_the_parts_cover_the_line_in_order(line: str) -> None:
    found = parts(line)
    assert found is not None
    # A separator inside a field's span stays with it.
    named = [part for part in found if part.kind != "separator"]
    assert all(a.end <= b.start for a, b in pairwise(named))
    covered = {at for part in found for at in range(part.start, part.end)}
    assert not "".join(c for at, c in enumerate(line) if at not in covered).strip(" ,")


def test_two_separate_names_are_not_two_bylines() -> None:
    found = shape("Ann Lee | Bo Birk | May 8, 2018")
    assert found is not None
    assert [kind for kind, _ in found].count("byline") <= 1


def test_a_line_wider_than_a_metadata_line_is_none() -> None:
    line = "By Ann Lee" + ", Bo Birk" * 40
    assert parts(line) is None


def test_a_line_is_read_once() -> None:
    doc = document("By Ann Lee")
    assert metadata_line(doc, doc.blocks[0]) is metadata_line(doc, doc.blocks[0])


_PIECES = [*"–—-|·/,;:.()[]&» ", "by", "on", "in", "May 8, 2018", "Ann Lee", "Posted", "tags", "3 Comments", "x", "..."]


@settings(derandomize=True, deadline=None, max_examples=1500)
@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(["", " "]))
def test_any_mix_of_dashes_dates_and_words_is_read_to_its_end(pieces: list[str], space: str) -> None:
    line = ("May 8, 2018" + space + space.join(pieces)).strip()
    for part in parts(line) or []:
        assert 0 <= part.start < part.end <= len(line)


REPEATED = "Boats Come Home\n\n{0}\n\nThe boats came home.\n\nBoats Go Out\n\n{1}\n\nThe boats went out."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("ann-l | Harbour 3 May 2020", "ann-l | Harbour 5 June 2020"),
            [("byline", "ann-l"), ("section", "Harbour"), ("published", "3 May 2020")],
        ),
        (
            ("3 May 2020 4 June 2021 ann Leave a comment", "1 May 2020 4 June 2021 ann Leave a comment"),
            [("published", "3 May 2020"), ("modified", "4 June 2021"), ("byline", "ann"), ("junk", "Leave a comment")],
        ),
    ],
)
def test_a_line_that_repeats_under_headlines_is_read(lines: tuple[str, str], expected: list[tuple[str, str]]) -> None:
    doc = process(REPEATED.format(*lines), language="en").document
    block = doc.blocks[1]
    found = metadata_line(doc, block) or []
    assert [(p.kind, block.text[p.start : p.end]) for p in found] == expected


def test_headlines_that_repeat_are_headlines() -> None:
    titles = [f"Letter {n} May 2020" for n in (3, 4, 5)]
    posts = "".join(f"<article><h2><a href=/{n}>{title}</a></h2><p>The boats came home {n}.</p></article>" for n, title in enumerate(titles))
    assert [record.title for record in process(web(posts), language="en").records] == titles


@pytest.mark.parametrize(
    "rows", ["3 May 2020 Meeting\n4 May 2020 Meeting\n5 May 2020 Meeting", "3 May 2020 Meeting of the board"]
)
def test_rows_of_a_table_and_single_lines_are_not(rows: str) -> None:
    doc = process(f"The year in short:\n\n{rows}\n\nThe end.", language="en").document
    assert [metadata_line(doc, block) for block in doc.blocks] == [None] * len(doc.blocks)
