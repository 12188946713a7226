"""Where one article ends and the next begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, pairwise, zip_longest

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.entries import Entry, articles, is_one_article
from cleaner.grammar.headings import page_title
from cleaner.grammar.masthead import masthead
from cleaner.grammar.rhythm import (
    CAPTION,
    END,
    HEADLINE,
    JUNK,
    META,
    OTHER,
    PROSE,
    Beat,
    beats,
    main_part,
    metadata_below,
)
from cleaner.grammar.shape import SURE_PROSE, is_label, width, words
from cleaner.grammar.tree import prose_width
from cleaner.tagger.headline import SOURCED, has_voted, text_begins

# Junk that stands below an article, not within.
_CLOSERS = frozenset(
    {"comment-form", "related", "widget", "copyright", "pagination", "legal", "author-bio", "publisher-description", "powered-by", "menu"}
)  # fmt: skip
# So much running text under a closer, as a share of what is above, and the closer closed nothing.
_RESUMES = 0.4
_MOST_HEAD = 4
# So many other articles tell how the last one ends, so many of them alike.
_LEAST_OTHERS = 2
_OTHERS_SHARE = 0.8
_DATES = frozenset({"published", "modified"})
_LEAST_TEXT = 200
# Among so many lines under junk an article goes on, if it does.
_SOON = 8
# So many paragraphs over the first title may be what the site says of itself.
_BLURB = 2
# The lines between a text and the next title; so many more empty lines on one side of a date say that it belongs to the other.
_WIDEST_HEAD, _APART = 8, 3
_SIGNS = frozenset({"byline", "published", "modified"})
# What stands beside a date, above a text or below.
_ASIDES = frozenset({"tag-list", "comment-count"})


@rule("boundary", "next-article", "end-of-articles")
def boundary(doc: Document) -> Iterator[Mark]:
    """A split over each title with what belongs above it, one over untitled text, one where the articles end."""
    if doc.head is not None and (marked := list(_by_markup(doc))):
        yield from marked
        return
    sequence = beats(doc)
    rest: list[int] = []
    titles = [b.block.index for b in sequence if "title" in doc.labels_on(b.block)]
    if not titles:
        yield from _untitled(sequence)
        return
    if len(titles) == 1 and has_voted(doc):
        yield from _of_one(doc, sequence, titles[0])
        return
    main = _main(sequence, titles)
    if main is not None:
        titles, rest = [titles[main]], titles[main + 1 :]
    dated = _dates_above(doc, sequence, titles)
    starts = [_start(sequence, at, dated, above) for above, at in zip([-1, *titles], titles, strict=False)]
    if not any(beat.kind in (JUNK, END) or beat.label == "date-stub" for beat in sequence[: titles[0]]):
        starts[0] = 0
    starts = _untitled_above(sequence, starts[0]) + starts
    for start in starts:
        yield Mark(sequence[start].block.start, sequence[start].block.start, "split", "next-article")
    ends = [*_end(sequence, titles[-1]), *_end_by_others(sequence, titles)]
    last = min(ends, key=lambda mark: mark.start, default=None)
    if main is not None and rest and (last is None or last.start > sequence[rest[0]].block.start):
        last = _end_mark(sequence[rest[0]].block)
    if last is not None:
        yield last


def _by_markup(doc: Document) -> Iterator[Mark]:
    """The bounds of the entries that the markup sets apart; on a page of one article, those of its element or text."""
    found = articles(doc)
    if len(found) < 2:
        title = page_title(doc)
        if title is None:
            if not is_one_article(doc) or not any(prose_width(b) for b in doc.open_blocks()):
                return
            title = next((b.index for b in doc.blocks if "title" in doc.labels_on(b)), None)
        first, last = _content(doc)
        if found:
            first, last = min(first, found[0].first), max(last, found[0].last)
        own = [first, last, *_who_and_when(doc), *([title] if title is not None else [])]
        found = [Entry(min(own), max(own), title)]
    else:
        found = _with_dates_above(doc, found)
    for entry, below in zip_longest(found, found[1:]):
        start = doc.blocks[entry.first].start
        yield Mark(start, start, "split", "next-article")
        after = entry.last + 1
        if after < (below.first if below is not None else len(doc.blocks)):
            yield _end_mark(doc.blocks[after])


def _of_one(doc: Document, sequence: list[Beat], title: int) -> Iterator[Mark]:
    """The bounds of the one article of flat text: from its headline with what belongs above, or from its text if that is higher up."""
    own = (text_begins(doc), _start(sequence, title, _dates_above(doc, sequence, [title]), -1), *_who_and_when(doc))
    start = sequence[min(own)].block.start
    yield Mark(start, start, "split", "next-article")
    yield from _end_of_one(doc, sequence, title)


def _who_and_when(doc: Document) -> list[int]:
    """Return the lines of the masthead that hold a date or a byline."""
    return [i for i in masthead(doc) if doc.labels_on(doc.blocks[i]) & _SIGNS]


def _with_dates_above(doc: Document, found: list[Entry]) -> list[Entry]:
    """Return the entries with the dates that stand right over them, outside of any, where most have one there."""
    ends = [-1, *(entry.last for entry in found)]
    dated = [above < entry.first - 1 and "published" in doc.labels_on(doc.blocks[entry.first - 1]) for above, entry in zip(ends, found, strict=False)]
    if 2 * sum(dated) <= len(found):
        return found
    return [entry._replace(first=entry.first - over) for over, entry in zip(dated, found, strict=True)]


def _content(doc: Document) -> tuple[int, int]:
    """Return the first and the last block that a vote keeps, or else of the running text that nothing removed."""
    open_blocks = doc.open_blocks()
    kept = [b.index for b in open_blocks if doc.kept(b)] or [b.index for b in open_blocks if prose_width(b)]
    return (kept[0], kept[-1]) if kept else (0, len(doc.blocks) - 1)


def _main(sequence: list[Beat], titles: list[int]) -> int | None:
    """Return which title is that of the page's one article, where all others head but teasers; else `None`."""
    parts = [sequence[at:end] for at, end in zip(titles, [*titles[1:], len(sequence)], strict=True)]
    texts = [sum(width(beat.block.text) for beat in part if beat.kind == PROSE) for part in parts]
    main = main_part(texts)
    if main is None:
        return None
    # A text without any junk was cleaned before: all of it is meant.
    if not any(beat.kind == JUNK or (beat.kind == END and beat.label != "source") for beat in sequence):
        return None
    # A brief with a source is an article, however short.
    sourced = any(beat.label in SOURCED for part in (*parts[:main], *parts[main + 1 :]) for beat in part)
    return None if sourced else main


