"""Arrow batches of documents to Arrow batches of records: what the adapters of batch engines share.

Rows of `unit="record"`: the columns kept of the input, `number` (the record is its document's n-th, from 0), the columns
of a record (`cleaner.io.arrow`), then what is known of the document as a whole, in its first row alone, so that it can be
summed: `removed` (characters by reason), `warnings`, `error` (the exception's name) and `error_message`. A document
without records, or that failed, has one row, whose `number` is null: no document gets lost.

Rows of `unit="document"`: one a document, in order: the columns kept of the input, `text` (the content), `records` (a list
of structs with the columns of a record), `removed`, `warnings`, `error`, `error_message`.

Needs the extra `arrow`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Unpack

from cleaner.adapters.cleaning import Cleaning, Options, Outcome
from cleaner.errors import InputTypeError, OptionError
from cleaner.extras import needs
from cleaner.io.arrow import schema as record_schema
from cleaner.io.arrow import to_row

if TYPE_CHECKING:
    import pyarrow as pa

# A batch that comes out was made of about so many characters that went in, or of one document: the offsets of a string
# column end at 2 GB, and batches lie in memory as a whole.
_BATCH_SIZE = 16_000_000
_RECORD_URL = "url"


class ArrowOptions(Options, total=False):
    """What adapters of batch engines take. See `ArrowCleaning`."""

    text_column: str
    url_column: str | None
    content_type_column: str | None
    keep_columns: Sequence[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowCleaning(Cleaning):
    """`Cleaning`, and where in a batch the documents are.

    `text_column` holds strings or bytes, text or HTML. `url_column` is the column `url` where there is one and nothing
    else is said. `content_type_column` holds values of the HTTP header. `keep_columns` are carried along; if nothing is
    said, all that are none of these three. Raises `OptionError` for options that make no sense, or that the batch does not fit.
    """

    text_column: str = "text"
    url_column: str | None = None
    content_type_column: str | None = None
    keep_columns: Sequence[str] | None = None

    def batches(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield what `clean_batches` does."""
        for batch in batches:
            yield from self._batch(batch)

    def schema(self, schema: pa.Schema) -> pa.Schema:
        """Return the schema of what comes out for batches of this schema. Raises `OptionError`."""
        pa = _arrow()
        self._check(schema)
        fields = [*(schema.field(name) for name in self._kept(schema)), *self._own_fields()]
        names = [field.name for field in fields]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise OptionError(
                f"columns of the input and of the output have the same name: {', '.join(twice)};"
                " say with keep_columns what to carry along, or rename them",
                option="keep_columns",
            )
        return pa.schema(fields)

    def _own_fields(self) -> list[pa.Field]:
        pa = _arrow()
        record = record_schema()
        first = [("number", pa.int32()), *zip(record.names, record.types, strict=True)]
        if self.unit == "document":
            first = [("text", pa.string()), ("records", pa.list_(pa.struct(list(record))))]
        removed = pa.list_(pa.struct([("key", pa.string()), ("value", pa.int64())]))
        last = [("removed", removed), ("warnings", pa.list_(pa.string())), ("error", pa.string())]
        return [pa.field(*each) for each in (*first, *last, ("error_message", pa.string()))]

    def _check(self, schema: pa.Schema) -> None:
        pa = _arrow()
        for option in ("text_column", "url_column", "content_type_column"):
            name = getattr(self, option)
            if name is None:
                continue
            if schema.names.count(name) != 1:
                raise OptionError(f"no one column {name!r} among {', '.join(schema.names)}", option=option)
            kind = schema.field(name).type
            kind = kind.value_type if pa.types.is_dictionary(kind) else kind
            if not any(getattr(pa.types, f"is_{each}", bool)(kind) for each in _TEXTS):
                raise OptionError(f"the column {name!r} holds {kind}, not text", option=option)

    def _kept(self, schema: pa.Schema) -> list[str]:
        if self.keep_columns is not None:
            missing = [name for name in self.keep_columns if name not in schema.names]
            if missing:
                raise OptionError(f"no column {missing[0]!r} among {', '.join(schema.names)}", option="keep_columns")
            return list(self.keep_columns)
        read = {self.text_column, self.content_type_column}
        # The address is in the record already; a document's row has none of its own.
        read |= {self._url(schema)} if self.unit == "record" else set()
        return [name for name in schema.names if name not in read]

    def _url(self, schema: pa.Schema) -> str | None:
        return self.url_column or (_RECORD_URL if _RECORD_URL in schema.names else None)

    def _batch(self, batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        schema = self.schema(batch.schema)
        rows: list[dict[str, Any]] = []
        origins: list[int] = []
        size = 0
        for at, document in enumerate(self._documents(batch)):
            made = list(self._rows(self._outcome(**document), document["url"]))
            rows += made
            origins += [at] * len(made)
            size += len(document["source"]) if isinstance(document["source"], str | bytes) else 0
            if size > _BATCH_SIZE:
                yield self._assembled(batch, schema, rows, origins)
                rows, origins, size = [], [], 0
        if rows or not batch.num_rows:
            yield self._assembled(batch, schema, rows, origins)

    def _documents(self, batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
        """Yield the values of each row, one row at a time in memory."""
        columns = {"source": self.text_column, "url": self._url(batch.schema), "content_type": self.content_type_column}
        found = {key: batch.column(name) for key, name in columns.items() if name is not None}
        for at in range(batch.num_rows):
            yield {"url": None, "content_type": None} | {key: _value(column[at]) for key, column in found.items()}

    def _outcome(self, source: Any, url: Any, content_type: Any) -> Outcome:
        if not isinstance(source, str | bytes):
            error = source if isinstance(source, Exception) else InputTypeError("no text: the value is null")
            if self.on_error == "raise":
                raise error
            return Outcome(error=error)
        known = content_type if isinstance(content_type, str) else None
        return self.clean(source, url=url if isinstance(url, str) else None, content_type=known)

    def _rows(self, outcome: Outcome, url: Any) -> Iterator[dict[str, Any]]:
        error = outcome.error
        whole: dict[str, Any] = {
            "removed": [{"key": key, "value": value} for key, value in outcome.removed.items()],
            "warnings": list(outcome.warnings),
            "error": type(error).__name__ if error else None,
            "error_message": str(error) if error else None,
        }
        if self.unit == "document":
            result = outcome.result
            found = {"text": result.text, "records": [to_row(each) for each in result.records]} if result else {}
            yield found | whole
        elif not outcome.records:
            yield {"url": url if isinstance(url, str) else None} | whole
        for number, record in enumerate(outcome.records if self.unit == "record" else ()):
            yield {"number": number} | to_row(record) | (whole if number == 0 else {})

    def _assembled(
        self, batch: pa.RecordBatch, schema: pa.Schema, rows: list[Any], origins: list[int]
    ) -> pa.RecordBatch:
        pa = _arrow()
        indices = pa.array(origins, pa.int64())
        kept = [batch.column(name).take(indices) for name in self._kept(batch.schema)]
        own = pa.RecordBatch.from_pylist(rows, schema=pa.schema(list(schema)[len(kept) :]))
        return pa.RecordBatch.from_arrays([*kept, *own.columns], schema=schema)


# The types of columns that hold texts or bytes, as `pyarrow.types` names them; older versions lack the views.
_TEXTS = ("string", "large_string", "string_view", "binary", "large_binary", "binary_view", "fixed_size_binary", "null")


def clean_batches(batches: Iterable[pa.RecordBatch], **options: Unpack[ArrowOptions]) -> Iterator[pa.RecordBatch]:
    """Yield batches of records for batches of documents, in their order; see `ArrowCleaning` for the options.

    Each batch that goes in gives one that comes out, or several where its texts are long. Raises `OptionError` and
    `PipelineError`; what a document raises stands in its row, unless `on_error="raise"`.

    >>> import pyarrow as pa
    >>> page = "<h1>On Tea</h1><p>By Ann Lee, May 3, 2024</p><p>" + "Tea is a drink that many people like. " * 9
    >>> pages = pa.RecordBatch.from_pydict({"id": ["a", "b", "c"], "text": [page, "Share", None]})
    >>> [batch] = clean_batches([pages])
    >>> batch.select(["id", "number", "title", "error"]).to_pylist()  # doctest: +NORMALIZE_WHITESPACE
    [{'id': 'a', 'number': 0, 'title': 'On Tea', 'error': None},
     {'id': 'b', 'number': None, 'title': None, 'error': None},
     {'id': 'c', 'number': None, 'title': None, 'error': 'InputTypeError'}]
    """
    return ArrowCleaning(**options).batches(batches)


def output_schema(schema: pa.Schema, **options: Unpack[ArrowOptions]) -> pa.Schema:
    """Return the schema that `clean_batches` gives for batches of this schema. Raises `OptionError`.

    >>> import pyarrow as pa
    >>> pages = pa.schema([("id", pa.int64()), ("text", pa.string())])
    >>> output_schema(pages, unit="document").names
    ['id', 'text', 'records', 'removed', 'warnings', 'error', 'error_message']
    """
    return ArrowCleaning(**options).schema(schema)


def _arrow() -> Any:
    with needs("arrow"):
        import pyarrow
    return pyarrow


def _value(scalar: Any) -> Any:
    """Return the value of a cell, or the error that is all there is: not every writer checks that its strings are UTF-8."""
    try:
        return scalar.as_py()
    except UnicodeDecodeError as error:
        return error
