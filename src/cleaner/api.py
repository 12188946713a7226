"""The three functions of the library: `process`, and the two short ways to what it returns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from cleaner.assemble import Assembled, assemble, kept_text
from cleaner.document import Context, Document
from cleaner.errors import OptionError, UnsupportedContentError
from cleaner.filter import Filter, Pipeline
from cleaner.grammar.shape import is_prose
from cleaner.ledger import Ledger
from cleaner.lexicon import LANGUAGES, Lexicon, detect_language, line_key
from cleaner.lexicon.store import base_language
from cleaner.parse.source import HTML_TYPES, TEXT_TYPES, Source, parse
from cleaner.presets import preset
from cleaner.record import Record
from cleaner.settle import settle

_MEDIA_TYPE = re.compile(r"\s*[\w!#$&^.+-]+/[\w!#$&^.+-]+\s*(?:;|$)")
_LANGUAGE_SAMPLE = 4000


@dataclass(frozen=True, slots=True)
class Removal:
    """Text that was taken out: its span in the document's text, why (`label`), and which rule said so."""

    start: int
    end: int
    text: str
    label: str
    by: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that was found for a field of a record: what, how sure (0..1), by which rule, where it came from, and
    whether it is in the record. `start` and `end` are its span in the document's text; metadata has an empty one.
    """  # noqa: D205

    value: object
    score: float
    by: str
    origin: str
    start: int
    end: int
    won: bool


@dataclass(frozen=True, slots=True)
class Result:
    """All that is known of one input: the records, the kept text, and what became of every character.

    `articles` gives the span of the document's text that each record was found in.
    """

    records: tuple[Record, ...]
    text: str
    document: Document
    ledger: Ledger
    removed: tuple[Removal, ...]
    warnings: tuple[str, ...]
    articles: tuple[tuple[int, int], ...] = ()

    def candidates(self, record: Record, field: str) -> list[Candidate]:
        """Return every value that was found for a field (a name of `Record`) of one of the records, the surest first.

        Raises `OptionError` for a record that is none of this result's.

        >>> result = process('<title>Tea - Daily</title><h1>On Tea</h1><p>' + "Tea is a drink. " * 20)
        >>> [(c.value, c.origin, c.won) for c in result.candidates(result.records[0], "title")]
        [('On Tea', 'text', True), ('Tea - Daily', 'title-tag', False)]
        """
        if not any(record is own for own in self.records):
            raise OptionError("not a record of this result", option="record")
        start, end = self.articles[[record is own for own in self.records].index(True)]
        labels = LABELS.get(field, (field,))
        marks = [m for m in (*self.ledger.winners, *self.ledger.losers) if m.action == "field" and m.label in labels]
        inside = [m for m in marks if start <= m.start < max(end, start + 1) and m.value not in (None, "", ())]
        held = getattr(record, field, None)
        found = [Candidate(m.value, m.score, m.by, m.origin, m.start, m.end, _holds(held, m.value)) for m in inside]
        return sorted(dict.fromkeys(found), key=lambda c: (-c.won, -c.score, c.start))

    def source_ranges(self, item: Record | Removal) -> tuple[tuple[int, int], ...]:
        """Return where a record or a removal stands in `document.source`, the HTML: ranges of elements, in order, merged.

        Empty for plain text and for a BeautifulSoup object, which do not know their source.
        """
        spans = [s for found in item.spans.values() for s in found] if isinstance(item, Record) else [(item.start, item.end)]
        blocks = {b.index: b for start, end in spans for b in self.document.blocks_in(start, end)}
        ranges = sorted(r for b in blocks.values() if (r := self.document.source_range(b)) is not None)
        merged: list[tuple[int, int]] = []
        for first, last in ranges:
            if merged and first <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(last, merged[-1][1])
            else:
                merged.append((first, last))
        return tuple(merged)


# The labels of the marks that fill a field of a record, where they are not the field's own name.
LABELS: dict[str, tuple[str, ...]] = {
    "authors": ("byline",),
    "credits": ("credit",),
    "sources": ("source",),
    "captions": ("caption",),
    "truncation_reason": ("truncated",),
    "syndicated_from": ("syndication-notice", "read-rest"),
}


def _holds(held: object, value: object) -> bool:
    """Tell whether a field's value is, or contains all of, a candidate's."""
    if isinstance(held, tuple):
        parts = value if isinstance(value, tuple) else (value,)
        return bool(held) and all(part in held for part in parts)
    if isinstance(held, str) and isinstance(value, str):
        return held == value or value in held.split(", ")
    return held == value


def process(
    source: Source,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    reference_date: date | None = None,
    pipeline: Pipeline | Filter | str | None = None,
) -> Result:
    """Return the records of a text and what became of every character of it.

    `content_type` such as `"text/plain; charset=cp1251"` says what the source is; without it HTML is
    told from text by its content. `language` is a code such as `"de"`, detected where it is not given.
    `reference_date` is the day from which 'yesterday' counts; without it relative dates are no dates.
    `pipeline` is a `Pipeline`, any filter, or the name of a preset.

    Raises `InputError` (see `cleaner.errors` for its kinds) for what cannot be cleaned, `FilterError`
    where a filter of the caller's breaks.

    >>> result = process("Skip to content\\n\\nTea Prices Fall\\n\\nBy Ann Lee\\n\\n" + "Tea got cheaper. " * 9)
    >>> result.records[0].title, result.records[0].authors[0].name
    ('Tea Prices Fall', 'Ann Lee')
    >>> [(r.text, r.label) for r in result.removed]
    [('Skip to content', 'skip-link')]
    """
    chosen = _pipeline(pipeline)
    doc, found = _cleaned(source, _context(url, language, reference_date), content_type, chosen)
    removed = tuple(_removals(doc, found.ledger))
    text = kept_text(doc, found)
    warnings = (*doc.context.warnings, *_own_warnings(doc, chosen))
    return Result(found.records, text, doc, found.ledger, removed, warnings, found.articles)


def clean(
    source: Source,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    reference_date: date | None = None,
    pipeline: Pipeline | Filter | str | None = None,
) -> list[Record]:
    """Return the records of a text: one for each article, none where there is none. See `process`.

    >>> clean("Share\\nTweet\\nPin it")
    []
    """
    result = process(
        source,
        url=url,
        content_type=content_type,
        language=language,
        reference_date=reference_date,
        pipeline=pipeline,
    )
    return list(result.records)


def clean_text(
    source: Source,
    *,
    url: str | None = None,
    content_type: str | None = None,
    language: str | None = None,
    reference_date: date | None = None,
    pipeline: Pipeline | Filter | str | None = None,
) -> str:
    """Return the content of a page in order, paragraphs joined by a blank line: `Result.text`, see `process`.

    The default pipeline is the preset `text`, which makes no records and takes half the time.

    >>> clean_text("Tea is a drink that many people like very much in the morning.\\n\\nShare this article\\n")
    'Tea is a drink that many people like very much in the morning.'
    """
    chosen = _pipeline("text" if pipeline is None else pipeline)
    return kept_text(*_cleaned(source, _context(url, language, reference_date), content_type, chosen))


def _cleaned(source: Source, context: Context, content_type: str | None, chosen: Pipeline) -> tuple[Document, Assembled]:
    """Return a page's document with the marks of a pipeline on it, and what comes of them."""
    doc = chosen.annotate(_document(source, context, content_type, chosen.lexicon))
    return doc, assemble(doc, settle(doc, doc.marks, doc.rejected))


