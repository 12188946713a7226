"""Which line heads the one article of flat text, and whether there are several."""

from __future__ import annotations

from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Record, Result, process
from cleaner.grammar.rhythm import beats
from cleaner.tagger import headline as headlines
from cleaner.tagger.headline import (
    SEVERAL,
    SIGNS,
    WEIGHTS,
    articles_evidence,
    evidence,
    has_voted,
    headline,
    is_several,
    text_begins,
)
from cleaner.tagger.model import Prediction
from cleaner.tagger.parts import PARTS
from tests.fields.helpers import BODIES
from tests.parse.helpers import fixed

ONE, TWO = BODIES["en"]
TITLE = "The Ferry of Port Ansel Is Out of Service"
MENU = ("Skip to content", "Port Ansel Courier", "Home", "Politics", "Sport", "Log in", "Subscribe")
TEASERS = ("Oars cost more than cows", "Bakery opens before dawn", "Harbour clerk found in Sarn", "Snow in the mountains")


def read(*lines: str, url: str | None = None) -> Result:
    return process("\n\n".join(lines), url=url, content_type="text/plain")


def only(result: Result) -> Record:
    (record,) = result.records
    return record


def sign(result: Result, name: str) -> dict[str, float]:
    """The value of one sign for each line."""
    found = evidence(result.document)[:, SIGNS.index(name)]
    return {block.text: float(value) for block, value in zip(result.document.blocks, found, strict=True)}


def test_each_sign_has_a_weight() -> None:
    assert WEIGHTS.shape == (len(SIGNS),)
    assert SEVERAL.shape == (len(headlines.ARTICLES_SIGNS),)
    assert evidence(read(*MENU, TITLE, ONE, TWO).document).shape == (len(MENU) + 3, len(SIGNS))


# The signs


def test_words_that_come_again_in_the_text() -> None:
    overlap = sign(read(*MENU, TITLE, ONE, TWO), "overlap")
    assert overlap[TITLE] > 0.7
    assert overlap["Politics"] == overlap["Home"] == 0


def test_words_in_scripts_without_spaces_are_pairs_of_letters() -> None:
    title, text = "渡船停航半年", "港口的渡船停航已经半年，北岸的居民学会了划船。有些早晨，面包店还没开门，水面上就有四十条小船。"
    overlap = sign(read("首页", title, text, text[::-1]), "overlap")
    assert overlap[title] > 0.3
    assert overlap["首页"] == 0


def test_a_line_in_the_first_line() -> None:
    found = sign(read(f"{TITLE} | Courier", *MENU, TITLE, ONE, TWO), "first-line")
    assert [text for text, value in found.items() if value] == [TITLE]


def test_the_words_of_the_address() -> None:
    url = "https://courier.example/2024/sport/the-ferry-of-port-ansel-17.html?ref=home"
    found = sign(read(*MENU, TITLE, ONE, TWO, url=url), "address")
    assert found[TITLE] > found["Port Ansel Courier"] > found["Politics"] == 0
    assert not any(sign(read(*MENU, TITLE, ONE, TWO, url="https://courier.example/17"), "address").values())


def test_what_stands_above_the_text() -> None:
    result = read(*MENU, TITLE, ONE, TWO, "Oars cost more than cows")
    above = sign(result, "above")
    assert above[TITLE]
    assert above["Home"]
    assert not above["Oars cost more than cows"]
    assert result.document.blocks[text_begins(result.document)].text in (TITLE, ONE)


# The headline


@pytest.mark.parametrize("first", ["", f"{TITLE} | Port Ansel Courier"])
def test_the_headline_under_a_menu(first: str) -> None:
    result = read(*([first] if first else []), *MENU, "Harbour", TITLE, "By Ann Lee", ONE, TWO, "Related", *TEASERS)
    assert only(result).title == TITLE


def test_a_first_line_is_a_title_without_the_name_of_the_site() -> None:
    assert only(read(f"{TITLE} | Courier", "Skip to content", "By Ann Lee", ONE, TWO)).title == TITLE


