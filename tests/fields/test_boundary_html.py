"""Where articles begin and end in HTML: by the markup, and by what stands around them."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES, LONG, MORE, NEWS, TITLE, TITLES, told
from tests.helpers import clean, paragraphs, process, web

ONE, TWO = BODIES["en"]
EXPECTED = [(title, text) for title, text, _ in NEWS]


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
