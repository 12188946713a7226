"""Batches of documents to batches of records: the columns, the rows, what fails, what goes to other processes."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, get_type_hints

import pyarrow as pa
import pytest

import cleaner
from cleaner import Document, Mark, OptionError, Pipeline, PipelineError, clean, process
from cleaner.adapters import arrow
from cleaner.adapters.arrow import ArrowCleaning, ArrowOptions, clean_batches, output_schema
from cleaner.adapters.cleaning import Cleaning, Options
from cleaner.batch.pipeline import PipelineSpec
from cleaner.io.arrow import from_batch
from tests.adapters.pages import BROKEN, JUNK, ONE, TWO
from tests.helpers import LineFilter


def batch(texts: list[Any], **columns: list[Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({**columns, "text": texts})


def rows(*batches: pa.RecordBatch, **options: Any) -> list[dict[str, Any]]:
    return [row for made in clean_batches(batches, **options) for row in made.to_pylist()]


class Stumbling:
    """A filter of a user's, with a bug."""

    name = "stumbling"
    labels = frozenset({"x"})

    def __call__(self, doc: Document, /) -> Iterator[Mark]:
        if "ferry" in doc.text:
            raise ZeroDivisionError("a bug")
        return iter(())


# What comes out


def test_one_row_a_record_with_the_document_s_columns() -> None:
    made = rows(batch([TWO, ONE], id=["two", "one"]))
    assert [(row["id"], row["number"]) for row in made] == [("two", 0), ("two", 1), ("one", 0)]
    assert all(row["title"] and row["body"] for row in made)


def test_the_records_are_those_of_the_library() -> None:
    [made] = clean_batches([batch([TWO, ONE], url=["http://a.example/2", "http://a.example/1"])])
    expected = [*clean(TWO, url="http://a.example/2"), *clean(ONE, url="http://a.example/1")]
    assert list(from_batch(made)) == expected


def test_a_document_without_records_and_one_that_fails_have_a_row() -> None:
    made = rows(batch([JUNK, None, BROKEN, ONE], id=[1, 2, 3, 4]))
    assert [(row["id"], row["number"], row["error"]) for row in made] == [
        (1, None, None),
        (2, None, "InputTypeError"),
        (3, None, "UnsupportedContentError"),
        (4, 0, None),
    ]
    assert all(row["body"] is None for row in made[:3])
    assert made[2]["error_message"].startswith("a feed")


def test_what_was_removed_stands_once_a_document_and_adds_up() -> None:
    made = rows(batch([TWO]))
    assert made[1]["removed"] is made[1]["warnings"] is None
    result = process(TWO)
    assert sum(each["value"] for each in made[0]["removed"]) == sum(r.end - r.start for r in result.removed)
    assert {each["key"] for each in made[0]["removed"]} == {r.label for r in result.removed}


def test_documents_as_units() -> None:
    made = rows(batch([TWO, JUNK, BROKEN], id=[1, 2, 3], url=["http://a.example/", "", None]), unit="document")
    assert [(row["id"], row["url"]) for row in made] == [(1, "http://a.example/"), (2, ""), (3, None)]
    assert made[0]["text"] == process(TWO).text
    assert [record["title"] for record in made[0]["records"]] == [record.title for record in clean(TWO)]
    assert made[0]["records"][0]["url"] == "http://a.example/"
    assert (made[1]["text"], made[1]["records"]) == ("", [])
    assert (made[2]["text"], made[2]["records"], made[2]["error"]) == (None, None, "UnsupportedContentError")


@pytest.mark.parametrize("unit", ["record", "document"])
def test_the_schema_is_known_beforehand_and_the_same_for_every_batch(unit: Any) -> None:
    whole = batch([JUNK, TWO], id=[1, 2], url=["http://a.example/", None])
    expected = output_schema(whole.schema, unit=unit)
    for part in (whole, whole.slice(0, 1), whole.slice(0, 0)):
        made = list(clean_batches([part], unit=unit))
        assert [each.schema for each in made] == [expected]
        made[0].validate(full=True)


def test_a_batch_without_rows_gives_one_and_no_batch_none() -> None:
    assert [each.num_rows for each in clean_batches([batch([ONE]).slice(0, 0)])] == [0]
    assert list(clean_batches([])) == []


def test_long_documents_are_spread_over_several_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    together = rows(batch([TWO, ONE, JUNK], id=[1, 2, 3]))
    monkeypatch.setattr(arrow, "_BATCH_SIZE", 1)
    made = list(clean_batches([batch([TWO, ONE, JUNK], id=[1, 2, 3])]))
    assert [each.num_rows for each in made] == [2, 1, 1]
    assert [row for each in made for row in each.to_pylist()] == together


def test_neither_the_size_of_batches_nor_what_came_before_changes_a_row() -> None:
    documents = [TWO, JUNK, ONE, None, BROKEN]
    together = rows(batch(documents))
    assert rows(*(batch([each]) for each in documents if each), batch([ONE])) == [
        *(row for row in together if row["error"] != "InputTypeError"),
        *rows(batch([ONE])),
    ]


# What goes in


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.dictionary(pa.int8(), pa.string())]
)
def test_texts_and_bytes_of_any_type(kind: pa.DataType) -> None:
    column = pa.array([ONE, None]).cast(kind)
    made = rows(pa.RecordBatch.from_arrays([column], ["text"]))
    assert [row["title"] for row in made] == [clean(ONE)[0].title, None]


@pytest.mark.parametrize("kind", ["string_view", "binary_view"])
def test_views(kind: str) -> None:
    if not hasattr(pa, kind):
        pytest.skip("this version of pyarrow has none")
    column = pa.array([ONE], pa.string() if kind.startswith("s") else pa.binary()).cast(getattr(pa, kind)())
    assert rows(pa.RecordBatch.from_arrays([column], ["text"]))[0]["title"]


