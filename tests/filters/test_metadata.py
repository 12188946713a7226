from __future__ import annotations

import pytest

from cleaner.filters import metadata
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
from tests.helpers import process

LINE = "March 4, 2019 by Maren Holt"


def _beside(label: str, junk: str) -> Junk:
    return Junk(label, junk, place="under", lines=f"{LINE} | {junk}")


CASES = [
    _beside("comment-count", "3 Comments"),
    _beside("comment-form", "Leave a comment"),
    _beside("share-bar", "Share this article"),
    _beside("follow-us", "Follow us"),
    _beside("read-more", "Read full story"),
    _beside("read-rest", "View original"),
    _beside("date-stub", "4 min read"),
    _beside("newsletter", "Subscribe now"),
    _beside("paywall", "Subscribers only"),
    _beside("skip-link", "Jump to comments"),
    _beside("connect", "Connect with us"),
    _beside("breadcrumb", "You are here"),
    _beside("pagination", "Next page"),
    _beside("back-to-top", "Back to top"),
    _beside("search-box", "Search this site"),
    _beside("login", "Sign in"),
    _beside("powered-by", "Built with Hugo"),
    _beside("legal", "Privacy Policy"),
    Junk("tag-list", "Tagged: ferries, islands", place="under", lines=f"{LINE} | Tagged: ferries, islands"),
    Junk("tag-list", "Tags: ferries, islands, harbour"),
    Junk("tag-list", "Schlagwörter: Fähre, Hafen", "de"),
    Junk("tag-list", "Mots-clés : bac, port, îles", "fr"),
    Junk("tag-list", "Etiquetas: barco, muelle", "es"),
    Junk("tag-list", "Marcadores: balsa, cais", "pt"),
    Junk("tag-list", "Trefwoorden: veerboot, haven", "nl"),
    Junk("tag-list", "Ключевые слова: паром, порт", "ru"),
    Junk("tag-list", "标签：渡轮、群岛", "zh"),
    Junk("tag-list", "関連キーワード: フェリー、港", "ja"),
    Junk("tag-list", "الكلمات المفتاحية: العبارة، الجزر", "ar"),
    Junk("separator", " | ", place="under", lines="By Maren Holt | March 4, 2019"),
    Junk("comment-count", "4 Kommentare", "de", "under", "4. März 2019 von Maren Holt | 4 Kommentare"),
    Junk("comment-count", "2 commentaires", "fr", "under", "4 mars 2019 par Maren Holt | 2 commentaires"),
    Junk("comment-form", "Deja un comentario", "es", "under", "4 de marzo de 2019 por Maren Holt | Deja un comentario"),
    Junk("share-bar", "Compartilhar", "pt", "under", "4 de março de 2019 por Maren Holt | Compartilhar"),
    Junk("comment-count", "3 комментария", "ru", "under", "4 марта 2019 | 3 комментария"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(metadata, case)


def test_every_label_has_a_case() -> None:
    assert_covers(metadata, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "By 2025 the ferry will run on batteries.",
        "By 2025, 40 percent of all crossings will be made at night, when the current from the wind mills is cheap.",
        "By the sea.",
        "On Monday, March 4, 2019, the ferry sailed again.",
        "Updated rules came into force on March 4, 2019, and were out of date by the evening of the same day.",
        "By Maren Holt’s reckoning the ship was forty years old.",
        "Posted to Skell in 1931, he never came back.",
        "In Orrin, by the way, nobody swims.",
        "March 4, 2019 was a Monday.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "title",
    ["By Sea, by Land, by Air", "By 2025, No More Diesel", "Posted Missing, Found Asleep", "On the Date of the Flood"],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize(
    "line",
    ["Posted on March 4, 2019 by Maren Holt", "By Maren Holt, March 4, 2019", "4 March 2019 – Maren Holt"],
)
def test_keeps_what_is_a_field(line: str) -> None:
    result = process(page(f"{line} | 3 Comments", place="under"))
    assert result.records[0].published == "2019-03-04"
    assert [author.name for author in result.records[0].authors] == ["Maren Holt"]
    assert "3 Comments" not in result.text


def test_keeps_verse_with_short_lines() -> None:
    assert_kept(page("By day\nBy night\nOn and on\nIn rain"))


def test_alone_leaves_running_text_alone() -> None:
    assert removed_alone(metadata, page("Written by hand on March 4, 2019, the letter is four lines long.")) == []
