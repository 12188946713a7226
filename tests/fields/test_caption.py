"""Captions with their credit; and the lines with brackets, slashes and 'photo' that are none."""

from __future__ import annotations

import pytest

from cleaner import Caption
from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, page, raw, read
from tests.helpers import process, web

ONE, TWO = BODIES["en"]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The quay in the spring of the year (Photo: Bo Birk)", "Bo Birk"),
        ("The quay in the spring of the year. (Photo by Bo Birk)", "Bo Birk"),
        ("The quay in the spring of the year. (Photo: Bo Birk/Halm Wire)", "Bo Birk/Halm Wire"),
        ("The quay in the spring of the year (Photo courtesy of Halm Ferry Company)", "Halm Ferry Company"),
        ("The quay in the spring of the year. Photo: Bo Birk", "Bo Birk"),
        ("The quay in the spring of the year. Photograph: Bo Birk/Halm Wire", "Bo Birk/Halm Wire"),
        ("The quay in the spring of the year. Photo by Bo Birk.", "Bo Birk"),
        ("The quay in the spring of the year | Photo: Bo Birk", "Bo Birk"),
        ("The quay in the spring of the year – Photo: Bo Birk", "Bo Birk"),
        ("The quay in the spring of the year [Image: Łukasz Żak]", "Łukasz Żak"),
        ("The quay in the spring of the year (Credit: Bo Birk)", "Bo Birk"),
        ("The quay in the spring of the year (Image credit: Bo Birk)", "Bo Birk"),
        ("The quay in the spring of the year (Halm Photo/Bo Birk)", "Bo Birk"),
        ("The quay in the spring of the year (© Bo Birk)", "Bo Birk"),
        ("The quay in the spring of the year. © Halm Wire", "Halm Wire"),
        ("The river as an artist saw it in 1958. Illustration: Bo Birk", "Bo Birk"),
        ("Photo: Bo Birk/Halm Wire", "Bo Birk/Halm Wire"),
    ],
)
@pytest.mark.parametrize("place", ["under the title", "in the text", "at the end"])
def test_english(line: str, credit: str, place: str) -> None:
    blocks = {
        "under the title": (line, ONE, TWO),
        "in the text": (ONE, line, TWO),
        "at the end": (ONE, TWO, line),
    }[place]
    result = process(page(TITLE, "By Ann Lee", *blocks))
    check_spans(result)
    (record,) = result.records
    assert record.captions == (Caption(line, credit),)
    assert raw(result, "captions") == [line]
    assert (record.title, record.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("language", "line", "credit"),
    [
        ("de", "Der Kai im Frühjahr. Foto: Jürgen Öhm", "Jürgen Öhm"),
        ("de", "Der Kai im Frühjahr. (Bild: Halmer Bote)", "Halmer Bote"),
        ("fr", "Le quai au printemps. Photo : Zoé Petit", "Zoé Petit"),
        ("fr", "Le quai au printemps (Crédit photo : Zoé Petit)", "Zoé Petit"),
        ("es", "El muelle en primavera. Foto: Ana Ruiz", "Ana Ruiz"),
        ("it", "Il molo in primavera (foto di Anna Riva)", "Anna Riva"),
        ("it", "Il molo in primavera. Foto: Anna Riva", "Anna Riva"),
        ("pt", "O cais na primavera. Foto: Ana Serra/Jornal de Halm", "Ana Serra/Jornal de Halm"),
        ("nl", "De kade in het voorjaar. Foto: Anna Kade", "Anna Kade"),
        ("ru", "Набережная весной. Фото: Анна Мост", "Анна Мост"),
        ("pl", "Nabrzeże wiosną. Fot. Łucja Mostowa", "Łucja Mostowa"),
        ("pl", "Nabrzeże wiosną (fot. Łucja Mostowa)", "Łucja Mostowa"),
        ("cs", "Nábřeží na jaře. Foto: Šárka Lávková", "Šárka Lávková"),
        ("uk", "Набережна навесні. Фото: Ганна Міст", "Ганна Міст"),
        ("sk", "Nábrežie na jar. Zdroj foto: Ľubica Mostová", "Ľubica Mostová"),
        ("zh", "春天的码头。摄影：李小龙", "李小龙"),
        ("zh", "春天的码头（图片来源：南湾日报）", "南湾日报"),
        ("ja", "春の岸のようす（写真：山田太郎）", "山田太郎"),
        ("ar", "الرصيف في الربيع. تصوير: أحمد علي", "أحمد علي"),
    ],
)
def test_every_language(language: str, line: str, credit: str) -> None:
    one, two = BODIES[language]
    record = read(page(TITLES[language], one, line, two))
    assert record.captions == (Caption(line, credit),)
    assert record.body == f"{one}\n\n{two}"


def test_several() -> None:
    lines = ("The quay in the spring (Photo: Bo Birk)", "The quay in the autumn (Photo: Cy Cole)")
    record = read(page(TITLE, lines[0], ONE, lines[1], TWO))
    assert record.captions == (Caption(lines[0], "Bo Birk"), Caption(lines[1], "Cy Cole"))
    assert record.body == BODY


@pytest.mark.parametrize(
    "sentence",
    [
        "The photo by the door shows the ferry on its first day, with a brass band and the whole council on deck.",
        "Nobody took a photo: the light was bad, the ferry was gone, and there was nothing on the river to see.",
        "The ferry carried people and/or goods (cows/sheep) across the river for as long as anybody can remember.",
        "She pointed at the picture: it showed the quay as it was before the yard had closed and the clerk had left.",
        "The report (see www.halm.example/report) was four pages long and named nobody who still lives on the quay.",
        "He kept the image of the ferry in his mind (or so he says) until the day when he moved to the mountains.",
        "There is a map of the river on the wall, and a chart of its depths, and neither was ever of any use.",
        "Credit: that is what the bakery will not give to anybody who rows across before six in the morning, ever.",
    ],
)
def test_a_sentence_is_no_caption(sentence: str) -> None:
    record = read(page(TITLE, ONE, sentence, TWO))
    assert record.captions == ()
    assert record.body == f"{ONE}\n\n{sentence}\n\n{TWO}"


@pytest.mark.parametrize(
    "title",
    ["A Picture of the River", "Photo Finish at the Regatta", "Boats (and/or Oars)", "Image Is Everything"],
)
def test_a_title_is_no_caption(title: str) -> None:
    record = read(article(title=title))
    assert (record.title, record.captions) == (title, ())


def test_a_page_without_pictures_has_no_captions() -> None:
    record = read(article())
    assert record.captions == ()
    assert "captions" not in record.spans


# What the markup calls a caption


@pytest.mark.parametrize("form", ["<figure><figcaption>{}</figcaption></figure>", "<div class=wp-caption-text>{}</div>", "<div class=caption><span>{}</span></div>"])
def test_what_an_article_calls_a_caption(form: str) -> None:
    line = "The quay in the spring of the year"
    body = f"<p>{ONE}</p>{form.format(line)}{form.format('Enlarge')}<p>{TWO}</p>"
    head = f'<title>{TITLE}</title><meta property=og:type content=article><meta property=article:published_time content=2024-03-02>'
    (record,) = process(web(f"<h1>{TITLE}</h1>{body}", head)).records
    assert record.captions == (Caption(line),)
    assert line not in record.body
