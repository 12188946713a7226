"""Whether a page of HTML is one article, whatever parts it has, or lists several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaner.document import Block, Document
from cleaner.grammar.dates import line_dates
from cleaner.grammar.head import page_candidates
from cleaner.grammar.names import is_person
from cleaner.grammar.shape import has_letters, is_label, width, words
from cleaner.grammar.titles import host, host_of, is_named
from cleaner.grammar.tree import LINKED
from cleaner.lexicon import line_key

_LEAST_WORDS = 3
_WIDEST_DATE = 100
# So many of the parts of a list have a date, or lead to a page of their own.
_MOST = 0.5
# The headline of an article stands over its parts, or among the first lines of the first.
_FIRST_LINES = 3
# '1. The Pier', '2) The Quay', '#3 The Harbour'
_NUMBER = re.compile(r"#?(\d{1,3})\s?(?:[.):]|\s)")
_LEAST_NUMBERS = 3
# The posts of a forum are each an article of their own.
_POSTS = ("DiscussionForumPosting", "SocialMediaPosting", "QAPage")
# The headline of a page may be but its section.
_LONGEST_SECTION = 2
# Over so many of the posts of a thread stands who wrote them; the lines of a card of a shop have fewer columns.
_SIGNED, _EXCERPT = 0.8, 60

# A headline, if there is one, and the indexes of the blocks under it.
Part = tuple[Block | None, range]


def is_declared(doc: Document, title: Block | None) -> bool:
    """Tell whether the page says of itself that it is one article: that of the headline `title`, where it shows one.

    It has just one article in JSON-LD, or is of the Open Graph type of articles and has a date of publication.
    """
    if doc.head is None or (title is not None and not is_named(doc, title)):
        return False
    found = page_candidates(doc)
    items = {c.item for c in found if c.item}
    if len(items) == 1 and not has_posts(doc):
        return True
    if title is None or not any(n == "og:type" and v.lower() == "article" for n, v in doc.head.metas):
        return False
    headlines = {line_key(str(c.value)) for c in found if c.item and c.field == "title"}
    return doc.key(title) in headlines or any(c.field == "published" and c.origin == "open-graph" for c in found)


def has_posts(doc: Document) -> bool:
    """Tell whether a page's JSON-LD is of the posts of a forum."""
    return doc.head is not None and any(kind in source for source in doc.head.json_ld for kind in _POSTS)


def is_divided(doc: Document, title: Block | None, parts: Iterable[Part]) -> bool:
    """Tell whether parts that are alike, each a headline and the blocks of it, divide one article of the headline `title`.

    It stands over them, and is what the page calls itself; most of them have no date and lead to no page of their own, or they
    are numbered and none has a date.
    """
    parts = list(parts)
    if title is None or not parts or title.index > parts[0][1].start + _FIRST_LINES:
        return False
    is_first = title.markup is not None and title.markup.level == 1 and words(title.text) >= _LEAST_WORDS
    if not is_first and not is_named(doc, title):
        return False
    dated = _dated(doc, parts)
    return (not any(dated) and _are_numbered([head for head, _ in parts])) or not _are_apart(doc, parts, dated)


def are_articles(doc: Document, title: Block | None, parts: Sequence[Part], *, held: bool = True) -> bool:
    """Tell whether parts that are alike are articles, each of its own, where the headline of the page, `title`, stands over them.

    Most have a date, or lead to a page of their own and have an excerpt of it; where no element holds them, a date.
    """
    if title is None or title.index >= parts[0][1].start or (is_section(title) and not is_named(doc, title)):
        return True
    dated = _dated(doc, parts)
    if not held and sum(dated) <= _MOST * len(parts):
        return False
    excerpts = sum(own or _has_excerpt(doc, part) for part, own in zip(parts, dated, strict=True))
    return _are_apart(doc, parts, dated) and excerpts >= _MOST * len(parts)


def is_section(title: Block) -> bool:
    """Tell whether the headline of a page is but the name of a section."""
    return is_label(title.text) and words(title.text) <= _LONGEST_SECTION


def _has_excerpt(doc: Document, part: Part) -> bool:
    head, blocks = part
    return any(width(doc.blocks[i].text) >= _EXCERPT for i in blocks if doc.blocks[i] is not head)


def are_posts(doc: Document, title: Block, heads: Sequence[Block | None]) -> bool:
    """Tell whether what stands over parts under the headline `title` is no headline of their own: they are the posts of a thread.

    It is missing, the same over several, or the name of a person or an account.
    """
    if is_section(title):
        return False
    found = [head.text for head in heads if head is not None and doc.is_open(head) and has_letters(head.text)]
    names = sum(words(text) <= 1 or is_person(text, doc.lexicon) for text in found)
    several = set(found)
    return len(several) < _MOST * len(heads) or (names >= _SIGNED * len(found) and len(several) < len(found))


def _dated(doc: Document, parts: Iterable[Part]) -> list[bool]:
    """Tell of each part whether it has a date. A page has but one such list of parts: its entries."""
    return doc.memo("kind.dated", lambda: [any(has_date(doc, doc.blocks[i]) for i in blocks) for _, blocks in parts])


def _are_apart(doc: Document, parts: Sequence[Part], dated: Sequence[bool]) -> bool:
    """Tell whether most of the parts have a date or lead to a page of their own."""
    apart = sum(own or (head is not None and _leads_on(doc, head)) for (head, _), own in zip(parts, dated, strict=True))
    return apart >= _MOST * len(parts)


def _are_numbered(heads: Sequence[Block | None]) -> bool:
    """Tell whether headlines count their parts: '1. The Pier', '2. The Quay'; upwards or downwards."""
    found = [_NUMBER.match(head.text) for head in heads if head is not None]
    numbers = [int(m[1]) for m in found if m]
    steps = {b - a for a, b in pairwise(numbers)}
    return len(numbers) >= max(_LEAST_NUMBERS, _MOST * len(heads)) and (steps <= {1} or steps <= {-1})


def lead_on(doc: Document, heads: Sequence[Block | None]) -> bool:
    """Tell whether most of these headlines lead to a page of their own."""
    return sum(head is not None and _leads_on(doc, head) for head in heads) > _MOST * len(heads)


def has_date(doc: Document, block: Block) -> bool:
    """Tell whether a line has a date: in its text, or in a `<time>` that says it in a form for machines."""
    if width(block.text) > _WIDEST_DATE:
        return False
    times = block.markup.inlines if block.markup is not None else ()
    return bool(line_dates(doc, block.text)) or any(i.element.tag == "time" and i.element.get("datetime") for i in times)


def _leads_on(doc: Document, head: Block) -> bool:
    """Tell whether a headline is a link to another page of the same site."""
    markup = head.markup
    if markup is None or markup.link_share <= LINKED:
        return False
    links = [i.element.get("href").strip() for i in markup.inlines if i.element.tag == "a"]
    outer = [e.get("href").strip() for e in markup.element.ancestors() if e.tag == "a"][:1]
    return any(_is_of_site(doc, link) for link in links or outer)


def _is_of_site(doc: Document, link: str) -> bool:
    found = host_of(link)
    if not found:
        return link != "" and not link.startswith("#")
    return host(doc) in ("", found)
