"""What repeats on a site: learned in any order, and written to be read by people."""

from __future__ import annotations

import io
import json
import random
import sqlite3
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import SiteModel, SiteModelError, sites
from cleaner.batch.learn import Learner, LearnOptions
from cleaner.cli import main
from cleaner.document import Context
from cleaner.errors import MissingExtraError, OptionError
from cleaner.parse import parse_html, parse_text
from cleaner.sites import site_of
from tests.batch.helpers import lines
from tests.filters.helpers import STORIES

ABOUT = "The Orrin Herald has told the islands what happened on the islands since the year of the great storm."
STAMP = "Printed at the quay"
SITE = "https://www.herald.example"
TITLE, *PROSE = STORIES["en"]


def learned(pages: list[str], **options: object) -> SiteModel:
    """The model of texts that are the pages of one site."""
    with Learner(LearnOptions(**options)) as learner:  # type: ignore[arg-type]
        for i, text in enumerate(pages):
            assert learner.add(parse_text(text, Context(url=f"{SITE}/{i}")))
        return learner.model()


def written(pages: list[tuple[str, str]], options: LearnOptions | None = None) -> str:
    """The file of a model, learned from addresses and texts."""
    with Learner(options) as learner:
        for url, text in pages:
            learner.add(parse_text(text, Context(url=url)))
        stream = io.StringIO()
        learner.write(stream)
    return stream.getvalue()


# --- which site a page is of


