"""Source lines in their many shapes; and the sentences and turns that are none."""

from __future__ import annotations

import pytest

from cleaner import Source
from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, page, raw, read
from tests.helpers import clean, process


@pytest.mark.parametrize(
    ("line", "publisher", "dates", "url"),
    [
        ("Source: Halm Courier, November 19, 2023", "Halm Courier", ["2023-11-19"], None),
        ("Source: Halm Courier", "Halm Courier", [], None),
        ("SOURCE: Halm Courier, 19 November 2023", "Halm Courier", ["2023-11-19"], None),
        ("Source : Halm Courier, 2023-11-19", "Halm Courier", ["2023-11-19"], None),
        ("Sources: Halm Courier", "Halm Courier", [], None),
        ("Via: Halm Courier", "Halm Courier", [], None),
        (
            "Source: Halm Courier, November 14, 2023, November 13, 2023",
            "Halm Courier",
            ["2023-11-14", "2023-11-13"],
            None,
        ),
        (
            "Source: Halm Courier, November 14, 2023 and November 13, 2023",
            "Halm Courier",
            ["2023-11-14", "2023-11-13"],
            None,
        ),
        (
            "Source: Customs Gazette (Port Ansel), November 8, 2023",
            "Customs Gazette (Port Ansel)",
            ["2023-11-08"],
            None,
        ),
        ("Source: Halm Courier (November 8, 2023)", "Halm Courier", ["2023-11-08"], None),
        ("Source: https://www.halm.example/a", None, [], "https://www.halm.example/a"),
        (
            "Source: Halm Courier, https://www.halm.example/a , November 8, 2023",
            "Halm Courier",
            ["2023-11-08"],
            "https://www.halm.example/a",
        ),
        (
            "Source: Halm Courier, November 18, 2023news/2023/11/18-ferry.html",
            "Halm Courier",
            ["2023-11-18"],
            None,
        ),
        (
            "Source: Halm Courier, November 18, 2023https://www.halm.example/a",
            "Halm Courier",
            ["2023-11-18"],
            "https://www.halm.example/a",
        ),
        ("Source: Łódzki Kurier, November 18, 2023", "Łódzki Kurier", ["2023-11-18"], None),
        ("Source: iHalm, May 2014", "iHalm", ["2014-05"], None),
        ("Source: Halm Pos, 3 Agustus 2019", "Halm Pos", ["2019-08-03"], None),
        ("Source: 南湾日报, November 18, 2023", "南湾日报", ["2023-11-18"], None),
        ("Halm Courier, November 19, 2023", "Halm Courier", ["2023-11-19"], None),
        (
            "Halm Courier, November 14, 2023, November 13, 2023",
            "Halm Courier",
            ["2023-11-14", "2023-11-13"],
            None,
        ),
        (
            "Customs Gazette (Port Ansel), November 8, 2023",
            "Customs Gazette (Port Ansel)",
            ["2023-11-08"],
            None,
        ),
        ("Halm Courier, November 18, 2023news/2023/11/18-ferry.html", "Halm Courier", ["2023-11-18"], None),
    ],
)
def test_english(line: str, publisher: str | None, dates: list[str], url: str | None) -> None:
    result = process(article(below=(line,)))
    check_spans(result)
    (record,) = result.records
    assert record.sources == (Source(line, publisher, tuple(dates), url),)
    assert raw(result, "sources") == [line]
    assert (record.title, record.body, record.published, record.authors) == (TITLE, BODY, None, ())


@pytest.mark.parametrize(
    ("language", "line", "publisher", "dates"),
    [
        ("de", "Quelle: Halmer Bote, 19. November 2023", "Halmer Bote", ["2023-11-19"]),
        ("de", "Quelle: Halmer Bote", "Halmer Bote", []),
        ("fr", "Source : La Gazette de Halm, 19 novembre 2023", "La Gazette de Halm", ["2023-11-19"]),
        ("es", "Fuente: El Faro de Halm, 19 de noviembre de 2023", "El Faro de Halm", ["2023-11-19"]),
        ("it", "Fonte: La Voce di Halm, 19 novembre 2023", "La Voce di Halm", ["2023-11-19"]),
        ("pt", "Fonte: Jornal de Halm, 19 de novembro de 2023", "Jornal de Halm", ["2023-11-19"]),
        ("nl", "Bron: De Halmer Courant, 19 november 2023", "De Halmer Courant", ["2023-11-19"]),
        ("ru", "Источник: Халмская газета, 19 ноября 2023", "Халмская газета", ["2023-11-19"]),
        ("pl", "Źródło: Gazeta Halmska, 19 listopada 2023", "Gazeta Halmska", ["2023-11-19"]),
        ("cs", "Zdroj: Halmské noviny, 19. listopadu 2023", "Halmské noviny", ["2023-11-19"]),
        ("uk", "Джерело: Галмський вісник, 19 листопада 2023", "Галмський вісник", ["2023-11-19"]),
        ("sk", "Zdroj: Halmské noviny, 19. novembra 2023", "Halmské noviny", ["2023-11-19"]),
        ("zh", "来源：南湾日报，2023年11月19日", "南湾日报", ["2023-11-19"]),
        ("zh", "來源：南灣日報", "南灣日報", []),
        ("ja", "出典：港新聞、2023年11月19日", "港新聞", ["2023-11-19"]),
        ("ar", "المصدر: صوت الوادي، 19 نوفمبر 2023", "صوت الوادي", ["2023-11-19"]),
    ],
)
def test_every_language(language: str, line: str, publisher: str, dates: list[str]) -> None:
    record = read(article(language=language, below=(line,)))
    assert record.sources == (Source(line, publisher, tuple(dates)),)
    assert (record.title, record.body) == (TITLES[language], "\n\n".join(BODIES[language]))


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Halm Courier, November 9, 2023", "2. Customs Gazette (Port Ansel), November 8, 2023"),
        ("1) Halm Courier, November 9, 2023", "2) Customs Gazette (Port Ansel), November 8, 2023"),
        ("[1] Halm Courier, November 9, 2023", "[2] Customs Gazette (Port Ansel), November 8, 2023"),
        ("• Halm Courier, November 9, 2023", "• Customs Gazette (Port Ansel), November 8, 2023"),
        ("Source: Halm Courier, November 9, 2023", "Source: Customs Gazette (Port Ansel), November 8, 2023"),
        ("Halm Courier, November 9, 2023", "Customs Gazette (Port Ansel), November 8, 2023"),
    ],
)
def test_a_list(lines: tuple[str, str]) -> None:
    record = read(page(TITLE, BODY, "\n".join(lines)))
    assert record.sources == (
        Source(lines[0], "Halm Courier", ("2023-11-09",)),
        Source(lines[1], "Customs Gazette (Port Ansel)", ("2023-11-08",)),
    )
    assert record.body == BODY


