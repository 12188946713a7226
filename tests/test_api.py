"""The three functions: what they return of a page, whatever it is handed in as and however odd it is."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

import cleaner
from cleaner import BinaryInputError, InputError, InputTypeError, Record
from tests.helpers import (
    JUNK_LINES,
    PAGE,
    PAGE_HTML,
    PARAGRAPHS,
    PROSE,
    clean,
    clean_text,
    is_partition,
    paragraphs,
    process,
    web,
)

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


def test_sources_and_notices_are_a_part_of_the_text_and_captions_are_none() -> None:
    caption = "The kiosk in the customs hall (Photo: Ugo Orr)"
    assert clean_text(f"{PAGE}\n\nSkip to content").count(SOURCE) == 1
    page = PAGE.replace("Source:", f"{caption}\n\nSource:")
    assert caption not in clean_text(page)
    assert [c.text for c in clean(page)[0].captions] == [caption]


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


# A page as HTML: what the three functions make of it, whatever it is handed in as


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
