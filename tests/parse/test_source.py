from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from cleaner import BinaryInputError, InputTypeError, OptionError, UnsupportedContentError
from cleaner.document import Context
from cleaner.errors import InputFileError
from cleaner.parse import parse
from tests.helpers import PAGE, PARAGRAPHS

HTML = "<!doctype html><html lang=fr><body><h1>Thé</h1><p>Un café.</p></body></html>"
FEEDS = [
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Tea</title><item/></channel></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Tea</title></feed>',
    '<?xml version="1.0" encoding="utf-8"?><urlset><url><loc>https://tea.example/</loc></url></urlset>',
]


class Where:
    """A path of a kind of its own."""

    def __init__(self, path: Any) -> None:
        self.path = path

    def __fspath__(self) -> Any:
        return self.path


# Kinds of source


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
@pytest.mark.parametrize("text", [HTML, PAGE])
def test_bytes_of_every_kind(kind: Any, text: str) -> None:
    doc, other = parse(kind(text.encode())), parse(text)
    assert (doc.text, doc.context.content_type) == (other.text, other.context.content_type)
    assert [b.text for b in doc.blocks] == [b.text for b in other.blocks]


@pytest.mark.parametrize("text", [HTML, PAGE, "", "Tea\r\ncake"])
def test_a_path_is_read_as_bytes(tmp_path: Path, text: str) -> None:
    path = tmp_path / "page"
    path.write_bytes(text.encode())
    for source in (path, Where(str(path)), *os.scandir(tmp_path)):
        assert parse(source).text == parse(text).text
    path.write_bytes(text.encode("utf-16"))
    assert parse(path).text == parse(text).text


def test_a_str_is_no_path(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"Tea")
    assert parse(str(path)).text == str(path)


@pytest.mark.parametrize("name", ["missing.html", "no/such/folder/page.html", ".", "nul\0byte", "x" * 5000])
def test_a_path_that_cannot_be_read_is_an_input_file_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputFileError) as caught:
        parse(tmp_path / name)
    assert isinstance(caught.value, OSError)
    assert caught.value.path == str(tmp_path / name)
    assert "cannot read" in str(caught.value)


def test_the_error_of_a_file_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="No such file or directory"):
        parse(tmp_path / "missing.html")
    with pytest.raises(InputFileError, match="directory"):
        parse(tmp_path)


def test_a_path_of_bytes_is_an_error_of_this_library() -> None:
    with pytest.raises((InputTypeError, InputFileError)):
        parse(Where(b"/no/such/page.html"))


def test_a_soup_and_a_tag_of_it() -> None:
    soup = BeautifulSoup(HTML, "html.parser")
    assert parse(soup).text == parse(HTML).text == "Thé\n\nUn café."
    assert soup.p is not None
    assert parse(soup.p).text == "Un café."
    assert parse(soup).context.content_type == "text/html"
    assert parse(soup, media_type="text/plain").text == parse(HTML).text


class MySoup(BeautifulSoup):
    """What users derive."""


def test_a_soup_of_a_class_derived() -> None:
    assert parse(MySoup(HTML, "html.parser")).text == "Thé\n\nUn café."


def test_a_string_of_a_soup_is_a_str() -> None:
    soup = BeautifulSoup("<p>Tea</p>", "html.parser")
    assert soup.p is not None
    assert soup.p.string is not None
    assert parse(soup.p.string).text == "Tea"


@pytest.mark.parametrize("source", [None, 3, 2.5, ["x"], ("x",), {"a": 1}, {"x"}, object(), str, BeautifulSoup, print])
def test_another_type_is_an_input_type_error(source: Any) -> None:
    with pytest.raises(InputTypeError) as caught:
        parse(source)
    assert isinstance(caught.value, TypeError)
    assert type(source).__name__ in str(caught.value)


# What it is


