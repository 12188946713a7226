"""What a page calls itself: the titles of its metadata, less the name of its site; which headline says the same."""

from __future__ import annotations

import re

from cleaner.document import Block, Document
from cleaner.grammar.head import page_candidates
from cleaner.grammar.shape import words
from cleaner.lexicon import line_key

# A headline so long is no label; one that the page's own title begins or ends with is that of the page.
LEAST_KEY = 8
_LEAST_WORDS, _SHARED = 3, 0.6
_JOINT = r"(?:\s+[|–—·•»«:*-]\s+|\s*[｜ㅣ：]\s*)"
_PARTS = re.compile(_JOINT)
_LAST = re.compile(rf"{_JOINT}$")
_HOST = re.compile(r"(?:https?:)?//([^/?#]*)", re.IGNORECASE)
_SAYING = ("json-ld", "open-graph", "title-tag")
_SITE = frozenset(("og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "publisher"))
_LONGEST_SITE = 3
# What a headline is a link to itself by: a sign of its own, a character of a font of icons, nothing that shows.
_LINK_SIGN = re.compile(r"(?:\s*[¶\ue000-\uf8ff\u200b\u2060\ufeff]|\s[#\U0001f517])+\s*$")
_MOST_NAMES = 2


def host(doc: Document) -> str:
    """Return the host of the page's address, as it was given or as the page has it; empty where neither tells."""
    address = doc.context.url or next((str(c.value) for c in page_candidates(doc) if c.field == "url"), "")
    return host_of(address)


def host_of(address: str) -> str:
    """Return the host of an absolute address in lower case without `www.`, empty for any other.

    >>> host_of("https://www.Example.org/a"), host_of("/a")
    ('example.org', '')
    """
    found = _HOST.match(address)
    return found[1].lower().removeprefix("www.") if found else ""


def is_site(doc: Document, name: str) -> bool:
    """Tell whether a name is that of the page's site: it says so, or its address has the name in it."""
    key = line_key(name)
    if not key:
        return False
    names = doc.memo("titles.site", lambda: {line_key(v) for n, v in (doc.head.metas if doc.head else ()) if n in _SITE})
    letters = key.replace(" ", "")
    told = key in names or letters in {n.replace(" ", "") for n in names}
    return told or (len(letters) > 3 and letters in re.sub(r"[^a-z]", "", host(doc))) or letters in host(doc).split(".")[:-1]


def without_site(doc: Document, title: str) -> str:
    """Return a title without the site's name at its end, or at its beginning.

    Such a name is known, or what is left is another title of the page or its `<h1>`, or it is a few words under a longer title.
    """
    heads = [title[: m.start()] for m in _PARTS.finditer(title)]
    known = next((head for head in heads if _is_whole(doc, head)), None)
    if known is not None:
        return known
    for _ in range(_MOST_NAMES):
        parts = _PARTS.split(title)
        if len(parts) < 2:
            break
        rest = _LAST.sub("", title[: title.rindex(parts[-1])])
        few = words(parts[-1]) <= _LONGEST_SITE < words(rest)
        if not (is_site(doc, parts[-1]) or few):
            break
        title = rest
    return title


def without_link_sign(title: str) -> str:
    """Return a headline without the sign at its end that is a link to the headline itself.

    >>> without_link_sign("5. Data structures ¶"), without_link_sign("Learning C#")
    ('5. Data structures', 'Learning C#')
    """
    return _LINK_SIGN.sub("", title) or title


def _is_whole(doc: Document, head: str) -> bool:
    """Tell whether the beginning of a title is a title of its own: one of the metadata, or a heading of the first level."""
    key = line_key(head)
    return (len(key) >= LEAST_KEY and key in _plain(doc)) or (key in _first_level(doc) and not is_site(doc, head))


def _first_level(doc: Document) -> set[str]:
    return doc.memo("titles.first", lambda: {doc.key(b) for b in doc.blocks if b.markup is not None and b.markup.level == 1} - {""})


def _plain(doc: Document) -> set[str]:
    return doc.memo("titles.plain", lambda: {line_key(str(c.value)) for c in page_candidates(doc) if c.field == "title" and c.origin in _SAYING})


def titles(doc: Document) -> set[str]:
    """Return what the page calls itself, as line keys: its `<title>`, and what its metadata says, with and without the site."""

    def find() -> set[str]:
        said = {line_key(str(c.value)) for c in page_candidates(doc) if c.field == "title"}
        return (said | {line_key(t) for t in own_titles(doc).values()}) - {""}

    return doc.memo("titles.all", find)


def own_titles(doc: Document) -> dict[str, str]:
    """Return the page's first title of each origin without the site's name."""

    def find() -> dict[str, str]:
        first: dict[str, str] = {}
        for c in page_candidates(doc):
            if c.field == "title" and c.origin in _SAYING and c.origin not in first:
                first[c.origin] = without_site(doc, str(c.value))
        return first

    return doc.memo("titles.own", find)


def is_named(doc: Document, block: Block) -> bool:
    """Tell whether a headline is what the page calls itself, the beginning or the end of that, or much the same words."""
    key = doc.key(block)
    if len(key) < LEAST_KEY:
        return key != "" and key in titles(doc)
    return any(_is_alike(key, other) for other in titles(doc) if len(other) >= LEAST_KEY)


def _is_alike(key: str, other: str) -> bool:
    return other.startswith(key) or other.endswith(key) or key.startswith(other) or shared(key, other) >= _SHARED


def shared(key: str, other: str) -> float:
    """Return which share of the words of the shorter of two line keys is in the other; 0 where it has but one or two.

    >>> shared("tea falls in price", "price of tea falls again"), shared("tea", "tea falls")
    (0.75, 0.0)
    """
    ours, theirs = set(key.split()), set(other.split())
    fewest = min(len(ours), len(theirs))
    return len(ours & theirs) / fewest if fewest >= _LEAST_WORDS else 0.0


def headline(doc: Document, block: Block, text: str) -> str:
    """Return the text of a headline without the label in front of it, where the page calls itself by the rest alone.

    The label stands in an element of its own, or ends in a colon or the like.
    """
    known = titles(doc)
    if doc.key(block) in known:
        return text
    cuts = {m.end() for m in re.finditer(r"[:：|–—-]\s*|\s{2,}", text)}
    if block.markup is not None and text == block.text:
        cuts |= {i.start for i in block.markup.inlines} | {i.end for i in block.markup.inlines}
    for cut in sorted(cuts)[:_MOST_CUTS]:
        rest = text[cut:].lstrip(" \u00a0:：|–—-")
        key = line_key(rest)
        if len(key) >= LEAST_KEY and key in known:
            return rest
    return text


_MOST_CUTS = 12
