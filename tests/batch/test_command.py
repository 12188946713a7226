"""`cleaner batch`, run as users run it."""

from __future__ import annotations

import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any, get_args

import pyarrow.parquet as pq
import pytest

from cleaner import clean
from cleaner.batch.command import batch as command
from cleaner.batch.hooks import Duplicate
from cleaner.batch.manifest import Manifest
from cleaner.batch.output import Part
from cleaner.batch.page import ErrorKind
from cleaner.io import arrow, jsonl
from tests.batch import hostile
from tests.batch.helpers import ROOT, batch, html, lines, text, titles, warc, warc_gz, write_pages

NAMES = [f"Rona {i:02d}" for i in range(40)]
HOSTILE = ("--pipeline", "tests.batch.hostile:pipeline")
FAST = ("--preset", "rules", "--workers", "1", "-q")


def rows(path: Path, texts: list[str]) -> Path:
    path.write_text("".join(json.dumps({"text": each}) + "\n" for each in texts), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an input of each kind."""
    folder = write_pages(tmp_path_factory.mktemp("mixed"), ["Rona", "Sula"])
    (folder / "page.html.gz").write_bytes(gzip.compress(html("Uist").encode()))
    rows(folder / "rows.jsonl", [text(name) for name in NAMES])
    (folder / "crawl.warc.gz").write_bytes(warc_gz([warc(html(f"Skye {i}").encode(), number=i) for i in range(5)]))
    return folder


@pytest.fixture(scope="module")
def one_worker(mixed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one worker makes of it."""
    out = tmp_path_factory.mktemp("out") / "records.jsonl"
    done = batch(mixed, "-o", out, "--removed", out.with_name("removed.jsonl"), "--stats", out.with_name("stats.json"), *FAST)
    assert done.exit_code == 0, done.output
    return out


def test_records_are_those_of_clean_in_the_order_of_the_inputs(mixed: Path, one_worker: Path) -> None:
    found = lines(one_worker)
    assert [row["title"] for row in found] == [
        *(f"Ferry to {name} Doubles Its Price" for name in ("Rona", "Sula")),
        *(f"Ferry to Skye {i} Doubles Its Price" for i in range(5)),
        "Ferry to Uist Doubles Its Price",
        *(f"Ferry to {name} Doubles Its Price" for name in NAMES),
    ]
    assert found[0]["document"] == str(mixed / "Rona.txt")
    [record] = clean(text("Rona"), pipeline="rules")
    assert next(jsonl.read(one_worker.read_text().splitlines())) == record


def test_two_workers_give_the_same_bytes_ordered_and_the_same_records_unordered(mixed: Path, one_worker: Path, tmp_path: Path) -> None:
    options = ("--preset", "rules", "--workers", "2", "-q", "--removed")
    assert batch(mixed, "-o", tmp_path / "a.jsonl", *options, tmp_path / "ar.jsonl").exit_code == 0
    assert (tmp_path / "a.jsonl").read_bytes() == one_worker.read_bytes()
    assert (tmp_path / "ar.jsonl").read_bytes() == one_worker.with_name("removed.jsonl").read_bytes()
    assert batch(mixed, "-o", tmp_path / "b.jsonl", *options, tmp_path / "br.jsonl", "--unordered").exit_code == 0
    assert sorted((tmp_path / "b.jsonl").read_text().splitlines()) == sorted(one_worker.read_text().splitlines())


def test_the_statistics_add_up(one_worker: Path) -> None:
    stats = json.loads(one_worker.with_name("stats.json").read_text())
    removed = lines(one_worker.with_name("removed.jsonl"))
    assert (stats["documents"], stats["records"]) == (48, len(lines(one_worker)))
    characters = stats["characters"]
    assert characters["kept"] + characters["removed"] == characters["total"]
    assert sum(stats["kept"].values()) == characters["kept"]
    assert sum(stats["removed"].values()) == characters["removed"] == sum(len(row["text"]) for row in removed)
    assert all(len(row["text"]) == row["end"] - row["start"] for row in removed)
    assert stats["fields"]["title"] == stats["fields"]["body"] == 48
    assert stats["timing"]["documents"] == 48
    assert stats["timing"]["workers"] == 1


def test_parts_of_parquet_in_a_folder_and_the_summary(mixed: Path, one_worker: Path, tmp_path: Path) -> None:
    done = batch(mixed, "-o", tmp_path / "out", "--format", "parquet", "--preset", "rules", "--workers", "1", "--part-size", "20")
    assert done.exit_code == 0
    parts = sorted((tmp_path / "out").glob("part-*.parquet"))
    assert len(parts) > 1
    records = [record for part in parts for record in arrow.from_batch(pq.read_table(part))]
    assert records == list(jsonl.read(one_worker.read_text().splitlines()))
    assert "48 documents" in done.stderr
    assert not (tmp_path / "out" / "_parts").exists()
    assert "%|" not in done.stderr  # no bar where there is no terminal


def test_standard_input_of_rows_and_of_a_page(tmp_path: Path) -> None:
    data = json.dumps({"content": text("Rona"), "key": "r1"}).encode()
    options = ("--text-field", "content", "--id-field", "key")
    assert batch("-", "-o", tmp_path / "a.jsonl.gz", *options, *FAST, stdin=data).exit_code == 0
    [found] = lines(tmp_path / "a.jsonl.gz")
    assert (found["document"], found["number"], found["title"]) == ("r1", 0, "Ferry to Rona Doubles Its Price")


@pytest.fixture(scope="module")
def hostile_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Path]:
    """A run over a folder of everything that can go wrong."""
    folder = write_pages(tmp_path_factory.mktemp("hostile") / "in", ["Rona", "Sula"])
    for name, words in (("hang", hostile.HANG), ("crash", hostile.CRASH), ("raise", hostile.RAISE)):
        (folder / f"{name}.txt").write_text(words)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(text("Uist").encode())[:-9])
    (folder / "image.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (folder / "none.txt").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")
    with rows(folder / "rows.jsonl", [text("Skye")]).open("a") as stream:
        stream.write("{broken\n")
    for name in ("one-line.jsonl", "one-line.txt"):
        (folder / name).touch()
        os.truncate(folder / name, 50_000_000)
    (folder / "crawl.warc").write_bytes(warc(html("Barra").encode()) + b"no more of it\r\n")
    out = folder.parent / "out.jsonl"
    arguments: list[str | Path] = ["-o", out, "--errors", out.with_name("errors.jsonl"), "--stats", out.with_name("stats.json")]
    done = batch(folder, folder / "missing.txt", *arguments, *HOSTILE, "--workers", "2", "--timeout", "2")
    return done, out


