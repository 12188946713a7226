"""When an article was published, and when changed: from the dates of metadata lines."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import FoundDate
from cleaner.grammar.metaline import metadata_line


@rule("date", "published", "modified")
def date(doc: Document) -> Iterator[Mark]:
    """The dates of metadata lines. A date in running text, in a caption or in a source line is none."""
    for block in doc.open_blocks():
        if "source" in doc.labels_on(block):
            continue
        for part in metadata_line(doc, block) or ():
            if part.kind in ("published", "modified") and isinstance(part.value, FoundDate):
                score = 0.6 if part.value.ambiguous else 0.9
                yield Mark(block.start + part.start, block.start + part.end, "field", part.kind, part.value.iso, score)
