"""Lines that match phrases of the lexicon, weighed by how much each says on its own and by its company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.openers import CREDIT_ROLES
from cleaner.grammar.shape import ends_sentence, is_headline, is_label, prose_blocks, width, words
from cleaner.lexicon import Hit, fold, line_key

# How sure a line is junk: a whole line of several words that is a known phrase; one that begins or
# ends as such; a single common word among other junk; the same all by itself.
EXACT, PARTIAL, WEAK, LONE = 0.95, 0.8, 0.6, 0.3
# From so many sure junk lines on, a single word such as 'Share' needs no company.
_MUCH_JUNK = 3
_OPENING_QUOTES = '"“‘«„「『《'
_WIDEST_PARTIAL = 400
# The line above says most.
_NEAR = {-1: 3, 1: 2, -2: 1, 2: 1}
_FIELDS = frozenset({"published", "modified", "byline", *CREDIT_ROLES})
_GROUPS = (
    "navigation", "ads", "sharing", "newsletter", "consent", "comments", "related", "widgets", "footer", "readmore", "stubs",
    "archives", "publisher",
)  # fmt: skip


class Match(NamedTuple):
    """A line that matches a phrase: the block, what it matched, and how sure it is junk."""

    block: Block
    hit: Hit
    score: float


def matched_lines(
    doc: Document, group: str, *, skip: Container[str] = (), inline: bool = False, closing: bool = False
) -> Iterator[Match]:
    """Yield the open lines that match a phrase of the table `group`, the best hit of each; not the labels in `skip`.

    `inline` says that such lines are known to stand between two paragraphs of running text, `closing` that they
    are known to stand under the last one.
    """
    best: dict[int, Match] = {}
    hits = Counter(block.index for block, hit in doc.hits(group) if not hit.exact)
    for block, hit in doc.hits(group):
        if hit.label in skip or not doc.is_open(block) or _group(doc, block) not in (group, None):
            continue
        if not hit.exact and carries_fields(doc, block):
            continue
        score = _exact_score(doc, block, inline) if hit.exact else _partial_score(doc, block, inline, closing)
        if not hit.exact and score == LONE and hits[block.index] > 1 and not stands_in_prose(doc, block):
            score = WEAK  # one phrase may be chance, two are not
        if block.index not in best or score > best[block.index].score:
            best[block.index] = Match(block, hit, score)
    yield from best.values()


def _exact_score(doc: Document, block: Block, inline: bool) -> float:
    """How sure a line is junk that is, as a whole, a known phrase."""
    key = doc.key(block)
    if block.text[0] in _OPENING_QUOTES:  # somebody says so
        return LONE
    in_prose = stands_in_prose(doc, block) and not repeats(doc, block)
    if _is_phrase(key):
        return LONE if in_prose and not inline else EXACT
    enough = _junk_count(doc) >= _MUCH_JUNK or has_company(doc, block)
    return WEAK if enough and not in_prose else LONE


def _is_phrase(key: str) -> bool:
    """Tell whether a line key is more than one common word."""
    return " " in key or words(key) >= 2 or len(key) > 14


def _partial_score(doc: Document, block: Block, inline: bool, closing: bool) -> float:
    """How sure a line is junk that begins or ends as, or holds, a known phrase."""
    prose = prose_blocks(doc)
    if width(block.text) > _WIDEST_PARTIAL or block.text[0] in _OPENING_QUOTES or heads_article(doc, block):
        return LONE
    if has_company(doc, block):
        return PARTIAL
    sentence = ends_sentence(block.text) and words(block.text) >= 3
    if stands_in_prose(doc, block) and (sentence or not inline):
        return LONE
    # A whole sentence that begins like junk is prose beside prose.
    above, below = is_text(doc, block.index - 1), is_text(doc, block.index + 1)
    return LONE if block.index in prose and (below or (above and not closing)) else PARTIAL


def is_phrase(doc: Document, line: str) -> bool:
    """Tell whether a text is, as a whole, a phrase of junk: 'About the author', 'Twitter'."""
    return any(hit.exact for hit in doc.lexicon.index.match(line_key(line)))


def opens_byline(doc: Document, block: Block) -> bool:
    """Tell whether a line is but a word that opens a byline: 'By', 'Author:'."""
    return fold(block.text).rstrip(" :：") in doc.lexicon.terms.get("by", ())


def is_introduced(doc: Document, name: str) -> bool:
    """Tell whether a line says who somebody is: 'Ann Lee is a writer from Port Ansel'."""
    start = f"{name} "
    return any(b.text.startswith(start) and b.text[len(start) : len(start) + 1].islower() for b in doc.blocks)


def heads_article(doc: Document, block: Block) -> bool:
    """Tell whether the line below says who wrote what, or when: then this one says what."""
    below = block.index + 1
    return below < len(doc.blocks) and is_headline(block.text) and carries_fields(doc, doc.blocks[below])


def carries_fields(doc: Document, block: Block) -> bool:
    """Tell whether the line is a metadata line that says who or when."""
    return any(part.kind in _FIELDS for part in metadata_line(doc, block) or ())


def has_company(doc: Document, block: Block) -> bool:
    """Tell whether the line above or below is junk, too: removed already, or a phrase of the lexicon."""
    known = _hit_blocks(doc)
    for index in (block.index - 1, block.index + 1):
        if 0 <= index < len(doc.blocks) and (index in known or not doc.is_open(doc.blocks[index])):
            return True
    return False


def is_text(doc: Document, index: int) -> bool:
    """Tell whether the block of that index is there, reads as running text, and was not removed."""
    return index in prose_blocks(doc) and doc.is_open(doc.blocks[index])


def stands_in_prose(doc: Document, block: Block) -> bool:
    """Tell whether the line above and the one below are running text, so that this is a part of it."""
    return is_text(doc, block.index - 1) and is_text(doc, block.index + 1)


def is_announced(doc: Document, block: Block) -> bool:
    """Tell whether the line above ends in a colon: then what follows belongs to the text."""
    return block.index > 0 and doc.blocks[block.index - 1].text.endswith((":", "："))


def repeats(doc: Document, block: Block) -> bool:
    """Tell whether the same line, punctuation aside, stands elsewhere on the page."""
    return key_counts(doc)[doc.key(block)] > 1


def key_counts(doc: Document) -> Counter[str]:
    """Return how often each line key occurs on the page."""
    return doc.memo("lines.keys", lambda: Counter(doc.key(b) for b in doc.blocks))


def _group(doc: Document, block: Block) -> str | None:
    """Return which table a line that is a whole phrase of several belongs to: the one most of its neighbours match.

    'Email' is a share button under 'Twitter' and a field of the comment form under 'Name'. `None` where
    the neighbours do not tell.
    """
    own = _exact_groups(doc).get(block.index, frozenset())
    if len(own) < 2:
        return None
    votes: Counter[str] = Counter()
    for offset, weight in _NEAR.items():
        for group in _exact_groups(doc).get(block.index + offset, frozenset()) & own:
            votes[group] += weight
    ranked = votes.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]) else None


def _exact_groups(doc: Document) -> dict[int, frozenset[str]]:
    def find() -> dict[int, frozenset[str]]:
        found: dict[int, set[str]] = {}
        for group in _GROUPS:
            for block, hit in doc.hits(group):
                if hit.exact and hit.label != "menu":
                    found.setdefault(block.index, set()).add(group)
        return {index: frozenset(groups) for index, groups in found.items()}

    return doc.memo("lines.groups", find)


def _hit_blocks(doc: Document) -> set[int]:
    def find() -> set[int]:
        return {b.index for g in _GROUPS for b, h in doc.hits(g) if h.exact}

    return doc.memo("lines.hits", find)


def _junk_count(doc: Document) -> int:
    def count() -> int:
        return sum(1 for index in _hit_blocks(doc) if _is_phrase(doc.key(doc.blocks[index])))

    return doc.memo("lines.junk", count)


def list_below(doc: Document, head: Block, *, most: int = 80) -> list[Block]:
    """Return the open, list-like lines that hang under a heading line.

    The list ends at running text, at a blank line once it has begun (two lines on, where the text sets
    blocks apart), and before a line that has metadata or running text under it, which is a headline.
    """
    prose = prose_blocks(doc)
    known = _exact_groups(doc)
    items: list[Block] = []
    for index in range(head.index + 1, min(head.index + 1 + most, len(doc.blocks))):
        block = doc.blocks[index]
        if not doc.is_open(block):
            if items and block.gap:
                break
            continue
        if index in prose or index in known or width(block.text) > 160 or (items and block.gap) or block.gap > 2:
            break
        below = doc.blocks[index + 1] if index + 1 < len(doc.blocks) else None
        if below is not None and _is_text_start(doc, block, below):
            break
        items.append(block)
    return items


def _is_text_start(doc: Document, block: Block, below: Block) -> bool:
    """Tell whether a line is the headline of the text or metadata under it rather than an entry of a list."""
    if below.index in prose_blocks(doc):
        return bool(below.gap) or not is_label(block.text)
    return metadata_line(doc, below) is not None and metadata_line(doc, block) is None
