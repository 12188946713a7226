"""What becomes of text that lies in no article, where votes say that it is content."""

from __future__ import annotations

import pytest

from cleaner import Mark, Pipeline, process
from tests.helpers import FixedFilter

ARTICLE = "The ferry stays in port today because the key to its engine room was lost on Sallow Island."
LIST = "\n".join(f"Brass bell no. {n}, polished, with rope" for n in range(1, 7))
JUNK = "\n".join(f"Basket {n}" for n in range(1, 9))


def text_of(*parts: tuple[str, str]) -> str:
    """Return what is kept of the parts of a text, each marked as one filter would: 'article', 'content', 'junk' or ''."""
    text = "\n\n".join(part for part, _ in parts)
    marks: list[Mark] = []
    for part, kind in parts:
        start = text.index(part)
        at = start
        for line in part.split("\n"):
            if kind in ("article", "content"):
                marks.append(Mark(at, at + len(line), "keep", "content", score=0.5))
            elif kind == "junk":
                marks.append(Mark(at, at + len(line), "remove", "boilerplate"))
            at += len(line) + 1
        if kind == "article":
            marks.append(Mark(start, start, "split", "next-article"))
            marks.append(Mark(start + len(part), start + len(part), "split", "end-of-articles"))
    labels = ("content", "boilerplate", "next-article", "end-of-articles")
    return process(text, pipeline=Pipeline([FixedFilter(marks, *labels)])).text


def test_an_article_is_what_a_page_is_for_where_it_holds_most_of_what_votes_keep() -> None:
    assert text_of((ARTICLE, "article"), (LIST.splitlines()[0], "content")) == ARTICLE


def test_an_article_beside_more_content_than_it_holds_takes_nothing_away() -> None:
    assert text_of((ARTICLE, "article"), (LIST, "content")) == f"{ARTICLE}\n\n{LIST}"


@pytest.mark.parametrize(("kind", "kept"), [("content", LIST), ("", "")])
def test_where_there_is_no_article_what_a_vote_keeps_stays_among_junk(kind: str, kept: str) -> None:
    assert text_of((JUNK, "junk"), (LIST, kind)) == kept
