"""The record: what one article says, field by field, and where in the text it says so."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from cleaner.errors import RecordError

P = TypeVar("P", bound="Part")


class Part:
    """A frozen value with a dictionary form."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain dictionaries, lists and strings, ready for JSON."""
        return {f.name: _plain(getattr(self, f.name)) for f in dataclasses.fields(self)}  # type: ignore[arg-type]

    @classmethod
    def from_dict(cls: type[P], data: Mapping[str, Any]) -> P:
        """Return what `to_dict` came from. Raises `RecordError` for missing, unknown or ill-typed keys."""
        value: P = _parse(cls, data, cls.__name__)
        return value


@dataclass(frozen=True, slots=True)
class Author(Part):
    """Who wrote it, and the institution or role that stands with the name."""

    name: str
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Credit(Part):
    """Who else had a hand in it: `role` is translator, editor, photographer, illustrator, contributor,
    producer, reviewer or agency.
    """  # noqa: D205

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Source(Part):
    """A source line: as it stands, the publisher it names, its dates (ISO 8601, in order) and its address."""

    raw: str
    publisher: str | None = None
    dates: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Syndication(Part):
    """Where the text was published first, with the notice that says so."""

    publisher: str | None
    url: str | None
    raw: str


@dataclass(frozen=True, slots=True)
class Caption(Part):
    """The line under a picture, as it stands, and whom it credits."""

    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Record(Part):
    """One article. What is absent is `None` or empty, never an empty string; only `body` may be `""`.

    `published` and `modified` are ISO 8601, as precise as the text (`2023-11`, `2023-11-19`,
    `2023-11-19T10:30`). `truncation_reason` is one of `TRUNCATION_REASONS`. `body` holds the paragraphs,
    joined by a blank line. `spans` gives for each field the half-open ranges of `Document.text` that it
    came from, `confidence` how sure the rules were, 0..1, `origins` where its value was found: `text`, `markup`,
    `json-ld`, `open-graph`, `microdata`, `meta` or `title-tag`. `remarks` says what to know of a value: `role` of authors of
    whom one is no person but a role or an account ('admin', 'Staff Writer'), `ambiguous` of a date whose day and month
    nothing tells apart.

    >>> record = Record(title="On Tea", body="Tea is a drink.")
    >>> Record.from_dict(record.to_dict()) == record
    True
    """

    title: str | None = None
    section: str | None = None
    standfirst: str | None = None
    authors: tuple[Author, ...] = ()
    credits: tuple[Credit, ...] = ()
    published: str | None = None
    modified: str | None = None
    sources: tuple[Source, ...] = ()
    syndicated_from: Syndication | None = None
    captions: tuple[Caption, ...] = ()
    truncated: bool = False
    truncation_reason: str | None = None
    body: str = ""
    language: str | None = None
    url: str | None = None
    spans: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)

    # The surest first: the one that is reported where several hold.
    TRUNCATION_REASONS: ClassVar[tuple[str, ...]] = ("paywall", "read-rest", "read-more", "ellipsis", "no-body")


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `Record.to_dict()`; record.schema.json holds the same."""
    schema = _schema(Record)
    schema["properties"]["body"] = {"type": "string"}
    schema["properties"]["truncation_reason"] = {"enum": [*Record.TRUNCATION_REASONS, None]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Record", **schema}


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.to_dict()
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return value


def _schema(kind: Any) -> dict[str, Any]:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return {"anyOf": [_schema(a) for a in args]}
    if origin is tuple:
        items: dict[str, Any] = {"type": "array", "items": _schema(args[0])}
        return items if args[-1] is Ellipsis else {**items, "minItems": len(args), "maxItems": len(args)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(args[1])}
    if isinstance(kind, type) and issubclass(kind, Part):
        hints = _hints(kind)
        properties = {name: _schema(hint) for name, hint in hints.items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(hints),
            "additionalProperties": False,
        }
    names = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
    # What is absent is null, never an empty string.
    return {"type": names[kind]} | ({"minLength": 1} if kind is str else {})


def _hints(kind: type[Part]) -> dict[str, Any]:
    hints = typing.get_type_hints(kind)
    return {f.name: hints[f.name] for f in dataclasses.fields(kind)}  # type: ignore[arg-type]


def _parse(kind: Any, data: Any, key: str) -> Any:
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is types.UnionType:
        return None if data is None else _parse(args[0], data, key)
    if origin is tuple and isinstance(data, list | tuple):
        if args[-1] is not Ellipsis and len(args) != len(data):
            raise RecordError(f"{key}: {len(args)} items, not {len(data)}", key=key)
        return tuple(_parse(args[0], item, key) for item in data)
    if origin is dict and isinstance(data, Mapping):
        return {_parse(str, name, key): _parse(args[1], item, f"{key}.{name}") for name, item in data.items()}
    if isinstance(kind, type) and issubclass(kind, Part) and isinstance(data, Mapping):
        return _parse_part(kind, data, key)
    if kind is float and type(data) in (int, float):
        return float(data)
    if isinstance(kind, type) and type(data) is kind and (data != "" or key == "Record.body"):
        return data
    raise RecordError(f"{key}: a value of another type than {kind}: {data!r:.80}", key=key)


def _parse_part(kind: type[P], data: Mapping[str, Any], key: str) -> P:
    hints = _hints(kind)
    for name in [*(n for n in hints if n not in data), *(n for n in data if n not in hints)]:
        raise RecordError(f"{key}: the key {name!r} is {'missing' if name in hints else 'unknown'}", key=name)
    part = kind(**{name: _parse(hint, data[name], f"{key}.{name}") for name, hint in hints.items()})
    if isinstance(part, Record) and part.truncation_reason not in (None, *Record.TRUNCATION_REASONS):
        raise RecordError(f"{key}: no such reason: {part.truncation_reason!r}", key="truncation_reason")
    return part
