"""Labels from a gold text: which blocks are in it, in its order, once each."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.align import prepare, shares, words

from tests.helpers import JUNK_LINES, PARAGRAPHS
from tests.parse.helpers import fixed

ONE, TWO = PARAGRAPHS["en"]


def chosen(blocks: list[str], gold: str) -> list[str]:
    found = shares(blocks, gold)
    assert len(found) == len(blocks)
    assert all(0 <= share <= 1 for share in found)
    return [block for block, share in zip(blocks, found, strict=True) if share >= 0.5]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tea, and CAKE!", ["tea", "and", "cake"]),
        ("It's 5 o’clock", ["it", "s", "5", "o", "clock"]),
        ("茶和cake", ["茶", "和", "cake"]),
        ("ﬁsh ＡＢ", ["fish", "ab"]),
        ("Чай", ["чай"]),
        ("— … |", []),
        ("", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_gold_text_knows_its_lines() -> None:
    text = prepare("Tea is hot\n\nCake")
    assert text.joined == " tea is hot cake "
    assert text.edges == {0, 11, 16}
    assert text.grams == {("tea", "is", "hot", "cake")}
    assert prepare("").joined.strip() == ""


# What is in the text


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_the_blocks_of_the_text_among_junk(language: str) -> None:
    texts = PARAGRAPHS[language]
    blocks = [*JUNK_LINES[:5], texts[0], *JUNK_LINES[5:9], texts[1], *JUNK_LINES[9:]]
    assert chosen(blocks, "\n".join(texts)) == list(texts)


def test_a_block_that_is_the_text_has_it_all() -> None:
    assert shares([ONE, TWO], f"{ONE}\n\n{TWO}") == [1.0, 1.0]
    assert shares([ONE.upper(), TWO.replace(",", " —")], f"{ONE} {TWO}") == [1.0, 1.0]


def test_short_lines_are_in_the_text_where_it_has_them() -> None:
    assert chosen(["Home", "Cake", ONE, "Home", TWO, "Cake"], f"{ONE}\nHome\n{TWO}") == [ONE, "Home", TWO]
    assert shares(["Home", ONE, "Home", TWO], f"{ONE}\nHome\n{TWO}") == [0, 1, 1, 1]


def test_a_short_line_that_is_a_part_of_a_sentence_is_none() -> None:
    assert chosen(["harbour", ONE, "soup", TWO, "the post"], f"{ONE}\n{TWO}") == [ONE, TWO]


def test_a_line_in_pieces_is_put_together() -> None:
    gold = f"{ONE}\nTea is cheap, and Cake is dear\n{TWO}"
    assert chosen(["Menu", ONE, "Tea is cheap, and", "Cake", "is dear", TWO, "Cake"], gold) == [
        ONE, "Tea is cheap, and", "Cake", "is dear", TWO,
    ]  # fmt: skip


def test_a_part_of_a_paragraph_counts_by_its_share() -> None:
    found = shares([f"{ONE} {' '.join(f'word{n}' for n in range(len(words(ONE))))}", "Tea"], f"{ONE}\n{TWO}")
    assert found[0] == pytest.approx(0.5, abs=0.02)
    assert found[1] == 0


def test_a_paragraph_that_stands_twice_in_the_page_is_taken_twice() -> None:
    assert shares([ONE, "Home", ONE], ONE) == [1, 0, 1]


def test_of_several_places_for_a_line_the_one_in_order_counts() -> None:
    gold = f"Tea and cake\n{ONE}\nTea and cake\n{TWO}"
    assert shares(["Tea and cake", ONE, "Tea and cake", TWO, "Tea and cake"], gold) == [1, 1, 1, 1, 0]


@pytest.mark.parametrize(
    ("blocks", "gold"),
    [([], ONE), ([ONE], ""), (["", "—"], ONE), (["", "—"], ""), (["—"], "—"), (["Home"] * 5, ONE), ([ONE], "— … |")],
)
def test_nothing_gives_nothing(blocks: list[str], gold: str) -> None:
    assert shares(blocks, gold) == [0.0] * len(blocks)


# What holds for every page

_lines = st.lists(st.sampled_from(["Tea", "Home", "Tea and cake", "and", "茶", "—", "", ONE, TWO, "so it is", "Tea Tea"]), max_size=12)


@fixed
@given(_lines, _lines)
def test_shares_of_anything(blocks: list[str], gold: list[str]) -> None:
    found = shares(blocks, "\n".join(gold))
    assert len(found) == len(blocks)
    for block, share in zip(blocks, found, strict=True):
        assert 0 <= share <= 1
        assert words(block) or share == 0
    assert found == shares(blocks, "\n".join(gold))


@fixed
@given(st.lists(st.sampled_from(["Home", "Tea and cake", "茶", "—", "", ONE, TWO]), max_size=8))
def test_a_text_is_in_itself(lines: list[str]) -> None:
    assert shares(lines, "\n".join(lines)) == [1.0 if words(line) else 0.0 for line in lines]


@pytest.mark.xfail(reason="a line is looked for in the first eight places of its words only")
def test_a_heading_whose_words_are_many_times_in_the_text_above() -> None:
    text = "The ferry sailed, the ferry came back, and when the ferry was late everybody asked for the ferry."
    gold = f"{text}\n{text} Again.\nThe ferry\n{ONE}"
    assert shares([text, f"{text} Again.", "The ferry", ONE], gold) == [1, 1, 1, 1]


def test_a_long_page_of_many_repeats() -> None:
    rng = random.Random(3)
    blocks = [rng.choice(("Home", "Tea and cake", "News", ONE, TWO)) for _ in range(3_000)]
    found = shares(blocks, "\n".join(blocks[::2]))
    assert sum(found) > 1_000


def test_a_long_gold_text() -> None:
    gold = "\n".join(f"{ONE} {n}" for n in range(1_000))
    assert shares([f"{ONE} 7", "Home", f"{ONE} 999"], gold) == [1, 0, 1]