def _own_warnings(doc: Document, pipeline: Pipeline) -> list[str]:
    """Return what is to be said of the result as a whole."""
    if doc.head is not None and not doc.blocks:
        return ["the page has no text: scripts may draw it"]
    if "content" not in pipeline.labels:
        return []
    from cleaner.tagger.guard import empties  # numpy takes a while to load

    return ["the tagger would have removed nearly all running text; the page was left to the rules"] if empties(doc) else []


def _pipeline(pipeline: Pipeline | Filter | str | None) -> Pipeline:
    if pipeline is None:
        return preset()
    if isinstance(pipeline, str):
        return preset(pipeline)
    if isinstance(pipeline, Pipeline):
        return pipeline
    return Pipeline([pipeline])


def _context(url: str | None, language: str | None, reference_date: date | None) -> Context:
    if url is not None and (not isinstance(url, str) or not url.strip()):
        raise OptionError(f"not an address: {url!r}", option="url")
    if reference_date is not None and not isinstance(reference_date, date):
        raise OptionError(f"not a date: {reference_date!r}", option="reference_date")
    if isinstance(reference_date, datetime):
        reference_date = reference_date.date()
    base_language(language)  # raises for what is no code
    return Context(url=url, language=language, reference_date=reference_date)


def _document(source: Source, context: Context, content_type: str | None, extra: Lexicon) -> Document:
    media_type, charset = _content_type(content_type)
    doc = parse(source, context, media_type=media_type, charset=charset)
    language = context.language or _language(doc)
    doc.context = _with_language(doc.context, language, extra)
    return doc


def _language(doc: Document) -> str | None:
    """Detect the language from the running text, or else from what is no English junk: that is on pages of any language."""
    prose = (b.text for b in doc.blocks if is_prose(b.text) and "©" not in b.text)
    text = _sample(prose)
    if not text:
        junk = Lexicon.for_language(None).index
        text = _sample(b.text for b in doc.blocks if not junk.match(line_key(b.text)))
    return detect_language(text)


def _sample(texts: Iterable[str]) -> str:
    """Return the first texts, as many as it takes to tell a language."""
    chosen: list[str] = []
    size = 0
    for text in texts:
        chosen.append(text)
        size += len(text)
        if size > _LANGUAGE_SAMPLE:
            break
    return "\n".join(chosen)


def _with_language(context: Context, language: str | None, extra: Lexicon) -> Context:
    return replace(context, language=language, lexicon=_lexicon(base_language(language), extra))


@lru_cache(maxsize=4 * len(LANGUAGES))
def _lexicon(language: str | None, extra: Lexicon) -> Lexicon:
    known = Lexicon.for_language(language)
    return known.merge(extra) if extra.phrases or extra.terms or extra.months else known


def _content_type(content_type: str | None) -> tuple[str | None, str | None]:
    """Return the media type and the charset of a Content-Type, as RFC 9110 writes it."""
    if content_type is None:
        return None, None
    if not isinstance(content_type, str) or not _MEDIA_TYPE.match(content_type):
        raise OptionError(f"not a content type: {content_type!r}", option="content_type")
    from email.message import Message  # a slow import that most calls never need

    message = Message()
    message["Content-Type"] = content_type
    kind = message.get_content_type()
    if kind not in TEXT_TYPES + HTML_TYPES:
        raise UnsupportedContentError(f"cannot read {content_type}; hand in HTML or text", content_type=content_type)
    return kind, message.get_content_charset()


def _removals(doc: Document, ledger: Ledger) -> list[Removal]:
    return [
        Removal(s.start, s.end, doc.text[s.start : s.end], s.label, s.by)
        for s in ledger.segments
        if s.action == "remove"
    ]
