"""Records as Arrow: nested types, one column a field of `Record`, nothing lost on the way there and back.

    str, bool, int, float       string, bool, int64, double
    Author, Source, ...         struct, with the part's own fields
    tuple[Author, ...]          list
    tuple[int, int]             struct<start, end>
    dict[str, X]                list<struct<key, value>>: what Arrow calls a map, in the form that every engine reads

What is absent is null where a record has `None`. In Spark `map_from_entries(spans)` makes a map of it again.
Needs the extra `arrow`.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from cleaner.errors import RecordError
from cleaner.extras import needs
from cleaner.record import Part, Record

if TYPE_CHECKING:
    import pyarrow as pa


def schema(leading: Iterable[pa.Field] = ()) -> pa.Schema:
    """Return the columns of a record, in the order of `Record`'s fields, after the columns in `leading`.

    Raises `MissingExtraError` where pyarrow is not installed, as all functions here do.

    >>> schema().field("authors").type
    ListType(list<item: struct<name: string, affiliation: string>>)
    >>> schema(document_fields()).names[:3]
    ['document', 'number', 'title']
    """
    return _arrow().schema([*leading, *_fields()])


def document_fields() -> tuple[pa.Field, ...]:
    """Return the columns that say which document a record is from, and that it is its n-th, from 0."""
    pa = _arrow()
    return pa.field("document", pa.string()), pa.field("number", pa.int32())


def to_batch(records: Iterable[Record], leading: Mapping[str, pa.Array] | None = None) -> pa.RecordBatch:
    """Return records as the rows of a batch, after the columns in `leading` (as many values each as there are records).

    >>> batch = to_batch([Record(title="On Tea", body="Tea is a drink.")])
    >>> batch.num_rows, batch["body"][0].as_py()
    (1, 'Tea is a drink.')
    """
    pa = _arrow()
    leading = leading or {}
    rows = pa.RecordBatch.from_pylist([to_row(record) for record in records], schema=schema())
    fields = [pa.field(name, array.type) for name, array in leading.items()]
    return pa.RecordBatch.from_arrays([*leading.values(), *rows.columns], schema=schema(fields))


def from_batch(batch: pa.RecordBatch | pa.Table) -> Iterator[Record]:
    """Yield the records of a batch or table; columns that are none of a record's are passed over.

    Raises `RecordError` where a record's column is missing or holds something else.

    >>> record = Record(title="On Tea", spans={"title": ((0, 6),)})
    >>> list(from_batch(to_batch([record]))) == [record]
    True
    """
    names = set(batch.schema.names)
    yield from (from_row(row) for row in batch.select([n for n in schema().names if n in names]).to_pylist())


def to_row(record: Record) -> dict[str, Any]:
    """Return a record as the dictionary that Arrow makes a row of.

    >>> to_row(Record(spans={"title": ((0, 6),)}))["spans"]
    [{'key': 'title', 'value': [{'start': 0, 'end': 6}]}]
    """
    return {name: _lower(hint, getattr(record, name)) for name, hint in _hints(Record).items()}


def from_row(row: Mapping[str, Any]) -> Record:
    """Return the record of a row that `to_row` made; keys that are none of a record's are passed over.

    Raises `RecordError`.
    """
    try:
        lifted = {name: _lift(hint, row[name]) for name, hint in _hints(Record).items() if name in row}
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise RecordError(f"no row of a record: {error!r}", key="") from error
    return Record.from_dict(lifted)


def _arrow() -> Any:
    with needs("arrow"):
        import pyarrow
    return pyarrow


@cache
def _fields() -> tuple[pa.Field, ...]:
    pa = _arrow()
    return tuple(pa.field(name, _type(pa, hint)) for name, hint in _hints(Record).items())


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """Return the types of a part's fields, less its class variables."""
    hints = typing.get_type_hints(kind)
    return {each.name: hints[each.name] for each in dataclasses.fields(kind)}


def _is_part(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Part)


def _type(pa: Any, hint: Any) -> Any:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is types.UnionType:
        return _type(pa, args[0])
    if origin is dict:
        return pa.list_(pa.struct([("key", pa.string()), ("value", _type(pa, args[1]))]))
    if origin is tuple and args[-1] is Ellipsis:
        return pa.list_(_type(pa, args[0]))
    if origin is tuple:
        return pa.struct([("start", pa.int64()), ("end", pa.int64())])
    if _is_part(hint):
        return pa.struct([(name, _type(pa, each)) for name, each in _hints(hint).items()])
    return {str: pa.string(), bool: pa.bool_(), int: pa.int64(), float: pa.float64()}[hint]


def _lower(hint: Any, value: Any) -> Any:
    """Return the value of a field in Arrow's form."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if value is None:
        return None
    if origin is types.UnionType:
        return _lower(args[0], value)
    if origin is dict:
        return [{"key": key, "value": _lower(args[1], item)} for key, item in value.items()]
    if origin is tuple and args[-1] is Ellipsis:
        return [_lower(args[0], item) for item in value]
    if origin is tuple:
        return {"start": value[0], "end": value[1]}
    if isinstance(value, Part):
        return {name: _lower(each, getattr(value, name)) for name, each in _hints(hint).items()}
    return value


def _lift(hint: Any, value: Any) -> Any:
    """Return a value in Arrow's form in that of `Part.to_dict`."""
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if value is None:
        return None
    if origin is types.UnionType:
        return _lift(args[0], value)
    if origin is dict:
        return {each["key"]: _lift(args[1], each["value"]) for each in value}
    if origin is tuple and args[-1] is Ellipsis:
        return [_lift(args[0], item) for item in value]
    if origin is tuple:
        return [value["start"], value["end"]]
    if _is_part(hint):
        return {name: _lift(each, value[name]) for name, each in _hints(hint).items()}
    return value
