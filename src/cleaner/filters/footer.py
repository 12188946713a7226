"""Page footers: copyright lines, legal links, 'Powered by'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import heads_article, matched_lines
from cleaner.grammar.shape import ends_sentence, is_prose, prose_blocks, width, words

_SIGN = re.compile(
    r"(?:^|[\s|–—-])(?:[©ⓒⒸ]|&copy;)|(?:^|[|–—-]\s)\W*(?:\(c\)|copyright\b)\s*(?:©|\(c\))?[\w .,&'’-]{0,60}(?:19|20)\d\d",
    re.IGNORECASE,
)
# One of these is in every such line.
_SIGNS = ("©", "copyright", "ⓒ", "(c)", "&copy;")
_WORD = re.compile(r"\W*copyright\s+(?:©\s*)?[^\W\d_]", re.IGNORECASE)
_WIDEST = 300
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = 12


@rule("footer", "copyright", "powered-by", "legal")
def footer(doc: Document) -> Iterator[Mark]:
    """Copyright lines, links to terms and policies, credits of the site's software."""
    seen: set[int] = set()
    for block, hit, score in matched_lines(doc, "footer", closing=True):
        if not hit.exact and not _is_footer(doc, block, hit.label):
            score = min(score, 0.4)
        seen.add(block.index)
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        if block.index not in seen and width(block.text) <= _WIDEST and _is_copyright(doc, block):
            yield Mark(block.start, block.end, "remove", "copyright", score=0.8 if not is_prose(block.text) else 0.6)


def _is_copyright(doc: Document, block: Block) -> bool:
    """Tell whether a line is a copyright line by its form: a sign and a year, or the word before a name."""
    text = block.text
    lower = text.lower()
    if not any(sign in lower for sign in _SIGNS):
        return False
    signed = _SIGN.search(text) is not None and _YEAR.search(text) is not None
    return signed or (
        _WORD.match(text) is not None and not ends_sentence(text) and words(text) <= 6 and not heads_article(doc, block)
    )


def _is_footer(doc: Document, block: Block, label: str) -> bool:
    """Tell whether a line that begins like a footer is one: 'Made by hand, it lasts.' and 'Copyright law is old.' are not."""
    if label == "legal" or _SIGN.search(block.text):
        return True
    last_text = max((i for i in prose_blocks(doc) if i != block.index), default=-1)
    sentence = ends_sentence(block.text) and words(block.text) >= 5
    return block.index > last_text and not (sentence and label == "powered-by")
