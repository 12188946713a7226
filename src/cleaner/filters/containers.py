"""Containers of junk that the markup names: `<nav>`, `<footer>`, `class="sidebar"`, `id="related-posts"`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.tree import prose_width, text_weight, text_weights
from cleaner.lexicon.store import container_labels
from cleaner.markup import Element, attribute_words

_TAGS = {"nav": "menu", "footer": "footer", "aside": "widget", "dialog": "popup"}
_ROLES = {"navigation": "menu", "contentinfo": "footer", "complementary": "widget", "dialog": "popup", "search": "search-box"}
_ARTICLE_FOOTERS = frozenset(("footer", "foot"))
# These hold the page's own text, whatever they are called.
_NEVER = frozenset(("html", "body", "main"))
_NONE: frozenset[str] = frozenset()
_TOPICS, _TOPIC_NAMES = frozenset(("tag", "category")), ("tag-", "category-")
# A container with more of the page's text than this is misnamed.
_MOST = 0.35
_MOST_TOGETHER = 0.5


@rule("containers", *sorted({*_TAGS.values(), *_ROLES.values(), *container_labels().values()}))
def containers(doc: Document) -> Iterator[Mark]:
    """All that stands in a container of junk, unless much of the page's text does."""
    if doc.head is None:
        return
    weights = text_weights(doc)
    total = max((weights[e] for e in weights if e.parent is None), default=0.0)
    known: dict[Element, str | None] = {}
    found: list[tuple[Block, str]] = []
    together: defaultdict[str, float] = defaultdict(float)
    for block in doc.open_blocks():
        if block.markup is None:
            continue
        label = _label(block.markup.element, known, weights, _MOST * total)
        if label is None and not prose_width(block):
            whole = [i.element for i in block.markup.inlines if i.end - i.start == len(block.text)]
            label = next((own for e in whole if (own := _own_label(e))), None)
        if label is not None:
            found.append((block, label))
            together[label] += text_weight(block)
    for block, label in found:
        if together[label] <= _MOST_TOGETHER * total:
            yield Mark(block.start, block.end, "remove", label, score=0.85)


def _label(element: Element, known: dict[Element, str | None], weights: dict[Element, float], most: float) -> str | None:
    """Return the label of the outermost container of junk that an element stands in."""
    if element in known:
        return known[element]
    path: list[Element] = []
    for each in element.ancestors():
        if each in known:
            break
        path.append(each)
    for each in reversed(path):
        label = known.get(each.parent) if each.parent is not None else None
        if label is None and (own := _own_label(each)) and weights[each] <= most and not _is_articles_own(each):
            label = own
        known[each] = label
    return known[element]


def _is_articles_own(element: Element) -> bool:
    """Tell whether it is the footer of an article, or a note in its header: those say who wrote it and when."""
    if "article" not in element.context:
        return False
    noted = element.tag == "aside" and ("header" in element.context or "meta" in element.words)
    return noted or element.tag == "footer" or not element.words.isdisjoint(_ARTICLE_FOOTERS)


def _own_label(element: Element) -> str | None:
    """Return what an element's tag, role or class words say that it holds."""
    tag = _TAGS.get(element.tag)
    custom = attribute_words(element.tag) if "-" in element.tag else _NONE  # '<site-menu>'
    if not (element.attrs or custom) or element.tag in _NEVER:
        return tag
    words = element.words
    if not words.isdisjoint(_TOPICS):  # among the class names of a post are what it is about: 'tag-popular'
        words = attribute_words(" ".join(sorted(name for name in element.names if not name.startswith(_TOPIC_NAMES))))
    return _named_label(words | custom if custom else words) or tag or _ROLES.get(element.get("role").lower())


@lru_cache(maxsize=4096)
def _named_label(words: frozenset[str]) -> str | None:
    """Return which label of the highest rank the words of an element name."""
    labels, ranks = container_labels(), _ranks()
    return min([labels[word] for word in words if word in labels], key=ranks.__getitem__, default=None)


@cache
def _ranks() -> dict[str, int]:
    return {label: rank for rank, label in enumerate(dict.fromkeys(container_labels().values()))}