def _untitled(sequence: list[Beat]) -> Iterator[Mark]:
    """Running text without any headline is an article all the same, if there is enough of it."""
    prose = [i for i, beat in enumerate(sequence) if beat.kind == PROSE]
    if not prose or sum(width(sequence[i].block.text) for i in prose) < _LEAST_TEXT // (
        1 + (len(prose) == len(sequence))
    ):
        return
    junk = any(beat.kind == JUNK for beat in sequence[: prose[0]])
    start = sequence[prose[0] if junk else 0].block.start
    yield Mark(start, start, "split", "next-article")
    yield from _end(sequence, prose[0])


def _untitled_above(sequence: list[Beat], end: int) -> list[int]:
    """Return the start of running text over the first title that is an article of its own: it has an end, or some length."""
    prose = [i for i in range(end) if sequence[i].kind == PROSE]
    closed = prose and any(beat.closes for beat in sequence[prose[0] : end])
    return prose[:1] if closed or len(prose) > _BLURB else []


def _dates_above(doc: Document, sequence: list[Beat], titles: list[int]) -> int:
    """Return how many of the metadata lines above a title belong to it rather than to the article above.

    Over the first title there is no article above; under the last text there is no title below.
    """
    first = _run_above(sequence, titles[0])
    if len(titles) < 2:
        return first
    over = [_run_above(sequence, at) for at in titles]
    dated = {beat.block.index for beat in sequence if doc.labels_on(beat.block) & _DATES}
    # Dates say most, for bylines and sections stand at either end.
    above = [any(i in dated for i in range(at - _MOST_HEAD, at)) and bool(run) for at, run in zip(titles, over, strict=True)]
    under = [_is_dated_under(sequence, at, dated) for at in titles]
    if sum(under) >= max(sum(above), len(titles) / 2):
        return 0
    nearer = _nearer(sequence, titles, dated)
    footers = metadata_below(sequence, titles[-1])
    if nearer < 0 or (footers and not nearer and not (first and (above[0] or not any(above)))):
        return 0
    # A line more than over the first title is the footer of the text above.
    return first if first and footers else max(over)


def _nearer(sequence: list[Beat], titles: list[int], dated: set[int]) -> int:
    """Return how many more of the dates between two articles are nearer to the title below than to the text above.

    Empty lines tell, where a flattener left more of them between articles than within.
    """
    votes = 0
    for floor, at in pairwise(titles):
        top = at
        while top - 1 > floor and at - top < _WIDEST_HEAD and _is_aside(sequence[top - 1]):
            top -= 1
        dates = [i for i in range(top, at) if i in dated]
        if not dates:
            continue
        over = max(sequence[i].block.gap for i in range(top, dates[0] + 1))
        under = max(sequence[i].block.gap for i in range(dates[-1] + 1, at + 1))
        votes += (over - under >= _APART) - (under - over >= _APART)
    return votes


