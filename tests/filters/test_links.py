from __future__ import annotations

import pytest

from cleaner.filters import links
from tests.filters.helpers import LONG, STORIES, removed_alone
from tests.helpers import paragraphs, process, web

NAMES = ["Boats for hire", "Oars for sale", "Quay to close", "Goats of Skell", "Bread before dawn"]


def linked(*names: str, form: str = "<p>{}</p>") -> str:
    return "\n".join(form.format(f'<a href="/{n}">{name}</a>') for n, name in enumerate(names))


@pytest.mark.parametrize(
    "form",
    [
        "<p>{}</p>",
        "<div>{}</div>",
        "<div><div><span>{}</span></div></div>",
        "<ul><li>{}</li></ul>",
        "<table><tr><td>{}</td></tr></table>",
        "{}<br>",
        "<p>» {}</p>",
    ],
)
def test_removes_runs_of_links(form: str) -> None:
    html = linked(*NAMES, form=form)
    for page in (
        paragraphs(*LONG) + html,
        html + paragraphs(*LONG),
        paragraphs(*LONG[:6]) + html + paragraphs(*LONG[6:]),
    ):
        removed = removed_alone(links, web(page))
        assert [(text.removeprefix("» "), label) for text, label in removed] == [(name, "link-list") for name in NAMES]


def test_every_label_has_a_case() -> None:
    assert links.labels == {"link-list"}


def test_four_lines_are_a_run_and_three_are_none() -> None:
    assert len(removed_alone(links, web(paragraphs(*LONG) + linked(*NAMES[:4])))) == 4
    assert removed_alone(links, web(paragraphs(*LONG) + linked(*NAMES[:3]))) == []


# What must stay


@pytest.mark.parametrize("between", ["<p>Or else:</p>", "<h2>Or else</h2>", f"<p>{LONG[0]}</p>"])
def test_keeps_runs_that_something_breaks(between: str) -> None:
    html = linked(*NAMES[:2]) + between + linked(*NAMES[2:])
    assert removed_alone(links, web(paragraphs(*LONG[1:]) + html)) == []


def test_keeps_linked_headings() -> None:
    html = "".join(f"<h3><a href=/{n}>{name}</a></h3>" for n, name in enumerate(NAMES))
    assert removed_alone(links, web(paragraphs(*LONG) + html)) == []


def test_keeps_lines_with_a_link_in_them() -> None:
    html = "".join(f"<li><a href=/{n}>{name}</a>, which nobody wants</li>" for n, name in enumerate(NAMES))
    assert removed_alone(links, web(f"{paragraphs(*LONG)}<ul>{html}</ul>")) == []


def test_keeps_running_text_that_is_all_link() -> None:
    assert removed_alone(links, web(paragraphs(*LONG) + linked(*(f"{text} Or not." for text in LONG[:5])))) == []


def test_keeps_the_links_of_a_page_of_links() -> None:
    html = linked(*NAMES)
    assert removed_alone(links, web(html)) == []
    assert removed_alone(links, web(paragraphs(*LONG[:3]) + html)) == []


def test_keeps_a_list_without_links() -> None:
    html = "<ul>" + "".join(f"<li>{name}</li>" for name in NAMES) + "</ul>"
    assert removed_alone(links, web(paragraphs(*LONG) + html)) == []


def test_keeps_plain_text() -> None:
    assert removed_alone(links, "\n\n".join((*LONG, *NAMES, *NAMES))) == []


def test_the_text_above_is_the_body() -> None:
    title = STORIES["en"][0]
    page = web(f"<h1>{title}</h1>{paragraphs(*LONG)}<div>{linked(*NAMES)}</div>", f"<title>{title}</title>")
    (record,) = process(page).records
    assert record.body == "\n\n".join(LONG)
