"""The template of a page: what its articles repeat, and where in it their titles stand.

Flattened text keeps the order of things. A page of several articles shows the same kinds of lines around each: a date
below the title, a read-more link and a section below the text, a label over the next title. Those lines, in groups, are
the fixed points; the line that stands at the same distance from all of them, and says something else each time, is the
title. This holds for titles that do not look like headlines, too: with a bullet, a full stop, of any length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import sqrt
from statistics import median
from typing import NamedTuple

from cleaner.document import Document
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.openers import openers
from cleaner.grammar.rhythm import END, HEADLINE, JUNK, META, OTHER, PROSE, Beat, main_part
from cleaner.grammar.shape import HEADLINE_WIDTH, has_letters, is_label, width, words

# So many articles show a template; so many of the fixed points have a title at its place.
_LEAST = 3
_SHARE = 0.8
# So much of the page's running text lies in the articles of a template.
_COVERED = 0.5
# Titles stand so far above a fixed point, or below.
_ABOVE, _BELOW = (-1, -2), (1, 2)
# How much a line counts as a title by its shape; and the words from which on length is no question.
_LOOKS = {HEADLINE: 1.0, OTHER: 0.9, PROSE: 0.7}
_FULL = 3
# A line of more columns, one with a full stop, one in lower case looks the less like a title.
_WIDE, _LESS = 90, 0.85
# Text that follows a title begins within so many lines.
_REACH = 6
_LABEL = 3
_LEAST_FIT = 1.45
# How much each kind of line says; the same line over and over says least.
_WEIGHTS = {"published": 1.0, "modified": 1.0, "date-stub": 1.0, "byline": 0.95, "read-more": 0.9, "read-rest": 0.9, "comment-count": 0.9, "section": 0.7, "tag-list": 0.8, "source": 0.8}
_LINE_WEIGHT = 0.5
_LEAST_LINES = 6
# A headline stands so near to a byline that could not be read.
_NEAR = 3
# And a place that is not right beside the lines, where these say little.
# Titles that stand apart by more empty lines than paragraphs do count so much more.
_GAP = 0.4
_STRONG, _FAR_WEIGHT = 0.9, 0.75
_UNDER_WEIGHT = 1.1


class _Group(NamedTuple):
    """Lines side by side that are no text: `[first, last]` of the visible lines, and their kinds."""

    first: int
    last: int
    kinds: frozenset[str]


class _Place(NamedTuple):
    """A place of titles: how well it fits, and the titles there, by the index of their beats."""

    fit: float
    titles: tuple[int, ...]


def template_titles(doc: Document, sequence: list[Beat]) -> list[int]:
    """Return the indices of the titles that the page's template shows, none where it shows no template."""
    visible = [i for i, beat in enumerate(sequence) if beat.kind != JUNK]
    repeated = _repeated(doc, sequence, visible)
    groups = list(_groups(doc, sequence, visible, repeated))
    grouped = {visible[n] for g in groups for n in range(g.first, g.last + 1)}
    places = [p for kind in _kinds(groups) for p in _places(sequence, visible, groups, kind=kind, grouped=grouped)]
    best = max((p for p in places if p.fit >= _LEAST_FIT and _covers(sequence, p.titles)), default=None)
    if best is None:
        return []
    titles = set(_over_standfirsts(sequence, best.titles))
    for place in sorted(places, reverse=True):
        known = sum(at in titles for at in place.titles)
        if place.fit >= _LEAST_FIT and known >= _SHARE * len(place.titles):
            titles.update(at for at in place.titles if at > min(titles))
    return _complete(sequence, sorted(titles), groups, visible)


def _complete(sequence: list[Beat], titles: list[int], groups: list[_Group], visible: list[int]) -> list[int]:
    """Drop titles at the end over what has no text, or no other line of the kinds that nearly all articles have."""
    kinds: dict[int, frozenset[str]] = {visible[n]: g.kinds for g in groups for n in range(g.first, g.last + 1)}
    starts = _with_heads(sequence, titles, groups, visible)
    parts: list[set[str]] = []
    for start, at, end in zip(starts, titles, [*starts[1:], len(sequence)], strict=True):
        part = {"text"} if any(beat.kind == PROSE for beat in sequence[at + 1 : end]) else set()
        parts.append(part.union(*(kinds.get(i, ()) for i in range(start, end))))
    while len(parts) > _LEAST:
        counts = Counter(kind for part in parts[:-1] for kind in part)
        usual = {kind for kind, count in counts.items() if count >= _SHARE * len(parts[:-1])}
        lacks = usual - parts[-1]
        if "text" not in lacks and (lacks != usual - {"text"} or not lacks):
            break
        parts.pop()
    return titles[: len(parts)]


