"""The labelled pages: in one form whatever set they come from, and grouped by site."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from training.data import Gold, load, site

HTML = b"<p>Tea is a drink.</p>"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://example.org/a/b.html", "example.org"),
        ("https://www.example.org", "example.org"),
        ("http://blog.deep.Example.ORG:8080/?q=a.b.c", "example.org"),
        ("https://www.bbc.co.uk/news", "bbc.co.uk"),
        ("https://bbc.co.uk", "bbc.co.uk"),
        ("https://a.b.com.au/x", "b.com.au"),
        ("https://news.go.kr", "news.go.kr"),
        ("https://com.example", "com.example"),
        ("https://me@example.org/", "example.org"),
        ("https://localhost/x", "localhost"),
        ("example.org", "example.org"),
        ("www.example.org", "example.org"),
        ("0042", "0042"),
        ("", ""),
    ],
)
def test_sites(url: str, domain: str) -> None:
    assert site(url) == domain


@pytest.mark.parametrize("pages", [("https://a.example.org/1", "https://b.example.org/2"), ("http://x.co.uk/1", "https://www.x.co.uk")])
def test_pages_of_one_site_are_one_group(pages: tuple[str, str]) -> None:
    assert site(pages[0]) == site(pages[1])
    assert site(pages[0]) != site("https://other.co.uk/")


def write(folder: Path, name: str, **data: Any) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(data), "utf-8")
    (folder / f"{name}.html.gz").write_bytes(gzip.compress(HTML))


def test_a_page_of_one_article(tmp_path: Path) -> None:
    write(
        tmp_path / "weak", "p1", url="https://tea.example.org/1", lang="de", title="Tee", authors=["Ann Lee"], date="2023-11-19",
        section="Boote", body="Tee ist ein Getränk.", captions=["Eine Tasse", {"text": "Noch eine"}],
    )  # fmt: skip
    (page,) = load(tmp_path, "weak")
    assert (page.set, page.name, page.group, page.language, page.kind) == ("weak", "p1", "example.org", "de", "article")
    assert page.html == HTML
    assert page.records == (
        Gold("Tee", ("Ann Lee",), "2023-11-19", "Boote", "Tee ist ein Getränk.", ("Eine Tasse", "Noch eine")),
    )


def test_a_page_of_several_articles(tmp_path: Path) -> None:
    records = [{"title": "One", "published": "2023", "body": "Tea."}, {"title": "Two", "body": None}]
    write(tmp_path / "weak-articles", "p1", records=records, repo="Ann/tea")
    (page,) = load(tmp_path, "weak-articles")
    assert (page.kind, page.group, page.language) == ("articles", "ann", "")
    assert page.records == (Gold("One", (), "2023", None, "Tea.", ()), Gold("Two", (), None, None, "", ()))


def test_pages_come_in_order_and_know_whose_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "news-dev"
    for name in ("p3", "p1", "p2", "p4"):
        write(folder, name, body="Tea.")
    (folder / "index.tsv").write_text("id\trepo\tx\np1\tAnn/tea\t1\np2\tBo/cake\t1\np4\n", "utf-8")
    pages = list(load(tmp_path, "news-dev"))
    assert [page.name for page in pages] == ["p1", "p2", "p3", "p4"]
    assert [page.group for page in pages] == ["ann", "bo", "p3", "p4"]


def test_the_pages_of_wcxb(tmp_path: Path) -> None:
    rows = [
        {"id": "0001", "url": "https://www.tea.co.uk/1", "page_type": "article", "title": "Tea", "author": "Ann Lee", "published": None, "main_content": "Tea."},
        {"id": "0002", "url": None, "page_type": "forum", "title": None, "author": None, "published": "2023", "main_content": None},
    ]
    folder = tmp_path / "wcxb-dev"
    (folder / "html").mkdir(parents=True)
    for row in rows:
        (folder / "html" / f"{row['id']}.html.gz").write_bytes(gzip.compress(HTML))
    (folder / "ground-truth.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    one, two = load(tmp_path, "wcxb-dev")
    assert (one.group, one.kind, one.language, one.html) == ("tea.co.uk", "article", "en", HTML)
    assert one.records == (Gold("Tea", ("Ann Lee",), None, None, "Tea.", ()),)
    assert (two.group, two.kind) == ("0002", "forum")
    assert two.records == (Gold(None, (), "2023", None, "", ()),)


def test_a_folder_without_pages(tmp_path: Path) -> None:
    assert list(load(tmp_path, "weak")) == []
