"""What a page's metadata says of its article: JSON-LD, Open Graph, meta tags, the `<title>`.

The policy: every value is a candidate beside what is visible, and the surest wins (`_SCORES` against the scores of
the other filters of fields). Page metadata speaks of the page's one article; where there are several, only a JSON-LD
item that names an article by its headline speaks, and of that one alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import iso_date
from cleaner.grammar.head import Candidate, page_candidates
from cleaner.grammar.names import read_people
from cleaner.grammar.shape import has_letters, words
from cleaner.lexicon import line_key
from cleaner.record import Author

_SCORES = {
    "title": {"json-ld": 0.8, "open-graph": 0.75, "microdata": 0.78, "meta": 0.7, "title-tag": 0.6},
    "published": {"json-ld": 0.93, "open-graph": 0.91, "microdata": 0.91, "meta": 0.8},
    "modified": {"json-ld": 0.93, "open-graph": 0.91, "microdata": 0.91, "meta": 0.8},
    "authors": {"json-ld": 0.8, "meta": 0.7, "open-graph": 0.65, "microdata": 0.8},
    "section": {"json-ld": 0.6, "open-graph": 0.6, "meta": 0.55},
}
_LABELS = {"title": "title", "published": "published", "modified": "modified", "authors": "byline", "section": "section"}
_SUFFIX = re.compile(r"\s+[|–—·•»:-]\s+")


@rule("page", *_LABELS.values())
def page(doc: Document) -> Iterator[Mark]:
    """The candidates of the page's metadata, as values without text."""
    if doc.head is None:
        return
    found = page_candidates(doc)
    articles = doc.articles()
    if len(articles) == 1:
        start = articles[0][0]
        main = _main_item(doc, found)
        yield from (m for c in found if c.item in (0, main) and (m := _mark(doc, c, start)))
    elif len(articles) > 1:
        yield from _of_several(doc, found)


def _main_item(doc: Document, found: list[Candidate]) -> int:
    """Return the JSON-LD article that is the page's own: the one with a headline that is visible, else the first."""
    items = dict.fromkeys(c.item for c in found if c.item)
    keys = {doc.key(b) for b in doc.blocks if "title" in doc.labels_on(b)}
    named = (c.item for c in found if c.item and c.field == "title" and line_key(str(c.value)) in keys)
    return next(named, next(iter(items), 0))


def _of_several(doc: Document, found: list[Candidate]) -> Iterator[Mark]:
    starts = {doc.key(b): start for start, end in doc.articles() for b in doc.blocks_in(start, end) if "title" in doc.labels_on(b)}
    items = {c.item: starts[line_key(str(c.value))] for c in found if c.item and c.field == "title" and line_key(str(c.value)) in starts}
    for candidate in found:
        if candidate.item in items and candidate.field != "title":
            mark = _mark(doc, candidate, items[candidate.item])
            if mark is not None:
                yield mark


def _mark(doc: Document, candidate: Candidate, start: int) -> Mark | None:
    score = _SCORES.get(candidate.field, {}).get(candidate.origin)
    if score is None:
        return None
    value = _value(doc, candidate)
    if not value:
        return None
    return Mark(start, start, "field", _LABELS[candidate.field], value, score, origin=candidate.origin)


def _value(doc: Document, candidate: Candidate) -> str | tuple[Author, ...] | None:
    if isinstance(candidate.value, tuple):
        return _authors(doc, candidate.value)
    if candidate.field in ("published", "modified"):
        return iso_date(candidate.value)
    if candidate.field == "title":
        return _without_site(doc, candidate.value)
    return candidate.value if has_letters(candidate.value) and words(candidate.value) <= 6 else None


def _authors(doc: Document, names: tuple[str, ...]) -> tuple[Author, ...]:
    people: list[Author] = []
    for name in names:
        if "://" not in name and has_letters(name) and len(name) <= 200:
            people += read_people(name, doc.lexicon, handles=True) or ()
    return tuple(dict.fromkeys(people))


def _without_site(doc: Document, title: str) -> str:
    """Return a title without the site's name at its end: a short last part that the site calls itself."""
    head = doc.head
    names = {line_key(v) for n, v in (head.metas if head else ()) if n in ("og:site_name", "application-name")}
    parts = _SUFFIX.split(title)
    if len(parts) > 1 and (line_key(parts[-1]) in names or words(parts[-1]) <= 3 < words(parts[0])):
        cut = title.rindex(parts[-1])
        return re.sub(r"\s+[|–—·•»:-]\s+$", "", title[:cut]) or title
    return title