@pytest.mark.parametrize(
    ("url", "host", "domain"),
    [
        ("https://www.herald.example/a?b#c", "herald.example", "herald.example"),
        ("HTTP://NEWS.Herald.Example.:8080", "news.herald.example", "herald.example"),
        ("https://holt.github.io/tea", "holt.github.io", "holt.github.io"),
        ("http://192.168.0.1/", "192.168.0.1", "192.168.0.1"),
        ("http://localhost/", "localhost", "localhost"),
        ("pages/tea.html", None, None),
        ("https://[tea", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_sites(url: str | None, host: str | None, domain: str | None) -> None:
    assert site_of(url) == host
    if host != "192.168.0.1":
        assert site_of(url, "domain") == domain


def test_other_ways_to_tell_sites_are_refused() -> None:
    with pytest.raises(OptionError, match="host or domain"):
        site_of(SITE, "path")  # type: ignore[arg-type]


def test_the_list_of_registries_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "publicsuffixlist", None)
    sites._registries.cache_clear()
    sites._domain.cache_clear()
    with pytest.raises(MissingExtraError):
        site_of("https://herald.example", "domain")


# --- learning


def test_learns_what_stands_on_enough_of_enough_pages() -> None:
    pages = [f"Story {i}\n\n{ABOUT}\n\n{STAMP if i < 5 else 'Other'}" for i in range(12)]
    assert learned(pages).sites == {"herald.example": {ABOUT: 1.0, "Other": 0.583}}
    assert learned(pages, min_share=0.4).sites == {"herald.example": {ABOUT: 1.0, STAMP: 0.417, "Other": 0.583}}
    assert learned(pages[:9]).sites == {}
    assert learned(pages[:9], min_pages=9, min_share=1.0).sites == {"herald.example": {ABOUT: 1.0}}


def test_a_block_counts_once_a_page_and_a_text_is_one_page() -> None:
    assert learned([f"Story {i}\n\n{STAMP}\n\n{STAMP}" if i < 2 else f"Story {i}" for i in range(10)]).sites == {
        "herald.example": {}
    }
    assert learned([f"Story\n\n{STAMP}"] * 50).sites == {}


def test_sites_are_told_apart() -> None:
    pages = [(f"https://{site}.example/{i}", f"Story {i}\n\n{site} news") for site in "ab" for i in range(10)]
    data = json.loads(written(pages))
    assert {site: [b["text"] for b in each["blocks"]] for site, each in data["sites"].items()} == {
        "a.example": ["a news"],
        "b.example": ["b news"],
    }
    data = json.loads(written(pages, LearnOptions(site="all", by="domain")))
    assert list(data["sites"]) == ["all"]
    assert (data["sites"]["all"]["pages"], data["by"]) == (20, "domain")


def test_a_page_without_an_address_is_of_no_site() -> None:
    with Learner(LearnOptions(min_pages=2)) as learner:
        assert not learner.add(parse_text(ABOUT))
        assert learner.counts() == (0, 0)
        html = '<link rel="canonical" href="https://herald.example/1"><p>Tea</p>'
        assert learner.add(parse_html(html))
        assert learner.counts() == (1, 1)


def test_the_file_is_a_block_a_line_in_order() -> None:
    pages = [(f"{SITE}/{i}", f"Story {i}\n\n{ABOUT}\n\nÜber „uns“\n\nStory line  \t {i % 2}") for i in range(10)]
    text = written(pages)
    assert text.splitlines() == [
        '{"format": "cleaner site model", "version": 1, "by": "host", "min_pages": 10, "min_share": 0.5, "max_pages": 200, "sites": {',
        '"herald.example": {"seen": 10, "pages": 10, "blocks": [',
        ' {"share": 0.5, "pages": 5, "text": "Story line 0"},',
        ' {"share": 0.5, "pages": 5, "text": "Story line 1"},',
        f' {{"share": 1.0, "pages": 10, "text": "{ABOUT}"}},',
        ' {"share": 1.0, "pages": 10, "text": "Über „uns“"}]}',
        "}}",
    ]


def test_a_file_without_sites() -> None:
    assert json.loads(written([]))["sites"] == {}


def test_the_file_reads_back(tmp_path: Path) -> None:
    pages = [(f"https://{s}.example/{i}", f"Story {i}\n\n{ABOUT}\n\n\ud800 half") for s in "ab" for i in range(10)]
    path = tmp_path / "site.json"
    path.write_bytes(written(pages).encode("utf-8", "backslashreplace"))
    found = SiteModel.load(path)
    assert found.sites["a.example"][ABOUT] == 1.0
    assert list(found.sites) == ["a.example", "b.example"]


TEXTS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=6).map("\n\n".join), min_size=1, max_size=30)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.integers(2, 8), st.floats(0.05, 1.0), st.integers(0, 8), st.randoms(use_true_random=False))
def test_the_order_does_not_matter_and_no_threshold_is_broken(
    texts: list[str], min_pages: int, min_share: float, more: int, mixer: random.Random
) -> None:
    options = LearnOptions(min_pages, min_share, min_pages + more)
    pages = [(f"https://{'ab'[i % 2]}.example/{i}", text) for i, text in enumerate(texts)]
    first = written(pages, options)
    mixer.shuffle(pages)
    assert written(pages, options) == first
    for site, each in json.loads(first)["sites"].items():
        different = {tuple(sorted(set(t.split("\n\n")))) for url, t in pages if site in url}
        assert each["seen"] == sum(site in url for url, _ in pages)
        assert min_pages <= each["pages"] == min(len(different), options.max_pages)
        for block in each["blocks"]:
            assert block["pages"] <= sum(block["text"] in blocks for blocks in different)
            assert block["pages"] >= max(2, min_share * each["pages"])


def test_the_sample_is_the_same_in_any_order() -> None:
    pages = [(f"{SITE}/{i}", f"Story {i}\n\nPart {i % 5}\n\nDay {i % 7}") for i in range(60)]
    options = LearnOptions(min_pages=2, min_share=0.05, max_pages=10)
    first = written(pages, options)
    assert json.loads(first)["sites"]["herald.example"]["blocks"]
    for seed in range(10):
        random.Random(seed).shuffle(pages)
        assert written(pages, options) == first


