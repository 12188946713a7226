"""Notices that a text was published elsewhere first, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cleaner.document import Document, Mark
from cleaner.filter import rule
from cleaner.grammar.dates import line_dates
from cleaner.grammar.shape import URL, width
from cleaner.lexicon import Lexicon, any_of_phrases, fold, phrase_key
from cleaner.record import Syndication

_WIDEST = 400
# 'This article was first published by X' is a notice whatever follows; 'First published by X' only if little does.
_SURE_WORDS = 4
_LONGEST_REST = 24
_POST = re.compile(r"^the post\b", re.IGNORECASE)
_NAME_END = re.compile(
    r"[.。!！;；|>]\s|[.。]$|\s(?:under|with|and is|here|by|on|in|dengan)\s|\s[–—(（-]|[,，]\s|[:：]|https?://"
)
_QUOTES = "\"'“”‘’«»「」《》 \t."


@rule("syndication", "syndication-notice", "read-rest")
def syndication(doc: Document) -> Iterator[Mark]:
    """Say where a text was published first: 'This article is republished from X', 'Read the rest of this article on X': the value names X."""
    rest = {b.index for b, hit in doc.hits("readmore") if hit.label == "read-rest"}
    if not _may_say_so(doc):
        return
    for block in doc.open_blocks():
        notice = read_notice(doc, block.text)
        if notice is not None:
            label = "read-rest" if block.index in rest else "syndication-notice"
            yield Mark(block.start, block.end, "remove", label, value=notice, score=0.95)


def _may_say_so(doc: Document) -> bool:
    """Tell whether the words of some notice stand anywhere on the page: a search in one text instead of many."""
    text = fold("\n".join(b.text for b in doc.open_blocks() if len(b.text) <= _WIDEST))
    for joint in "'’‐-\t\u00a0":
        text = text.replace(joint, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return any(key in text for key in _keys(doc.lexicon))


@lru_cache(maxsize=32)
def _keys(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(phrase_key(phrase) for phrase in lexicon.terms.get("syndicated", ()))


def read_notice(doc: Document, line: str) -> Syndication | None:
    """Return what a syndication notice says, `None` where the line is none."""
    opener = _opener(doc.lexicon)
    if opener is None or width(line) > _WIDEST:
        return None
    found = opener.search(line)
    if found is None or not _may_lead_in(line[: found.start()]):
        return None
    is_notice = found.start() == 0 and len(found.group().split()) >= _SURE_WORDS
    url = URL.search(line)
    rest = line[found.end() :].lstrip(" :：")
    end = _NAME_END.search(rest)
    name = rest[: end.start()].strip(_QUOTES) if end else rest.strip(_QUOTES)
    if not name or len(name) > 80 or fold(name) in doc.lexicon.terms.get("here", ()) or line_dates(doc, name):
        name = ""
    if name[:1].isdigit() or (not name and url is None):
        return None
    after = rest[end.end() :] if end else ""
    if not (is_notice or _POST.match(line) or url or line_dates(doc, after) or len(after.strip()) <= _LONGEST_REST):
        return None
    if name and name[:1].islower() and "." not in name:  # 'first published in the spring'
        return None
    return Syndication(name or None, url.group() if url else None, line)


def _may_lead_in(text: str) -> bool:
    """Tell whether a notice may begin so: not at all, 'Note:', or 'The post TITLE' before 'appeared first on X'."""
    bare = text.strip(" \t(*–—-[")
    return not bare or bare.endswith((":", "：")) or _POST.match(bare) is not None


@lru_cache(maxsize=32)
def _opener(lexicon: Lexicon) -> re.Pattern[str] | None:
    phrases = lexicon.terms.get("syndicated", ())
    if not phrases:
        return None
    return re.compile(
        rf"(?<!\w)(?:{any_of_phrases(phrases)})(?:(?!\w)|(?<=[\u3040-\u30ff\u4e00-\u9fff]))", re.IGNORECASE
    )
