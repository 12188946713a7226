"""The console script, run as users run it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner import __version__
from cleaner.cli import main
from cleaner.io.jsonl import read as jsonl_records

PAGE = """Skip to content

Ferry Prices to Double

By Ann Lee

The ferry across the sound will cost twice as much from May, the company said on Tuesday evening.

Share this article
"""


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_clean_writes_json_lines(page: Path) -> None:
    result = run("clean", str(page))
    assert result.exit_code == 0
    assert [record.title for record in jsonl_records(result.stdout.splitlines())] == ["Ferry Prices to Double"]


def test_clean_reads_standard_input() -> None:
    assert json.loads(run("clean", "-", stdin=PAGE).stdout)["authors"] == [{"name": "Ann Lee", "affiliation": None}]


def test_clean_json_is_one_array_over_all_files(page: Path) -> None:
    assert len(json.loads(run("clean", "--format", "json", str(page), str(page)).stdout)) == 2


def test_clean_markdown_and_text(page: Path) -> None:
    assert run("clean", "--format", "markdown", str(page)).stdout.startswith("# Ferry Prices to Double\n\nBy Ann Lee\n")
    text = run("clean", "--format", "text", str(page)).stdout
    assert text.startswith("The ferry")
    assert "Share" not in text


def test_output_goes_to_a_file(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert run("clean", str(page), "-o", str(out)).stdout == ""
    assert json.loads(out.read_text("utf-8"))["title"] == "Ferry Prices to Double"


def test_options_reach_the_records(page: Path) -> None:
    record = json.loads(run("clean", str(page), "--url", "https://example.org/a", "--language", "en").stdout)
    assert (record["url"], record["language"]) == ("https://example.org/a", "en")


def test_a_filter_can_be_left_out(page: Path) -> None:
    assert "Share this article" in run("clean", "--preset", "rules", "--format", "text", "--without", "sharing", str(page)).stdout


def test_a_phrase_file_adds_phrases(page: Path, tmp_path: Path) -> None:
    page.write_text(PAGE.replace("\nShare", "\nBrought to you by the Harbour Club\n\nShare"), encoding="utf-8")
    phrases = tmp_path / "phrases.toml"
    phrases.write_text('[phrases.ads]\nad-label = ["brought to you by *"]\n', encoding="utf-8")
    clean = ("clean", "--preset", "rules", "--format", "text")
    assert "Harbour Club" in run(*clean, str(page)).stdout
    assert "Harbour Club" not in run(*clean, "--lexicon", str(phrases), str(page)).stdout


def test_the_reference_date_settles_relative_dates(page: Path) -> None:
    page.write_text(PAGE.replace("By Ann Lee", "By Ann Lee | 3 days ago"), encoding="utf-8")
    assert json.loads(run("clean", str(page)).stdout)["published"] is None
    dated = run("clean", str(page), "--reference-date", "2024-03-10").stdout
    assert json.loads(dated)["published"] == "2024-03-07"


def test_explain_names_every_removal_with_its_reason(page: Path) -> None:
    lines = run("explain", str(page)).stdout.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["1", "skip-link"], ["9", "share-bar"]]
    assert "balanced.junk.sharing" in lines[1]
    assert lines[2].startswith("1 records; 33 of ")


def test_filters_lists_every_filter_with_its_labels() -> None:
    listed = dict(line.split(maxsplit=1) for line in run("filters").stdout.splitlines())
    assert listed["junk.ads"] == "ad-label"
    assert listed["fields.title"] == "title"


def test_a_bad_input_is_reported_on_one_line_and_the_others_are_cleaned(page: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "x.pdf"
    pdf.write_bytes(b"%PDF-1.7 ...")
    result = run("clean", str(pdf), str(tmp_path / "missing.txt"), str(page))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    errors = result.stderr.splitlines()
    assert len(errors) == 2
    assert errors[0].startswith(f"cleaner: {pdf}: not text")
    assert errors[1] == f"cleaner: {tmp_path / 'missing.txt'}: No such file or directory"


def html_of(text: str) -> str:
    title, *paragraphs = text.split("\n\n")[1:4]
    below = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"<!doctype html><html><body><article><h1>{title}</h1>{below}</article></body></html>"


def test_html_gives_the_records_of_its_text(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(html_of(PAGE), encoding="utf-8")
    for arguments in (["clean", str(path)], ["clean", "--content-type", "text/html", "-"]):
        (record,) = jsonl_records(run(*arguments, stdin=html_of(PAGE)).stdout.splitlines())
        assert record.title == "Ferry Prices to Double"
        assert [author.name for author in record.authors] == ["Ann Lee"]
        assert record.body.startswith("The ferry across the sound")


def test_a_feed_is_refused_by_name() -> None:
    result = run("clean", "-", stdin='<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>')
    assert result.exit_code == 1
    assert "feed" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["clean"],
        ["clean", "--format", "yaml", "x"],
        ["clean", "--reference-date", "yesterday", "x"],
        ["clean", "--without", "no-such-filter", "x"],
        ["clean", "--lexicon", "/no/such/file.toml", "x"],
        ["nonsense"],
    ],
)
def test_wrong_usage_exits_with_two(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unwritable_output_is_an_error_of_one_line(page: Path) -> None:
    result = run("clean", str(page), "-o", "/no/such/folder/out.jsonl")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_help_has_examples_and_version_is_the_library_s() -> None:
    assert "cleaner clean scrape.txt" in run("--help").stdout
    assert "cleaner explain scrape.txt" in run("clean", "--help").stdout
    assert run("--version").stdout == f"cleaner, version {__version__}\n"


def test_a_closed_pipe_ends_the_run_quietly(page: Path) -> None:
    command = f"{sys.executable} -m cleaner clean {' '.join([str(page)] * 300)} | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert len(done.stdout) == 10


def test_explain_tells_each_field_and_what_lost(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = "The ferry across the sound will cost twice as much from May, the company said on Tuesday evening. " * 3
    path.write_text(f"<title>Ferry Prices - Gazette</title><h1>Ferry Prices to Double</h1><p>By admin</p><p>{text}</p>", "utf-8")
    lines = [" ".join(line.split()) for line in run("explain", "--preset", "rules", str(path)).output.splitlines()]
    assert any(line.startswith("+ title Ferry Prices to Double 0.") for line in lines)
    assert any(line.startswith("- title Ferry Prices") and "title-tag" in line for line in lines)
    assert any(line.startswith("+ authors admin (role) 0.") and line.endswith("rules.fields.byline") for line in lines)
