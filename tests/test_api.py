from __future__ import annotations

import inspect
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import cleaner
from cleaner import (
    Author,
    BinaryInputError,
    InputError,
    InputTypeError,
    Mark,
    OptionError,
    Pipeline,
    PipelineError,
    Record,
    Removal,
    Result,
    UnsupportedContentError,
)
from cleaner.api import Candidate
from tests.helpers import (
    JUNK_LINES,
    PAGE,
    PARAGRAPHS,
    FixedFilter,
    LineFilter,
    clean,
    clean_text,
    is_partition,
    paragraphs,
    process,
    web,
)

PROSE = "\n\n".join(PARAGRAPHS["en"])


# The three functions


def test_the_three_functions_tell_the_same() -> None:
    result = cleaner.process(PAGE, url="https://gazette.example/")
    assert cleaner.clean(PAGE, url="https://gazette.example/") == list(result.records)
    text = cleaner.process(PAGE, url="https://gazette.example/", pipeline="text").text
    assert cleaner.clean_text(PAGE, url="https://gazette.example/") == text
    assert result.records
    assert all(isinstance(r, Record) for r in result.records)


def test_the_three_functions_take_the_same_options() -> None:
    functions = (cleaner.process, cleaner.clean, cleaner.clean_text)
    options = [list(inspect.signature(f).parameters.items()) for f in functions]
    assert [[(n, p.default, p.kind) for n, p in each] for each in options] == [
        [(n, p.default, p.kind) for n, p in options[0]]
    ] * 3
    assert all(p.kind is p.KEYWORD_ONLY for n, p in options[0] if n != "source")


def test_public_names_are_there() -> None:
    assert sorted(set(cleaner.__all__)) == sorted(cleaner.__all__)
    assert all(hasattr(cleaner, name) for name in cleaner.__all__)


def test_the_records_of_two_articles() -> None:
    titles = ("The Ferry Stays in Port", "The Key Turns Up in a Soup Bowl")
    text = "\n\n".join(
        "\n\n".join((title, "By Maud Tallis", PARAGRAPHS["en"][n], f"Source: Gazette, March {n + 5}, 2023"))
        for n, title in enumerate(titles)
    )
    records = clean(text)
    assert [r.title for r in records] == list(titles)
    assert [r.body for r in records] == list(PARAGRAPHS["en"])
    assert [r.sources[0].dates for r in records] == [("2023-03-05",), ("2023-03-06",)]


# What came out, and what did not


def test_removals_say_what_why_and_who() -> None:
    result = process(PAGE)
    assert result.removed
    for removal in result.removed:
        assert removal.text == result.document.text[removal.start : removal.end]
        assert removal.text.strip()
        assert removal.label
        assert removal.by.startswith(("rules.", "assemble"))
    labels = {r.text: r.label for r in result.removed}
    assert labels["Skip to content"] == "skip-link"
    assert labels["Facebook"] == "share-bar"
    assert labels["Leave a comment"] == "comment-form"
    assert "Home" in labels


def test_removals_are_the_removed_segments_of_the_ledger() -> None:
    result = process(PAGE)
    assert [(r.start, r.end, r.label, r.by) for r in result.removed] == [
        (s.start, s.end, s.label, s.by) for s in result.ledger if s.action == "remove"
    ]
    assert is_partition(result.ledger, result.document.text)
    assert result.warnings == result.document.context.warnings == ()


# The kept text: what a reader came for


SOURCE = "Source: Sallow Island Gazette, March 6, 2023"


def test_the_kept_text_leaves_out_junk_and_lines_that_only_say_who_and_when() -> None:
    assert clean_text(PAGE) == "\n\n".join((*PARAGRAPHS["en"], SOURCE))


def test_the_title_of_the_one_article_is_no_part_of_its_text() -> None:
    text = f"Skip to content\n\nThe Ferry Stays in Port\n\nBy Maud Tallis\n\n{PROSE}"
    assert clean_text(text) == PROSE
    assert clean_text(web(f"<h1>The Ferry Stays in Port</h1><p>By Maud Tallis</p>{paragraphs(*PARAGRAPHS['en'])}<footer>x</footer>")) == PROSE