def test_a_hostile_folder_is_gone_through_to_its_end(hostile_run: tuple[Any, Path]) -> None:
    done, out = hostile_run
    assert done.exit_code == 1, done.output
    assert sorted(filter(None, titles(out))) == [f"Ferry to {name} Doubles Its Price" for name in ("Barra", "Rona", "Skye", "Sula")]
    errors = {row["document"].rsplit("/", 1)[-1]: row["kind"] for row in lines(out.with_name("errors.jsonl"))}
    assert errors == {
        "crash.txt": "crashed",
        "crawl.warc": "corrupt",
        "cut.txt.gz": "corrupt",
        "hang.txt": "timeout",
        "image.png": "refused",
        "missing.txt": "unreadable",
        "none.txt": "unreadable",
        "one-line.jsonl#1": "too-large",
        "one-line.txt": "too-large",
        "pipe": "unreadable",
        "raise.txt": "failed",
        "rows.jsonl#2": "bad-row",
    }


def test_failures_are_counted_and_shown(hostile_run: tuple[Any, Path]) -> None:
    done, out = hostile_run
    stats = json.loads(out.with_name("stats.json").read_text())
    assert stats["errors"] == {
        "unreadable": 3, "corrupt": 2, "too-large": 2, "bad-row": 1, "crashed": 1, "failed": 1, "refused": 1, "timeout": 1,
    }  # fmt: skip
    assert stats["documents"] == 16
    assert "hang.txt: timeout: over 2 seconds" in done.stderr


