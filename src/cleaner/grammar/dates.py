"""Written dates in a line: found by their shape, so that no other text is ever taken for one.

Shapes with a month's name that the lexicon knows, numeric ones and ISO 8601 are read here. A month's
name of another language goes to dateparser, with a short list of languages and strict settings, and so
does a relative date, if the caller gave a date to count from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from cleaner.document import Block, Document
from cleaner.grammar.datepatterns import date_patterns
from cleaner.grammar.dayorder import day_first
from cleaner.lexicon import LANGUAGES, Lexicon, fold
from cleaner.lexicon.store import base_language

# Dates outside of this are page furniture, not dates of texts on the web.
_FIRST_YEAR, _LAST_YEAR = 1800, 2199

# What is tried at every place of a text should fail at once: each begins with a digit or one of these letters.
_AGO = re.compile(
    r"(?=[\dvhipfaîcπمל])"
    r"(?:\b\d{1,3}\s+(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago\b"
    r"|\b(?:vor|hace|il y a|há)\s+\d{1,3}\s+\w+|\b\d{1,3}\s+\w+\s+(?:geleden|fa|atrás|назад|temu|тому|sitten)\b|\bp(?:řed|red)\s+\d{1,3}\s+\w+"
    r"|\b(?:f[oö]r\s+)?\d{1,3}\s+\w+\s+(?:sedan|siden)\b"
    r"|\d{1,3}\s?(?:分钟|小时|天|分鐘|小時)前|\d{1,3}\s?(?:分|時間|日)前|منذ\s+\d{1,3}\s+\w+"
    r"|\bacum\s+\d{1,3}\s+(?:de\s+)?\w+|\bîn\s+urmă\s+cu\s+\d{1,3}\s+(?:de\s+)?\w+"
    r"|\b\d{1,3}\s+(?:(?:perce|órája|napja|hete|hónapja|éve)\b|\w+\s+ezelőtt)"
    r"|\bπριν\s+(?:από\s+)?\d{1,3}\s+\w+|\b\d{1,3}\s+\w+\s+πριν"
    r"|\b\d{1,3}\s+(?:dakika|saat|gün|hafta|ay|yıl)\s+önce\b|\b\d{1,3}\s+(?:menit|jam|hari|minggu|bulan|tahun)\s+(?:yang\s+)?lalu\b"
    r"|(?<!\w)לפני\s+\d{1,3}\s+\w+|\d{1,3}\s?(?:분|시간|일|주|개월|년)\s?전(?!\w)"
    r"|\b\d{1,3}\s+(?:giây|phút|giờ|ngày|tuần|tháng|năm)\s+trước|\bcách\s+đây\s+\d{1,3}\s+\w+)",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    r"(?:(?:^|(?<=[|•·]\s))(?:yesterday|today|gestern|heute|hier|aujourd.hui|ayer|hoy|ontem|hoje|ieri|oggi|gisteren|vandaag"
    r"|i\s?går|i\s?dag|eilen|tänään|вчера|сегодня|вчора|сьогодні|wczoraj|dzisiaj|dziś|včera|dnes|astăzi|azi|tegnap"
    r"|χθες|χτες|σήμερα|hôm\s+qua|hôm\s+nay|dün|bugün|kemarin|hari\s+ini|אתמול|היום|어제|오늘|昨天|今天|昨日|今日|本日|أمس|اليوم)\W*$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"^πριν\s+(?=\d)", re.IGNORECASE)
# The prepositions that Hebrew writes as a part of a date: 'ב-19.11.2023'.
_PREFIX = re.compile(r"(?<!\w)[בהלמ][-־](?=\d)")
_LONGEST_VAGUE = 160
# Languages whose numeric dates go from the year to the day.
_YEAR_FIRST = frozenset(("ja", "ko", "zh"))
_DIGIT = re.compile(r"\d")
# Every date with a year has this.
_YEARLY = re.compile(r"\d{4}|\d\s?[./-]\s?\d")
# A relative date without a number stands alone or behind a bar.
_ALONE, _BAR = 40, re.compile(r"[|•·]")
# Arabic-Indic, Persian, Devanagari and full-width digits, one for one, so that offsets hold.
_ASCII_DIGITS = {zero + n: ord("0") + n for zero in (0x0660, 0x06F0, 0x0966, 0xFF10) for n in range(10)}
# Languages that have no lexicon, and those that have, for a page of another; asked only for a shape such as '19 <word> 2023'.
_OTHER_LANGUAGES = (
    "id", "pl", "tr", "sv", "da", "nb", "fi", "cs", "hu", "ro", "uk", "el", "ca", "hr", "sk", "sl", "bg", "hi", "fa", "he", "et", "lt",
    "de", "es", "fr", "it", "nl", "pt", "ru",
)  # fmt: skip
# Languages whose '3 days ago' is read: those that have a lexicon, by dateparser's codes.
_RELATIVE_LANGUAGES = tuple("nb" if language == "no" else language for language in LANGUAGES)
# A word as long as a month's name, in scripts with vowel signs, too.
_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0900-\u0903\u093a-\u094f]){2,13}"
_UNKNOWN_MONTH = re.compile(
    rf"(?<![\w.])(?P<weekday>{_WORD},\s+)?(?:[0-3]?\d\.?\s+(?:de\s+|ng\s+)?{_WORD}\.?,?\s+(?:de\s+)?(?:19|20)\d\d"
    rf"|{_WORD}\.?\s+[0-3]?\d,?\s+(?:19|20)\d\d|(?:19|20)\d\d\.?\s+{_WORD}\s+[0-3]?\d)(?!\w)"
)


class FoundDate(NamedTuple):
    """A date in a line: where, as ISO 8601 and as precise as written, and whether day and month may be swapped.

    `iso` is `None` where the text does not tell: '5 days ago' or 'May 8' without a date to count from.
    """

    start: int
    end: int
    iso: str | None
    ambiguous: bool = False


class DateReader:
    """Finds dates by the rules of one document: its lexicon, its order of day and month, its reference date."""

    def __init__(self, lexicon: Lexicon, *, day_first: bool = False, year_first: bool = False, settled: bool = False, reference: date | None = None) -> None:
        self._months = lexicon.months
        self._pattern, self._yearless = date_patterns(tuple(lexicon.months), lexicon.terms.get("weekdays", ()))
        self._day_first = day_first
        self._year_first = year_first
        self._settled = settled
        self._reference = reference

    def find(self, line: str) -> list[FoundDate]:
        """Return the dates of a line in order, none overlapping.

        >>> reader = DateReader(Lexicon.for_language("en"))
        >>> [d.iso for d in reader.find("Kyodo News, November 19, 2023 and 3 Dec 2023")]
        ['2023-11-19', '2023-12-03']
        >>> reader.find("By May the second of 12 was on.")
        []
        """
        if not _DIGIT.search(line):
            return self._vague(line)
        if not line.isascii():
            line = line.translate(_ASCII_DIGITS)
        if "-" in line or "־" in line:
            return [_with_hyphen(d, line) for d in self._find(_PREFIX.sub(_blank, line))]
        return self._find(line)

    def _find(self, line: str) -> list[FoundDate]:
        found: list[FoundDate] = []
        if _YEARLY.search(line):
            found = [d for d in map(self._read, self._pattern.finditer(line)) if d is not None] or list(self._ask(line))
        if not found:
            return self._vague(line)
        # 'Published 2 years ago on May 8, 2018': what the relative date leaves open, the other one says.
        beside = [
            d._replace(iso=None)
            for d in self._relative(line)
            if all(d.end <= f.start or f.end <= d.start for f in found)
        ]
        return sorted([*found, *beside])

    def _vague(self, line: str) -> list[FoundDate]:
        """Return dates that say nothing without a day to count from, in lines short enough to be metadata."""
        if not _DIGIT.search(line):
            return self._relative(line) if len(line) <= _ALONE or _BAR.search(line) else []
        if len(line) > _LONGEST_VAGUE:
            return []
        return self._relative(line) or [
            FoundDate(m.start(), m.end(), self._this_year(m)) for m in self._yearless.finditer(line)
        ]

    def _relative(self, line: str) -> list[FoundDate]:
        if len(line) > _LONGEST_VAGUE:
            return []
        found = [*(_AGO.finditer(line) if _DIGIT.search(line) else ()), *_named_days(line)]
        return [FoundDate(m.start(), m.end(), self._resolve(m.group())) for m in found]

    def _resolve(self, text: str) -> str | None:
        return None if self._reference is None else _dateparser(text, self._reference)

    def _this_year(self, match: re.Match[str]) -> str | None:
        """The last such day up to the reference date: never a day that was still to come."""
        if self._reference is None:
            return None
        got = {k[0]: v for k, v in match.groupdict().items() if v is not None}
        month, day = self._months[fold(got["n"]).rstrip(".")], int(got["d"])
        for year in (self._reference.year, self._reference.year - 1):
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found <= self._reference:
                return found.isoformat()
        return None

    def _read(self, match: re.Match[str]) -> FoundDate | None:
        got = {k: v for k, v in match.groupdict().items() if v is not None}
        year, month, day, ambiguous = self._parts(got)
        if not _FIRST_YEAR <= year <= _LAST_YEAR or not month:
            return None
        try:
            iso = date(year, month, day or 1).isoformat()
        except ValueError:
            return None
        if not any(k[0] in "dp" for k in got):
            iso = iso[:7]
        elif not day:
            return None
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        return FoundDate(start, match.end(), iso + (_clock(got) if day else ""), ambiguous)

    def _parts(self, got: dict[str, str]) -> tuple[int, int, int, bool]:
        values = {k[0]: v for k, v in got.items() if k[0] in "dmynpqz" and k not in ("mi",)}
        values.setdefault("y", values.pop("z", ""))  # a year right before another date
        if "p" in values:  # two numbers whose order is open, then a year
            first, second = int(values["p"]), int(values["q"])
            if self._year_first and len(values["y"]) == 2:  # '23.11.19'
                return 2000 + first, second, int(values["y"]), False
            year = int(values["y"])
            year += (2000 if year < 70 else 1900) if year < 100 else 0
            if first > 12 or (self._day_first and second <= 12):
                return year, second, first, first <= 12 and first != second and not self._settled
            return year, first, second, second <= 12 and first != second and not self._settled
        month = values.get("n", "")
        number = self._months.get(fold(month).rstrip("."), 0) if month else int(values.get("m", 0))
        return int(values["y"]), number, int(values.get("d", 0)), False

    def _ask(self, line: str) -> Iterator[FoundDate]:
        for match in _UNKNOWN_MONTH.finditer(line) if "19" in line or "20" in line else ():
            iso = _dateparser(match.group(), None)
            start = match.start()
            if iso is None and match["weekday"]:  # the word before the comma is none
                start = match.end("weekday")
                iso = _dateparser(line[start : match.end()], None)
            if iso:
                yield FoundDate(start, match.end(), iso)


def _named_days(line: str) -> Iterable[re.Match[str]]:
    """Return what names a day: at the start of a line, or behind a bar."""
    if _BAR.search(line):
        return _NAMED_DAY.finditer(line)
    first = _NAMED_DAY.match(line)
    return () if first is None else (first,)


def iso_date(value: str) -> str | None:
    """Return the ISO 8601 form of a machine-readable date, `None` for what is none.

    >>> iso_date("2023-11-19T10:30:00Z"), iso_date("Sun, 19 Nov 2023 10:30:00 GMT"), iso_date("20231119"), iso_date("soon")
    ('2023-11-19T10:30:00+00:00', '2023-11-19T10:30:00+00:00', '2023-11-19', None)
    """
    value = value.strip()[:_LONGEST_VAGUE]
    if re.fullmatch(r"(?:18|19|20|21)\d\d-[01]\d", value):
        return value
    try:
        found: datetime | None = datetime.fromisoformat(value)
    except ValueError:
        found = _rfc_date(value)
    if found is None:
        dates = DateReader(Lexicon.for_language("en")).find(value)
        return dates[0].iso if dates else None
    if not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        return None
    return found.date().isoformat() if _DATE_ALONE.fullmatch(value) else found.isoformat()


_DATE_ALONE = re.compile(r"[\d-]{8,10}")


def _rfc_date(value: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value)
    except (ValueError, IndexError, TypeError):
        return None


def date_reader(doc: Document) -> DateReader:
    """Return the reader for a document; the page's unmistakable numeric dates settle the order of the others."""

    def make() -> DateReader:
        first, settled = day_first(doc)
        year_first = base_language(doc.context.language) in _YEAR_FIRST
        return DateReader(doc.lexicon, day_first=first, year_first=year_first, settled=settled, reference=doc.context.reference_date)

    return doc.memo("dates.reader", make)


