"""Records as Markdown, for people and for models to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from cleaner.record import Record

# What would make a heading, a quote or a rule of a line that is none.
_STRUCTURE = re.compile(r"^(\s{0,3})(#{1,6}(?=\s)|>|(?:[-_*=]\s*){3,}$)", re.MULTILINE)


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write the records, each under a heading, with a rule between two.

    >>> import io
    >>> stream = io.StringIO()
    >>> write([Record(title="On Tea", body="Tea is a drink.")], stream)
    >>> print(stream.getvalue().rstrip())
    # On Tea
    <BLANKLINE>
    Tea is a drink.
    """
    for number, record in enumerate(records):
        stream.write(("---\n\n" if number else "") + render(record))


def render(record: Record) -> str:
    """Return one record as Markdown, ending in a newline."""
    return "\n\n".join(_parts(record)) + "\n\n"


def _parts(record: Record) -> Iterator[str]:
    yield f"# {record.title or 'Untitled'}"
    facts = list(_facts(record))
    if facts:
        yield "  \n".join(facts)
    if record.standfirst:
        yield f"**{_plain(record.standfirst)}**"
    if record.body:
        yield _plain(record.body)
    if record.truncated:
        yield f"*[The text goes on elsewhere: {record.truncation_reason}]*"
    yield from (f"*{_plain(caption.text)}*" for caption in record.captions)
    if record.sources:
        yield "\n".join(f"- {_plain(source.raw)}" for source in record.sources)


def _facts(record: Record) -> Iterator[str]:
    if record.section:
        yield f"Section: {record.section}"
    if record.authors:
        yield "By " + "; ".join(f"{a.name} ({a.affiliation})" if a.affiliation else a.name for a in record.authors)
    yield from (f"{credit.role.capitalize()}: {credit.name}" for credit in record.credits)
    if record.published:
        yield f"Published: {record.published}"
    if record.modified:
        yield f"Modified: {record.modified}"
    if record.syndicated_from:
        yield f"Syndicated from: {record.syndicated_from.publisher or record.syndicated_from.url}"


def _plain(text: str) -> str:
    return _STRUCTURE.sub(r"\1\\\2", text)
