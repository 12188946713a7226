"""Elements of one look side by side: posts and cards that no name gives away; what is near an element, and how it looks."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter

from cleaner.document import Block, Document
from cleaner.grammar.headings import ASIDE, headings_of, may_head
from cleaner.grammar.kind import has_date, lead_on
from cleaner.grammar.tree import LINKED, holder, prose_width
from cleaner.markup import Element

# An entry in one of these is somebody's comment, or a teaser; or the container is misnamed.
REPLIES = frozenset(("comment", "comments", "commentlist", "related", "recommended"))
_SIDE = frozenset(("sidebar", "widget", "footer", "nav", "menu", "popular", "trending", "carousel", "slider"))
# What stands beside a sidebar, or holds it and the text, is named so.
_BESIDE = re.compile(r"(?:has|with|use|no|without|content)[-_]?sidebar\b.*")
# What is called a container of comments or teasers, but holds so much of the page's text, is misnamed.
MISNAMED = 0.5
# Entries without a name hold so much of the page's text, and are so many.
_LOOK_SHARE = 0.4
_LEAST_ALIKE = 3
# Where each has a date and leads to a page of its own, two are enough, and with three no more of the page's text is asked for than
# that hardly any running text stands beside them: posts that are listed without a text.
_LEAST_DATED = 2
_NEARLY_ALL, _MOST_HEADS = 0.9, 2
# 'Next' is no headline. With the longest names of days and months a date is no longer.
_LEAST_LINK, _LONGEST_DATE = 8, 40
_DIGIT = re.compile(r"\d")
# Of the groups on a page so many are looked at, the largest first: each takes a look at all lines.
_MOST_GROUPS = 8
# Articles that only their headlines set apart have so much running text together.
LEAST_PROSE = 400
_NO_DIGITS = dict.fromkeys(range(ord("0"), ord("9") + 1))
# Items of a list differ by their place in it, and by what they are about.
_OF_ONE = frozenset(("first", "last", "odd", "even", "alt", "top", "sticky", "featured", "active", "big", "large", "lead"))
_TOPICS = ("category-", "tag-")
_HEADINGS = frozenset(f"h{n}" for n in range(1, 7)) | {"body", "html"}


def side_by_side(doc: Document, sizes: dict[Element, float], headed: dict[Element, Block], total: float) -> list[Element]:
    """Return the elements side by side of one look that hold the most text, if they hold much of the page's `total`.

    Those without any class are of one look only where their headlines lead to pages of their own.
    """
    best: list[Element] = []
    most = share = _LOOK_SHARE * total
    whole = max(sizes.values(), default=0.0)
    pairs: list[list[Element]] = []
    listed: list[tuple[float, list[Element]]] = []
    for names, members in _groups(sizes, headed):
        size = sum(sizes[e] for e in members)
        if len(members) < _LEAST_DATED or is_within(members[0], REPLIES):
            continue
        if is_within(members[0], _SIDE) and size <= MISNAMED * whole:
            listed += [(size, members)] if size > MISNAMED * total else []
        elif len(members) < _LEAST_ALIKE:
            pairs += [members] if size > share else []
        elif size <= most:
            listed.append((size, members))
        elif names or lead_on(doc, [headed[e] for e in members]):
            best, most = members, size
    if best:
        return best
    pair = next((m for m in pairs[:_MOST_GROUPS] if _are_two(doc, m, sizes) and _are_dated(doc, m, headed)), [])
    return pair or _listed(doc, listed, headed)


def _groups(sizes: dict[Element, float], headed: dict[Element, Block]) -> Iterator[tuple[str, list[Element]]]:
    """Yield the elements with headlines in groups of one look, with the class names that they have."""
    groups: dict[tuple[Element | None, str, str, str], list[Element]] = defaultdict(list)
    for element in sizes:
        if element in headed and (element.gap is not None or element.tag == "a") and element.tag not in _HEADINGS:
            row = element.parent  # several rows of cards, too, are side by side
            around = (row.parent, f"{row.tag} {element_look(row)}") if row is not None else (None, "")
            groups[*around, element.tag, element_look(element)].append(element)
    for (*_, names), members in groups.items():
        yield names, members


def _are_two(doc: Document, pair: list[Element], sizes: dict[Element, float]) -> bool:
    """Tell whether neither of two elements is but a strip beside the other, or a list of several itself."""
    if max(sizes[e] for e in pair) > _NEARLY_ALL * sum(sizes[e] for e in pair):
        return False
    linked = [[b for b in headings_of(blocks) if b.markup is not None and b.markup.link_share > LINKED] for blocks in blocks_of(doc, pair).values()]
    return all(len(heads) <= _MOST_HEADS for heads in linked)


def _are_dated(doc: Document, members: list[Element], headed: dict[Element, Block]) -> bool:
    """Tell whether elements each have a date and a headline of their own that leads to a page of its own."""
    heads = [headed[e] for e in members]
    said = {b.text[slice(*(leading_link(b) or (0, len(b.text))))] for b in heads}
    if not lead_on(doc, heads) or len(said) < len(heads):
        return False
    return all(any(has_date(doc, b) for b in blocks) for blocks in blocks_of(doc, members).values())


def _listed(doc: Document, groups: list[tuple[float, list[Element]]], headed: dict[Element, Block]) -> list[Element]:
    """Return the largest group of dated headlines that a page lists, if it has hardly any running text beside them."""
    for _, members in sorted(groups, key=itemgetter(0), reverse=True)[:_MOST_GROUPS]:
        if len(members) >= _LEAST_ALIKE and _are_dated(doc, members, headed):
            held = {b.index for blocks in blocks_of(doc, members).values() for b in blocks}
            beside = sum(prose_width(b) for b in doc.blocks if b.index not in held and not is_aside(b))
            return members if beside < LEAST_PROSE else []
    return []


def listed_links(doc: Document, sizes: dict[Element, float]) -> dict[Element, Block]:
    """Return the elements of a list of dated links that is all that a page has to read, each with the line of its link."""
    linked = _around(b for b in doc.blocks if leading_link(b) is not None and not is_aside(b))
    groups = [(sum(sizes[e] for e in members), members) for _, members in _groups(sizes, linked) if not is_within(members[0], _SIDE | REPLIES)]
    return {element: linked[element] for element in _listed(doc, groups, linked)}


def leading_link(block: Block) -> tuple[int, int] | None:
    """Return the span in its text of a line's one link, if there is no more to the line than that and perhaps a date."""
    if block.markup is None or not block.markup.link_share:
        return None
    links = [(i.start, i.end) for i in block.markup.inlines if i.element.tag == "a"]
    if not links and any(each.tag == "a" for each in _near(block.markup.element)):
        links = [(0, len(block.text))]
    if len(links) != 1:
        return None
    start, end = links[0]
    beside = block.text[:start] + block.text[end:]
    return (start, end) if len(beside) <= _LONGEST_DATE and (_DIGIT.search(beside) or end - start >= _LEAST_LINK) else None


