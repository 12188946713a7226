"""Lines that match phrases of the lexicon, weighed by how much each says on its own and by its company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.shape import is_label, prose_blocks, width
from cleaner.lexicon import Hit

# How sure a line is junk: a whole line of several words that is a known phrase; one that begins or
# ends as such; a single common word among other junk; the same all by itself.
EXACT, PARTIAL, WEAK, LONE = 0.95, 0.8, 0.6, 0.3
# From so many sure junk lines on, a single word such as 'Share' needs no company.
_MUCH_JUNK = 3
_WIDEST_PARTIAL = 400


class Match(NamedTuple):
    """A line that matches a phrase: the block, what it matched, and how sure it is junk."""

    block: Block
    hit: Hit
    score: float


def matched_lines(doc: Document, group: str, *, skip: Container[str] = ()) -> Iterator[Match]:
    """Yield the open lines that match a phrase of the table `group`, the best hit of each; not the labels in `skip`."""
    best: dict[int, Match] = {}
    for block, hit in doc.hits(group):
        if hit.label in skip or not doc.is_open(block):
            continue
        score = _score(doc, block, hit)
        if score and (block.index not in best or score > best[block.index].score):
            best[block.index] = Match(block, hit, score)
    yield from best.values()


def _score(doc: Document, block: Block, hit: Hit) -> float:
    key = doc.key(block)
    if hit.exact and (" " in key or len(key) > 14):
        return EXACT
    if hit.exact:
        if _junk_count(doc) >= _MUCH_JUNK or has_company(doc, block):
            return LONE if stands_in_prose(doc, block) and not repeats(doc, block) else WEAK
        return LONE
    if width(block.text) > _WIDEST_PARTIAL or stands_in_prose(doc, block):
        return LONE
    return PARTIAL


def has_company(doc: Document, block: Block) -> bool:
    """Tell whether the line above or below is junk, too: removed already, or a phrase of the lexicon."""
    known = _hit_blocks(doc)
    for index in (block.index - 1, block.index + 1):
        if 0 <= index < len(doc.blocks) and (index in known or not doc.is_open(doc.blocks[index])):
            return True
    return False


def stands_in_prose(doc: Document, block: Block) -> bool:
    """Tell whether the line above and the one below are running text, so that this is a part of it."""
    prose = prose_blocks(doc)
    return block.index - 1 in prose and block.index + 1 in prose


def repeats(doc: Document, block: Block) -> bool:
    """Tell whether the same line, punctuation aside, stands elsewhere on the page."""
    return key_counts(doc)[doc.key(block)] > 1


def key_counts(doc: Document) -> Counter[str]:
    """Return how often each line key occurs on the page."""
    return doc.memo("lines.keys", lambda: Counter(doc.key(b) for b in doc.blocks))


def _hit_blocks(doc: Document) -> set[int]:
    def find() -> set[int]:
        groups = ("navigation", "ads", "sharing", "newsletter", "consent", "comments", "related", "widgets", "footer")
        return {b.index for g in (*groups, "readmore", "stubs", "archives") for b, h in doc.hits(g) if h.exact}

    return doc.memo("lines.hits", find)


def _junk_count(doc: Document) -> int:
    def count() -> int:
        return sum(1 for index in _hit_blocks(doc) if " " in doc.key(doc.blocks[index]))

    return doc.memo("lines.junk", count)


def list_below(doc: Document, head: Block, *, most: int = 80) -> list[Block]:
    """Return the open, list-like lines that hang under a heading line.

    The list ends at running text, at a blank line once it has begun (two lines on, where the text sets
    blocks apart), and before a line that has metadata or running text under it, which is a headline.
    """
    prose = prose_blocks(doc)
    items: list[Block] = []
    for index in range(head.index + 1, min(head.index + 1 + most, len(doc.blocks))):
        block = doc.blocks[index]
        if not doc.is_open(block):
            if items and block.gap:
                break
            continue
        if index in prose or width(block.text) > 160 or (items and block.gap) or block.gap > 2:
            break
        below = doc.blocks[index + 1] if index + 1 < len(doc.blocks) else None
        if below is not None and below.index in prose and not (is_label(block.text) and not below.gap):
            break
        items.append(block)
    return items
