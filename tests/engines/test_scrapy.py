"""Scrapy: the helper on responses, the pipeline on items of any kind, both in a crawl of the example."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
import scrapy
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from scrapy.utils.test import get_crawler

from cleaner import BinaryInputError, OptionError, UnsupportedContentError, clean, clean_text, process
from cleaner.adapters.scrapy import CleanerPipeline, clean_response
from tests.adapters.pages import BROKEN, JUNK, ONE, TWO

URL = "http://a.example/"
RUSSIAN = "<p>Чай это напиток, который любят многие люди в нашем городе.</p>"


class Page(scrapy.Item):  # type: ignore[misc]
    url = scrapy.Field()
    html = scrapy.Field()
    records = scrapy.Field()


@dataclass
class PageData:
    url: str = URL
    html: str = ONE
    records: list[Any] = field(default_factory=list)


def crawler(**settings: Any) -> Crawler:
    return get_crawler(settings_dict=settings)


# The helper


def test_a_response_gives_what_the_library_gives() -> None:
    result = clean_response(HtmlResponse(URL, body=ONE.encode(), headers={"Content-Type": "text/html; charset=utf-8"}))
    assert list(result.records) == clean(ONE, url=URL)
    assert result.removed == process(ONE, url=URL).removed


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("text/html; charset=windows-1251", None), (None, "cp1251"), ("text/html; charset=no-such", None)],
)
def test_the_encoding_is_that_of_the_header_or_of_the_response(header: str | None, encoding: str | None) -> None:
    headers = {"Content-Type": header} if header else None
    page = RUSSIAN if header != "text/html; charset=no-such" else f"<meta charset=cp1251>{RUSSIAN}"
    response = HtmlResponse(URL, body=page.encode("cp1251"), headers=headers, encoding=encoding)
    assert clean_response(response, unit="document").text == clean_text(RUSSIAN)


def test_a_header_of_no_use_is_said_so() -> None:
    response = HtmlResponse(URL, body=ONE.encode(), headers={"Content-Type": "text/html; charset=no-such"})
    assert any("not used" in warning for warning in clean_response(response).warnings)


def test_a_response_that_is_no_page_is_an_error() -> None:
    with pytest.raises(UnsupportedContentError):
        clean_response(Response(URL, body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}))
    with pytest.raises(BinaryInputError):
        clean_response(Response(URL, body=b"%PDF-1.7"))


def test_options_of_the_helper() -> None:
    response = HtmlResponse(URL, body=TWO.encode(), headers={"Content-Type": "text/plain"})
    assert clean_response(response, pipeline="rules").text == clean_text(TWO, pipeline="rules")


# The pipeline


@pytest.mark.parametrize("item", [{"url": URL, "html": ONE}, Page(url=URL, html=ONE.encode()), PageData()])
def test_items_of_any_kind_get_their_records(item: Any) -> None:
    made = CleanerPipeline.from_crawler(crawler()).process_item(item)
    records = made.records if isinstance(made, PageData) else made["records"]
    assert made is item
    assert records == [record.to_dict() for record in clean(ONE, url=URL)]


def test_an_item_without_a_page_is_passed_on() -> None:
    assert CleanerPipeline.from_crawler(crawler()).process_item({"other": 1}) == {"other": 1}


def test_settings() -> None:
    settings = {
        "CLEANER_SOURCE_FIELD": "body",
        "CLEANER_RECORDS_FIELD": "articles",
        "CLEANER_TEXT_FIELD": "text",
        "CLEANER_OPTIONS": {"pipeline": "rules"},
    }
    item = CleanerPipeline.from_crawler(crawler(**settings)).process_item({"body": TWO})
    assert item["articles"] == [record.to_dict() for record in clean(TWO, pipeline="rules")]
    assert item["text"] == clean_text(TWO, pipeline="rules")


def test_options_that_make_no_sense_stop_the_crawl_before_it_starts() -> None:
    with pytest.raises(OptionError):
        CleanerPipeline.from_crawler(crawler(CLEANER_OPTIONS={"unit": "page"}))


def test_what_fails_is_logged_counted_and_passed_on(caplog: pytest.LogCaptureFixture) -> None:
    own = crawler(CLEANER_TEXT_FIELD="text")
    own.stats = own.stats or scrapy.statscollectors.MemoryStatsCollector(own)
    pipeline = CleanerPipeline.from_crawler(own)
    made = [pipeline.process_item({"url": URL, "html": html}) for html in (TWO, JUNK, BROKEN, None)]
    assert [len(item["records"]) for item in made] == [2, 0, 0, 0]
    assert (made[2]["text"], made[3]["text"]) == ("", "")
    assert "a feed or sitemap" in caplog.text
    counts = {name: n for name, n in own.stats.get_stats().items() if name.startswith("cleaner/")}
    assert counts["cleaner/pages"] == 4
    assert counts["cleaner/records"] == 2
    assert counts["cleaner/errors/UnsupportedContentError"] == counts["cleaner/errors/InputTypeError"] == 1
    shared = [r for text in (TWO, JUNK) for r in process(text).removed if r.label == "share-bar"]
    assert counts["cleaner/removed/share-bar"] == sum(r.end - r.start for r in shared)


def test_errors_are_raised_where_they_are_asked_for() -> None:
    pipeline = CleanerPipeline.from_crawler(crawler(CLEANER_OPTIONS={"on_error": "raise"}))
    with pytest.raises(UnsupportedContentError):
        pipeline.process_item({"html": BROKEN})


def test_the_example(example: Callable[[str], str]) -> None:
    example("scrapy")
