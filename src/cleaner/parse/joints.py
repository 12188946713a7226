"""Lines that were one: a flattener such as `get_text("\\n")` ends a line at every inline tag, too.

Between blocks the source's own line breaks leave empty lines. Where a text sets most lines apart by those, two lines
with none between them are one if a blank stands on one side of the break ('Posted on ' + 'May 8'), if punctuation
follows it, or if a long one goes on in lower case. On 150 pages of many sites, flattened so, these signs were right 97
times in 100; on pages whose source has no line breaks they were right half of the time, so nothing is joined there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from cleaner.grammar.shape import words

# So many of the lines stand under an empty one.
_APART = 0.2
_BLANK = frozenset((" ", "\xa0"))
_OPEN = ("(", "[", "（", ",", "，", "、")
_CLOSING = re.compile(r"[,.;:!?…]+(?![^\s\"'”’)\]])|[)\]）】」』、。，；：’”]|(?:st|nd|rd|th)(?=[\s,]|$)")
# Lines that go on in lower case with no blank at the break: short ones are as often a list of tags.
_LONG = 40

# So many breaks with a blank on one side, and the text was flattened so.
_LEAST = 3

# Where but a blank stands between: a line of so many words under the end of a word or a sentence is another one. On two
# sets of pages this was right 58 times in 63; what goes on stands under 'by' or is a word or two, or under a number or sign.
_SEVERAL = 3
_STOPS = ".!?"
_QUOTES = "\"'“‘「『«"

# What stands at a break: a blank on one side, another sign that the line goes on, a blank alone, nothing, an empty line.
_BLANK_BESIDE, _OTHER, _BLANK_ALONE, _NONE, _EMPTY = range(5)
_SURE = (_BLANK_BESIDE, _OTHER)


def rejoined(text: str) -> str:
    """Return a text with its lines put together again where a flattener cut them, else as it is.

    >>> rejoined("Tea News\\n\\nBy \\nAnn Lee\\n, \\nBo Birk\\n on \\nMay 8\\n\\nTea got cheaper.")
    'Tea News\\n\\nBy Ann Lee, Bo Birk on May 8\\n\\nTea got cheaper.'
    """
    lines = text.split("\n")
    goes_on = _goes_on(lines)
    if not any(goes_on):
        return text
    whole: list[str] = []
    parts: list[str] = []
    for line, more in zip(lines, goes_on, strict=True):
        parts.append(line)
        if not more and (len(parts) == 1 or line.strip()):
            whole.append(_one_line(parts))
            parts = []
    return "\n".join(whole)


def _one_line(parts: list[str]) -> str:
    line = parts[:1]
    for above, part in pairwise(parts):
        apart = above[-1:].isspace() or part[:1].isspace() or not _CLOSING.match(part)
        line[-1] = line[-1].rstrip()
        line += [" " if apart and line[-1] else "", part.lstrip()]
    return "".join(line)


def _goes_on(lines: Sequence[str]) -> list[bool]:
    """Tell for each line whether it goes on in the next line that holds more than white space."""
    goes_on = [False] * len(lines)
    filled = [n for n, line in enumerate(lines) if line and not line.isspace()]
    if sum(1 for n in filled if n and not lines[n - 1]) < _APART * len(filled):
        return goes_on
    pairs = list(pairwise(filled))
    signs = [_sign(lines[above], lines[above + 1 : below], lines[below]) for above, below in pairs]
    if signs.count(_BLANK_BESIDE) < _LEAST:
        return goes_on
    run: list[tuple[int, int]] = []
    for (above, _), sign in zip(pairs, signs, strict=True):
        if sign in (_NONE, _EMPTY):
            _settle(run, goes_on)
            run = []
        else:
            run.append((above, sign))
    _settle(run, goes_on)
    return goes_on


def _settle(run: list[tuple[int, int]], goes_on: list[bool]) -> None:
    """Join a run of lines; blanks alone join two, while more are the entries of a list."""
    if len(run) == 1 or any(sign in _SURE for _, sign in run):
        for above, _ in run:
            goes_on[above] = True


def _sign(above: str, between: Sequence[str], below: str) -> int:
    if any(line not in _BLANK for line in between):
        return _EMPTY
    left, right = above[len(above.rstrip()) :], below[: len(below) - len(below.lstrip())]
    if (left in _BLANK and not right) or (right in _BLANK and not left):
        return _BLANK_BESIDE
    first = below[len(right)]
    if _CLOSING.match(below, len(right)) or above.rstrip().endswith(_OPEN):
        return _OTHER
    if between:
        if left or right or first.islower():
            return _OTHER
        return _NONE if _starts_anew(above.strip(), below.strip()) else _BLANK_ALONE
    long = max(len(above), len(below)) >= _LONG
    return _OTHER if first.islower() and (left or long) else _NONE


def _starts_anew(above: str, below: str) -> bool:
    """Tell whether a line of several words that does not begin in lower case stands under a word: a title under a byline."""
    opens = below[0].isalnum() or below[0] in _QUOTES
    return opens and words(below) >= _SEVERAL and (above[-1].isalpha() or above[-1] in _STOPS)