def _is_aside(beat: Beat) -> bool:
    return beat.kind in (META, JUNK, END) or is_label(beat.block.text)


def _is_dated_under(sequence: list[Beat], at: int, dated: set[int]) -> bool:
    """Tell whether a date stands under a title, before any text."""
    for beat in sequence[at + 1 : at + 1 + _MOST_HEAD]:
        if beat.block.index in dated:
            return True
        if beat.kind not in (META, JUNK, END, CAPTION):
            return False
    return False


def _run_above(sequence: list[Beat], at: int) -> int:
    count = 0
    for i in range(at - 1, max(at - 1 - _MOST_HEAD, -1), -1):
        if sequence[i].label == "credit" or not (sequence[i].kind == META or sequence[i].label in _ASIDES or _is_kicker(sequence, i, at)):
            break
        count += sequence[i].kind == META
    return count


def _start(sequence: list[Beat], at: int, dated: int, floor: int) -> int:
    """Return the first block of the article whose title is block `at`; the title above, `floor`, belongs to another."""
    start = at
    while start - 1 > floor and at - start < _MOST_HEAD:
        above = sequence[start - 1]
        if above.kind == META and dated > 0 and (not above.closes or above.label in _ASIDES) and above.label != "credit":
            dated -= 1
        elif above.label in _ASIDES and dated > 0:
            pass
        elif not _is_kicker(sequence, start - 1, at):
            break
        start -= 1
    return start


def _is_kicker(sequence: list[Beat], at: int, title: int) -> bool:
    beat = sequence[at]
    return (
        beat.kind in (HEADLINE, OTHER) and is_label(beat.block.text) and words(beat.block.text) <= 3 and title - at <= 2
    )


def _end_by_others(sequence: list[Beat], titles: list[int]) -> Iterator[Mark]:
    """Yield the end of the last article where nearly all others end with a line of one kind: behind its own such line."""
    closers = [_closer(sequence[at:end]) for at, end in pairwise(titles)]
    kind, count = Counter(closers).most_common(1)[0] if len(closers) >= _LEAST_OTHERS else ("", 0)
    if not kind or count < _OTHERS_SHARE * len(closers):
        return
    at = titles[-1]
    while at < len(sequence) and not (sequence[at].label == kind and sequence[at].closes):
        at += 1
    at += 1  # an excerpt may end in its own read-more link
    while at < len(sequence) and sequence[at].kind in (META, END, JUNK):
        at += 1
    if at < len(sequence):
        yield _end_mark(sequence[at].block)


def _closer(part: list[Beat]) -> str:
    """Return the label of the first end mark under an article's last running text, `""` where there is none."""
    last = max((i for i, beat in enumerate(part) if beat.kind == PROSE), default=0)
    return next((beat.label for beat in part[last:] if beat.closes and beat.label != "ellipsis"), "")


def _end_of_one(doc: Document, sequence: list[Beat], title: int) -> Iterator[Mark]:
    """Yield the end of a page's one article: its first one under which no text soon follows that is surely content."""
    widths = _widths(sequence)
    end = _end_at(sequence, title, widths)
    while end is not None:
        near = range(end, min(end + _SOON, len(sequence)))
        resumed = [i for i in near if sequence[i].kind == PROSE and doc.kept(sequence[i].block) >= SURE_PROSE]
        if not resumed:
            break
        end = _end_at(sequence, resumed[-1], widths)
    if end is not None:
        yield _end_mark(sequence[end].block)


def _end(sequence: list[Beat], last: int) -> Iterator[Mark]:
    """Yield the end of the last article: the first junk that closes it for good."""
    end = _end_at(sequence, last, _widths(sequence))
    if end is not None:
        yield _end_mark(sequence[end].block)


def _end_mark(block: Block) -> Mark:
    return Mark(block.start, block.start, "split", "end-of-articles", score=0.6)


def _widths(sequence: list[Beat]) -> list[int]:
    """Return how many columns of running text stand over each line, and in all."""
    return list(accumulate((width(b.block.text) if b.kind == PROSE else 0 for b in sequence), initial=0))


def _end_at(sequence: list[Beat], last: int, widths: list[int]) -> int | None:
    """Return the line below a line of the last article, its title or text, that closes it for good."""
    above = widths[last + 1] - widths[last]
    for at in range(last + 1, len(sequence)):
        beat, below = sequence[at], widths[-1] - widths[at]
        closes = beat.kind == JUNK and (beat.label in _CLOSERS or below == 0)
        if closes and above and below <= _RESUMES * above:
            return at
        if beat.kind == END and beat.label != "comment-count":  # a title with a link and no text
            above = max(above, 1)
        above += widths[at + 1] - widths[at] or (20 if beat.kind in (OTHER, HEADLINE, CAPTION) else 0)
    return None
