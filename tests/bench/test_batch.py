"""The bench of batches: its archives are what they say, its figures are of what ran."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from bench import __main__, archives, batch, data, forms, hostile
from cleaner.batch.inputs import Input
from cleaner.batch.page import Page
from cleaner.batch.readers import ReadOptions, read
from tests.bench.helpers import HTML, PARAGRAPHS, wcxb_gold, write_wcxb

PAGES = [data.Page(str(i), HTML, wcxb_gold()) for i in range(3)]


def test_archives_hold_the_pages(tmp_path: Path) -> None:
    made = {"a.warc.gz": archives.warc, "a.wet.gz": archives.wet(forms.text("html-text").convert)}
    for name, make in made.items():
        archive = archives.write(PAGES, tmp_path / name, make)
        found = [item for item in read(Input(str(archive.path)), ReadOptions()) if isinstance(item, Page)]
        assert len(found) == archive.pages == 3
        texts = [page.data.decode() for page in found if isinstance(page.data, bytes)]
        assert len(texts) == 3
        assert all(PARAGRAPHS[0] in text for text in texts)
        assert ("<h1>" in texts[0]) is ("warc" in name)


def test_archives_repeat_the_pages_up_to_a_size(tmp_path: Path) -> None:
    archive = archives.write(PAGES, tmp_path / "a.warc.gz", archives.warc, 20 * len(HTML))
    assert archive.pages % 3 == 0
    assert archive.size >= 20 * len(HTML) > archive.size // 2


def test_agreement_of_archives_of_the_same_pages(tmp_path: Path) -> None:
    write_wcxb(tmp_path, [wcxb_gold(), wcxb_gold(id="0002", page_type="forum")])
    asked = ["batch", "--data", str(tmp_path), "--every", "1", "--no-speed", "--agreement", "--json"]
    done = CliRunner().invoke(__main__.main, asked)
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert report["warc"]["pages"] == 2
    assert set(report["agreement"]) == {"all", "article", "forum"}
    assert report["agreement"]["all"]["records_warc"] == report["agreement"]["all"]["records_wet"] == 2
    assert report["agreement"]["all"]["titles"] == report["agreement"]["all"]["titles_of_matched"] == 1.0


def test_the_hostile_folder_is_as_expected_says(tmp_path: Path) -> None:
    folder = hostile.folder(tmp_path / "hostile", 1000)
    assert sorted(path.name for path in folder.iterdir()) == sorted(hostile.EXPECTED)


def test_titles_in_common_are_counted_as_often_as_both_have_them() -> None:
    left: list[dict[str, Any]] = [{"title": "On Tea"}, {"title": "on  tea"}, {"title": None}]
    assert batch._common(left, [{"title": "On Tea"}, {"title": ""}]) == 2
