"""The ledger: a partition of the text, and what became of each mark. `cleaner.settle` makes it.

The policy, where marks overlap: they are ranked by score, then field before removal, then the order
in which they were made. Going down the ranks, a field takes its span only if no higher mark has any
of it (a value must stand beside its whole raw text); a removal takes what is left of its span. What a
mark did not get, it lost: `losers` keeps every mark that got nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from cleaner.document import Mark

SegmentAction = Literal["keep", "remove", "field"]

BODY = "body"
WHITESPACE = "whitespace"


class Segment(NamedTuple):
    """A part of the text and what became of it: `[start, end)`, the action, its label, and which rule said so.

    Text that no mark claims is kept as `body`; white space between blocks is kept as `whitespace`.
    """

    start: int
    end: int
    action: SegmentAction
    label: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every character of the text in exactly one segment, in order; the marks that won, and that lost."""

    segments: tuple[Segment, ...]
    winners: tuple[Mark, ...]
    losers: tuple[Mark, ...]

    def __iter__(self) -> Iterator[Segment]:
        return iter(self.segments)

    def __len__(self) -> int:
        return len(self.segments)
