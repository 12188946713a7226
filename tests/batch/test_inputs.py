"""Names to inputs, and inputs to bytes."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import fsspec
import pytest

from cleaner.batch.inputs import Input, expand, opened, zstd
from cleaner.errors import BatchError


def names(*asked: str | Path, leave_out: set[Path] | None = None) -> list[str]:
    return [Path(each.name).name for each in expand(map(str, asked), leave_out or set())]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "c/d.txt", "c/.hidden", ".git/config", "a/z.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return tmp_path / "in"


def test_a_folder_is_its_files_sorted_without_hidden_ones(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b.txt", "z.txt", "d.txt"]


def test_names_keep_their_order(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "a.txt", "-") == ["b.txt", "a.txt", "-"]


def test_globs_are_sorted_and_a_file_called_like_one_is_itself(folder: Path) -> None:
    assert names(folder / "*.txt") == ["a.txt", "b.txt"]
    assert names(folder / "**/*.txt") == ["a.txt", "z.txt", "b.txt", "d.txt"]
    (folder / "[a].txt").write_text("x")
    assert names(folder / "[a].txt") == ["[a].txt"]


def test_a_glob_in_the_path_to_a_folder(folder: Path) -> None:
    assert names(f"{folder}/?") == ["z.txt", "d.txt"]


def test_the_output_is_no_input(folder: Path) -> None:
    assert names(folder, leave_out={(folder / "a.txt").resolve(), (folder / "c").resolve()}) == ["b.txt", "z.txt"]


def test_what_stands_for_nothing_is_left_for_opening_to_complain(tmp_path: Path) -> None:
    assert names(tmp_path / "none", tmp_path / "*.none") == ["none", "*.none"]
    with pytest.raises(FileNotFoundError), opened(Input(str(tmp_path / "none"))):
        pass


def test_sizes_are_known(folder: Path) -> None:
    assert [each.size for each in expand([str(folder / "a.txt"), str(folder / "none"), "-"])] == [5, None, None]


def test_a_pipe_in_a_folder_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    [found] = [each for each in expand([str(folder)]) if each.name.endswith("pipe")]
    assert found.problem == "not a regular file"
    with pytest.raises(OSError, match="not a regular file"), opened(found):
        pass


def test_links_to_folders_are_followed_but_not_in_circles(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "tea.txt").write_text("tea")
    (folder / "to-other").symlink_to(other)
    (folder / "c" / "back").symlink_to(folder)
    assert names(folder) == ["a.txt", "b.txt", "z.txt", "d.txt", "tea.txt"]


def test_a_dangling_link_in_a_folder_is_named(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "none")
    [found] = [each for each in expand([str(folder)]) if each.name.endswith("link")]
    assert found.problem == "No such file or directory"


def test_a_name_that_is_no_unicode_has_an_id_that_is(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_bytes(b"tea")
    [found] = expand([str(tmp_path)])
    assert found.id.endswith("\\udcff.txt")
    with opened(found) as stream:
        assert stream.data.read() == b"tea"


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd().compress], ids=["plain", "gzip", "zstd"])
def test_compression_is_told_by_the_content(tmp_path: Path, pack: type[bytes]) -> None:
    path = tmp_path / "page"
    path.write_bytes(pack(b"tea ") + pack(b"time"))
    with opened(Input(str(path))) as stream:
        assert stream.data.read() == b"tea time"
        assert stream.offset() == path.stat().st_size


def test_urls_of_files_folders_and_globs() -> None:
    system = fsspec.filesystem("memory")
    for name in ("b.txt", "a.txt", "more/c.txt.gz", "more/.hidden"):
        system.pipe(f"/tea/{name}", gzip.compress(name.encode()) if name.endswith("gz") else name.encode())
    try:
        assert names("memory://tea") == ["a.txt", "b.txt", "c.txt.gz"]
        assert names("memory://tea/*.txt") == ["a.txt", "b.txt"]
        [found] = expand(["memory://tea/more/c.txt.gz"])
        assert found.size
        with opened(found) as stream:
            assert stream.data.read() == b"more/c.txt.gz"
        with pytest.raises(FileNotFoundError), opened(next(expand(["memory://tea/none"]))):
            pass
    finally:
        system.rm("/tea", recursive=True)


def test_a_protocol_that_nobody_knows_is_an_error_of_the_run() -> None:
    with pytest.raises(BatchError, match="nosuch"):
        list(expand(["nosuch://a/b"]))