def killed(source: Path, out: Path, fuse: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cleaner", "batch", str(source), "-o", str(out), *HOSTILE, *more]
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environment = {**os.environ, "PYTHONPATH": path, hostile.FUSE: str(fuse)}
    # A shell runs what is in its background with interrupts ignored.
    heed = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=120, check=False, preexec_fn=heed)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is left of pages, one of which kills the run where there is a fuse, when nothing is killed."""
    texts = [text(each) for each in NAMES * 4]
    texts[70] += hostile.KILL
    out = tmp_path_factory.mktemp("undisturbed") / "out.jsonl"
    source = rows(out.with_name("rows.jsonl"), texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(hostile.FUSE, "nowhere")
        done = batch(source, "-o", out, "--removed", out.with_name("removed.jsonl"), *HOSTILE, "--part-size", "16", "--workers", "1")
    assert done.exit_code == 0, done.output
    return out


def ended(pid: int) -> bool:
    """Tell whether a process comes to its end, and wait for that."""
    for _ in range(600):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    ("order", "number", "code"),
    [
        ("--ordered", signal.SIGKILL, -signal.SIGKILL),
        ("--unordered", signal.SIGKILL, -signal.SIGKILL),
        ("--ordered", signal.SIGINT, 130),
    ],
)
def test_a_stopped_run_is_resumed_to_the_same_output(tmp_path: Path, undisturbed: Path, order: str, number: int, code: int) -> None:
    source, out, removed = undisturbed.with_name("rows.jsonl"), tmp_path / "out.jsonl", tmp_path / "removed.jsonl"
    options = ("--part-size", "16", "--workers", "2", "-q", "--removed", str(removed), order)
    fuse = tmp_path / "fuse"
    fuse.write_text(str(int(number)))
    stopped = killed(source, out, fuse, *options)
    assert stopped.returncode == code, stopped.stderr
    assert ("--resume goes on" in stopped.stderr) is (code == 130)
    assert ended(int((tmp_path / "worker").read_text()))
    assert not out.exists()
    assert list((tmp_path / "out.jsonl.parts").glob("part-*"))
    assert killed(source, out, fuse, *options, "--resume").returncode == 0
    for path, expected in ((out, undisturbed), (removed, undisturbed.with_name("removed.jsonl"))):
        if order == "--ordered":
            assert path.read_bytes() == expected.read_bytes()
        else:
            assert sorted(path.read_bytes().splitlines()) == sorted(expected.read_bytes().splitlines())


class Interrupted(Exception):  # noqa: N818
    """What cuts a run off in the tests below."""


@pytest.mark.parametrize(
    ("owner", "name", "calls"),
    [(Part, "complete", 1), (Part, "complete", 2), (Manifest, "add_part", 2), (Manifest, "finish", 1)],
)
def test_a_run_that_is_cut_off_between_two_steps_is_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_worker: Path, mixed: Path, owner: type, name: str, calls: int
) -> None:
    original = getattr(owner, name)
    left = [calls]

    def cut(self: Any, *arguments: Any) -> None:
        left[0] -= 1
        if left[0]:
            original(self, *arguments)
            return
        if owner is Part:  # its files are named, and nobody knows it yet
            original(self, *arguments)
        raise Interrupted

    out = tmp_path / "out.jsonl"
    options = ("-o", out, *FAST, "--part-size", "10", "--dedup", "exact")
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, cut)
        assert isinstance(batch(mixed, *options).exception, Interrupted)
    assert batch(mixed, *options, "--resume").exit_code == 0
    assert out.read_bytes() == one_worker.read_bytes()
    assert batch(mixed, *options, "--resume").exit_code == 0  # nothing is left to do
    assert out.read_bytes() == one_worker.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "out.jsonl.manifest.sqlite"]


def test_inputs_that_come_later_are_not_part_of_a_resumed_run(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "in", ["Rona"])
    assert batch(folder, "-o", tmp_path / "a.jsonl", *FAST).exit_code == 0
    write_pages(folder, ["Sula"])
    assert batch(folder, "-o", tmp_path / "a.jsonl", *FAST, "--resume").exit_code == 0
    assert len(lines(tmp_path / "a.jsonl")) == 1


def test_duplicates_are_left_out_and_reported(tmp_path: Path) -> None:
    source = rows(tmp_path / "rows.jsonl", [text("Rona"), text("Sula"), text("Rona")])
    files = ("--removed", tmp_path / "removed.jsonl", "--stats", tmp_path / "stats.json")
    assert batch(source, "-o", tmp_path / "a.jsonl", *files, *FAST, "--dedup", "exact").exit_code == 0
    assert len(titles(tmp_path / "a.jsonl")) == 2
    [duplicate] = [row for row in lines(tmp_path / "removed.jsonl") if row["label"] == "duplicate-record"]
    assert (duplicate["document"], duplicate["of"]) == (f"{source}#3", f"{source}#1#0")
    stats = json.loads((tmp_path / "stats.json").read_text())
    assert stats["duplicates"] == {Duplicate("exact", "").kind: 1}
    assert stats["characters"]["kept"] + stats["characters"]["removed"] == stats["characters"]["total"]


def test_the_docs_tell_every_option_and_kind_of_error() -> None:
    docs = (ROOT / "docs" / "batch.md").read_text("utf-8")
    told = [name for option in command.params for name in option.opts if name.startswith("--")]
    assert [name for name in told if not re.search(rf"{name}(?![\w-])", docs)] == []
    assert [kind for kind in get_args(ErrorKind) if f"| `{kind}` |" not in docs] == []


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pebble", None)
    done = batch(write_pages(tmp_path / "in", ["Rona"]), "-o", tmp_path / "a.jsonl")
    assert done.exit_code == 2
    assert "pip install 'scrape-cleaner[batch]'" in done.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "a.csv"], "a file's name must end in"),
        (["-o", "a.jsonl", "--format", "parquet"], "named like jsonl"),
        (["-o", "a.jsonl", "--removed", "r.txt"], "must end in"),
        (["-o", "a.jsonl", "--without", "nothing"], "no filter named"),
        (["-o", "a.jsonl", "--pipeline", "nothing"], "module:attribute"),
        (["-o", "a.jsonl", "--pipeline", "no.such:thing"], "no.such:thing"),
        (["-o", "a.jsonl", "--dedup", "exact", "--unordered"], "unordered"),
        (["-o", "a.jsonl", "nosuch://x/y"], "nosuch"),
        ([], "--output"),
    ],
)
def test_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str) -> None:
    monkeypatch.chdir(tmp_path)
    done = batch("x.txt", *arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert not list(tmp_path.glob("*.jsonl"))


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    page = write_pages(tmp_path / "in", ["Rona"])
    (tmp_path / "a.jsonl").write_text("mine")
    assert batch(page, "-o", tmp_path / "a.jsonl", *FAST).exit_code == 2
    assert (tmp_path / "a.jsonl").read_text() == "mine"
    assert batch(page, "-o", tmp_path / "a.jsonl", *FAST, "--overwrite").exit_code == 0
    assert len(lines(tmp_path / "a.jsonl")) == 1


def test_another_run_is_not_resumed(tmp_path: Path) -> None:
    page = write_pages(tmp_path / "in", ["Rona"])
    assert batch(page, "-o", tmp_path / "a.jsonl", *FAST).exit_code == 0
    done = batch(page, "-o", tmp_path / "a.jsonl", *FAST, "--resume", "--language", "de")
    assert done.exit_code == 2
    assert "other reading" in done.output
