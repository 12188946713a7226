"""Posts that the markup sets apart by their looks and dates: few of them, some without a text, some in cells or beside a sidebar."""

from __future__ import annotations

import pytest

from tests.grammar.helpers import ONE, TITLES, TWO, heads, posts
from tests.helpers import process, web


def card(n: int, *, date: str = "May {n}, 2023", text: str = "") -> str:
    when = f"<span class=date>{date.format(n=n + 1)}</span>" if date else ""
    return f"<div class=card><h3><a href=/post/{n}>{TITLES[n]}</a></h3>{when}{text and f'<p>{text}</p>'}</div>"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (card(1, text=TWO), list(TITLES[:2])),
        (card(1, date="", text=TWO), []),
        (card(0, text=TWO), []),
        (card(1, text=TWO).replace("<a href=/post/1>", "<a>"), []),
        (card(1, text=f"{TWO} " * 40), []),
    ],
)
def test_two_are_posts_where_each_has_a_date_and_leads_to_a_page_of_its_own(second: str, expected: list[str]) -> None:
    assert heads(web(card(0, text=ONE) + second)) == expected


MENU = "".join(f"<div><a href=/{n}>Section number {n}</a></div>" for n in range(60))


@pytest.mark.parametrize(
    ("date", "beside", "expected"),
    [
        ("May {n}, 2023", "", list(TITLES)),
        ("", "", []),
        ("May {n}, 2023", f"<p>{ONE}</p><p>{TWO}</p>" * 4, []),
    ],
)
def test_dated_headlines_are_posts_without_a_text_where_little_else_is_to_be_read(date: str, beside: str, expected: list[str]) -> None:
    assert heads(web(MENU + "".join(card(n, date=date) for n in range(3)) + beside)) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [("posts has-sidebar", list(TITLES)), ("content-sidebar-wrap", list(TITLES)), ("posts sidebar", []), ("has-sidebar widget", [])],
)
def test_what_has_a_sidebar_beside_it_is_none(names: str, expected: list[str]) -> None:
    story = f"<p>{ONE}</p><p>{TWO}</p>" * 6
    assert heads(web(f"<div class='{names}'>{posts('<article><h2>{title}</h2><p>{text}</p></article>')}</div>{story}")) == expected


def test_a_time_for_machines_is_a_date_in_any_language() -> None:
    html = posts("<article><h2><a href=/{n}>{title}</a></h2><time datetime=2022-04-0{n}T08:00>7 เมษายน, 2565</time></article>")
    assert [r.title for r in process(web(f"<h1>Tea Leaves</h1>{html}", "<title>Tea Leaves</title>")).records] == list(TITLES)


def test_short_articles_beside_a_long_one_may_stand_in_cells_of_their_own() -> None:
    texts = (f"{ONE} " * 20, TWO, TWO)
    form = "<div class=cell><article class=post><h2>{title}</h2><p>{text}</p></article></div>"
    assert heads(web(posts(form, *texts))) == list(TITLES)
    assert heads(web(posts(form.replace("class=cell", "class=cell-{n}").replace("<div", "<div><div").replace("</div>", "</div></div>"), *texts))) == list(TITLES[:1])


@pytest.mark.parametrize(
    "names",
    [
        ("story first", "story", "story last"),
        ("story odd", "story even", "story odd"),
        ("story category-ports", "story category-ferries tag-night", "story category-ports"),
    ],
)
def test_the_place_in_a_list_and_the_topic_are_no_part_of_the_look(names: tuple[str, str, str]) -> None:
    items = zip(names, TITLES, (ONE, TWO, f"{ONE} {TWO}"), strict=False)
    html = "".join(f"<div class='{name}'><h3>{title}</h3><p>{text}</p></div>" for name, title, text in items)
    assert heads(web(html)) == list(TITLES[:3])
    assert heads(web(html.replace("story", "box", 1))) == []


def test_dated_headings_part_lines_that_are_no_sentences() -> None:
    def post(n: int, when: str) -> str:
        lines = "<br>".join(f"The rope was wet again, and coil {i} on the quay" for i in range(6))
        return f"<h2><a href=/{n}>{TITLES[n]}</a></h2><p>{when}</p><div>{lines}</div>"

    dated = "".join(post(n, f"2023-05-0{n + 1}") for n in range(3))
    assert heads(web(f"<div>{dated}</div>")) == list(TITLES[:3])
    undated = "".join(post(n, "The harbour") for n in range(3))
    assert heads(web(f"<div>{undated}</div>")) == []


def listed(form: str, beside: str = "") -> str:
    """A page that lists its posts in this form, and what else is on it."""
    items = "".join(form.format(n=n, title=title, date=f"Aug {9 - n}, 2023", iso=f"2023-08-0{9 - n}") for n, title in enumerate(TITLES))
    return web(f"<nav><a href=/>Courier</a></nav><h1>Courier of Port Ansel</h1>{beside}<ul>{items}</ul>", "<title>Courier of Port Ansel</title>")


@pytest.mark.parametrize(
    "form",
    [
        "<li><a href=/{n}>{title}</a> <span>{date}</span></li>",
        "<li class=post>{date} – <a href=/{n}>{title}</a></li>",
        "<li><a href=/{n}>{title}</a> <time datetime={iso}>{date}</time></li>",
        "<li><time datetime={iso}>{date}</time> <a class=post-title href=/{n}>{title}</a></li>",
        "<li><div><a href=/{n}>{title}</a></div><div>{date}</div></li>",
    ],
)
def test_links_with_a_date_each_are_posts_where_nothing_else_is_to_be_read(form: str) -> None:
    result = process(listed(form))
    assert [(r.title, (r.published or "")[:10], r.body) for r in result.records] == [(title, f"2023-08-0{9 - n}", "") for n, title in enumerate(TITLES)]
    for record in result.records:
        (start, end), *_ = record.spans["title"]
        assert result.document.text[start:end] == record.title


def test_numbers_tell_posts_apart() -> None:
    records = process(listed("<li><a href=/{n}>Notes of the week, no. {n}</a> <span>{date}</span></li>")).records
    assert [r.title for r in records] == [f"Notes of the week, no. {n}" for n in range(len(TITLES))]


@pytest.mark.parametrize(
    ("form", "beside"),
    [
        ("<li><a href=/{n}>{title}</a> <span>{date}</span></li>", f"<p>{ONE} {TWO}</p>" * 4),
        ("<li><a href=/{n}>{title}</a> <span>no date</span></li>", ""),
        ("<li><a href=https://elsewhere.example/{n}>{title}</a> <span>{date}</span></li>", "<link rel=canonical href=https://courier.example/>"),
        ("<li><a href=/{n}>The same notice</a> <span>{date}</span></li>", ""),
        ("<li>{title} <span>{date}</span></li>", ""),
        ("<li class=widget><a href=/{n}>{title}</a> <span>{date}</span></li>", ""),
    ],
)
def test_other_lists_are_no_posts(form: str, beside: str) -> None:
    assert len(process(listed(form, beside)).records) <= 1
