"""Published and modified in HTML: what the markup says, and which of several dates is the article's."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, check_spans, html, only, raw, read
from tests.helpers import paragraphs, process, web

# HTML: what the markup says


@pytest.mark.parametrize(
    ("meta", "published", "modified"),
    [
        ('<p><time datetime="2023-11-19">November 19, 2023</time></p>', "2023-11-19", None),
        ('<p><time datetime="2023-11-19">Sunday</time></p>', "2023-11-19", None),
        ('<p><time datetime="2023-11-19">2 days ago</time></p>', "2023-11-19", None),
        ('<p><time datetime="2023-11-19T10:30:00+01:00">Sunday</time></p>', "2023-11-19T10:30:00+01:00", None),
        ('<p><time datetime="2023-11-19 10:30">Sunday</time></p>', "2023-11-19T10:30:00", None),
        ('<p><time datetime="2023-11">this month</time></p>', "2023-11", None),
        ('<p><time datetime="Sun, 19 Nov 2023 10:30:00 GMT">Sunday</time></p>', "2023-11-19T10:30:00+00:00", None),
        ('<p><time datetime="20 November 2023">19.11.2023</time></p>', "2023-11-20", None),
        ("<p><time>November 19, 2023</time></p>", "2023-11-19", None),
        ('<p><time datetime="soon">November 19, 2023</time></p>', "2023-11-19", None),
        ('<p><time datetime="">November 19, 2023</time></p>', "2023-11-19", None),
        ('<div><time datetime="2023-11-19"><b>Sunday</b></time></div>', "2023-11-19", None),
        ('<p><span itemprop=datePublished content="2023-11-19">Sunday</span></p>', "2023-11-19", None),
        ('<p itemprop=dateModified content="2023-11-20">Monday</p>', None, "2023-11-20"),
        (
            ('<p><span itemprop=datePublished content="2023-11-19">Sunday</span>'
            ' <span itemprop=dateModified content="2023-11-20">Monday</span></p>'),
            "2023-11-19",
            "2023-11-20",
        ),
        ("<p class=post-date>19.11.2023</p>", "2023-11-19", None),
        ("<p class=timestamp>Nov 19, 2023</p>", "2023-11-19", None),
        ("<p id=pubdate><b>Sun</b> 19 Nov 2023</p>", "2023-11-19", None),
        ("<div class=date><span>19</span> <span>Nov</span> <span>2023</span></div>", "2023-11-19", None),
        ("<div class=date><p>Sunday, November 19th, 2023</p></div>", "2023-11-19", None),
        ('<p class=meta>Ann Lee · <time datetime="2023-11-19">Sunday</time></p>', "2023-11-19", None),
    ],
)
def test_dates_that_the_markup_tells(meta: str, published: str | None, modified: str | None) -> None:
    record = read(html(meta))
    assert (record.published, record.modified) == (published, modified)
    assert record.title == TITLE


@pytest.mark.parametrize(
    ("meta", "published", "modified"),
    [
        ('<abbr class="published" title="2023-11-19">November 19, 2023</abbr>', "2023-11-19", None),
        ('<span class="published">November 19, 2023</span>', "2023-11-19", None),
        ('<time class="updated" datetime="2023-11-19">November 19, 2023</time>', "2023-11-19", None),
        ('<time class="entry-date published updated" datetime="2023-11-19">Sunday</time>', "2023-11-19", None),
        ('<time class="dt-published" datetime="2023-11-19">Sunday</time>', "2023-11-19", None),
        ('Updated <time datetime="2023-11-20">November 20, 2023</time>', None, "2023-11-20"),
        ('Updated <time class="updated" datetime="2023-11-20">November 20, 2023</time>', None, "2023-11-20"),
    ],
)
def test_dates_of_entries_in_the_hatom_format(meta: str, published: str | None, modified: str | None) -> None:
    record = read(html(f"<p class=entry-meta>{meta}</p>"))
    assert (record.published, record.modified) == (published, modified)


def test_where_a_date_comes_from() -> None:
    for meta, origin in (
        ('<time datetime="2023-11-19">Sunday</time>', "markup"),
        ("<time>November 19, 2023</time>", "text"),
        ("November 19, 2023", "text"),
    ):
        result = process(html(f"<p>{meta}</p>"))
        check_spans(result)
        assert only(result).origins["published"] == origin
        assert raw(result, "published") == ["Sunday" if "Sunday" in meta else "November 19, 2023"]


def test_a_machine_date_is_surer_than_the_text() -> None:
    def confidence(meta: str) -> float:
        return read(html(f"<p>{meta}</p>")).confidence["published"]

    assert confidence('<time datetime="2023-11-19">November 19, 2023</time>') > confidence("November 19, 2023")
    # 'updated' is published only where nothing else is.
    both = '<p>{} <time class="updated" datetime="2023-11-20">November 20, 2023</time></p>'
    assert read(html(both.format("<span class=published>November 19, 2023</span>"))).published == "2023-11-19"


@pytest.mark.parametrize(
    "meta",
    [
        '<time datetime="2023-13-45">Sunday</time>',
        '<time datetime="10:30">half past ten</time>',
        '<time datetime="P2D">two days</time>',
        '<time datetime="0000-00-00">never</time>',
        '<time datetime="9999-12-31">forever</time>',
        "<time>Sunday</time>",
        "<time></time>The last day",
        "<span class=date>The last day</span>",
        '<span class=candidate title="2023-11-19">The last day</span>',
        '<span data-date="2023-11-19" content="2023-11-19">The last day</span>',
        '<img alt="x" datetime="2023-11-19">The last day',
    ],
)
def test_markup_that_tells_no_date(meta: str) -> None:
    record = read(html(f"<p>{meta}</p>"))
    assert (record.published, record.modified) == (None, None)


@pytest.mark.parametrize("name", ["published", "date", "entry-date"])
def test_a_long_text_under_the_name_of_a_date_is_none(name: str) -> None:
    text = "The quay of Port Ansel was built on May 8, 1958, and rebuilt in the year in which the clerk learned to row, to swim and to dive."
    result = process(html(f"<div class={name}><p>{text}</p></div>"))
    assert only(result).published is None
    assert text in only(result).body


def test_a_date_in_a_source_line_of_html_is_none() -> None:
    below = '<p>Source: Halm Courier, <time datetime="2023-11-20">November 20, 2023</time></p>'
    record = read(html(below=below))
    assert record.published is None
    assert record.sources[0].dates == ("2023-11-20",)


@pytest.mark.parametrize(
    "sentence",
    [
        'The ferry sank on <time datetime="1958-05-08">May 8, 1958</time>, when nobody was on board but a calf and a boy.',
        "The ferry sank on <time class=past>May 8, 1958</time>.",
        '<span class=date>The ferry sank on May 8, 1958.</span>',
    ],
)
def test_a_marked_date_in_a_sentence_is_no_date_of_the_article(sentence: str) -> None:
    record = read(html(below=f"<p>{sentence}</p>"))
    assert record.published is None
    assert "May 8, 1958" in record.body


@pytest.mark.parametrize(
    ("word", "published", "modified"),
    [("Published", "2023-11-19", None), ("Posted on", "2023-11-19", None), ("Updated:", None, "2023-11-19")],
)
def test_the_opening_word_of_a_marked_date_is_no_text(word: str, published: str | None, modified: str | None) -> None:
    record = read(html(f'<p>{word} <time datetime="2023-11-19">November 19, 2023</time></p>'))
    assert (record.published, record.modified, record.body) == (published, modified, BODY)


def test_an_entry_with_both_dates_of_the_hatom_format() -> None:
    record = read(
        html(
            '<p><time class="entry-date published" datetime="2023-11-19">November 19, 2023</time>'
            ' <time class="updated" datetime="2023-11-20">November 20, 2023</time></p>'
        )
    )
    assert (record.published, record.modified) == ("2023-11-19", "2023-11-20")


# HTML: the dates beside the headline, those elsewhere, and what the metadata says


def _metas(published: str, modified: str) -> str:
    return f'<meta property="article:published_time" content="{published}"><meta property="article:modified_time" content="{modified}">'


@pytest.mark.parametrize(
    ("shown", "published", "modified"),
    [
        ('<time class="entry-date published" datetime="2023-11-19">Sunday</time>', "2020-03-10T15:30:00+00:00", "2023-11-19"),
        ("November 19, 2023", "2020-03-10T15:30:00+00:00", "2023-11-19"),
        ("November 18, 2023", "2020-03-10T15:30:00+00:00", "2023-11-18"),  # the same hour by another clock
        ("Published on November 19, 2023", "2023-11-19", "2023-11-19T04:00:00+00:00"),
        ("November 17, 2023", "2023-11-17", "2023-11-19T04:00:00+00:00"),  # neither
        ("March 11, 2020", "2020-03-11", "2023-11-19T04:00:00+00:00"),
    ],
)
def test_a_shown_date_that_the_metadata_calls_a_change(shown: str, published: str, modified: str) -> None:
    record = read(html(f"<p>{shown}</p>", head=_metas("2020-03-10T15:30:00+00:00", "2023-11-19T04:00:00+00:00")))
    assert (record.published, record.modified) == (published, modified)


@pytest.mark.parametrize(("said", "published"), [("2023-11-19", "2023-11-19"), ("2023-05-02", "2023-05-02"), ("2022-01-01", "2023-05-02")])
def test_of_two_dates_beside_the_headline_the_one_that_the_metadata_names(said: str, published: str) -> None:
    page = f'<meta name=date content="{said}"><p>November 19, 2023</p><h1>{TITLE}</h1><p>May 2, 2023</p>' + paragraphs(*BODIES["en"])
    assert (read(page).published or "")[:10] == published


def test_a_date_elsewhere_is_less_sure_than_the_metadata() -> None:
    below = '<div class=more><a href="/b">Rowing for bakers</a> <time datetime="2024-01-05">January 5, 2024</time></div>'
    head = '<meta property="article:published_time" content="2022-05-10">'
    assert read(html(below=below * 2, head=head)).published == "2022-05-10"


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("Posted on the 15/12/2025 at 19:00 by @annlee", "2025-12-15T19:00"),
        ("The 15/12/2025 by @annlee", None),
    ],
)
def test_a_date_at_the_foot_needs_a_word_that_opens_it(foot: str, published: str | None) -> None:
    assert read(html(below=f"<div>{foot}</div>")).published == published


def test_a_dot_operator_separates() -> None:
    record = read(html("<p>By Ann Lee ⋅ Senior Analyst ⋅ Updated March 5, 2025</p>"))
    assert ([a.name for a in record.authors], record.modified) == (["Ann Lee"], "2025-03-05")


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("<footer><p>Published 12 Nov 2017</p></footer>", "2017-11-12"),
        ("<footer><p>12 Nov 2017</p></footer>", None),
        ("<footer><p>© Halm Courier, published 12 Nov 2017 by the harbour office of Port Ansel</p></footer>", None),
        ("<footer><p>Updated 12 Nov 2017</p></footer>", None),
    ],
)
def test_the_footer_of_an_article_that_calls_a_date_its_own(foot: str, published: str | None) -> None:
    for meta, expected in (("", published), ("<p>May 2, 2016</p>", "2016-05-02")):
        record = only(process(html(meta).replace("</article>", f"</article>{foot}")))
        assert (record.published, record.body) == (expected, BODY)


@pytest.mark.parametrize(
    ("dates", "published"),
    [(("September 1, 2015",), "2015-09-01"), (("September 1, 2015", "1 Sep 2015"), "2015-09-01"), (("September 1, 2015", "May 2, 2016"), None)],
)
def test_the_one_date_over_a_text_without_a_headline(dates: tuple[str, ...], published: str | None) -> None:
    top = "".join(f"<h6 class=subtitle>{date}</h6>" for date in dates)
    record = read(web(f"<div>{top}</div><main>{paragraphs(*BODIES['en'])}</main>"))
    assert (record.published, record.body) == (published, BODY)
