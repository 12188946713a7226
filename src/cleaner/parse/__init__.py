"""Input of any kind to a `Document`."""

from cleaner.parse.html import parse_html
from cleaner.parse.source import parse
from cleaner.parse.text import parse_text

__all__ = ["parse", "parse_html", "parse_text"]
