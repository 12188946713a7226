"""The patterns of dates: every shape that a date has on a page, with the names of months and weekdays of a lexicon."""

from __future__ import annotations

import re
from functools import lru_cache

from cleaner.lexicon import any_of_words

_DAY = r"(?P<d{n}>[0-3]?\d)(?:\s?(?:st|nd|rd|th|er|η|º|ª)\b\.?|°|\.)?"
# A year ends where its digits do, or where a second date goes on right behind it.
_YEAR = r"(?P<y{n}>(?:18|19|20|21)\d\d)(?:(?!\d)|(?=[0-3]?\d(?:st|nd|rd|th)?\s[^\W\d]))"
# Where a date may begin: no word goes before it, but another date's year may, where two were printed side by side.
_START = r"(?:(?<!\w)|(?<=(?:19|20)\d\d))"
_JOIN = r"\s*(?:,|/|-|\.|،|\b(?:de|del|di|of|năm|d[’']))?\s*(?:\bde\s+|\bdel\s+|\bdi\s+)?"
_TIME = (
    r"(?:\s?(?:г(?:ода\b|\.)?|р(?:оку\b|\.)|(?-i:r(?:oku\b|\.)))(?!\w)|\s?[（(][日月火水木金土一二三四五六월화수목금토일][)）])?"
    r"(?:[T\s,،@|–—-]{0,3}(?:\b(?:at|um|à|a\s+las|às|alle|om|в|kl\.?|klo\.?|klokken|klockan|(?:o\s+)?godz(?:\.|ina|inie)?|o|ve?|об?"
    r"|(?:la\s+)?ora|la|στις|lúc|saat|pukul|jam|בשעה)\s{0,3})?"
    r"(?:(?P<half>오전|오후)\s?)?(?P<h>[0-2]?\d)(?:[:.h時]|시\s?)(?P<mi>[0-5]\d)분?(?:[:.](?P<s>[0-5]\d)(?:\.\d+)?)?(?!\d)"
    r"(?:\s?(?P<ap>[apπμ])\.?\s?[mμ]\b\.?)?"
    r"(?:\s?(?P<tz>Z\b|[+-]\d\d:?\d\d\b)|\s?hod\b\.?"
    r"|\s?(?:Uhr|UTC|GMT|ET|EST|EDT|PT|PST|PDT|CET|CEST|BST|IST|MSK|WIB|WITA|WIT|KST)\b)?"
    r"(?:\s?[(]?(?:GMT|UTC)\s?[+-]\d\d?\b[)]?)?)?"
    r"(?:\s\d{4})?(?:\s?(?:America|Europe|Asia|Africa|Australia|Pacific|Atlantic)/[A-Z]\w+)?"
)
# The time may stand before the date: '10:30 | 19.11.2023'. What is tried at every place of a text should fail at once.
_TIME_BEFORE = r"(?:(?=\d\d?[:h]\d)(?<![\w:.,])(?P<bh>[0-2]?\d)[:h](?P<bm>[0-5]\d)\s*[|,–-]?\s+(?:ngày\s+)?)?"


@lru_cache(maxsize=64)
def date_patterns(months: tuple[str, ...], weekdays: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of whole dates, and that of a day and month without a year."""
    month = rf"(?P<n{{n}}>{_any_of(months)})(?!\w)\.?"
    weekday = rf"(?:{_any_of(weekdays)}\.?,?\s*(?:(?:the|den|dem|le|d\.)\s+)?)?"
    small = r"\.\s*(?=(?-i:[^\WA-Z]))"  # 'in 2023. May' is the end of a sentence
    # A weekday may also stand behind: '19 Kasım 2023 Pazar'. In '19.11.2023 So wird das Wetter' none does.
    behind = rf"(?P<behind>[\s,،]{{1,2}}[（(]?{_any_of(weekdays)}(?!\w)[)）]?)?"
    ends = r"(?(behind)(?(h)|(?!\s+(?-i:[a-zß-öø-ÿα-ωа-яё]))))"
    cjk_year = r"(?P<y{n}>(?:18|19|20|21)\d\d)\s?[年년]\s?"
    shapes = (
        r"(?<!\d)(?P<y{n}>(?:18|19|20|21)\d\d)([-/.])\s?(?P<m{n}>[01]?\d)\2\s?(?P<d{n}>[0-3]?\d)(?!\d)(?:\.(?=,?\s+[0-2]?\d\.[0-5]\d|,?\s?(?:[0-2]?\d:[0-5]\d|오전|오후|[（(])))?",
        cjk_year + r"(?P<m{n}>[01]?\d)\s?[月월](?:\s?(?P<d{n}>[0-3]?\d)\s?[日일])?",
        r"(?<!\w)" + _DAY + r"\s+tháng\s+(?P<m{n}>[01]?\d)(?:,|\s+năm)?\s+" + _YEAR,
        _START + weekday + _DAY + _JOIN + month + _JOIN + _YEAR,
        _START + weekday + month + r"\s*" + _DAY + r"\s*[,，]?\s*" + _YEAR,
        r"(?<!\w)" + month + r"(?:,?\s+(?:de\s+|del\s+|năm\s+)?|/)" + _YEAR,
        r"(?<!\w)(?P<y{n}>(?:18|19|20|21)\d\d)" + rf"(?:[\s,]+|{small})" + month + r"\s+" + _DAY + r"(?:-[jáé]{1,2}n)?(?!\w)",
        r"(?<!\w)(?P<y{n}>(?:18|19|20|21)\d\d)" + small + month,
        r"(?<![\d.])" + weekday + r"(?P<p{n}>[0-3]?\d)\.\s(?P<q{n}>[01]?\d)\.\s(?P<y{n}>(?:19|20)\d\d)(?!\d)",
        r"(?:(?<![\d./-])|(?<=[./-]\d{4}))" + weekday + r"(?P<p{n}>[0-3]?\d)([./-])(?P<q{n}>[0-3]?\d)\2"
        r"(?:(?P<y{n}>\d{4}|\d\d)(?![\d/-])|(?P<z{n}>\d{4})(?=[0-3]?\d[./-]))",
    )
    numbered = []
    for n, shape in enumerate(shapes):
        named = shape.replace("{n}", str(n))
        named = named.replace("([./-])", rf"(?P<sep{n}>[./-])").replace("([-/.])", rf"(?P<sep{n}>[-/.])")
        numbered.append(named.replace(r"\2", rf"(?P=sep{n})"))
    day, name = _DAY.replace("{n}", "0"), month.replace("{n}", "0")
    day2, name2 = _DAY.replace("{n}", "1"), month.replace("{n}", "1")
    yearless = rf"(?<![\w.,/-])(?:{weekday}{day}\s+(?:de\s+)?{name}|{weekday}{name2}\s+{day2})(?![\w./-])"
    # Nearly nowhere in a text can a date begin: most places are passed over before any shape is tried.
    first = "".join(sorted({re.escape(name[0]) for name in weekdays if name}))
    worded, numeric = "|".join(numbered[:-2]), "|".join(numbered[-2:])
    whole = rf"{_TIME_BEFORE}(?:(?=\d|(?<!\w)|(?<=\d))(?:{worded})|(?=[\d{first}])(?:{numeric})){behind}{_TIME}{ends}"
    return re.compile(whole, re.IGNORECASE), re.compile(yearless, re.IGNORECASE)


def _any_of(names: tuple[str, ...]) -> str:
    return f"(?:{any_of_words(names) or '(?!)'})"
