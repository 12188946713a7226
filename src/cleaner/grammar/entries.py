"""The articles of an HTML page as its markup has them: one element each, and the headline in it.

An entry is an `<article>`, an `hentry` or `h-entry`, an item of a schema.org type of articles or posts, or, where a page
has none of these, one of several elements of the same look side by side that hold most of its text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.alike import (
    LEAST_PROSE,
    MISNAMED,
    REPLIES,
    blocks_of,
    element_look,
    headed_elements,
    is_aside,
    is_at_side,
    is_within,
    listed_links,
    plain_look,
    side_by_side,
    up,
)
from cleaner.grammar.headings import ASIDE, headings_of, may_head, page_title, says_title
from cleaner.grammar.kind import Part, are_articles, are_posts, has_date, is_declared, is_divided, is_section, lead_on
from cleaner.grammar.shape import is_label, width
from cleaner.grammar.tree import LINKED, columns, in_caption, prose_width
from cleaner.markup import Element

_NAMES = frozenset(("hentry", "h-entry", "blogposting", "newsarticle"))
# One of these is among the words of every such name.
_NAME_WORDS = frozenset(("hentry", "entry", "blogposting", "posting", "newsarticle", "article"))
_TYPES = re.compile(r"(?:Article|BlogPosting|Posting|LiveBlogUpdate|Report|CreativeWork)\b")
# One entry with so much of the text of all is the page's article; the others are teasers.
_MAIN_SHARE = 0.7
# What is called a container of teasers, but holds most of the page's text and has so little beside it, is misnamed.
_HARDLY = 0.2
# Wrappers hold entries with so much of their text.
_WRAPPED = 0.5
# In so many of the entries the headline has the look that it has in the others.
_SHARED = 0.8
_LEAST_TITLE = 2
# The date of an article stands so many lines below its headline, at most.
_DATE_BELOW = 3
_DEEPEST = 32
_MUCH_PROSE = 1200


class Entry(NamedTuple):
    """One article: its blocks `[first, last]` by index, and the index of its headline, `None` where it has none."""

    first: int
    last: int
    title: int | None
    element: Element | None = None


def entries(doc: Document) -> list[Entry]:
    """Return the articles that the markup of a page sets apart, in order; none for plain text."""
    if doc.head is None:
        return []
    return doc.memo("entries", lambda: _find(doc))


def articles(doc: Document) -> list[Entry]:
    """Return the entries that are the page's articles: none of several where most running text stands outside of them.

    None, too, where the page is one article and they divide it. Only text that is not removed counts, so that teasers
    under an article are told from it.
    """
    found = entries(doc)
    if len(found) < 2:
        return found
    if is_one_article(doc) or not _are_articles(doc, found):
        return []
    left = [(b.index, prose_width(b)) for b in doc.open_blocks() if not is_aside(b)]
    held = {i for e in found for i in range(e.first, e.last + 1)}
    inside = sum(w for i, w in left if i in held)
    total = sum(w for _, w in left)
    return _as_thread(doc, found) if total < _MUCH_PROSE or inside >= _WRAPPED * total else []


def _as_thread(doc: Document, found: list[Entry]) -> list[Entry]:
    """Return the entries; of the posts of a thread the first has its headline, which stands over it, and the others have none."""
    at = page_title(doc)
    if at is None or at >= found[0].first or not are_posts(doc, doc.blocks[at], [head for head, _ in _parts(doc, found)]):
        return found
    posts = [entry._replace(title=None) for entry in found]
    return [posts[0]._replace(first=at, title=at), *posts[1:]]


def _are_articles(doc: Document, found: list[Entry]) -> bool:
    held = any(entry.element is not None for entry in found)
    return are_articles(doc, _page_headline(doc), _parts(doc, found), held=held)


def _page_headline(doc: Document) -> Block | None:
    at = page_title(doc)
    return doc.blocks[at] if at is not None else None


def is_one_article(doc: Document) -> bool:
    """Tell whether the page is one article by what it says of itself, or since its entries are but parts of one."""
    if doc.head is None:
        return False
    return doc.memo("entries.one", lambda: _is_one(doc))


def _is_one(doc: Document) -> bool:
    if says_one_article(doc):
        return True
    found = entries(doc)
    return not _has_named(found) and is_divided(doc, _page_headline(doc), _parts(doc, found))


def says_one_article(doc: Document) -> bool:
    """Tell whether a page says of itself that it is one article, and does not list several all the same.

    It does where elements that are called articles stand on a page that names none or a later one, and where the text of
    the page is in entries that lead to pages of their own.
    """
    if doc.head is None:
        return False
    return doc.memo("entries.said", lambda: _says_one(doc))


def is_caption(doc: Document, block: Block) -> bool:
    """Tell whether the markup calls a block a caption, on a page that says that it is one article."""
    return says_one_article(doc) and in_caption(block)


def _says_one(doc: Document) -> bool:
    at = page_title(doc)
    if not is_declared(doc, _page_headline(doc)):
        return False
    found = entries(doc)
    if _has_named(found) and (at is None or at in [e.title for e in found[1:]]):
        return False
    # Parts of an article may lead on, too, as those of a list of sights do.
    listed = _has_named(found) or at is None or is_section(doc.blocks[at])
    return not (listed and _is_outside(doc, at, found) and lead_on(doc, [head for head, _ in _parts(doc, found)]))


def _has_named(found: list[Entry]) -> bool:
    return any(e.element is not None and _is_named(e.element) for e in found)


def _parts(doc: Document, found: list[Entry]) -> list[Part]:
    return [(doc.blocks[e.title] if e.title is not None else None, range(e.first, e.last + 1)) for e in found]


def _is_outside(doc: Document, at: int | None, found: list[Entry]) -> bool:
    """Tell whether the headline of the page is in none of its entries, and hardly any running text either."""
    held = {i for e in found for i in range(e.first, e.last + 1)}
    sizes = [(b.index in held, prose_width(b)) for b in doc.blocks if not is_aside(b)]
    inside = sum(size for within, size in sizes if within)
    return at not in held and inside >= _MAIN_SHARE * sum(size for _, size in sizes)


def _find(doc: Document) -> list[Entry]:
    sizes = columns(doc)
    total = sum(width(b.text) for b in doc.blocks if not is_aside(b))
    named = _named(sizes, total)
    if len(named) < 2:
        heads = headed_elements(doc)
        alike = side_by_side(doc, sizes, heads, total)
        if not (named and sizes[named[0]] > _WRAPPED * max(sizes.values())) or (alike and lead_on(doc, [heads[e] for e in alike])):
            named = alike or named
    named = _without_teasers(sorted(named, key=lambda e: e.order), sizes)
    blocks = {e: b for e, b in blocks_of(doc, named).items() if b}
    shared = _shared_look(list(blocks.values()))
    found = _titled([Entry(b[0].index, b[-1].index, _title(b, shared), e) for e, b in blocks.items()])
    return found if len(found) > 1 else _headed(doc) or found or _linked(doc, sizes)


def _linked(doc: Document, sizes: dict[Element, float]) -> list[Entry]:
    """Return the articles of a list of links with a date each, on a page that has hardly anything else to read."""
    heads = listed_links(doc, sizes)
    return [Entry(b[0].index, b[-1].index, heads[e].index, e) for e, b in blocks_of(doc, list(heads)).items() if b]


def _headed(doc: Document) -> list[Entry]:
    """Return the articles that nothing but linked headlines sets apart: headings of one look in one element."""
    groups: dict[tuple[Element | None, str, str], list[Block]] = defaultdict(list)
    for block in doc.blocks:
        markup = block.markup
        if markup is not None and markup.level and markup.link_share > LINKED and not markup.context & ASIDE:
            element = markup.element
            groups[element.parent, element.tag, element_look(element)].append(block)
    best: list[Entry] = []
    most = LEAST_PROSE
    for heads in groups.values():
        if len(heads) < 2:
            continue
        inside = doc.blocks[heads[0].index : _end_of(doc, heads[-1]) + 1]
        ends = [*(b.index - 1 for b in heads[1:]), inside[-1].index]
        parts = [doc.blocks[h.index : e + 1] for h, e in zip(heads, ends, strict=True)]
        if all(any(has_date(doc, b) for b in part[1 : 1 + _DATE_BELOW]) for part in parts):  # lines of verse, say, are no running text
            prose = [sum(width(b.text) for b in part) for part in parts]
        else:
            prose = [sum(prose_width(b) for b in part) for part in parts]
        if sum(prose) > most and sum(map(bool, prose)) > len(prose) / 2:
            most = sum(prose)
            best = [Entry(h.index, e, h.index) for h, e in zip(heads, ends, strict=True)]
    return best


def _end_of(doc: Document, head: Block) -> int:
    """Return the index of the last block in the element that a headline stands in."""
    parent = head.markup.element.parent if head.markup is not None else None
    last = head.index
    for block in doc.blocks[head.index + 1 :]:
        around = islice(block.markup.element.ancestors(), _DEEPEST) if block.markup is not None else ()
        if not any(each is parent for each in around):
            break
        last = block.index
    return last


def _titled(found: list[Entry]) -> list[Entry]:
    """Drop what has no headline where most have one: a teaser, a widget."""
    titled = [entry for entry in found if entry.title is not None]
    return titled if len(titled) > len(found) / 2 else found


def _is_named(element: Element) -> bool:
    attrs = element.attrs
    if element.tag == "article" or not attrs:
        return element.tag == "article"
    named = not element.words.isdisjoint(_NAME_WORDS) and not element.names.isdisjoint(_NAMES)
    named = named or ("article" in element.words and element.get("role") == "article")
    return named or ("itemtype" in attrs and bool(_TYPES.search(element.get("itemtype"))))


def _named(sizes: dict[Element, float], total: float) -> list[Element]:
    """Return the elements that are called articles; those at the side only where they are nearly all that the page has."""
    inner = [e for e in sizes if _is_named(e) and e.context.isdisjoint(ASIDE) and not is_within(e, REPLIES)]
    # The class names of a post have its tags among them.
    at_side = {e for e in inner if e.parent is not None and is_at_side(e.parent)}
    own = _outermost([e for e in inner if e not in at_side], sizes)
    side = _outermost([e for e in inner if e in at_side], sizes)
    size = sum([sizes[e] for e in side], 0.0)
    members = set(own)
    within = [e for e in side if not members.isdisjoint(up(e))]
    beside = sum([sizes[e] for e in own], 0.0) - sum([sizes[e] for e in within], 0.0)
    return side if size > MISNAMED * total and beside < _HARDLY * size else own


def _outermost(found: list[Element], sizes: dict[Element, float]) -> list[Element]:
    """Drop wrappers of several entries, and teasers inside of an entry."""
    members = set(found)
    inner: dict[Element, list[Element]] = defaultdict(list)
    outer: dict[Element, Element | None] = {}
    for element in sorted(found, key=lambda e: e.order):
        above = next((e for e in up(element) if e in members), None)
        outer[element] = above
        if above is not None:
            inner[above].append(element)
    wrappers = {
        e for e, parts in inner.items() if len(parts) > 1 and sum(sizes[p] for p in parts) > _WRAPPED * sizes[e]
    }
    kept: list[Element] = []
    inside: set[Element] = set()
    for element in sorted(found, key=lambda e: e.order):
        above = outer[element]
        if above is not None and (above in inside or above not in wrappers):
            inside.add(element)
        elif element not in wrappers:
            kept.append(element)
    return kept


def _without_teasers(found: list[Element], sizes: dict[Element, float]) -> list[Element]:
    """Return the one entry that is the page's article, where the others are short beside it; else all."""
    main = max(found, key=sizes.__getitem__, default=None)
    if main is None or sizes[main] < _MAIN_SHARE * sum(sizes[e] for e in found):
        return found
    # Posts of the same look are posts, however short.
    return [e for e in found if e is main or _is_beside(e, main)]


