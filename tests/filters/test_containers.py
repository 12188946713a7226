from __future__ import annotations

import pytest

from cleaner.filters import containers
from cleaner.lexicon.store import container_labels
from cleaner.markup import attribute_words
from tests.filters.helpers import LONG, STORIES, removed_alone
from tests.helpers import paragraphs, process, web

TITLE = STORIES["en"][0]
TEXT = f"<h1>{TITLE}</h1>\n{paragraphs(*LONG)}"
WORDS = container_labels()

BY_ELEMENT = [
    ("menu", "<nav>Anything</nav>"),
    ("footer", "<footer>Anything</footer>"),
    ("widget", "<aside>Anything</aside>"),
    ("popup", "<dialog open>Anything</dialog>"),
    ("menu", "<div role=navigation>Anything</div>"),
    ("footer", "<div role=contentinfo>Anything</div>"),
    ("widget", "<div role=complementary>Anything</div>"),
    ("popup", "<div role=dialog>Anything</div>"),
    ("search-box", "<div role=search>Anything</div>"),
    ("menu", "<div role=NAVIGATION>Anything</div>"),
]
BY_NAME = [
    ("cookie-notice", "<div id=CookieBanner>Anything</div>"),
    ("skip-link", '<a class="skip-link" href="#main">Anything</a>'),
    ("hidden", "<div class=sr-only>Anything</div>"),
    ("login", "<div class=loginBox>Anything</div>"),
    ("search-box", "<div class=site-searchform>Anything</div>"),
    ("newsletter", "<section class='block newsletter'>Anything</section>"),
    ("share-bar", "<ul class=social-links><li>Anything</ul>"),
    ("ad-label", "<div id=ad_17>Anything</div>"),
    ("comment-form", "<div id=respond>Anything</div>"),
    ("related", "<div class=relatedPosts>Anything</div>"),
    ("pagination", "<div class='post pagination'>Anything</div>"),
    ("breadcrumb", "<ol itemprop=breadcrumb><li>Anything</ol>"),
    ("author-bio", "<div class=author-bio><div><p>Anything</p></div></div>"),
    ("popup", "<div class=modal-body>Anything</div>"),
    ("copyright", "<p class=copyright-text>Anything</p>"),
    ("footer", "<table id=Footer><tr><td>Anything</table>"),
    ("menu", "<div class=mainMenu>Anything</div>"),
    ("widget", "<div id=sidebar-2>Anything</div>"),
    ("fact-box", "<div class=story-factbox>Anything</div>"),
    ("menu", "<site-menu>Anything</site-menu>"),
    ("menu", "<category-menu class=tag-popular>Anything</category-menu>"),
    ("popup", "<cart-modal class=right>Anything</cart-modal>"),
]


@pytest.mark.parametrize(("label", "html"), BY_ELEMENT + BY_NAME)
def test_removes(label: str, html: str) -> None:
    for body in (TEXT + html, html + TEXT, f"<div>{TEXT}<div>{html}</div></div>"):
        assert removed_alone(containers, web(body)) == [("Anything", label)]


def test_every_label_has_a_case() -> None:
    assert {label for label, _ in BY_ELEMENT + BY_NAME} == containers.labels


@pytest.mark.parametrize("word", WORDS)
def test_every_word_of_the_table_is_found(word: str) -> None:
    assert attribute_words(word) == {word}
    for name in (word, word.capitalize(), word.upper(), f"site_{word}-2"):
        assert removed_alone(containers, web(f"{TEXT}<div class='{name}'>Anything</div>")) == [
            ("Anything", WORDS[word])
        ]


@pytest.mark.parametrize(
    ("label", "html"),
    [
        ("footer", "<footer><nav>Anything</nav></footer>"),
        ("menu", "<nav><div class=share>Anything</div></nav>"),
        ("widget", "<div class=sidebar><div class=newsletter><p>Anything</p></div></div>"),
    ],
)
def test_the_outermost_container_names_what_is_in_it(label: str, html: str) -> None:
    assert removed_alone(containers, web(TEXT + html)) == [("Anything", label)]


@pytest.mark.parametrize(
    ("label", "html"),
    [
        ("newsletter", "<footer class='footer newsletter'>Anything</footer>"),
        ("cookie-notice", "<div class=footer-cookie-ad>Anything</div>"),
        ("share-bar", "<nav class=share>Anything</nav>"),
        ("menu", "<div class='sidebar menu'>Anything</div>"),
    ],
)
def test_of_several_words_the_first_label_of_the_table_holds(label: str, html: str) -> None:
    assert removed_alone(containers, web(TEXT + html)) == [("Anything", label)]


def test_all_that_is_in_a_container_goes() -> None:
    html = f"<div class=related><h3>More</h3><ul><li><a href=1>One</a></ul><p>{STORIES['en'][1]}</p></div>"
    lines = ["More", "One", STORIES["en"][1]]
    assert removed_alone(containers, web(TEXT + html)) == [(line, "related") for line in lines]
    assert set(lines).isdisjoint(process(web(TEXT + html)).text.splitlines())


