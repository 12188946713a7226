"""Published and modified: from metadata lines and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.fields.helpers import BODIES, BODY, TITLE, TITLES, article, check_spans, html, only, page, raw, read
from tests.helpers import paragraphs, process, web


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("November 19, 2023", "2023-11-19", None),
        ("19 November 2023", "2023-11-19", None),
        ("2023-11-19", "2023-11-19", None),
        ("2023-11-19T10:30:00Z", "2023-11-19T10:30:00Z", None),
        ("Published on November 19, 2023", "2023-11-19", None),
        ("Posted: Nov 19, 2023", "2023-11-19", None),
        ("Posted on 19 November 2023 at 10:30 am", "2023-11-19T10:30", None),
        ("Sunday, November 19th, 2023", "2023-11-19", None),
        ("11/19/2023", "2023-11-19", None),
        ("19/11/2023", "2023-11-19", None),
        ("May 2014", "2014-05", None),
        ("Updated November 20, 2023", None, "2023-11-20"),
        ("Updated: November 20, 2023 10:30 pm", None, "2023-11-20T22:30"),
        ("Last updated on November 20, 2023", None, "2023-11-20"),
        ("Last modified: 2023-11-20", None, "2023-11-20"),
        ("Published November 19, 2023 | Updated November 20, 2023", "2023-11-19", "2023-11-20"),
        ("Published: November 19, 2023, Updated: November 20, 2023", "2023-11-19", "2023-11-20"),
        ("Published November 19, 2023 Updated November 20, 2023", "2023-11-19", "2023-11-20"),
        ("November 19, 2023 (updated November 20, 2023)", "2023-11-19", "2023-11-20"),
        ("Updated November 20, 2023 | Published November 19, 2023", "2023-11-19", "2023-11-20"),
        ("By Ann Lee | November 19, 2023", "2023-11-19", None),
        ("Ann Lee | November 19, 2023", "2023-11-19", None),
        ("By Ann Lee on November 19, 2023", "2023-11-19", None),
        ("November 19, 2023 by Ann Lee", "2023-11-19", None),
        ("November 19, 2023 | 3 Comments", "2023-11-19", None),
        ("November 19, 2023 · Boats", "2023-11-19", None),
        ("3 Agustus 2019", "2019-08-03", None),
        ("Ann Lee | 29 Ekim 2020", "2020-10-29", None),
        ("11 października 2018", "2018-10-11", None),
    ],
)
def test_english_pages(line: str, published: str | None, modified: str | None) -> None:
    record = read(article(line))
    assert (record.published, record.modified) == (published, modified)
    assert (record.title, record.body) == (TITLE, BODY)


@pytest.mark.parametrize(
    ("language", "line", "published", "modified"),
    [
        ("de", "19. November 2023", "2023-11-19", None),
        ("de", "Veröffentlicht am 19.11.2023 um 10:30 Uhr", "2023-11-19T10:30", None),
        ("de", "Stand: 20.11.2023", None, "2023-11-20"),
        ("de", "Veröffentlicht: 19.11.2023 | Aktualisiert: 20.11.2023", "2023-11-19", "2023-11-20"),
        ("fr", "Publié le 19 novembre 2023", "2023-11-19", None),
        ("fr", "Publié le 19 novembre 2023, mis à jour le 20 novembre 2023", "2023-11-19", "2023-11-20"),
        ("es", "Publicado el 19 de noviembre de 2023", "2023-11-19", None),
        ("es", "Actualizado: 20/11/2023", None, "2023-11-20"),
        ("it", "Pubblicato il 19 novembre 2023 alle 10:30", "2023-11-19T10:30", None),
        ("it", "Ultimo aggiornamento: 20 novembre 2023", None, "2023-11-20"),
        ("pt", "Publicado em 19 de novembro de 2023", "2023-11-19", None),
        ("pt", "19/11/2023 às 10h30 - Atualizado em 20/11/2023", "2023-11-19T10:30", "2023-11-20"),
        ("nl", "Gepubliceerd op 19 november 2023", "2023-11-19", None),
        ("nl", "Laatst bijgewerkt op 20 november 2023", None, "2023-11-20"),
        ("ru", "Опубликовано: 19 ноября 2023", "2023-11-19", None),
        ("ru", "19 ноября 2023 г.", "2023-11-19", None),
        ("ru", "19 ноября 2023 года", "2023-11-19", None),
        ("ru", "Обновлено: 20.11.2023", None, "2023-11-20"),
        ("zh", "2023年11月19日", "2023-11-19", None),
        ("zh", "发布时间：2023-11-19 10:30", "2023-11-19T10:30", None),
        ("zh", "更新于2023年11月20日", None, "2023-11-20"),
        ("ja", "公開日：2023年11月19日", "2023-11-19", None),
        ("ja", "2023年11月19日（日）", "2023-11-19", None),
        ("ja", "更新日：2023年11月20日", None, "2023-11-20"),
        ("ar", "19 نوفمبر 2023", "2023-11-19", None),
        ("ar", "نشر في 19 نوفمبر 2023", "2023-11-19", None),
        ("ar", "آخر تحديث: 20 نوفمبر 2023", None, "2023-11-20"),
    ],
)
def test_every_language(language: str, line: str, published: str | None, modified: str | None) -> None:
    record = read(article(line, language=language))
    assert (record.published, record.modified) == (published, modified)
    assert (record.title, record.body) == (TITLES[language], "\n\n".join(BODIES[language]))


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("November 19, 2023", ["November 19, 2023"], []),
        ("By Ann Lee | November 19, 2023 | Boats", ["November 19, 2023"], []),
        ("Published on November 19, 2023", ["Published on November 19, 2023"], []),
        (
            "Published November 19, 2023 | Updated November 20, 2023",
            ["Published November 19, 2023"],
            ["Updated November 20, 2023"],
        ),
    ],
)
def test_the_raw_text(line: str, published: list[str], modified: list[str]) -> None:
    result = process(article(line))
    check_spans(result)
    assert (raw(result, "published"), raw(result, "modified")) == (published, modified)


def test_the_date_on_the_line_below_its_opening_word() -> None:
    record = read(page(TITLE, "Published\nNovember 19, 2023", BODY))
    assert (record.published, record.body) == ("2023-11-19", BODY)


def test_a_date_over_the_title() -> None:
    record = read(page("November 19, 2023", TITLE, BODY))
    assert (record.title, record.published, record.body) == (TITLE, "2023-11-19", BODY)


@pytest.mark.parametrize(
    ("line", "other", "published"),
    [
        ("03/04/2023", (), "2023-03-04"),
        ("03/04/2023", ("Updated 25/04/2023",), "2023-04-03"),
        ("03/04/2023", ("Updated 04/25/2023",), "2023-03-04"),
    ],
)
def test_the_order_of_day_and_month_by_the_page(line: str, other: tuple[str, ...], published: str) -> None:
    assert read(article(line, *other)).published == published


@pytest.mark.parametrize(
    ("language", "published"),
    [("en", "2023-03-04"), ("de", "2023-04-03"), ("fr", "2023-04-03"), ("pt", "2023-04-03")],
)
def test_the_order_of_day_and_month_by_the_language(language: str, published: str) -> None:
    assert read(article("03/04/2023", language=language)).published == published


def test_an_ambiguous_date_is_less_sure() -> None:
    open_order = read(article("03/04/2023")).confidence["published"]
    assert open_order < read(article("13/04/2023")).confidence["published"]
    assert open_order < read(article("March 4, 2023")).confidence["published"]


@pytest.mark.parametrize(
    "line", ["Yesterday", "2 days ago", "Posted 2 days ago", "Ann Lee | 2 days ago", "By Ann Lee | yesterday"]
)
def test_relative_dates_need_a_reference(line: str) -> None:
    text = article(line)
    assert read(text).published is None
    day = read(text, reference_date=date(2023, 11, 19)).published
    assert day == ("2023-11-18" if "esterday" in line else "2023-11-17")


@pytest.mark.parametrize(
    "sentence",
    [
        "On November 19, 2023, the ferry stopped in the middle of the river, and it has not moved since then.",
        "November 19, 2023 was a windy day on the quay, and nobody wanted to be the first to row home.",
        "The ferry was launched on May 8, 1958 and rebuilt on 12/11/1979, as a plate at its bow still says.",
        "By November 19, 2023 there were forty boats on the water, and the bakery opened an hour earlier.",
        "Updated timetables were promised for November 20, 2023, but the printer had moved to the mountains.",
        "Published on November 19, 2023, the report of the harbour office is four pages long and names nobody.",
        "Yesterday the boats were back at the quay, and 2 days ago there was nobody to be seen at all.",
    ],
)
def test_a_date_in_a_sentence_is_no_date_of_the_article(sentence: str) -> None:
    one, two = BODIES["en"]
    result = process(page(TITLE, one, sentence, two), reference_date=date(2024, 1, 2))
    (record,) = result.records
    assert (record.published, record.modified) == (None, None)
    assert record.body == f"{one}\n\n{sentence}\n\n{two}"


@pytest.mark.parametrize(
    "line",
    [
        "May",
        "on",
        "On",
        "12",
        "A 2",
        "Second",
        "2023",
        "Monday",
        "10:30",
        "32 November 2023",
        "February 30, 2023",
    ],
)
def test_no_dates(line: str) -> None:
    one, two = BODIES["en"]
    record = read(page(TITLE, one, line, two), reference_date=date(2024, 1, 2))
    assert (record.published, record.modified) == (None, None)


def test_a_day_without_a_year_needs_a_reference() -> None:
    text = article("By Ann Lee | May 19")
    assert read(text).published is None
    assert read(text, reference_date=date(2024, 1, 2)).published == "2023-05-19"
    assert read(text, reference_date=date(2024, 1, 2)).body == BODY


def test_a_date_in_a_caption_or_a_source_line_is_none() -> None:
    record = read(
        article(
            below=(
                "The quay on November 19, 2023 (Photo: Bo Birk)",
                "Source: Halm Courier, November 20, 2023",
            )
        )
    )
    assert (record.published, record.modified) == (None, None)
    assert record.sources[0].dates == ("2023-11-20",)


@pytest.mark.parametrize(
    "title",
    [
        "May 8, 1958: The Day the Ferry Came",
        "The Floods of November 2023",
        "Second Ferry by 2025",
        "On the Quay in 1958",
    ],
)
def test_a_date_in_a_title_is_none(title: str) -> None:
    record = read(article(title=title))
    assert (record.title, record.published) == (title, None)


@pytest.mark.xfail(reason="it is taken for a source line, and then that loses to the byline")
@pytest.mark.parametrize("line", ["By Ann Lee | November 19, 2023", "By Ann Lee, November 19, 2023"])
def test_a_byline_with_a_date_below_the_text(line: str) -> None:
    record = read(article(below=(line,)))
    assert (record.published, record.body) == ("2023-11-19", BODY)


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
