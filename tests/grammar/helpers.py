"""What the tests of dates, of metadata lines, of what a page says in its head and of its entries share."""

from __future__ import annotations

import json
from datetime import date

from cleaner.document import Document
from cleaner.grammar.dates import DateReader, FoundDate
from cleaner.grammar.entries import Entry, entries
from cleaner.grammar.head import candidates
from cleaner.grammar.linereader import Part
from cleaner.grammar.metaline import metadata_line
from cleaner.lexicon import Lexicon
from cleaner.markup import Head
from cleaner.parse import parse_html
from tests.fields.helpers import BODIES, document

ONE, TWO = BODIES["en"]
TITLES = ("Bakery Opens Before Dawn", "Oars Cost More Than Cows", "Harbour Clerk Found in Sarn")
# An article as JSON-LD tells of it.
ARTICLE = {"@type": "NewsArticle", "headline": "On Tea"}


def find(
    line: str, language: str | None = "en", *, day_first: bool = False, reference: date | None = None
) -> list[FoundDate]:
    """The dates that a reader of the language finds in a line."""
    return DateReader(Lexicon.for_language(language), day_first=day_first, reference=reference).find(line)


def isos(
    line: str, language: str | None = "en", *, day_first: bool = False, reference: date | None = None
) -> list[str]:
    """Those of them that have a value."""
    return [d.iso for d in find(line, language, day_first=day_first, reference=reference) if d.iso is not None]


def parts(line: str, language: str = "en") -> list[Part] | None:
    """The parts of a metadata line that stands alone, None for another line."""
    doc = document(line, language=language)
    return metadata_line(doc, doc.blocks[0])


def shape(line: str, language: str = "en") -> list[tuple[str, str]] | None:
    """The kind and the raw text of each of its parts, but for what stands between them and what opens it."""
    found = parts(line, language)
    return (
        None
        if found is None
        else [(p.kind, line[p.start : p.end]) for p in found if p.kind not in ("separator", "opener")]
    )


def of_json(*sources: object) -> list[tuple[str, object, int]]:
    """The candidates of JSON-LD sources, each given as text or as the value to be written."""
    texts = [each if isinstance(each, str) else json.dumps(each) for each in sources]
    found = candidates(Head(json_ld=texts))
    assert {c.origin for c in found} <= {"json-ld"}
    return [(c.field, c.value, c.item) for c in found]


def titles(*sources: object) -> list[object]:
    """The titles among the candidates of JSON-LD sources."""
    return [value for field, value, _ in of_json(*sources) if field == "title"]


# Entries


def found(html: str) -> list[tuple[str | None, str, str]]:
    """Each entry: its headline, its first and its last line."""
    doc = parse_html(html)
    lines = [block.text for block in doc.blocks]
    made = entries(doc)
    check(doc, made)
    return [(None if e.title is None else lines[e.title], lines[e.first], lines[e.last]) for e in made]


def heads(html: str) -> list[str | None]:
    return [title for title, _, _ in found(html)]


def check(doc: Document, made: list[Entry]) -> None:
    """Assert that entries are in order and apart, each with its headline within."""
    at = -1
    for entry in made:
        assert at < entry.first <= entry.last < len(doc.blocks)
        assert entry.title is None or entry.first <= entry.title <= entry.last
        at = entry.last


def posts(form: str, *texts: str) -> str:
    return "".join(form.format(n=n, title=title, text=texts[n] if texts else f"{ONE} {n}.") for n, title in enumerate(TITLES))
