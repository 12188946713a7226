"""Titles: the headlines that articles start with, told from sub-headings by what stands around them.

What stands around a title survives flattening: a byline or date right below it, the end mark of the
article before it (a source line, a read-more link), the junk of the page's head. A page of several
articles repeats the same surroundings; a sub-heading has running text on either side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.entries import articles, is_one_article
from cleaner.grammar.headings import page_title
from cleaner.grammar.listing import dated_titles
from cleaner.grammar.names import is_person
from cleaner.grammar.rhythm import (
    CAPTION,
    END,
    HEAD_LABELS,
    HEADLINE,
    INLINE_LABELS,
    JUNK,
    META,
    OTHER,
    PROSE,
    Beat,
    beats,
    metadata_below,
)
from cleaner.grammar.shape import is_label, is_prose, is_spaced, width, words
from cleaner.grammar.template import template_titles
from cleaner.grammar.titles import headline, is_named, titles, without_link_sign, without_site
from cleaner.tagger.headline import has_voted, is_read, is_several, starts
from cleaner.tagger.headline import headline as best_headline

# What stands above and below, in points; from `_SURE` on a headline is a title on its own evidence,
# from `_LIKELY` on if another headline of the page has the same surroundings.
_ABOVE = {END: 2.0, META: 1.5, JUNK: 1.0, "^": 1.0, CAPTION: 0.0, PROSE: 0.0, OTHER: 0.0, HEADLINE: 0.0}
_BELOW = {META: 2.0, PROSE: 1.0, CAPTION: 1.0, OTHER: 0.5, END: 0.5, HEADLINE: 0.5, "$": 0.0}
_SURE = 3.0
_LIKELY = 2.0
_STRAY_WORDS = 4
_MANY_SOFT = 3
_THREAD = 3
# A line that is less likely the headline of flat text says less than the first one: of 91 such pages of which one of the two was
# right, that was so on 62.
_DOUBTFUL, _CALLED, _LEAST_NAME = 0.4, 0.7, 2


class Candidate(NamedTuple):
    """A headline, the kinds of what stands above and below it, and its points."""

    at: int
    above: str
    below: str
    points: float


@rule("title", "title")
def title(doc: Document) -> Iterator[Mark]:
    """The title of each article on the page."""
    if marked := _by_markup(doc):
        yield from marked
        return
    sequence = beats(doc)
    chosen = repeated(doc, sequence)
    several = _are_several(doc, sequence, chosen)
    if not several and _are_several(doc, sequence, started := [_as_sure(sequence, at) for at in starts(doc, sequence)]):
        chosen, several = started, True
    if not several and (listed := dated_titles(doc)):
        yield from (_in_line(doc.blocks[at], span) for at, span in listed.items())
        return
    if not several and has_voted(doc) and (best := best_headline(doc)) is not None:
        yield _headline(doc, *best)
        yield from _called(doc, *best)
        return
    for candidate in chosen if several else _of_one(doc, sequence, chosen):
        block = sequence[candidate.at].block
        yield _mark(block, block.text, round(min(0.95, 0.5 + 0.12 * candidate.points), 2))


def _are_several(doc: Document, sequence: list[Beat], chosen: list[Candidate]) -> bool:
    """Tell whether headlines are those of several articles."""
    if len(chosen) < 2 or is_one_article(doc):
        return False
    return not is_read(doc) or is_several(doc, sequence, [c.at for c in chosen])


def _as_sure(sequence: list[Beat], at: int) -> Candidate:
    return Candidate(at, _kind_above(sequence, at), _kind_below(sequence, at), _SURE)


def _of_one(doc: Document, sequence: list[Beat], chosen: list[Candidate]) -> list[Candidate]:
    """Return the title of a page's one article: where the page calls itself something, a headline that says the same."""
    named = [c for c in chosen if is_named(doc, sequence[c.at].block)] if titles(doc) else chosen
    return named[:1]


def repeated(doc: Document, sequence: list[Beat]) -> list[Candidate]:
    """Return the titles of a page's articles by what repeats: its template, or what stands around its headlines."""
    candidates = [_weigh(doc, sequence, i) for i, beat in enumerate(sequence) if beat.kind == HEADLINE]
    candidates = _without_commenters(doc, sequence, candidates)
    chosen = _by_template(doc, sequence, candidates) or _by_rhythm(candidates, sequence)
    return _with_first(doc, sequence, candidates, chosen)


def _headline(doc: Document, at: int, likely: float) -> Mark:
    """The headline of flat text that is one article. The first line of a page is often its `<title>`, with the site's name."""
    block = doc.blocks[at]
    value = without_site(doc, block.text) if at == 0 else block.text
    return _mark(block, value, round(0.5 + 0.45 * likely, 2))


