"""Links to the rest of a text: 'Continue Reading', 'Read the rest of this article on ...'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import LONE, WEAK, matched_lines, stands_in_prose
from cleaner.grammar.shape import ends_sentence, width, words
from cleaner.lexicon import line_key

_MOST_WORDS = 30
_LONG = 8
# Where a link may begin that an excerpt ends with: '… Read More', '... [Read more...] about X'.
_CUT = re.compile(r"(?:(?P<open>…|\.{3}|\. \. \.)|[.!?。！？])[\])”\"’]{0,2}\s*(?=\S)")
_LONGEST_TAIL = 220
_LONGEST_PHRASE = 80


@rule("readmore", "read-more", "read-rest")
def readmore(doc: Document) -> Iterator[Mark]:
    """Read-more links on a line of their own or at the end of an excerpt, and 'read the rest' lines."""
    done: set[int] = set()
    for block, hit, score in matched_lines(doc, "readmore", inline=True):
        if not hit.exact and (words(block.text) > _MOST_WORDS or (score == LONE and ends_sentence(block.text))):
            continue
        done.add(block.index)
        # 'Weiterlesen', '続きを読む': one word that says it all, where it does not stand between two paragraphs.
        sure = (
            max(score, WEAK)
            if hit.exact and width(doc.key(block)) >= _LONG and not stands_in_prose(doc, block)
            else score
        )
        yield Mark(block.start, block.end, "remove", hit.label, score=sure)
    for block in doc.open_blocks():
        if block.index not in done:
            yield from _tails(doc, block.start, block.text)


def _tails(doc: Document, start: int, text: str) -> Iterator[Mark]:
    """Find a read-more link that an excerpt ends with; after an ellipsis it may go on with the title."""
    cuts = list(_CUT.finditer(text, max(len(text) - _LONGEST_TAIL, 0)))
    for cut in reversed(cuts[-6:]):
        if not cut["open"] and len(text) - cut.end() > _LONGEST_PHRASE:  # only a whole phrase counts
            continue
        key = line_key(text[cut.end() :])
        for hit in doc.lexicon.index.match(key) if cut["open"] else doc.lexicon.index.exact(key):
            if hit.group == "readmore" and (cut["open"] or (hit.exact and (" " in key or len(key) > 6))):
                yield Mark(start + cut.end(), start + len(text), "remove", hit.label, score=0.85)
                return
