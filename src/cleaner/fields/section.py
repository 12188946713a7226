"""The section label of an article: over its title, or in a metadata line ('Filed under: News')."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import is_label, words

_MOST_WORDS = 4


@rule("section", "section")
def section(doc: Document) -> Iterator[Mark]:
    """The label above a title, within its article; what 'Posted in' opens."""
    for block in doc.open_blocks():
        for part in metadata_line(doc, block) or ():
            if part.kind == "section" and isinstance(part.value, str):
                value = part.value.strip(" :：,|/")
                yield Mark(
                    block.start + part.start,
                    block.start + part.end,
                    "field",
                    "section",
                    value,
                    0.8 if part.opened else 0.5,
                )
    for start, _ in doc.articles():
        at = next((b.index for b in doc.blocks_in(start, start + 1)), None)
        if at is None:
            continue
        for block in doc.blocks[at : at + 3]:
            if "title" in doc.labels_on(block):
                break
            if (
                doc.is_open(block)
                and not doc.marks_on(block)
                and is_label(block.text)
                and words(block.text) <= _MOST_WORDS
            ):
                yield Mark(block.start, block.end, "field", "section", block.text, 0.7)
                break
