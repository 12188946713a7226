"""Document and ledger to records: what each article's segments say, put together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeVar

from cleaner.document import Block, Document, Mark
from cleaner.grammar.dates import line_dates
from cleaner.grammar.names import is_role
from cleaner.grammar.shape import SURE_PROSE, has_letters, is_prose, width
from cleaner.ledger import BODY, WHITESPACE, Ledger, Segment
from cleaner.record import Author, Caption, Credit, Record, Source, Syndication

OUTSIDE = "outside-article"
_BY = "assemble"
# A page of so much junk that what is left without an article is junk, too.
_MOSTLY = 0.5
# So sure must a vote be that keeps other text than running text outside of all articles.
_SURE = 0.55
# Lines over this width are paragraphs, not lines of one (poems, addresses, hard-wrapped text).
_WRAP_WIDTH = 100

Span = tuple[int, int]
T = TypeVar("T")


class Piece(NamedTuple):
    """A kept part of the text with the block it lies in."""

    block: Block
    start: int
    end: int


class Assembled(NamedTuple):
    """The records, the span of the text that each was found in, and the ledger with what lies in none removed."""

    records: tuple[Record, ...]
    articles: tuple[Span, ...]
    ledger: Ledger


def assemble(doc: Document, ledger: Ledger) -> Assembled:
    """Return the records, and the ledger in which the text that lies in none is removed as `outside-article`.

    `doc` carries the marks with the boundaries. A page without articles gives no records; its text then
    stays, unless most of the page is junk.
    """
    spans = doc.articles()
    index = _Index(ledger)
    built = [(span, _record(doc, index, span)) for span in spans]
    articles = [(span, record) for span, record in built if record is not None]
    inside = [span for span, _ in articles]
    # Titles without any running text are too little evidence to call the rest of the page junk.
    has_text = any(is_prose(line) for _, record in articles for line in record.body.split("\n"))
    if articles and not (has_text and _hold_the_most(doc, inside)):
        inside = [(0, len(doc.text))]
    segments = tuple(_outside(doc, ledger.segments, inside))
    records = tuple(record for _, record in articles)
    return Assembled(records, tuple(span for span, _ in articles), replace(ledger, segments=segments))


def kept_text(doc: Document, made: Assembled) -> str:
    """Return the page's content, paragraphs joined by a blank line.

    That is all that is kept but for the captions of records, the lines that only say who, when and where, and the title of a
    page's one article; where there are several, titles part them. A page without any junk is content from end to end: nothing
    is left out of it.
    """
    skipped = {WHITESPACE}
    if any(s.action == "remove" for s in made.ledger.segments):
        skipped |= _META | ({"caption"} if made.records else set())
        skipped |= {"title"} if len(made.records) == 1 and made.records[0].body else set()
    kept = (s for s in made.ledger.segments if s.action != "remove" and s.label not in skipped)
    return _join(doc, _pieces(doc, kept))[0]


def _pieces(doc: Document, segments: Iterable[Segment]) -> list[Piece]:
    """Cut segments at block ends and trim them; text without a letter or digit between removals goes with them."""
    pieces = []
    for segment in segments:
        for block in doc.blocks_in(segment.start, segment.end):
            start, end = max(segment.start, block.start), min(segment.end, block.end)
            text = doc.text[start:end]
            start += len(text) - len(text.lstrip())
            end -= len(text) - len(text.rstrip())
            if start < end:
                pieces.append(Piece(block, start, end))
    return pieces


def _join(doc: Document, pieces: list[Piece]) -> tuple[str, list[Span]]:
    parts: list[str] = []
    spans: list[Span] = []
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.block is piece.block:
            parts.append(doc.text[last.end : piece.start] if not doc.text[last.end : piece.start].strip() else " ")
        elif last is not None:
            same = _same_paragraph(last.block, piece.block)
            # Within a paragraph the indent of a line is a part of the text: code, verse.
            parts.append("\n" + doc.text[last.end : piece.start].rpartition("\n")[2] if same else "\n\n")
        parts.append(doc.text[piece.start : piece.end])
        spans.append((piece.start, piece.end))
        last = piece
    return "".join(parts), spans


def _same_paragraph(above: Block, below: Block) -> bool:
    """Tell whether two lines are lines of one paragraph: short, and with nothing between them."""
    return (
        below.gap == 0 and below.index == above.index + 1 and max(width(above.text), width(below.text)) <= _WRAP_WIDTH
    )


class _Index:
    """The segments and the winning marks of a ledger, by where they start."""

    def __init__(self, ledger: Ledger) -> None:
        self._segments = ledger.segments
        self._starts = [segment.start for segment in ledger.segments]
        self._marks = [mark for mark in ledger.winners if mark.action != "split"]
        self._mark_starts = [mark.start for mark in self._marks]

    def segments(self, span: Span) -> tuple[Segment, ...]:
        return self._segments[max(bisect_right(self._starts, span[0]) - 1, 0) : bisect_left(self._starts, span[1])]

    def marks(self, span: Span) -> list[Mark]:
        return self._marks[bisect_left(self._mark_starts, span[0]) : bisect_left(self._mark_starts, span[1])]


def _record(doc: Document, index: _Index, span: Span) -> Record | None:
    """Return the record of one article, `None` where the span holds neither title nor text."""
    kept = (s for s in index.segments(span) if s.action == "keep" and s.label == BODY)
    body, body_spans = _join(doc, _pieces(doc, kept))
    fields = _Fields(index.marks(span))
    title = fields.first("title", str)
    if not has_letters(body):
        body, body_spans = "", []
    if title is None and not body:
        return None
    reasons = set(fields.values("truncated", str)) - ({"no-body"} if body else set())
    reason = next((r for r in Record.TRUNCATION_REASONS if r in reasons), None)
    return Record(
        title=title,
        section=", ".join(dict.fromkeys(fields.values("section", str))) or None,
        standfirst=fields.first("standfirst", str),
        authors=tuple(dict.fromkeys(fields.parts("byline", Author))),
        credits=tuple(dict.fromkeys(fields.parts("credit", Credit))),
        published=fields.first("published", str),
        modified=fields.first("modified", str),
        sources=tuple(fields.parts("source", Source)),
        syndicated_from=fields.syndication(),
        captions=tuple(fields.values("caption", Caption)),
        truncated=reason is not None,
        truncation_reason=reason,
        body=body,
        language=doc.context.language,
        url=doc.context.url,
        spans=fields.spans(body_spans),
        confidence=fields.confidence(bool(body), title is not None),
        origins=fields.origins(bool(body)),
        remarks=_remarks(doc, fields),
    )


def _remarks(doc: Document, fields: _Fields) -> dict[str, str]:
    """Return what to know of values: authors that are roles, dates that could be read in two ways."""
    remarks = {"authors": "role"} if any(is_role(a.name, doc.lexicon) for a in fields.parts("byline", Author)) else {}
    for label in ("modified", "published"):
        for mark in fields.of(label)[:1]:
            dates = line_dates(doc, doc.text[mark.start : mark.end]) if mark.start < mark.end and mark.origin == "text" else []
            if any(date.ambiguous and date.iso == mark.value for date in dates):
                remarks[label] = "ambiguous"
    return {name: remarks[name] for name in sorted(remarks)}


# Where a record's field has another name than the mark's label.
_FIELDS = {
    "byline": "authors",
    "credit": "credits",
    "source": "sources",
    "caption": "captions",
    "syndication-notice": "syndicated_from",
    "read-rest": "syndicated_from",
}
_SINGLE = ("title", "standfirst", "published", "modified")
_OF_ONE_ORIGIN = ("byline", "section")
# Bylines of one article are about as sure as each other.
_NEARLY, _APART = 0.16, 160
_SEEN = ("text", "markup")
_META = frozenset(("byline", "published", "modified", "section"))


class _Fields:
    """The marks of one article by the field that they fill."""

    def __init__(self, marks: list[Mark]) -> None:
        self._by_label: dict[str, list[Mark]] = {}
        for mark in marks:
            if mark.value not in (None, "", ()):
                self._by_label.setdefault(mark.label, []).append(mark)
        for label, found in self._by_label.items():
            if label in _SINGLE:  # a second date, a second title: the surer, then the first one holds
                self._by_label[label] = [max(found, key=lambda m: (m.score, -m.start))]
            elif label in _OF_ONE_ORIGIN:  # names in the text are not mixed with those in the metadata
                best = max(found, key=lambda m: m.score)
                alike = [m for m in found if _is_seen(m) == _is_seen(best)]
                alike = _together(alike, best) if label == "byline" else alike
                self._by_label[label] = alike if _is_seen(best) else [best]

    def of(self, label: str) -> list[Mark]:
        return self._by_label.get(label, [])

    def values(self, label: str, kind: type[T]) -> list[T]:
        return [m.value for m in self.of(label) if isinstance(m.value, kind)]

    def first(self, label: str, kind: type[T]) -> T | None:
        return next(iter(self.values(label, kind)), None)

    def parts(self, label: str, kind: type[T]) -> list[T]:
        return [part for value in self.values(label, tuple) for part in value if isinstance(part, kind)]

    def syndication(self) -> Syndication | None:
        found = [m for label in ("syndication-notice", "read-rest") for m in self.of(label)]
        named = [m.value for m in found if isinstance(m.value, Syndication)]
        return min(named, key=lambda s: s.publisher is None, default=None)

    def spans(self, body: list[Span]) -> dict[str, tuple[Span, ...]]:
        spans: dict[str, list[Span]] = {"body": body} if body else {}
        for label, marks in self._by_label.items():
            found = [(m.start, m.end) for m in marks if m.start < m.end]
            if found:
                spans.setdefault(_FIELDS.get(label, label), []).extend(found)
        return {name: tuple(sorted(found)) for name, found in sorted(spans.items())}

    def origins(self, has_body: bool) -> dict[str, str]:
        found = {_FIELDS.get(label, label): marks[0].origin for label, marks in self._by_label.items()}
        if has_body:
            found["body"] = "text"
        return {name: found[name] for name in sorted(found)}

    def confidence(self, has_body: bool, has_title: bool) -> dict[str, float]:
        scores: dict[str, float] = {}
        for label, marks in self._by_label.items():
            name = _FIELDS.get(label, label)
            scores[name] = max(scores.get(name, 0.0), min(m.score for m in marks))
        if has_body:
            scores["body"] = 0.9 if has_title else 0.6
        return {name: round(scores[name], 3) for name in sorted(scores)}


def _together(found: list[Mark], best: Mark) -> list[Mark]:
    """Return the bylines that are nearly as sure as the best one and stand with it, one after the other."""
    near = [m for m in found if m.score >= best.score - _NEARLY]
    at = near.index(best)
    first, last = at, at + 1
    while first > 0 and near[first].start - near[first - 1].end <= _APART:
        first -= 1
    while last < len(near) and near[last].start - near[last - 1].end <= _APART:
        last += 1
    return near[first:last]


def _is_seen(mark: Mark) -> bool:
    return mark.origin in _SEEN


def _outside(doc: Document, segments: tuple[Segment, ...], inside: list[Span]) -> Iterable[Segment]:
    """Yield the segments, those outside of all articles removed where there are articles or else mostly junk."""
    if not inside and not _mostly_junk(doc, segments):
        yield from segments
        return
    edges = sorted({edge for span in inside for edge in span})
    starts = [start for start, _ in inside]
    for segment in segments:
        if segment.action == "remove" or segment.label == WHITESPACE:
            yield segment
            continue
        cuts = [
            segment.start,
            *edges[bisect_right(edges, segment.start) : bisect_left(edges, segment.end)],
            segment.end,
        ]
        for start, end in pairwise(cuts):
            at = bisect_right(starts, start) - 1
            if (at >= 0 and start < inside[at][1]) or _is_content(doc, start, end, bool(inside)):
                yield segment._replace(start=start, end=end)
            else:
                yield Segment(start, end, "remove", OUTSIDE, _BY)


def _hold_the_most(doc: Document, inside: list[Span]) -> bool:
    """Tell whether no more of what votes keep stands outside of all articles than in them."""
    kept = {block.index: width(block.text) for block in doc.open_blocks() if doc.kept(block)}
    within = kept.keys() & {block.index for span in inside for block in doc.blocks_in(*span)}
    return sum(kept.values()) <= 2 * sum(kept[index] for index in within)


def _is_content(doc: Document, start: int, end: int, outside: bool) -> bool:
    """Tell whether a filter says that text is what a reader came for; of text outside of articles it must be sure."""
    if not outside:
        return any(doc.kept(b) for b in doc.blocks_in(start, end))
    return any(doc.kept(b) >= (SURE_PROSE if is_prose(b.text) else _SURE) for b in doc.blocks_in(start, end))


def _mostly_junk(doc: Document, segments: tuple[Segment, ...]) -> bool:
    """Tell whether most lines were removed and no running text is left: that is never junk for want of a headline."""
    lines = sum(1 for s in segments if s.action == "remove")
    kept = (doc.text[s.start : s.end] for s in segments if s.action != "remove")
    return lines > _MOSTLY * len(doc.blocks) and not any(is_prose(text) for text in kept)
