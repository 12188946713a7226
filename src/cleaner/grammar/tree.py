"""How much of a page stands in which of its elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from cleaner.document import Block, Document
from cleaner.grammar.shape import is_prose, width
from cleaner.markup import Element

T = TypeVar("T")

# A line whose text is links by more than this leads elsewhere.
LINKED = 0.5
_OTHER_TEXT = 0.2
_CAPTIONS = frozenset(("caption", "captions", "figcaption"))
_ORDER = attrgetter("order")


def amounts(blocks: Iterable[Block], amount: Callable[[Block], float]) -> dict[Element, float]:
    """Return for each element with a block in it the sum of `amount` over these blocks. Linear in the elements."""
    sums: dict[Element, float] = {}
    for block in blocks:
        if block.markup is not None:
            own = block.markup.element
            sums[own] = sums.get(own, 0.0) + amount(block)
    for element in list(sums):
        parent = element.parent
        while parent is not None and parent not in sums:
            sums[parent] = 0.0
            parent = parent.parent
    for element in sorted(sums, key=_ORDER, reverse=True):
        parent = element.parent
        if parent is not None:
            sums[parent] += sums[element]
    return sums


def holder(element: Element, known: dict[Element, T | None]) -> T | None:
    """Return what `known` says of the nearest element around, the element itself included, and note it for those between."""
    path: list[Element] = []
    found: T | None = None
    for each in element.ancestors():
        if each in known:
            found = known[each]
            break
        path.append(each)
    known.update(dict.fromkeys(path, found))
    return found


def named_spans(block: Block, wanted: frozenset[str]) -> Iterator[tuple[int, int, Element]]:
    """Yield the parts of a block whose element has a word of `wanted` in its attributes: (start, end, element) in its text.

    The block itself counts, too, if its element or the one around it has.
    """
    if block.markup is None:
        return
    for inline in block.markup.inlines:
        if inline.element.tag in wanted or not wanted.isdisjoint(inline.element.words | _relations(inline.element)):
            yield inline
    element: Element | None = block.markup.element
    for _ in range(2):
        if element is not None and (element.tag in wanted or not wanted.isdisjoint(element.words)):
            yield 0, len(block.text), element
            return
        element = element.parent if element is not None else None


def _relations(element: Element) -> set[str]:
    return {f"rel={name}" for name in element.get("rel").lower().split()}


def in_figure(block: Block) -> bool:
    """Tell whether a block stands in a figure: the caption of a picture, or its credit."""
    return block.markup is not None and "figure" in block.markup.context


def is_heading(block: Block) -> bool:
    """Tell whether the markup makes a block a heading."""
    return block.markup is not None and block.markup.level > 0


def in_caption(block: Block) -> bool:
    """Tell whether a block stands in a caption: a `<figcaption>`, or an element or one around it that is called so."""
    if block.markup is None:
        return False
    element = block.markup.element
    return _is_caption(element) or (element.parent is not None and _is_caption(element.parent))


def _is_caption(element: Element) -> bool:
    return element.tag == "figcaption" or not element.words.isdisjoint(_CAPTIONS)


def prose_width(block: Block) -> int:
    """Return the columns of a block that reads as running text and is no list of links, else 0."""
    if not is_prose(block.text) or (block.markup is not None and block.markup.link_share > LINKED):
        return 0
    return width(block.text)


def text_weight(block: Block) -> float:
    """Return the columns of a block that are no links, other text than running text counting a fifth."""
    share = block.markup.link_share if block.markup is not None else 0.0
    return prose_width(block) or _OTHER_TEXT * (1 - share) * width(block.text)


def columns(doc: Document) -> dict[Element, float]:
    """Return for each element the columns of all text in it, whatever was removed."""
    return doc.memo("tree.columns", lambda: amounts(doc.blocks, lambda block: width(block.text)))


def text_weights(doc: Document) -> dict[Element, float]:
    """Return for each element the weight of the text in it, whatever was removed."""
    return doc.memo("tree.text", lambda: amounts(doc.blocks, text_weight))
