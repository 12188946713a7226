"""Who wrote an article: bylines with their affiliations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.grammar.linereader import Part
from cleaner.grammar.lines import is_introduced, is_phrase, is_text, opens_byline
from cleaner.grammar.masthead import anchor, claimed, masthead, readable
from cleaner.grammar.metaline import metadata_line, read_line
from cleaner.grammar.names import is_person, read_people, says_role
from cleaner.grammar.shape import ends_sentence, is_headline, words
from cleaner.grammar.tree import in_figure, named_spans
from cleaner.lexicon import line_key
from cleaner.lexicon.phrases import phrase_key
from cleaner.record import Author
from cleaner.tagger.headline import has_voted
from cleaner.tagger.signature import signatures

_WIDEST_NAME = 80
_WIDEST_MARKED = 200
_AUTHOR_WORDS = 5
_NAMES = frozenset(("author", "authors", "byline", "rel=author", "fn", "writer", "reporter", "auteur", "autor", "address"))
_TITLE_WORDS = 4
_INITIALS = re.compile(r"[A-Z]{2,3}")
_EDGES = " \u00a0,;:|·•–—-"
# A link to one of these is a section's or a tag's, whatever it reads.
_SECTIONS = ("/category/", "/categories/", "/tag/", "/tags/", "/topic/", "/topics/", "/section/", "/label/", "rel=tag")
_PEOPLE = re.compile(
    r"/(?:authors?|people|persons?|profiles?|team|staff|contributors?|bios?|by|writers?|experts?|users?|journalists?|reporters?|auth?or(?:en|es|in)?|auteurs?"
    r"|autore|redakt\w{1,12}|redacteurs?|skribent\w{0,4})/"
)
# How sure a name is: opened by 'By', marked as an author's, in an element called so, beside a date.
_OPENED, _RELATED, _NAMED, _BARE = 0.9, 0.85, 0.75, 0.6
# On a page of one article whose headline is known, a byline stands beside that or at the foot.
_ELSEWHERE, _FOOT = 0.3, 0.12
_SIDE = frozenset(("comment", "comments", "commentlist", "related", "recommended", "teaser", "teasers"))
_NEAR = 6


@rule("byline", "byline")
def byline(doc: Document) -> Iterator[Mark]:
    """The names that 'By' or its like opens, or that stand beside a date. The value is a tuple of authors."""
    found = [*_opened(doc), *_under_opener(doc), *_bare(doc)]
    yield from found
    if doc.head is not None:
        yield from _marked(doc)
    elif not found and has_voted(doc):
        yield from (_mark(doc, s.block, (s.start, s.end), s.people, score=_BARE) for s in signatures(doc))


def _opened(doc: Document) -> Iterator[Mark]:
    """The names in lines that say who and when."""
    for block in readable(doc):
        if in_figure(block):
            continue
        for part in read_line(doc, block) or ():
            if part.kind == "byline" and isinstance(part.value, tuple) and (part.opened or _may_be_bare(doc, block, part)):
                yield _mark(doc, block, (part.start, part.end), part.value, score=_OPENED if part.opened else _BARE)


def _mark(doc: Document, block: Block, span: tuple[int, int], people: tuple[Author, ...], *, score: float) -> Mark:
    places = masthead(doc)
    if places:
        score -= _FOOT if places.get(block.index) == "foot" else 0.0 if block.index in places else _ELSEWHERE
    start, end = claimed(doc, block, span, score)
    return Mark(start, end, "field", "byline", people, round(score, 3))


def _is_aside(block: Block) -> bool:
    """Tell whether a line stands among comments or teasers, which others wrote."""
    around = islice(block.markup.element.ancestors(), _NEAR) if block.markup is not None else ()
    return any(not each.words.isdisjoint(_SIDE) for each in around)


def _marked(doc: Document) -> Iterator[Mark]:
    """The names that the markup calls an author's: rel=author, itemprop=author, class=byline."""
    for block in readable(doc):
        if len(block.text) > _WIDEST_MARKED or "byline" in doc.labels_on(block) or in_figure(block) or _is_aside(block):
            continue
        taken: list[tuple[int, int]] = []
        for start, end, element in named_spans(block, _NAMES):
            if any(start < b and a < end for a, b in taken) or (ends_sentence(block.text) and end - start < len(block.text)):
                continue
            found = _named(doc, block.text[start:end])
            sure = "author" in element.get("rel").lower().split() or "author" in element.get("itemprop").lower()
            if found is not None and (sure or _is_likely(doc, block, found)):
                at, line, people = found
                if element.words.isdisjoint(_NAMES) and element.tag == "address" and not all(_is_full(doc, p.name) for p in people):
                    continue  # where somebody lives
                taken.append((start, end))
                yield _mark(doc, block, (start + at, start + at + len(line)), people, score=_RELATED if sure else _NAMED)


