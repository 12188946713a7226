"""What goes through a batch: pages on their way in, and what became of them on their way out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from cleaner.record import Record

ErrorKind = Literal["unreadable", "corrupt", "bad-row", "too-large", "refused", "failed", "timeout", "crashed"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page to clean: a text or the bytes of one, with what its container says of it.

    `id` names it in the output: the path, and behind a `#` the line, row or record in a file of many pages.
    """

    id: str
    data: str | bytes
    url: str | None = None
    content_type: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a page of one, that could not be read or cleaned. `error` is the exception's class, or empty."""

    id: str
    kind: ErrorKind
    message: str
    error: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part of an input that is no page by what it says itself: a request, a redirect, a picture."""

    id: str
    reason: str


Item: TypeAlias = "Page | Failure | Skipped"


class Position(NamedTuple):
    """Where an item stands: the input's number, and its own number in the input, both from 0."""

    input: int
    item: int


class Cut(NamedTuple):
    """A span that was taken out of a page's text, why, and which rule said so."""

    start: int
    end: int
    label: str
    by: str
    text: str


class Found(NamedTuple):
    """A record of a page, the span of the page's text it was found in, and the characters kept of that, by label."""

    record: Record
    start: int
    end: int
    kept: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What became of a page: the characters kept and removed, by label. `cuts` is filled where it was asked for."""

    id: str
    url: str | None
    found: tuple[Found, ...]
    kept: Mapping[str, int]
    removed: Mapping[str, int]
    warnings: int = 0
    cuts: tuple[Cut, ...] = ()


Outcome: TypeAlias = "Cleaned | Failure | Skipped"


def size_of(item: Item) -> int:
    """Return about how many bytes an item takes.

    >>> size_of(Page("a", b"12345"))
    5
    """
    return len(item.data) if isinstance(item, Page) else 0
