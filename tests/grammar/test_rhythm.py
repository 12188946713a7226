"""The page as a sequence of kinds of blocks."""

from __future__ import annotations

import pytest

from cleaner.document import Document, Mark
from cleaner.grammar.rhythm import CAPTION, END, END_LABELS, HEADLINE, JUNK, META, OTHER, PROSE, beats
from tests.fields.helpers import BODIES, TITLE, TITLES, document

ONE, TWO = BODIES["en"]


def kinds(doc: Document) -> str:
    return "".join(beat.kind for beat in beats(doc))


def mark(doc: Document, at: int, action: str, label: str) -> None:
    block = doc.blocks[at]
    made = Mark(block.start, block.end, "remove" if action == "remove" else "field", label)
    doc.add([made])


def test_the_kinds_are_seven_letters() -> None:
    assert len({PROSE, HEADLINE, OTHER, META, CAPTION, END, JUNK}) == 7


def test_an_unmarked_page() -> None:
    assert (
        kinds(document(TITLE, "By Ann Lee", "May 8, 2018", ONE, "The Price of an Oar", TWO, "It rained.")) == "HMMPHPO"
    )


@pytest.mark.parametrize("language", TITLES)
def test_in_every_language(language: str) -> None:
    assert kinds(document(TITLES[language], *BODIES[language], language=language)) == "HPP"


@pytest.mark.parametrize("line", ["- a boat", "1. Oars", "12", "***", "It rained."])
def test_other_lines(line: str) -> None:
    doc = document(TITLE, ONE, line, TWO)
    assert beats(doc)[2].kind == OTHER


@pytest.mark.parametrize("label", sorted(END_LABELS))
def test_what_closes_an_article(label: str) -> None:
    doc = document(TITLE, ONE, TWO, "Some line")
    mark(doc, 3, "field" if label == "source" else "remove", label)
    last = beats(doc)[3]
    assert (last.kind, last.closes, last.label) == (END, True, label)


@pytest.mark.parametrize("label", ["share-bar", "ad-label", "menu", "newsletter"])
def test_other_junk_closes_nothing(label: str) -> None:
    doc = document(TITLE, ONE, "Some line", TWO)
    mark(doc, 2, "remove", label)
    beat = beats(doc)[2]
    assert (beat.kind, beat.closes, beat.label) == (JUNK, False, label)


def test_a_date_stub_is_metadata() -> None:
    doc = document(TITLE, "Published", ONE, TWO)
    mark(doc, 1, "remove", "date-stub")
    assert kinds(doc) == "HMPP"


@pytest.mark.parametrize("label", ["published", "modified", "byline", "credit", "section"])
def test_fields_of_metadata(label: str) -> None:
    doc = document(TITLE, "Some line", ONE, TWO)
    mark(doc, 1, "field", label)
    assert kinds(doc) == "HMPP"


def test_a_caption() -> None:
    doc = document(TITLE, "The quay (Photo: Ann Lee)", ONE, TWO)
    mark(doc, 1, "field", "caption")
    assert kinds(doc) == "HCPP"


@pytest.mark.parametrize("tail", ["…", "...", " [...]", " […]"])
def test_a_text_that_breaks_off_closes(tail: str) -> None:
    doc = document(TITLE, ONE.rstrip(".") + tail)
    beat = beats(doc)[1]
    assert (beat.kind, beat.closes, beat.label) == (PROSE, True, "ellipsis")


def test_an_excerpt_with_its_link_closes() -> None:
    doc = document(TITLE, ONE + " Read More", TITLE)
    block = doc.blocks[1]
    doc.add([Mark(block.end - 9, block.end, "remove", "read-more")])
    beat = beats(doc)[1]
    assert (beat.kind, beat.closes, beat.label) == (PROSE, True, "read-more")


def test_a_whole_text_does_not_close() -> None:
    assert [beat.closes for beat in beats(document(TITLE, ONE, TWO))] == [False] * 3


def test_marks_made_later_are_seen() -> None:
    doc = document(TITLE, "Share this article", ONE)
    assert kinds(doc)[1] != JUNK
    mark(doc, 1, "remove", "share-bar")
    assert kinds(doc) == "HJP"
