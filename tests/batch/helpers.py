"""Pages and containers of them, for the tests of batches."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from cleaner.batch.inputs import Input
from cleaner.batch.page import Failure, Item, Page
from cleaner.batch.readers import ReadOptions, read
from cleaner.cli import main

ROOT = Path(__file__).parents[2]


def text(name: str) -> str:
    """A page of flat text with one article, and something to remove."""
    body = f"The ferry to {name} will cost twice as much from May, the company said on Tuesday evening. " * 2
    return f"Skip to content\n\nFerry to {name} Doubles Its Price\n\nBy Ann Lee\n\n{body.strip()}\n\nShare this article\n"


def html(name: str) -> str:
    """The same as HTML."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text(name).split("\n\n")[3:])
    return f"<!DOCTYPE html><title>{name}</title><h1>Ferry to {name} Doubles Its Price</h1><p>By Ann Lee</p>{paragraphs}"


def warc(
    body: bytes,
    *,
    number: int = 0,
    kind: str = "response",
    headers: Mapping[str, str] | None = None,
    status: str = "200 OK",
    length: str | None = None,
) -> bytes:
    """A WARC record; `headers` are those of HTTP where the kind has them."""
    block = body
    if kind == "response":
        stated = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in stated.items())
        block = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
    content_type = {"response": "application/http; msgtype=response", "conversion": "text/plain"}.get(kind, "text/html")
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Record-ID: <urn:uuid:{number:08d}-0000-0000-0000-000000000000>",
        "WARC-Date: 2024-05-03T00:00:00Z",
        f"WARC-Target-URI: http://sound.example/{number}",
        f"Content-Type: {content_type}",
        f"Content-Length: {length or len(block)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def warc_gz(records: Iterable[bytes]) -> bytes:
    """Records as crawlers keep them: each a member of its own."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)


def items(path: Path, **options: Any) -> list[Item]:
    return list(read(Input(str(path)), ReadOptions(**options)))


def pages(path: Path, **options: Any) -> list[Page]:
    found = items(path, **options)
    assert [item for item in found if isinstance(item, Failure)] == []
    return [item for item in found if isinstance(item, Page)]


def failures(path: Path, **options: Any) -> list[tuple[str, str]]:
    return [(item.id.rsplit("/", 1)[-1], item.kind) for item in items(path, **options) if isinstance(item, Failure)]


def batch(*arguments: str | Path, stdin: bytes = b"") -> Result:
    """Run `cleaner batch`."""
    return CliRunner().invoke(main, ["batch", *map(str, arguments)], input=stdin)


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects of JSON Lines."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in io.BytesIO(data)]


def titles(path: Path) -> list[str | None]:
    return [line["title"] for line in lines(path)]


def write_pages(folder: Path, names: Sequence[str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / f"{name}.txt").write_text(text(name), encoding="utf-8")
    return folder
