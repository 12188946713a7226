"""The lineariser: a tree's start tags, texts and end tags in; one line of text a block out, with its markup.

Every parser feeds this one, so that all give the same blocks. What it does:

- a block-level element starts a line of its own; paragraphs, headings, lists, tables, quotes and sections also
  have a blank line around them; `<br>` ends a line, two of them end a paragraph;
- white space is collapsed, but in `<pre>`; soft hyphens go;
- inline tags neither glue words nor split them; only two links side by side, or two elements of different classes,
  that would run two words together get a space between them;
- a table's row is one line, its cells joined by tabs, unless a cell holds several lines (a layout table);
- scripts, styles, templates, frames and pictures give no text. Hidden text is kept, and known as hidden.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from cleaner.document import Block, make_tuple
from cleaner.markup import Element, Head, Inline, Markup
from cleaner.markup import attribute as _string
from cleaner.parse.encoding import speakable

# The blank lines around a block-level element.
_LINES = (
    "address button caption center dd details dialog div dt fieldset form label legend li menu optgroup option"
    " search select summary tbody td textarea tfoot th thead tr body html head noscript"
)
_PARAGRAPHS = (
    "article aside blockquote dl dir figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr listing main nav ol p"
    " plaintext pre section table ul xmp"
)
GAPS: dict[str, int] = dict.fromkeys(_LINES.split(), 0) | dict.fromkeys(_PARAGRAPHS.split(), 1)
SKIPPED = frozenset(
    ["script", "style", "template", "svg", "iframe", "noembed", "noframes", "object", "embed", "applet", "audio", "video", "canvas", "map", "datalist", "annotation", "annotation-xml", "img", "input", "source", "track", "area", "col", "colgroup", "param", "frame", "basefont", "bgsound", "keygen", "wbr"]
)
_CONTEXT = {
    "ul": "list", "ol": "list", "dl": "list", "menu": "list", "table": "table", "blockquote": "quote",
    "figure": "figure", "figcaption": "figure", "pre": "code", "listing": "code", "xmp": "code", "article": "article",
    "nav": "nav", "aside": "aside", "footer": "footer", "header": "header", "main": "main", "form": "form",
    "button": "form", "select": "form", "textarea": "form", "dialog": "dialog",
    "noscript": "hidden", **{f"h{n}": f"h{n}" for n in range(1, 7)},
}  # fmt: skip
_ROLES = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "main": "main",
    "search": "form", "form": "form", "dialog": "dialog", "alertdialog": "dialog", "article": "article",
    "menu": "nav", "menubar": "nav",
}  # fmt: skip
_INVISIBLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
# A cell of more is running text in a layout table, not a value in a row.
_CELL_WIDTH = 200
_STYLE_SIZE = 1000
# Of the inline elements that stay open over a line's end, the innermost ones are told of.
_OPEN_INLINES = 8


class _Line(NamedTuple):
    text: str
    gap: int
    linked: int
    inlines: list[Inline]
    element: Element


Attrs = Mapping[str, Any]


class Lineariser:
    """Takes the events of a tree in order; `blocks` then returns its text and blocks.

    >>> lineariser = Lineariser()
    >>> for tag, text in (("p", "One"), ("b", " two ")):
    ...     _ = lineariser.start(tag, {}), lineariser.text(text)
    >>> lineariser.end(), lineariser.end()
    (None, None)
    >>> lineariser.blocks()[0]
    'One two'
    """

    def __init__(self, *, keep_nodes: bool = False) -> None:
        self.head = Head()
        # Where asked for, the parser's node of each element, by its `order`.
        self.nodes: dict[int, Any] | None = {} if keep_nodes else None
        # The parser's nodes of frames and scripts, whose text is none of the page's.
        self.unread: dict[str, list[Any]] = {"iframe": [], "script": []}
        self._at = Element("#root", None, 0, frozenset(), attrs={}, gap=0)
        # The open elements; plain inline ones change nothing and are `None`.
        self._stack: list[Element | None] = []
        self._owners = [self._at]
        self._open: list[_Span] = []
        self._unset: list[_Span] = []
        self._rows: list[list[int]] = []
        self._lines: list[_Line] = []
        self._count = self._links = self._gap = self._code = 0
        self._sink: list[str] | None = None
        self._new_line()

    def _new_line(self) -> None:
        self._parts: list[str] = []
        self._length = self._linked = 0
        self._space = False
        self._seam: _Span | None = None
        self._ended: _Span | None = None
        self._inlines: list[Inline] = []

    # The events

    def start(self, tag: str, attrs: Attrs, node: Any = None) -> bool:
        """Open an element. Returns whether to go into it; where not, `end` must not follow."""
        gap = _BLOCKS.get(tag)
        if gap is None:
            if tag in _HANDLED:
                return self._special(tag, attrs, node)
            if "-" in tag:
                gap = 0  # a custom element: a container more often than a word
            elif not attrs:
                self._stack.append(None)
                return True
        element = self._new(tag, attrs, node, gap)
        self._stack.append(element)
        if gap is None:
            self._start_inline(element)
            return True
        if self._parts:
            self._end_line()
        if gap:
            self._gap = self._gap or gap
        self._owners.append(element)
        if tag in _NOTED:
            self._note(tag)
        return True

    def text(self, data: str) -> None:
        """Take a text as the parser gives it."""
        if self._code or self._sink is not None:
            self._verbatim(data.replace("\xad", ""))
        elif data.isspace():  # as most texts are
            self._space = True
        elif piece := " ".join((data := data.replace("\xad", "")).split()):
            space = self._length and (self._space or data[0] != piece[0] or (self._seam is not None and piece[0].isalnum()))
            self._append(" " + piece if space else piece, 1 if space else 0)
            self._space = data[-1] != piece[-1]
        elif data:
            self._space = True

    def end(self) -> None:
        """Close the element opened last."""
        element = self._stack.pop()
        if element is None:
            return
        self._at = element.parent or element
        gap = element.gap
        if gap is None:
            self._end_inline(element)
            return
        tag = element.tag
        if tag in _SUNK:
            self._settle(element)
            return
        if self._parts:
            self._end_line()
        if gap:
            self._gap = self._gap or gap
        self._owners.pop()
        if tag in _NOTED:
            self._settle(element)

    @property
    def size(self) -> int:
        """The characters of the lines that have ended."""
        return sum(len(line.text) for line in self._lines)

    def blocks(self) -> tuple[str, tuple[Block, ...]]:
        """Return the text, and a block for each line of it."""
        self._break(0)
        if speakable("".join([line.text for line in self._lines]))[1]:  # character references to what no file could hold
            self._lines = [line._replace(text=speakable(line.text)[0]) for line in self._lines]
        parts: list[str] = []
        blocks: list[Block] = []
        at = 0
        for index, (line, gap, linked, inlines, element) in enumerate(self._lines):
            if index:
                parts.append(_BREAKS[gap])
                at += gap + 1
            else:
                gap = 0
            parts.append(line)
            end = at + len(line)
            inner = line.lstrip() if line[0].isspace() else line
            markup = make_tuple(Markup, (element, tuple(inlines), min(linked / len(inner), 1.0) if linked else 0.0))
            blocks.append(make_tuple(Block, (index, end - len(inner), end, inner, gap, markup)))
            at = end
        return "".join(parts), tuple(blocks)

    # Elements

    def _new(self, tag: str, attrs: Attrs, node: Any, gap: int | None) -> Element:
        """Return an element in the one that is open, and go into it."""
        self._count += 1
        parent = self._at
        context = parent.context
        if tag in _CONTEXT or (attrs and ("role" in attrs or "style" in attrs or "hidden" in attrs or "aria-hidden" in attrs)):
            context = _context(tag, attrs, context)
        self._at = element = Element(tag, parent, self._count, context, attrs=attrs, gap=gap)
        if self.nodes is not None:
            self.nodes[self._count] = node
        return element

    def _special(self, tag: str, attrs: Attrs, node: Any) -> bool:
        if tag in self.unread:
            self.unread[tag].append(node)
        if tag == "br":
            self._break(0 if self._parts else 1)
        elif tag == "meta":
            name = next((_string(attrs[n]) for n in ("property", "name", "itemprop", "http-equiv") if n in attrs), "")
            self.head.metas.append((name.strip().lower(), _string(attrs.get("content", ""))))
        elif tag == "link":
            if "canonical" in _string(attrs.get("rel", "")).lower().split() and self.head.canonical is None:
                self.head.canonical = _string(attrs.get("href", "")).strip() or None
        elif tag == "html":
            self.head.language = _string(attrs.get("lang", "")).strip() or self.head.language
            self._stack.append(None)
            return True
        elif tag == "title" or (tag == "script" and "ld+json" in _string(attrs.get("type", "")).lower()):
            self._sink = []
            self._at = Element(tag, self._at, 0, self._at.context, attrs={}, gap=0)
            self._stack.append(self._at)
            return True
        return False

    def _note(self, tag: str) -> None:
        if tag == "tr":
            self._rows.append([])
        elif tag in _CODE:
            self._code += 1
        elif self._rows:
            self._rows[-1].append(len(self._lines))

    def _settle(self, element: Element) -> None:
        tag = element.tag
        if tag == "tr":
            self._join_cells(self._rows.pop(), element)
        elif tag in _CODE:
            self._code -= 1
        elif tag in _SUNK:
            text = "".join(self._sink or ())
            self._sink = None
            if tag == "title":
                self.head.titles.append(" ".join(text.split()))
            else:
                self.head.json_ld.append(text)

    def _start_inline(self, element: Element) -> None:
        span = _Span(element)
        ended = self._ended
        if self._seam is None and ended is not None and ended.end == self._length:
            self._seam = span if self._parts[-1][-1].isalnum() and _apart(ended.element, element) else None
        self._open.append(span)
        self._unset.append(span)
        if element.tag == "a":
            self._links += 1

    def _end_inline(self, element: Element) -> None:
        span = self._open.pop()
        if element.tag == "a":
            self._links -= 1
        if self._unset and self._unset[-1] is span:
            self._unset.pop()
            if self._seam is span:
                self._seam = None
        elif span.line is self._parts:
            start, span.end = span.start, self._length
            self._inlines.append(make_tuple(Inline, (start, span.end, element)))
            if span.end - start > 1:  # a single letter is an initial
                self._ended = span

    # Lines

    def _append(self, piece: str, indent: int) -> None:
        parts, length = self._parts, self._length
        if self._unset:
            for span in self._unset:
                span.start = length + indent
                span.line = parts
            self._unset.clear()
        self._seam = None
        parts.append(piece)
        self._length = length + len(piece)
        if self._links:
            self._linked += len(piece)

    def _verbatim(self, data: str) -> None:
        if self._sink is not None:
            self._sink.append(data)
            return
        for number, part in enumerate(data.split("\n")):
            if number:
                self._break(0 if self._parts else 1)
            if part.strip() or (part and self._parts):
                part = "".join(" " if c != "\t" and (c.isspace() or c < " " or "\x7f" <= c < "\xa0") else c for c in part)
                self._append(part, len(part) - len(part.lstrip()))

    def _break(self, gap: int) -> None:
        """End the line; `gap` blank lines, at least, come before the next."""
        if self._parts:
            self._end_line()
        self._gap = max(self._gap, gap)

    def _end_line(self) -> None:
        text = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
        if self._open:
            self._cut_open()
        inlines = self._inlines
        if self._code:
            text = text.rstrip()
            indent = len(text) - len(text.lstrip())
            spans = [Inline(max(i.start - indent, 0), min(i.end, len(text)) - indent, i.element) for i in inlines]
            inlines = [i for i in spans if i.start < i.end]
        if text:
            self._lines.append(make_tuple(_Line, (text, self._gap, self._linked, inlines, self._owners[-1])))
            self._gap = 0
        self._new_line()

    def _cut_open(self) -> None:
        """End the spans of inline elements that go on over the line's end; they start anew in the next."""
        unset = len(self._unset)
        for span in self._open[: len(self._open) - unset][-_OPEN_INLINES:]:
            self._inlines.append(Inline(span.start, self._length, span.element))
        self._unset = self._open[-(_OPEN_INLINES + unset) :]

    def _join_cells(self, starts: list[int], row: Element) -> None:
        """Make one line of a row whose cells hold a line each at most."""
        if len(starts) < 2 or len(self._lines) - starts[0] < 2:
            return
        lines = self._lines[starts[0] :]
        several = any(end - start > 1 for start, end in zip(starts, [*starts[1:], len(self._lines)], strict=True))
        if several or max(len(line.text) for line in lines) > _CELL_WIDTH:
            return
        inlines: list[Inline] = []
        at = 0
        for line in lines:
            inlines += [Inline(at + i.start, at + i.end, i.element) for i in line.inlines]
            at += len(line.text.strip()) + 1
        text = "\t".join(line.text.strip() for line in lines)
        if all("hidden" in line.element.context for line in lines):
            row = Element("tr", row.parent, row.order, row.context | {"hidden"}, attrs=row.attrs, gap=0)
        self._lines[starts[0] :] = [_Line(text, lines[0].gap, sum(line.linked for line in lines), inlines, row)]


