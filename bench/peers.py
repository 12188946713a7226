"""Other extractors as tools: each with its default options, on the same HTML. `PEERS` has them by name.

Each module is imported only when its peer is asked for; `pip install 'scrape-cleaner[peers]'` brings them all.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from bench.extras import load
from bench.tools import FIELDS, Output, Tool

_LANGUAGE = re.compile(r"<html\b[^>]*?\slang\s*=\s*[\"']?([a-z]{2})", re.IGNORECASE)
_STOPLISTS = {
    "ar": "Arabic",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "he": "Hebrew",
    "is": "Icelandic",
    "it": "Italian",
    "ko": "Korean",
    "nb": "Norwegian_Bokmal",
    "nl": "Dutch",
    "nn": "Norwegian_Nynorsk",
    "no": "Norwegian_Bokmal",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
}


def trafilatura() -> Tool:
    """Timed is plain `extract`; the fields come from a second call, of `bare_extraction`."""
    module = _module("trafilatura")

    def work(html: str, _url: str | None) -> str | None:
        text: str | None = module.extract(html)
        return text

    def tell(text: str | None, html: str, url: str | None) -> Output:
        found = module.bare_extraction(html, url=url, with_metadata=True)
        if found is None:
            return Output(text or "")
        return Output(text or "", found.title, _split(found.author, ";"), found.date)

    return Tool("trafilatura", FIELDS, work, tell)


def resiliparse() -> Tool:
    """Only text: `extract_plain_text` with `main_content=True`."""
    module = _module("resiliparse.extract.html2text")

    def work(html: str, _url: str | None) -> str:
        text: str = module.extract_plain_text(html, main_content=True)
        return text

    return Tool("resiliparse", frozenset(), work, _text_only)


def newspaper4k() -> Tool:
    """`Article.parse` finds text and fields in one go; images are not fetched."""
    module = _module("newspaper")

    def work(html: str, url: str | None) -> Any:
        article = module.Article(url or "https://example.com/", fetch_images=False)
        return article.download(input_html=html).parse()

    def tell(article: Any, _html: str, _url: str | None) -> Output:
        date = str(article.publish_date) if article.publish_date else None
        return Output(article.text or "", article.title or None, tuple(article.authors), date)

    return Tool("newspaper4k", FIELDS, work, tell)


def readability() -> Tool:
    """Timed is `summary`, which gives HTML; html-text flattens it, untimed. It knows no dates."""
    module = _module("readability")
    flatten = load("html_text", "peers").extract_text

    def work(html: str, url: str | None) -> str:
        summary: str = module.Document(html, url=url).summary()
        return summary

    def tell(summary: str, html: str, url: str | None) -> Output:
        document = module.Document(html, url=url)
        title, author = (_known(found) for found in (document.short_title(), document.author()))
        return Output(flatten(summary), title, _split(author, ","))

    return Tool("readability", FIELDS - {"date"}, work, tell)


def justext() -> Tool:
    """Only text, with the stop words of the language that the page declares, or English; without any, as it advises."""
    module = _module("justext")
    stoplist = cache(module.get_stoplist)

    def work(html: str, _url: str | None) -> str:
        declared = _LANGUAGE.search(html)
        name = _STOPLISTS.get(declared[1].lower() if declared else "en")
        if name:
            paragraphs = module.justext(html, stoplist(name))
        else:
            paragraphs = module.justext(html, frozenset(), stopwords_low=0, stopwords_high=0)
        return "\n\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    return Tool("justext", frozenset(), work, _text_only)


PEERS: dict[str, Callable[[], Tool]] = {
    peer.__name__: peer for peer in (trafilatura, resiliparse, newspaper4k, readability, justext)
}


def _module(name: str) -> Any:
    logging.getLogger(name.partition(".")[0]).setLevel(logging.CRITICAL)
    return load(name, "peers")


def _known(found: str) -> str | None:
    return None if found in ("", "[no-title]", "[no-author]") else found


def _text_only(text: str, _html: str, _url: str | None) -> Output:
    return Output(text)


def _split(names: str | None, separator: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in (names or "").split(separator) if name.strip())
