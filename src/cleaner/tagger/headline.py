"""The headline of flat text: which line heads a page's one article, and whether the page is one article at all.

The tagger looks at lines one by one. A headline shows in more than that: its words come again in the text, the page's first
line (often its `<title>`) and its address have it, and it stands above the text. `python -m training headline` finds
the weights of these signs; docs/tagger.md has figures.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import gt, lt

import numpy as np

from cleaner.document import Block, Document
from cleaner.grammar.dates import FoundDate
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.rhythm import HEADLINE, JUNK, META, OTHER, PROSE, Beat
from cleaner.grammar.shape import is_headline, is_prose, width, words
from cleaner.grammar.titles import shared
from cleaner.tagger.model import CONTENT, predict
from cleaner.tagger.parts import PARTS
from cleaner.tagger.text import Floats

SIGNS = ("start", "title", "overlap", "above", "first-line", "shape", "first", "length", "address")
# A logistic choice among a page's lines and none of them.
WEIGHTS = np.array((0.65, 0.16, 1.71, 1.72, 2.88, 0.47, -0.63, 0.73, 2.82), np.float32)
NONE = 2.98
# The same for several articles: log-odds of their headlines, one in the page's first line, the shares with a date, of dates out
# of order, and with an end, two sources or more, the share of the largest, how many (as a logarithm).
ARTICLES_SIGNS = ("starts", "first-line", "dates", "disorder", "ends", "sources", "largest", "number")
SEVERAL = np.array((0.76, -0.87, 2.99, -4.35, 0.34, 1.99, -6.62, -0.93), np.float32)
ONE = -3.99
# On a page of few lines the tagger has little to go by; all that is there may be meant.
_FEW_LINES, _LENIENT = 100, 0.5
SOURCED = frozenset({"source", "read-rest", "syndication-notice"})
_SOON, _BESIDE, _OVER, _FAR = 8, 4, 2, 40
# So likely does a record start with a line for that alone to count, and so many are they.
_STARTS, _LEAST_STARTS, _PAIR = 0.8, 3, 2
# Two headlines that share so many words are the same one.
_ALIKE = 0.6
# A page with less text than this beside its headlines lists them.
_LEAST_TEXT = 300
# So many characters of an ISO date tell the day.
_DAY = 10
_MAYBE, _FEW = 0.1, 3
# The text begins where so much of what the tagger takes for content is above.
_BEGINS = 0.03
_USUAL_WORDS = (5, 20)
_LEAST_KEY, _LONGEST_FIRST = 9, 400
_LEAST_WORD = 4
_TITLE = PARTS.index("title")
# No surer than this is the tagger of a line, in log-odds.
_SUREST = 6.9
_WORD = re.compile(r"\w+")
_SPACELESS = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_SLUG_WORD = re.compile(r"[a-z]{3,}")
_LEAST_SLUG = 2


def evidence(doc: Document) -> Floats:
    """Return the signs of a headline, of `SIGNS` each, for the n lines of a page: n x len(SIGNS)."""
    found = predict(doc)
    content = found.content >= CONTENT
    own = [_words(block.text) for block in doc.blocks]
    prose = [bool(content[b.index]) and doc.is_open(b) and is_prose(b.text) for b in doc.blocks]
    counts = Counter(word for words_, counted in zip(own, prose, strict=True) if counted for word in words_)
    slug = _slug(doc.context.url or "")
    begins = text_begins(doc)
    rows = []
    for block, words_, counted in zip(doc.blocks, own, prose, strict=True):
        again = sum(counts[word] > counted for word in words_)
        rows.append(
            (
                again / (len(words_) + 0.5),
                block.index <= begins,
                _is_in_first_line(doc, block),
                is_headline(block.text),
                block.index == 0,
                _USUAL_WORDS[0] <= words(block.text) <= _USUAL_WORDS[1],
                len(slug & _plain(block.text)) / len(slug) if slug else 0.0,
            )
        )
    odds = np.stack((log_odds(found.start), log_odds(found.part[:, _TITLE])), 1)
    return np.concatenate((odds, np.array(rows, np.float32)), 1)


def has_voted(doc: Document) -> bool:
    """Tell whether the tagger has read this page and kept some of it, and the page is flat text."""
    return doc.head is None and is_read(doc)


def is_read(doc: Document) -> bool:
    """Tell whether the tagger has read this page and kept some of it."""
    return any(mark.action == "keep" for mark in doc.marks)


def headline(doc: Document) -> tuple[int, float] | None:
    """Return the index of the line that heads the one article of a flat page and how likely it does, 0..1; `None` for none."""
    return doc.memo("tagger.headline", lambda: _choose(doc)) if doc.blocks else None


def _choose(doc: Document) -> tuple[int, float] | None:
    scores = np.append(evidence(doc) @ WEIGHTS, np.float32(NONE))
    scores[[b.index for b in doc.blocks if not doc.is_open(b)]] = -np.inf
    odds = np.exp(scores - scores.max())
    best = int(odds.argmax())
    return (best, float(odds[best] / odds.sum())) if best < len(doc.blocks) else None


def heads_likely(doc: Document) -> Floats:
    """Return how likely by the tagger's word alone each of n lines is a title or starts a record: n probabilities."""
    found = predict(doc)
    result: Floats = np.maximum(found.start, found.part[:, _TITLE])
    return result


