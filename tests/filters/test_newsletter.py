from __future__ import annotations

import pytest

from cleaner.filters import newsletter
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
    Junk("newsletter", "Subscribe to our newsletter"),
    Junk("newsletter", "Sign up for our weekly letter from the quay", place="middle"),
    Junk("newsletter", "Get the latest harbour news delivered to your inbox every morning."),
    Junk("newsletter", "Enter your email address to subscribe to this blog."),
    Junk("newsletter", "Never miss a story from the islands", place="middle"),
    Junk("newsletter", "Newsletter abonnieren", "de"),
    Junk("newsletter", "Notre newsletter", "fr"),
    Junk("newsletter", "Suscríbete a nuestro boletín", "es", "middle"),
    Junk("newsletter", "Assine a nossa newsletter", "pt"),
    Junk("newsletter", "Onze nieuwsbrief", "nl"),
    Junk("newsletter", "Meld deg på vårt nyhetsbrev", "no"),
    Junk("newsletter", "Prenumerera på vårt nyhetsbrev", "sv"),
    Junk("newsletter", "Tilmeld dig vores nyhedsbrev", "da"),
    Junk("newsletter", "Tilaa uutiskirjeemme", "fi"),
    Junk("newsletter", "Подписка на рассылку", "ru"),
    Junk("newsletter", "メールマガジンに登録する", "ja"),
    Junk("newsletter", "النشرة البريدية", "ar"),
    Junk("paywall", "Subscribe to read the whole article"),
    Junk("paywall", "This article is for subscribers only."),
    Junk("paywall", "Already a subscriber? Sign in"),
    Junk("paywall", "Start your free trial today"),
    Junk("paywall", "Nur für Abonnenten", "de"),
    Junk("paywall", "Article réservé aux abonnés", "fr"),
    Junk("paywall", "Solo para suscriptores", "es"),
    Junk("paywall", "Dit artikel is alleen voor abonnees", "nl"),
    Junk("paywall", "Denne artikkelen er kun for abonnenter", "no"),
    Junk("paywall", "Redan prenumerant? Logga in", "sv"),
    Junk("paywall", "Allerede abonnent? Log ind", "da"),
    Junk("paywall", "Tämä artikkeli on vain tilaajille", "fi"),
    Junk("paywall", "Только для подписчиков", "ru"),
    Junk("paywall", "この記事は会員限定です", "ja"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(newsletter, case)


def test_every_label_has_a_case() -> None:
    assert_covers(newsletter, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to the view that a boat has a soul, and you will never sell one without a bottle of rum.",
        "Never miss a chance to sit down, the old pilot used to say, and never stand where a rope can reach you.",
        "Join 300 other rowers at dawn and you will know what cold is.",
        "The letter came straight to her inbox and stayed there, unread, until the spring after the flood.",
        "Email address books went overboard first.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "line",
    [
        "Become a member of the crew and you get a hat.",
        "Unlimited access to water is a right.",
        "Stay informed, she said, but stay indoors.",
    ],
)
def test_keeps_short_sentences_between_paragraphs(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "title",
    [
        "Never Miss a Beat: The Drummers of Orrin",
        "Get the Best of Skell in Two Days",
        "Subscribe to Nothing, Monk Advises",
        "Unlimited Access to Beaches Becomes Law",
        "Don’t Miss a Thing at the Harbour Fair",
        "Newsletter Editor Retires After 50 Years",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_alone_takes_the_prompt_between_paragraphs() -> None:
    prompt = "Subscribe to our newsletter"
    assert removed_alone(newsletter, page(prompt)) == [(prompt, "newsletter")]
