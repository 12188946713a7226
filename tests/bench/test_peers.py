from __future__ import annotations

import pytest

from bench import peers, tools
from tests.bench.helpers import HTML, PARAGRAPHS, TITLE

MODULES = {"newspaper4k": "newspaper"}
URL = "https://gazette.example/ferry"

pytestmark = pytest.mark.filterwarnings("ignore")  # the peers' own


def peer(name: str) -> tools.Tool:
    pytest.importorskip(MODULES.get(name, name), exc_type=ImportError)
    if name == "readability":
        pytest.importorskip("html_text")
    return peers.PEERS[name]()


@pytest.mark.parametrize("name", peers.PEERS)
def test_the_text_is_found(name: str) -> None:
    text = " ".join(peer(name)(HTML, URL).text.split())
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert "Log in" not in text


@pytest.mark.parametrize("name", peers.PEERS)
def test_it_tells_no_field_that_it_does_not_know(name: str) -> None:
    tool = peer(name)
    made = tool(HTML, URL)
    assert tool.name == name
    assert tool.gives <= tools.FIELDS
    assert made.records is None
    assert made.title == (TITLE if "title" in tool.gives else None)
    assert made.authors == (("Ann Lee",) if "authors" in tool.gives else ())
    assert (made.date or "")[:10] == ("2024-05-03" if "date" in tool.gives else "")


@pytest.mark.parametrize("name", peers.PEERS)
def test_a_page_without_anything(name: str) -> None:
    made = peer(name).run("<html><head></head><body></body></html>")
    assert (made.output.text, made.output.title, made.output.authors) == ("", None, ())


def test_trafilatura_tells_authors_apart() -> None:
    html = HTML.replace("Ann Lee", "Ann Lee; Bo Birk")
    assert peer("trafilatura")(html, URL).authors == ("Ann Lee", "Bo Birk")


def test_justext_reads_a_language_without_stop_words() -> None:
    html = HTML.replace('lang="en"', 'lang="ja"')
    assert PARAGRAPHS[0] in peer("justext")(html, URL).text
