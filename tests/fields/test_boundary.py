"""Where articles begin and end: nothing of one in another."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, BODY, MORE, TITLE, TITLES, article, check_spans, only, page
from tests.helpers import clean, paragraphs, process, web

ONE, TWO = BODIES["en"]
# Words that stand in one article alone, to find a stray piece by.
NEWS = (
    ("Bakery Opens Before Dawn", "The bakery on the northern quay has opened an hour before dawn since the ferry stopped, and its loaves are sold out by six.", "Ann Lee"),
    ("Harbour Clerk Found in Sarn", "The clerk who signed for the part was found last week in a village above Sarn, where he keeps eleven goats and a telescope.", "Bo Birk"),
    ("Oars Cost More Than Cows", "A pair of ash oars went for nine hundred marks at the autumn fair in Halm, which is more than anybody paid for a cow there.", "Cy Cole"),
)  # fmt: skip


def told(text: str) -> list[tuple[str | None, str]]:
    result = process(text)
    check_spans(result)
    return [(record.title, record.body) for record in result.records]


EXPECTED = [(title, text) for title, text, _ in NEWS]


@pytest.mark.parametrize(
    "form",
    [
        "{title}\n\nBy {name}\n\n{text}\n\n",
        "{title}\n\nNovember 19, 2023\n\n{text}\n\n",
        "{title}\n\nBy {name} | November 19, 2023\n\n{text}\n\n",
        "{title}\n\nBy {name}\n\nNovember 19, 2023\n\n{text}\n\n",
        "{title}\nBy {name}\n{text}\n",
        "{title}\n\n{text}\n\nSource: Halm Courier, November 19, 2023\n\n",
        "{title}\n\n{text}\n\nHalm Courier, November 19, 2023\n\n",
        "{title}\n\n{text}\n\nContinue reading\n\n",
        "{title}\n\n{text}\n\nPosted on November 19, 2023 by {name} | 3 Comments\n\n",
        "{title}\n\nBy {name}\n\n{text}\n\nTags: boats, oars\n\n",
        "{title}\n\nBy {name}\n\n{text}\n\nShare this article\n\n",
    ],
)
def test_several_articles(form: str) -> None:
    text = "".join(form.format(title=title, text=body, name=name) for title, body, name in NEWS)
    assert told(text) == EXPECTED


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("de", "{title}\n\nVon Anna Deich\n\n{text}\n\n"),
        ("de", "{title}\n\n{text}\n\nQuelle: Halmer Bote, 19. November 2023\n\n"),
        ("fr", "{title}\n\nPar Zoé Petit\n\n{text}\n\n"),
        ("es", "{title}\n\n{text}\n\nFuente: El Faro de Halm, 19 de noviembre de 2023\n\n"),
        ("it", "{title}\n\n19 novembre 2023\n\n{text}\n\n"),
        ("pt", "{title}\n\nPor Ana Serra\n\n{text}\n\n"),
        ("nl", "{title}\n\nDoor Anna Kade\n\n{text}\n\n"),
        ("ru", "{title}\n\nАвтор: Анна Мост\n\n{text}\n\n"),
        ("zh", "{title}\n\n作者：李小龙\n\n{text}\n\n"),
        ("zh", "{title}\n\n{text}\n\n来源：南湾日报，2023年11月19日\n\n"),
        ("ja", "{title}\n\n文：山田太郎\n\n{text}\n\n"),
        ("ar", "{title}\n\nبقلم: أحمد علي\n\n{text}\n\n"),
    ],
)
def test_several_articles_in_every_language(language: str, form: str) -> None:
    one, two = BODIES[language]
    other = {
        "zh": "面包店天不亮就开门",
        "ja": "夜明け前に開くパン屋",
        "ar": "المخبز يفتح قبل الفجر",
        "ru": "Булочная открывается до рассвета",
    }
    second = other.get(language, "Halm, Sarn: La Luna 1958")
    text = form.format(title=TITLES[language], text=one) + form.format(title=second, text=two)
    assert told(text) == [(TITLES[language], one), (second, two)]


def test_what_belongs_to_each_article_stays_with_it() -> None:
    text = "".join(
        f"{title}\n\nBy {name}\n\nNovember {day}, 2023\n\n{body}\n\nSource: Paper No {day}\n\n"
        for day, (title, body, name) in enumerate(NEWS, 11)
    )
    records = clean(text)
    assert [[a.name for a in r.authors] for r in records] == [[name] for *_, name in NEWS]
    assert [r.published for r in records] == ["2023-11-11", "2023-11-12", "2023-11-13"]
    assert [[s.raw for s in r.sources] for r in records] == [
        ["Source: Paper No 11"],
        ["Source: Paper No 12"],
        ["Source: Paper No 13"],
    ]
    for record in records:
        others = [body for title, body, _ in NEWS if title != record.title]
        assert not any(part in record.body for other in others for part in other.split(", "))


def test_dates_over_titles() -> None:
    text = "".join(f"November {day}, 2023\n\n{title}\n\n{body}\n\n" for day, (title, body, _) in enumerate(NEWS, 11))
    assert [(r.title, r.body, r.published) for r in clean(text)] == [
        (title, body, f"2023-11-{day}") for day, (title, body, _) in enumerate(NEWS, 11)
    ]


DAYS = ["2023-11-11", "2023-11-12", "2023-11-13"]


def test_dates_over_a_title_are_nearer_to_it_than_to_the_text_above() -> None:
    gap = "\n" * 8
    text = "".join(f"November {day}, 2023\n\n{title}\n\n{body}{gap}" for day, (title, body, _) in enumerate(NEWS, 11))
    found = {r.title: r.published for r in clean(f"Skip to content{gap}Toggle Sidebar{gap}Author: Ann Lee{gap}{text}Posted in Boats")}
    assert [found.get(title) for title, *_ in NEWS] == DAYS


def test_dates_under_a_text_are_nearer_to_it_than_to_the_title_below() -> None:
    gap = "\n" * 8
    text = gap.join(f"{title}\n\n{body}\n\nNovember {day}, 2023" for day, (title, body, _) in enumerate(NEWS, 11))
    found = {r.title: r.published for r in clean(f"Skip to content{gap}November 30, 2023\n\n{text}{gap}Copyright 2023 Halm Courier")}
    assert [found.get(title) for title, *_ in NEWS] == DAYS


@pytest.mark.parametrize("head", ["", "Nov 9, 2023\n\nAuthor of the day\n\n"])
def test_all_lines_between_a_date_and_its_title_go_with_the_title(head: str) -> None:
    text = "".join(f"November {day}, 2023\n\nBy {name}\n\n{title}\n\n{body}\n\n" for day, (title, body, name) in enumerate(NEWS, 11))
    found = {r.title: (r.published, [a.name for a in r.authors]) for r in clean(f"Skip to content\n\n{head}{text}")}
    assert [found.get(title) for title, *_ in NEWS] == [(day, [name]) for day, (*_, name) in zip(DAYS, NEWS, strict=True)]


def test_a_section_over_the_first_title_is_no_date_over_it() -> None:
    text = "".join(f"{title}\n\n{body}\n\nNovember {day}, 2023\n\n" for day, (title, body, _) in enumerate(NEWS, 11))
    assert [r.published for r in clean(f"Skip to content\n\nCategory: Boats\n\n{text}")] == DAYS


def test_articles_of_several_paragraphs_with_sub_headings() -> None:
    blocks: list[str] = []
    for (title, body, name), more in zip(NEWS, MORE, strict=True):
        blocks += [title, f"By {name}", body, "What Now?", more]
    expected = [(title, f"{body}\n\nWhat Now?\n\n{more}") for (title, body, _), more in zip(NEWS, MORE, strict=True)]
    assert told(page(*blocks)) == expected


@pytest.mark.parametrize(
    "headings",
    [
        ("The Price of an Oar",),
        ("The Price of an Oar", "What Now?"),
        ("I", "II"),
        ("1. The River", "2. The Quay"),
    ],
)
def test_sub_headings_do_not_split(headings: tuple[str, ...]) -> None:
    blocks = [ONE]
    for heading, more in zip(headings, MORE, strict=False):
        blocks += [heading, more]
    record = only(process(page(TITLE, "By Ann Lee", *blocks)))
    assert record.title == TITLE
    assert record.body == "\n\n".join(blocks)


@pytest.mark.parametrize("junk", ["Advertisement", "Share this article", "Sign up for our newsletter"])
def test_junk_in_the_middle_does_not_split(junk: str) -> None:
    record = only(process(page(TITLE, "By Ann Lee", ONE, junk, TWO)))
    assert (record.title, record.body) == (TITLE, BODY)


def test_junk_over_a_sub_heading_does_not_split() -> None:
    record = only(process(page(TITLE, "By Ann Lee", ONE, "Advertisement", "The Price of an Oar", TWO)))
    assert record.body == f"{ONE}\n\nThe Price of an Oar\n\n{TWO}"


@pytest.mark.parametrize("language", TITLES)
def test_one_article_gives_one_record(language: str) -> None:
    assert len(clean(article(language=language))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\n",
        "Share\nTweet\nPin it",
        "Home\nAbout us\nContact us\nSitemap",
        "Leave a comment\nName\nEmail\nWebsite",
    ],
)
def test_no_article_gives_no_record(text: str) -> None:
    assert clean(text) == []


@pytest.mark.parametrize(
    "below",
    [
        ("Leave a comment", "Your email address will not be published.", "Name", "Email", "Website"),
        ("Copyright 2023 Halm Courier. All rights reserved.",),
        ("Related articles", "Oars for Sale", "Boats for Hire", "Quay to Close"),
        ("Share this article", "Facebook", "Twitter", "Email"),
        ("Powered by WordPress",),
        ("Privacy policy", "Terms of use", "Contact us"),
    ],
)
def test_what_stands_below_the_last_article_is_in_none(below: tuple[str, ...]) -> None:
    record = only(process(article("By Ann Lee", below=below)))
    assert (record.title, record.body) == (TITLE, BODY)


def test_a_few_words_without_a_title_are_no_article() -> None:
    assert clean("It rained on the quay.") == []


def test_records_come_in_the_order_of_the_page() -> None:
    text = "".join(f"{title}\n\nBy {name}\n\n{body}\n\n" for title, body, name in reversed(NEWS))
    assert [record.title for record in clean(text)] == [title for title, *_ in reversed(NEWS)]


LONG = [f"{ONE} It was the {n}th week, and nobody counted any more." for n in range(4, 12)]
TEASERS = [
    (title, f"Posted on May {n}, 2024")
    for n, title in enumerate(("Bakery Opens Before Dawn", "Oars Cost More Than Cows"), 3)
]


def test_teasers_under_a_long_article_are_no_articles() -> None:
    teasers = [line for teaser in TEASERS for line in teaser]
    result = process(page("Skip to content", TITLE, "By Ann Lee | May 2, 2024", *LONG, *teasers))
    assert [record.title for record in result.records] == [TITLE]
    assert result.records[0].body == "\n\n".join(LONG)
    assert [r.label for r in result.removed if r.text == TEASERS[0][0]] == ["outside-article"]


def test_a_brief_with_a_source_is_an_article_beside_a_long_one() -> None:
    brief = ("Oars Cost More Than Cows", NEWS[2][1], "Source: Halm Courier, May 3, 2024")
    text = page("Skip to content", TITLE, *LONG, "Source: Sarn Post, May 2, 2024", *brief)
    assert told(text) == [(TITLE, "\n\n".join(LONG)), (brief[0], brief[1])]


def test_a_short_article_beside_a_long_one_is_not_lost() -> None:
    short = ("Oars Cost More Than Cows", "By Cy Cole | May 3, 2024", ONE, TWO)
    text = page("Skip to content", TITLE, "By Ann Lee | May 2, 2024", *LONG, *short)
    assert told(text) == [(TITLE, "\n\n".join(LONG)), (short[0], f"{ONE}\n\n{TWO}")]


# HTML: what the markup says

TEXT = paragraphs(*LONG)
NAMED = [
    "<article><h2>{title}</h2>{text}</article>",
    "<article><h1><a href=/1>{title}</a></h1>{text}</article>",
    "<article><header><p>News</p><h2>{title}</h2></header>{text}<footer><p>Keep calm</p></footer></article>",
    "<article><header><a href=/1>{title}</a></header>{text}</article>",
    "<div role=article><h3>{title}</h3>{text}</div>",
    "<div class=hentry><h3 class=entry-title>{title}</h3><div class=entry-content>{text}</div></div>",
    "<div class='post h-entry'><p class=p-name>{title}</p>{text}</div>",
    "<div itemscope itemtype='https://schema.org/BlogPosting'><p itemprop=headline>{title}</p>{text}</div>",
    "<div itemscope itemtype='https://schema.org/NewsArticle'><h2>{title}</h2>{text}</div>",
]
ALIKE = [
    "<li class=item><h3>{title}</h3>{text}</li>",
    "<div class='box box-{n}'><h2>{title}</h2>{text}</div>",
    "<div class=row><div class=cell><h2>{title}</h2></div><div>{text}</div></div>",
]
LINKED = [
    "<h2><a href=/{n}>{title}</a></h2>{text}",
    "<h3 class=x><b><a href=/{n}>{title}</a></b></h3><div>{text}</div>",
]


def posts(form: str, *more: str) -> str:
    """Return three posts in one form, of two paragraphs each."""
    return "\n".join(
        form.format(n=n, title=title, text=paragraphs(*told_of(n, *more))) for n, (title, _, _) in enumerate(NEWS)
    )


def told_of(n: int, *more: str) -> tuple[str, ...]:
    return NEWS[n][1], MORE[n], *more


WRAPS = ["<main><div class=list>{}</div></main>", "<div class=hfeed><div>{}</div></div>"]


@pytest.mark.parametrize(
    ("form", "wrap"),
    [
        *((form, wrap) for form in NAMED for wrap in ("{}", "<article>{}</article>", *WRAPS)),
        # Parts of one look within an article are its sections.
        *((form, wrap) for form in ALIKE for wrap in ("{}", *WRAPS)),
        # What parts headlines has no end of its own but that of what they stand in.
        *((form, wrap) for form in LINKED for wrap in ("<article>{}</article>", *WRAPS)),
    ],
)
def test_several_articles_in_every_markup(form: str, wrap: str) -> None:
    html = web(f"<p>Halm Courier</p>{wrap.format(posts(form))}<p>The bell rings at six</p>")
    found = told(html)
    assert [title for title, _ in found] == [title for title, *_ in NEWS]
    for n, (_, body) in enumerate(found):
        own = "\n\n".join(told_of(n))
        assert body.replace("\n\nKeep calm", "").removeprefix("News\n\n") == own
    outside = [r.text for r in process(html).removed if r.label in ("outside-article", "outside-main")]
    assert {"Halm Courier", "The bell rings at six"} <= set(outside)


def test_what_stands_with_each_article_of_html_stays_with_it() -> None:
    html = "".join(
        f"<article><h2>{title}</h2><p>By {name}</p><p><time datetime=2023-11-1{n}>Sunday</time></p>{paragraphs(*told_of(n))}</article>"
        for n, (title, _, name) in enumerate(NEWS)
    )
    records = process(web(html)).records
    assert [[author.name for author in record.authors] for record in records] == [[name] for *_, name in NEWS]
    assert [record.published for record in records] == ["2023-11-10", "2023-11-11", "2023-11-12"]
    assert [record.body for record in records] == ["\n\n".join(told_of(n)) for n in range(3)]


def test_the_headings_within_an_article_do_not_split() -> None:
    heads = ("What Now?", "The Price of an Oar", "The Clerk")
    inner = "".join(f"<h2>{head}</h2><p>{text}</p>" for head, text in zip(heads, LONG, strict=False))
    for html in (f"<article><h1>{TITLE}</h1>{inner}</article>", f"<p>Courier</p><h1>{TITLE}</h1><div>{inner}</div>"):
        ((title, body),) = told(web(html))
        assert title == TITLE
        assert body == "\n\n".join(line for pair in zip(heads, LONG, strict=False) for line in pair)


def test_short_posts_of_one_look_are_articles() -> None:
    html = "".join(f"<article class=post><h2>{title}</h2><p>{text}</p></article>" for title, text, _ in NEWS)
    assert told(web(html)) == EXPECTED


# HTML: one article, and what stands around it

TEASERS_OF_HTML = [
    "<article class=teaser><h3>{title}</h3><p>So short.</p></article>",
    "<article><h3><a href=/{n}>{title}</a></h3></article>",
    "<div class='hentry small'><h4>{title}</h4><p>So short.</p></div>",
    "<div itemscope itemtype='https://schema.org/Article'><p itemprop=headline>{title}</p></div>",
    "<div class=card><h3>{title}</h3><p>So short.</p></div>",
    "<li class=card><h3><a href=/{n}>{title}</a></h3></li>",
]


@pytest.mark.parametrize("teaser", TEASERS_OF_HTML)
@pytest.mark.parametrize(
    "form",
    [
        "<article class=main><h1>{title}</h1>{text}</article><section>{teasers}</section>",
        "<section>{teasers}</section><article class=main><h1>{title}</h1>{text}</article>",
        "<main><article class=main><h1>{title}</h1>{text}</article></main><div class=related><h2>More</h2>{teasers}</div>",
        "<div class=hentry><h1 class=entry-title>{title}</h1>{text}</div><aside>{teasers}</aside>",
        "<article class=main><h1>{title}</h1>{text}<div class=related>{teasers}</div></article>",
    ],
)
def test_one_article_with_teasers(form: str, teaser: str) -> None:
    teasers = "".join(teaser.format(n=n, title=title) for n, (title, *_) in enumerate(NEWS))
    html = web(form.format(title=TITLE, text=TEXT, teasers=teasers), f"<title>{TITLE}</title>")
    assert told(html) == [(TITLE, "\n\n".join(LONG))]


def test_teasers_within_an_article_are_no_articles() -> None:
    teasers = "".join(f"<article><h3>{title}</h3><p>{text}</p></article>" for title, text, _ in NEWS)
    ((title, body),) = told(web(f"<article><h1>{TITLE}</h1>{TEXT}<div>{teasers}</div></article>"))
    assert title == TITLE
    assert body.startswith("\n\n".join(LONG))


@pytest.mark.parametrize(
    "form",
    [
        "<div id=comments>{}</div>",
        "<section class=comments-area><ol class=commentlist><li>{}</li></ol></section>",
        "<div class='reader-comments list'><div>{}</div></div>",
    ],
)
@pytest.mark.parametrize("start", ["<article>", "<article class=comment>", "<div itemscope itemtype=https://schema.org/SocialMediaPosting>"])
def test_comments_are_no_articles(form: str, start: str) -> None:
    tag = start.strip("<>").partition(" ")[0]
    comments = "".join(f"{start}<h4>{name}</h4><p>{text} I was there, and it was so.</p></{tag}>" for _, text, name in NEWS)
    html = web(f"<article><h1>{TITLE}</h1>{paragraphs(ONE, TWO)}</article>{form.format(comments)}")
    assert [title for title, _ in told(html)] == [TITLE]


def test_the_article_reaches_from_its_headline_to_its_last_paragraph() -> None:
    html = web(f"<p>Halm</p><p>Since 1901</p><h1>{TITLE}</h1><p>In short</p>{TEXT}<p>The bell rings at six</p><p>Imprint 7</p>")
    result = process(html)
    assert told(html) == [(TITLE, "In short\n\n" + "\n\n".join(LONG))]
    assert [(r.text, r.label) for r in result.removed] == [
        (line, "outside-article") for line in ("Halm", "Since 1901", "The bell rings at six", "Imprint 7")
    ]
    assert [result.document.text[a:b].strip()[:4] for a, b in result.articles] == [TITLE[:4]]


@pytest.mark.parametrize("form", ALIKE)
def test_sections_of_an_article_do_not_split(form: str) -> None:
    found = told(web(f"<article><h1>{TITLE}</h1>{posts(form)}</article>"))
    assert [title for title, _ in found] == [TITLE]


@pytest.mark.parametrize(
    "html", ["", "<p></p>", "<nav><a href=/>Home</a></nav>", "<article></article>", "<h1></h1>", "<article><nav>Home</nav></article>"]
)
def test_html_without_an_article_gives_no_record(html: str) -> None:
    assert clean(web(html)) == []


@pytest.mark.parametrize("language", TITLES)
def test_two_articles_of_html_in_every_language(language: str) -> None:
    one, two = BODIES[language]
    html = web(f"<article><h2>{TITLES[language]}</h2><p>{one}</p></article><article><h2>La Luna 1958</h2><p>{two}</p></article>")
    assert told(html) == [(TITLES[language], one), ("La Luna 1958", two)]


def test_a_short_post_beside_a_long_one_of_the_same_look() -> None:
    html = f"<div><article class=post><h2>{TITLE}</h2>{TEXT}</article><article class=post><h2>Oars for Hire</h2><p>Ask Bo.</p></article></div>"
    assert told(web(html)) == [(TITLE, "\n\n".join(LONG)), ("Oars for Hire", "Ask Bo.")]