def _is_beside(one: Element, other: Element) -> bool:
    """Tell whether two elements of one look are side by side; those that are called articles perhaps each in a cell of its own."""
    if plain_look(one) != plain_look(other):
        return False
    cell, other_cell = one.parent, other.parent
    if cell is None or other_cell is None or cell is other_cell or not (_is_named(one) and _is_named(other)):
        return cell is other_cell
    return cell.parent is other_cell.parent and plain_look(cell) == plain_look(other_cell)


def _shared_look(entries: list[list[Block]]) -> tuple[str, str] | None:
    """Return the look of linked headings that stands once in nearly all of several entries: that of their titles."""
    counts: Counter[tuple[str, str]] = Counter()
    for blocks in entries:
        own = Counter(_look_of(b) for b in headings_of(blocks) if b.markup is not None and b.markup.link_share > LINKED)
        counts.update(look for look, count in own.items() if count == 1)
    look, count = counts.most_common(1)[0] if counts else (("", ""), 0)
    return look if len(entries) > 1 and count >= _SHARED * len(entries) else None


def _look_of(block: Block) -> tuple[str, str]:
    element = block.markup.element if block.markup is not None else None
    return (element.tag, element_look(element)) if element is not None else ("", "")


def _title(blocks: list[Block], shared: tuple[str, str] | None) -> int | None:
    """Return the index of the headline among an entry's blocks: named as such, of the look that the headlines of others
    have, else the first of the highest level.
    """  # noqa: D205
    named = [b for b in blocks if says_title(b) and width(b.text) >= _LEAST_TITLE]
    if named:
        return named[0].index
    headings = headings_of(blocks)
    alike = [b for b in headings if shared is not None and _look_of(b) == shared]
    if len(alike) == 1:
        return alike[0].index
    if not headings:
        return next((b.index for b in blocks[:4] if may_head(b)), None)
    level = min(b.markup.level for b in headings if b.markup is not None)
    first = headings[0]
    best = next(b for b in headings if b.markup is not None and b.markup.level == level)
    # A label over the headline, such as a section, may be a heading of its own.
    return (best if is_label(first.text) or best.index - first.index <= 3 else first).index