def _called(doc: Document, at: int, likely: float) -> Iterator[Mark]:
    """What the first line of flat text, which is often the page's `<title>`, calls the page, where its headline is in doubt."""
    first, start = doc.blocks[0], doc.blocks[at].start
    name = without_site(doc, first.text)
    if at > 0 and likely < _DOUBTFUL and doc.is_open(first) and words(name) >= _LEAST_NAME:
        yield Mark(start, start, "field", "title", name, _CALLED)


def _by_markup(doc: Document) -> list[Mark]:
    """The headlines that the markup sets apart: those of several entries, or that of the page."""
    found = articles(doc)
    own = page_title(doc) if len(found) < 2 else None
    at = [entry.title for entry in found] if own is None else [own]
    if own is None and len(found) == 1 and any(is_prose(b.text) for b in doc.blocks[found[0].first : at[0]]):
        return []  # the heading of a section: text stands above it
    blocks = [doc.blocks[index] for index in at if index is not None]
    links = dated_titles(doc)
    return [_in_line(b, links[b.index]) if b.index in links else _mark(b, headline(doc, b, _visible(b)), 0.9) for b in blocks if doc.is_open(b)]


def _in_line(block: Block, span: tuple[int, int]) -> Mark:
    """The part of a line that is a headline; the rest says when."""
    return _mark(block, block.text[slice(*span)], 0.9)._replace(start=block.start + span[0], end=block.start + span[1])


def _mark(block: Block, value: str, score: float) -> Mark:
    return Mark(block.start, block.end, "field", "title", without_link_sign(value), score)


def _visible(block: Block) -> str:
    """Return the text of a headline without hidden parts, such as the sign of a link to itself."""
    inlines = block.markup.inlines if block.markup is not None else ()
    text = block.text
    for inline in sorted(inlines, key=lambda i: -i.start):
        if "hidden" in inline.element.context:
            text = text[: inline.start] + text[inline.end :]
    return " ".join(text.split()) or block.text


def _without_commenters(doc: Document, sequence: list[Beat], candidates: list[Candidate]) -> list[Candidate]:
    """Drop names over dates where readers reply to each other: they head comments, not articles."""
    replies = [i for i, beat in enumerate(sequence) if beat.label in ("comment-form", "comment-count")]
    if len(replies) < _THREAD:
        return candidates

    def heads_comment(candidate: Candidate) -> bool:
        name = sequence[candidate.at].block.text
        is_name = len(name.split()) <= 3 and (is_person(name, doc.lexicon) or name.isalnum())
        return candidate.below == META and candidate.at > replies[0] and is_name

    return [c for c in candidates if not heads_comment(c)]


def _weigh(doc: Document, sequence: list[Beat], at: int) -> Candidate:
    above, below = _kind_above(sequence, at), _kind_below(sequence, at)
    points = _ABOVE[above] + _BELOW[below] - 0.5 * (above == END and _is_soft(sequence, at))
    block = sequence[at].block
    if is_spaced(doc):
        apart = bool(block.gap or not at) + bool(at + 1 == len(sequence) or sequence[at + 1].block.gap)
        points += (-1.0, 0.0, 0.25)[apart]
    if _names_page(doc, at):
        points += 1.0
    return Candidate(at, above, below, points)


def _is_soft(sequence: list[Beat], at: int) -> bool:
    """Tell whether what closes the text above is but an ellipsis."""
    closing = next((sequence[i] for i in range(at - 1, -1, -1) if sequence[i].closes), None)
    return closing is not None and closing.label == "ellipsis"


def _names_page(doc: Document, at: int) -> bool:
    """Tell whether the page's first line, which is often its `<title>`, begins with this headline."""
    key = doc.key(doc.blocks[at])
    return at > 0 and words(doc.blocks[at].text) >= 3 and doc.key(doc.blocks[0]).startswith(key)


def _kind_above(sequence: list[Beat], at: int) -> str:
    """The kind of what stands above; a section label between an article's end and a title is passed over."""
    junk = head = False
    for i in range(at - 1, -1, -1):
        beat = sequence[i]
        if beat.kind == JUNK:
            head = head or beat.label in HEAD_LABELS
            junk = junk or beat.label not in INLINE_LABELS | HEAD_LABELS
        elif beat.kind == HEADLINE and i == at - 1 and _is_kicker(sequence, i):
            continue
        elif beat.closes:
            return JUNK if junk else END
        else:
            return JUNK if junk or head else beat.kind
    return JUNK if junk or head else "^"


