"""`cleaner batch` on a WARC of labelled pages: speed by workers, memory over time, kills, hostile inputs, WET against WARC."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from bench import hostile
from bench.archives import Archive, warc, wet, write
from bench.data import Page
from bench.forms import text
from bench.scores import match, same_title

_STEP = 0.2
_POINTS = 10


class Sample(NamedTuple):
    """What a process had at a moment: resident memory in MB, and the CPU time it had used."""

    memory: float
    cpu: float


class Timed(NamedTuple):
    """A run: its statistics, seconds, and samples of each process over time."""

    stats: dict[str, Any]
    seconds: float
    parent: list[Sample]
    workers: list[list[Sample]]

    def cpu(self, of: Iterable[Sequence[Sample]]) -> float:
        """Return the CPU time of some processes in milliseconds for a page, their start included."""
        return 1000 * sum(each[-1].cpu for each in of) / int(self.stats["documents"])


def command(source: Path, out: Path, *options: object) -> list[str]:
    """Return the command line of a run."""
    asked = ["-o", out, "--stats", out.with_name("stats.json"), "-q", *options]
    return [sys.executable, "-m", "cleaner", "batch", str(source), *map(str, asked)]


def timed(source: Path, out: Path, *options: object) -> Timed:
    """Run it to its end, and look at the memory of its processes on the way."""
    began = time.monotonic()
    samples: dict[int, list[Sample]] = {}
    with subprocess.Popen(command(source, out, *options)) as process:
        while process.poll() is None:
            for pid in (process.pid, *_children(process.pid)):
                samples.setdefault(pid, []).extend(_sample(pid))
            time.sleep(_STEP)
    seconds = time.monotonic() - began
    stats = json.loads(out.with_name("stats.json").read_text())
    parent = samples.pop(process.pid)
    # The helper that multiprocessing starts is small, and no worker.
    return Timed(stats, seconds, parent, [each for each in samples.values() if each and peak(each) > 40])


def _children(pid: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{pid}/task").iterdir()
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def _sample(pid: int) -> list[Sample]:
    """Return a sample of a process, none where it has ended."""
    try:
        memory = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (OSError, IndexError):
        return []
    if not memory:
        return []
    ticks = int(fields[11]) + int(fields[12])
    return [Sample(memory * os.sysconf("SC_PAGE_SIZE") / 1e6, ticks / os.sysconf("SC_CLK_TCK"))]


def peak(samples: Iterable[Sample]) -> int:
    """Return the most memory that a process had, in MB."""
    return round(max(each.memory for each in samples))


def points(series: Sequence[float]) -> list[int]:
    """Return the peak of each tenth of a series: how it goes over time.

    >>> points([1, 5, 2, 2, 2, 2, 2, 2, 2, 2, 9])
    [1, 5, 2, 2, 2, 2, 2, 2, 2, 9]
    """
    edges = [i * len(series) // _POINTS for i in range(_POINTS + 1)]
    return [round(max(series[a:b])) for a, b in pairwise(edges) if a < b]


def speed(archive: Archive, folder: Path, workers: Iterable[int]) -> dict[str, Any]:
    """Return pages per second and memory for each number of workers, and the ratio of the last to the first."""
    report: dict[str, Any] = {}
    rates = []
    for number in workers:
        run = timed(archive.path, folder / f"speed-{number}.jsonl", "--workers", number)
        rates.append(run.stats["documents"] / run.seconds)
        report[f"{number} workers"] = {
            "pages": run.stats["documents"],
            "seconds": round(run.seconds, 1),
            "pages_per_second": round(rates[-1], 1),
            "cpu_ms_per_page": {"workers": round(run.cpu(run.workers), 1), "parent": round(run.cpu([run.parent]), 1)},
            "peak_mb_per_worker": [peak(each) for each in run.workers],
            "mb_over_time": [points([sample.memory for sample in each]) for each in run.workers],
            "parent_mb_over_time": points([sample.memory for sample in run.parent]),
        }
    report["ratio"] = round(rates[-1] / rates[0], 2)
    return report


def kills(archive: Archive, folder: Path, times: int, seed: int = 1) -> dict[str, Any]:
    """Kill a run at random moments, resume it each time, and compare with an undisturbed one."""
    options = ("--workers", 2, "--part-size", 20, "--removed")
    out = folder / "undisturbed.jsonl.gz"
    began = time.monotonic()
    subprocess.run(command(archive.path, out, *options, folder / "undisturbed.removed.jsonl"), check=True)
    seconds = time.monotonic() - began
    expected = _digest(out), _digest(folder / "undisturbed.removed.jsonl")
    moments, same, cut = random.Random(seed), 0, 0
    for number in range(times):
        out, removed = folder / f"killed-{number}.jsonl.gz", folder / f"killed-{number}.removed.jsonl"
        with subprocess.Popen(command(archive.path, out, *options, removed)) as process:
            try:
                process.wait(moments.uniform(0, seconds))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                cut += 1
        subprocess.run(command(archive.path, out, *options, removed, "--resume"), check=True)
        same += (_digest(out), _digest(removed)) == expected
    return {"runs": times, "killed": cut, "identical": same}


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def hostility(folder: Path, line_size: int) -> dict[str, Any]:
    """Run over a folder of everything that can go wrong: what came of each input, and the peak of memory."""
    source, out, errors = hostile.folder(folder / "hostile", line_size), folder / "out.jsonl", folder / "errors.jsonl"
    command_ = command(source, out, "--errors", errors, "--pipeline", hostile.PIPELINE, "--timeout", 5, "--workers", 2)
    memory: list[Sample] = []
    with subprocess.Popen(command_) as process:
        while process.poll() is None:
            memory += _sample(process.pid)
            time.sleep(_STEP)
    kinds = {Path(row["document"].split("#")[0]).name: row["kind"] for row in _rows(errors)}
    clean = {Path(row["document"].split("#")[0]).name: "" for row in _rows(out)}
    return {
        "exit_code": process.returncode,
        "as_expected": {**clean, **kinds} == hostile.EXPECTED,
        "errors": dict(sorted(kinds.items())),
        "parent_peak_mb": peak(memory),
    }


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def agreement(pages: Sequence[Page], folder: Path, flatten: str) -> dict[str, Any]:
    """Clean the same pages from WARC and from WET; return how far their records' titles agree.

    `titles` is the share of titles, of all records of both, that the other side has too. `titles_of_matched` is the share
    of equal titles among records that are the same by title and body.
    """
    made = {"warc": warc, "wet": wet(text(flatten).convert)}
    found = {}
    for name, make in made.items():
        archive = write(pages, folder / f"agreement.{name}.gz", make)
        timed(archive.path, folder / f"agreement-{name}.jsonl", "--workers", 2)
        found[name] = _by_page(_rows(folder / f"agreement-{name}.jsonl"))
    tallies: dict[str, Counter[str]] = {}
    for number, page in enumerate(pages):
        ours, theirs = (found[name].get(f"<urn:uuid:{UUID(int=number)}>", []) for name in ("warc", "wet"))
        for group in ("all", page.gold.get("page_type", "all")):
            tallies.setdefault(group, Counter()).update(_agreement(ours, theirs))
    return {group: _shares(tally) for group, tally in sorted(tallies.items())}


def _agreement(ours: Sequence[dict[str, Any]], theirs: Sequence[dict[str, Any]]) -> dict[str, int]:
    pairs = match(theirs, ours)
    return {
        "records_warc": len(ours),
        "records_wet": len(theirs),
        "matched": len(pairs),
        "common": _common(ours, theirs),
        "equal": sum(same_title(theirs[i]["title"], ours[k]["title"]) for i, k, _ in pairs),
    }


def _shares(tally: Counter[str]) -> dict[str, float]:
    counts = {name: tally[name] for name in ("records_warc", "records_wet", "matched")}
    records = tally["records_warc"] + tally["records_wet"]
    titles, of_matched = 2 * tally["common"] / max(records, 1), tally["equal"] / max(tally["matched"], 1)
    return {**counts, "titles": round(titles, 3), "titles_of_matched": round(of_matched, 3)}


def _by_page(rows: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    pages: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        pages.setdefault(row["document"].partition("#")[2], []).append(row)
    return pages


def _common(ours: Iterable[dict[str, Any]], theirs: Iterable[dict[str, Any]]) -> int:
    """Return how many titles two pages' records have in common."""
    left, right = (Counter(" ".join((row["title"] or "").lower().split()) for row in rows) for rows in (ours, theirs))
    return (left & right).total()