def _with_heads(sequence: list[Beat], titles: list[int], groups: list[_Group], visible: list[int]) -> list[int]:
    """Return where the articles begin: at their titles, or at the lines right over these.

    That is where the first title has such lines, too, and no text above them.
    """
    over = {visible[g.last + 1]: g for g in groups if g.last + 1 < len(visible)}
    head = over.get(titles[0])
    counts = Counter(kind for at in titles if at in over for kind in over[at].kinds & _WEIGHTS.keys())
    usual = {kind for kind, count in counts.items() if count >= _SHARE * len(titles)}
    if head is None or (usual and not usual & head.kinds) or (head.first and sequence[visible[head.first - 1]].kind == PROSE):
        return titles
    return [_head_start(sequence, visible, over[at]) if at in over else at for at in titles]


def _head_start(sequence: list[Beat], visible: list[int], group: _Group) -> int:
    """Return the first line of a group under the last one that closes an article."""
    closed = (n + 1 for n in range(group.last, group.first - 1, -1) if sequence[visible[n]].closes)
    return visible[next(closed, group.first)]


def _repeated(doc: Document, sequence: list[Beat], visible: list[int]) -> dict[int, str]:
    """Return the labels and buttons that stand on the page several times, and those that the same word opens."""
    texts = {i: sequence[i].block.text for i in visible if is_label(sequence[i].block.text)}
    keys = _opened(doc, sequence, visible, texts)
    keys.update({i: text for i, text in texts.items() if i not in keys and words(text) <= _LABEL})
    counts = Counter(keys.values())
    return {i: key for i, key in keys.items() if counts[key] >= _LEAST}


def _opened(doc: Document, sequence: list[Beat], visible: list[int], texts: dict[int, str]) -> dict[int, str]:
    """Return the opening word of each label that has one, 'By ann, 3 days', with a headline near that has none."""
    opening = openers(doc.lexicon)
    found = {i: opening.match(text) for i, text in texts.items()} if opening else {}
    opened = {i: match.group(1).casefold() for i, match in found.items() if match is not None and match.end() < len(texts[i])}
    heads = [n for n, i in enumerate(visible) if sequence[i].kind == HEADLINE and i not in opened]
    near = {visible[m] for n in heads for m in range(max(n - _NEAR, 0), min(n + _NEAR + 1, len(visible)))}
    return {i: word for i, word in opened.items() if i in near}


def _groups(doc: Document, sequence: list[Beat], visible: list[int], repeated: dict[int, str]) -> Iterator[_Group]:
    start = 0
    kinds: set[str] = set()
    for at, i in enumerate([*visible, -1]):
        own = _own_kinds(doc, sequence[i], repeated.get(i, "")) if i >= 0 else set()
        if own and not kinds:
            start = at
        if not own and kinds:
            yield _Group(start, at - 1, frozenset(kinds))
            kinds = set()
        kinds |= own


def _own_kinds(doc: Document, beat: Beat, repeated: str) -> set[str]:
    if beat.kind == META:
        parts = metadata_line(doc, beat.block) or ()
        kinds = {p.kind for p in parts if p.kind in _WEIGHTS and (p.opened or p.kind != "section")} | {beat.label} & _WEIGHTS.keys()
        return kinds or {"other"}
    if beat.kind == END:
        return {beat.label}
    return {f"line {repeated}"} if repeated else set()


def _kinds(groups: list[_Group]) -> list[str]:
    counts = Counter(kind for group in groups for kind in group.kinds)
    return [kind for kind, count in counts.items() if count >= (_LEAST if kind in _WEIGHTS else _LEAST_LINES) and kind != "other"]


