"""Containers of junk: what an element's tag, role or class words say that it holds."""

from __future__ import annotations

from functools import cache, lru_cache

from cleaner.document import Block, Document
from cleaner.grammar.tree import prose_width, text_weight, text_weights
from cleaner.lexicon.store import container_labels
from cleaner.markup import Element, attribute_words

_TAGS = {"nav": "menu", "footer": "footer", "aside": "widget", "dialog": "popup"}
_ROLES = {"navigation": "menu", "contentinfo": "footer", "complementary": "widget", "dialog": "popup", "search": "search-box"}
LABELS = frozenset((*_TAGS.values(), *_ROLES.values(), *container_labels().values()))
_ARTICLE_FOOTERS = frozenset(("footer", "foot"))
# These hold the page's own text, whatever they are called.
_NEVER = frozenset(("html", "body", "main"))
_NONE: frozenset[str] = frozenset()
_TOPICS, _TOPIC_NAMES = frozenset(("tag", "category")), ("tag-", "category-")
# A container with more of the page's text than this is misnamed.
_MOST = 0.35
_MOST_TOGETHER = 0.5


def contained(doc: Document) -> list[tuple[Block, str]]:
    """Return the open blocks that stand in a container of junk, each with its label, unless much of the page's text does."""
    weights = text_weights(doc)
    total = max((weights[e] for e in weights if e.parent is None), default=0.0)
    known: dict[Element, str | None] = {}
    found: list[tuple[Block, str]] = []
    together: dict[str, float] = {}
    for block in doc.open_blocks():
        markup = block.markup
        if markup is None:
            continue
        label = _label_around(markup.element, known, weights, _MOST * total)
        if label is None and markup.inlines and not prose_width(block):
            whole = len(block.text)
            label = next((own for start, end, element in markup.inlines if end - start == whole and (own := _own_label(element))), None)
        if label is not None:
            found.append((block, label))
            together[label] = together.get(label, 0.0) + text_weight(block)
    return [(block, label) for block, label in found if together[label] <= _MOST_TOGETHER * total]


def _label_around(element: Element, known: dict[Element, str | None], weights: dict[Element, float], most: float) -> str | None:
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
