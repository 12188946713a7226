"""Captions: the lines under pictures, with whom they credit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.entries import is_caption
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import has_letters, width, words
from cleaner.lexicon import Lexicon, any_of_phrases, fold, phrase_key
from cleaner.record import Caption

_WIDEST = 700
# Fewer are a button or a count: 'Enlarge', '1 / 12'.
_LEAST_WORDS = 4
_LONGEST_CREDIT = 120
# A credit takes no more of the end of a line.
_LONGEST_END = 300
# '... (AP Photo/Ann Lee)', '... © Agency': a credit by its form.
_BY_FORM = re.compile(
    r"[(（\[](?P<inner>[^()（）\[\]]{0,60}/[^()（）\[\]]{2,60}|[©][^()（）\[\]]{2,80})[)）\]]\s*$|[|.]\s*©\s*(?P<sign>[^|.]{2,80})$"
)


@rule("caption", "caption")
def caption(doc: Document) -> Iterator[Mark]:
    """Lines that end in a picture credit: '(Photo: X)', 'Photo: X', '© X'; and what an article's markup calls a caption."""
    for block in doc.open_blocks():
        if width(block.text) > _WIDEST or metadata_line(doc, block):
            continue
        credit = _credit(block.text, doc.lexicon)
        if credit:
            yield Mark(block.start, block.end, "field", "caption", Caption(block.text, credit), 0.9)
        elif is_caption(doc, block) and words(block.text) >= _LEAST_WORDS and not doc.labels_on(block):
            yield Mark(block.start, block.end, "field", "caption", Caption(block.text), 0.7)


def _credit(line: str, lexicon: Lexicon) -> str:
    """Return whom the end of a caption credits, `""` where the line ends in no credit."""
    pattern = _pattern(lexicon)
    lower = fold(line)
    named = any(word in lower for word in _first_words(lexicon))
    found = pattern.search(line, max(len(line) - _LONGEST_END, 0)) if pattern and named else None
    if found:
        return next(g for g in found.groups() if g is not None).strip(" .:：/|")
    form = _BY_FORM.search(line)
    if form and form.start() > 20 and has_letters(form.group()) and "//" not in form.group():
        inner = (form["inner"] or form["sign"]).strip(" ©.")
        return inner if len(inner.split()) <= 10 else ""
    return ""


def _listed(lexicon: Lexicon) -> set[str]:
    return {*lexicon.terms.get("photographer", ()), *lexicon.terms.get("illustrator", ())}


def _ends_short(phrase: str, listed: set[str]) -> bool:
    last = phrase.rsplit(maxsplit=1)[-1]
    return last != phrase and len(last) <= 3 and last not in listed


@lru_cache(maxsize=32)
def _first_words(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(phrase_key(phrase).split()[0] for phrase in _listed(lexicon))


@lru_cache(maxsize=32)
def _pattern(lexicon: Lexicon) -> re.Pattern[str] | None:
    listed = _listed(lexicon)
    if not listed:
        return None
    words = f"(?:{any_of_phrases(listed)})"
    # 'foto di', 'photo by', 'fot.': what ends in so short a word that is none for a picture, or is an abbreviation,
    # goes on without a colon.
    joined = any_of_phrases(p for p in listed if p.endswith(".") or _ends_short(p, listed)) or "(?!)"
    name = rf"([^()（）\[\]\n]{{2,{_LONGEST_CREDIT}}}?)"
    opener = rf"(?:{words}\s*(?:[:：/]|\bby\b|\bcourtesy(?: of)?\b|©)|(?:{joined})(?=\s))\s*"
    return re.compile(
        rf"[(（\[]\s*(?:\w+\s)?{opener}{name}\s*[)）\]][.。]?\s*$"  # (Photo: X)
        rf"|[(（\[]\s*{name}\s*[/|]\s*{words}\s*[)）\]]\s*$"  # (X / Photo)
        rf"|(?:^|[.!?。”\"’|]\s*|\s[–—-]\s){opener}([^()（）\[\]\n.!?。]{{2,80}})[.。]?\s*$",  # ... Photo: X
        re.IGNORECASE,
    )
