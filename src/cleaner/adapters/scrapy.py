"""Scrapy: an item pipeline, and a helper for spiders. Needs the extra `scrapy`."""

from __future__ import annotations

import logging
from typing import Any, Self, Unpack

from cleaner.adapters.cleaning import Cleaning, Options, Outcome
from cleaner.api import Result
from cleaner.extras import needs

with needs("scrapy"):
    from itemadapter import ItemAdapter
    from scrapy.http import Response, TextResponse

log = logging.getLogger(__name__)


def clean_response(response: Response, **options: Unpack[Options]) -> Result:
    """Return the result for a response: its `records`, its `text`, what was removed.

    The HTTP header says what the body is, `cleaner` finds out where it does not. Raises what `cleaner.process` does.

        def parse(self, response):
            for record in clean_response(response).records:
                yield record.to_dict()
    """
    header = (response.headers.get("Content-Type") or b"").decode("latin-1")
    # Without a header the encoding is what the spider, or Scrapy, takes it for.
    source = response.text if not header and isinstance(response, TextResponse) else response.body
    options["on_error"] = "raise"
    outcome = Cleaning(**options).clean(source, url=response.url, content_type=header or None)
    assert outcome.result is not None
    return outcome.result


class CleanerPipeline:
    """Puts the records of an item's page into the item, as a list of dictionaries.

    Settings: `CLEANER_SOURCE_FIELD` (`"html"`: str or bytes), `CLEANER_URL_FIELD` (`"url"`), `CLEANER_RECORDS_FIELD`
    (`"records"`), `CLEANER_TEXT_FIELD` (none; the content of the page as text), `CLEANER_OPTIONS` (those of
    `cleaner.adapters.cleaning.Cleaning`). An item whose page cannot be cleaned is logged and goes on with no records,
    unless the options say `"on_error": "raise"`. Items without the source field are passed on as they are.

    Counted in Scrapy's stats: `cleaner/pages`, `cleaner/records`, `cleaner/removed/LABEL` (characters), `cleaner/errors/NAME`.

        ITEM_PIPELINES = {"cleaner.adapters.scrapy.CleanerPipeline": 300}
    """

    def __init__(self, cleaning: Cleaning, fields: dict[str, str | None], stats: Any = None) -> None:
        self.cleaning = cleaning
        self.fields = fields
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Any) -> Self:
        """Return the pipeline that a crawler's settings ask for. Raises `OptionError` and `PipelineError`."""
        settings = crawler.settings
        defaults = {"source": "html", "url": "url", "records": "records", "text": None}
        fields = {name: settings.get(f"CLEANER_{name.upper()}_FIELD", default) for name, default in defaults.items()}
        return cls(Cleaning(**settings.getdict("CLEANER_OPTIONS")), fields, crawler.stats)

    def process_item(self, item: Any, spider: Any = None) -> Any:  # noqa: ARG002 - older versions hand it over
        """Return the item with its records."""
        adapter = ItemAdapter(item)
        if self.fields["source"] not in adapter:
            return item
        source, url = adapter[self.fields["source"]], adapter.get(self.fields["url"])
        outcome = self.cleaning.clean(source, url=url if isinstance(url, str) else None)
        self._count(outcome, url)
        if self.fields["records"]:
            adapter[self.fields["records"]] = [record.to_dict() for record in outcome.records]
        if self.fields["text"]:
            adapter[self.fields["text"]] = outcome.result.text if outcome.result else ""
        return item

    def _count(self, outcome: Outcome, url: Any) -> None:
        counts = {"pages": 1, "records": len(outcome.records)}
        counts |= {f"removed/{label}": characters for label, characters in outcome.removed.items()}
        if outcome.error:
            counts[f"errors/{type(outcome.error).__name__}"] = 1
            log.warning("Not cleaned: %s: %s", url, outcome.error)
        for warning in outcome.warnings:
            log.info("%s: %s", url, warning)
        for name, count in counts.items():
            if self.stats:
                self.stats.inc_value(f"cleaner/{name}", count)
