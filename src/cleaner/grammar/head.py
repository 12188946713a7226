"""What a page says of itself out of sight, as candidates for the fields of its records.

JSON-LD (broken JSON is repaired where it can be), Open Graph and other `<meta>` tags, and the `<title>`. Evidence, not
truth: the fields' filters weigh it against what is visible.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from cleaner.document import Document
from cleaner.markup import Head

# What a repair may cost grows with the length; a longer source that is broken is left alone.
_LONGEST_REPAIR = 8_000
_MOST_REPAIRS = 3
_LONGEST_JSON = 4_000_000
_MOST_NODES = 5_000
_MOST_AUTHORS = 12
_ARTICLE_TYPE = re.compile(r"(?:Article|(?:Blog|MediaSocial|SocialMedia|DiscussionForum)Posting|Report|Review|Recipe)$")
# Where there is no article, the page's own dates are those of what is on it.
_PAGE_TYPE = re.compile(r"^(?:Medical)?(?:WebPage|AboutPage|FAQPage|ItemPage)$")
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*;?\s*$")
_GROUPS = frozenset(("Corporation", "WebSite", "Brand", "LocalBusiness"))
# JSON can name them, but no file can hold them.
_UNSPEAKABLE = re.compile("[\0\ud800-\udfff]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_LONGEST_VALUE, _LONGEST_BODY = 2_000, 400_000


class Candidate(NamedTuple):
    """One value for a field, and where it came from.

    `field` is title, authors, organisations (that sign as authors), published, modified, section, language, url, description or body. `origin` is `json-ld`, `open-graph`,
    `meta` or `title-tag`. `item` numbers the JSON-LD article it belongs to, 0 for the page itself; `is_news` says that this is
    a report, which newsrooms and agencies sign.
    """

    field: str
    value: str | tuple[str, ...]
    origin: str
    item: int = 0
    is_news: bool = False


# The names of meta tags, the surest first.
_METAS: dict[str, tuple[str, str]] = {
    "og:title": ("title", "open-graph"),
    "og:url": ("url", "open-graph"),
    "article:published_time": ("published", "open-graph"),
    "og:article:published_time": ("published", "open-graph"),
    "article:modified_time": ("modified", "open-graph"),
    "og:article:modified_time": ("modified", "open-graph"),
    "article:section": ("section", "open-graph"),
    "article:author": ("authors", "open-graph"),
    "datepublished": ("published", "microdata"),
    "datecreated": ("published", "microdata"),
    "datemodified": ("modified", "microdata"),
    "headline": ("title", "microdata"),
    "date": ("published", "meta"),
    "dc.date": ("published", "meta"),
    "dcterms.date": ("published", "meta"),
    "dc.date.issued": ("published", "meta"),
    "dc.title": ("title", "meta"),
    "twitter:title": ("title", "meta"),
    "parsely-title": ("title", "meta"),
    "citation_title": ("title", "meta"),
    "parsely-section": ("section", "meta"),
    "og:description": ("description", "open-graph"),
    "description": ("description", "meta"),
    "twitter:description": ("description", "meta"),
}
# The others by what their names end in: 'cXenseParse:recs:publishTime', 'article-published-date', 'DC.creator'.
_FORMS = (
    (re.compile(r"(?:first|online|release|pub(?:lish(?:ed)?|lication)?)(?:date|time|at|on)?$|date(?:pub(?:lished)?|created|issued)$|citation(?:online)?date$|dctermscreated$|dctermsissued$"), "published"),
    (re.compile(r"(?:last)?(?:modified|updated?|modification)(?:date|time|at|on)?$|date(?:modified|updated)$"), "modified"),
    (re.compile(r"(?<!in)(?:authors?|authors?names?|byline|byl|dccreator|dctermscreator|^creator)$"), "authors"),
)  # fmt: skip
# What these say is of an account or of a programme.
_FOREIGN = re.compile(r"^(?:twitter|fediverse|smartbanner|fb|al|msapplication|apple|expir|shareaholic|generator)")
# Scholarly pages have one such tag an author, surname first.
_SURNAME_FIRST = frozenset(("citation_author", "dc.creator", "dcterms.creator"))
_JOINTS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=1024)
def _meaning(name: str) -> tuple[str, str]:
    """Return the field and the origin of what a `<meta>` of that name says, empty where it says nothing of an article."""
    if name in _METAS or _FOREIGN.match(name):
        return _METAS.get(name, ("", ""))
    joined = _JOINTS.sub("", name)
    field = next((field for form, field in _FORMS if form.search(joined)), "")
    return (field, "meta") if field else ("", "")


def candidates(head: Head) -> list[Candidate]:
    """Return the candidates of a page, those of one origin in the page's order.

    >>> head = Head(titles=["On Tea"], metas=[("og:title", "On Tea"), ("author", "Ann Lee")])
    >>> [(c.field, c.value, c.origin) for c in candidates(head)]
    [('title', 'On Tea', 'open-graph'), ('authors', ('Ann Lee',), 'meta'), ('title', 'On Tea', 'title-tag')]
    """
    found = list(_from_json(head.json_ld))
    authors: dict[tuple[str, str], list[str]] = {}
    for name, content in head.metas:
        field, origin = _meaning(name)
        value = _clean(content)
        if field == "authors" and value:  # one tag an author, or one for all
            authors.setdefault((name, origin), []).append(_turned(value) if name in _SURNAME_FIRST else value)
        elif field and value:
            found.append(Candidate(field, value, origin))
    found += [Candidate("authors", tuple(dict.fromkeys(names))[:_MOST_AUTHORS], origin) for (_, origin), names in authors.items()]
    found += [Candidate("title", title, "title-tag") for title in head.titles[:1] if title]
    if head.canonical:
        found.append(Candidate("url", head.canonical, "meta"))
    return found


def _turned(name: str) -> str:
    """Return 'Lee, Ann' as 'Ann Lee'."""
    last, comma, first = name.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else name


def page_candidates(doc: Document) -> list[Candidate]:
    """Return the candidates of a document's head, read once however many ask; none for plain text."""
    return doc.memo("head.candidates", lambda: candidates(doc.head) if doc.head is not None else [])


