"""What the learned tagger says: which lines a reader came for, and which not.

What it takes for content it keeps, against rules that are less sure. What it takes for junk it removes, under the name
that the phrases have for it, or else as `boilerplate`. A line that may be a title, a byline, a date or a notice it leaves
to the rules; `leftovers` works at the end and takes of these what none of them claimed.
"""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.document import Block, Document, Mark
from cleaner.filter import rule
from cleaner.tagger.guard import fallback
from cleaner.tagger.model import predict
from cleaner.tagger.parts import PARTS

# The lines that the rules for fields and notices read, and how likely one must be for them to have it.
_CLAIMED = [PARTS.index(part) for part in ("title", "byline", "date", "section", "caption", "notice")]
_MAYBE = 0.3
# Tables of phrases whose lines say something of a record, and what the other tables' lines are.
_TELLING = frozenset(("readmore", "publisher", "archives", "stubs"))
_NAMES = (
    "menu", "share-bar", "follow-us", "ad-label", "newsletter", "cookie-notice", "comment-count", "comment-form", "related",
    "widget", "copyright", "legal", "powered-by", "skip-link", "connect", "breadcrumb", "pagination", "back-to-top",
    "search-box", "login", "paywall",
)  # fmt: skip


@rule("tagger", "content", "boilerplate", *_NAMES)
def tagger(doc: Document) -> Iterator[Mark]:
    """A vote on every line that is left: `content` keeps it, any other label removes it."""
    if fallback(doc):
        return
    found = predict(doc)
    content = found.content.tolist()
    claimed = found.part[:, _CLAIMED].sum(1).tolist()
    names = _names(doc)
    for block in doc.blocks:
        p = content[block.index]
        if p >= 0.5:
            yield Mark(block.start, block.end, "keep", "content", score=p)
        elif claimed[block.index] < _MAYBE and doc.is_open(block) and names.get(block.index) != "":
            yield Mark(block.start, block.end, "remove", names.get(block.index, "boilerplate"), score=1 - p)


@rule("leftovers", "boilerplate")
def leftovers(doc: Document) -> Iterator[Mark]:
    """The lines that the tagger left to the rules, and that none of them claimed."""
    if fallback(doc):
        return
    content = predict(doc).content.tolist()
    for block in doc.open_blocks():
        if content[block.index] < 0.5 and not _is_claimed(doc, block):
            yield Mark(block.start, block.end, "remove", "boilerplate", score=1 - content[block.index])


def _is_claimed(doc: Document, block: Block) -> bool:
    return any(mark.action == "field" for mark in doc.marks_on(block))


def _names(doc: Document) -> dict[int, str]:
    """Return the names that phrases have for whole lines, by index; `""` for a line that says something of a record."""
    names: dict[int, str] = {}
    for group in _GROUPS:
        for block, hit in doc.hits(group):
            if hit.exact and hit.label in _KNOWN:
                names.setdefault(block.index, hit.label)
    for group in _TELLING:
        names.update((block.index, "") for block, hit in doc.hits(group) if hit.exact)
    return names


_KNOWN = frozenset(_NAMES)
_GROUPS = ("navigation", "sharing", "ads", "newsletter", "consent", "comments", "related", "widgets", "footer")
