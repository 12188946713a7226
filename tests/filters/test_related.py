from __future__ import annotations

import pytest

import cleaner
from cleaner.filters import related
from tests.filters.helpers import (
    STORIES,
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)
from tests.helpers import web

BLOCK = "Related Articles\n\nWhy the Skell Light Went Out\n\nThe Goat That Learned to Row\n\nNine Winters Without Bread"
BLOCK_DE = "Ähnliche Beiträge\n\nWarum das Licht ausging\n\nDie Ziege, die rudern lernte"
BLOCK_ES = "Artículos relacionados\n\nPor qué se apagó el faro\n\nLa cabra que aprendió a remar"

CASES = [
    Junk("related", "Related Articles", lines=BLOCK.replace("\n\n", "\n")),
    Junk("related", "The Goat That Learned to Row", lines=BLOCK.replace("\n\n", "\n")),
    Junk("related", "You may also like"),
    Junk("related", "Recommended for you"),
    Junk("related", "Also read: Why the Skell Light Went Out", place="middle"),
    Junk("related", "Read next: The Goat That Learned to Row", place="middle"),
    Junk("related", "Ähnliche Beiträge", "de", "end", BLOCK_DE.replace("\n\n", "\n")),
    Junk("related", "Warum das Licht ausging", "de", "end", BLOCK_DE.replace("\n\n", "\n")),
    Junk("related", "Articles similaires", "fr"),
    Junk("related", "La cabra que aprendió a remar", "es", "end", BLOCK_ES.replace("\n\n", "\n")),
    Junk("related", "Artigos relacionados", "pt"),
    Junk("related", "Gerelateerde berichten", "nl"),
    Junk("related", "Les også: Hønene som rømte", "no"),
    Junk("related", "Läs även: Hönsen som rymde", "sv"),
    Junk("related", "Læs også: Hønsene der stak af", "da"),
    Junk("related", "Lue myös: Kanat jotka karkasivat", "fi"),
    Junk("related", "Похожие записи", "ru"),
    Junk("related", "Podobne wpisy", "pl"),
    Junk("related", "Související články", "cs"),
    Junk("related", "Повʼязані статті", "uk"),
    Junk("related", "Súvisiace články", "sk"),
    Junk("related", "関連記事", "ja", "end", "関連記事\n灯台の明かりが消えた理由\n漕ぐことを覚えた山羊"),
    Junk("related", "مواضيع ذات صلة", "ar"),
]


@pytest.mark.parametrize("case", CASES, ids=ident)
def test_removes(case: Junk) -> None:
    assert_removed(related, case)


def test_every_label_has_a_case() -> None:
    assert_covers(related, CASES)


@pytest.mark.parametrize(
    "heading",
    [
        "Related work",
        "What’s next?",
        "More in hope than in anger",
    ],
)
def test_keeps_a_subheading_over_prose(heading: str) -> None:
    assert_kept(page(heading))


@pytest.mark.parametrize(
    "line",
    [
        "Related to the gull, but shy, the bird is seen only on days when nobody has brought a camera to the rocks.",
        "Also on the table was a plan to paint the ferry green.",
        "More by luck than by skill, the pilot found the gap.",
        "More on the bread later.",
        "Must read: a letter from the bank, a letter from the church, a letter from the bank.",
        "Latest from the boats was the white one, with a dog at the helm.",
    ],
)
def test_keeps_prose(line: str) -> None:
    assert_kept(page(line))


@pytest.mark.parametrize(
    "title",
    [
        "More by Accident Than Design",
        "Related by Water",
        "You Might Also Like to Swim, Doctors Say",
        "Popular in Orrin, Unknown in Skell",
        "Latest From the Ice: No Way Through",
        "What’s Next for the Ferry",
    ],
)
def test_keeps_headlines(title: str) -> None:
    assert_kept(headed(title), title)


def test_keeps_a_list_under_a_plain_heading() -> None:
    assert_kept(page("Related species on the islands:\n\nLittle auk\nPuffin\nRazorbill"))


def test_alone_takes_the_titles_with_the_heading() -> None:
    text = page("You may also like\nThe Goat That Learned to Row", place="end")
    assert removed_alone(related, text) == [
        ("You may also like", "related"),
        ("The Goat That Learned to Row", "related"),
    ]


@pytest.mark.parametrize("line", ["<a href=/oars>Also read: The Price of an Oar Has Doubled</a>", "Also read: <a href=/oars>The Price of an Oar Has Doubled</a>"])
def test_a_line_that_links_to_another_text_goes_though_it_stands_among_paragraphs(line: str) -> None:
    story = STORIES["en"]
    page = web(f"<h1>{story[0]}</h1><p>{story[1]}</p><p>{line}</p><p>{story[2]}</p><p>{story[3]}</p>")
    (record,) = cleaner.process(page).records
    assert record.body == "\n\n".join(story[1:])