@pytest.mark.parametrize("source", [HTML, HTML.encode(), HTML.encode("utf-16"), HTML.encode("latin-1"), "\n" + HTML])
def test_html_is_told_by_its_content(source: Any) -> None:
    doc = parse(source)
    assert doc.text == "Thé\n\nUn café."
    assert doc.context.content_type == "text/html"
    assert doc.head is not None
    assert doc.head.language == "fr"


@pytest.mark.parametrize(
    "source", [PAGE, PAGE.encode(), PAGE.encode("utf-16"), "", b"", "Tea < cake", b"caf\xe9 cr\xe8me"]
)
def test_text_is_told_by_its_content(source: Any) -> None:
    doc = parse(source)
    assert doc.context.content_type == "text/plain"
    assert doc.head is None
    assert all(block.markup is None for block in doc.blocks)


def test_a_page_that_starts_beyond_ascii_is_told_too() -> None:
    html = "é<p>One</p><p>Two</p><p>Three</p>"
    for data in (html.encode(), html.encode("latin-1")):
        assert parse(data).text == "é\n\nOne\n\nTwo\n\nThree"


def test_the_media_type_decides() -> None:
    assert parse(HTML, media_type="text/plain").text == HTML
    assert parse(HTML.encode(), media_type="text/markdown").text == HTML
    assert parse("Tea\ncake <3", media_type="text/html").text == "Tea cake <3"
    assert parse(HTML, media_type="application/xhtml+xml").text == "Thé\n\nUn café."


@pytest.mark.parametrize("feed", FEEDS)
def test_feeds_and_sitemaps_are_refused(feed: str) -> None:
    for source in (feed, feed.encode(), feed.encode("utf-16")):
        with pytest.raises(UnsupportedContentError) as caught:
            parse(source)
        assert caught.value.content_type == "application/xml"


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_may_be_declared_to_be_text(feed: str) -> None:
    assert parse(feed, media_type="text/plain").text == feed


def test_json_declared_to_be_html_is_its_text() -> None:
    data = b'{"title": "Tea", "tags": ["drink", "leaf"]}'
    assert parse(data, media_type="text/html").text == data.decode()


@pytest.mark.parametrize("media_type", [None, "text/html", "text/plain"])
def test_a_pdf_is_refused_whatever_it_is_called(media_type: str | None) -> None:
    with pytest.raises(BinaryInputError):
        parse(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", media_type=media_type)
    with pytest.raises(BinaryInputError):
        parse("%PDF-1.7\n1 0 obj", media_type=media_type)


# Charsets


def test_the_charset_of_the_caller_is_passed_on() -> None:
    text = PARAGRAPHS["ru"][0]
    html = f"<!doctype html><html><body><p>{text}</p></body></html>"
    assert parse(text.encode("koi8-r"), charset="koi8-r").text == text
    assert parse(html.encode("koi8-r"), charset="koi8-r").text == text
    assert parse(html.encode("koi8-r"), charset="koi8-r", media_type="text/html").text == text


@pytest.mark.parametrize("label", ["x-sjis", "iso-8859-1", "gb2312", "x-cp1251"])
def test_labels_of_the_web_are_known_where_the_content_tells_the_type(label: str) -> None:
    html = "<!doctype html><html><body><p>Tea</p></body></html>"
    assert parse(html.encode(), charset=label).text == "Tea"


def test_an_unknown_charset_is_an_option_error_for_both() -> None:
    for source in (HTML.encode(), PAGE.encode()):
        for media_type in (None, "text/html", "text/plain"):
            with pytest.raises(OptionError):
                parse(source, charset="klingon", media_type=media_type)


def test_the_context_goes_along() -> None:
    context = Context(url="https://tea.example/", language="fr", warnings=("before",))
    for source in (HTML, HTML.encode("latin-1"), PAGE, BeautifulSoup(HTML, "html.parser")):
        found = parse(source, context).context
        assert (found.url, found.language, found.warnings[0]) == ("https://tea.example/", "fr", "before")
    assert len(parse(HTML.encode("latin-1"), context).context.warnings) == 2
