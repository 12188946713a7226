"""The junk inside metadata lines: comment counts, tags and separators beside the date and the byline."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.metaline import metadata_line

_FROM_PHRASES = (
    "tag-list", "comment-count", "comment-form", "share-bar", "follow-us", "read-more", "read-rest", "date-stub", "newsletter",
    "paywall", "skip-link", "connect", "breadcrumb", "pagination", "back-to-top", "search-box", "login", "powered-by", "legal",
)  # fmt: skip


@rule("metadata", "separator", *_FROM_PHRASES)
def metadata(doc: Document) -> Iterator[Mark]:
    """What is left of a metadata line once its date, byline and section are taken."""
    for block in doc.open_blocks():
        for part in metadata_line(doc, block) or ():
            start, end = block.start + part.start, block.start + part.end
            if part.kind == "junk":
                yield Mark(start, end, "remove", str(part.value), score=0.9)
            elif part.kind in ("separator", "opener") and block.text[part.start : part.end].strip():
                # Under the fields in rank: a separator inside a field's span stays with it.
                yield Mark(start, end, "remove", "separator", score=0.5)
