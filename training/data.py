"""The labelled pages that training reads, all in one form; docs/tagger.md tells where they come from."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

# Second-level names under which sites register, as in co.uk.
_SECOND = frozenset(("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv", "nic"))


class Gold(NamedTuple):
    """One record of a page, as far as its set tells."""

    title: str | None
    authors: tuple[str, ...]
    date: str | None
    section: str | None
    body: str
    captions: tuple[str, ...]


class Page(NamedTuple):
    """One page. `group` is its site, which stays on one side of any split; `kind` its type or number of articles.

    `url` is its address where the set tells.
    """

    set: str
    name: str
    group: str
    language: str
    kind: str
    html: bytes
    records: tuple[Gold, ...]
    url: str | None = None


def site(url: str) -> str:
    """Return the registered domain of an address.

    >>> site("https://www.bbc.co.uk/news"), site("http://blog.example.org/a")
    ('bbc.co.uk', 'example.org')
    """
    parts = (urlsplit(url).hostname or url).lower().split(".")
    take = 3 if len(parts) > 2 and parts[-2] in _SECOND else 2
    return ".".join(parts[-take:])


FOLDS = 5


def fold(group: str) -> int:
    """Return which of the folds a site falls in."""
    return zlib.crc32(group.encode()) % FOLDS


def load(folder: Path, name: str) -> Iterator[Page]:
    """Yield the pages of the set `name` (wcxb-dev, postindex-dev, weak, weak-articles, news-dev) under `folder`."""
    if name == "wcxb-dev":
        yield from _wcxb(folder / name)
        return
    owners = _owners(folder / name / "index.tsv")
    for path in sorted((folder / name).glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        html = gzip.decompress(path.with_name(path.stem + ".html.gz").read_bytes())
        records = tuple(_gold(r) for r in data["records"]) if "records" in data else (_gold(data),)
        site_ = group(data) or owners.get(path.stem, path.stem).lower()
        language = str(data.get("lang") or "")
        yield Page(name, path.stem, site_, language, "articles" if len(records) > 1 else "article", html, records, data.get("url"))


def _wcxb(folder: Path) -> Iterator[Page]:
    with gzip.open(folder / "ground-truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            html = gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())
            authors = (row["author"],) if row["author"] else ()
            gold = Gold(row["title"], authors, row["published"], None, row["main_content"] or "", ())
            yield Page("wcxb-dev", row["id"], site(row["url"] or row["id"]), "en", row["page_type"], html, (gold,), row["url"])


def _owners(index: Path) -> dict[str, str]:
    """Return the owner of the repository that each page of a set comes from, where an index tells."""
    if not index.exists():
        return {}
    rows = [line.split("\t") for line in index.read_text("utf-8").splitlines()]
    column = rows[0].index("repo") if "repo" in rows[0] else 1
    return {row[0]: row[column].split("/")[0] for row in rows[1:] if len(row) > column}


def group(data: dict[str, Any]) -> str:
    """Return the site of a page, empty where its gold does not tell: the registered domain, or the repository's owner.

    >>> group({"url": "https://www.example.org/a"}), group({"repo": "Ann/blog"}), group({})
    ('example.org', 'ann', '')
    """
    return site(str(data["url"])) if data.get("url") else str(data.get("repo") or "").split("/")[0].lower()


def _gold(data: dict[str, Any]) -> Gold:
    return Gold(
        data.get("title"),
        tuple(data.get("authors") or ()),
        data.get("date") or data.get("published"),
        data.get("section"),
        data.get("body") or "",
        tuple(c if isinstance(c, str) else c.get("text", "") for c in data.get("captions") or ()),
    )
