"""The labels of advertising slots; the advertising itself is rarely text."""

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import LONE, WEAK, matched_lines
from cleaner.grammar.shape import width


@rule("ads", "ad-label")
def ads(doc: Document) -> Iterator[Mark]:
    """'Advertisement', 'Story continues below'. They stand in the midst of prose, so company is not asked for."""
    for block, hit, score in matched_lines(doc, "ads", inline=True):
        sure = WEAK if score == LONE and hit.exact and width(block.text) > 3 else score
        yield Mark(block.start, block.end, "remove", hit.label, score=sure)