def test_titles_part_several_articles() -> None:
    titles = ("The Ferry Stays in Port", "The Key Turns Up in a Soup Bowl")
    parts = [f"<article><h2>{title}</h2><p>By Maud Tallis</p><p>{text}</p></article>" for title, text in zip(titles, PARAGRAPHS["en"], strict=True)]
    html = web(f"<p>Gazette</p>{''.join(parts)}")
    one, two = PARAGRAPHS["en"]
    assert clean_text(html) == "\n\n".join((titles[0], one, titles[1], two))


def test_a_title_without_a_text_is_the_text() -> None:
    html = web("<article><h2>The Ferry Stays in Port</h2></article><article><h2>The Key Turns Up</h2></article>")
    assert clean_text(html).split("\n\n") == ["The Ferry Stays in Port", "The Key Turns Up"]


@pytest.mark.parametrize(
    "line",
    [
        "By Maud Tallis",
        "March 7, 2023",
        "Published: March 7, 2023 | Updated: March 8, 2023",
        "By Maud Tallis · March 7, 2023",
        "Maud Tallis | March 7, 2023 | 3 Comments",
    ],
)
def test_metadata_lines_are_no_part_of_the_text(line: str) -> None:
    for parts in ((line, PROSE), (PROSE, line)):
        assert clean_text("\n\n".join(("Skip to content", "The Ferry Stays in Port", *parts))) == PROSE


def test_captions_sources_and_notices_are_a_part_of_the_text() -> None:
    caption = "The kiosk in the customs hall (Photo: Ugo Orr)"
    assert clean_text(f"{PAGE}\n\nSkip to content").count(SOURCE) == 1
    assert caption in clean_text(PAGE.replace("Source:", f"{caption}\n\nSource:")).split("\n\n")


def test_a_page_without_any_junk_is_text_from_end_to_end() -> None:
    text = f"The Ferry Stays in Port\n\nBy Maud Tallis\n\nMarch 7, 2023\n\n{PROSE}"
    assert clean_text(text) == text
    # What was cleaned once is not cleaned again.
    assert clean_text(clean_text(PAGE)) == clean_text(PAGE)


def test_text_outside_of_all_articles_is_removed_as_such() -> None:
    result = process(f"Zzyx & Sons\n\nSkip to content\n\n{PAGE}")
    outside = [r for r in result.removed if r.label == "outside-article"]
    assert "Zzyx & Sons" in [r.text for r in outside]
    assert {r.by for r in outside} == {"assemble"}


# Options


@pytest.mark.parametrize("code", list(PARAGRAPHS))
def test_the_language_is_detected(code: str) -> None:
    result = process("\n\n".join(PARAGRAPHS[code]))
    assert result.document.context.language == code
    assert [r.language for r in result.records] == [code]
    assert result.records[0].body == "\n\n".join(PARAGRAPHS[code])


def test_a_given_language_is_not_doubted() -> None:
    assert clean(PROSE, language="de")[0].language == "de"
    assert clean(PROSE, language="pt-BR")[0].language == "pt-BR"
    assert clean(PROSE, language="fi")[0].language == "fi"


def test_a_given_language_gives_the_phrases() -> None:
    text = f"{PROSE}\n\nZum Inhalt springen"
    assert "Zum Inhalt springen" in [r.text for r in process(text, language="de").removed]


def test_an_unknown_language_is_null() -> None:
    basque = (
        "Herriko zerrategi zaharra erre zen bart gauean, eta inork ez daki oraindik nola hasi zen sutea. "
        "Auzokoak ibai ertzean bildu ziren kea ikusteko, eta apaizak kanpaiak jo zituen gauerdira arte. "
        "Zerrategia lehen ere erre zen behin, eta orain hirugarren aldiz eraiki nahi dute berriro."
    )
    (record,) = clean(basque)
    assert record.language is None
    assert record.body == basque


@pytest.mark.parametrize("language", ["", "english", "e", "12", 3, b"en"])
def test_a_language_that_is_none_is_an_option_error(language: Any) -> None:
    with pytest.raises(OptionError) as caught:
        clean(PROSE, language=language)
    assert caught.value.option == "language"


def test_the_url_lands_in_every_record() -> None:
    records = clean(PAGE, url="https://gazette.example/ferry?x=1")
    assert [r.url for r in records] == ["https://gazette.example/ferry?x=1"]
    assert [r.url for r in clean(PAGE)] == [None]
    assert process(PAGE, url="u:x").document.context.url == "u:x"