def test_the_source_closes_its_article() -> None:
    one, two = BODIES["en"]
    text = page(
        TITLE,
        one,
        "Source: Halm Courier, November 9, 2023",
        "The Bakery Opens Early",
        two,
        "Halm Gazette, November 8, 2023",
    )
    result = process(text)
    check_spans(result)
    assert [(r.title, r.body, [s.publisher for s in r.sources]) for r in result.records] == [
        (TITLE, one, ["Halm Courier"]),
        ("The Bakery Opens Early", two, ["Halm Gazette"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Source close to the harbour office say that the ferry will not be back before the end of the year.",
        "Source: the river rises in the mountains above Sarn, where the snow lies until the end of June, and ends here.",
        "Sources: nobody knows any, and those who say that they do have not been to the quay this year.",
        "Halm, November 19, 2023 will be remembered as the day when the whole town went down to the river.",
        "The Halm Courier, November 19, 2023, had the story first, and the Gazette had it better.",
    ],
)
def test_a_sentence_is_no_source(sentence: str) -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, one, sentence, two))
    assert record.sources == ()
    assert record.body == f"{one}\n\n{sentence}\n\n{two}"


@pytest.mark.parametrize(
    "title",
    [
        "The Source of the River",
        "Source Code: The Film of the Year",
        "Open Source Boats",
        "Sources Say Ferry Is Sold",
    ],
)
def test_a_title_is_no_source(title: str) -> None:
    record = read(article(title=title))
    assert (record.title, record.sources) == (title, ())


def test_a_publisher_and_date_over_the_text_is_no_source() -> None:
    record = read(article("Ann Lee, November 19, 2023"))
    assert record.sources == ()


@pytest.mark.parametrize(
    "line",
    ["Halm, May", "Halm Courier, 2023", "Halm Courier, 12", "Ann Lee, the mayor", "Halm Courier November"],
)
def test_a_bare_line_without_a_date_is_no_source(line: str) -> None:
    assert read(article(below=(line,))).sources == ()


def test_a_page_without_a_source_line_has_none() -> None:
    record = read(article())
    assert record.sources == ()
    assert "sources" not in record.spans


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("(Source: Halm Times, November 5, 2023)", [("Halm Times", ("2023-11-05",))]),
        ("Source: Halm Times, November 5 and November 6, 2023", [("Halm Times", ("2023-11-05", "2023-11-06"))]),
        (
            "Sources: Halm Times, November 5, 2023; Sarn Post, November 6, 2023",
            [("Halm Times", ("2023-11-05",)), ("Sarn Post", ("2023-11-06",))],
        ),
        (
            "Source: Halm Times, November 5, 2023, Sarn Post, November 7, 2023",
            [("Halm Times", ("2023-11-05",)), ("Sarn Post", ("2023-11-07",))],
        ),
    ],
)
def test_a_line_may_name_several(line: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    (record,) = process(article(below=(line,))).records
    assert [(source.publisher, source.dates) for source in record.sources] == expected
    assert {source.raw for source in record.sources} == {line}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Sources: Halm Courier; Port Daily",), [("Halm Courier", None), ("Port Daily", None)]),
        (("Sources", "1. Halm Courier", "2. https://port.example/a"), [("Halm Courier", None), (None, "https://port.example/a")]),
        (("References:", "[1] Halm Courier, May 3, 2021", "[2] Port Daily, May 4, 2021"), [("Halm Courier", None), ("Port Daily", None)]),
        (("Via Halm Courier",), [("Halm Courier", None)]),
        (("h/t Ann Lee",), [("Ann Lee", None)]),
        (("Read the article: Halm Courier",), [("Halm Courier", None)]),
        (("Read the full article: https://halm.example/a",), [(None, "https://halm.example/a")]),
    ],
)
def test_other_shapes(lines: tuple[str, ...], expected: list[tuple[str | None, str | None]]) -> None:
    (record,) = clean(article("By Ann Lee", below=lines))
    assert [(source.publisher, source.url) for source in record.sources] == expected
    assert not any(line in record.body for line in lines)


@pytest.mark.parametrize("line", ["Via the northern quay people went home.", "Via ferrata is a way up a mountain", "Sources"])
def test_lines_that_only_begin_like_sources(line: str) -> None:
    (record,) = clean(article("By Ann Lee", below=(line,)))
    assert record.sources == ()
