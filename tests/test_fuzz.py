"""Broken pages: nothing is raised but what refuses an input, and every character is accounted for.

`CLEANER_FUZZ=N` sets the number of inputs; `make fuzz` runs many more, and times them (bench/fuzz.py).
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bench import data, fuzz
from cleaner import FilterError, InputError, process

COUNT = int(os.environ.get("CLEANER_FUZZ", "400"))
WCXB = data.DEFAULT / "wcxb-dev"
OWN = [page.encode() for page in (*fuzz.PAGES, fuzz.LOOSE)]

pytestmark = pytest.mark.filterwarnings("ignore::bs4.XMLParsedAsHTMLWarning")


def faults(pages: list[bytes], count: int, seed: int) -> Iterator[str]:
    """Say what is wrong with each mutant, by the seed and the number that make it again."""
    for number, mutant in enumerate(fuzz.mutants(pages, count, seed)):
        for content_type in (None, "text/html") if number % 4 == 0 else ("text/html",):
            wrong = fuzz.fault(mutant, content_type)
            if wrong:
                yield f"{seed}/{number}: {wrong}: {mutant[:200]!r}"


@pytest.mark.parametrize("seed", range(4))
def test_mutants_of_own_pages(seed: int) -> None:
    assert list(faults(OWN, COUNT // 4, seed)) == []


@pytest.mark.skipif(not WCXB.is_dir(), reason=f"no pages in {WCXB}; set CLEANER_DATA")
def test_mutants_of_real_pages() -> None:
    pages = fuzz.small_pages(WCXB, every=25)
    assert pages
    assert list(faults([*pages, *OWN], COUNT // 4, 4)) == []


# The mutators, and the run of its own


def test_mutants_are_the_same_for_a_seed_and_differ_for_another() -> None:
    first, again, other = (list(fuzz.mutants(OWN, 60, seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert len(set(first)) > 50
    assert not set(first) <= set(OWN)


@pytest.mark.parametrize("mutator", fuzz.MUTATORS)
def test_every_mutator_takes_every_input(mutator: fuzz.Mutator) -> None:
    for n, page in enumerate((b"", b"<", b"\xff\xfe", *OWN)):
        assert isinstance(mutator(page, random.Random(n), OWN), bytes)


def test_a_fault_is_what_breaks_and_not_what_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fuzz.fault(OWN[0]) is None
    assert fuzz.fault(b"%PDF-1.7") is None

    def breaks(error: Exception) -> str | None:
        def work(*_: object, **__: object) -> object:
            raise error

        monkeypatch.setattr(fuzz, "process", work)
        return fuzz.fault(b"x")

    assert breaks(KeyError("x")) == "KeyError: 'x'"
    assert breaks(RecursionError("deep")) == "RecursionError: deep"
    assert breaks(InputError("refused")) is None
    assert breaks(FilterError("broke", filter="mine")) == "FilterError: broke"


def test_a_gap_between_segments_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    result = process(OWN[0])
    whole = result.ledger.segments
    assert len(whole) > 3
    for segments in (whole[1:], whole[:-1], whole[::2], (*whole, whole[-1]), ()):
        wrong = replace(result, ledger=replace(result.ledger, segments=segments))
        monkeypatch.setattr(fuzz, "process", lambda *_, wrong=wrong, **__: wrong)
        assert fuzz.fault(b"x") == "the segments are no partition of the text"


def test_the_run_says_which_was_the_slowest(tmp_path: Path) -> None:
    done = CliRunner().invoke(fuzz.main, ["--mutations", "5", "--seed", "3", "--save", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert "5 inputs of 6 pages, 0 broken" in done.output
    assert (tmp_path / "fuzz-slowest.html").exists()


def test_the_run_saves_what_breaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "fault", lambda mutant, _: "it broke" if len(mutant) % 2 else None)
    broken = [mutant for mutant in fuzz.mutants(OWN, 8, 3) if len(mutant) % 2]
    done = CliRunner().invoke(fuzz.main, ["--mutations", "8", "--seed", "3", "--save", str(tmp_path)])
    assert done.exit_code == 1
    assert sorted(path.read_bytes() for path in tmp_path.glob("fuzz-3-*.html")) == sorted(broken)
    assert "it broke" in done.output


def test_the_run_fails_for_what_takes_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "LIMIT", -1.0)
    done = CliRunner().invoke(fuzz.main, ["--mutations", "1", "--save", str(tmp_path)])
    assert done.exit_code == 1
    assert "took" in done.output
