"""Containers of junk that the markup names: `<nav>`, `<footer>`, `class="sidebar"`, `id="related-posts"`."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.container import LABELS, contained


@rule("containers", *sorted(LABELS))
def containers(doc: Document) -> Iterator[Mark]:
    """All that stands in a container of junk, unless much of the page's text does."""
    for block, label in contained(doc) if doc.head is not None else ():
        yield Mark(block.start, block.end, "remove", label, score=0.85)
