"""The counts add up."""

from __future__ import annotations

from cleaner import Author, Record
from cleaner.batch.hooks import Duplicate
from cleaner.batch.page import Cleaned, Failure, Found, Skipped
from cleaner.batch.stats import Stats, summary

RECORD = Record(title="On Tea", authors=(Author("Ann Lee"),), body="Tea is a drink.", confidence={"title": 0.9})


def counted() -> Stats:
    stats = Stats()
    found = Found(RECORD, 0, 80, {"body": 55, "byline": 5})
    stats.add(Cleaned("a", None, (found,), {"body": 60, "byline": 5, "whitespace": 5}, {"share-bar": 10, "ad": 20}))
    stats.add(Cleaned("b", None, (), {"body": 5}, {}, warnings=2))
    stats.add(Failure("c", "timeout", ""))
    stats.add(Skipped("d", "media-type"))
    stats.add_record(RECORD)
    return stats


def test_what_is_counted() -> None:
    found = counted().to_dict()
    assert (found["documents"], found["documents_without_records"], found["records"]) == (3, 1, 1)
    assert found["characters"] == {"total": 105, "kept": 75, "removed": 30}
    assert list(found["removed"]) == ["ad", "share-bar"]
    assert found["kept"] == {"body": 65, "byline": 5, "whitespace": 5}
    assert found["fields"] == {"authors": 1, "body": 1, "title": 1}
    assert (found["errors"], found["skipped"], found["warnings"]) == ({"timeout": 1}, {"media-type": 1}, 2)


def test_the_text_of_a_duplicate_is_removed() -> None:
    stats = counted()
    stats.add_duplicate(Found(RECORD, 0, 80, {"body": 55, "byline": 5}), Duplicate("exact", "a#0"))
    found = stats.to_dict()
    assert found["characters"] == {"total": 105, "kept": 15, "removed": 90}
    assert (found["duplicates"], found["removed"]["duplicate-record"]) == ({"exact": 1}, 60)


def test_there_and_back() -> None:
    assert Stats.from_dict(counted().to_dict()) == counted()
    assert Stats.from_dict(Stats().to_dict()) == Stats()


def test_the_summary_says_the_main_things() -> None:
    timing = {"seconds": 2.0, "documents": 3, "pages_per_second": 1.5, "workers": 2}
    said = summary({**counted().to_dict(), "timing": timing})
    for part in ("3 documents", "1 of them without records", "1 records", "71.4% kept", "ad 20", "1.5 pages a second", "timeout 1"):
        assert part in said
    assert "100.0% kept" in summary({**Stats().to_dict(), "timing": timing})
