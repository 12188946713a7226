from __future__ import annotations

import pytest

from cleaner.filters import syndication
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
from tests.helpers import clean

CASES = [
    Junk("syndication-notice", "This article was originally published in The Harle Gazette."),
    Junk("syndication-notice", "This story originally appeared on The Skell Wire."),
    Junk("syndication-notice", "This article is republished from Tidewater Weekly under a Creative Commons licence."),
    Junk("syndication-notice", "Originally published at https://lantern.example/ferry"),
    Junk("syndication-notice", "The post Orrin Ferry Returns After Nine Winters appeared first on The Orrin Lantern."),
    Junk("syndication-notice", "Dieser Artikel erschien zuerst bei Hafenbote.", "de"),
    Junk("syndication-notice", "Cet article est republié à partir de Courrier du Port.", "fr"),
    Junk("syndication-notice", "Este artículo se publicó originalmente en El Farol.", "es"),
    Junk("syndication-notice", "Este artigo foi publicado originalmente em Jornal do Cais.", "pt"),
    Junk("syndication-notice", "Dit artikel verscheen eerder in Havenkrant.", "nl"),
    Junk("syndication-notice", "Denne artikkelen ble først publisert i Havneposten.", "no"),
    Junk("syndication-notice", "Artikeln publicerades först i Hamnbladet.", "sv"),
    Junk("syndication-notice", "Artiklen blev først bragt i Havnebladet.", "da"),
    Junk("syndication-notice", "Artikkeli on julkaistu alun perin Satamalehdessä.", "fi"),
    Junk("syndication-notice", "本文转载自海港周报", "zh"),
    Junk("syndication-notice", "転載元：港新聞", "ja"),
    Junk("read-rest", "Read the rest of this article on The Harle Gazette"),
    Junk("read-rest", "Read the original article at The Skell Wire."),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(syndication, case)


def test_every_label_has_a_case() -> None:
    assert_covers(syndication, CASES)


def test_the_record_names_the_publisher() -> None:
    [record] = clean(page("This article was originally published in The Harle Gazette.", place="end"))
    assert record.syndicated_from is not None
    assert record.syndicated_from.publisher == "The Harle Gazette"


@pytest.mark.parametrize(
    "line",
    [
        "First published in the spring of the great flood, the tide table sold out in a week and has not been seen since.",
        "The novel was first published by Harle Press in 1911 and has not been out of print for a single summer.",
        "It originally appeared in The Skell Almanac in 1931, under another title and with the last verse cut.",
        "Her map, first published in Orrin, shows a hill where there is a lake.",
        "First published by Harle Press, the book made its author rich enough to buy a goat and a good coat.",
        "The ghost first appeared on Harle Pier in 1874, wearing a hat.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "title",
    [
        "First Published in Braille: A Chart for Blind Sailors",
        "Ghost First Appeared on Harle Pier",
        "Republished and Still Wrong",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_alone_keeps_a_notice_that_names_nobody() -> None:
    assert removed_alone(syndication, page("Originally published in the spring.", place="end")) == []
