"""The options of the three functions: language, URL, reference date, pipeline and content type."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from cleaner import InputError, OptionError, Pipeline, PipelineError, UnsupportedContentError
from tests.helpers import PAGE, PARAGRAPHS, PROSE, LineFilter, clean, process


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
