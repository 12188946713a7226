"""Cookie banners and what else asks for consent."""

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import matched_lines


@rule("consent", "cookie-notice")
def consent(doc: Document) -> Iterator[Mark]:
    """Cookie notices and their buttons."""
    for block, hit, score in matched_lines(doc, "consent"):
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
