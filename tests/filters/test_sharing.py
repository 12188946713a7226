from __future__ import annotations

import pytest

from cleaner.filters import sharing
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

BAR = "Share\nFacebook\nTwitter\nPinterest"

CASES = [
    Junk("share-bar", "Share this article"),
    Junk("share-bar", "Share on Facebook", place="middle"),
    Junk("share-bar", "Facebook Twitter Pinterest Email", place="under"),
    Junk("share-bar", "Click to share on Twitter (Opens in new window)"),
    Junk("share-bar", "Share", lines=BAR),
    Junk("share-bar", "Pinterest", lines=BAR, place="under"),
    Junk("share-bar", "Be the first to like this."),
    Junk("share-bar", "Diesen Artikel teilen", "de"),
    Junk("share-bar", "Partager cet article", "fr"),
    Junk("share-bar", "Comparte este artículo", "es", "middle"),
    Junk("share-bar", "Compartilhe este artigo", "pt"),
    Junk("share-bar", "Deel dit artikel", "nl"),
    Junk("share-bar", "Del artikkelen", "no"),
    Junk("share-bar", "Dela på Facebook", "sv"),
    Junk("share-bar", "Klik for at dele på Facebook (Åbner i et nyt vindue)", "da"),
    Junk("share-bar", "Jaa artikkeli", "fi"),
    Junk("share-bar", "Поделиться ссылкой", "ru"),
    Junk("share-bar", "Udostępnij ten artykuł", "pl"),
    Junk("share-bar", "Sdílet článek", "cs"),
    Junk("share-bar", "Поділитися з друзями", "uk"),
    Junk("share-bar", "Zdieľať článok", "sk"),
    Junk("share-bar", "この記事をシェアする", "ja"),
    Junk("share-bar", "شارك هذا المقال", "ar"),
    Junk("follow-us", "Follow us on Twitter"),
    Junk("follow-us", "Follow us on Instagram for pictures of the quay", place="middle"),
    Junk("follow-us", "Like us on Facebook"),
    Junk("follow-us", "Folgen Sie uns auf Instagram", "de"),
    Junk("follow-us", "Suivez-nous sur Facebook", "fr"),
    Junk("follow-us", "Síguenos en Twitter", "es", "middle"),
    Junk("follow-us", "Siga-nos no Instagram", "pt"),
    Junk("follow-us", "Volg ons op Facebook", "nl"),
    Junk("follow-us", "Følg oss på Instagram", "no"),
    Junk("follow-us", "Följ oss på Facebook", "sv"),
    Junk("follow-us", "Følg os på Facebook", "da"),
    Junk("follow-us", "Seuraa meitä Facebookissa", "fi"),
    Junk("follow-us", "Подписывайтесь на наш канал", "ru"),
    Junk("follow-us", "تابعونا على فيسبوك", "ar"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(sharing, case)


def test_every_label_has_a_case() -> None:
    assert_covers(sharing, CASES)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday, and by the evening the rope works had lost a third of what it was worth.",
        "Share it out among four plates.",
        "Follow on foot for two miles, then turn left at the dead tree and ask for the woman with the boat.",
        "Print this on thick card and fold it along the line.",
        "Follow me, said the gull.",
        "Pin the map to the mast. Pin the sail to the map.",
        "Twitter of birds woke the crew before the captain could, and for once nobody minded.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "line",
    [
        "Share with the neighbours if any is left.",
        "Add this to the pan and stir for two minutes.",
        "Save this water for the sauce.",
        "Like us on the hill, the goats had seen it all.",
        "Send this letter to nobody.",
    ],
)
def test_keeps_short_sentences_between_paragraphs(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "title",
    [
        "Share Prices Fall as Rope Works Closes",
        "Facebook Twitter Feud Reaches Orrin",
        "Facebook and Twitter",
        "Share of Night Crossings Grows",
        "Share With Care: What Neighbours Owe Each Other",
        "Follow the Money",
        "Spread the Word, Bishop Tells Fishermen",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


@pytest.mark.parametrize(
    "steps",
    [
        "1. Save the whites.\n\n2. Add this to the bowl.\n\n3. Share it out among four plates.",
        "Melt the butter.\n\nAdd this to the pan and stir for two minutes.\n\nShare it out among four plates.",
    ],
)
def test_keeps_a_recipe(steps: str) -> None:
    assert_kept(page(f"Method\n\n{steps}", place="end"))


def test_keeps_verse() -> None:
    verse = (
        "Follow me down to the harbour wall\nShare with me all that you saw\nSing me a song for the ships in the squall"
    )
    assert_kept(page(verse))


@pytest.mark.parametrize("line", ["Share", "Save", "Medium"])
def test_alone_keeps_a_lone_word_between_paragraphs(line: str) -> None:
    assert removed_alone(sharing, page(line)) == []