def said(doc: Document, field: str) -> list[str]:
    """Return the values of a field that the page's metadata has for the page itself and for its first JSON-LD article."""
    found = [c for c in page_candidates(doc) if c.field == field and isinstance(c.value, str)]
    first = min((c.item for c in page_candidates(doc) if c.item), default=0)
    return [str(c.value) for c in found if c.item in (0, first)]


def json_values(source: str) -> Any:
    """Return the value of a JSON-LD source, `None` where it cannot be read.

    >>> json_values('// <![CDATA[\\n{"a": "b\\tc",}\\n// ]]>')
    {'a': 'b\\tc'}
    """
    value = _json(source)
    return _repaired(source) if value is _BROKEN else value


def _repaired(source: str) -> Any:
    text = source.strip()
    if not text or len(text) > _LONGEST_REPAIR:
        return None
    text = _WRAPPING.sub("", _WRAPPING.sub("", text).rstrip("/ \n\t")).strip().rstrip(";")
    try:
        from json_repair import loads

        return loads(text, skip_json_loads=False)
    except Exception:  # whatever a repair of hostile input trips over, there is no value then
        return None


_BROKEN = object()


def _json(source: str) -> Any:
    try:
        return json.loads(source[:_LONGEST_JSON], strict=False)
    except (ValueError, RecursionError):
        return _BROKEN