def test_a_string_that_is_no_utf_8_fails_alone() -> None:
    bad = pa.array([b"Caf\xe9", ONE.encode()], pa.binary()).view(pa.string())
    made = rows(pa.RecordBatch.from_arrays([bad], ["text"]))
    assert [row["error"] for row in made] == ["UnicodeDecodeError", None]


def test_the_content_type_of_a_document_goes_before_the_given_one() -> None:
    page = "<p>Чай это напиток, который любят многие люди.</p>"
    made = rows(
        batch([page.encode("cp1251"), page.encode("koi8-r")], kind=["text/html; charset=windows-1251", None]),
        content_type_column="kind",
        content_type="text/html; charset=koi8-r",
        unit="document",
    )
    assert [row["text"] for row in made] == [process(page).text] * 2


@pytest.mark.parametrize("kind", ["rubbish", "text/html; charset=no-such"])
def test_a_content_type_of_no_use_is_left_aside_with_a_warning(kind: str) -> None:
    [row] = rows(batch([ONE.encode()], kind=[kind]), content_type_column="kind")
    assert row["title"] == clean(ONE)[0].title
    assert "not used" in row["warnings"][0]


def test_a_content_type_that_is_no_page_s_is_an_error_of_the_document() -> None:
    [row] = rows(batch([ONE], kind=["application/pdf"]), content_type_column="kind")
    assert row["error"] == "UnsupportedContentError"


def test_the_address_goes_to_the_records_also_of_failed_documents() -> None:
    made = rows(batch([ONE, None, ONE], link=["http://a.example/", "http://b.example/", " "]), url_column="link")
    assert [row["url"] for row in made] == ["http://a.example/", "http://b.example/", None]
    assert [row["error"] for row in made] == [None, "InputTypeError", None]
    assert "link" not in made[0]


def test_columns_to_keep() -> None:
    pages = batch([ONE], id=[1], crawl=["x"], title=["from elsewhere"])
    with pytest.raises(OptionError, match="title; say with keep_columns"):
        list(clean_batches([pages]))
    [row] = rows(pages, keep_columns=["id"])
    assert row["id"] == 1
    assert "crawl" not in row


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"text_column": "html"}, "text_column"),
        ({"text_column": "id"}, "text_column"),
        ({"url_column": "link"}, "url_column"),
        ({"content_type_column": "id"}, "content_type_column"),
        ({"keep_columns": ["nothing"]}, "keep_columns"),
        ({"language": "no language"}, "language"),
        ({"content_type": "rubbish"}, "content_type"),
        ({"reference_date": "yesterday"}, "reference_date"),
        ({"unit": "page"}, "unit"),
        ({"on_error": "ignore"}, "on_error"),
    ],
)
def test_options_that_make_no_sense_end_the_run_before_it_starts(options: dict[str, Any], option: str) -> None:
    with pytest.raises(OptionError) as caught:
        output_schema(batch([ONE], id=[1]).schema, **options)
    assert caught.value.option == option


@pytest.mark.parametrize("pipeline", ["no-such", PipelineSpec("no-such"), PipelineSpec(without=("no-such",))])
def test_pipelines_that_are_none_end_the_run_before_it_starts(pipeline: Any) -> None:
    with pytest.raises(PipelineError):
        clean_batches([], pipeline=pipeline)


# What fails


def test_a_filter_that_breaks_fails_only_its_documents() -> None:
    made = rows(batch([ONE, JUNK]), pipeline=cleaner.preset("rules").last(Stumbling()))
    assert [row["error"] for row in made] == ["FilterError", None]
    assert "ZeroDivisionError" in made[0]["error_message"]


@pytest.mark.parametrize("source", [None, BROKEN])
def test_errors_are_raised_where_they_are_asked_for(source: str | None) -> None:
    with pytest.raises(cleaner.InputError):
        list(clean_batches([batch([ONE, source])], on_error="raise"))


# Other processes


@pytest.mark.parametrize(
    "pipeline",
    [
        None,
        "rules",
        PipelineSpec("rules", without=("sharing",)),
        cleaner.preset("rules").without("sharing"),
        Pipeline([LineFilter("Share")]),
    ],
)
def test_a_cleaning_survives_pickling_and_does_the_same(pipeline: Any) -> None:
    cleaning = ArrowCleaning(pipeline=pipeline, keep_columns=["id"])
    data = pickle.dumps(cleaning)
    again = pickle.loads(data)
    pages = [batch([TWO, JUNK], id=[1, 2])]
    assert list(again.batches(pages)) == list(cleaning.batches(pages))
    assert len(data) < 5000


def test_another_process_says_the_same(tmp_path: Any) -> None:
    pages = [batch([TWO, JUNK, ONE, None])]
    cleaning = ArrowCleaning(pipeline=cleaner.preset().without("sharing"))
    (tmp_path / "in").write_bytes(pickle.dumps((cleaning, pages)))
    code = (
        "import pickle, sys; c, p = pickle.load(open(sys.argv[1], 'rb')); print(*(b.to_pylist() for b in c.batches(p)))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path / "in")], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == str(*(each.to_pylist() for each in cleaning.batches(pages)))


# One list of options, written down twice for type checkers


@pytest.mark.parametrize(("kind", "options"), [(Cleaning, Options), (ArrowCleaning, ArrowOptions)])
def test_the_typed_options_are_the_fields(kind: type, options: type) -> None:
    assert get_type_hints(kind) == get_type_hints(options)
