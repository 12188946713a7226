"""Page footers: copyright lines, legal links, 'Powered by'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import matched_lines
from cleaner.grammar.shape import ends_sentence, is_prose, width, words

_SIGN = re.compile(
    r"(?:^|[\s|–—-])(?:[©ⓒⒸ]|&copy;)|(?:^|[|–—-]\s)\W*(?:\(c\)|copyright\b)\s*(?:©|\(c\))?[\w .,&'’-]{0,60}(?:19|20)\d\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PARTS = 12


@rule("footer", "copyright", "powered-by", "legal")
def footer(doc: Document) -> Iterator[Mark]:
    """Copyright lines, links to terms and policies, credits of the site's software."""
    seen: set[int] = set()
    for block, hit, score in matched_lines(doc, "footer", closing=True):
        # 'Copyright law is changing', 'Made by hand': a sentence is no footer.
        if not hit.exact and ends_sentence(block.text) and words(block.text) >= 5 and not _SIGN.search(block.text):
            score = min(score, 0.4 if hit.label == "powered-by" or is_prose(block.text) else score)
        if not hit.exact and hit.label in ("powered-by", "copyright") and block.index < len(doc.blocks) // 2:
            score = min(score, 0.4)
        seen.add(block.index)
        yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        if (
            block.index not in seen
            and width(block.text) <= 300
            and _SIGN.search(block.text)
            and _YEAR.search(block.text)
        ):
            yield Mark(block.start, block.end, "remove", "copyright", score=0.8 if not is_prose(block.text) else 0.6)