def test_text_without_a_headline_has_none() -> None:
    record = only(read(ONE, TWO, ONE.upper(), TWO.upper()))
    assert record.title is None
    assert headline(process("").document) is None


def test_rules_alone_do_not_ask() -> None:
    text = "\n\n".join((*MENU, TITLE, ONE, TWO))
    assert not has_voted(process(text, content_type="text/plain", pipeline="rules").document)
    assert has_voted(process(text, content_type="text/plain").document)
    assert not has_voted(process(f"<p>{ONE}</p><p>{TWO}</p>").document)


# Several articles


def several(result: Result, *titles: str) -> bool:
    doc = result.document
    heads = [block.index for block in doc.blocks if block.text in titles]
    return is_several(doc, beats(doc), heads)


def test_posts_with_dates_and_texts_are_several() -> None:
    posts = [(f"{title}", f"May {n}, 2018", f"{ONE} {n}.", TWO, "Read more") for n, title in enumerate(TEASERS, 1)]
    result = read("Courier", *(line for post in posts for line in post))
    assert several(result, *TEASERS)
    assert [record.title for record in result.records] == list(TEASERS)


def test_teasers_under_an_article_are_not() -> None:
    result = read(f"{TITLE} | Courier", *MENU, TITLE, ONE, TWO, ONE.upper(), *(line for t in TEASERS for line in (t, "2 hours ago")))
    assert not several(result, TITLE, *TEASERS)
    assert only(result).title == TITLE


def test_fewer_than_two_are_none() -> None:
    result = read(TITLE, ONE, TWO)
    assert not several(result)
    assert not several(result, TITLE)


