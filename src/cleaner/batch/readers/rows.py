"""A row of named fields, of JSON Lines or Parquet, to a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cleaner.batch.page import Failure, Page
from cleaner.batch.readers.options import TEXT_FIELDS, ReadOptions
from cleaner.batch.readers.single import too_large


def text_field(names: Iterable[str], options: ReadOptions) -> str | None:
    """Return the name of the field that holds the text, `None` where there is none.

    >>> text_field(["url", "text", "html"], ReadOptions()), text_field(["text"], ReadOptions(text_field="doc"))
    ('html', None)
    """
    known = set(names)
    wanted = (options.text_field,) if options.text_field else TEXT_FIELDS
    return next((name for name in wanted if name in known), None)


def page_of(row: Mapping[str, Any], name: str, number: int, options: ReadOptions) -> Page | Failure:
    """Return the page of a row, or what is wrong with it. `number` is the row's, in the input called `name`."""
    where = f"{name}#{number}"
    url = _word(row, options.url_field)
    field = text_field(row, options)
    if field is None:
        wanted = options.text_field or " or ".join(TEXT_FIELDS)
        return Failure(where, "bad-row", f"no field {wanted}", url=url)
    data = row[field]
    if data is None:
        data = ""
    if not isinstance(data, str | bytes):
        return Failure(where, "bad-row", f"the field {field} holds no text", url=url)
    own = _word(row, options.id_field)
    if options.id_field and own is None:
        return Failure(where, "bad-row", f"no field {options.id_field}", url=url)
    if len(data) > options.max_bytes:
        return too_large(own or where, options.max_bytes, url)
    return Page(own or where, data, url, options.content_type, _word(row, options.language_field) or options.language)


def _word(row: Mapping[str, Any], name: str | None) -> str | None:
    """Return a field as a word: numbers as they are written, nothing for what is empty or a container."""
    value = row.get(name) if name else None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip().encode("utf-8", "backslashreplace").decode("utf-8") or None