@pytest.mark.parametrize("url", ["", " ", "\n", 3, b"https://x.example", ["x"]])
def test_a_url_that_is_none_is_an_option_error(url: Any) -> None:
    with pytest.raises(OptionError) as caught:
        clean(PROSE, url=url)
    assert caught.value.option == "url"


DAY = date(2023, 3, 10)


def dated(line: str) -> str:
    return f"The Ferry Stays in Port\n\nBy Maud Tallis | {line}\n\n{PROSE}"


@pytest.mark.parametrize(
    ("line", "published"),
    [("yesterday", DAY - timedelta(1)), ("3 days ago", DAY - timedelta(3)), ("2 weeks ago", DAY - timedelta(14))],
)
def test_relative_dates_count_from_the_reference_date(line: str, published: date) -> None:
    assert clean(dated(line), reference_date=DAY)[0].published == published.isoformat()
    assert clean(dated(line), reference_date=DAY + timedelta(1))[0].published == (published + timedelta(1)).isoformat()


@pytest.mark.parametrize("line", ["yesterday", "3 days ago", "5 minutes ago", "today"])
def test_without_a_reference_date_relative_dates_are_no_dates(line: str) -> None:
    (record,) = clean(dated(line))
    assert record.published is None
    assert PROSE in record.body


def test_a_reference_date_changes_no_written_date() -> None:
    for reference in (None, DAY, datetime(2020, 1, 1, 12)):
        assert clean(PAGE, reference_date=reference)[0].published == "2023-03-07"


def test_a_datetime_counts_as_its_day() -> None:
    late = datetime(2023, 3, 10, 23, 59)
    assert clean(dated("yesterday"), reference_date=late) == clean(dated("yesterday"), reference_date=DAY)


@pytest.mark.parametrize("value", ["2023-03-10", 3, 1678406400.0, (2023, 3, 10)])
def test_a_reference_date_that_is_none_is_an_option_error(value: Any) -> None:
    with pytest.raises(OptionError) as caught:
        clean(PROSE, reference_date=value)
    assert caught.value.option == "reference_date"


@pytest.mark.parametrize("name", ["precision", "balanced", "recall", "rules"])
def test_a_pipeline_may_be_named(name: str) -> None:
    result = process(PAGE, pipeline=name)
    assert all(paragraph in result.records[0].body for paragraph in PARAGRAPHS["en"])
    assert {r.by.split(".")[0] for r in result.removed} <= {name, "assemble"}


def test_a_pipeline_may_be_built_or_be_one_filter() -> None:
    only = LineFilter("Skip")
    assert [r.text for r in process(PAGE, pipeline=Pipeline([only])).removed] == ["Skip to content"]
    assert [r.text for r in process(PAGE, pipeline=only).removed] == ["Skip to content"]


@pytest.mark.parametrize("pipeline", ["none", 3, object(), ["junk"]])
def test_what_is_no_pipeline_is_a_pipeline_error(pipeline: Any) -> None:
    with pytest.raises(PipelineError):
        clean(PROSE, pipeline=pipeline)


@pytest.mark.parametrize(
    "content_type",
    ["text/plain", "TEXT/Plain", "text/plain; charset=utf-8", 'text/plain;charset="UTF-8"', "text/markdown; x=y"],
)
def test_content_types_of_text(content_type: str) -> None:
    assert clean(PAGE, content_type=content_type) == clean(PAGE) == clean(PAGE.encode(), content_type=content_type)


@pytest.mark.parametrize(
    "content_type", ["text/html", "TEXT/HTML; charset=utf-8", "application/xhtml+xml", 'text/html; charset="latin1"']
)
def test_content_types_of_html(content_type: str) -> None:
    html = "".join(f"<p>{line}</p>\n" for line in PAGE.splitlines() if line)
    assert clean(html, content_type=content_type) == clean(html) == clean(html.encode(), content_type=content_type)
    assert process("Tea<br>cake", content_type=content_type).document.context.content_type == "text/html"


@pytest.mark.parametrize(
    "content_type",
    ["application/json", "image/png", "text/xml", "application/rss+xml", "application/pdf; charset=utf-8"],
)
def test_content_types_that_no_parser_reads(content_type: str) -> None:
    with pytest.raises(UnsupportedContentError) as caught:
        clean(PAGE, content_type=content_type)
    assert caught.value.content_type == content_type


