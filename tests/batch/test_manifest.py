"""The manifest: what is committed is there, what is not is not, and one run at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from cleaner.batch.inputs import Input
from cleaner.batch.manifest import Checkpoint, Manifest
from cleaner.batch.page import Position
from cleaner.errors import BatchError

INPUTS = [Input("a.txt", 10), Input("b\udcff.txt", None, "not a regular file"), Input("c.txt", 5)]


def make(path: Path) -> Manifest:
    return Manifest.create(path, {"format": "jsonl"}, INPUTS)


def load(path: Path) -> Manifest:
    found = Manifest.load(path, {"format": "jsonl"})
    assert found is not None
    return found


def test_it_remembers_inputs_and_where_to_go_on(tmp_path: Path) -> None:
    first = make(tmp_path / "m")
    assert first.checkpoint() == Checkpoint()
    checkpoint = Checkpoint(7, Position(1, 4), frozenset({9, 12}))
    first.add_part(100, checkpoint, {"documents": 3})
    first.close()
    second = load(tmp_path / "m")
    assert list(second.inputs(1)) == [(1, INPUTS[1]), (2, INPUTS[2])]
    assert second.checkpoint() == checkpoint
    assert (second.parts, second.get("stats"), second.get("finished")) == (1, {"documents": 3}, None)
    assert (second.sizes(), second.size_before(2)) == ((15, True), 10)
    second.finish()
    second.close()
    assert load(tmp_path / "m").get("finished") is True


def test_what_was_not_committed_is_undone_and_so_is_what_hooks_wrote(tmp_path: Path) -> None:
    first = make(tmp_path / "m")
    first.connection.execute("CREATE TABLE own (x)")
    first.connection.execute("INSERT INTO own VALUES (1)")
    first.add_part(1, Checkpoint(1, Position(0, 1)), {})
    first.connection.execute("INSERT INTO own VALUES (2)")
    first.close()
    second = load(tmp_path / "m")
    assert second.connection.execute("SELECT x FROM own").fetchall() == [(1,)]
    second.close()


def test_a_size_that_nobody_knows_leaves_the_total_open(tmp_path: Path) -> None:
    manifest = Manifest.create(tmp_path / "m", {}, [Input("-"), Input("a", 3)])
    assert manifest.sizes() == (3, False)


def test_one_run_at_a_time(tmp_path: Path) -> None:
    first = make(tmp_path / "m")
    with pytest.raises(BatchError, match="another run"):
        load(tmp_path / "m")
    first.close()


def test_a_run_with_other_options_is_not_resumed(tmp_path: Path) -> None:
    make(tmp_path / "m").close()
    with pytest.raises(BatchError, match="other format, without"):
        Manifest.load(tmp_path / "m", {"format": "parquet", "without": ["ads"]})


def test_what_ended_before_it_began_is_none(tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(b"")
    assert Manifest.load(tmp_path / "m", {}) is None


def test_what_is_no_manifest(tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(b"no database, but long enough to be looked at" * 9)
    with pytest.raises(BatchError, match="not a database"):
        Manifest.load(tmp_path / "m", {})
