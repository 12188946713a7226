"""The page as a sequence of kinds of blocks, which is what repeats from article to article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.metaline import metadata_line
from cleaner.grammar.shape import ends_open, is_headline, is_prose

PROSE, HEADLINE, OTHER, META, CAPTION, END, JUNK = "P", "H", "O", "M", "C", "E", "J"

# Junk that closes an article or an excerpt: a headline may follow.
END_LABELS = frozenset(
    {"read-more", "read-rest", "syndication-notice", "comment-count", "tag-list", "source", "paywall"}
)
# Junk that stands between the paragraphs of one article as often as not.
INLINE_LABELS = frozenset(
    {"ad-label", "ad-script", "script", "stylesheet", "json", "newsletter", "related", "share-bar", "follow-us", "comment-form",
     "duplicate", "author-bio", "publisher-description"}
)  # fmt: skip
# Junk that stands over the first article of a page, and between the last of one page and the first of another.
HEAD_LABELS = frozenset({"skip-link", "archive-header"})
# An article so long, and with so much of the text of all, stands over teasers no longer than that.
_MAIN_TEXT = 1200
_MAIN_SHARE = 0.7
_TEASER_TEXT = 240
_TEASER_SHARE = 0.12
_LONGEST_TEASER = 500
_META_LABELS = frozenset({"published", "modified", "byline", "credit", "section"})


class Beat(NamedTuple):
    """One block and what it is: running text, headline-like, other text, metadata, caption, end mark, junk.

    `closes`: an end mark stands in the block, whatever else it is (an excerpt with 'Read more' at its end).
    """

    block: Block
    kind: str
    closes: bool = False
    label: str = ""


def beats(doc: Document) -> list[Beat]:
    """Return every block with its kind, in the light of the marks made so far."""
    return [_beat(doc, block) for block in doc.blocks]


def metadata_below(sequence: list[Beat], at: int) -> bool:
    """Tell whether metadata stands under the text that begins at `at`, before any junk that closes it."""
    text = False
    for beat in sequence[at + 1 :]:
        if beat.kind == META and text:
            return True
        if beat.kind == JUNK and beat.label not in INLINE_LABELS and text:
            return False
        text = text or beat.kind in (PROSE, OTHER)
    return False


def main_part(texts: Sequence[int]) -> int | None:
    """Return which part of a page is its one article, by the columns of text in each, `None` where there are several.

    >>> main_part([3000, 150, 200]), main_part([900, 800])
    (0, None)
    """
    main = max(range(len(texts)), key=texts.__getitem__, default=0)
    others = [text for at, text in enumerate(texts) if at != main]
    if not others or texts[main] < max(_MAIN_TEXT, _MAIN_SHARE * sum(texts)):
        return None
    longest = min(max(_TEASER_TEXT, _TEASER_SHARE * texts[main]), _LONGEST_TEASER)
    return None if max(others) > longest else main


def _beat(doc: Document, block: Block) -> Beat:
    marks = doc.marks_on(block)
    labels = {m.label for m in marks}
    closing = next((m.label for m in marks if m.label in END_LABELS), "")
    if not doc.is_open(block):
        label = marks[-1].label
        if "date-stub" in labels:
            return Beat(block, META, label="date-stub")
        return Beat(block, END if closing else JUNK, bool(closing), closing or label)
    if "source" in labels:
        return Beat(block, END, True, "source")
    if labels & _META_LABELS == {"credit"} and any(_credits_picture(m.value) for m in marks):
        return Beat(block, CAPTION)
    if labels & _META_LABELS or metadata_line(doc, block):
        # Credits alone close a text as often as they open one.
        credit = "credit" if labels & _META_LABELS == {"credit"} else ""
        return Beat(block, META, bool(closing), closing or credit)
    if "caption" in labels:
        return Beat(block, CAPTION)
    if closing:
        return Beat(block, PROSE, True, closing)
    kind = PROSE if is_prose(block.text) else HEADLINE if is_headline(block.text) else OTHER
    if kind == PROSE and ends_open(block.text):
        return Beat(block, PROSE, True, "ellipsis")
    return Beat(block, kind)


def _credits_picture(value: object) -> bool:
    """Tell whether credits are those of a picture, which stand within a text."""
    return isinstance(value, tuple) and any(getattr(c, "role", "") in ("photographer", "illustrator") for c in value)