@pytest.mark.parametrize("content_type", [3, b"text/plain", ["text/plain"]])
def test_a_content_type_that_is_no_string_is_an_option_error(content_type: Any) -> None:
    with pytest.raises(OptionError) as caught:
        clean(PAGE, content_type=content_type)
    assert caught.value.option == "content_type"


@pytest.mark.parametrize("content_type", ["", " ", "html", "utf-8", "text", "text/", "/", "charset=utf-8"])
def test_a_content_type_that_is_none_is_an_error(content_type: str) -> None:
    with pytest.raises(InputError):
        clean(PAGE, content_type=content_type)


@pytest.mark.parametrize("charset", ["klingon", "rot13", "idna", "''", "utf-8''x"])
def test_a_charset_that_is_none_is_an_option_error(charset: str) -> None:
    with pytest.raises(OptionError) as caught:
        clean(PAGE.encode(), content_type=f"text/plain; charset={charset}")
    assert caught.value.option == "content_type"


def test_the_charset_of_the_content_type_decodes() -> None:
    text = "\n\n".join(PARAGRAPHS["ru"])
    result = process(text.encode("koi8-r"), content_type="text/plain; charset=KOI8-R")
    assert result.text == text
    assert result.warnings == ()


def test_a_guessed_charset_is_a_warning_of_the_result() -> None:
    result = process("\n\n".join(PARAGRAPHS["ru"]).encode("cp1251"))
    assert len(result.warnings) == 1
    assert result.text == "\n\n".join(PARAGRAPHS["ru"])


def test_html_is_told_by_its_content_unless_declared_text() -> None:
    html = "<html><body><p>Tea is a drink.</p></body></html>"
    for source in (html, html.encode(), html.encode("utf-16")):
        result = process(source)
        assert result.document.context.content_type == "text/html"
        assert result.document.text == "Tea is a drink."
    assert process(html, content_type="text/plain").document.text == html


def test_a_feed_is_refused_unless_declared_otherwise() -> None:
    feed = "<rss version='2.0'><channel><title>Tea</title></channel></rss>"
    for source in (feed, feed.encode()):
        with pytest.raises(UnsupportedContentError) as caught:
            clean(source)
        assert caught.value.content_type == "application/xml"
    assert process(feed, content_type="text/plain").document.text == feed
    assert process(feed, content_type="text/html").document.text == ""


# A page as HTML: what the three functions make of it, whatever it is handed in as

