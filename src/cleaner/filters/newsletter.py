"""Prompts to subscribe: newsletters, mailing lists, paywalls, donations."""

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import matched_lines


@rule("newsletter", "newsletter", "paywall")
def newsletter(doc: Document) -> Iterator[Mark]:
    """Newsletter prompts and paywall notices."""
    for block, hit, score in matched_lines(doc, "newsletter", inline=True):
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
