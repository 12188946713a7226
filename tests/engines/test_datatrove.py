"""datatrove: the step alone, and in an executor with readers, writers and workers."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from datatrove.data import Document, Media
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from cleaner import UnsupportedContentError, clean, clean_text, preset, process
from cleaner.adapters.datatrove import CleanerStep
from tests.adapters.pages import BROKEN, JUNK, ONE, TWO

pytestmark = pytest.mark.filterwarnings("ignore")
TEXTS = [ONE, TWO, JUNK, BROKEN]


def documents() -> list[Document]:
    return [
        Document(text, f"d{at}", metadata={"url": f"http://a.example/{at}", "dump": "x"})
        for at, text in enumerate(TEXTS)
    ]


def totals(step: CleanerStep) -> dict[str, Any]:
    return {name: stat.total for name, stat in step.stats.stats.items()}


def lines(folder: Path) -> list[Any]:
    return [
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    ]


def test_one_document_a_record() -> None:
    made = list(CleanerStep().run(documents()))
    records = [record for at, text in enumerate(TEXTS[:2]) for record in clean(text, url=f"http://a.example/{at}")]
    assert [each.id for each in made] == ["d0#0", "d1#0", "d1#1"]
    assert [each.text for each in made] == [record.body for record in records]
    for each, record in zip(made, records, strict=True):
        assert each.metadata["dump"] == "x"
        assert each.metadata["title"] == record.title
        assert each.metadata["authors"] == [{"name": a.name, "affiliation": a.affiliation} for a in record.authors]
        assert each.metadata["url"] == record.url


def test_documents_and_reasons_are_counted() -> None:
    step = CleanerStep()
    list(step.run(documents()))
    found = totals(step)
    assert {name: found[name] for name in ("total", "forwarded", "dropped", "records")} == {
        "total": 4, "forwarded": 2, "dropped": 2, "records": 3,
    }  # fmt: skip
    assert found["dropped_no-record"] == found["dropped_UnsupportedContentError"] == 1
    removed = [each for text in TEXTS[:3] for each in process(text).removed]
    assert {name: n for name, n in found.items() if name.startswith("removed_")} == {
        f"removed_{label}": sum(r.end - r.start for r in removed if r.label == label)
        for label in {r.label for r in removed}
    }


def test_documents_as_units() -> None:
    step = CleanerStep(unit="document", pipeline="rules")
    made = list(step.run(documents()))
    assert [(each.id, each.text) for each in made] == [
        (f"d{at}", clean_text(TEXTS[at], pipeline="rules")) for at in (0, 1)
    ]
    assert totals(step)["dropped_no-text"] == 1


def test_what_is_dropped_is_written_with_the_reason(tmp_path: Path) -> None:
    step = CleanerStep(exclusion_writer=JsonlWriter(str(tmp_path), compression=None))
    list(step.run(documents()))
    assert [(each["id"], each["metadata"]["filter_reason"]) for each in lines(tmp_path)] == [
        ("d2", "no-record"),
        ("d3", "UnsupportedContentError"),
    ]


def test_media_go_along_and_the_document_that_came_in_stays_as_it_was() -> None:
    [document] = documents()[:1]
    document.media.append(Media("m", 0, "http://a.example/m.jpg"))
    before = dict(document.metadata)
    [made] = CleanerStep().run([document])
    assert made.media == document.media
    assert (document.text, document.metadata) == (ONE, before)


def test_errors_are_raised_where_they_are_asked_for() -> None:
    with pytest.raises(UnsupportedContentError):
        list(CleanerStep(on_error="raise").run(documents()))


def test_in_an_executor_with_workers(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for at, text in enumerate(TEXTS):
        (tmp_path / "in" / f"{at}.jsonl").write_text(json.dumps({"id": f"d{at}", "text": text}) + "\n", "utf-8")
    step = CleanerStep(pipeline=preset("rules").without("sharing"))
    pickle.dumps(step)
    pipeline = [JsonlReader(str(tmp_path / "in")), step, JsonlWriter(str(tmp_path / "out"), compression=None)]
    stats = LocalPipelineExecutor(pipeline, tasks=2, workers=2, logging_dir=str(tmp_path / "logs")).run()
    expected = [r.body for text in TEXTS[:2] for r in clean(text, pipeline=preset("rules").without("sharing"))]
    assert sorted(each["text"] for each in lines(tmp_path / "out")) == sorted(expected)
    assert stats.stats[1].stats["records"].total == 3


def test_archives(archives: Path, tmp_path: Path, example: Callable[..., str]) -> None:
    pytest.importorskip(
        "magic", reason="datatrove's WarcReader needs the system library libmagic", exc_type=ImportError
    )
    (archives / "c.warc.gz").unlink()  # datatrove's reader ends a task that meets a broken archive
    example("datatrove", str(archives), "-o", str(tmp_path / "out"))
    made = lines(tmp_path / "out" / "records")
    expected = [*clean(ONE, url="http://a.example/1"), *clean(TWO, url="http://a.example/2")]
    assert sorted(each["text"] for each in made) == sorted(record.body for record in expected)
    assert {each["metadata"]["url"] for each in made} == {"http://a.example/1", "http://a.example/2"}


def test_the_example(example: Callable[[str], str]) -> None:
    assert '"filter_reason":"no-record"' in example("datatrove").replace('": "', '":"')
