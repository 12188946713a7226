"""HTML, as str or bytes, to a `Document`, through the C parser turbohtml (WHATWG rules)."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from functools import partial
from typing import Any

from cleaner.document import Context, Document
from cleaner.parse.drawn import WARNING, add_drawn
from cleaner.parse.encoding import decode_html, sound, speakable
from cleaner.parse.linearise import Lineariser

Range = tuple[int, int]

_NOSCRIPT_END = re.compile("(</noscript)", re.I)
_NOSCRIPT_OR_FRAME = re.compile(r"<noscript\b|</?iframe\b", re.I)

# How far up to look for the end of an element that has no end tag.
_CLIMB = 16


def parse_html(source: str | bytes, context: Context | None = None, *, charset: str | None = None) -> Document:
    """Return the document of an HTML page or fragment. `charset` is the encoding that its server declared.

    Raises `BinaryInputError` for what is no text, `OptionError` for a charset of no use.

    >>> doc = parse_html("<h1>On Tea</h1><p>Tea is<br>a drink.</p>")
    >>> [(block.markup.tag, block.text) for block in doc.blocks]
    [('h1', 'On Tea'), ('p', 'Tea is'), ('p', 'a drink.')]
    >>> doc.source[slice(*doc.source_range(doc.blocks[0]))]
    '<h1>On Tea</h1>'
    """
    text, warnings = decode_html(source, charset) if isinstance(source, bytes) else (source, [])
    text, more = speakable(sound(text))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    context = context or Context()
    context = replace(context, content_type="text/html", warnings=(*context.warnings, *warnings, *more))
    try:
        lineariser, is_drawn = _read(text)
    except ImportError:  # no wheel for this machine: the slower way gives the same blocks
        from bs4 import BeautifulSoup

        from cleaner.parse.soup import parse_soup

        return parse_soup(BeautifulSoup(text, "html.parser"), context)
    if is_drawn:
        context = replace(context, warnings=(*context.warnings, WARNING))
    lines, blocks = lineariser.blocks()
    return Document(lines, blocks, context, head=lineariser.head, source=text, locate=block_ranges)


def block_ranges(text: str) -> list[Range | None]:
    """Return the range in a page's HTML of the element of each of its blocks, `None` where the parser knows none.

    The page is read a second time for it: where each element stands is seldom asked for, and knowing it takes time and memory.

    >>> block_ranges("<h1>On Tea</h1><p>Tea is<br>a drink.")
    [(0, 15), (15, 36), (15, 36)]
    """
    lineariser, _ = _read(text, locations=True)
    nodes = lineariser.nodes or {}
    found = [_range(nodes.get(block.markup.element.order)) for block in lineariser.blocks()[1] if block.markup is not None]
    return [(each[0], min(each[1], len(text))) if each is not None else None for each in found]


def _read(text: str, *, locations: bool = False) -> tuple[Lineariser, bool]:
    """Return a page's lineariser, with the nodes of all elements where their `locations` are asked for, and whether scripts draw it."""
    lineariser = _linearised(text, locations)
    if any("</noscript" in frame.text.lower() for frame in lineariser.unread["iframe"]):
        lineariser = _linearised(_without_open_frames(text), locations)
    return lineariser, add_drawn(lineariser, _text_of, partial(_walk_in, lineariser))


def _linearised(text: str, locations: bool) -> Lineariser:
    from turbohtml import parse

    lineariser = Lineariser(keep_nodes=locations)
    _walk(parse(text, source_locations=locations, positions=False), lineariser)
    return lineariser


def _without_open_frames(text: str) -> str:
    """Return the page with a void element, with a name as long, for each frame that its `<noscript>` does not close.

    A browser that runs scripts sees nothing of it; to a parser that does not, it holds all of the page below.

    >>> _without_open_frames("<noscript><iframe src='x'></noscript><p>Tea")
    "<noscript><source src='x'></noscript><p>Tea"
    """
    parts = _NOSCRIPT_END.split(text)
    for number, part in enumerate(parts[:-1]):
        tags = list(_NOSCRIPT_OR_FRAME.finditer(part))
        names = [tag[0].lower() for tag in tags]
        if "<noscript" in names and names[-1] == "<iframe":
            at = tags[-1].start()
            parts[number] = f"{part[:at]}<source{part[at + 7 :]}"
    return "".join(parts)


def _text_of(node: Any) -> str:
    return str(node.text)


def _walk_in(lineariser: Lineariser, html: str, holder: Any) -> None:
    from turbohtml import parse_fragment

    _walk(parse_fragment(speakable(sound(html))[0], positions=False), lineariser, holder)


def _walk(root: Any, lineariser: Lineariser, holder: Any = None) -> None:
    """Hand the tree to the lineariser: a loop over all nodes in order, because pages nest deeper than Python calls.

    `holder` is the node of the page that holds a tree of its own.
    """
    from turbohtml import Element, Text

    path = [iter(root.children)]
    while path:
        for node in path[-1]:
            kind = type(node)
            if kind is Text:
                lineariser.text(node.data)
            elif kind is Element and lineariser.start(node.tag, node.attrs, holder or node):
                children = node.children
                if len(children) == 1 and type(children[0]) is Text:  # as most that have no element in them
                    lineariser.text(children[0].data)
                    lineariser.end()
                else:
                    path.append(iter(children))
                    break
        else:
            path.pop()
            if path:
                lineariser.end()


def _range(node: Any) -> Range | None:
    """Return the range of an element from its start tag to its end tag or to where the parser closed it."""
    where = node.source_location if node is not None else None
    if where is None:
        return None
    start = where.start_tag.start_offset
    end = where.end_tag.end_offset if where.end_tag is not None else _implied_end(node)
    return start, max(end, where.start_tag.end_offset)


def _implied_end(node: Any) -> int:
    """Return where an element without an end tag ends: at the next start tag or at the end tag of what it is in."""
    for _ in range(_CLIMB):
        follower = node.next_sibling
        where = getattr(follower, "source_location", None)
        if where is not None:
            return int(where.start_tag.start_offset)
        node = node.parent
        if node is None:
            return sys.maxsize  # the end of the page
        where = getattr(node, "source_location", None)
        if where is not None and where.end_tag is not None:
            return int(where.end_tag.start_offset)
    return 0
