"""Readers and writers of records, one format a module. A writer takes records and a text stream."""

from collections.abc import Callable, Iterable
from typing import TextIO

from cleaner.io import json, jsonl, markdown
from cleaner.record import Record

Writer = Callable[[Iterable[Record], TextIO], None]

WRITERS: dict[str, Writer] = {"jsonl": jsonl.write, "json": json.write, "markdown": markdown.write}

__all__ = ["WRITERS", "Writer", "json", "jsonl", "markdown"]
