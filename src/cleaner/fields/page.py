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
from cleaner.grammar.masthead import masthead
from cleaner.grammar.names import is_person, is_role, read_people, says_role
from cleaner.grammar.shape import has_letters, words
from cleaner.grammar.titles import LEAST_KEY, is_site, own_titles, shared, without_site
from cleaner.lexicon import line_key
from cleaner.lexicon.phrases import phrase_key
from cleaner.record import Author

_SCORES = {
    "title": {"json-ld": 0.8, "open-graph": 0.75, "microdata": 0.78, "meta": 0.7, "title-tag": 0.6},
    "published": {"json-ld": 0.93, "open-graph": 0.91, "microdata": 0.91, "meta": 0.8},
    "modified": {"json-ld": 0.93, "open-graph": 0.91, "microdata": 0.91, "meta": 0.8},
    "organisations": {"json-ld": 0.75},
    "authors": {"json-ld": 0.8, "meta": 0.7, "open-graph": 0.65, "microdata": 0.8},
    "section": {"json-ld": 0.6, "open-graph": 0.6, "meta": 0.55},
}
# A headline of the page has 0.95 at most.
_OVER_HEADLINE = 0.96
# Persons whom the page names beside its headline; the others are less sure.
_BESIDE = 0.93
# A byline that is opened or marked as one has this at least; metadata that has but some of its names is less sure.
_SURE_BYLINE, _UNDER_BYLINE = 0.85, 0.84
_HIDDEN, _ACCOUNT, _ROOM = 0.1, 0.15, 16
_AGREE, _FEW_SHARED = 2, 0.34
_LABEL_END = re.compile(r"\s*[|–—-]\s*\w+(?:\s\w+)?")
# In words; and in letters: a longer account was made up by a machine.
_LONGEST_NAME, _LONGEST_ACCOUNT = 6, 20
_LABELS = {"title": "title", "published": "published", "modified": "modified", "authors": "byline", "organisations": "byline", "section": "section"}


@rule("page", *_LABELS.values())
def page(doc: Document) -> Iterator[Mark]:
    """The candidates of the page's metadata, as values without text."""
    if doc.head is None:
        return
    found = [*page_candidates(doc), *(Candidate("authors", (name,), "meta") for name in _signed(doc))]
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
    if isinstance(value, tuple):
        found = _author_score(doc, value, score, candidate)
        return None if found is None else Mark(start, start, "field", "byline", value, round(found, 3), origin=candidate.origin)
    if candidate.field == "title" and isinstance(value, str) and _is_surer(doc, value):
        score = _OVER_HEADLINE
    return Mark(start, start, "field", _LABELS[candidate.field], value, score, origin=candidate.origin)


def _value(doc: Document, candidate: Candidate) -> str | tuple[Author, ...] | None:
    if isinstance(candidate.value, tuple):
        return _authors(doc, candidate.value, is_group=candidate.field == "organisations")
    if candidate.field in ("published", "modified"):
        return iso_date(candidate.value)
    if candidate.field == "title":
        return _without_section(doc, without_site(doc, candidate.value))
    return candidate.value if has_letters(candidate.value) and words(candidate.value) <= 6 else None


def _without_section(doc: Document, title: str) -> str:
    """Return a title without the label that is joined to its end, where JSON-LD has it without: 'Ferry sinks-Harbour'."""
    heads = [str(c.value) for c in page_candidates(doc) if c.field == "title" and c.origin == "json-ld" and len(str(c.value)) >= LEAST_KEY]
    found = next((head for head in heads if title.startswith(head) and _LABEL_END.fullmatch(title[len(head) :])), None)
    return found if found is not None else title


def _is_surer(doc: Document, title: str) -> bool:
    """Tell whether a title of the metadata is surer than the headline that was found.

    It is where two of the page's own titles agree on it and the headline has hardly a word of them, or is the heading of a
    part; or where JSON-LD and Open Graph agree and the `<title>` is made for search engines; and where the headline is the
    same but for its spaces.
    """
    start, end = doc.articles()[0]
    marks = [m for m in doc.marks if m.label == "title" and m.action == "field" and start <= m.start < end]
    own = {origin: line_key(value) for origin, value in own_titles(doc).items()}
    key = line_key(title)
    if not marks or not key:
        return False
    best = max(marks, key=lambda m: (m.score, -m.start))
    shown = str(best.value)
    seen = line_key(shown)
    if seen == key or seen.replace(" ", "") == key.replace(" ", ""):
        return seen != key
    if seen.startswith(f"{key} "):  # a title with a label at its end, or one that was cut short
        return shown[len(title) :].lstrip().startswith("|")
    said = [origin for origin, other in own.items() if other == key]
    if len(said) < _AGREE or seen in own.values():
        return False
    foreign = all(shared(seen, other) <= _FEW_SHARED and other not in seen for other in own.values())
    heads_part = any(b.markup is not None and b.markup.level > 1 for b in doc.blocks_in(best.start, best.end))
    return foreign or heads_part or set(said) == {"json-ld", "open-graph"}