def _from_json(sources: list[str]) -> Iterator[Candidate]:
    number = repairs = 0
    for source in sources:
        value = _json(source)
        if value is _BROKEN and repairs < _MOST_REPAIRS:
            repairs += 1
            value = _repaired(source)
        for node in _nodes(value, _ARTICLE_TYPE):
            number += 1
            is_news = any(kind.endswith("NewsArticle") for kind in _strings(node.get("@type")))
            yield from (Candidate(field, said, "json-ld", number, is_news) for field, said in _of_article(node, is_news=is_news))
        for node in _nodes(value, _PAGE_TYPE) if number == 0 else ():
            yield from (Candidate(f, v, "json-ld") for f, v in _of_article(node) if f in ("published", "modified"))


def _nodes(value: Any, types: re.Pattern[str]) -> Iterator[dict[str, Any]]:
    """Yield the articles, say, of a JSON-LD value in order: in lists, in `@graph`, in `mainEntity`; not those of comments."""
    stack = [value]
    seen = 0
    while stack and seen < _MOST_NODES:
        node = stack.pop()
        seen += 1
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            if any(types.search(kind) for kind in _strings(node.get("@type"))):
                yield node
            stack.extend(node[key] for key in _NESTING if isinstance(node.get(key), dict | list))


_NESTING = ("item", "blogPost", "liveBlogUpdate", "hasPart", "itemListElement", "mainEntity", "@graph")


def _of_article(node: dict[str, Any], *, is_news: bool = False) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    title = next((t for key in ("headline", "name") for t in _strings(node.get(key))), "")
    if title:
        yield "title", title
    people = _people(node.get("author")) or _people(node.get("creator"))
    persons = any(not is_group for _, is_group in people)
    authors = tuple(dict.fromkeys(name for name, is_group in people if not is_group or (is_news and persons)))
    groups = tuple(dict.fromkeys(name for name, is_group in people if is_group))
    if authors:
        yield "authors", authors[:_MOST_AUTHORS]
    elif groups:
        yield "organisations", groups[:_MOST_AUTHORS]
    for field, keys in (("published", ("datePublished", "dateCreated", "uploadDate")), ("modified", ("dateModified",))):
        value = next((t for key in keys for t in _strings(node.get(key))), "")
        if value:
            yield field, value
    for field, key in (("section", "articleSection"), ("description", "description")):
        value = next(iter(_strings(node.get(key))), "")
        if value:
            yield field, value
    if isinstance(body := node.get("articleBody"), str) and body:
        yield "body", _clean(body, _LONGEST_BODY)


def _people(value: Any) -> list[tuple[str, bool]]:
    """Return the names in a value, and whether each is an organisation's: of a person, of several, in lists however deep."""
    names: list[tuple[str, bool]] = []
    stack = [value]
    seen = 0
    while stack and seen < _MOST_NODES:
        each = stack.pop()
        seen += 1
        if isinstance(each, list):
            stack.extend(reversed(each))
        elif isinstance(each, dict):
            kinds = set(_strings(each.get("@type")))
            is_group = "Person" not in kinds and any("Organization" in kind or kind in _GROUPS for kind in kinds)
            names += [(name, is_group) for name in _strings(each.get("name")) or _joined(each)]
        else:
            names += [(name, False) for name in _strings(each)]
    return names


def _joined(person: dict[str, Any]) -> list[str]:
    """Return the name of a person that has it in parts."""
    parts = [part for key in ("givenName", "familyName") for part in _strings(person.get(key))[:1]]
    return [" ".join(parts)] if len(parts) > 1 else []


def _strings(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for each in values[:50] if isinstance(each, str | int) and not isinstance(each, bool) and (text := _clean(str(each)))]


def _clean(text: str, most: int = _LONGEST_VALUE) -> str:
    """Return a value as plain text on one line: some have tags, entities or soft hyphens in them, or half of an escaped character."""
    text = text[:most]
    if "<" in text or "&" in text:
        from html import unescape

        text = _TAG.sub("", unescape(text))
    return " ".join(_UNSPEAKABLE.sub("\ufffd", text.replace("\xad", "")).split())