def _is_likely(doc: Document, block: Block, found: tuple[int, str, tuple[Author, ...]]) -> bool:
    """Tell whether names in an element that has but the name of an author's are some: no initials, no two topics, and not
    what the person of the line above does.
    """  # noqa: D205
    _, line, people = found
    if (_INITIALS.fullmatch(line) and _is_short_for(doc, line)) or (len(people) > 1 and all(p.name.isascii() and " " not in p.name for p in people)):
        return False
    return not (says_role(block.text, doc.lexicon) and "," not in block.text and _is_signed(doc, block.index - 1))


def _is_short_for(doc: Document, initials: str) -> bool:
    """Tell whether these are the initials of a name beside the headline, as they stand where there is no picture of somebody."""
    lines = (doc.blocks[i].text for i in masthead(doc))
    return any("".join(word[0] for word in line.split() if word[0].isupper()) == initials for line in lines if len(line) <= _WIDEST_NAME)


def _is_signed(doc: Document, at: int) -> bool:
    """Tell whether the block of that index is a byline, or no more than a name."""
    if at < 0:
        return False
    block = doc.blocks[at]
    return is_person(block.text, doc.lexicon) or any(part.kind == "byline" for part in read_line(doc, block) or ())


def _named(doc: Document, text: str) -> tuple[int, str, tuple[Author, ...]] | None:
    """Return the names that an element called an author holds: where in its text, as they stand, and as people."""
    line = text.strip(_EDGES)
    openers = doc.lexicon.terms.get("by", ())
    for count in (3, 2, 1):
        head = line.split(maxsplit=count)
        if len(head) > count and phrase_key(" ".join(head[:count]).rstrip(":：")) in openers:
            line = head[count]
            break
    if is_phrase(doc, line) or (any(c.isdigit() for c in line) and words(line) > 2):
        return None
    people = read_people(line, doc.lexicon, handles=True)
    if people is None or (words(line) > _AUTHOR_WORDS and len(people) == 1 and people[0].affiliation is None):
        return None
    return (text.rindex(line), line, people) if not says_role(people[0].name, doc.lexicon) else None


def _under_opener(doc: Document) -> Iterator[Mark]:
    """A name on the line under a bare 'By', as flattened markup leaves it."""
    for block in readable(doc):
        if block.index and len(block.text) <= _WIDEST_NAME and not _is_claimed(doc, block):
            above: Block = doc.blocks[block.index - 1]
            if opens_byline(doc, above):
                people = read_people(block.text, doc.lexicon, handles=True)
                if people:
                    start = above.start if doc.is_open(above) and doc.is_open(block) else block.start
                    mark = _mark(doc, block, (0, len(block.text)), people, score=0.7)
                    yield mark._replace(start=start) if mark.start == block.start else mark