def test_the_order_of_the_lines_does_not_make_another_page() -> None:
    blocks = [f"Line {i} of the {ABOUT}" for i in range(300)]
    pages = ["\n\n".join(blocks), "\n\n".join(reversed(blocks)), "\n".join(blocks[150:] + blocks[:150]), "Other"]
    assert [len(found) for found in learned(pages, min_pages=2, min_share=0.5).sites.values()] == [0]


def test_a_site_of_many_pages_is_held_as_a_sample() -> None:
    pages = [(f"{SITE}/{i}", f"Story {i}\n\n{ABOUT}") for i in range(300)]
    with Learner(LearnOptions(max_pages=20)) as learner:
        for url, text in pages:
            learner.add(parse_text(text, Context(url=url)))
        database: sqlite3.Connection = learner._database
        assert database.execute("SELECT count(*) FROM pages").fetchone() == (20,)
        [site] = learner.sites()
    assert (site.seen, site.pages, site.blocks) == (300, 20, {ABOUT: 20})


def test_what_is_too_long_is_left_out() -> None:
    long = "x" * 2001
    pages = [f"{i}\n\n{long}\n\n{ABOUT}" for i in range(10)]
    assert learned(pages).sites == {"herald.example": {ABOUT: 1.0}}
    # The end of an endless page is not counted.
    pages = ["\n".join(f"{i} line {n}" for n in range(30_000)) + f"\n{ABOUT}" for i in range(2)]
    assert learned(pages, min_pages=2).sites == {"herald.example": {}}


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with Learner(folder=tmp_path) as learner:
        learner.add(parse_text(ABOUT, Context(url=SITE)))
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [{"min_pages": 1}, {"min_share": 0.0}, {"min_share": 1.1}, {"max_pages": 9}, {"by": "path"}],
)
def test_options_that_make_no_sense(options: dict[str, object]) -> None:
    with pytest.raises(OptionError) as caught:
        LearnOptions(**options)  # type: ignore[arg-type]
    assert caught.value.option == next(iter(options))


# --- the file


GOOD = {"format": "cleaner site model", "version": 1, "by": "host", "sites": {"a": {"blocks": [{"text": "x", "share": 1}]}}}


def test_a_file_by_hand_needs_no_more_than_text_and_share(tmp_path: Path) -> None:
    path = tmp_path / "site.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")
    assert SiteModel.load(path).sites == {"a": {"x": 1.0}}


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {**GOOD, "version": 2},
        {**GOOD, "format": "lexicon"},
        {**GOOD, "by": "path"},
        {**GOOD, "by": []},
        {**GOOD, "sites": []},
        {**GOOD, "sites": {"a": {}}},
        {**GOOD, "sites": {"a": {"blocks": [{"text": "x"}]}}},
        {**GOOD, "sites": {"a": {"blocks": [{"text": "x", "share": 0}]}}},
        {**GOOD, "sites": {"a": {"blocks": [{"text": "x", "share": True}]}}},
        {**GOOD, "sites": {"a": {"blocks": [{"text": " ", "share": 1}]}}},
        {**GOOD, "sites": {"a": {"blocks": [{"text": 3, "share": 1}]}}},
    ],
)
def test_what_is_no_model(tmp_path: Path, data: object) -> None:
    path = tmp_path / "site.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(SiteModelError) as caught:
        SiteModel.load(path)
    assert caught.value.path == str(path)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "site.json"
    path.write_bytes(content)
    with pytest.raises(SiteModelError):
        SiteModel.load(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SiteModelError, match=r"none\.json"):
        SiteModel.load(tmp_path / "none.json")


# --- the commands


def row(number: int, **fields: str) -> str:
    body = "\n\n".join([f"Ferry {number} Sails", "By Maren Holt", *(f"{p} It was ferry {number}." for p in PROSE), ABOUT])
    return json.dumps({"text": body, "url": f"{SITE}/{number}", **fields})


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.jsonl"
    path.write_text("\n".join(row(i) for i in range(12)) + "\n", encoding="utf-8")
    return path


