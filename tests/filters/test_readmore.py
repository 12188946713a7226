from __future__ import annotations

import pytest

from cleaner.filters import readmore
from tests.filters.helpers import (
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

CASES = [
    Junk("read-more", "Continue reading →"),
    Junk("read-more", "Read More »"),
    Junk("read-more", "Click here to read more"),
    Junk("read-more", "Read the full story"),
    Junk("read-more", "Continue reading “Orrin Ferry Returns”"),
    Junk(
        "read-more",
        "Continue reading",
        lines="The harbour was full before the sun had cleared the hill… Continue reading",
    ),
    Junk("read-more", "Lesen Sie mehr", "de"),
    Junk("read-more", "Lire la suite", "fr"),
    Junk("read-more", "Seguir leyendo", "es"),
    Junk("read-more", "Leia mais", "pt"),
    Junk("read-more", "Leggi tutto", "it"),
    Junk("read-more", "Lees verder", "nl"),
    Junk("read-more", "Les hele saken", "no"),
    Junk("read-more", "Fortsätt läsa", "sv"),
    Junk("read-more", "Læs hele artiklen", "da"),
    Junk("read-more", "Jatka lukemista", "fi"),
    Junk("read-more", "Читать далее", "ru"),
    Junk("read-more", "続きを読む", "ja"),
    Junk("read-more", "اقرأ المزيد", "ar"),
    Junk("read-rest", "Read the rest of this entry »"),
    Junk("read-rest", "Read the original article"),
    Junk("read-rest", "Click here for the full interview"),
    Junk("read-rest", "Lire l’article original", "fr"),
    Junk("read-rest", "Leer el resto", "es"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(readmore, case)


def test_every_label_has_a_case() -> None:
    assert_covers(readmore, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, says the librarian of Orrin, and if you cannot read more books, read the same one twice.",
        "Learn more from one wreck than from ten charts, the old pilots used to say to anyone who bought them beer.",
        "The teacher wanted her to stop and the book wanted her to keep reading.",
        "He never learned to swim, and he wished to know more.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "line",
    [
        "Read more in winter, says the librarian.",
        "Continue reading by candle and you will go blind.",
        "The rest of this story is known to the sea.",
        "See the full moon over Skell before you die.",
        "To continue reading in such a storm was pride.",
    ],
)
def test_keeps_short_sentences_between_paragraphs(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "title",
    [
        "Read More Books, Says Librarian",
        "Read More in Winter, Says Librarian",
        "The Rest of This Year Will Be Dry, Forecasters Say",
        "See the Full Harbour Plan Before It Sinks",
        "Keep Reading the Sea",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize("line", ["Details", "Continue", "More"])
def test_alone_keeps_a_one_word_heading_between_paragraphs(line: str) -> None:
    assert removed_alone(readmore, page(line)) == []


def test_keeps_the_excerpt_before_the_link() -> None:
    excerpt = "The harbour was full before the sun had cleared the hill, and by noon there was not a loaf left in town…"
    assert_kept(page(f"{excerpt} Read More", place="end"), excerpt)
