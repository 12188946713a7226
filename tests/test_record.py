from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import jsonschema
import pytest

from cleaner import (
    Author,
    Caption,
    Credit,
    Record,
    RecordError,
    Source,
    Syndication,
    clean,
    json_schema,
)
from cleaner.record import Part
from tests.helpers import PAGE, PARAGRAPHS

FULL = Record(
    title="No Key, No Ferry",
    section="Harbour, Transport",
    standfirst="The engine room of the ferry is locked.",
    authors=(Author("Maud Tallis", "Gazette staff"), Author("Ugo Brand")),
    credits=(Credit("photographer", "Ida Roe"), Credit("translator", "Per Holm")),
    published="2023-03-07",
    modified="2023-03-07T10:30",
    sources=(
        Source("Source: Gazette, March 6, 2023", "Gazette", ("2023-03-06",), "https://gazette.example/1"),
        Source("Source: the kiosk"),
    ),
    syndicated_from=Syndication("Gazette", None, "First published in the Gazette."),
    captions=(Caption("The ferry. (Photo: Ida Roe)", "Ida Roe"), Caption("The key.")),
    truncated=True,
    truncation_reason="paywall",
    body="The ferry did not sail.\n\nNobody knows why.",
    language="en",
    url="https://gazette.example/ferry",
    spans={"title": ((0, 16),), "body": ((20, 43), (45, 62))},
    confidence={"title": 0.9, "body": 1.0},
    origins={"title": "text", "body": "text", "published": "json-ld"},
)
PARTS: list[Part] = [
    FULL,
    Record(),
    *FULL.authors,
    *FULL.credits,
    *FULL.sources,
    Syndication(None, None, "First published elsewhere."),
    *FULL.captions,
]


def ids(part: Part) -> str:
    return type(part).__name__


def valid(data: Any) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(data)


@pytest.mark.parametrize("part", PARTS, ids=ids)
def test_a_part_survives_its_dictionary_and_json(part: Part) -> None:
    data = part.to_dict()
    assert type(part).from_dict(data) == part
    assert type(part).from_dict(json.loads(json.dumps(data))) == part
    assert json.loads(json.dumps(data)) == data


def test_the_dictionary_holds_plain_values_only() -> None:
    def walk(value: Any) -> Iterator[Any]:
        yield value
        if isinstance(value, dict):
            yield from (v for item in value.items() for each in item for v in walk(each))
        elif isinstance(value, list):
            yield from (v for item in value for v in walk(item))

    assert {type(v) for v in walk(FULL.to_dict())} <= {dict, list, str, int, float, bool, type(None)}
    assert list(FULL.to_dict()) == list(Record().to_dict())


def test_the_dictionary_of_an_empty_record() -> None:
    assert Record().to_dict() == {
        "title": None,
        "section": None,
        "standfirst": None,
        "authors": [],
        "credits": [],
        "published": None,
        "modified": None,
        "sources": [],
        "syndicated_from": None,
        "captions": [],
        "truncated": False,
        "truncation_reason": None,
        "body": "",
        "language": None,
        "url": None,
        "spans": {},
        "confidence": {},
        "origins": {},
        "remarks": {},
    }


def test_tuples_and_whole_numbers_are_taken_for_what_they_mean() -> None:
    data = FULL.to_dict() | {"confidence": {"title": 1}, "authors": ({"name": "Oda", "affiliation": None},)}
    record = Record.from_dict(data)
    assert record.confidence == {"title": 1.0}
    assert type(record.confidence["title"]) is float
    assert record.authors == (Author("Oda"),)


@pytest.mark.parametrize("key", list(Record().to_dict()))
def test_a_missing_key_is_an_error(key: str) -> None:
    data = FULL.to_dict()
    del data[key]
    with pytest.raises(RecordError, match="missing") as caught:
        Record.from_dict(data)
    assert caught.value.key == key


