"""What a batch has done, in numbers."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cleaner.batch.hooks import Duplicate
from cleaner.batch.page import Cleaned, Failure, Found, Outcome
from cleaner.record import Record

DUPLICATE = "duplicate-record"
# What tells of the other fields: every record has it.
_ABOUT = {"spans", "confidence", "origins", "remarks"}
FIELDS = tuple(each.name for each in dataclasses.fields(Record) if each.name not in _ABOUT)


@dataclass(slots=True)
class Stats:
    """Counts of pages, records and characters; of characters by label: each is either kept or removed.

    `documents` counts what was handed in as a page, failed or not, or failed before its pages could be read.
    """

    documents: int = 0
    without_records: int = 0
    records: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    fields: Counter[str] = field(default_factory=Counter)
    duplicates: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    warnings: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count what became of a page, but for its records."""
        if isinstance(outcome, Cleaned):
            self.documents += 1
            self.without_records += not outcome.found
            self.kept.update(outcome.kept)
            self.removed.update(outcome.removed)
            self.warnings += outcome.warnings
        elif isinstance(outcome, Failure):
            self.documents += 1
            self.errors[outcome.kind] += 1
        else:
            self.skipped[outcome.reason] += 1

    def add_record(self, record: Record) -> None:
        """Count a record that is written."""
        self.records += 1
        self.fields.update(name for name in FIELDS if _has(record, name))

    def add_duplicate(self, found: Found, duplicate: Duplicate) -> None:
        """Count a record that is not written: its text is no longer kept."""
        self.duplicates[duplicate.kind] += 1
        self.kept.subtract(found.kept)
        self.removed[DUPLICATE] += sum(found.kept.values())

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain dictionaries and numbers, the most frequent label first.

        >>> Stats.from_dict(Stats(documents=3, errors=Counter(timeout=1)).to_dict()).errors
        Counter({'timeout': 1})
        """
        kept, removed = self.kept.total(), self.removed.total()
        return {
            "documents": self.documents,
            "documents_without_records": self.without_records,
            "records": self.records,
            "characters": {"total": kept + removed, "kept": kept, "removed": removed},
            "kept": _sorted(self.kept),
            "removed": _sorted(self.removed),
            "fields": _sorted(self.fields),
            "duplicates": _sorted(self.duplicates),
            "errors": _sorted(self.errors),
            "skipped": _sorted(self.skipped),
            "warnings": self.warnings,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Stats:
        """Return what `to_dict` came from."""
        names = ("kept", "removed", "fields", "duplicates", "errors", "skipped")
        return cls(
            documents=data["documents"],
            without_records=data["documents_without_records"],
            records=data["records"],
            warnings=data["warnings"],
            **{name: Counter(data[name]) for name in names},
        )


def summary(data: Mapping[str, Any]) -> str:
    """Return the lines to show at the end of a run, of `Stats.to_dict` with its `timing`."""
    characters, timing = data["characters"], data["timing"]
    share = characters["kept"] / characters["total"] if characters["total"] else 1.0
    pace = f"{timing['pages_per_second']:.1f} pages a second, {timing['workers']} workers"
    lines = [
        f"{data['documents']} documents, {data['documents_without_records']} of them without records; {data['records']} records",
        f"{characters['total']} characters, {share:.1%} kept; removed: {_listed(data['removed'])}",
        f"{timing['documents']} documents in {timing['seconds']:.1f} s: {pace}",
    ]
    rest = [f"{name}: {_listed(data[name])}" for name in ("duplicates", "skipped", "errors") if data[name]]
    return "\n".join([*lines, *rest])


def _listed(counts: Mapping[str, int], most: int = 8) -> str:
    shown = [f"{label} {count}" for label, count in list(counts.items())[:most]]
    return ", ".join([*shown, "..."] if len(counts) > most else shown) or "nothing"


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return {name: count for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count}


def _has(record: Record, name: str) -> bool:
    return getattr(record, name) not in (None, "", (), False)
