"""The training table: every page in several views, its features, and a label for every block.

A view is the page as HTML or as one flattener makes flat text of it, since a model that has seen one tool's flat text
knows but that tool's.
"""

from __future__ import annotations

import pickle
import re
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cleaner import Pipeline, process
from cleaner.document import Document
from cleaner.grammar.dates import line_dates
from cleaner.tagger.features import Features, features
from cleaner.tagger.parts import PARTS
from training.align import shares, words
from training.data import Gold, Page, load

FLATTENERS = ("html-text", "inscriptis", "bs4", "bs4-few")
# All pages are in the table in these views, and in one of the others.
_ALWAYS = ("html", "html-text")
_NO_FILTERS = Pipeline([])
_NEAR = 10
_MOST_BLOCKS = 3000


@dataclass(frozen=True)
class Row:
    """One view of one page. `content` is the share of each block that is content, `part` an index of `PARTS` or -1 for
    not known, `start` 1 where a record starts, -1 for not known, `size` the words of each block.
    """  # noqa: D205

    set: str
    name: str
    group: str
    language: str
    kind: str
    view: str
    features: Features
    content: NDArray[np.float32]
    part: NDArray[np.int64]
    start: NDArray[np.int64]
    size: NDArray[np.float32]
    gold_words: int


def build(folder: Path, sets: list[str], views: list[str], workers: int) -> list[Row]:
    """Return the rows of all pages of some sets in some views, in order."""
    pages = [page for name in sets for page in load(folder, name)]
    with ProcessPoolExecutor(workers) as pool:
        made = pool.map(_rows, pages, [views] * len(pages), chunksize=8)
        return [row for rows in made for row in rows]


def save(rows: list[Row], path: Path) -> None:
    """Write rows to a file that `restore` reads. For this machine's own use alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(rows, protocol=5))


def restore(path: Path) -> list[Row]:
    """Return what `save` wrote."""
    rows: list[Row] = pickle.loads(path.read_bytes())
    return rows


def _rows(page: Page, views: list[str]) -> list[Row]:
    chosen = [view for view in views if view in _ALWAYS or view == _sometimes(page, views)]
    return [row for view in chosen if (row := _row(page, view)) is not None]


def _sometimes(page: Page, views: list[str]) -> str:
    """Return which of the views that not all pages have a page has."""
    rest = [view for view in views if view not in _ALWAYS]
    return rest[zlib.crc32(page.name.encode()) % len(rest)] if rest else ""


def _row(page: Page, view: str) -> Row | None:
    doc = document(page.html, view)
    if not doc.blocks or len(doc.blocks) > _MOST_BLOCKS:
        return None
    texts = [block.text for block in doc.blocks]
    content, part, start = _labels(doc, texts, page)
    size = np.array([len(words(t)) for t in texts], np.float32)
    gold = sum(len(words(r.body)) for r in page.records)
    return Row(page.set, page.name, page.group, page.language, page.kind, view, features(doc), content, part, start, size, gold)


def document(html: bytes, view: str) -> Document:
    """Return a page as a document: `html`, or the flat text that a flattener makes; its language as users have it."""
    if view == "html":
        return process(html, content_type="text/html", pipeline=_NO_FILTERS).document
    text = flatten(html.decode("utf-8", "replace"), view)
    return process(text, content_type="text/plain", pipeline=_NO_FILTERS).document


def flatten(html: str, tool: str) -> str:
    """Return the flat text that a tool makes of a page."""
    return _TOOLS[tool](html)


def _html_text(html: str) -> str:
    import html_text

    return str(html_text.extract_text(html))


def _inscriptis(html: str) -> str:
    from inscriptis import get_text

    return str(get_text(html))


def _bs4(html: str) -> str:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "lxml")
    for tag in soup(["script", "style", "noscript", "template"]):
        tag.decompose()
    return soup.get_text("\n")


def _bs4_few(html: str) -> str:
    """As few lines as some scrapes have: blank lines gone, and short lines run together."""
    lines = [line.strip() for line in _bs4(html).split("\n")]
    return re.sub(r"\n{2,}", "\n", "\n".join(lines))


_TOOLS: dict[str, Callable[[str], str]] = {
    "html-text": _html_text,
    "inscriptis": _inscriptis,
    "bs4": _bs4,
    "bs4-few": _bs4_few,
}


def _labels(
    doc: Document, texts: list[str], page: Page
) -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.int64]]:
    gold = "\n".join(line for r in page.records for line in ([r.title] if r.title and page.set != "wcxb-dev" else []) + [r.body])
    content = np.array(shares(texts, gold), np.float32)
    part = np.where(content >= 0.5, PARTS.index("body"), PARTS.index("other")).astype(np.int64)
    start = np.zeros(len(texts), np.int64)
    keys = [" ".join(words(t)) for t in texts]
    at = 0
    for record in page.records:
        title = _title(keys, record, at)
        first = next((i for i in range(at if title is None else title + 1, len(texts)) if content[i] >= 0.5), at)
        at = first if title is None else title
        _parts(doc, keys, record, at, first, part)
        if title is not None:
            part[title] = PARTS.index("title")
            start[title] = 1
        if page.set == "wcxb-dev" and title is None:
            start[:] = -1
    for block, hit in doc.hits("readmore"):
        if hit.exact and part[block.index] == PARTS.index("other"):
            part[block.index] = PARTS.index("notice")
    if page.set == "wcxb-dev" and page.kind != "article":
        part[:], start[:] = -1, -1
    return content, part, start


def _title(keys: list[str], record: Gold, at: int) -> int | None:
    """Return which block is a record's title: of those that say it, the last one right over text of its own."""
    key = " ".join(words(record.title or ""))
    if not key:
        return None
    places = [i for i in range(at, len(keys)) if keys[i] == key]
    opening = " ".join(words(record.body)[:6])
    for place in places:
        if any(keys[i].startswith(opening[:30]) for i in range(place + 1, min(place + _NEAR, len(keys)))):
            return place
    return places[0] if places else None


def _parts(doc: Document, keys: list[str], record: Gold, title: int, first: int, part: NDArray[np.int64]) -> None:
    """Label the lines around a title that say who, when and under which section."""
    names = [" ".join(words(a)) for a in record.authors]
    day = (record.date or "")[:10]
    sections = {" ".join(words(s)) for s in (record.section or "").split(", ")} - {""}
    captions = {" ".join(words(c)) for c in record.captions} - {""}
    for i in range(max(title - 6, 0), min(max(first, title) + 60, len(keys))):
        if part[i] != PARTS.index("other"):
            continue
        near = i <= first + _NEAR
        count = keys[i].count(" ") + 1
        padded = f" {keys[i]} "
        if near and count <= 25 and any(f" {n} " in padded for n in names if n):
            part[i] = PARTS.index("byline")
        elif near and count <= 20 and day and any((d.iso or "")[:10] == day for d in line_dates(doc, doc.blocks[i].text)):
            part[i] = PARTS.index("date")
        elif keys[i] in sections and abs(i - title) <= 6:
            part[i] = PARTS.index("section")
        elif keys[i] in captions:
            part[i] = PARTS.index("caption")
