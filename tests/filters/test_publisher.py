from __future__ import annotations

import pytest

from cleaner.filters import publisher
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

BIO = "Maren Holt writes about boats and the people who owe money on them. She lives in Orrin with two dogs."
ABOUT = "The Orrin Lantern is written and produced by volunteers on the east quay of the harbour."
NEWSROOM = "The Orrin Lantern is a nonprofit newsroom that reports on the islands, the sea and the council."

CASES = [
    Junk("publisher-description", ABOUT),
    Junk("publisher-description", NEWSROOM),
    Junk("publisher-description", "If you like our content, tell the neighbours about the Orrin Lantern."),
    Junk("publisher-description", "The Lantern covers the coast. Follow us on Facebook and on the quay."),
    Junk("publisher-description", "Hat Ihnen dieser Artikel gefallen? Dann erzählen Sie es am Hafen weiter.", "de"),
    Junk("publisher-description", "Si cet article vous a plu, parlez-en au port.", "fr"),
    Junk("publisher-description", "El Farol es un medio digital independiente de la costa.", "es"),
    Junk("author-bio", "About the author"),
    Junk("author-bio", "View all posts by Maren Holt"),
    Junk("author-bio", "More posts by Maren Holt"),
    Junk("author-bio", "Über die Autorin", "de"),
    Junk("author-bio", "À propos de l’auteur", "fr"),
    Junk("author-bio", "Sobre la autora", "es"),
    Junk("author-bio", "Sobre o autor", "pt"),
    Junk("author-bio", "Over de auteur", "nl"),
    Junk("author-bio", "Om forfatteren", "no"),
    Junk("author-bio", "Om författaren", "sv"),
    Junk("author-bio", "Om forfatteren", "da"),
    Junk("author-bio", "Tietoa kirjoittajasta", "fi"),
    Junk("author-bio", "Об авторе", "ru"),
    Junk("author-bio", "この記事を書いた人", "ja"),
    Junk("author-bio", "عن الكاتب", "ar"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(publisher, case)


def test_every_label_has_a_case() -> None:
    assert_covers(publisher, CASES)


def test_removes_the_biography_of_the_author_at_the_end() -> None:
    result = process(headed("The Last Rope Walk") + f"\n{BIO}\n")
    removed = [(r.text, r.label, r.by.rpartition(".")[2]) for r in result.removed]
    assert (BIO, "author-bio", publisher.name) in removed


def test_keeps_the_name_of_somebody_else_at_the_end() -> None:
    text = (
        headed("The Last Rope Walk")
        + "\nIvo Sand writes about boats too, but he has never owned one and he cannot swim.\n"
    )
    assert_kept(text)


def test_keeps_the_author_in_the_midst_of_the_text() -> None:
    first, *rest = headed("The Last Rope Walk").split("\n\nThe ferry between", 1)
    text = f"{first}\n\n{BIO}\n\nThe ferry between{rest[0]}"
    assert_kept(text)


@pytest.mark.parametrize(
    "line",
    [
        "“Our mission is to reach the bottom before the lobsters do,” said the diver, and put on her hat.",
        "The sign on the door still says “Follow us on Instagram”, but nobody has been there to follow for years.",
        "About the author of the letter nothing is known.",
        "The lighthouse was founded to warn ships, and it did, until the ships stopped coming.",
        "About the publisher of the first map we know little more than that he drank and paid late.",
    ],
)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_keeps_prose(line: str, place: str) -> None:
    assert_kept(page(line, place=place))


@pytest.mark.parametrize(
    "title", ["Our Mission Is to Float", "About the Author Who Never Was", "Contact With the Author of the Sea"]
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_alone_keeps_a_description_that_prose_follows() -> None:
    assert removed_alone(publisher, page(NEWSROOM)) == []
