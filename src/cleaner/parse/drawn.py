"""The text of a page that scripts draw: all that its source shows is a shell, and a script holds the article as a string.

Pages of React Query, of Next.js and of home-made templates come so: `{"body":"\\u003cp\\u003eTea got ..."}`. A string is
taken for the page's text if it is HTML of several paragraphs, or what JSON-LD calls the `articleBody`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from cleaner.parse.linearise import Lineariser

WARNING = "scripts draw the page; its text was read from one of them"

# A page that shows less than this is a shell. What a script holds is its text from so many characters on.
_SHELL = 600
_LEAST = 400
_PARAGRAPHS = 2
# Of one in another: a string of the script, and one of JSON that stands in such a string.
_DEPTH = 2

# A string up to its closing quote or the end of the line, so that no quote is looked at twice; and what it is the value of.
_STRING = re.compile(
    r"""(?:"(?P<key>\w{1,40})"\s{0,9}:\s{0,9})?(?:"(?P<double>[^"\\\n]*(?:\\.[^"\\\n]*)*)"?|'(?P<single>[^'\\\n]*(?:\\.[^'\\\n]*)*)'?)"""
)
_PARAGRAPH = re.compile(r"</p\s*>|<br\s*/?>\s*<br", re.I)
_TAG = re.compile(r"<[^<>]*>")
# What JavaScript writes otherwise than JSON: codes of two digits, single quotes behind a backslash, double ones without.
_ESCAPE = re.compile(r"""\\x([0-9a-fA-F]{2})|\\(')|(\\.|")""")


class Drawn(NamedTuple):
    """A text that a script holds: which of the scripts, and its HTML."""

    script: int
    html: str


def add_drawn(lineariser: Lineariser, read: Callable[[Any], str], walk: Callable[[str, Any], None]) -> bool:
    """Add the text that a script holds to a page that is a shell. Returns whether there was one.

    `read` returns the text of a script's node; `walk` hands a piece of HTML to the lineariser as what stands in that node.
    """
    scripts = lineariser.unread["script"]
    found = drawn(map(read, scripts)) if scripts and lineariser.size < _SHELL else None
    if found is None:
        return False
    node = scripts[found.script]
    lineariser.start("article", {}, node)
    walk(found.html, node)
    lineariser.end()
    return True


def drawn(scripts: Iterable[str]) -> Drawn | None:
    """Return the longest text that one of the scripts of a page holds, `None` where none holds any.

    >>> paragraph = "\\\\u003cp>" + "Tea got cheaper. " * 20 + "\\\\u003c/p>"
    >>> found = drawn(["var a = 1;", 'push({"id":"7","body":"' + paragraph * 2 + '"})'])
    >>> found.script, found.html[:20]
    (1, '<p>Tea got cheaper. ')
    >>> drawn(['{"message":"Tea got cheaper."}']) is None
    True
    """
    found = [(len(_TAG.sub("", html)), -number, html) for number, script in enumerate(scripts) for html in _texts(script, _DEPTH)]
    size, number, html = max(found, default=(0, 0, ""))
    return Drawn(-number, html) if size >= _LEAST else None


def _texts(script: str, depth: int) -> Iterator[str]:
    """Yield the strings that are the text of an article, the innermost of those that hold one another."""
    for match in _STRING.finditer(script):
        raw = match["double"] or match["single"] or ""
        if len(raw) < _LEAST:
            continue
        text = _unquoted(raw)
        inner = list(_texts(text, depth - 1)) if depth > 1 else []
        yield from inner
        if match["key"] == "articleBody" and not _PARAGRAPH.search(text):
            yield "".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip())
        elif not inner and len(_PARAGRAPH.findall(text)) >= _PARAGRAPHS:
            yield text


def _unquoted(raw: str) -> str:
    """Return what a string of JSON or JavaScript stands for, as it is where that cannot be told."""
    try:
        text: str = json.loads(f'"{_ESCAPE.sub(_as_json, raw)}"', strict=False)
    except ValueError:
        return raw
    return text


def _as_json(escape: re.Match[str]) -> str:
    code, quote, other = escape.groups()
    if code:
        return f"\\u00{code}"
    return quote or ('\\"' if other == '"' else other)