def test_learn_then_batch_and_clean(crawl: Path, tmp_path: Path) -> None:
    site = tmp_path / "site.json"
    done = call("learn", crawl, "-o", site)
    assert (done.exit_code, done.stderr) == (0, "12 pages of 1 sites; 1 sites have 10 pages or more\n")
    assert list(SiteModel.load(site).sites) == ["herald.example"]
    out, gone = tmp_path / "records.jsonl", tmp_path / "removed.jsonl"
    done = call("batch", crawl, "-o", out, "--removed", gone, "--site-model", site, "--preset", "rules", "--workers", "1", "-q")
    assert done.exit_code == 0
    assert [ABOUT in record["body"] for record in lines(out)] == [False] * 12
    assert [cut["text"] for cut in lines(gone) if cut["label"] == "repeated-on-site"] == [ABOUT] * 12
    page = tmp_path / "page.txt"
    page.write_text(json.loads(row(3))["text"], encoding="utf-8")
    for more, goes in (((), False), (("--url", f"{SITE}/3"), True), (("--site", "herald.example"), True)):
        done = call("clean", "--format", "text", "--preset", "rules", "--site-model", site, *more, page)
        assert (ABOUT not in done.stdout) is goes
    done = call("explain", "--preset", "rules", "--site-model", site, "--site", "herald.example", page)
    assert "repeated-on-site" in done.stdout


def test_learn_from_several_inputs_in_any_order(crawl: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text("\n".join(row(i) for i in range(12, 30)), encoding="utf-8")
    written = []
    for names in ((crawl, more), (more, crawl)):
        assert call("learn", *names, "-o", tmp_path / "site.json", "-q", "--max-pages", 15).exit_code == 0
        written.append((tmp_path / "site.json").read_bytes())
    assert written[0] == written[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["crawl.jsonl", "more.jsonl", "site.json"]


def test_learn_says_what_it_could_not_use(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n".join([row(1), "{", json.dumps({"text": "Tea"}), json.dumps({"text": "%PDF-1.7"})]), encoding="utf-8")
    done = call("learn", bad, tmp_path / "none", "-o", tmp_path / "site.json")
    assert done.exit_code == 1
    assert "1 pages of 1 sites; 0 sites have 10 pages or more" in done.stderr
    assert "1 pages without an address were left out" in done.stderr or "2 pages without an address" in done.stderr
    assert "No such file" in done.stderr
    assert SiteModel.load(tmp_path / "site.json").sites == {}


def test_pages_without_address_of_a_named_site(tmp_path: Path) -> None:
    for i in range(10):
        (tmp_path / f"{i}.txt").write_text(f"Story {i}\n\n{ABOUT}\n", encoding="utf-8")
    out = tmp_path / "site.json"
    assert call("learn", tmp_path, "-o", out, "--site", "herald").exit_code == 0
    assert SiteModel.load(out).sites == {"herald": {ABOUT: 1.0}}
    # The model lies among the pages: it is no page.
    assert call("learn", tmp_path, "-o", out, "--site", "herald").exit_code == 0
    assert SiteModel.load(out).sites == {"herald": {ABOUT: 1.0}}


@pytest.mark.parametrize("wrong", [("--min-pages", "1"), ("--min-share", "0"), ("--max-pages", "5"), ("--by", "path")])
def test_wrong_usage(crawl: Path, tmp_path: Path, wrong: tuple[str, str]) -> None:
    done = call("learn", crawl, "-o", tmp_path / "site.json", *wrong)
    assert done.exit_code == 2
    assert not (tmp_path / "site.json").exists()


def test_a_broken_model_is_wrong_usage(crawl: Path, tmp_path: Path) -> None:
    site = tmp_path / "site.json"
    site.write_text("{}", encoding="utf-8")
    for command in (("clean", crawl), ("batch", crawl, "-o", tmp_path / "out.jsonl")):
        done = call(*command, "--site-model", site)
        assert done.exit_code == 2
        assert "no site model" in done.stderr


def call(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])