def line_dates(doc: Document, line: str) -> list[FoundDate]:
    """Return the dates of one line of the document, read once however many filters ask."""
    cache: dict[str, list[FoundDate]] = doc.memo("dates.lines", dict)
    if line not in cache:
        cache[line] = date_reader(doc).find(line)
    return cache[line]


_LONGEST_PIECE = 12
_MOST_PIECES = 4
# As long is a date to the day.
_WHOLE = 10
_EDGES = " ,./-"


def split_dates(doc: Document) -> Iterator[tuple[int, int, FoundDate]]:
    """Yield the dates that stand on two to four short lines, 'May' / '8' / '2018': first and last block, and the date."""
    run: list[Block] = []
    for block in doc.blocks:
        if doc.is_open(block) and is_date_piece(block.text, doc.lexicon):
            run.append(block)
        elif run:
            yield from _dates_of(doc, run)
            run = []
    yield from _dates_of(doc, run)


def is_date_piece(line: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is a part of a date: a day, a year, a month's name, a weekday, or two of them.

    >>> english = Lexicon.for_language("en")
    >>> [is_date_piece(line, english) for line in ("May", "8,", "2018", "May be")]
    [True, True, True, False]
    """
    text = line.strip(_EDGES)
    if not 0 < len(text) <= _LONGEST_PIECE:
        return False
    words = (fold(word).rstrip(".,") for word in text.split())
    return all(_PIECE.fullmatch(w) or w in lexicon.months or w in lexicon.terms.get("weekdays", ()) for w in words)


_PIECE = re.compile(r"\d{1,2}(?:st|nd|rd|th|er|日|月)?|\d{1,2}月\d{1,2}日|\d{4}年?")


def _dates_of(doc: Document, run: list[Block]) -> Iterator[tuple[int, int, FoundDate]]:
    """Yield the dates of a run of pieces. Each is one date and no more."""
    at = 0
    while at < len(run):
        found = next(_dates_from(doc, run[at : at + _MOST_PIECES]), None)
        if found is not None:
            yield run[at].index, run[at + found[0] - 1].index, found[1]
        at += found[0] if found is not None else 1


def _dates_from(doc: Document, run: list[Block]) -> Iterator[tuple[int, FoundDate]]:
    """Yield how many blocks at the start of a run are a date, most first, and the date."""
    for count in range(len(run), 1, -1):
        line = " ".join(block.text.strip(_EDGES) for block in run[:count])
        dates = line_dates(doc, line) if _YEARLY.search(line) else []
        if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(line)) and len(dates[0].iso or "") >= _WHOLE:
            yield count, dates[0]


def _clock(got: dict[str, str]) -> str:
    hour, minutes = int(got.get("h", got.get("bh", 24))), got.get("mi", got.get("bm"))
    if got.get("ap"):
        hour = hour % 12 + (12 if got["ap"].lower() in "pμ" else 0)
    elif got.get("half"):
        hour = hour % 12 + (12 if got["half"] == "오후" else 0)
    if hour > 23:
        return ""
    zone = got.get("tz", "")
    return f"T{hour:02d}:{minutes}" + (f":{got['s']}" if "s" in got else "") + zone


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _with_hyphen(found: FoundDate, line: str) -> FoundDate:
    """Return a date with the hyphen that joins a preposition to it, so that an opening word stands right before it."""
    return found._replace(start=found.start - 1) if _PREFIX.match(line, max(found.start - 2, 0)) else found


@lru_cache(maxsize=1024)
def _dateparser(text: str, reference: date | None) -> str | None:
    """Ask dateparser, for month names outside of the lexicon and for relative dates."""
    from dateparser import parse  # slow to import, and seldom needed

    settings: dict[str, object] = {"STRICT_PARSING": reference is None, "RETURN_AS_TIMEZONE_AWARE": False}
    languages = list(_OTHER_LANGUAGES)
    if reference is None:
        settings["PARSERS"] = ["absolute-time"]  # '12 months' would count from today
    else:
        settings["RELATIVE_BASE"] = datetime(reference.year, reference.month, reference.day)
        languages = list(_RELATIVE_LANGUAGES)
    text = _BEFORE.sub("πριν από ", text)  # the one form that dateparser knows
    found = parse(text, languages=languages, settings=settings)
    return found.date().isoformat() if found else None
