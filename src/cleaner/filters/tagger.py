"""What the learned tagger says: which lines a reader came for, and which not.

It votes on every line when the rules have said what they know. What it takes for content it keeps, against rules that are
less sure; what it takes for junk, and no rule has named, it removes as `boilerplate`. A line that may be a title, a byline, a
date or a notice it leaves to the filters of fields; `leftovers` works after them and takes what none of them claimed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import is_date_piece, line_dates
from cleaner.grammar.entries import is_caption, says_one_article
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_sentence, is_headline, is_prose, words
from cleaner.tagger.evidence import by_distance, content, cut
from cleaner.tagger.guard import fallback
from cleaner.tagger.headline import headline, heads_likely
from cleaner.tagger.model import predict
from cleaner.tagger.parts import CLAIMED

# How likely a line must be one that the filters of fields read for them to have it.
_MAYBE = 0.3
# So many lines that are so likely titles, or starts of records, are those of several articles.
_SEVERAL, _STARTS = 5, 0.5
# A whole line that is a known phrase (0.95) is junk whatever the tagger says; in flat text any phrase with company (0.6) is,
# but for those of menus and side columns, of which the next lines hold.
_SUREST, _SUREST_FLAT = 0.949, 0.599
# These say where a line stands, which the network has seen as well: where it is this sure in spite of it, half of the words so
# kept were gold on WCXB (22,800 words of 1,492 pages), and those pages gain more than others lose. Such rules
# score 0.85 at most, but for whole phrases.
_SEEN = frozenset(("hidden", "menu", "footer", "widget"))
_SURE, _OVER_SEEN = 0.65, 0.86
# These guess by what is around, half sure; on pages that do not say that they are one article, lists and shops, any vote is better.
_GUESSED, _OVER_GUESSED = frozenset(("outside-main", "link-list")), 0.51
# On a page of so few lines that there is little to go by, flat or not, a sentence in an article and the heading over it are
# content unless they are this unlikely to be. Flat text of more lines that has two dates may be several short articles, which the
# network takes for teasers.
_FEW_FLAT, _FEW = 30, 8
_FEW_DATED, _DATES = 100, 2
_DOUBT = 0.02
_SENTENCE_WORDS = 4
# A sentence that was cut off has no end, but more words than most headings.
_CUT_WORDS = 10
_LONGEST_DATE = 60
_DIGIT = re.compile(r"\d")


@rule("tagger", "content", "boilerplate", "headline")
def tagger(doc: Document) -> Iterator[Mark]:
    """A vote on every line: `content` keeps it, `boilerplate` removes it.

    In flat text a section label or a source line looks like a menu's, so that there the filters of fields come first; the
    line that heads a page of one article is its `headline`, beside which these look for who and when.
    """
    if fallback(doc):
        return
    yield from _votes(doc)
    likely, least = content(doc), cut(doc)
    claimed = predict(doc).part[:, list(CLAIMED)].sum(1).tolist()
    for block in [] if _is_meagre(doc) else doc.open_blocks():
        p = likely[block.index]
        if p < least and claimed[block.index] < _MAYBE and _may_go(doc, block):
            yield Mark(block.start, block.end, "remove", "boilerplate", score=1 - p)


@rule("tagger", "content", "headline")
def votes(doc: Document) -> Iterator[Mark]:
    """The votes that keep a line, for a pipeline without fields: what they do not keep `leftovers` removes."""
    if not fallback(doc):
        yield from _votes(doc)


def _votes(doc: Document) -> Iterator[Mark]:
    most = _SUREST_FLAT if doc.head is None else _SUREST
    if doc.head is None:
        yield from _headline(doc)
    least, copies = cut(doc), Counter(map(doc.key, doc.blocks))
    for block, p in zip(doc.blocks, content(doc), strict=True):
        if p >= least:
            over = _over_rules(doc, block, p) if copies[doc.key(block)] == 1 else 0.0
            yield Mark(block.start, block.end, "keep", "content", score=max(p * most, over))


def _over_rules(doc: Document, block: Block, p: float) -> float:
    """Return the score that a line needs which rules have removed for nothing but what the network has seen as well, or by a guess."""
    labels = doc.labels_on(block)
    if p >= _SURE and labels and labels <= _SEEN:
        return _OVER_SEEN
    return _OVER_GUESSED if labels and labels <= _GUESSED and not says_one_article(doc) else 0.0


def _headline(doc: Document) -> Iterator[Mark]:
    """The line that heads a page which does not seem to have several articles."""
    best = headline(doc) if (heads_likely(doc) >= _STARTS).sum() < _SEVERAL else None
    if best is not None:
        at, likely = best
        yield Mark(doc.blocks[at].start, doc.blocks[at].end, "keep", "headline", score=likely * _SUREST_FLAT)


def _may_go(doc: Document, block: Block) -> bool:
    """Tell whether a line may be removed before the filters of fields have seen it: in flat text just running text."""
    if doc.head is None:
        return is_prose(block.text)
    return not is_caption(doc, block) and not _may_be_date(doc, block)


def _may_be_date(doc: Document, block: Block) -> bool:
    """Tell whether a line is a date with a year, a part of one on several lines, or says as a whole who and when."""
    if len(block.text) > _LONGEST_DATE:
        return any(part.kind in ("published", "modified") for part in metadata_line(doc, block) or ())
    return _has_date(doc, block) or is_date_piece(block.text, doc.lexicon)


def _has_date(doc: Document, block: Block) -> bool:
    return _DIGIT.search(block.text) is not None and any(found.iso for found in line_dates(doc, block.text))


@rule("leftovers", "boilerplate")
def leftovers(doc: Document) -> Iterator[Mark]:
    """The lines that the tagger left to the filters of fields, and that none of them claimed."""
    if fallback(doc):
        return
    likely, least = content(doc), cut(doc)
    if doc.head is None and len(doc.articles()) == 1:
        likely = by_distance(doc, likely)
    for block in _left(doc):
        p = likely[block.index]
        spared = _is_meagre(doc) and (_is_sentence(block) or _heads_sentence(doc, block))
        if p < (_DOUBT if spared else least) and not _is_claimed(doc, block):
            yield Mark(block.start, block.end, "remove", "boilerplate", score=1 - p)


def _left(doc: Document) -> list[Block]:
    """Return the open lines; in flat text those of the articles, where these have text: what lies outside goes as such."""
    inside = [b for start, end in doc.articles() for b in doc.blocks_in(start, end) if doc.is_open(b)]
    return inside if doc.head is None and any(is_prose(b.text) for b in inside) else doc.open_blocks()


def _is_meagre(doc: Document) -> bool:
    count = len(doc.blocks)
    if doc.head is not None:
        return count < _FEW
    return count < _FEW_FLAT or (count < _FEW_DATED and doc.memo("tagger.dated", lambda: _is_dated(doc)))


def _is_dated(doc: Document) -> bool:
    """Tell whether lines of a page say when as often as those of several articles do."""
    dated = (block for block in doc.blocks if len(block.text) <= _LONGEST_DATE and _has_date(doc, block))
    return len(list(islice(dated, _DATES))) == _DATES


def _is_sentence(block: Block) -> bool:
    count = words(block.text)
    return count >= _SENTENCE_WORDS and (ends_sentence(block.text) or count >= _CUT_WORDS)


def _heads_sentence(doc: Document, block: Block) -> bool:
    """Tell whether a line stands right over a sentence that is still open, as a sub-heading does."""
    below = doc.blocks[block.index + 1 : block.index + 2]
    return bool(below) and is_headline(block.text) and doc.is_open(below[0]) and _is_sentence(below[0])


def _is_claimed(doc: Document, block: Block) -> bool:
    return any(mark.action == "field" for mark in doc.marks_on(block))
