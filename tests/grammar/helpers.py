"""What the tests of dates share."""

from __future__ import annotations

from datetime import date

from cleaner.grammar.dates import DateReader, FoundDate
from cleaner.lexicon import Lexicon


def find(
    line: str, language: str | None = "en", *, day_first: bool = False, reference: date | None = None
) -> list[FoundDate]:
    """The dates that a reader of the language finds in a line."""
    return DateReader(Lexicon.for_language(language), day_first=day_first, reference=reference).find(line)


def isos(
    line: str, language: str | None = "en", *, day_first: bool = False, reference: date | None = None
) -> list[str]:
    """Those of them that have a value."""
    return [d.iso for d in find(line, language, day_first=day_first, reference=reference) if d.iso is not None]