def _kind_below(sequence: list[Beat], at: int) -> str:
    """The kind of what stands below; a headline-like line over metadata is a standfirst of the title."""
    for i in range(at + 1, len(sequence)):
        kind = sequence[i].kind
        if kind == JUNK:
            continue
        if kind == PROSE and i == at + 1 and _is_standfirst(sequence, i):
            return META
        if kind in (HEADLINE, OTHER) and i == at + 1 and i + 1 < len(sequence) and not _is_kicker(sequence, at):
            stray = kind == OTHER or _is_stray(sequence, i)
            return META if sequence[i + 1].kind == META and stray else kind
        return kind
    return "$"


def _is_standfirst(sequence: list[Beat], at: int) -> bool:
    """Tell whether metadata and then text follow, so that the block is the summary under a title."""
    below = [beat.kind for beat in sequence[at + 1 : at + 9] if beat.kind != JUNK]
    text = next((i for i, kind in enumerate(below) if kind != META), 0)
    return text > 0 and below[text] in (PROSE, CAPTION)


def _is_kicker(sequence: list[Beat], at: int) -> bool:
    """Tell whether a line is a section label over a headline: much shorter than it, and right above."""
    if at + 1 >= len(sequence) or sequence[at + 1].kind != HEADLINE:
        return False
    label, head = sequence[at].block.text, sequence[at + 1].block.text
    return is_label(label) and words(label) <= 3 and width(label) < width(head)


def _is_stray(sequence: list[Beat], at: int) -> bool:
    """Tell whether a line is a label right under a headline: its section, or a button."""
    above = next((beat for beat in reversed(sequence[max(at - 4, 0) : at]) if beat.kind != JUNK), None)
    if above is None or above.kind != HEADLINE:
        return False
    head, label = above.block.text, sequence[at].block.text
    return is_label(label) and words(label) <= 3 and words(head) >= max(_STRAY_WORDS, 2 * words(label))


def _by_template(doc: Document, sequence: list[Beat], candidates: list[Candidate]) -> list[Candidate]:
    """Choose the titles that the template of the page shows."""
    titles = template_titles(doc, sequence)
    if not titles:
        return []
    chosen = [_as_sure(sequence, at) for at in titles]
    bare = [c for c in _by_rhythm(candidates, sequence) if c.at > titles[0] and _is_bare(sequence, c, titles)]
    return _with_last(candidates, sorted([*chosen, *bare]), sequence)


def _is_bare(sequence: list[Beat], candidate: Candidate, titles: list[int]) -> bool:
    """Tell whether a headline is a title without the lines that the others have: over text, and under the end of one."""
    if candidate.above != END or candidate.below != PROSE or candidate.points < _SURE:
        return False
    last = titles[bisect_left(titles, candidate.at) - 1]
    text = any(beat.kind == PROSE for beat in sequence[last + 1 : candidate.at])
    return text and not {candidate.at, candidate.at + 1} & set(titles)


def _by_rhythm(candidates: list[Candidate], sequence: list[Beat]) -> list[Candidate]:
    """Choose the sure candidates and the likely ones that share their surroundings with another."""
    usable = [c for c in candidates if not _is_kicker(sequence, c.at) and not _is_stray(sequence, c.at)]
    # The same short line over several articles is their section.
    likely = Counter(sequence[c.at].block.text for c in usable if c.points >= _LIKELY)
    usable = [c for c in usable if likely[sequence[c.at].block.text] < 2 or not is_label(sequence[c.at].block.text)]
    usable = _without_rivals(usable, sequence)
    usable = _without_chance(usable, sequence)
    signs = Counter((c.above, c.below) for c in usable if c.points >= _LIKELY)
    above = Counter(c.above for c in usable if c.points >= _LIKELY)
    chosen = [
        c
        for c in usable
        if c.below != "$"
        and c.points >= _LIKELY
        # A sub-heading has no metadata under it.
        and (c.points >= _SURE or c.below == META or signs[c.above, c.below] >= 2 or _repeats(c, above))
    ]
    if not chosen:
        return []
    below = Counter(META if c.below == META else PROSE for c in chosen if c.below != END)
    # Where nearly all titles have metadata under them, a headline without is something else.
    if below[META] >= 2 and below[META] >= 2 * below[PROSE]:
        chosen = [c for c in chosen if c.below == META or c.above == END]
    listed = [c for c in chosen if c.below == END]
    if 2 * len(listed) < len(chosen):
        chosen = [c for c in chosen if c.below != END]
    return _with_last(usable, chosen, sequence)


