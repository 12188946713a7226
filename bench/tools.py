"""A tool under test: what it makes of a page, and the time that it takes. The library itself is one of them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from cleaner import Record, Result, process

FIELDS = frozenset({"title", "authors", "date"})


class Output(NamedTuple):
    """What a tool says of a page; `records` is None for a tool that knows no records.

    `date` is that of publication, or else the one that the page shows; peers do not tell the two apart.
    """

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    records: tuple[dict[str, Any], ...] | None = None

    @property
    def body(self) -> str:
        """The standfirst and the body of the longest record; all text where the tool knows no records."""
        if self.records is None:
            return self.text
        longest = max(self.records, key=lambda r: len(r["body"]), default={"body": ""})
        return "\n\n".join(filter(None, (longest.get("standfirst"), longest["body"])))


class Run(NamedTuple):
    """One page read: the output (empty where the tool raised), process CPU seconds, and the exception's name."""

    output: Output
    seconds: float
    error: str | None = None


@dataclass(frozen=True)
class Tool:
    """A tool: `work` is timed, `tell` turns its result into an `Output` and is not.

    `gives` names the fields that the tool knows at all; the others are not asked of it.
    """

    name: str
    gives: frozenset[str]
    work: Callable[[str, str | None], Any]
    tell: Callable[[Any, str, str | None], Output]

    def __call__(self, source: str, url: str | None = None) -> Output:
        """Return what the tool makes of a page."""
        return self.tell(self.work(source, url), source, url)

    def run(self, source: str, url: str | None = None) -> Run:
        """Return what the tool makes of a page, and its time; whatever it raises counts as nothing found."""
        start = time.process_time()
        raw, error = _attempt(self.work, source, url)
        seconds = time.process_time() - start
        output, error = (None, error) if error else _attempt(self.tell, raw, source, url)
        return Run(output or Output(), seconds, error)


def _attempt(function: Callable[..., Any], *args: Any) -> tuple[Any, str | None]:
    try:
        return function(*args), None
    except Exception as e:
        return None, type(e).__name__


def ours(preset: str | None = None, content_type: str | None = None) -> Tool:
    """Return the library as a tool: one call of `process` a page, the fields from the record with the longest body."""

    def work(source: str, url: str | None) -> Result:
        return process(source, url=url, content_type=content_type, pipeline=preset)

    return Tool("cleaner", FIELDS | {"records"}, work, _tell)


def _tell(result: Result, _source: str, _url: str | None) -> Output:
    main = max(result.records, key=lambda r: len(r.body), default=Record())
    return Output(
        result.text,
        main.title,
        tuple(author.name for author in main.authors),
        main.published or main.modified,
        tuple(r.to_dict() for r in result.records),
    )
