"""The two real scrapes with gold records, where they are at hand (CLEANER_SEEDS)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from bench.scores import word_scores

from cleaner import Record, process

SEEDS = Path(os.environ.get("CLEANER_SEEDS", Path(__file__).parents[2] / "shared" / "seeds"))
GOLD = sorted(SEEDS.glob("*.gold.json"))

pytestmark = pytest.mark.skipif(not GOLD, reason=f"no seeds in {SEEDS}; set CLEANER_SEEDS")


def as_gold(record: Record) -> dict[str, Any]:
    """The record in the keys of the gold, which lists translators, editors and affiliations on their own."""
    data = record.to_dict()
    syndicated = data["syndicated_from"]
    return {
        "title": data["title"],
        "section": data["section"],
        "standfirst": data["standfirst"],
        "authors": [author["name"] for author in data["authors"]],
        "affiliations": {a["name"]: a["affiliation"] for a in data["authors"] if a["affiliation"]},
        "date": data["published"],
        "translators": [c["name"] for c in data["credits"] if c["role"] == "translator"],
        "editors": [c["name"] for c in data["credits"] if c["role"] == "editor"],
        "sources": data["sources"],
        "captions": data["captions"],
        "syndicated_from": syndicated["publisher"] if syndicated else None,
        "truncated": data["truncated"],
    }


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_every_field_is_as_in_the_gold(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))["records"]
    text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
    records = process(text).records
    assert [as_gold(record) for record in records] == [{k: v for k, v in g.items() if k != "body"} for g in gold]
    for record, expected in zip(records, gold, strict=True):
        assert word_scores(record.body, expected["body"]).f1 >= 0.99
