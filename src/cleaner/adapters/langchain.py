"""LangChain: a document transformer from pages to records. Needs the extra `langchain`."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import Any, Unpack

from cleaner.adapters.cleaning import Cleaning, Options, Outcome, facts
from cleaner.extras import needs

with needs("langchain"):
    from langchain_core.documents import BaseDocumentTransformer, Document

log = logging.getLogger(__name__)


class CleanerTransformer(BaseDocumentTransformer):
    """Gives a document for each record of a document, or with `unit="document"` the document with its content as text.

    A record's document has its body as `page_content`, and what else the record says in its metadata, over that of the
    document; lists among it (authors, sources) are for `filter_complex_metadata` where a vector store takes none.
    The page's address is read from the metadata's `url` or `source`. Documents without records give none, and a warning in
    the log. The options are those of `cleaner.adapters.cleaning.Cleaning`, but for `on_error`: unless it is `"keep"`, which
    gives an empty document with `error` in its metadata, errors are raised.

        records = CleanerTransformer().transform_documents(loader.load())
    """

    def __init__(self, **options: Unpack[Options]) -> None:
        options.setdefault("on_error", "raise")
        self.cleaning = Cleaning(**options)

    def transform_documents(self, documents: Sequence[Document], **kwargs: Any) -> Sequence[Document]:  # noqa: ARG002
        """Return what becomes of the documents, in their order. Raises `CleanerError`."""
        made = [list(self._made(each, self.cleaning.clean(each.page_content, url=_url(each)))) for each in documents]
        if empty := sum(not each for each in made):
            log.warning(
                '%d of %d documents hold no article; with unit="document" their content stays', empty, len(made)
            )
        return [document for each in made for document in each]

    def _made(self, document: Document, outcome: Outcome) -> Iterator[Document]:
        if outcome.result is None:
            error = {"error": f"{type(outcome.error).__name__}: {outcome.error}"}
            yield Document(page_content="", metadata=document.metadata | error, id=document.id)
        elif self.cleaning.unit == "document":
            yield Document(page_content=outcome.result.text, metadata=dict(document.metadata), id=document.id)
        else:
            for number, record in enumerate(outcome.records):
                name = f"{document.id}#{number}" if document.id else None
                yield Document(page_content=record.body, metadata=document.metadata | facts(record), id=name)


def _url(document: Document) -> str | None:
    found = (document.metadata.get(key) for key in ("url", "source"))
    return next((each for each in found if isinstance(each, str) and each.startswith(("http:", "https:"))), None)
