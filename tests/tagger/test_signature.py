"""Bare names in flat text: found where a line signs, and nowhere else."""

from __future__ import annotations

import pytest

from cleaner import Document, process
from cleaner.tagger import model, signature
from cleaner.tagger.parts import PARTS
from tests.helpers import PARAGRAPHS

HEADLINE = "The Ferry That Could Not Sail Without a Key"
TEXT = "\n\n".join([*PARAGRAPHS["en"], "The harbour master has kept the spare keys of nine ships in his desk for thirty years."])
PAGE = "{}\n\n{}\n\n" + TEXT + "\n\nShare\n\nRead more"


@pytest.fixture(autouse=True)
def undecided(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tagger think that any line may be a byline, so that what stands around it decides."""

    def predict(doc: Document) -> model.Prediction:
        found = model.predict(doc)
        part = found.part.copy()
        part[:, PARTS.index("byline")] = 0.3
        return found._replace(part=part)

    monkeypatch.setattr(signature, "predict", predict)


def authors(lines: str) -> list[str]:
    [record] = process(PAGE.format(HEADLINE, lines)).records
    return [author.name for author in record.authors]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Anneke Vossmeer\nPublished May 8, 2018", ["Anneke Vossmeer"]),
        ("May 8, 2018\nAnneke Vossmeer", ["Anneke Vossmeer"]),
        ("Anneke Vossmeer 8 May 2018 14:41", ["Anneke Vossmeer"]),
        ("Anneke Vossmeer 2 hours ago", ["Anneke Vossmeer"]),
        ("Anneke Vossmeer\nTimon Brakel\nPublished May 8, 2018", ["Anneke Vossmeer", "Timon Brakel"]),
        ("Author of the article:\nAnneke Vossmeer", ["Anneke Vossmeer"]),
    ],
)
def test_a_name_beside_the_headline_signs(lines: str, expected: list[str]) -> None:
    assert authors(lines) == expected


@pytest.mark.parametrize(
    "lines",
    [
        "Harbour News\nMay 8, 2018",  # words that the text has, too
        "Open Menu\nShip Notes\nSpare Keys",
        "Photo\nMay 8, 2018",
        "Photo: Anneke Vossmeer",
        "Sallow Island\n40 comments",
    ],
)
def test_a_label_beside_the_headline_does_not(lines: str) -> None:
    assert authors(lines) == []


def test_a_name_in_the_text_does_not_sign() -> None:
    [record] = process(f"{HEADLINE}\n\nMay 8, 2018\n\n{TEXT}\n\nAnneke Vossmeer lives on Sallow Island and has no key either.").records
    assert record.authors == ()


def test_every_name_has_its_place_in_the_text() -> None:
    result = process(PAGE.format(HEADLINE, "Anneke Vossmeer 8 May 2018 14:41"))
    [record] = result.records
    assert [result.document.text[start:end] for start, end in record.spans["authors"]] == ["Anneke Vossmeer"]