def test_an_unknown_key_is_an_error() -> None:
    with pytest.raises(RecordError, match="unknown") as caught:
        Record.from_dict(FULL.to_dict() | {"headline": "x"})
    assert caught.value.key == "headline"


ILL_TYPED: list[tuple[str, Any, str]] = [
    ("title", 3, "Record.title"),
    ("title", ["x"], "Record.title"),
    ("title", b"x", "Record.title"),
    ("body", None, "Record.body"),
    ("truncated", 1, "Record.truncated"),
    ("truncated", "yes", "Record.truncated"),
    ("truncated", None, "Record.truncated"),
    ("authors", None, "Record.authors"),
    ("authors", "Oda", "Record.authors"),
    ("authors", {"name": "Oda"}, "Record.authors"),
    ("authors", ["Oda"], "Record.authors"),
    ("authors", [{"name": 3, "affiliation": None}], "Record.authors.name"),
    ("authors", [{"name": None, "affiliation": None}], "Record.authors.name"),
    ("authors", [{"name": "Oda"}], "affiliation"),
    ("authors", [{"name": "Oda", "affiliation": None, "mail": "x"}], "mail"),
    ("credits", [{"role": "editor"}], "name"),
    ("sources", [{"raw": "x", "publisher": None, "dates": "2023", "url": None}], "Record.sources.dates"),
    ("sources", [{"raw": "x", "publisher": None, "dates": [2023], "url": None}], "Record.sources.dates"),
    ("syndicated_from", "Gazette", "Record.syndicated_from"),
    ("syndicated_from", [], "Record.syndicated_from"),
    ("spans", [], "Record.spans"),
    ("spans", None, "Record.spans"),
    ("spans", {"title": [0, 3]}, "Record.spans.title"),
    ("spans", {"title": [[0, 3, 4]]}, "Record.spans.title"),
    ("spans", {"title": [[0]]}, "Record.spans.title"),
    ("spans", {"title": [[0, "3"]]}, "Record.spans.title"),
    ("spans", {"title": [[0, 3.0]]}, "Record.spans.title"),
    ("spans", {"title": [[False, True]]}, "Record.spans.title"),
    ("confidence", {"title": "1"}, "Record.confidence.title"),
    ("confidence", {"title": None}, "Record.confidence.title"),
    ("confidence", {"title": True}, "Record.confidence.title"),
]


@pytest.mark.parametrize(("name", "value", "key"), ILL_TYPED, ids=str)
def test_an_ill_typed_value_is_an_error_that_names_the_place(name: str, value: Any, key: str) -> None:
    with pytest.raises(RecordError) as caught:
        Record.from_dict(FULL.to_dict() | {name: value})
    assert caught.value.key == key


@pytest.mark.parametrize(("name", "value"), [(n, v) for n, v, _ in ILL_TYPED], ids=str)
def test_the_schema_refuses_what_from_dict_refuses(name: str, value: Any) -> None:
    if name == "spans" and value == {"title": [[0, 3.0]]}:
        return  # JSON knows one kind of number
    with pytest.raises(jsonschema.ValidationError):
        valid(FULL.to_dict() | {name: value})


@pytest.mark.parametrize("name", ["spans", "confidence"])
def test_a_name_of_a_field_is_a_string(name: str) -> None:
    values: dict[str, dict[Any, Any]] = {"spans": {3: [[0, 1]]}, "confidence": {3: 0.5}}
    with pytest.raises(RecordError):
        Record.from_dict(FULL.to_dict() | {name: values[name]})


@pytest.mark.parametrize("data", [None, "x", [], 3, [("title", "x")]])
def test_what_is_no_mapping_is_an_error(data: Any) -> None:
    with pytest.raises(RecordError) as caught:
        Record.from_dict(data)
    assert caught.value.key == "Record"


def test_the_error_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="missing"):
        Author.from_dict({})


