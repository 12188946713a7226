"""What a page says of itself beside what the network says of its lines; the network's word is fixed here."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.parse import parse_html, parse_text
from cleaner.tagger import evidence
from cleaner.tagger.model import CONTENT, Prediction
from cleaner.tagger.parts import PARTS
from tests.helpers import PARAGRAPHS, web

TITLE = "The Ferry That Could Not Sail Without a Key"
SUMMARY = "Nobody in the harbour knows where the captain put it, and the post goes by rowing boat for now."
STORY = [*PARAGRAPHS["en"], "The harbour master has kept the spare keys of nine ships in his desk for thirty winters, but not this one."]
COMMENT = "My uncle mended that engine for thirty winters, and nobody ever asked him where he kept the spare key to it."
Likely = Callable[..., dict[str, float]]


@pytest.fixture
def likely(monkeypatch: pytest.MonkeyPatch) -> Likely:
    """Return how likely the lines of a page are content when the network takes all of them, but for some, to be so likely."""

    def use(doc: Document, p: float, others: Mapping[str, float] = {}, *, one: bool = False) -> dict[str, float]:
        count = len(doc.blocks)
        content = np.array([others.get(b.text, p) for b in doc.blocks], np.float32)
        said = Prediction(content, np.zeros(count, np.float32), np.zeros((count, len(PARTS)), np.float32))
        monkeypatch.setattr(evidence, "predict", lambda _: said)
        found = evidence.content(doc)
        if doc.head is None and one:
            found = evidence.by_distance(doc, found)
        return dict(zip([b.text for b in doc.blocks], found, strict=True))

    return use


def article(body: str, **more: str) -> Document:
    source = json.dumps({"@type": "NewsArticle", "headline": TITLE, "datePublished": "2024-03-02", **more})
    head = f'<title>{TITLE}</title><script type="application/ld+json">{source}</script>'
    return parse_html(web(f"<h1>{TITLE}</h1>{body}", head))


def story(*before: str, after: str = "") -> str:
    return "".join(before) + "".join(f"<p>{text}</p>" for text in STORY) + after


def test_text_that_says_nothing_of_itself_is_as_likely_as_the_network_says(likely: Likely) -> None:
    for doc in (parse_text("\n\n".join(STORY)), parse_html(web(story()))):
        assert set(likely(doc, 0.5).values()) == {0.5}


LINKS = [f"Rowing club, race {n}" for n in range(4)]


@pytest.mark.parametrize(("between", "factor"), [(3, 1.0), (4, 0.3)])
@pytest.mark.parametrize("form", ["article", "text"])
def test_what_stands_apart_from_most_of_an_article_is_less_likely_content(likely: Likely, form: str, between: int, factor: float) -> None:
    lines = [*STORY, *LINKS[:between], COMMENT]
    doc = parse_text("\n\n".join(lines)) if form == "text" else article("".join(f"<p>{line}</p>" for line in lines))
    found = likely(doc, 0.9, dict.fromkeys(LINKS, 0.1), one=True)
    assert found[STORY[0]] == found[STORY[-1]] == pytest.approx(0.9)
    assert found[COMMENT] == pytest.approx(0.9 * factor / (0.9 * factor + 0.1))
    assert found[LINKS[0]] == pytest.approx(0.1)


def test_nothing_stands_apart_where_no_part_holds_most_or_the_page_says_nothing_of_itself(likely: Likely) -> None:
    halves = [*STORY, *LINKS, *reversed(STORY)]
    short = [*STORY, *LINKS, COMMENT]
    plain = parse_html(web("".join(f"<p>{line}</p>" for line in short)))
    unsure = parse_text("\n\n".join(short))
    assert likely(parse_text("\n\n".join(halves)), 0.9, dict.fromkeys(LINKS, 0.1), one=True)[STORY[0]] == pytest.approx(0.9)
    assert likely(plain, 0.9, dict.fromkeys(LINKS, 0.1))[COMMENT] == pytest.approx(0.9)
    assert likely(unsure, 0.6, dict.fromkeys(LINKS, 0.1), one=True)[COMMENT] == pytest.approx(0.6)


@pytest.mark.parametrize("p", [0.95, 0.6, 0.4, 0.1])
def test_the_less_sure_the_network_is_of_a_page_the_lower_is_its_cut(likely: Likely, p: float) -> None:
    # With all lines as likely the expected F1 is 2p / (1 + p).
    html, flat = parse_html(web(story())), parse_text("\n\n".join(STORY))
    for doc, least in ((html, 0.35), (flat, CONTENT)):
        likely(doc, p)
        assert evidence.cut(doc) == pytest.approx(max(p / (1 + p), least))


@given(lines=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 300)), min_size=1, max_size=30))
def test_no_other_cut_of_a_page_has_a_greater_expected_f1(lines: list[tuple[float, int]]) -> None:
    def expected(cut: float) -> float:
        kept = [(p, size) for p, size in lines if p >= cut]
        right, either = sum(p * size for p, size in kept), sum(size for _, size in kept) + sum(p * size for p, size in lines)
        return 2 * right / either if either else 0.0

    doc = parse_html("".join(f"<p>{'x' * size}</p>" for _, size in lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence, "content", lambda _: [p for p, _ in lines])
        patch.setattr(evidence, "_LEAST_CUT", 0.0)
        cut = evidence.cut(doc)
    best = max(expected(p) for p, _ in lines)
    assert expected(cut - 1e-9) == pytest.approx(best, abs=1e-6)
    assert cut == pytest.approx(best / 2, abs=1e-6)


@pytest.mark.parametrize("form", ["<figcaption>{}</figcaption>", "<p class=wp-caption-text>{}</p>", "<div class=imgCaption><p>{}</p></div>"])
def test_captions_of_an_article_are_hardly_content(likely: Likely, form: str) -> None:
    found = likely(article(story(form.format("The ferry at the quay"))), 0.6)
    assert found["The ferry at the quay"] < CONTENT
    assert found[STORY[0]] == pytest.approx(0.6)
    # Where the network is sure, it has the last word.
    assert likely(article(story(form.format("The ferry at the quay"))), 0.95)["The ferry at the quay"] > CONTENT


def test_a_line_that_is_a_link_leads_away_from_an_article(likely: Likely) -> None:
    found = likely(article(story(after="<p><a href=/boats>All about the boats of the harbour</a></p>")), 0.8)
    assert found["All about the boats of the harbour"] < CONTENT < found[STORY[1]]


@pytest.mark.parametrize("described", [SUMMARY, SUMMARY.removesuffix("."), f"Skell. {SUMMARY}"])
def test_the_line_that_describes_the_page_stands_under_its_headline(likely: Likely, described: str) -> None:
    found = likely(article(story(f"<p>{SUMMARY}</p>"), description=described), 0.2)
    assert found[SUMMARY] > CONTENT > found[STORY[0]]


@pytest.mark.parametrize(
    ("page", "described"),
    [
        (story(f"<h2>{SUMMARY}</h2>"), SUMMARY),  # a heading
        (story(after="<p>One</p>" * 12 + f"<p>{SUMMARY}</p>"), SUMMARY),  # far below
        (story(f"<p>{SUMMARY}</p>"), "All about boats and their keys"),
        (story(f"<p>{SUMMARY}</p>"), "Nobody in the harbour knows"),  # only its beginning
    ],
)
def test_other_lines_do_not(likely: Likely, page: str, described: str) -> None:
    assert likely(article(page, description=described), 0.2)[SUMMARY] == pytest.approx(0.2)


def test_the_declared_text_against_what_stands_among_and_below_it(likely: Likely) -> None:
    inner = story(after=f"<h2>What readers say</h2><p>{COMMENT}</p>")
    found = likely(article(inner, articleBody=" ".join(STORY)), 0.8)
    assert found[COMMENT] < CONTENT
    assert found[STORY[0]] > 0.95
    assert found["What readers say"] == pytest.approx(0.8)
    assert likely(article(inner, articleBody=" ".join(STORY)), 0.2)[STORY[2]] > CONTENT


def test_a_declared_text_that_is_but_a_part_takes_nothing_away(likely: Likely) -> None:
    lines = "".join(f"<p>{COMMENT} {number}</p>" for number in ["one", "two", "three", "four", "five", "six"])
    found = likely(article(story(after=lines), articleBody=" ".join(STORY)), 0.8)
    assert found[f"{COMMENT} one"] == pytest.approx(0.8)


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_what_is_certain_stays_so(likely: Likely, p: float) -> None:
    doc = article(story(f"<p>{SUMMARY}</p><figcaption>The ferry</figcaption>"), description=SUMMARY, articleBody=" ".join(STORY))
    assert list(likely(doc, p).values()) == pytest.approx([p] * len(doc.blocks))
