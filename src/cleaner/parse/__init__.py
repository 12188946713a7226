"""Input of any kind to a `Document`."""

from cleaner.parse.text import parse_text

__all__ = ["parse_text"]
