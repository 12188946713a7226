"""Made-up pages and tools that the tests of the benches share."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from bench import tools

TITLE = "The ferry will not sail this winter"
BODY = (
    "The ferry to Sallow Island, which is the only way to the island in the winter, did not sail on Thursday because nobody could find the key to the engine room, and"
    " the captain refused to break the door of a ship that had been painted only last week."
    "\n\n"
    "Passengers who had come from all the villages on the coast waited in the old customs hall, where the owner of the kiosk sold them soup and told them the story"
    " of the winter when the whole harbour froze and the post came by sledge."
    "\n\n"
    "The company that owns the ferry and the harbour says that it will know more on Friday, and that all the tickets which were bought for this week can"
    " be used until the end of the year, or given back at the counter in the harbour."
)
PARAGRAPHS = BODY.split("\n\n")
HTML = f"""<!DOCTYPE html>
<html lang="en"><head><title>{TITLE}</title><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2024-05-03T10:00:00Z"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/login">Log in</a></li></ul></nav>
<article><h1>{TITLE}</h1>{"".join(f"<p>{p}</p>" for p in PARAGRAPHS)}</article>
<footer><a href="/privacy">Privacy policy</a></footer></body></html>"""


def tool(output: tools.Output | Exception, gives: frozenset[str] = tools.FIELDS) -> tools.Tool:
    """Return a tool that says the same of every page, or raises."""

    def work(_source: str, _url: str | None) -> tools.Output:
        if isinstance(output, Exception):
            raise output
        return output

    return tools.Tool("made-up", gives, work, lambda raw, _source, _url: raw)


def wcxb_gold(**more: Any) -> dict[str, Any]:
    """Return the gold of a page of WCXB."""
    return {
        "id": "0001",
        "url": "https://gazette.example/ferry",
        "page_type": "article",
        "title": TITLE,
        "author": "Ann Lee and Bo Birk",
        "published": "2024-05-03",
        "main_content": BODY,
        "with": [PARAGRAPHS[0][:40], PARAGRAPHS[1][:40]],
        "without": ["Log in", "Privacy policy"],
        **more,
    }


def news_gold(**more: Any) -> dict[str, Any]:
    """Return the gold of a news page."""
    gold = {"title": TITLE, "authors": ["Ann Lee"], "published": "2024-05-03", "body": BODY}
    return {"url": "https://gazette.example/ferry", "lang": "en", **gold, **more}


def record(**more: Any) -> dict[str, Any]:
    """Return what a tool says of a record."""
    found = {"title": TITLE, "authors": [{"name": "Ann Lee"}], "published": "2024-05-03", "body": BODY}
    return {**found, "truncated": False, **more}


def gold_record(**more: Any) -> dict[str, Any]:
    """Return the gold of a record."""
    return {"title": TITLE, "authors": ["Ann Lee"], "date": "2024-05-03", "body": BODY, "truncated": False, **more}


def write_page(folder: Path, name: str, gold: dict[str, Any]) -> None:
    """Write `NAME.html.gz` and `NAME.json`."""
    (folder / f"{name}.html.gz").write_bytes(gzip.compress(HTML.encode()))
    (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")


def write_wcxb(folder: Path, golds: list[dict[str, Any]]) -> None:
    """Write a folder as WCXB has it, all its pages the same."""
    (folder / "html").mkdir()
    lines = "".join(json.dumps(gold) + "\n" for gold in golds)
    (folder / "ground-truth.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    for gold in golds:
        (folder / "html" / f"{gold['id']}.html.gz").write_bytes(gzip.compress(HTML.encode()))
