"""What repeats on a site goes; the fields, the articles, and a page that would be emptied stay."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cleaner
from cleaner import SiteModel
from cleaner.filter import Pipeline
from cleaner.filters import Repeated
from tests.filters.helpers import LONG, STORIES

ABOUT = "The Orrin Herald has told the islands what happened on the islands since the year of the great storm."
STAMP = "Printed at the quay"
SITE = "https://www.herald.example"
TITLE, *PROSE = STORIES["en"]


def removed(page: str | bytes, model: SiteModel, pipeline: str = "rules", url: str | None = f"{SITE}/x") -> list[str]:
    """The blocks that are removed as repeated on the site."""
    chosen = cleaner.preset(pipeline).last(Repeated(model))
    result = cleaner.process(page, url=url, pipeline=chosen)
    return [r.text for r in result.removed if r.label == "repeated-on-site"]


def model(*blocks: str, share: float = 1.0) -> SiteModel:
    """A model of the site with some blocks."""
    return SiteModel({"herald.example": dict.fromkeys(blocks, share)})


def article(*more: str) -> str:
    return "\n\n".join([TITLE, "By Maren Holt", *PROSE, *more]) + "\n"


def test_removes_what_repeats_and_says_why() -> None:
    pipeline = cleaner.preset("rules").last(Repeated(model(ABOUT)))
    result = cleaner.process(article(ABOUT), url=f"{SITE}/x", pipeline=pipeline)
    [removal] = [r for r in result.removed if r.text == ABOUT]
    assert (removal.label, removal.by) == ("repeated-on-site", "rules.repeated")
    assert ABOUT not in result.records[0].body
    assert [p in result.records[0].body for p in PROSE] == [True] * len(PROSE)


@pytest.mark.parametrize("url", [None, "https://other.example/x", "x.html"])
def test_other_sites_are_left_alone(url: str | None) -> None:
    assert removed(article(ABOUT), model(ABOUT), url=url) == []


def test_the_site_can_be_named() -> None:
    pipeline = cleaner.preset("rules").last(Repeated(model(ABOUT), site="herald.example"))
    assert ABOUT not in cleaner.clean_text(article(ABOUT), pipeline=pipeline)


def test_the_page_names_its_site() -> None:
    html = f'<link rel=canonical href="{SITE}/7"><h1>{TITLE}</h1>' + "".join(f"<p>{p}</p>" for p in (*PROSE, ABOUT))
    assert removed(html, model(ABOUT), url=None) == [ABOUT]


def test_another_rule_names_what_it_knows() -> None:
    """Where a rule says what kind of junk a line is, that stands."""
    result = cleaner.process(article("Share this article"), url=SITE, pipeline=cleaner.preset("rules").last(Repeated(model("Share this article"))))
    assert [r.label for r in result.removed if r.text == "Share this article"] == ["share-bar"]


def test_fields_of_a_record_stay() -> None:
    """An author's pages all have the author's name; a title stands in the list of the latest on each page, and over its text."""
    page = "\n\n".join([TITLE, "By Maren Holt", "March 4, 2019", *PROSE]) + "\n"
    known = model(TITLE, "By Maren Holt", "March 4, 2019")
    pipeline = cleaner.preset("rules").last(Repeated(known))
    assert cleaner.clean(page, url=SITE, pipeline=pipeline) == cleaner.clean(page, url=SITE, pipeline="rules")
    assert removed(page, known) == []


def test_an_article_that_repeats_stays() -> None:
    """On the site's index, as a print version: most of its running text is on most pages."""
    assert removed(article(), model(*PROSE)) == []
    assert removed(article(ABOUT), model(*PROSE[:2], ABOUT)) == []


def test_each_article_of_a_page_is_for_itself() -> None:
    again = "\n\n".join([STORIES["en"][0].replace("Orrin", "Skell"), "By Bo Birk", *LONG[:3]])
    page = f"{again}\n\nRead more\n\n" + article(ABOUT)
    assert removed(page, model(*LONG[:3], ABOUT)) == [ABOUT]


