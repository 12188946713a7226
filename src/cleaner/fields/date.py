"""When an article was published, and when changed: from the dates of metadata lines."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import FoundDate, iso_date, line_dates, split_dates
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_sentence, width
from cleaner.grammar.tree import named_spans

_NAMES = frozenset(("time", "date", "datetime", "published", "posted", "timestamp", "pubdate", "datepublished", "datemodified", "updated", "modified"))
_CHANGED = frozenset(("updated", "modified", "datemodified"))
_FIRST = frozenset(("published", "datepublished", "posted", "pubdate"))
_WIDEST = 120


@rule("date", "published", "modified")
def date(doc: Document) -> Iterator[Mark]:
    """The dates of metadata lines, of `<time>`, and of elements called a date. A date in running text, in a caption
    or in a source line is none.
    """  # noqa: D205
    split = list(split_dates(doc))
    for first, last, found in split:
        yield Mark(doc.blocks[first].start, doc.blocks[last].end, "field", "published", found.iso, _score(found))
    taken = {i for first, last, _ in split for i in range(first, last + 1)}
    for block in doc.open_blocks():
        if "source" in doc.labels_on(block) or block.index in taken:
            continue
        for part in metadata_line(doc, block) or ():
            if part.kind in ("published", "modified") and isinstance(part.value, FoundDate):
                yield Mark(block.start + part.start, block.start + part.end, "field", part.kind, part.value.iso, _score(part.value))
    if doc.head is not None:
        yield from _marked(doc)


def _score(found: FoundDate) -> float:
    return 0.6 if found.ambiguous else 0.9


def _marked(doc: Document) -> Iterator[Mark]:
    """The dates that the markup calls so: a `datetime` says more than the text, which may be '2 days ago'."""
    for block in doc.open_blocks():
        if "source" in doc.labels_on(block):
            continue
        spans = list(named_spans(block, _NAMES))
        for start, end, element in spans:
            text = block.text[start:end]
            if width(text) > _WIDEST or (ends_sentence(block.text) and _FIRST.isdisjoint(element.words)):
                continue
            given = iso_date(element.get("datetime") or element.get("content")) if element.attrs else None
            seen = next((d for d in line_dates(doc, text)), None)
            iso = given or (seen.iso if seen is not None else None)
            if iso is None:
                continue
            read = [p for p in metadata_line(doc, block) or () if p.kind in ("published", "modified")]
            changed = "datemodified" in element.get("itemprop").lower() or {p.kind for p in read} == {"modified"}
            # In the hAtom format 'updated' is the class of an entry's one date.
            named = not _CHANGED.isdisjoint(element.words) and _FIRST.isdisjoint(element.words)
            changed = changed or (named and any(not _FIRST.isdisjoint(e.words) for _, _, e in spans))
            # 'Last updated' before what the markup calls the date of publication: there is no other date.
            changed = changed and "datepublished" not in element.get("itemprop").lower()
            score = (0.92 if given else 0.85) - 0.2 * named
            if given is None and seen is not None:
                start, end = start + seen.start, start + seen.end
            # The word that opens the date ('Published:') goes with it.
            start = min([p.start for p in read if p.start <= start and end <= p.end], default=start)
            label = "modified" if changed else "published"
            origin = "markup" if given else "text"
            yield Mark(block.start + start, block.start + end, "field", label, iso, round(score, 2), origin=origin)
