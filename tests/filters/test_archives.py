from __future__ import annotations

import pytest

from cleaner.filters import archives
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
    Junk("archive-header", "All posts by Maren Holt", place="top"),
    Junk("archive-header", "Category Archives: Harbour News", place="top"),
    Junk("archive-header", "Tag Archives: ferries", place="top"),
    Junk("archive-header", "Posts tagged ‘ferries’", place="top"),
    Junk("archive-header", "Search results for: ferry", place="top"),
    Junk("archive-header", "Alle Beiträge von Maren Holt", "de", "top"),
    Junk("archive-header", "Tous les articles par Maren Holt", "fr", "top"),
    Junk("archive-header", "Todas las entradas de Maren Holt", "es", "top"),
    Junk("archive-header", "Todos os posts de Maren Holt", "pt", "top"),
    Junk("archive-header", "Alle berichten van Maren Holt", "nl", "top"),
    Junk("archive-header", "Alle innlegg av Maren Holt", "no", "top"),
    Junk("archive-header", "Alla inlägg av Maren Holt", "sv", "top"),
    Junk("archive-header", "Alle indlæg af Maren Holt", "da", "top"),
    Junk("archive-header", "Kaikki artikkelit kirjoittajalta Maren Holt", "fi", "top"),
    Junk("archive-header", "Все записи автора Марен Хольт", "ru", "top"),
    Junk("archive-header", "Αρχείο κατηγορίας: Λιμάνι", "el", "top"),
    Junk("archive-header", "Kategória archívum: Kikötő", "hu", "top"),
    Junk("archive-header", "Toate articolele de Maren Holt", "ro", "top"),
    Junk("archive-header", "Lưu trữ danh mục: Bến cảng", "vi", "top"),
    Junk("archive-header", "カテゴリーアーカイブ: 港", "ja", "top"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(archives, case)


def test_every_label_has_a_case() -> None:
    assert_covers(archives, CASES)


@pytest.mark.parametrize(
    "title",
    [
        "Category 4 Storm Nears the Skell Islands",
        "Month of Rain Leaves Valley Under Water",
        "Author Ivo Sand Wins Harbour Prize",
        "Inside the Bishop’s Archives",
        "Posts From Abroad Take Longer Each Year",
        "Tag Team of Tugs Saves Stranded Ship",
        "Archive of Shipwrecks Opens to the Public",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize(
    "line",
    [
        "Month after month the harbour master wrote the same sentence in the same book, and nobody read it.",
        "Author and ferryman were the same person until 1931, when the ferryman bought a typewriter and went inland.",
        "Posts by the gate marked how far the flood had come.",
        "Posts from the old pier still stand in the shallows, green and as thick as a man.",
        "All posts in the fence had rotted through.",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


def test_keeps_a_line_that_stands_over_every_post() -> None:
    text = "\n\n".join(f"Category: Harbour\n\nNote {n}\n\n{p}" for n, p in enumerate(("The tide was out. " * 6,) * 3))
    assert removed_alone(archives, text) == []
