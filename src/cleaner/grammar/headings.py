"""Headings: which lines of an HTML page may be headlines by their markup, and which is that of the whole page."""

from __future__ import annotations

from itertools import islice

from cleaner.document import Block, Document
from cleaner.grammar.shape import is_label, words
from cleaner.grammar.titles import LEAST_KEY, is_named, own_titles, titles
from cleaner.grammar.tree import LINKED, is_heading
from cleaner.lexicon import line_key
from cleaner.markup import Element

_TITLE_NAMES = frozenset(("entry-title", "p-name", "headline", "post-title", "article-title", "story-title", "card-title", "title"))
_TITLE_WORDS = frozenset(("title", "name", "headline"))
# So sure a line must be the headline of the page; a shorter one says little.
_HEADS = 2.0
_CRUMBS = frozenset(("breadcrumb", "breadcrumbs", "crumb", "crumbs"))
# What stands in one of these is no part of the page's own text.
ASIDE = frozenset(("nav", "footer", "aside", "form", "dialog", "hidden"))


def may_head(block: Block) -> bool:
    """Tell whether a block could be a headline by its markup."""
    markup = block.markup
    if markup is None or not markup.context.isdisjoint(ASIDE):
        return False
    return bool(markup.level) or says_title(block) or ("header" in markup.context and markup.link_share > LINKED)


def headings_of(blocks: list[Block]) -> list[Block]:
    """Return the headings among the blocks, dates aside."""
    return [b for b in blocks if is_heading(b) and not is_time(b)]


def is_time(block: Block) -> bool:
    """Tell whether a block is a date and no more."""
    inlines = block.markup.inlines if block.markup is not None else ()
    return any(i.element.tag == "time" and i.end - i.start >= len(block.text) - 2 for i in inlines)


def says_title(block: Block) -> bool:
    """Tell whether a class, an id or an `itemprop` calls a block a headline."""
    markup = block.markup
    if markup is None:
        return False
    element = markup.element
    named = _is_title(element) or (element.parent is not None and _is_title(element.parent))
    if not named and markup.inlines:
        length = len(block.text)
        named = any(end - start == length and _is_title(each) for start, end, each in markup.inlines)
    return named and words(block.text) <= 40


def _is_title(element: Element) -> bool:
    if not element.attrs or element.words.isdisjoint(_TITLE_WORDS):
        return False
    return not element.names.isdisjoint(_TITLE_NAMES)


def page_title(doc: Document) -> int | None:
    """Return the index of the block that is the headline of a page with one article, `None` where the markup does not tell.

    It is the heading that the page's own titles begin with; else its only `<h1>`, or a line that is just what the page calls
    itself.
    """
    if doc.head is None:
        return None
    return doc.memo("headings.title", lambda: _page_title(doc))


def _page_title(doc: Document) -> int | None:
    keys = titles(doc)
    headings = [b for b in doc.blocks if b.markup is not None and b.markup.level]
    scored = [(_headship(doc, b, keys), -b.index) for b in headings if b.markup is not None and not b.markup.hidden]
    score, at = max(scored, default=(0.0, 0))
    if score >= _HEADS:
        return -at
    # A headline that is no heading, or is shown by a script, and is just what the page calls itself.
    same = [b for b in doc.blocks if (key := doc.key(b)) in keys and len(key) > LEAST_KEY]
    hidden = [b for b in headings if b.markup is not None and b.markup.hidden and is_named(doc, b)]
    scored = [(_headship(doc, b, keys), -b.index) for b in (*same, *hidden)]
    score, at = max(scored, default=(0.0, 0))
    return -at if score >= _HEADS else None


def _headship(doc: Document, block: Block, keys: set[str]) -> float:
    key = doc.key(block)
    level = block.markup.level if block.markup is not None else 0
    score = {1: 2.0, 2: 0.5}.get(level, 0.0) + (0.5 if says_title(block) else 0.0)
    if key and key in keys:
        score += 3.0 if any(key == line_key(title) for title in own_titles(doc).values()) else 1.5
    elif len(key) > LEAST_KEY and any(other.startswith(key) or key.startswith(other) or (len(other) > LEAST_KEY and key.endswith(other)) for other in keys):
        score += 2.0
    if block.markup is not None and (block.markup.context & {"nav", "footer", "aside"} or _is_crumb(block.markup.element)):
        score -= 3.0
    if is_label(block.text) and words(block.text) <= 1:
        score -= 0.5
    return score


def _is_crumb(element: Element) -> bool:
    return any(not each.words.isdisjoint(_CRUMBS) for each in islice(element.ancestors(), 3))
