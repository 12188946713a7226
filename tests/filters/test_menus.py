from __future__ import annotations

import pytest

from cleaner.filters import menus
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

MENU = "Home\n\nAbout Us\n\nHarbour Watch\n\nContact\n\nAdvertise"
MENU_DE = "Startseite\n\nÜber uns\n\nHafenwache\n\nKontakt\n\nImpressum"
MENU_FR = "Accueil\n\nQui sommes-nous\n\nLe port\n\nContact\n\nPlan du site"

CASES = [
    Junk("menu", "Home", lines=MENU.replace("\n\n", "\n"), place="top"),
    Junk("menu", "Harbour Watch", lines=MENU.replace("\n\n", "\n"), place="top"),
    Junk("menu", "Advertise", lines=MENU.replace("\n\n", "\n"), place="top"),
    Junk("menu", "Contact", lines=MENU.replace("\n\n", "\n"), place="end"),
    Junk("menu", "Startseite", "de", "top", MENU_DE.replace("\n\n", "\n")),
    Junk("menu", "Hafenwache", "de", "top", MENU_DE.replace("\n\n", "\n")),
    Junk("menu", "Le port", "fr", "top", MENU_FR.replace("\n\n", "\n")),
    Junk("menu", "Главная", "ru", "top", "Главная\nО нас\nКонтакты"),
    Junk("menu", "الرئيسية", "ar", "top", "الرئيسية\nمن نحن\nاتصل بنا"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(menus, case)


def test_every_label_has_a_case() -> None:
    assert_covers(menus, CASES)


@pytest.mark.parametrize(
    "lines",
    [
        "The fund pays for five things:\n\nHealth\n\nEducation\n\nResearch\n\nTravel\n\nFood",
        "The fund pays for five things:\n\n- Health\n- Education\n- Research\n- Travel\n- Food",
        "She listed what she would miss:\n\n* the weather\n* the radio\n* music at the quay",
        "You will need:\n\n2 onions\nolive oil\nsalt\n1 lemon\nthyme",
        "The results:\n\nOrrin 3\nSkell 1\nHarle 0",
        "Gone are the boats\nGone is the sea\nNow there is weather\nNow there is me",
        "$ cd boats\n$ make all\n$ ls",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_lists(lines: str, place: str) -> None:
    assert_kept(page(lines, place=place), *lines.splitlines())


@pytest.mark.parametrize("title", ["Home", "The Shop", "Home and Abroad", "About Time", "Help"])
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize("heading", ["Research", "Health and Safety", "Music", "Support"])
def test_keeps_a_subheading(heading: str) -> None:
    assert_kept(page(heading), heading)


def test_alone_needs_more_than_one_known_line() -> None:
    assert removed_alone(menus, page("Harbour Watch\nThe Long Pier\nHome", place="end")) == []
