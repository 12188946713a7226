from __future__ import annotations

import pytest

from cleaner.filters import footer
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
    Junk("copyright", "© 2019 The Orrin Lantern. All rights reserved."),
    Junk("copyright", "Copyright © 2019 Lantern Media Ltd"),
    Junk("copyright", "(c) 2017 Harbour Press"),
    Junk("copyright", "All Rights Reserved"),
    Junk("copyright", "This work is licensed under a Creative Commons Attribution 4.0 licence."),
    Junk("copyright", "© 2021 Hafenbote. Alle Rechte vorbehalten", "de"),
    Junk("copyright", "Tous droits réservés", "fr"),
    Junk("copyright", "Todos los derechos reservados", "es"),
    Junk("copyright", "© 2020 Фонарь. Все права защищены", "ru"),
    Junk("copyright", "جميع الحقوق محفوظة", "ar"),
    Junk("powered-by", "Proudly powered by WordPress"),
    Junk("powered-by", "Theme: Driftwood by Sandbank Themes"),
    Junk("powered-by", "Website by Studio Nord"),
    Junk("powered-by", "Stolz präsentiert von WordPress", "de"),
    Junk("powered-by", "Fièrement propulsé par WordPress", "fr"),
    Junk("powered-by", "Сайт работает на WordPress", "ru"),
    Junk("legal", "Privacy Policy"),
    Junk("legal", "Terms and Conditions"),
    Junk("legal", "Accessibility Statement"),
    Junk("legal", "Datenschutzerklärung", "de"),
    Junk("legal", "Mentions légales", "fr"),
    Junk("legal", "Política de privacidad", "es"),
    Junk("legal", "Privacyverklaring", "nl"),
    Junk("legal", "Personvernerklæring", "no"),
    Junk("legal", "Integritetspolicy", "sv"),
    Junk("legal", "Privatlivspolitik", "da"),
    Junk("legal", "Tietosuojaseloste", "fi"),
    Junk("legal", "Политика конфиденциальности", "ru"),
    Junk("legal", "プライバシーポリシー", "ja"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(footer, case)


def test_every_label_has_a_case() -> None:
    assert_covers(footer, CASES)


@pytest.mark.parametrize(
    "title",
    [
        "Copyright Law Is Changing, Slowly",
        "Copyright Office Moves to Orrin",
        "Privacy Policy Debate Splits the Council",
        "Theme Park Opens on Skell",
        "Made by Hand: The Last Rope Walk of Orrin",
        "Terms of Use for the Sea",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize(
    "line",
    [
        "Her book argues that copyright in 1990 was a modest thing, and that it ought to be a modest thing again.",
        "The Copyright Act of 1909 made no mention of boats, maps of boats, or songs about the people who row them.",
        "Copyright did not trouble the old printers, who took what they liked and called it news.",
        "Designed by an engineer, built by her son.",
        "Made with rye flour, it keeps for a week.",
        "Built with timber from the wreck, the chapel still smells of tar on warm afternoons in the month of August.",
        "Terms and conditions of the loan were read aloud in the square, twice, and nobody understood them.",
        "Privacy is what people on a small island talk about most, in public, and with their hands.",
        "“All rights reserved,” said the sign on the gate, and under it somebody had written: for whom?",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


def test_keeps_a_lettered_list() -> None:
    items = (
        "(a) 6 months for the first offence\n\n(b) 9 months for the second\n\n(c) 12 months for the third, and a fine"
    )
    assert_kept(page(f"The new law knows these terms:\n\n{items}", place="end"))


def test_alone_keeps_a_year_without_a_sign() -> None:
    assert removed_alone(footer, page("1790–2019: a short history of the ferry", place="end")) == []
