"""The options of the readers."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("auto", "text", "html", "page", "jsonl", "parquet", "warc")
TEXT_FIELDS = ("html", "text", "content", "raw_content", "body")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How inputs are read.

    `text_field` and the others are the names of fields in JSON Lines and of columns in Parquet; without a `text_field`
    the first of `TEXT_FIELDS` that is there is taken. `max_bytes` bounds one page as it stands in its container.
    """

    format: str = "auto"
    max_bytes: int = 10_000_000
    text_field: str | None = None
    url_field: str = "url"
    id_field: str | None = None
    language_field: str | None = None
    content_type: str | None = None
    language: str | None = None
