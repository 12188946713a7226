from __future__ import annotations

import pytest

from cleaner.filters import navigation
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
    Junk("skip-link", "Skip to content", place="top"),
    Junk("skip-link", "Skip to main content", place="top"),
    Junk("skip-link", "Zum Inhalt springen", "de", "top"),
    Junk("skip-link", "Aller au contenu", "fr", "top"),
    Junk("skip-link", "Vai al contenuto", "it", "top"),
    Junk("skip-link", "التخطي إلى المحتوى", "ar", "top"),
    Junk("connect", "Connect with us"),
    Junk("connect", "Stay connected"),
    Junk("connect", "Redes sociais", "pt"),
    Junk("breadcrumb", "Home » News » Harbour", place="top"),
    Junk("breadcrumb", "Home > Islands > Skell", place="top"),
    Junk("breadcrumb", "You are here: Home / News", place="top"),
    Junk("breadcrumb", "Startseite › Hafen › Fähren", "de", "top"),
    Junk("breadcrumb", "Accueil > Port", "fr", "top"),
    Junk("pagination", "Older posts"),
    Junk("pagination", "Page 2 of 14"),
    Junk("pagination", "1 2 3 … 9 »"),
    Junk("pagination", "← Previous Post"),
    Junk("pagination", "Post anterior", "pt"),
    Junk("pagination", "Articoli precedenti", "it"),
    Junk("back-to-top", "Back to top"),
    Junk("back-to-top", "Scroll to top ↑"),
    Junk("back-to-top", "Nach oben scrollen", "de"),
    Junk("back-to-top", "Volver arriba", "es"),
    Junk("search-box", "Search this site", place="top"),
    Junk("search-box", "Type and hit enter", place="top"),
    Junk("search-box", "Buscar en este blog", "es", "top"),
    Junk("login", "Forgot password?"),
    Junk("login", "Create an account", place="top"),
    Junk("login", "Already have an account? Log in"),
    Junk("login", "Iniciar sesión", "es", "top"),
    Junk("login", "تسجيل الدخول", "ar", "top"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(navigation, case)


def test_every_label_has_a_case() -> None:
    assert_covers(navigation, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Skip to the last chapter if you are in a hurry, she advises, and read the others when the weather is bad.",
        "Skip to the quay, kiss the mast, turn around.",
        "Search for the wreck went on until the ice came, and then it went on under the ice for two more weeks.",
        "Top of the page, in red ink, somebody had written the word no.",
        "Sign in sheets and sign out sheets hung side by side.",
        "Open Help > Check for updates and wait until the green light comes on.",
        "Settings > Privacy > Location",
        "x > y > z",
        "Find us on a map and you will see nothing but water.",
        "Next came the goat.",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "lines",
    [
        "The magic square reads:\n\n4 9 2\n3 5 7\n8 1 6",
        "The winning numbers are:\n\n4 · 11 · 19 · 23 · 38",
        "Team | Won | Lost | Points\n\nOrrin | 3 | 1 | 9\n\nSkell | 1 | 2 | 3",
        "Year | 2017 | 2018 | 2019\n\nBoats | 12 | 14 | 9",
        "She counted aloud:\n\n1, 2, 3\n\nThen she jumped.",
    ],
)
def test_keeps_numbers(lines: str) -> None:
    assert_kept(page(lines), *lines.splitlines())


@pytest.mark.parametrize(
    "title",
    [
        "Skip to the Good Part, Critics Plead",
        "Search for Lost Ferry Ends",
        "Next Stop: Skell",
        "Stay Connected, Stay Cold: A Winter on Skell",
        "Top of the Mast",
        "Find Us on the Map, Islanders Ask",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize("line", ["Next", "Up", "Last"])
def test_alone_keeps_a_one_word_heading_between_paragraphs(line: str) -> None:
    assert removed_alone(navigation, page(line)) == []
