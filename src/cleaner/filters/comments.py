"""Comment counts and comment forms."""

from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import matched_lines


@rule("comments", "comment-count", "comment-form")
def comments(doc: Document) -> Iterator[Mark]:
    """'3 Comments', 'Leave a Reply', the labels of the form's fields."""
    for block, hit, score in matched_lines(doc, "comments"):
        # An asterisk marks a field of a form that must be filled in: 'Comment *'.
        label = "comment-form" if hit.exact and block.text.endswith("*") else hit.label
        yield Mark(block.start, block.end, "remove", label, score=score)