def test_a_page_of_nothing_but_what_repeats_stays() -> None:
    page = f"{ABOUT}\n\n{STAMP}\n"
    assert removed(page, model(ABOUT, STAMP)) == []
    assert removed(f"{STAMP}\n\nTea\n\nMilk\n", model(STAMP, "Tea")) == []


def test_a_short_line_goes_with_its_kind_or_at_an_end() -> None:
    with_company = "\n\n".join([TITLE, "By Maren Holt", PROSE[0], STAMP, ABOUT, *PROSE[1:]]) + "\n"
    assert removed(with_company, model(STAMP, ABOUT)) == [STAMP, ABOUT]
    alone = "\n\n".join([TITLE, "By Maren Holt", PROSE[0], STAMP, *PROSE[1:]]) + "\n"
    assert removed(alone, model(STAMP)) == []
    assert removed(article(STAMP), model(STAMP)) == [STAMP]


def test_headings_and_code_stay() -> None:
    html = (
        f"<h1>{TITLE}</h1><p>By Maren Holt</p><p>{PROSE[0]}</p><h2>Summary</h2><h3>What happened</h3><p>{PROSE[1]}</p>"
        f"<pre><code>import quay\nquay.sail()</code></pre><p>{PROSE[2]}</p><p>{ABOUT}</p>"
    )
    assert removed(html, model("Summary", "What happened", "import quay", "quay.sail()", ABOUT)) == [ABOUT]


@pytest.mark.parametrize(("share", "preset", "goes"), [(0.5, "balanced", True), (0.5, "recall", False), (0.9, "recall", True)])
def test_the_share_says_how_sure(share: float, preset: str, goes: bool) -> None:
    chosen = cleaner.preset(preset).without("tagger", "leftovers").last(Repeated(model(ABOUT, share=share)))
    result = cleaner.process(article(ABOUT), url=SITE, pipeline=chosen)
    assert ("repeated-on-site" in [r.label for r in result.removed]) is goes


def test_a_surer_vote_keeps_a_block() -> None:
    @cleaner.rule("keeper", "content")
    def keeper(doc: cleaner.Document) -> list[cleaner.Mark]:
        return [cleaner.Mark(b.start, b.end, "keep", "content", score=0.8) for b in doc.blocks]

    for share, goes in ((0.6, False), (1.0, True)):
        pipeline = Pipeline([keeper, Repeated(model(ABOUT, share=share))])
        text = cleaner.clean_text(article(ABOUT), url=SITE, pipeline=pipeline)
        assert (ABOUT not in text) is goes


LINES = st.sampled_from([*PROSE, *LONG[:6], ABOUT, STAMP, TITLE, "By Maren Holt", "Summary", "Tea", "Share", "3 Comments", "—"])


@settings(deadline=None, max_examples=80)
@given(st.lists(LINES, min_size=1, max_size=14), st.sets(LINES), st.floats(0.01, 1.0), st.booleans())
def test_a_page_is_never_emptied(lines: list[str], known: set[str], share: float, bare: bool) -> None:
    """Whatever repeats: a page with text has text left, and nothing but what the model knows goes."""
    page = "\n\n".join(lines)
    before = Pipeline([]) if bare else cleaner.preset("rules")
    repeated = Repeated(model(*known, share=share))
    plain = cleaner.process(page, url=SITE, pipeline=before)
    result = cleaner.process(page, url=SITE, pipeline=before.last(repeated))
    assert bool(result.text) == bool(plain.text)
    assert len(result.records) == len(plain.records)
    taken = [r for r in result.removed if r.label == "repeated-on-site"]
    assert all(r.text in known for r in taken)
    others = [(r.start, r.end) for r in plain.removed]
    assert all(any(start <= r.start and r.end <= end for start, end in others) is False for r in taken)


def test_the_filter_reaches_other_processes() -> None:
    pipeline = pickle.loads(pickle.dumps(Pipeline([Repeated(model(ABOUT))])))
    assert ABOUT not in cleaner.clean_text(article(ABOUT), url=SITE, pipeline=pipeline)
    assert repr(pipeline.filters[0]) == "<filter repeated: 1 sites>"