def _without_chance(usable: list[Candidate], sequence: list[Beat]) -> list[Candidate]:
    """Drop what only an ellipsis above speaks for, unless it does so throughout the page, as in a list of excerpts."""
    soft = {
        c.at
        for c in usable
        if c.above == END
        and c.below != META
        and _is_soft(sequence, c.at)
        and not (c.at and _is_kicker(sequence, c.at - 1))
    }
    return usable if len(soft) >= _MANY_SOFT else [c for c in usable if c.at not in soft]


def _repeats(candidate: Candidate, above: Counter[str]) -> bool:
    """Tell whether other titles, too, stand under metadata or the end of an article."""
    return candidate.above in (META, END) and above[candidate.above] >= 2


def _without_rivals(usable: list[Candidate], sequence: list[Beat]) -> list[Candidate]:
    """Where the same metadata has a headline above and one below, keep the one that the rest of the page backs."""
    by_place = {c.at: c for c in usable}
    pairs = []
    for upper in usable:
        at = upper.at + 1
        while at < len(sequence) and sequence[at].kind in (META, JUNK):
            at += 1
        if upper.below == META and at in by_place and by_place[at].above == META and by_place[at].below != META:
            pairs.append((upper.at, at))
    rivals = {at for pair in pairs for at in pair}
    over = sum(c.below == META for c in usable if c.at not in rivals)
    under = sum(c.above == META and c.points >= _LIKELY for c in usable if c.at not in rivals)
    losers = {upper if under > over else lower for upper, lower in pairs}
    return [c for c in usable if c.at not in losers]


def _with_last(usable: list[Candidate], chosen: list[Candidate], sequence: list[Beat]) -> list[Candidate]:
    """Add a last title without a text: right under an end mark of the kind that the other articles end with."""
    if len(chosen) < 2 or not usable or usable[-1].below != "$" or usable[-1].at <= chosen[-1].at:
        return chosen
    last = usable[-1]
    ends = {_end_label(sequence, c.at) for c in chosen}
    label = _end_label(sequence, last.at)
    fits = label and label in ends and words(sequence[last.at].block.text) >= _STRAY_WORDS
    return [*chosen, last] if fits else chosen


def _end_label(sequence: list[Beat], at: int) -> str:
    """Return the label of the end mark right above a title, its section label aside; `""` where there is none."""
    above = at - 1
    if above > 0 and _is_kicker(sequence, above):
        above -= 1
    return sequence[above].label if above >= 0 and sequence[above].closes else ""


def _with_first(
    doc: Document, sequence: list[Beat], candidates: list[Candidate], chosen: list[Candidate]
) -> list[Candidate]:
    """Add the title of running text that stands above the first title chosen, where it can be an article."""
    end = chosen[0].at if chosen else len(sequence)
    prose = [i for i in range(end) if sequence[i].kind == PROSE]
    if not prose or (len(chosen) >= 2 and _is_blurb(sequence, chosen)):
        return chosen
    first = prose[0]
    heads = [c for c in candidates if c.at < first and not _is_stray(sequence, c.at)]
    run = [
        c for c in heads if all(sequence[i].kind in (HEADLINE, META, JUNK, CAPTION, OTHER) for i in range(c.at, first))
    ]
    if not run:
        return chosen
    best = max(run, key=lambda c: _headship(doc, sequence, c, first))
    return [best, *chosen]


def _is_blurb(sequence: list[Beat], chosen: list[Candidate]) -> bool:
    """Tell whether the text over the first title is what the site says of itself: a little, unsigned and undated."""
    end = chosen[0].at
    prose = [i for i in range(end) if sequence[i].kind == PROSE]
    if len(prose) > 2 or any(beat.closes for beat in sequence[prose[0] : end]):
        return False
    # Metadata right over the first title may be its own, or the footer of the text above.
    footers = any(c.above == META for c in chosen) and metadata_below(sequence, chosen[-1].at)
    return not any(beat.kind == META for beat in sequence[: end if footers else prose[-1]])


def _headship(doc: Document, sequence: list[Beat], candidate: Candidate, prose: int) -> tuple[float, ...]:
    """Rank the headlines over a text: named by the page, with metadata below, of a title's length, near the text."""
    text = sequence[candidate.at].block.text
    metadata = sum(1 for i in range(candidate.at + 1, prose) if sequence[i].kind == META)
    long_enough = words(text) >= 3 or width(text) >= 16
    kicker = _is_kicker(sequence, candidate.at)
    menus = any(
        sequence[i].kind == JUNK and sequence[i].label not in INLINE_LABELS for i in range(candidate.at + 1, prose)
    )
    return (
        _names_page(doc, candidate.at) + bool(candidate.below == META) + bool(metadata) * 0.5 - kicker,
        not menus,
        long_enough,
        candidate.at > 0,
        candidate.at,
    )