def headed_elements(doc: Document) -> dict[Element, Block]:
    """Return the elements with a headline in them, each with its first."""
    return _around(b for b in doc.blocks if may_head(b))


def _around(blocks: Iterable[Block]) -> dict[Element, Block]:
    """Return the elements that blocks stand in, a few levels up, each with its first."""
    first: dict[Element, Block] = {}
    for block in blocks:
        for element in _up_to(block.markup.element) if block.markup is not None else ():
            first.setdefault(element, block)
    return first


def blocks_of(doc: Document, found: list[Element]) -> dict[Element, list[Block]]:
    """Return the blocks in each of some elements that do not overlap."""
    owner: dict[Element, Element | None] = {e: e for e in found}
    blocks: dict[Element, list[Block]] = {e: [] for e in found}
    for block in doc.blocks:
        entry = holder(block.markup.element, owner) if block.markup is not None else None
        if entry is not None:
            blocks[entry].append(block)
    return blocks


def is_within(element: Element, names: frozenset[str]) -> bool:
    """Tell whether an element or one near above it has one of these words in its names."""
    return any(not each.words.isdisjoint(names) for each in _near(element))


def is_at_side(element: Element) -> bool:
    """Tell whether an element or one near above it is called a side column, a menu or the like."""
    for each in _near(element):
        names = each.words & _SIDE
        if names and (names != {"sidebar"} or not all(_BESIDE.fullmatch(n) for n in each.names if "sidebar" in n)):
            return True
    return False


def _near(element: Element, most: int = 6) -> Iterable[Element]:
    for number, each in enumerate(element.ancestors()):
        if number == most or each.tag == "body":
            return
        yield each


def up(element: Element, most: int = 64) -> Iterable[Element]:
    """Yield the elements around one, the nearest first."""
    at = element.parent
    while at is not None and most:
        yield at
        at, most = at.parent, most - 1


def _up_to(element: Element) -> Iterable[Element]:
    yield element
    yield from up(element, 12)


def element_look(element: Element) -> str:
    """Return the class names of an element, without digits, less those by which a list tells one item from another."""
    look = element.get("class").lower().translate(_NO_DIGITS)
    return " ".join([name for name in look.split() if name not in _OF_ONE and not name.startswith(_TOPICS)])


def plain_look(element: Element) -> tuple[str, str]:
    """Return what posts have in common: tag and first class name."""
    return element.tag, " ".join(element_look(element).split()[:1])


def is_aside(block: Block) -> bool:
    """Tell whether a block stands in what is no part of the page's own text."""
    return block.markup is not None and not block.markup.context.isdisjoint(ASIDE)
