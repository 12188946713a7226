"""Lists of tags under a text, and clouds of them beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.lines import carries_fields, matched_lines
from cleaner.grammar.shape import ends_sentence, is_headline, width, words
from cleaner.lexicon import fold
from cleaner.lexicon.detect import common_words_of

_HASHTAGS = re.compile(r"^\s*(?:#[\w-]{2,40}[\s,;]*){2,}$")
_CLOUD_WORDS = 25
_SORTED_WORDS = 10
_STOPS = re.compile(r"[.!?:;,。，、：；！？।؟،]")


@rule("tags", "tag-list", "tag-cloud")
def tags(doc: Document) -> Iterator[Mark]:
    """'Tags: a, b, c', '#one #two', and long lines of bare words without any punctuation."""
    for block, hit, score in matched_lines(doc, "tags"):
        if not carries_fields(doc, block) and not ends_sentence(block.text) and (hit.exact or _is_list(block.text)):
            yield Mark(block.start, block.end, "remove", hit.label, score=score)
    for block in doc.open_blocks():
        if _HASHTAGS.match(block.text):
            yield Mark(block.start, block.end, "remove", "tag-list", score=0.8)
        elif _is_cloud(doc, block.text):
            yield Mark(block.start, block.end, "remove", "tag-cloud", score=0.7)


def _is_list(text: str) -> bool:
    """Tell whether what follows the opening word can be a list of tags: items, a colon, or a few words."""
    if re.match(r"\W*\w+\s*[,،]", text):  # the opening word is itself an item: a headline
        return False
    return bool(re.search(r"[:：#|•·,，、]", text)) or words(text) <= 6


def _is_cloud(doc: Document, text: str) -> bool:
    """Tell whether a line is a run of words too long for a headline and without what sentences have."""
    if ends_sentence(text) or len(_STOPS.findall(text)) > len(text) / 200:
        return False
    if _is_sorted(text.casefold().split()):
        return True
    if words(text[:2000]) < _CLOUD_WORDS or is_headline(text) or width(text) < 120:
        return False
    common = _common(doc.context.language)
    found = fold(text).split()
    # Without the commonest words of its language nobody knows running text from a cloud.
    return bool(common) and sum(w in common for w in found) <= 0.04 * len(found) and len(found) >= _CLOUD_WORDS // 2


@cache
def _common(language: str | None) -> frozenset[str]:
    return frozenset(map(fold, common_words_of(language)))


def _is_sorted(found: list[str]) -> bool:
    """Tell whether words stand in the order of the alphabet, as tag clouds put them and nobody writes."""
    if sum(w.isalpha() for w in found) < 0.8 * len(found):
        return False
    rising = sum(a <= b for a, b in pairwise(found))
    return (
        _SORTED_WORDS <= len(found) <= 400
        and len(set(found)) > 0.8 * len(found)
        and sum(map(len, found)) >= 3 * len(found)
        and rising >= 0.85 * (len(found) - 1)
    )
