"""Who else had a hand in an article: 'Translated by A', 'Edited by B and C'."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.openers import CREDIT_ROLES
from cleaner.record import Credit


@rule("credit", "credit")
def credit(doc: Document) -> Iterator[Mark]:
    """Translators, editors, photographers and the like on lines of their own. The value is a tuple of credits."""
    for block in doc.open_blocks():
        for part in metadata_line(doc, block) or ():
            if part.kind in CREDIT_ROLES and isinstance(part.value, tuple):
                people = tuple(Credit(part.kind, person.name) for person in part.value)
                yield Mark(block.start + part.start, block.start + part.end, "field", "credit", people, 0.9)