def _places(sequence: list[Beat], visible: list[int], groups: list[_Group], *, kind: str, grouped: set[int]) -> Iterator[_Place]:
    """Yield the places at a distance from the groups of a kind where titles stand."""
    groups = [g for g in groups if kind in g.kinds]
    alike = Counter(g.kinds for g in groups).most_common(1)[0][1] / len(groups)
    weight = _WEIGHTS.get(kind, _LINE_WEIGHT)
    for distance in (*_ABOVE, *_BELOW):
        at = [g.first + distance if distance < 0 else g.last + distance for g in groups]
        lines = [visible[n] for n in at if 0 <= n < len(visible)]
        texts = Counter(sequence[i].block.text for i in lines)
        titles = [i for i in lines if _looks(sequence[i]) and texts[sequence[i].block.text] < _LEAST]
        # Under the last article there is no other.
        asked = len(groups) - (distance > 0)
        if len(titles) >= max(_LEAST, _SHARE * asked):
            near = _FAR_WEIGHT if abs(distance) > 1 and weight < _STRONG else 1.0
            # More often than not metadata stands under a title.
            near *= _UNDER_WEIGHT if distance == -1 else 1.0
            yield _Place(weight * near * sqrt(alike) * _fit(sequence, titles, len(groups), grouped), tuple(titles))


def _over_standfirsts(sequence: list[Beat], titles: tuple[int, ...]) -> tuple[int, ...]:
    """Return the titles, for a summary among headlines the headline over it."""
    headed = [at - 1 if _is_summary(sequence, at) else at for at in titles]
    prose = sum(sequence[at].kind == PROSE for at in titles)
    return tuple(headed) if 2 * prose < len(titles) else titles


def _is_summary(sequence: list[Beat], at: int) -> bool:
    above = sequence[at - 1] if at else None
    return sequence[at].kind == PROSE and above is not None and above.kind == HEADLINE and words(above.block.text) >= _FULL


def _looks(beat: Beat) -> float:
    """Return how much a line looks like a title, 0 for what cannot be one."""
    text = beat.block.text
    if not 3 <= width(text) <= HEADLINE_WIDTH or not has_letters(text) or beat.closes:
        return 0.0
    signs = (text.rstrip().endswith((".", "。", "…")), text[0].islower(), width(text) > _WIDE)
    return float(_LOOKS.get(beat.kind, 0.0) * _LESS ** sum(signs))


def _fit(sequence: list[Beat], titles: list[int], asked: int, grouped: set[int]) -> float:
    looks = sum(_looks(sequence[i]) for i in titles) / len(titles)
    length = sum(min(words(sequence[i].block.text), _FULL) for i in titles) / (_FULL * len(titles))
    text = sum(_text_below(sequence, i, grouped) for i in titles) / len(titles)
    return looks * length * (1 + text) * (1 + _GAP * _apart(sequence, titles)) * min(len(titles) / asked, 1.0) * float(len(titles) ** 0.75)


def _apart(sequence: list[Beat], titles: list[int]) -> float:
    """Return how many of the lines have at least two more empty lines above them than a paragraph."""
    paragraphs = [beat.block.gap for beat in sequence if beat.kind == PROSE]
    usual = median(paragraphs) if paragraphs else 0
    return sum(sequence[i].block.gap > usual + 1 for i in titles) / len(titles)


def _text_below(sequence: list[Beat], at: int, grouped: set[int]) -> bool:
    """Tell whether text follows a title, perhaps under metadata."""
    below = (sequence[i].kind for i in range(at + 1, min(at + _REACH, len(sequence))) if i not in grouped)
    return any(kind in (PROSE, OTHER) for kind in below)


def _covers(sequence: list[Beat], titles: Sequence[int]) -> bool:
    """Tell whether most of the page's running text stands below the first title, and not all below one of them."""
    widths = list(accumulate((width(b.block.text) if b.kind == PROSE else 0 for b in sequence), initial=0))
    parts = [widths[end] - widths[at] for at, end in zip(titles, [*titles[1:], len(sequence)], strict=True)]
    below = widths[-1] - widths[titles[0]]
    return below >= _COVERED * widths[-1] and main_part([widths[titles[0]], *parts]) is None
