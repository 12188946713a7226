"""The forms in which a page is handed to a tool: its HTML, or the text that one of three libraries makes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bench.extras import load

FLATTENERS = ("html-text", "bs4", "inscriptis")


class Form(NamedTuple):
    """A name, what turns HTML into it, and the content type to state with it."""

    name: str
    convert: Callable[[str], str]
    content_type: str | None


def html() -> Form:
    """Return the form that leaves the HTML as it is."""
    return Form("html", str, None)


def text(flatten: str) -> Form:
    """Return the form that flattens the HTML by one of `FLATTENERS`."""
    makers = {"html-text": _html_text, "bs4": _bs4, "inscriptis": _inscriptis}
    return Form(f"text, {flatten}", makers[flatten](), "text/plain")


def _html_text() -> Callable[[str], str]:
    convert: Callable[[str], str] = load("html_text", "bench").extract_text
    return convert


def _bs4() -> Callable[[str], str]:
    from bs4 import BeautifulSoup

    return lambda source: BeautifulSoup(source, "html.parser").get_text("\n")


def _inscriptis() -> Callable[[str], str]:
    convert: Callable[[str], str] = load("inscriptis", "bench").get_text
    return convert