def starts(doc: Document, sequence: Sequence[Beat]) -> list[int]:
    """Return the indices of the lines of flat text at which by the tagger's word alone records start; of two only where all else says so, too."""
    if not has_voted(doc):
        return []
    likely = heads_likely(doc)
    found = [at for at, beat in enumerate(sequence) if beat.kind in (HEADLINE, OTHER) and likely[beat.block.index] >= _STARTS]
    return found if len(found) >= _LEAST_STARTS or _are_two(doc, sequence, found) else []


def _are_two(doc: Document, sequence: Sequence[Beat], heads: Sequence[int]) -> bool:
    """Tell whether two headlines each have a text, and a date with a day beside them, the latest first as nearly all lists of
    articles have it.
    """  # noqa: D205
    if len(heads) != _PAIR or any(words(sequence[at].block.text) > _USUAL_WORDS[1] for at in heads):
        return False
    bounds = _bounds(sequence, heads)
    days = [_day(doc, sequence, at, end, is_list=True) for at, end in bounds]
    if not all(days) or days != sorted(days, key=str, reverse=True):
        return False
    content = predict(doc).content
    keys = [doc.key(sequence[at].block) for at in heads]
    return shared(keys[0], keys[-1]) < _ALIKE and all(
        any(beat.kind != META and _size(doc, beat, content) for beat in sequence[at + 1 : end]) for at, end in bounds
    )


def is_several(doc: Document, sequence: Sequence[Beat], heads: Sequence[int]) -> bool:
    """Tell whether a page has an article under each of these lines, in order, rather than one article.

    It has where the tagger is sure that they start records, with a date beside them, a read-more link or a source at their
    end; less so the more of the text is under one of them, and where the page's first line is a headline of the page.
    """
    least = ONE - (_LENIENT if len(doc.blocks) < _FEW_LINES else 0)
    return len(heads) > 1 and float(articles_evidence(doc, sequence, heads) @ SEVERAL) > least


def articles_evidence(doc: Document, sequence: Sequence[Beat], heads: Sequence[int]) -> Floats:
    """Return the signs, of `ARTICLES_SIGNS` each, that there is an article under each of these lines."""
    found = predict(doc)
    likely = heads_likely(doc)
    bounds = _bounds(sequence, heads)
    parts = [sequence[at:end] for at, end in bounds]
    sizes = [sum(_size(doc, beat, found.content) for beat in part[1:]) for part in parts]
    over = sum(_size(doc, beat, found.content) for beat in sequence[: heads[0]])  # may be the article
    total = over + sum(sizes)
    is_list = total < _LEAST_TEXT  # of headlines without a text
    days = [_day(doc, sequence, at, end, is_list=is_list) for at, end in bounds]
    signs = (
        float(log_odds(likely[list(heads)]).mean()),
        any(_is_in_first_line(doc, b) and likely[b.index] > _MAYBE and words(b.text) > _FEW for b in doc.blocks),
        sum(day is not None for day in days) / len(parts),
        _disorder([day for day in days if day]),
        sum(any(beat.closes and beat.label != "ellipsis" for beat in part) for part in parts) / len(parts),
        sum(any(beat.label in SOURCED for beat in part) for part in parts) > 1,
        0.0 if is_list else max(*sizes, over) / total,
        math.log(len(heads)),
    )
    return np.array(signs, np.float32)


