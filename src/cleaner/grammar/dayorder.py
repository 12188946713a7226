"""Whether a page writes the day before the month in dates such as 03/10/2023."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.document import Document
from cleaner.grammar.head import said

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])")
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
# '/2023/11/19/', '/2023-11-19-on-tea', '/2023/nov/19/'
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3,9})[/-]([0-3]?\d)(?=[/-]|$)", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST_LINE = 200
# English as it is written where the month goes first, or by an editor that was never told.
_MONTH_FIRST = frozenset(("", "us", "ca", "ph"))


def day_first(doc: Document) -> tuple[bool, bool]:
    """Return whether days go before months, and whether that is sure.

    The page's unmistakable dates tell; else what it says of one such day elsewhere, as `datetime="2023-10-03"` or in its
    address; else its language, and for English its country.
    """
    dates = [found for block in doc.open_blocks() if len(block.text) <= _LONGEST_LINE for found in _numeric(block.text)]
    votes = sum((a > 12 >= b) - (b > 12 >= a) for a, b, _ in dates) or _by_told_days(doc, dates)
    language = (doc.context.language or "en").split("-")[0]
    if votes:
        return votes > 0, True
    region = (doc.head.language or "").replace("_", "-").lower().partition("-")[2] if doc.head is not None else ""
    return language != "en" or region not in _MONTH_FIRST, language != "en"


def address_day(doc: Document) -> str:
    """Return the day that the page's address has in it, as `YYYY-MM-DD` (which may be no day of the calendar), empty where there is none."""
    found = _IN_ADDRESS.search(doc.context.url or next(iter(said(doc, "url")), ""))
    if found is None:
        return ""
    year, month, day = found.groups()
    if not month.isdigit():
        name = month[:3].lower()
        month = str(_MONTHS.index(name) + 1) if name in _MONTHS else "0"
    return f"{year}-{int(month):02d}-{int(day):02d}"


def is_open(text: str) -> bool:
    """Tell whether a text is a numeric date that can be read in two ways, and no more.

    >>> is_open("03/10/2023"), is_open("2023-10-03"), is_open("31/10/2023")
    (True, False, False)
    """
    found = _NUMERIC.fullmatch(text.strip())
    return found is not None and int(found[1]) <= 12 and int(found[3]) <= 12 and found[1] != found[3]


def _numeric(line: str) -> Iterator[tuple[int, int, str]]:
    for a, _, b, year in _NUMERIC.findall(line):
        yield int(a), int(b), year


def _by_told_days(doc: Document, dates: list[tuple[int, int, str]]) -> int:
    """Return how many more dates are days that the page names elsewhere if the day goes first than if the month does."""
    open_dates = {date for date in dates if date[0] <= 12 and date[1] <= 12 and date[0] != date[1]} if doc.head is not None else set()
    if not open_dates:
        return 0
    told = {(found[1][-len(year) :], found[2], found[3]) for value in _told(doc) for found in _ISO.finditer(value) for year in ("0000", "00")}
    return sum(((year, f"{b:02d}", f"{a:02d}") in told) - ((year, f"{a:02d}", f"{b:02d}") in told) for a, b, year in open_dates)


def _told(doc: Document) -> Iterator[str]:
    yield from said(doc, "published")
    yield from said(doc, "modified")
    yield address_day(doc)
    for block in doc.blocks:
        for inline in block.markup.inlines if block.markup is not None else ():
            if inline.element.tag == "time":
                yield inline.element.get("datetime")
