"""What a site asks of its visitors before they read: consent to cookies, another browser."""

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import matched_lines


@rule("consent", "cookie-notice", "browser-notice")
def consent(doc: Document) -> Iterator[Mark]:
    """Cookie notices and their buttons; that a browser must run scripts, be newer, or prove its reader human."""
    for block, hit, score in matched_lines(doc, "consent"):
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
