from __future__ import annotations

import pytest

from cleaner.filters import ads
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
    Junk("ad-label", "Advertisement", place="middle"),
    Junk("ad-label", "ADVERTISEMENT", place="middle"),
    Junk("ad-label", "Story continues below advertisement", place="middle"),
    Junk("ad-label", "Sponsored Content"),
    Junk("ad-label", "Ads by Google"),
    Junk("ad-label", "- Advertisement -", place="middle"),
    Junk("ad-label", "Bezahlter Inhalt", "de", "middle"),
    Junk("ad-label", "Publicité", "fr", "middle"),
    Junk("ad-label", "Contenido patrocinado", "es"),
    Junk("ad-label", "Continua após a publicidade", "pt", "middle"),
    Junk("ad-label", "Advertentie", "nl", "middle"),
    Junk("ad-label", "Saken fortsetter under annonsen", "no", "middle"),
    Junk("ad-label", "Artikeln fortsätter efter annonsen", "sv", "middle"),
    Junk("ad-label", "Artiklen fortsætter efter annoncen", "da", "middle"),
    Junk("ad-label", "Juttu jatkuu mainoksen jälkeen", "fi", "middle"),
    Junk("ad-label", "На правах рекламы", "ru"),
    Junk("ad-label", "スポンサーリンク", "ja", "middle"),
    Junk("ad-label", "إعلان ممول", "ar"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(ads, case)


def test_every_label_has_a_case() -> None:
    assert_covers(ads, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement was a word that her grandmother pronounced with care, as if it might break on the way out.",
        "Sponsored by a grant from the Lindqvist Trust, the survey counted every sheep on the islands for three summers.",
        "Advertising pays for half of the paper, and the birth notices pay for the other half, the editor likes to say.",
        "Ads by the thousand lined the old tram road.",
        "The advertisement ran for one week and sold a single boat.",
        "Promoted twice in one year, she now commands the whole fleet of two ships and a dinghy.",
        "“Advertisement?” he asked. “We never paid for one.”",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "title",
    [
        "Advertisement Spending Falls for a Third Year",
        "Advertising Giant Leaves Orrin",
        "Sponsored Rowers Reach the Skell Islands",
        "Ads by the Roadside Must Go, Council Says",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_alone_takes_the_label_and_nothing_else() -> None:
    text = page("Advertisement\n\nThe Advertisement that nobody answered hung there until the paint came off the wall.")
    assert removed_alone(ads, text) == [("Advertisement", "ad-label")]
