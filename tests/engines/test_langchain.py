"""LangChain: documents to documents."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from langchain_core.documents import BaseDocumentTransformer, Document

from cleaner import UnsupportedContentError, clean, clean_text
from cleaner.adapters.langchain import CleanerTransformer
from tests.adapters.pages import BROKEN, JUNK, ONE, TWO

pytestmark = pytest.mark.filterwarnings("ignore")


def document(text: str, **metadata: str) -> Document:
    return Document(page_content=text, metadata=metadata, id=metadata.get("source"))


def test_one_document_a_record() -> None:
    transformer = CleanerTransformer()
    assert isinstance(transformer, BaseDocumentTransformer)
    made = transformer.transform_documents(
        [document(TWO, source="two", loader="own"), document(ONE, source="http://a.example/")]
    )
    records = [*clean(TWO), *clean(ONE, url="http://a.example/")]
    assert [each.page_content for each in made] == [record.body for record in records]
    assert [each.metadata["title"] for each in made] == [record.title for record in records]
    assert [each.metadata["source"] for each in made] == ["two", "two", "http://a.example/"]
    assert [each.metadata.get("url") for each in made] == [record.url for record in records]
    assert [each.id for each in made] == ["two#0", "two#1", "http://a.example/#0"]
    assert made[0].metadata["loader"] == "own"


def test_documents_as_units() -> None:
    made = CleanerTransformer(unit="document", pipeline="rules").transform_documents(
        [document(TWO, source="two"), document(JUNK)]
    )
    assert [each.page_content for each in made] == [clean_text(TWO, pipeline="rules"), ""]
    assert [each.metadata for each in made] == [{"source": "two"}, {}]


def test_documents_without_records_are_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    assert CleanerTransformer().transform_documents([document(JUNK)]) == []
    assert "1 of 1 documents hold no article" in caplog.text


def test_errors_are_raised_or_kept() -> None:
    with pytest.raises(UnsupportedContentError):
        CleanerTransformer().transform_documents([document(BROKEN)])
    [made] = CleanerTransformer(on_error="keep").transform_documents([document(BROKEN, source="feed")])
    assert made.page_content == ""
    assert made.metadata["source"] == "feed"
    assert made.metadata["error"].startswith("UnsupportedContentError: a feed")


def test_the_documents_that_came_in_stay_as_they_were() -> None:
    page = document(ONE, source="one")
    before = page.model_copy(deep=True)
    CleanerTransformer().transform_documents([page])
    assert page == before


def test_the_other_colour_of_functions() -> None:
    transformer = CleanerTransformer()
    pages = [document(ONE), document(TWO)]
    assert asyncio.run(transformer.atransform_documents(pages)) == transformer.transform_documents(pages)


def test_the_example(example: Callable[[str], str]) -> None:
    assert "UnsupportedContentError" in example("langchain")
