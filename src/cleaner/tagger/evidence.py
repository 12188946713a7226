"""How likely each block is content: the network's word, and what a page of HTML says of itself.

Each thing that it says multiplies the odds of the blocks that it speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cleaner.document import Block, Document
from cleaner.grammar.declared import declared
from cleaner.grammar.entries import says_one_article
from cleaner.grammar.head import page_candidates
from cleaner.grammar.headings import page_title
from cleaner.grammar.shape import letters, width
from cleaner.grammar.tree import in_caption, is_heading
from cleaner.tagger.model import CONTENT, predict

# On a page that says that it is one article, a line that is a link and hardly anything else leads away from it: of those that the
# network kept, 93 of 100 words were not content on pages of news, 57 of 100 on those of WCXB's articles.
_ALL_LINK, _LED_AWAY = 0.7, 0.06
# A caption that the network kept was content on 1 of 20 such pages of news, and of WCXB.
_CAPTION = 0.1
# The text that is held by the one which the page declares as its article's; what stands among its lines, and below them.
_BY_PLACE = {"held": 20.0, "among": 0.1, "below": 0.03}
# The line under the headline that is the page's description is its standfirst, as on 15 of 16 pages of news on which the
# network would have removed it.
_DESCRIBED = 20.0
_FAR = 12
_LEAST_DESCRIPTION = 25
# How much of the longer of two texts the shorter is, where they are the same but for a place name, say.
_SAME = 0.8
# Where one part of a page holds most of what it keeps, lines of another part, with so many others between, are less likely content:
# teasers, a box of links, comments. Held out, this took the body of news as HTML from 0.961 to 0.964, the articles of WCXB as flat text
# from 0.9375 to 0.938; of flat text only that is looked at in which the network is so sure of what is content.
_BETWEEN, _MAIN_PART, _APART = 3, 0.7, 0.3
_SURE_OF = 0.8
# Where the network is unsure its mistakes go together, so that scores say less than they would apart; more so in flat text.
_LEAST_CUT = 0.35


def content(doc: Document) -> list[float]:
    """Return for each block how likely it is content, 0..1."""
    return doc.memo("tagger.content", lambda: _content(doc))


def cut(doc: Document) -> float:
    """Return how likely a block of this page must be content to be kept, 0..1.

    The cut that makes the expected F1 greatest is half the F1 it reaches (Lipton, Elkan and Naryanaswamy 2014): on an
    article, of which the network is sure, nearly 0.5; on a shop's page or a list less.
    """
    return doc.memo("tagger.cut", lambda: _cut(doc, _expected_f1(doc, content(doc))))


def _cut(doc: Document, expected: float) -> float:
    return max(expected / 2, _LEAST_CUT if doc.head is not None else CONTENT)


def _expected_f1(doc: Document, likely: list[float]) -> float:
    """Return the greatest expected F1, by characters, that keeping the likeliest blocks of a page can have."""
    p, size = np.array(likely), np.array([len(b.text) for b in doc.blocks])
    order = np.argsort(-p, kind="stable")
    right, kept = np.cumsum((p * size)[order]), np.cumsum(size[order])
    return float((2 * right / (kept + right[-1])).max()) if len(p) and right[-1] > 0 else 0.0


def _content(doc: Document) -> list[float]:
    found: list[float] = predict(doc).content.tolist()
    if doc.head is None:
        return found
    if one := says_one_article(doc):
        for block in doc.blocks:
            if block.markup is not None and block.markup.link_share > _ALL_LINK:
                found[block.index] = _times(found[block.index], _LED_AWAY)
            elif in_caption(block):
                found[block.index] = _times(found[block.index], _CAPTION)
    for block in _described(doc):
        found[block.index] = _times(found[block.index], _DESCRIBED)
    _by_declared(doc, found)
    return by_distance(doc, found) if one else found


def _described(doc: Document) -> Iterator[Block]:
    """Yield the lines below the headline that are what the metadata describes the page with."""
    at = page_title(doc)
    if at is None:
        return
    said = {letters(str(c.value)) for c in page_candidates(doc) if c.field == "description"}
    said = {text for text in said if len(text) >= _LEAST_DESCRIPTION}
    for block in doc.blocks[at + 1 : at + 1 + _FAR] if said else ():
        text = letters(block.text)
        if not is_heading(block) and any(_is_same(text, other) for other in said):
            yield block


def _is_same(text: str, other: str) -> bool:
    shorter, longer = sorted((text, other), key=len)
    return len(shorter) >= _SAME * len(longer) and shorter in longer


def _by_declared(doc: Document, likely: list[float]) -> None:
    """Change how likely each line is content by whether it is in the text that the page declares as its article's."""
    said = declared(doc)
    if said is None:
        return
    is_whole = said.is_whole([width(b.text) if likely[b.index] >= CONTENT else 0 for b in doc.blocks])
    for block, place in zip(doc.blocks, said.places, strict=True):
        if place == "held" or (place and is_whole and not is_heading(block)):
            likely[block.index] = _times(likely[block.index], _BY_PLACE[place])


def by_distance(doc: Document, likely: list[float]) -> list[float]:
    """Return how likely each block of a page of one article is content when what stands apart from the part of it that holds
    most of its content is less so.
    """  # noqa: D205
    expected = _expected_f1(doc, likely)
    if doc.head is None and expected < _SURE_OF:
        return likely
    parts = _parts(likely, _cut(doc, expected))
    sizes = [sum(width(doc.blocks[i].text) * likely[i] for i in part) for part in parts]
    main = max(sizes, default=0.0)
    if main < _MAIN_PART * sum(sizes):
        return likely
    apart = {i for part, size in zip(parts, sizes, strict=True) if size < main for i in part}
    return [_times(p, _APART) if i in apart else p for i, p in enumerate(likely)]


def _parts(likely: list[float], least: float) -> list[list[int]]:
    """Return the indices of the lines that are likely content, those with few others between together."""
    parts: list[list[int]] = []
    for index, p in enumerate(likely):
        if p >= least:
            if not parts or index - parts[-1][-1] > _BETWEEN + 1:
                parts.append([])
            parts[-1].append(index)
    return parts


def _times(p: float, factor: float) -> float:
    """Return the probability whose odds are those of `p` times a factor."""
    return p * factor / (p * factor + 1 - p)
