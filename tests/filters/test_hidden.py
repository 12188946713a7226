from __future__ import annotations

import pytest

from cleaner.filters import hidden
from tests.filters.helpers import LONG, STORIES, removed_alone
from tests.helpers import clean_text, paragraphs, process, web

TITLE, *STORY = STORIES["en"]
TEXT = paragraphs(*STORY)

HIDDEN = [
    "<p hidden>Toggle me</p>",
    "<div hidden=''><p>Toggle me</p></div>",
    "<div hidden=hidden><div><b>Toggle me</b></div></div>",
    "<p style='display:none'>Toggle me</p>",
    "<p style='color: red; DISPLAY : none'>Toggle me</p>",
    "<div style='visibility: hidden'><ul><li>Toggle me</li></ul></div>",
    "<p aria-hidden=true>Toggle me</p>",
    "<noscript><p>Toggle me</p></noscript>",
    "<table><tr style='display:none'><td>Toggle me</td></tr></table>",
]
CONTROLS = [
    "<button>Toggle me</button>",
    "<form><label for=q>Toggle me</label><input id=q></form>",
    "<fieldset><legend>Toggle me</legend></fieldset>",
    "<select><option>Toggle me</option></select>",
    "<select><optgroup label=x><option>Toggle me</option></optgroup></select>",
    "<textarea>Toggle me</textarea>",
]


@pytest.mark.parametrize("html", HIDDEN)
def test_removes_what_a_browser_does_not_show(html: str) -> None:
    assert removed_alone(hidden, web(TEXT + html)) == [("Toggle me", "hidden")]
    assert removed_alone(hidden, web(html + TEXT)) == [("Toggle me", "hidden")]


@pytest.mark.parametrize("html", CONTROLS)
def test_removes_the_controls_of_forms(html: str) -> None:
    assert removed_alone(hidden, web(TEXT + html)) == [("Toggle me", "form-control")]


def test_every_label_has_a_case() -> None:
    assert hidden.labels == {"hidden", "form-control"}


def test_hidden_running_text_goes_with_the_rest() -> None:
    html = web(f"<h1>{TITLE}</h1>{TEXT}<div style='display:none'><p>{LONG[0]}</p></div>")
    assert removed_alone(hidden, html) == [(LONG[0], "hidden")]
    assert [record.body for record in process(html).records] == ["\n\n".join(STORY)]


# What must stay


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden=until-found>Toggle me</p>",
        "<p aria-hidden=false>Toggle me</p>",
        "<p style='display:block'>Toggle me</p>",
        "<p style='overflow: hidden'>Toggle me</p>",
        "<p class=hidden>Toggle me</p>",
        "<p data-hidden=true>Toggle me</p>",
        "<p><b>Toggle me</b></p>",
    ],
)
def test_keeps_what_only_sounds_hidden(html: str) -> None:
    assert removed_alone(hidden, web(TEXT + html)) == []


@pytest.mark.parametrize("tag", ["button", "label", "legend", "textarea"])
def test_keeps_running_text_in_a_control(tag: str) -> None:
    assert removed_alone(hidden, web(f"{TEXT}<{tag}>{LONG[0]}</{tag}>")) == []


def test_of_an_inline_element_only_its_own_text_goes() -> None:
    html = web(f"{TEXT}<p>The tide <span style='display:none'>Toggle me</span> comes at six.</p>")
    assert removed_alone(hidden, html) == [("Toggle me", "hidden")]
    assert "The tide comes at six." in clean_text(html).splitlines()


def test_two_inline_elements_and_what_is_between_them() -> None:
    html = web(f"{TEXT}<p><i hidden>Toggle me</i>The tide <b>comes</b> at six. <i aria-hidden=true>Or not</i></p>")
    assert removed_alone(hidden, html) == [("Toggle me", "hidden"), ("Or not", "hidden")]
    assert clean_text(html).splitlines()[-1] == "The tide comes at six."


@pytest.mark.parametrize(
    "html",
    [
        "<body style='visibility:hidden'>{}</body>",
        "<div id=app style='display: none'>{}</div>",
        "<p>Loading</p><div aria-hidden=true>{}</div>",
        "<noscript>{}</noscript>",
        "<p>" + LONG[0] + "</p><div hidden>{}</div>",
    ],
)
def test_keeps_a_page_that_a_script_shows(html: str) -> None:
    page = web(html.format(f"<h1>{TITLE}</h1>{TEXT}"))
    assert removed_alone(hidden, page) == []
    result = process(page)
    assert set(STORY) <= set(result.text.splitlines())
    assert [m.label for m in result.ledger.losers if m.label == "hidden"]


def test_where_as_much_is_hidden_as_shown_the_hidden_half_goes() -> None:
    html = web(f"<p>{LONG[0]}</p><div hidden><p>{LONG[0]}</p></div>")
    assert removed_alone(hidden, html) == [(LONG[0], "hidden")]
    assert removed_alone(hidden, html.replace("hidden><p>", "hidden><p>Now: ")) == []


def test_plain_text_hides_nothing() -> None:
    text = "\n\n".join((TITLE, *STORY, "Toggle me", "hidden", "display: none"))
    assert removed_alone(hidden, text) == []