def _bare(doc: Document) -> Iterator[Mark]:
    """A name on a line of its own between a headline, or the standfirst under it, and a date."""
    for block in readable(doc):
        if len(block.text) > _WIDEST_NAME or _is_claimed(doc, block) or len(block.text.split()) not in (2, 3):
            continue
        if is_phrase(doc, block.text) or not is_person(block.text, doc.lexicon) or _is_section(block, 0, len(block.text)):
            continue
        if _is_topic(doc, block.text):
            continue
        beside = masthead(doc).get(block.index) in ("above", "below")
        near = any(_is_dated(doc, block.index + n) for n in (-2, -1, 1, 2))
        under = masthead(doc).get(block.index) != "foot" and _is_dated(doc, block.index + 1) and _is_under_title(doc, block.index) and not says_role(block.text, doc.lexicon)
        if under or (beside and (_leads_to_name(block) or _is_over_role(doc, block) or (near and is_introduced(doc, block.text)))):
            people = read_people(block.text, doc.lexicon)
            if people is not None:
                yield _mark(doc, block, (0, len(block.text)), people, score=_BARE)


def _is_full(doc: Document, name: str) -> bool:
    return " " in name and is_person(name, doc.lexicon) and not is_phrase(doc, name)


def _leads_to_name(block: Block) -> bool:
    """Tell whether a name is a link to where the site has its people: '/authors/ann-lee'."""
    links = [i.element.get("href").lower() for i in (block.markup.inlines if block.markup is not None else ()) if i.element.tag == "a"]
    last = block.text.casefold().split()[-1]
    return any(_PEOPLE.search(link) and last in link for link in links)


def _is_over_role(doc: Document, block: Block) -> bool:
    """Tell whether the line below says what somebody does, and no more: 'Tech Writer'."""
    pair = doc.blocks[block.index : block.index + 2]
    if len(pair) < 2 or any(_is_entry(each) for each in pair):
        return False
    return 1 < words(pair[1].text) <= _AUTHOR_WORDS and says_role(pair[1].text, doc.lexicon) and not says_role(block.text, doc.lexicon)


def _is_entry(block: Block) -> bool:
    """Tell whether a line is one of a list or has a link in it, as those of a menu."""
    markup = block.markup
    return markup is not None and (not markup.context.isdisjoint(("list", "nav")) or any(i.element.tag == "a" for i in markup.inlines))


def _is_claimed(doc: Document, block: Block) -> bool:
    """Tell whether a line says something else already, or was removed as something that is no byline."""
    marks = doc.marks_on(block)
    return any(m.action == "field" for m in marks) if block.index in masthead(doc) else bool(marks)


def _may_be_bare(doc: Document, block: Block, part: Part) -> bool:
    """Tell whether a name that no word opens is one: no link to a section, not what the headline is about."""
    return not _is_section(block, part.start, part.end) and not _is_topic(doc, block.text[part.start : part.end])


def _is_topic(doc: Document, name: str) -> bool:
    """Tell whether the headline of the page's one article has these words: 'Legal Research' under 'Ten Tools for Legal Research'."""
    at = anchor(doc)
    return at is not None and bool(masthead(doc)) and f" {line_key(name)} " in f" {doc.key(doc.blocks[at])} "


def _is_section(block: Block, start: int, end: int) -> bool:
    """Tell whether a part of a line is a link to a section or a tag of the site."""
    inlines = block.markup.inlines if block.markup is not None else ()
    links = [i.element for i in inlines if i.element.tag == "a" and i.start < end and start < i.end]
    return any(name in f"{e.get('href').lower()} rel={e.get('rel').lower()}" for e in links for name in _SECTIONS)


def _is_dated(doc: Document, at: int) -> bool:
    """Tell whether the block of that index is a metadata line with a date."""
    if not 0 <= at < len(doc.blocks):
        return False
    if not doc.labels_on(doc.blocks[at]).isdisjoint(("published", "modified")):
        return True
    return any(part.kind in ("published", "modified") for part in metadata_line(doc, doc.blocks[at]) or ())


def _is_under_title(doc: Document, at: int) -> bool:
    """Tell whether a headline stands right above, or above one paragraph."""
    above = at - 2 if is_text(doc, at - 1) else at - 1
    if above < 0:
        return False
    head = doc.blocks[above]
    plain = doc.is_open(head) and not doc.marks_on(head) and not metadata_line(doc, head)
    return (
        plain and is_headline(head.text) and words(head.text) >= _TITLE_WORDS and not is_person(head.text, doc.lexicon)
    )
