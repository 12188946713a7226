"""The text that a page declares in JSON-LD as that of its article, and which lines are of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from cleaner.document import Document
from cleaner.grammar.head import page_candidates
from cleaner.grammar.kind import has_posts
from cleaner.grammar.shape import ends_sentence, letters, width

# A line is looked up by runs of so many letters, every so many letters: quotes and spaces differ between the two texts.
_RUN, _STEP = 12, 3
# A declared text shorter than this is a teaser; from so many characters on one that ends with a sentence was hardly cut off.
_LEAST, _LONG = 400, 1500
# So much of it must be on the page for it to say anything.
_FOUND = 0.5
# A line is of the declared text where so much of it is, and apart from it where no more than this is. Shorter lines may
# well be in it by chance.
_HELD, _APART = 0.7, 0.4
_LEAST_WIDTH = 40
# So much of what seems to be the article must be in the declared text for the rest not to belong to it; less will do if it
# was hardly cut off.
_MOST, _SOME = 0.6, 0.3


Place = Literal["", "held", "among", "below"]


class Declared(NamedTuple):
    """Where each block stands to the declared text: `held` by it, `among` or `below` the lines of it without being one.

    `is_long` says that the text was hardly cut off.
    """

    places: list[Place]
    is_long: bool

    def is_whole(self, widths: Sequence[float]) -> bool:
        """Tell whether it is all of an article that has so many columns of each block."""
        held = sum(w for w, place in zip(widths, self.places, strict=True) if place == "held")
        return held >= (_SOME if self.is_long else _MOST) * sum(widths)


def declared(doc: Document) -> Declared | None:
    """Return where the blocks stand to the text that the page declares; `None` where it declares none, several or another one."""
    return doc.memo("declared", lambda: _declared(doc))


def _declared(doc: Document) -> Declared | None:
    bodies = [str(c.value) for c in page_candidates(doc) if c.field == "body"]
    if len(bodies) != 1 or len(bodies[0]) < _LEAST or has_posts(doc):
        return None
    body = letters(bodies[0])
    runs = {body[at : at + _RUN] for at in range(len(body) - _RUN + 1)}
    texts = [letters(block.text) for block in doc.blocks]
    shares = [_share(text, runs) for text in texts]
    held = [b.index for b in doc.blocks if shares[b.index] >= _HELD and width(b.text) >= _LEAST_WIDTH]
    if sum(len(texts[i]) for i in held) < _FOUND * len(body):
        return None
    places: list[Place] = [""] * len(shares)
    for i in range(held[0], len(shares)):
        if shares[i] <= _APART:
            places[i] = "among" if i < held[-1] else "below"
    for i in held:
        places[i] = "held"
    return Declared(places, len(bodies[0]) >= _LONG and ends_sentence(bodies[0]))


def _share(text: str, runs: set[str]) -> float:
    own = [text[at : at + _RUN] for at in range(0, len(text) - _RUN + 1, _STEP)]
    return sum(run in runs for run in own) / len(own) if own else 0.0