def test_each_sign_speaks_its_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every line as likely as the others, what stands around the headlines decides."""

    def even(doc: object) -> Prediction:
        count = len(doc.blocks)  # type: ignore[attr-defined]
        return Prediction(np.full(count, 0.9, np.float32), np.full(count, 0.5, np.float32), np.full((count, len(PARTS)), 0.1, np.float32))

    monkeypatch.setattr(headlines, "predict", even)

    def score(*lines: str) -> float:
        doc = read(*lines).document
        heads = [block.index for block in doc.blocks if block.text in TEASERS]
        return float(articles_evidence(doc, beats(doc), heads) @ SEVERAL)

    plain = [line for title in TEASERS[:2] for line in (title, ONE)]
    dated = [line for title in TEASERS[:2] for line in (title, "May 8, 2018", ONE)]
    sourced = [line for title in TEASERS[:2] for line in (title, ONE, "Source: Halm Courier, 8 May 2018")]
    assert score(*dated) > score(*plain)
    listed, strewn = ([line for title, day in zip(TEASERS, days, strict=False) for line in (title, f"May {day}, 2018", f"{ONE} {day}.")] for days in ((8, 7, 6), (8, 6, 7)))
    assert score(*listed) > score(*strewn)
    assert score(*sourced) > score(*plain)
    assert score(f"{TEASERS[0]} now - Courier", *plain) < score("Courier of Port Ansel", *plain)
    assert score(TEASERS[0], ONE, TWO, TWO.upper(), TEASERS[1], "In short.") < score(*plain)


def starts(monkeypatch: pytest.MonkeyPatch, *heads: str) -> None:
    """Make the tagger say that records start at these lines, and that all else is content."""

    def said(doc: object) -> Prediction:
        blocks = doc.blocks  # type: ignore[attr-defined]
        likely = np.array([0.97 if b.text in heads else 0.02 for b in blocks], np.float32)
        return Prediction(np.full(len(blocks), 0.9, np.float32), likely, np.full((len(blocks), len(PARTS)), 0.02, np.float32))

    monkeypatch.setattr(headlines, "predict", said)


@pytest.mark.parametrize("count", [4, 3, 2])
def test_where_nothing_repeats_the_tagger_says_where_three_articles_and_more_start(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    starts(monkeypatch, *TEASERS[:count])
    lines = [line for n, title in enumerate(TEASERS[:count]) for line in (title, f"{ONE} {n}", f"{TWO} {n}")]
    found = [r.title for r in read(TITLE, *MENU, *lines).records]
    assert found == list(TEASERS[:count]) if count > 2 else len(found) == 1


@pytest.mark.parametrize(
    ("lines", "several"),
    [
        ((TEASERS[0], f"{ONE} 1", "May 9, 2018", TEASERS[1], f"{TWO} 2", "May 7, 2018"), True),
        ((TEASERS[0], f"{ONE} 1", "May 7, 2018", TEASERS[1], f"{TWO} 2", "May 9, 2018"), False),  # the latest last
        ((TEASERS[0], f"{ONE} 1", "May 9, 2018", TEASERS[1], f"{TWO} 2"), False),
        ((TEASERS[0], "May 9, 2018", TEASERS[1], f"{ONE} 1", f"{TWO} 2", "May 7, 2018"), False),  # no text of its own
        ((TEASERS[0], f"{ONE} 1", "May 9, 2018", f"{TEASERS[0]} now", f"{TWO} 2", "May 7, 2018"), False),  # the same once more
    ],
)
def test_two_start_where_each_has_a_date_and_a_text(monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...], several: bool) -> None:
    starts(monkeypatch, *TEASERS[:2], f"{TEASERS[0]} now")
    doc = read("Courier of Port Ansel", *lines).document
    assert len(headlines.starts(doc, beats(doc))) == (2 if several else 0)


def test_a_list_of_dated_headlines_is_as_many_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    starts(monkeypatch, *TEASERS)
    listed = [line for n, title in enumerate(TEASERS) for line in (title, f"May {9 - n}, 2018")]
    records = read("Courier of Port Ansel", *listed).records
    assert [(r.title, r.published, r.body) for r in records] == [(title, f"2018-05-0{9 - n}", "") for n, title in enumerate(TEASERS)]
    assert len(read("Courier of Port Ansel", ONE, TWO, ONE.upper(), *listed).records) <= 1


@fixed
@given(st.lists(st.sampled_from([ONE, TWO, TITLE, *MENU, *TEASERS, "May 8, 2018", "茶", "."]), min_size=1, max_size=12))
def test_whatever_the_lines_are_the_headline_is_one_of_them(lines: list[str]) -> None:
    doc = read(*lines).document
    found = headline(doc)
    assert found is None or (0 <= found[0] < len(doc.blocks) and 0 < found[1] <= 1)
    assert found == headline(read(*lines).document)


@pytest.mark.parametrize(("first", "likely", "named"), [(TITLE, 0.3, True), (TITLE, 0.5, False), ("Courier", 0.3, False)])
def test_the_first_line_names_a_page_whose_headline_is_in_doubt(monkeypatch: pytest.MonkeyPatch, first: str, likely: float, named: bool) -> None:
    lines = (first, *MENU, "Oars for all", ONE, TWO, ONE.upper())
    monkeypatch.setattr(import_module("cleaner.fields.title"), "best_headline", lambda _: (lines.index("Oars for all"), likely))
    record = only(read(*lines))
    assert (record.title, record.origins["title"]) == (TITLE if named else "Oars for all", "text")


# Beside the headline

LOOSE = "Ann Lee in Port Ansel 17:41 on May 8, 2018"


def test_a_date_beside_the_headline_is_read_whatever_else_its_line_says() -> None:
    found = read(f"{TITLE} | Courier", *MENU, TITLE, LOOSE, ONE, TWO, ONE.upper())
    assert only(found).published == "2018-05-08"


def test_one_elsewhere_is_not() -> None:
    assert only(read(f"{TITLE} | Courier", *MENU, TITLE, ONE, TWO, ONE.upper(), TWO.upper(), LOOSE, *TEASERS)).published is None


def test_the_record_begins_with_a_date_over_the_headline() -> None:
    found = read(f"{TITLE} | Courier", *MENU, "May 8, 2018", "Harbour", TITLE, ONE, TWO, ONE.upper())
    assert only(found).published == "2018-05-08"