class _Span:
    """An open inline element and where its text starts in the line."""

    __slots__ = ("element", "end", "line", "start")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.start = self.end = 0
        self.line: list[str] | None = None  # the pieces of the line in which it starts


_HANDLED = SKIPPED | {"br", "meta", "link", "title", "html"}
_BLOCKS = {tag: gap for tag, gap in GAPS.items() if tag not in _HANDLED}
_CODE = frozenset(("pre", "listing", "xmp"))
_SUNK = frozenset(("title", "script"))
_NOTED = _CODE | {"tr", "td", "th"}
_BREAKS = ("\n", "\n\n")


def _context(tag: str, attrs: Attrs, context: frozenset[str]) -> frozenset[str]:
    """Return what an element stands in, itself included; the same object where it adds nothing."""
    name = _CONTEXT.get(tag)
    if name is not None and name not in context:
        context |= {name}
    if "role" in attrs:
        name = _ROLES.get(_string(attrs["role"]).lower())
        if name is not None and name not in context:
            context |= {name}
    if "hidden" not in context and _is_hidden(attrs):
        context |= {"hidden"}
    return context


def _is_hidden(attrs: Attrs) -> bool:
    if "hidden" in attrs and _string(attrs["hidden"]).lower() != "until-found":
        return True
    if "aria-hidden" in attrs and _string(attrs["aria-hidden"]).lower() == "true":
        return True
    return "style" in attrs and bool(_INVISIBLE.search(_string(attrs["style"])[:_STYLE_SIZE]))


def _apart(above: Element, below: Element) -> bool:
    """Tell whether two inline elements without a space between them are clearly two things."""
    if above.tag == below.tag == "a":
        return True
    classes = above.get("class"), below.get("class")
    return all(classes) and classes[0] != classes[1]
