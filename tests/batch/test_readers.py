"""Every format, whole and broken. Nothing is lost without a word, and nothing large is ever in memory."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.stream_io import BrotliWriter

from cleaner.batch.inputs import Input, Stream, zstd
from cleaner.batch.page import Failure, Page, Skipped
from cleaner.batch.readers import ReadOptions, detect, read
from cleaner.batch.readers.jsonl import pages as jsonl_pages
from tests.batch.helpers import failures, html, items, pages, text, warc, warc_gz


def write(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def gz(data: bytes | str) -> bytes:
    return gzip.compress(data.encode() if isinstance(data, str) else data)


# One page a file


def test_a_file_is_a_page_and_its_path_the_id(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", text("Rona"))
    assert pages(path) == [Page(str(path), text("Rona").encode())]


def test_a_stated_format_states_the_content_type(tmp_path: Path) -> None:
    path = write(tmp_path / "a", "x")
    assert [pages(path, format=f)[0].content_type for f in ("auto", "page", "text", "html")] == [
        None,
        None,
        "text/plain",
        "text/html",
    ]
    stated = "text/plain; charset=cp1251"
    assert pages(path, format="text", content_type=stated)[0].content_type == stated


def test_a_file_over_the_size_budget_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "x" * 100)
    assert failures(path, max_bytes=99) == [("a.txt", "too-large")]
    assert len(pages(path, max_bytes=100)) == 1
    assert failures(write(tmp_path / "a.gz", gz("x" * 100)), max_bytes=99) == [("a.gz", "too-large")]


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    assert failures(tmp_path / "none") == [("none", "unreadable")]
    assert failures(tmp_path) == [(tmp_path.name, "unreadable")]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst"])
def test_a_compressed_page_that_ends_early_is_corrupt(tmp_path: Path, name: str) -> None:
    data = gz(text("Rona") * 100) if name.endswith("gz") else zstd().compress(text("Rona").encode() * 100)
    assert failures(write(tmp_path / name, data[:-5])) == [(name, "corrupt")]
    assert failures(write(tmp_path / name, data[:20] + b"tea" + data[24:])) == [(name, "corrupt")]


def test_an_empty_file_is_an_empty_page(tmp_path: Path) -> None:
    assert pages(write(tmp_path / "a", b""))[0].data == b""


# Which format


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("a.txt", b"On Tea", "page"),
        ("a.html.gz", b"<p>", "page"),
        ("a.jsonl.zst", b"broken", "jsonl"),
        ("A.NDJSON", b"{", "jsonl"),
        ("a.parquet", b"broken", "parquet"),
        ("a.warc.gz", b"broken", "warc"),
        ("CC-MAIN.warc.wet.gz", b"broken", "warc"),
        ("a.txt", b"WARC/1.0\r\n", "warc"),
        ("a", b"PAR1\x15\x04", "parquet"),
        ("a", b'{"text": "On Tea"}\n', "jsonl"),
        ("a.json", b'\xef\xbb\xbf{"text": "On Tea"}\n{"', "jsonl"),
        ("a", b'{"text": "a line that goes on', "jsonl"),
        ("a", b'{"text": no JSON}\n', "page"),
        ("a.txt", b'{"text": "On Tea"}\n', "page"),
        ("a", b"", "page"),
        ("s3://bucket/a.warc.gz?version=1.txt", b"x", "warc"),
        ("dir.parquet/a", b"On Tea", "page"),
    ],
)
def test_the_format_is_told_by_content_and_name(name: str, start: bytes, expected: str) -> None:
    assert detect(name, Stream(io.BufferedReader(io.BytesIO(start)), io.BytesIO())) == expected


# JSON Lines


def rows(*objects: object) -> str:
    return "".join(json.dumps(each) + "\n" for each in objects)


def test_rows_become_pages(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", rows({"url": "http://a.example", "text": "Tea"}, {"text": "Milk"}))
    assert pages(path) == [Page(f"{path}#1", "Tea", "http://a.example"), Page(f"{path}#2", "Milk")]


def test_fields_have_names_of_the_callers(tmp_path: Path) -> None:
    row = {"doc": "Tee", "text": "other", "link": "http://a.example", "key": 17, "lang": "de"}
    path = write(tmp_path / "a.jsonl", rows(row))
    options = {"text_field": "doc", "url_field": "link", "id_field": "key", "language_field": "lang"}
    assert pages(path, **options) == [Page("17", "Tee", "http://a.example", None, "de")]


def test_html_goes_before_text_where_no_field_is_named(tmp_path: Path) -> None:
    assert pages(write(tmp_path / "a.jsonl", rows({"text": "Tea", "html": "<p>Tea"})))[0].data == "<p>Tea"


def test_each_bad_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    bad = ["{", "[1]", rows({"title": "x"}).strip(), rows({"text": 3}).strip(), "[" * 100_000, '{"text": "\\ud8']
    path = write(tmp_path / "a.jsonl", "\n".join([*bad, "", '{"text": "Tea"}']))
    assert failures(path) == [(f"a.jsonl#{n}", "bad-row") for n in range(1, 7)]
    assert [item.id for item in items(path) if isinstance(item, Page)] == [f"{path}#8"]


def test_a_row_without_its_id_is_bad(tmp_path: Path) -> None:
    assert failures(write(tmp_path / "a.jsonl", rows({"text": "x"})), id_field="key") == [("a.jsonl#1", "bad-row")]


def test_a_byte_order_mark_and_a_missing_last_newline(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", b'\xef\xbb\xbf{"text": "Tea"}\r\n{"text": "Milk"}')
    assert [page.data for page in pages(path)] == ["Tea", "Milk"]


def test_null_text_is_an_empty_page(tmp_path: Path) -> None:
    assert pages(write(tmp_path / "a.jsonl", rows({"text": None})))[0].data == ""


def test_a_line_over_the_budget_is_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", rows({"text": "Tea"}, {"text": "x" * 5000}, {"text": "Milk"}))
    assert failures(path, max_bytes=1000) == [("a.jsonl#2", "too-large")]
    assert [item.data for item in items(path, max_bytes=1000) if isinstance(item, Page)] == ["Tea", "Milk"]


class Endless(io.RawIOBase):
    """One line of so many bytes, and then a row."""

    def __init__(self, size: int) -> None:
        self.left = size
        self.tail = b'\n{"text": "Tea"}\n'

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), self.left or len(self.tail))
        chunk = b"x" * size if self.left else self.tail[:size]
        self.left, self.tail = (self.left - size, self.tail) if self.left else (0, self.tail[size:])
        buffer[:size] = chunk
        return size


def test_a_long_line_is_never_in_memory() -> None:
    stream = Stream(io.BufferedReader(Endless(100_000_000)), io.BytesIO())
    tracemalloc.start()
    try:
        found = list(jsonl_pages(stream, "a", ReadOptions(max_bytes=1_000_000)))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [type(item) for item in found] == [Failure, Page]
    assert peak < 5_000_000


# Parquet


def parquet(path: Path, **columns: list[Any]) -> Path:
    pq.write_table(pa.table(columns), path, row_group_size=7)
    return path


def test_parquet_rows_become_pages(tmp_path: Path) -> None:
    path = parquet(tmp_path / "a.parquet", text=[f"Tea {i}" for i in range(40)], url=["http://a.example"] * 40)
    found = pages(path)
    assert [page.data for page in found] == [f"Tea {i}" for i in range(40)]
    assert (found[39].id, found[39].url) == (f"{path}#39", "http://a.example")


def test_parquet_of_bytes_and_nulls(tmp_path: Path) -> None:
    assert [page.data for page in pages(parquet(tmp_path / "a", html=[b"<p>Tea", None]))] == [b"<p>Tea", ""]


def test_parquet_compressed_as_a_whole(tmp_path: Path) -> None:
    data = parquet(tmp_path / "a.parquet", text=["Tea"]).read_bytes()
    assert [page.data for page in pages(write(tmp_path / "a.parquet.gz", gz(data)))] == ["Tea"]


def test_parquet_without_the_column_or_of_another_type(tmp_path: Path) -> None:
    assert failures(parquet(tmp_path / "a.parquet", title=["x"])) == [("a.parquet", "bad-row")]
    assert failures(parquet(tmp_path / "b.parquet", text=[1, 2])) == [("b.parquet#0", "bad-row"), ("b.parquet#1", "bad-row")]


def test_parquet_rows_over_the_budget(tmp_path: Path) -> None:
    assert failures(parquet(tmp_path / "a.parquet", text=["Tea", "x" * 99]), max_bytes=98) == [("a.parquet#1", "too-large")]


def test_broken_parquet_is_corrupt(tmp_path: Path) -> None:
    data = parquet(tmp_path / "a.parquet", text=["Tea" * 1000]).read_bytes()
    assert failures(write(tmp_path / "b.parquet", data[:-9])) == [("b.parquet", "corrupt")]
    assert failures(write(tmp_path / "c.parquet", b"no Parquet")) == [("c.parquet", "corrupt")]


# WARC and WET


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_responses_are_pages(tmp_path: Path, name: str) -> None:
    records = [warc(html(f"Tea {i}").encode(), number=i) for i in range(3)]
    packed = {"warc": b"".join(records), "gz": warc_gz(records), "zst": b"".join(map(zstd().compress, records))}
    path = write(tmp_path / name, packed[name.rpartition(".")[2]])
    found = pages(path)
    assert [page.data for page in found] == [html(f"Tea {i}").encode() for i in range(3)]
    assert found[2].id == f"{path}#<urn:uuid:00000002-0000-0000-0000-000000000000>"
    assert (found[2].url, found[2].content_type) == ("http://sound.example/2", "text/html; charset=utf-8")


def test_conversions_are_text_and_resources_what_they_say(tmp_path: Path) -> None:
    path = write(tmp_path / "a.wet", warc(b"On Tea", kind="conversion") + warc(b"<p>Tea", kind="resource"))
    assert [(page.data, page.content_type) for page in pages(path)] == [
        (b"On Tea", "text/plain; charset=utf-8"),
        (b"<p>Tea", "text/html"),
    ]


def test_what_is_no_page_is_skipped_with_the_reason(tmp_path: Path) -> None:
    records = [
        warc(b"software: tea\r\n", kind="warcinfo"),
        warc(b"GET / HTTP/1.1\r\n\r\n", kind="request"),
        warc(b"", status="301 Moved Permanently"),
        warc(b"\x89PNG", headers={"Content-Type": "image/png"}),
        warc(b"a: b", kind="metadata"),
        warc(b"<p>Tea"),
    ]
    found = items(write(tmp_path / "a.warc", b"".join(records)))
    assert [item.reason for item in found if isinstance(item, Skipped)] == [
        "warc-warcinfo",
        "warc-request",
        "http-status",
        "media-type",
        "warc-metadata",
    ]
    assert [type(item) for item in found].count(Page) == 1


class Kept(io.BytesIO):
    def close(self) -> None:
        """Keep what was written: the writer closes its stream."""


def brotli(data: bytes) -> bytes:
    stream = Kept()
    writer = BrotliWriter(stream)
    writer.write(data)
    writer.close()
    return stream.getvalue()


def chunked(data: bytes) -> bytes:
    return f"{len(data):x}\r\n".encode() + data + b"\r\n0\r\n\r\n"


ENCODED: dict[str, tuple[dict[str, str], Callable[[bytes], bytes]]] = {
    "gzip": ({"Content-Encoding": "gzip"}, gz),
    "deflate": ({"Content-Encoding": "deflate"}, zlib.compress),
    "raw deflate": ({"Content-Encoding": "deflate"}, lambda data: zlib.compress(data)[2:-4]),
    "brotli": ({"Content-Encoding": "br"}, brotli),
    "zstd": ({"Content-Encoding": "zstd"}, lambda data: zstd().compress(data)),
    "chunked": ({"Transfer-Encoding": "chunked"}, chunked),
    "chunked gzip": ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, lambda data: chunked(gz(data))),
    "not as stated": ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, bytes),
    "chunks joined": ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, gz),
}


@pytest.mark.parametrize("name", ENCODED)
def test_http_encodings_are_undone(tmp_path: Path, name: str) -> None:
    headers, encode = ENCODED[name]
    path = write(tmp_path / "a.warc", warc(encode(html("Rona").encode()), headers=headers) + warc(b"<p>Tea", number=1))
    assert [page.data for page in pages(path)] == [html("Rona").encode(), b"<p>Tea"]


def test_a_bomb_and_a_large_record_are_refused(tmp_path: Path) -> None:
    bomb = warc(gz(b"\0" * 10_000_000), headers={"Content-Encoding": "gzip"})
    path = write(tmp_path / "a.warc", bomb + warc(b"x" * 200_000, number=1) + warc(b"<p>Tea", number=2))
    found = items(path, max_bytes=100_000)
    assert [getattr(item, "kind", "page") for item in found] == ["too-large", "too-large", "page"]


def test_a_charset_that_is_none_is_left_out(tmp_path: Path) -> None:
    path = write(tmp_path / "a.warc", warc(b"<p>Tea", headers={"Content-Type": 'text/html; charset="@@ @@"'}))
    assert pages(path)[0].content_type == "text/html"


GOOD = warc(html("Rona").encode())


@pytest.mark.parametrize(
    ("data", "read_before"),
    [
        (GOOD + GOOD[:-60], 1),
        (GOOD + GOOD[:40], 1),
        (GOOD + b"garbage\r\nmore of it\r\n\r\n" + GOOD, 1),
        (GOOD + warc(b"<p>Tea", length="one"), 1),
        (GOOD + warc(b"<p>Tea", length="-4") + GOOD, 1),
        (GOOD + warc(b"<p>Tea", length="9" * 30), 1),
        (b"no WARC", 0),
        (gz(GOOD) + gz(GOOD)[:-20], 1),
        (gz(GOOD) + gz(GOOD)[:40] + b"tea" + gz(GOOD)[43:], 1),
    ],
    ids=["body cut", "header cut", "garbage", "length no number", "length negative", "length huge", "none", "gzip cut", "gzip broken"],
)  # fmt: skip
def test_a_broken_warc_is_named_and_what_comes_before_is_read(tmp_path: Path, data: bytes, read_before: int) -> None:
    found = items(write(tmp_path / "a.warc", data), format="warc")
    assert [type(item) for item in found].count(Page) >= read_before
    broken = [item.kind for item in found if isinstance(item, Failure)]
    assert broken
    assert set(broken) == {"corrupt"}


def test_headers_that_are_no_unicode(tmp_path: Path) -> None:
    record = warc(b"<p>Tea", headers={"X-Tea": "@@"}).replace(b"@@", b"\xff\xfe").replace(b"sound.example/0", b"sound.example/\xe9")
    [page] = pages(write(tmp_path / "a.warc", record))
    assert page.data == b"<p>Tea"
    assert page.url is not None
    assert page.url.encode()


def test_reading_is_closed_with_its_generator(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", rows({"text": "a"}, {"text": "b"}))
    opened: list[Stream] = []
    reading = read(Input(str(path)), ReadOptions(), opened.append)
    next(reading)
    reading.close()
    assert opened[0].raw.closed