def test_records_are_frozen_and_compare_by_value() -> None:
    with pytest.raises(AttributeError):
        FULL.title = "x"  # type: ignore[misc]
    assert Record.from_dict(FULL.to_dict()) == FULL
    assert Record() != FULL
    assert Record().spans is not Record().spans


# The schema


def test_the_file_holds_the_schema_of_the_code() -> None:
    text = resources.files("cleaner").joinpath("record.schema.json").read_text("utf-8")
    assert json.loads(text) == json_schema()


def test_the_schema_is_a_schema_and_describes_every_field() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == list(Record().to_dict()) == schema["required"]
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("record", [FULL, Record()])
def test_records_made_by_hand_are_valid(record: Record) -> None:
    assert record.to_dict()
    valid(record.to_dict())


@pytest.mark.parametrize("name", [n for n, v in FULL.to_dict().items() if isinstance(v, str) and n != "body"])
def test_the_schema_refuses_an_empty_string_where_something_is_absent(name: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        valid(Record().to_dict() | {name: ""})


def test_the_schema_knows_the_reasons_of_truncation() -> None:
    for reason in (*Record.TRUNCATION_REASONS, None):
        valid(Record().to_dict() | {"truncation_reason": reason})
    with pytest.raises(jsonschema.ValidationError):
        valid(Record().to_dict() | {"truncation_reason": "fire"})


# What real pages give


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (s for item in value for s in strings(item))
    elif isinstance(value, dict):
        yield from (s for item in value.values() for s in strings(item))


PAGES: dict[str, Callable[[], str]] = {
    "whole page": lambda: PAGE,
    "two articles": lambda: "\n\n".join(
        "\n\n".join((title, "By Maud Tallis", "March 7, 2023", *PARAGRAPHS["en"], "Read more"))
        for title in ("The Ferry Stays in Port", "The Key Turns Up in a Soup Bowl")
    ),
    **{code: (lambda both=both: "\n\n".join(both)) for code, both in PARAGRAPHS.items()},  # type: ignore[misc]
    "title without text": lambda: "Skip to content\n\nNo Key, No Ferry\n\nBy Maud Tallis\n\nMarch 7, 2023\n\nShare",
}


@pytest.mark.parametrize("name", PAGES)
def test_real_output_is_valid_and_has_no_empty_strings(name: str) -> None:
    records = clean(PAGES[name](), url="https://gazette.example/")
    assert records
    for record in records:
        data = json.loads(json.dumps(record.to_dict()))
        valid(data)
        assert Record.from_dict(data) == record
        assert "" not in list(strings(data | {"body": "x"}))


def test_what_is_absent_is_null_or_a_list() -> None:
    (record,) = clean("\n\n".join(PARAGRAPHS["en"]))
    data = record.to_dict()
    absent = {name: value for name, value in data.items() if not value}
    assert absent == {
        "title": None,
        "section": None,
        "standfirst": None,
        "authors": [],
        "credits": [],
        "published": None,
        "modified": None,
        "sources": [],
        "syndicated_from": None,
        "captions": [],
        "truncated": False,
        "truncation_reason": None,
        "url": None,
        "remarks": {},
    }


def test_the_fields_of_a_whole_page() -> None:
    (record,) = clean(PAGE, url="https://gazette.example/")
    assert record.title == "No Key, No Ferry to Sallow Island"
    assert record.authors == (Author("Maud Tallis"),)
    assert record.published == "2023-03-07"
    assert record.modified is None
    assert [s.publisher for s in record.sources] == ["Sallow Island Gazette"]
    assert record.body == "\n\n".join(PARAGRAPHS["en"])
    assert (record.language, record.url) == ("en", "https://gazette.example/")
    assert [PAGE[a:b] for a, b in record.spans["title"]] == [record.title]
    assert [PAGE[a:b] for a, b in record.spans["body"]] == list(PARAGRAPHS["en"])
    assert set(record.spans) == {"title", "authors", "published", "sources", "body"} == set(record.confidence)
    assert all(0.0 <= score <= 1.0 for score in record.confidence.values())
