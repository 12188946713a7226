"""datatrove: a pipeline step from documents to documents, one a record. Needs the extra `datatrove`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from typing import Any, Unpack

from cleaner.adapters.cleaning import Cleaning, Options, Outcome, facts
from cleaner.extras import needs

with needs("datatrove"):
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.utils.typeshelper import StatHints


class CleanerStep(PipelineStep):
    """Yields a document for each record of a document, or with `unit="document"` the document with its content as text.

    A record's document has its body as text, `ID#NUMBER` as id, and what else the record says in its metadata, over that
    of the document. Documents without records (reason `no-record`), without content (`no-text`) and those that failed (the
    exception's name) are dropped; `exclusion_writer` gets them, with the reason in their metadata's `filter_reason`.

    Counted: `total`, `forwarded`, `dropped` and `dropped_REASON` documents, `records`, and `removed_LABEL`, the characters
    removed for each reason. The options are those of `cleaner.adapters.cleaning.Cleaning`. Raises as it does.

        executor = LocalPipelineExecutor([WarcReader("warcs"), CleanerStep(pipeline="precision"), JsonlWriter("records")])
    """

    type = "🛢 - EXTRAC"
    name = "🧹 Cleaner"

    def __init__(self, exclusion_writer: Any = None, **options: Unpack[Options]) -> None:
        super().__init__()
        self.cleaning = Cleaning(**options)
        self.exclusion_writer = exclusion_writer

    def run(self, data: Iterable[Document], rank: int = 0, world_size: int = 1) -> Iterator[Document]:  # noqa: ARG002
        """Yield what becomes of each document."""
        with self.exclusion_writer or nullcontext() as writer:
            for document in data or ():
                with self.track_time():
                    outcome = self.cleaning.clean(document.text, url=_url(document))
                    made = list(self._made(document, outcome))
                self._count(outcome)
                self.stat_update(StatHints.total, StatHints.forwarded if made else StatHints.dropped)
                if not made:
                    self._drop(document, outcome, writer, rank)
                for each in made:
                    self.update_doc_stats(each)
                    yield each

    def _made(self, document: Document, outcome: Outcome) -> Iterator[Document]:
        if self.cleaning.unit == "record":
            for number, record in enumerate(outcome.records):
                metadata = document.metadata | facts(record)
                yield Document(record.body, f"{document.id}#{number}", list(document.media), metadata)
        elif outcome.result and outcome.result.text:
            yield Document(outcome.result.text, document.id, list(document.media), dict(document.metadata))

    def _count(self, outcome: Outcome) -> None:
        self.stat_update("records", value=len(outcome.records))
        for label, characters in outcome.removed.items():
            self.stat_update(f"removed_{label}", value=characters)

    def _drop(self, document: Document, outcome: Outcome, writer: Any, rank: int) -> None:
        empty = "no-record" if self.cleaning.unit == "record" else "no-text"
        reason = type(outcome.error).__name__ if outcome.error else empty
        self.stat_update(f"dropped_{reason}")
        if writer:
            document.metadata["filter_reason"] = reason
            if outcome.error:
                document.metadata["error"] = str(outcome.error)
            writer.write(document, rank)


def _url(document: Document) -> str | None:
    url = document.metadata.get("url")
    return url if isinstance(url, str) else None