def _bounds(sequence: Sequence[Beat], heads: Sequence[int]) -> list[tuple[int, int]]:
    """Return from where to where each headline and what stands under it go."""
    return list(zip(heads, [*heads[1:], len(sequence)], strict=True))


def _size(doc: Document, beat: Beat, content: Floats) -> int:
    """Return the columns of a line that is left and is running text, or content by the tagger's word, else 0."""
    left = doc.is_open(beat.block) and (beat.kind == PROSE or content[beat.block.index] >= CONTENT)
    return width(beat.block.text) if left else 0


def _day(doc: Document, sequence: Sequence[Beat], at: int, end: int, *, is_list: bool) -> str | None:
    """Return the date beside a headline with text soon below, if not in a list, empty where its day is not known, `None` for none."""
    below = [beat for beat in sequence[at + 1 : min(end, at + _FAR)] if beat.kind != JUNK][:_SOON]
    if not is_list and all(beat.kind != PROSE for beat in below):
        return None
    found = [day for beat in (*below[:_BESIDE], *sequence[max(at - _OVER, 0) : at]) if (day := _day_of(doc, beat)) is not None]
    return next((day for day in found if day), "") if found else None


def _day_of(doc: Document, beat: Beat) -> str | None:
    parts = metadata_line(doc, beat.block) or ()
    dates = [part.value for part in parts if part.kind in ("published", "modified")]
    day = next((date.iso[:_DAY] for date in dates if isinstance(date, FoundDate) and date.iso), "")
    return day if dates or beat.label == "date-stub" else None


def _disorder(days: Sequence[str]) -> float:
    """Return the share of steps from one date to the next that go the other way than most: lists of articles have none.

    >>> _disorder(["2024-05-08", "2024-05-06", "2024-05-06", "2024-04-30"]), _disorder(["2024-05-08", "2024-05-06", "2024-05-07"])
    (0.0, 0.5)
    """
    later, earlier = (sum(sign(a, b) for a, b in pairwise(days)) for sign in (lt, gt))
    return min(later, earlier) / (len(days) - 1) if len(days) > 1 else 0.0


def _is_in_first_line(doc: Document, block: Block) -> bool:
    """Tell whether a line below is in the page's first, which is often its `<title>`."""
    key = doc.key(block)
    return block.index > 0 and _LEAST_KEY <= len(key) <= _LONGEST_FIRST and key in doc.key(doc.blocks[0])[:_LONGEST_FIRST]


def _words(text: str) -> set[str]:
    """Return the words of a line that say what it is about: the longer ones; of scripts without spaces pairs of letters."""
    found = set()
    for word in _WORD.findall(text.casefold()):
        if _SPACELESS.search(word):
            found |= {word[i : i + 2] for i in range(max(len(word) - 1, 1))}
        elif len(word) >= _LEAST_WORD or not word.isascii():
            found.add(word)
    return found


def _plain(text: str) -> set[str]:
    """Return the words of a line as addresses have them, without accents."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return set(_WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))


def _slug(url: str) -> set[str]:
    """Return the words of the part of an address that has the most.

    >>> sorted(_slug("https://example.org/news/2024/boats-come-home-17.html"))
    ['boats', 'come', 'home', 'html']
    """
    parts = [set(_SLUG_WORD.findall(part)) for part in url.lower().partition("?")[0].split("/")[3:]]
    best = max(parts, key=len, default=set())
    return best if len(best) >= _LEAST_SLUG else set()


def text_begins(doc: Document) -> int:
    """Return the index of the line at which a page's text begins by what the tagger takes for content."""
    content = predict(doc).content >= CONTENT
    sizes = [width(b.text) if content[b.index] and doc.is_open(b) else 0 for b in doc.blocks]
    return int(np.searchsorted(np.cumsum(sizes), _BEGINS * sum(sizes)))


def log_odds(p: Floats) -> Floats:
    """Return the log-odds of probabilities, within what the tagger can be sure of."""
    p = np.clip(p, 1e-6, 1 - 1e-6)
    result: Floats = np.clip(np.log(p / (1 - p)), -_SUREST, _SUREST)
    return result