def _authors(doc: Document, names: tuple[str, ...], *, is_group: bool = False) -> tuple[Author, ...]:
    people: list[Author] = []
    for name in names:
        if "://" in name or not has_letters(name) or len(name) > 200:
            continue
        # An organisation, or the site, has any name: 'the Port Ansel newsroom'; an account may be 'ann lee'.
        name = _unopened(doc, name)
        site = is_site(doc, name)
        whole = is_group or site or (" " in name and _may_be_person(doc, name))
        found = read_people(name, doc.lexicon, handles=True) if not site else None
        people += found or ((Author(name),) if whole and words(name) <= _LONGEST_NAME else ())
    # The publisher is often among them.
    persons = [p for p in people if not is_site(doc, p.name)]
    return tuple(dict.fromkeys(persons or people))


def _unopened(doc: Document, name: str) -> str:
    """Return a name without the 'By' that some systems keep before it."""
    first, _, rest = name.strip().partition(" ")
    return rest if rest and phrase_key(first) in doc.lexicon.terms.get("by", ()) else name


def _author_score(doc: Document, people: tuple[Author, ...], score: float, candidate: Candidate) -> float | None:
    """Return how sure authors of the metadata are by where the page shows their names; `None` where they count for nothing.

    A person beside the headline is surer than what any line seems to say. The site itself, an organisation, and an account
    of its software are no authors unless the page shows them, or says that they signed it, or is a report.
    """
    is_group = candidate.field == "organisations"
    persons = [p.name for p in people if not is_group and _is_full_name(doc, p.name)]
    names = [name.casefold() for name in persons or [p.name for p in people]]
    lines = doc.memo("page.masthead", lambda: [doc.blocks[i].text.casefold() for i in masthead(doc)])
    # A line that has not much but the name in it says more than one that mentions the site.
    room = len(doc.text) if persons else _ROOM
    if _is_publisher(doc, people, candidate):
        return None
    if all(any(name in line and len(line) <= len(name) + room for line in lines) for name in names):
        beside = _UNDER_BYLINE if _says_more(doc, set(names)) else _BESIDE
        return beside if persons else score - _ACCOUNT
    shown = all(_holds(doc.memo("page.text", doc.text.casefold), name) for name in names)
    if persons:
        return score if shown else score - _HIDDEN
    newsroom = candidate.is_news and (is_group or all(is_site(doc, p.name) for p in people))
    signed = newsroom or all(_may_sign(doc, p.name) for p in people)
    return score - 2 * _ACCOUNT if signed or (shown and not is_group) else None


def _says_more(doc: Document, names: set[str]) -> bool:
    """Tell whether the bylines beside the headline have these names and more, as where metadata has but the first author."""
    places = masthead(doc)
    shown: set[str] = set()
    for mark in doc.marks:
        if mark.label != "byline" or mark.score < _SURE_BYLINE or not isinstance(mark.value, tuple):
            continue
        if any(places.get(b.index) in ("above", "below") for b in doc.blocks_in(mark.start, mark.end)):
            shown |= {p.name.casefold() for p in mark.value if isinstance(p, Author) and not is_site(doc, p.name)}
    return shown > names


def _is_publisher(doc: Document, people: tuple[Author, ...], candidate: Candidate) -> bool:
    """Tell whether an author is but the publisher: the site, which either JSON-LD or a tag names so, and no line beside the headline.

    A report is signed by its newsroom; and a site may have the name of the person who writes it.
    """
    if candidate.is_news or not all(is_site(doc, p.name) for p in people):
        return False
    found = [c.value for c in page_candidates(doc) if c.field == "authors" and (c.item > 0) != (candidate.item > 0)]
    others = {name for value in found if isinstance(value, tuple) for name in value}
    lines = {doc.blocks[i].text for i in masthead(doc)}
    return not any(p.name in others or p.name in _signed(doc) or p.name in lines or _is_like_person(doc, p.name) for p in people)


def _is_like_person(doc: Document, name: str) -> bool:
    first, *others = name.split()
    shouted = any(len(word) > 1 and word.isupper() for word in (first, *others))
    return bool(others) and first.lower() != "the" and not shouted and _may_be_person(doc, name)


def _holds(text: str, name: str) -> bool:
    """Tell whether a name stands in a text, not as a part of a word: 'admin' is not in 'administration'."""
    return name in text and (not name.isascii() or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None)


def _may_sign(doc: Document, name: str) -> bool:
    """Tell whether the page says, where it is shared, that this account has written it."""
    return name in _signed(doc) and not is_site(doc, name) and (len(name) <= _LONGEST_ACCOUNT or not name.isalnum())


def _signed(doc: Document) -> list[str]:
    """Return the names that the page has shown where it is shared: `twitter:label1` is 'Written by', `twitter:data1` the name."""

    def find() -> list[str]:
        metas = dict(doc.head.metas if doc.head is not None else ())
        labels = {number: phrase_key(metas.get(f"twitter:label{number}", "")) for number in (1, 2)}
        names = [metas.get(f"twitter:data{number}", "") for number, label in labels.items() if label in doc.lexicon.terms.get("by", ())]
        return [name.strip() for name in names if has_letters(name) and not is_role(name, doc.lexicon)]

    return doc.memo("page.signed", find)


def _may_be_person(doc: Document, name: str) -> bool:
    """Tell whether a name is a person's, also of an account that has it in lower case: 'ann lee'."""
    return is_person(name.title() if name.islower() else name, doc.lexicon)


def _is_full_name(doc: Document, name: str) -> bool:
    spaced = " " in name.strip() or not name.isascii()
    return spaced and is_person(name, doc.lexicon) and not is_site(doc, name) and not is_role(name, doc.lexicon) and not says_role(name, doc.lexicon)
