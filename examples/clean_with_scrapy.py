"""Crawl the pages of a folder with Scrapy and clean them: python examples/clean_with_scrapy.py [FOLDER]."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response


class PagesSpider(scrapy.Spider):
    """Hands each page on as it is: the item pipeline cleans it."""

    name = "pages"

    def parse(self, response: Response) -> Iterator[dict[str, Any]]:
        """Yield the page."""
        yield {"url": response.url, "html": response.body}


class PrintPipeline:
    """Prints what the pipeline before it put into the item."""

    def process_item(self, item: Any) -> Any:
        """Print the records of an item."""
        for record in item["records"]:
            print(f"{record['published']}  {record['title']}  ({len(record['body'])} characters)")
        return item


def main(folder: Path) -> None:
    """Print the records of all pages; Scrapy logs its stats."""
    process = CrawlerProcess(
        settings={
            "ITEM_PIPELINES": {"cleaner.adapters.scrapy.CleanerPipeline": 300, PrintPipeline: 400},
            "LOG_LEVEL": "INFO",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    process.crawl(
        PagesSpider, start_urls=[each.resolve().as_uri() for each in sorted(folder.iterdir()) if each.is_file()]
    )
    process.start()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "pages")
