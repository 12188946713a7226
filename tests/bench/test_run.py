from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from bench import __main__, data, extras, forms, news, run, tools, wcxb
from tests.bench.helpers import (
    BODY,
    HTML,
    TITLE,
    gold_record,
    news_gold,
    tool,
    wcxb_gold,
    write_page,
    write_wcxb,
)


def test_a_tally_tells_rates_and_times() -> None:
    tally = run.Tally()
    tally.add({"f1": (0.5, 1), "date": (1, 1), "with": (1, 4)}, tools.Run(tools.Output(), 0.001))
    tally.add({"f1": (1.0, 1), "date": (0, 0), "with": (3, 4)}, tools.Run(tools.Output(), 0.003, "ValueError"))
    expected = {"pages": 2, "f1": 0.75, "date": 1, "with": 0.5, "errors": 1, "ms": 2, "ms_max": 3}
    assert tally.report() == expected


def test_what_is_never_asked_has_no_rate() -> None:
    tally = run.Tally()
    tally.add({"date": (0, 0)}, tools.Run(tools.Output(), 0))
    assert tally.report()["date"] is None


def test_pages_are_reported_by_group_and_ranked() -> None:
    pages = [
        data.Page("b", HTML, wcxb_gold()),
        data.Page("a", HTML, wcxb_gold(page_type="forum", main_content="something else")),
    ]
    report, ranking = run.run(pages, tool(tools.Output(BODY, TITLE)), forms.html(), wcxb.BENCH)
    assert list(report) == ["all", "article", "forum"]
    assert report["all"]["f1"] == 0.5
    assert [page.name for page in ranking] == ["a", "b"]
    assert ranking[0].note == "forum  https://gazette.example/ferry"


def test_large_languages_come_first_and_the_rest_is_a_group() -> None:
    pages = [data.Page(lang, HTML, news_gold(lang=lang)) for lang in ("de", "ar", "en", "tr")]
    report, _ = run.run(pages, tool(tools.Output(BODY)), forms.html(), news.BENCH)
    assert list(report) == ["all", "en", "de", "other", "ar", "tr"]
    assert report["other"]["pages"] == 2


def test_an_exception_counts_as_empty_output() -> None:
    report, ranking = run.run([data.Page("a", HTML, wcxb_gold())], tool(ValueError("no")), forms.html(), wcxb.BENCH)
    assert report["all"]["errors"] == 1
    assert report["all"]["f1"] == 0
    assert ranking[0].note == "ValueError"


def test_an_exception_while_telling_counts_too() -> None:
    def tell(*_: object) -> tools.Output:
        raise KeyError("no")

    made = replace(tool(tools.Output(BODY)), tell=tell).run(HTML)
    assert (made.output, made.error) == (tools.Output(), "KeyError")


def test_the_library_as_a_tool() -> None:
    source = f"{TITLE}\n\nBy Ann Lee | May 3, 2024\n\n{BODY}\n\nShare this article\n"
    made = tools.ours(content_type="text/plain")(source, "https://gazette.example/ferry")
    assert made.records is not None
    assert (made.title, made.authors, made.date, len(made.records)) == (TITLE, ("Ann Lee",), "2024-05-03", 1)
    assert made.body == BODY
    assert "Share this" not in made.text


@pytest.mark.parametrize("flatten", forms.FLATTENERS)
def test_flattened_text_has_the_words_and_no_markup(flatten: str) -> None:
    pytest.importorskip({"html-text": "html_text"}.get(flatten, flatten))
    form = forms.text(flatten)
    assert form.content_type == "text/plain"
    assert "Passengers who" in form.convert(HTML)
    assert "<p>" not in form.convert(HTML)


def test_a_package_that_is_missing_is_named_with_its_extra() -> None:
    with pytest.raises(click.ClickException, match=r"pip install 'scrape-cleaner\[peers\]'"):
        extras.load("no_such_peer", "peers")


def test_pages_are_read_from_a_folder(tmp_path: Path) -> None:
    write_page(tmp_path, "b", news_gold(url=None))
    write_page(tmp_path, "a", news_gold())
    assert [(p.name, p.url, p.html) for p in data.pages(tmp_path)] == [
        ("a", "https://gazette.example/ferry", HTML),
        ("b", None, HTML),
    ]


def test_every_nth_page_of_wcxb(tmp_path: Path) -> None:
    write_wcxb(tmp_path, [wcxb_gold(id=f"000{i}") for i in range(5)])
    assert [page.name for page in data.wcxb(tmp_path, 2)] == ["0000", "0002", "0004"]


# The commands


def invoke(*arguments: str) -> str:
    result = CliRunner().invoke(__main__.main, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture
def wcxb_folder(tmp_path: Path) -> str:
    write_wcxb(tmp_path, [wcxb_gold(), wcxb_gold(id="0002", page_type="forum", author=None)])
    return str(tmp_path)


def test_wcxb_prints_a_table(wcxb_folder: str) -> None:
    lines = invoke("wcxb", "--data", wcxb_folder, "--as", "text", "--flatten", "bs4", "--worst", "1").splitlines()
    assert lines[0] == "cleaner, text, bs4"
    assert lines[1].split()[:4] == ["pages", "precision", "recall", "f1"]
    assert [line.split()[0] for line in lines[2:5]] == ["all", "article", "forum"]
    assert len(lines) == 6


def test_wcxb_prints_json(wcxb_folder: str) -> None:
    told: dict[str, Any] = json.loads(
        invoke("wcxb", "--data", wcxb_folder, "--as", "text", "--flatten", "bs4", "--every", "2", "--json")
    )
    assert (told["tool"], told["as"], told["every"]) == ("cleaner", "text, bs4", 2)
    assert told["report"]["all"]["pages"] == 1
    assert told["worst"][0]["name"] == "0001"


def test_news_and_records_print_json(tmp_path: Path) -> None:
    write_page(tmp_path, "a", {**news_gold(), "records": [gold_record()]})
    told = json.loads(invoke("news", "--data", str(tmp_path), "--as", "text", "--flatten", "bs4", "--json"))
    assert set(told["report"]) == {"all", "en"}
    told = json.loads(invoke("records", "--data", str(tmp_path), "--as", "both", "--flatten", "bs4", "--json"))
    assert list(told) == ["html", "text, bs4", "agreement"]
    assert set(told["agreement"]) == {"text, bs4"}


def test_speed_needs_no_data(tmp_path: Path) -> None:
    told = json.loads(invoke("speed", "--times", "1", "--data", str(tmp_path / "nowhere"), "--json"))
    assert [point["step"] for point in told["curve"]] == [1]
    assert told["costs"] == {}


def test_speed_lists_the_tools(wcxb_folder: str) -> None:
    told = json.loads(invoke("speed", "--times", "1", "--data", wcxb_folder, "--every", "1", "--json"))
    assert "clean_text" in told["costs"]
    assert set(told["costs"]["clean_text"]) == {"ms", "ratio", "errors"}


@pytest.mark.parametrize("option", [("--as", "text"), ("--preset", "recall")])
def test_a_peer_reads_no_flat_text_and_has_no_presets(wcxb_folder: str, option: tuple[str, str]) -> None:
    arguments = ["wcxb", "--data", wcxb_folder, "--peer", "trafilatura", *option]
    result = CliRunner().invoke(__main__.main, arguments)
    assert result.exit_code == 2
    assert "a peer reads HTML only" in result.output