PAGE_HTML = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>No Key, No Ferry to Sallow Island</title></head>
<body>
<a class="skip-link" href="#main">Skip to content</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/login">Log in</a></li></ul></nav>
<main id="main"><article>
<h1>No Key, No Ferry to Sallow Island</h1>
<p class="byline">By <a rel="author" href="/tallis">Maud Tallis</a></p>
<p>Published: <time datetime="2023-03-07">March 7, 2023</time></p>
<p>{PARAGRAPHS["en"][0]}</p>
<p>{PARAGRAPHS["en"][1]}</p>
</article></main>
<footer><p>© 2023 The Sallow Island Gazette. All rights reserved.</p></footer>
</body></html>
"""


def test_the_record_of_a_page_of_html() -> None:
    (record,) = clean(PAGE_HTML)
    assert record.title == "No Key, No Ferry to Sallow Island"
    assert [author.name for author in record.authors] == ["Maud Tallis"]
    assert record.published == "2023-03-07"
    assert record.body == PROSE
    assert record.language == "en"


def test_a_page_is_the_same_as_str_bytes_path_and_soup(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE_HTML, encoding="utf-8")
    sources: list[Any] = [PAGE_HTML.encode(), bytearray(PAGE_HTML.encode()), path]
    sources += [BeautifulSoup(PAGE_HTML, "html.parser"), BeautifulSoup(PAGE_HTML, "html.parser").html]
    for source in sources:
        assert clean(source) == clean(PAGE_HTML)
        assert clean_text(source) == clean_text(PAGE_HTML)
    (record,) = clean(BeautifulSoup(PAGE_HTML, "html.parser").article)  # type: ignore[arg-type]
    assert record.body == PROSE


# Where values come from


META = """<title>A Ferry Stays in Port | Gazette</title>
<meta property="og:title" content="The Ferry in Port">
<meta name="author" content="Ugo Orr">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry",
 "datePublished": "2023-03-05", "author": {"name": "Oda Orr"}, "articleSection": "Boats"}</script>"""
BODY_HTML = f"<h1>The Ferry Stays in Port</h1><p>By Maud Tallis</p><p>March 7, 2023</p>{paragraphs(*PARAGRAPHS['en'])}"


def values(result: Result, field: str) -> list[tuple[object, str, bool]]:
    return [(c.value, c.origin, c.won) for c in result.candidates(result.records[0], field)]


def test_origins_of_the_fields() -> None:
    (record,) = process(web(BODY_HTML, META)).records
    assert record.origins == {
        "authors": "text",
        "body": "text",
        "published": "text",
        "section": "json-ld",
        "title": "text",
    }
    assert (record.published, record.section, record.authors) == ("2023-03-07", "Boats", (Author("Maud Tallis"),))
    (record,) = process(web(BODY_HTML.replace("<p>March 7, 2023</p>", "<p><time datetime=2023-03-07>Tuesday</time></p>"))).records
    assert (record.published, record.origins["published"]) == ("2023-03-07", "markup")


def test_the_origins_of_plain_text_are_text() -> None:
    (record,) = clean(PAGE)
    assert set(record.origins) == set(record.spans) == set(record.confidence) == {"title", "authors", "published", "sources", "body"}
    assert set(record.origins.values()) == {"text"}


def test_candidates_are_all_that_was_found_the_losing_ones_too() -> None:
    result = process(web(BODY_HTML, META))
    assert values(result, "title") == [
        ("The Ferry Stays in Port", "text", True),
        ("Ferry", "json-ld", False),
        ("The Ferry in Port", "open-graph", False),
        ("A Ferry Stays in Port", "title-tag", False),
    ]
    assert values(result, "published") == [("2023-03-07", "text", True), ("2023-03-05", "json-ld", False)]
    assert {(origin, won) for _, origin, won in values(result, "authors")} >= {("text", True), ("json-ld", False), ("meta", False)}
    assert values(result, "section") == [("Boats", "json-ld", True)]
    assert values(result, "modified") == values(result, "standfirst") == values(result, "credits") == []


def test_a_candidate_says_how_sure_by_whom_and_where() -> None:
    result = process(web(BODY_HTML, META))
    found = result.candidates(result.records[0], "title")
    assert found[0] == Candidate("The Ferry Stays in Port", found[0].score, "rules.fields.title", "text", 0, 23, True)
    assert {c.by for c in found[1:]} == {"rules.fields.page"}
    assert all(0 < c.score <= 1 for c in found)
    assert all(c.start == c.end for c in found[1:])
    assert [c.score for c in found] == sorted((c.score for c in found), reverse=True)


def test_candidates_of_plain_text() -> None:
    result = process(PAGE)
    (record,) = result.records
    for field, value in (("title", record.title), ("published", record.published), ("authors", record.authors), ("sources", record.sources)):
        found = result.candidates(record, field)
        assert [c.value for c in found if c.won] == [value]
        assert {c.origin for c in found} == {"text"}
        assert all(PAGE[c.start : c.end].strip() for c in found)


def test_candidates_of_each_of_several_articles() -> None:
    titles = ("The Ferry Stays in Port", "The Key Turns Up in a Soup Bowl")
    parts = [f"<article><h2>{title}</h2><p>By Maud {name}</p><p>{text}</p></article>" for title, name, text in zip(titles, ("Orr", "Ash"), PARAGRAPHS["en"], strict=True)]
    result = process(web("".join(parts), META))
    for record, title, name in zip(result.records, titles, ("Orr", "Ash"), strict=True):
        assert [c.value for c in result.candidates(record, "title")] == [title]
        assert (Author(f"Maud {name}"),) in [c.value for c in result.candidates(record, "authors")]
        assert result.candidates(record, "published") == []


def test_candidates_of_a_filter_of_the_callers() -> None:
    marks = [
        Mark(0, 3, "field", "title", "Tea", 0.4),
        Mark(0, 7, "field", "title", "Tea and", 0.6),
        Mark(0, 0, "split", "next-article"),
        Mark(0, 0, "field", "byline", (Author("Ann"),), 0.7, origin="markup"),
        Mark(0, 0, "field", "byline", (), 0.9),
        Mark(0, 0, "field", "title", "", 0.9),
    ]
    result = process("Tea and cake.", pipeline=FixedFilter(marks, "title", "next-article", "byline"))
    assert values(result, "title") == [("Tea and", "text", True), ("Tea", "text", False)]
    assert values(result, "authors") == [((Author("Ann"),), "markup", True)]


def test_a_record_of_another_result_has_no_candidates_here() -> None:
    result = process(PAGE)
    (other,) = process(PAGE).records
    assert other == result.records[0]
    for record in (other, Record(title="Tea"), None):
        with pytest.raises(OptionError) as caught:
            result.candidates(record, "title")  # type: ignore[arg-type]
        assert caught.value.option == "record"


# Where it stands in the source


def everything(result: Result) -> list[Record | Removal]:
    return [*result.records, *result.removed]


def cut(result: Result, item: Record | Removal) -> list[str]:
    """The source of a record or a removal."""
    assert result.document.source is not None
    return [result.document.source[start:end] for start, end in result.source_ranges(item)]


def test_the_source_of_a_record_are_the_elements_that_it_came_from() -> None:
    result = process(PAGE_HTML)
    (record,) = result.records
    one, two = PARAGRAPHS["en"]
    assert cut(result, record) == [
        "<h1>No Key, No Ferry to Sallow Island</h1>",
        '<p class="byline">By <a rel="author" href="/tallis">Maud Tallis</a></p>',
        '<p>Published: <time datetime="2023-03-07">March 7, 2023</time></p>',
        f"<p>{one}</p>",
        f"<p>{two}</p>",
    ]


def test_the_source_of_a_removal() -> None:
    result = process(PAGE_HTML)
    found = {removal.text: cut(result, removal) for removal in result.removed}
    assert found["Log in"] == ['<li><a href="/login">Log in</a></li>']
    assert found["© 2023 The Sallow Island Gazette. All rights reserved."] == [
        "<p>© 2023 The Sallow Island Gazette. All rights reserved.</p>"
    ]


def test_ranges_that_touch_or_lie_within_each_other_are_merged() -> None:
    texts = [f"{PROSE} {n}.".replace("\n\n", " ") for n in range(3)]
    html = web(f"<h1>The Ferry Stays in Port</h1>{''.join(f'<p>{text}</p>' for text in texts)}")
    result = process(html)
    assert cut(result, result.records[0]) == [html[html.index("<h1>") : html.rindex("</p>") + 4]]
    html = web(f"<div id=x>{texts[0]}<p>{texts[1]}</p>{texts[2]}</div>")
    result = process(html)
    assert cut(result, result.records[0]) == [html[html.index("<div") : html.index("</div>") + 6]]


def test_ranges_are_in_order_and_apart() -> None:
    result = process(PAGE_HTML)
    for item in everything(result):
        edges = [edge for found in result.source_ranges(item) for edge in found]
        assert edges == sorted(set(edges))
        assert edges[-1] <= len(PAGE_HTML)


def test_a_removal_of_several_lines_has_the_ranges_of_all() -> None:
    html = web("<p>One</p> <p>Two</p> <p>Three</p>")
    result = process(html, pipeline=FixedFilter([Mark(0, 8, "remove", "x")], "x"))
    assert [(r.text, cut(result, r)) for r in result.removed] == [("One\n\nTwo", ["<p>One</p>", "<p>Two</p>"])]


def test_plain_text_and_a_soup_have_no_ranges() -> None:
    for source in (PAGE, BeautifulSoup(PAGE_HTML, "html.parser")):
        result = process(source)
        assert result.document.source is None
        assert {result.source_ranges(item) for item in everything(result)} == {()}


@pytest.mark.xfail(reason="a line in a link of its own has the range of all that the link stands in")
def test_the_source_of_a_removal_holds_nothing_that_is_kept() -> None:
    result = process(PAGE_HTML)
    for removal in result.removed:
        assert not any(PARAGRAPHS["en"][0] in found for found in cut(result, removal)), removal.text


def test_every_character_of_a_page_of_html_is_accounted_for() -> None:
    result = process(PAGE_HTML)
    assert is_partition(result.ledger, result.document.text)
    assert {"Skip to content", "Log in"} <= {line for r in result.removed for line in r.text.splitlines()}


def test_a_file_that_is_not_there_is_an_error_of_both_kinds(tmp_path: Path) -> None:
    for function in (clean, clean_text, process):
        with pytest.raises(InputError) as caught:
            function(tmp_path / "missing.html")
        assert isinstance(caught.value, OSError)
        assert "missing.html" in str(caught.value)


# Inputs


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_every_kind_are_as_good_as_text(kind: Any) -> None:
    assert clean(kind(PAGE.encode())) == clean(PAGE)
    assert clean_text(kind(PAGE.encode())) == clean_text(PAGE)


def test_a_sliced_memoryview_is_read_as_it_shows() -> None:
    view: Any = memoryview(PAGE.encode("utf-8"))[0:40:2]
    assert process(view).document.text == PAGE[:40:2]


@pytest.mark.parametrize("source", [None, 3, 3.5, ["text"], ("text",), {"a": 1}, object(), {"text"}])
def test_another_type_is_an_input_type_error(source: Any) -> None:
    for function in (clean, clean_text, process):
        with pytest.raises(InputTypeError) as caught:
            function(source)
        assert isinstance(caught.value, TypeError)
        assert type(source).__name__ in str(caught.value)


def test_binary_is_refused() -> None:
    with pytest.raises(BinaryInputError):
        clean(b"%PDF-1.7\n1 0 obj")


@pytest.mark.parametrize("source", ["", b"", " ", "\n\n\t \n", "\ufeff", b"\xef\xbb\xbf", "\u3000\u00a0", "\r\n\x0c"])
def test_nothing_gives_nothing(source: Any) -> None:
    result = process(source)
    assert (result.records, result.text, result.removed) == ((), "", ())
    assert is_partition(result.ledger, result.document.text)


@pytest.mark.parametrize(
    "text",
    [
        "Share\nTweet\nPin it",
        "Skip to content\n\nHome\nAbout us\nContact\n\nShare this article\n\nLeave a comment\n\n12 Comments",
        "\n\n".join(JUNK_LINES[:10]),
        "We use cookies to make this site work for you.\n\nAccept all\n\nCookie settings",
    ],
)
def test_only_junk_gives_no_record_and_no_text(text: str) -> None:
    result = process(text)
    assert result.records == ()
    assert result.text == ""
    assert "\n".join(r.text for r in result.removed).split() == text.split()


@pytest.mark.parametrize(
    "text",
    [
        "The Ferry Stays in Port",
        "The Ferry Stays in Port\n\nThe Key Turns Up in a Soup Bowl\n\nHarbour Master Opens a Drawer",
        "The Ferry Stays in Port\nThe Key Turns Up in a Soup Bowl\nHarbour Master Opens a Drawer",
    ],
)
def test_only_titles_give_no_record_and_keep_their_text(text: str) -> None:
    assert clean(text) == []
    assert clean_text(text).split() == text.split()


def test_one_line_of_a_megabyte() -> None:
    sentence = "The ferry did not sail because nobody could find the key. "
    text = sentence * (1_000_000 // len(sentence) + 1)
    result = process(text)
    assert result.text == text.strip()
    assert is_partition(result.ledger, text)


@pytest.mark.parametrize(
    "unit", ["a", "ab ", "— ", "1.", "<", "((", "http://", "By ", "{:;}", "2023-03-", "の", "\u0301"]
)
def test_a_long_line_of_anything_finishes(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    result = process(text, content_type="text/plain")
    assert is_partition(result.ledger, result.document.text)


def test_fifty_thousand_lines_of_one_word() -> None:
    text = "\n".join(f"word{'abcdefghij'[n % 10]}" for n in range(50_000))
    result = process(text)
    assert len(result.document.blocks) == 50_000
    assert is_partition(result.ledger, text)


@pytest.mark.parametrize("line", ["Share", "Read more", "1", "By Ann Lee", "May 3, 2021", "Tags: a, b", "Home » News"])
def test_many_lines_of_the_same_junk_finish(line: str) -> None:
    text = "\n".join([line] * 10_000)
    result = process(text)
    assert is_partition(result.ledger, text)


@pytest.mark.parametrize("page", ["<html><body><div id=root></div><script>draw('a page')</script></body></html>", "<p></p>"])
def test_a_page_without_text_says_so(page: str) -> None:
    result = process(page)
    assert (result.records, result.text) == ((), "")
    assert result.warnings == ("the page has no text: scripts may draw it",)
    assert process("", content_type="text/plain").warnings == ()
