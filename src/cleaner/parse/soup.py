"""A BeautifulSoup object or Tag, of any of its parsers, to a `Document`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from cleaner.document import Context, Document
from cleaner.parse.drawn import WARNING, add_drawn
from cleaner.parse.encoding import speakable
from cleaner.parse.linearise import Lineariser


def parse_soup(soup: Tag, context: Context | None = None) -> Document:
    """Return the document of a soup or of one of its tags. The soup stays as it is.

    >>> from bs4 import BeautifulSoup
    >>> doc = parse_soup(BeautifulSoup("<p>One</p><p>Two</p>", "html.parser"))
    >>> doc.text
    'One\\n\\nTwo'
    """
    lineariser, context = Lineariser(), context or Context()
    _walk([soup], lineariser)
    if add_drawn(lineariser, _text_of, partial(_walk_in, lineariser)):
        context = replace(context, warnings=(*context.warnings, WARNING))
    text, blocks = lineariser.blocks()
    return Document(text, blocks, replace(context, content_type="text/html"), head=lineariser.head)


def _text_of(node: Tag) -> str:
    return "".join(map(str, node.contents))


def _walk_in(lineariser: Lineariser, html: str, holder: Tag) -> None:
    _walk(BeautifulSoup(html, "html.parser").contents, lineariser, holder)


def _walk(nodes: Iterable[Any], lineariser: Lineariser, holder: Tag | None = None) -> None:
    """Hand trees to the lineariser, in a loop; `holder` is the node of the page that holds trees of their own."""
    stack: list[Iterator[Any]] = [iter(nodes)]
    while stack:
        for node in stack[-1]:
            if isinstance(node, Tag):
                if lineariser.start(node.name.lower(), node.attrs, holder or node):
                    stack.append(iter(node.contents))
                    break
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                lineariser.text(speakable(node)[0])
        else:
            stack.pop()
            if stack:
                lineariser.end()