@pytest.mark.parametrize(
    "inner", ["<span class=share-count>Anything</span>", "<a class=sponsored href=1><b>Anything</b></a>"]
)
def test_an_inline_element_that_is_all_of_a_line(inner: str) -> None:
    assert len(removed_alone(containers, web(f"{TEXT}<p>{inner}</p>"))) == 1
    assert removed_alone(containers, web(f"{TEXT}<p>Here: {inner}</p>")) == []


# What must stay


@pytest.mark.parametrize(
    "html",
    [
        "<footer>By Ann Lee</footer>",
        "<footer><p>Posted on <time>May 8, 2018</time></p></footer>",
        "<div class=entry-footer>By Ann Lee</div>",
        "<div id=article-foot>By Ann Lee</div>",
    ],
)
def test_keeps_the_footer_of_an_article(html: str) -> None:
    assert removed_alone(containers, web(f"<article>{TEXT}{html}</article>")) == []
    assert len(removed_alone(containers, web(f"<div>{TEXT}{html}</div>"))) == 1


def test_the_footer_of_an_article_gives_its_byline() -> None:
    (record,) = process(
        web(f"<article>{TEXT}<footer>By Ann Lee</footer></article><footer>Orrin Lantern</footer>")
    ).records
    assert [author.name for author in record.authors] == ["Ann Lee"]
    assert "Lantern" not in record.body


@pytest.mark.parametrize(
    "start",
    [
        "<div class=sidebar>",
        "<aside>",
        "<nav>",
        "<footer>",
        "<div id=popup>",
        "<div role=complementary>",
        "<main class='social promo'>",
        "<table class=newsletter><tr><td>",
        "<body class='page no-sidebar footer-dark'>",
        "<div class=ad><div class=share><div class=menu>",
    ],
)
def test_keeps_a_container_with_most_of_the_text(start: str) -> None:
    html = web(f"{start}{TEXT}")
    assert removed_alone(containers, html) == []
    assert [record.body for record in process(html).records] == ["\n\n".join(LONG)]


def test_keeps_two_halves_of_a_text_in_containers() -> None:
    halves = [f"<div class=sidebar>{paragraphs(*half)}</div>" for half in (LONG[:6], LONG[6:])]
    assert removed_alone(containers, web("".join(halves))) == []


def test_junk_in_a_misnamed_container_is_still_junk() -> None:
    html = web(f"<div class=sidebar>{TEXT}<div class=share>Anything</div></div>")
    assert removed_alone(containers, html) == [("Anything", "share-bar")]


@pytest.mark.parametrize(
    "name",
    [
        "download", "heading", "header", "loading", "shadow", "adventure", "address", "navy", "menudo", "footnote",
        "biography", "sharepoint", "scope", "accountant", "main", "content", "entry-content", "post-42", "x", "",
    ],
)  # fmt: skip
def test_keeps_containers_of_other_names(name: str) -> None:
    assert removed_alone(containers, web(f"{TEXT}<div class='{name}'>Anything</div>")) == []


@pytest.mark.parametrize(
    "html",
    [
        "<header>Anything</header>",
        "<section>Anything</section>",
        "<form>Anything</form>",
        "<div role=main>Anything</div>",
        "<div role=banner>Anything</div>",
        "<div title=sidebar data-x=footer>Anything</div>",
        "<a href='/footer/share'>Anything</a>",
        "<blockquote class=quote>Anything</blockquote>",
        "<post-body>Anything</post-body>",
    ],
)
def test_keeps_other_elements(html: str) -> None:
    assert removed_alone(containers, web(TEXT + html)) == []


def test_plain_text_has_no_containers() -> None:
    assert removed_alone(containers, "\n\n".join((TITLE, *LONG, "footer", "sidebar", "Share"))) == []


def test_keeps_running_text_in_an_inline_element_of_a_misleading_name() -> None:
    assert removed_alone(containers, web(f"<p><span class=promo>{LONG[0]}</span></p>")) == []


def test_keeps_posts_of_misleading_topics_and_the_main_part_of_a_page() -> None:
    posts = "".join(f"<article class='post tag-popular'><h2><a href=/{n}>Oars Cost {n} Cows</a></h2><p>May {n}, 2018</p></article>" for n in range(1, 5))
    side = "<p>Port Ansel learns to row. The clerk came on foot, and nobody saw him go.</p>"
    result = process(web(f"<main class=pagination-arrows>{posts}</main><footer>{side * 6}</footer>"))
    assert [record.title for record in result.records] == [f"Oars Cost {n} Cows" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ("container-bb80b6ad2d", {"container"}),
        ("css-1d8ad8q kFvbXq4ad", {"css"}),
        ("post42 h2", {"post", "h"}),
        ("banner-ad ad300", {"banner", "ad"}),
    ],
)
def test_the_letters_of_a_hash_are_no_words(names: str, words: set[str]) -> None:
    assert attribute_words(names) == words


def test_containers_of_one_name_that_hold_most_of_the_page_are_misnamed() -> None:
    items = [f"<div class=related><p>{story}</p></div>" for story in STORIES["en"]]
    assert removed_alone(containers, web("<p>A short word before.</p>" + "".join(items))) == []
    assert len(removed_alone(containers, web(3 * TEXT + items[0]))) == 1
