"""Page metadata as candidates: of the page's one article, or of the articles that it names by their headlines."""

from __future__ import annotations

import pytest

from cleaner import Result
from cleaner.fields import page
from tests.fields.helpers import BODIES, BODY, MORE, TITLE, article, html, ld, meta, names, only, posting, read
from tests.helpers import paragraphs, process, web

NEWS = ("Bakery Opens Before Dawn", "Oars Cost More Than Cows", "Harbour Clerk Found in Sarn")
ONE, TWO = BODIES["en"]


def several(head: str, *titles: str) -> Result:
    texts = (f"{ONE} {MORE[0]}", f"{TWO} {MORE[1]}", f"{MORE[2]} {ONE} {MORE[0]}")
    parts = [f"<article><h2>{title}</h2>{paragraphs(text)}</article>" for title, text in zip(titles, texts, strict=True)]
    return process(web("\n".join(parts), head))


# One article


@pytest.mark.parametrize(
    ("head", "published", "modified", "authors", "section", "origin"),
    [
        (
            ld(posting(datePublished="2023-11-19", dateModified="2023-11-20", author="Ann Lee", articleSection="Boats")),
            "2023-11-19", "2023-11-20", ["Ann Lee"], "Boats", "json-ld",
        ),
        (
            meta("article:published_time", "2023-11-19T10:30:00+00:00") + meta("article:modified_time", "2023-11-20")
            + meta("article:section", "Boats") + meta("article:author", "Ann Lee"),
            "2023-11-19T10:30:00+00:00", "2023-11-20", ["Ann Lee"], "Boats", "open-graph",
        ),
        (
            ('<meta name=date content="2023-11-19"><meta name=author content="Ann Lee"><meta name=last-modified'
            ' content="2023-11-20"><meta name=parsely-section content=Boats>'),
            "2023-11-19", "2023-11-20", ["Ann Lee"], "Boats", "meta",
        ),
        ('<meta itemprop=datePublished content="2023-11-19">', "2023-11-19", None, [], None, "microdata"),
    ],
)  # fmt: skip
def test_metadata_speaks_of_the_one_article(
    head: str, published: str, modified: str | None, authors: list[str], section: str | None, origin: str
) -> None:
    record = read(html(head=head))
    assert (record.published, record.modified, record.section) == (published, modified, section)
    assert (record.title, names(record), record.body) == (TITLE, authors, BODY)
    assert {"title": "text", "body": "text"}.items() <= record.origins.items()
    assert {value for name, value in record.origins.items() if name not in ("title", "body")} == {origin}
    assert record.spans.keys() == {"title", "body"}


def test_the_labels() -> None:
    assert page.labels == {"title", "published", "modified", "byline", "section"}


def test_of_several_origins_the_surer_one_wins_and_the_others_are_candidates() -> None:
    head = ld(posting(datePublished="2023-11-19")) + meta("article:published_time", "2023-11-18")
    head += '<meta name=date content="2023-11-17">'
    result = process(html(head=head, below=f"<p>{MORE[0]}</p><p>November 16, 2023</p><p>{MORE[1]}</p>"))
    record = only(result)
    assert (record.published, record.origins["published"]) == ("2023-11-19", "json-ld")
    found = result.candidates(record, "published")
    assert [(c.value, c.origin, c.won) for c in found] == [
        ("2023-11-19", "json-ld", True),
        ("2023-11-18", "open-graph", False),
        ("2023-11-17", "meta", False),
        ("2023-11-16", "text", False),
    ]
    assert [c.score for c in found[1:]] == sorted((c.score for c in found[1:]), reverse=True)


def test_what_stands_beside_the_headline_is_surer_than_metadata() -> None:
    result = process(html("<p>November 16, 2023</p>", head=ld(posting(datePublished="2023-11-19"))))
    assert (only(result).published, only(result).origins["published"]) == ("2023-11-16", "text")


def test_a_day_that_metadata_calls_one_of_a_change_is_none_of_publication() -> None:
    head = ld(posting(datePublished="2023-11-19", dateModified="2023-12-02T08:00:00Z"))
    record = only(process(html("<p>December 2, 2023</p>", head=head)))
    assert (record.published, (record.modified or "")[:10]) == ("2023-11-19", "2023-12-02")
    assert only(process(html("<p>Published on December 2, 2023</p>", head=head))).published == "2023-12-02"


def test_a_byline_that_is_seen_is_surer_than_any_metadata() -> None:
    head = ld(posting(author={"name": "Ann Lee"})) + '<meta name=author content="Cy Cole">'
    result = process(html("<p>By Bo Birk</p>", head=head))
    record = only(result)
    assert (names(record), record.origins["authors"]) == (["Bo Birk"], "text")
    assert {c.origin: c.won for c in result.candidates(record, "authors")} == {"text": True, "json-ld": False, "meta": False}


def test_names_of_different_origins_do_not_mix() -> None:
    head = ld(posting(author=[{"name": "Ann Lee"}, {"name": "Bo Birk"}])) + '<meta name=author content="Cy Cole">'
    assert names(read(html(head=head))) == ["Ann Lee", "Bo Birk"]


def test_a_section_that_is_seen_is_surer() -> None:
    record = only(process(html(head=ld(posting(articleSection="Boats")), below="<p>Filed under: Harbour</p>")))
    assert (record.section, record.origins["section"]) == ("Harbour", "text")


@pytest.mark.parametrize("section", ["12", "Boats and oars and all that floats on the river", "", " "])
def test_a_section_is_a_few_words(section: str) -> None:
    assert read(html(head=ld(posting(articleSection=section)))).section is None


def test_plain_text_has_no_metadata() -> None:
    record = read(article(ld(posting(datePublished="2023-11-19")).replace("<", "").replace(">", "")))
    assert (record.title, record.published) == (TITLE, None)


def test_a_page_without_an_article_gets_none_from_its_metadata() -> None:
    head = ld(posting(datePublished="2023-11-19", author="Ann Lee"))
    assert process(web("<nav>Home</nav>", head)).records == ()
    assert process(web("", head)).records == ()


def test_of_several_items_the_one_with_the_headline_of_the_page_speaks() -> None:
    other = posting("Oars Cost More Than Cows", datePublished="2020-01-01", author="Cy Cole", dateModified="2020-01-02")
    own = posting(datePublished="2023-11-19")
    for nodes in ((other, own), (own, other), ([other, own],), ({"@graph": [other, own]},)):
        record = read(html(head=ld(*nodes)))
        assert (record.published, record.modified, names(record)) == ("2023-11-19", None, [])


def test_where_no_item_has_the_headline_of_the_page_the_first_speaks() -> None:
    nodes = [posting("Tea", datePublished="2023-11-19"), posting("Cake", datePublished="2023-11-20")]
    assert read(html(head=ld(*nodes))).published == "2023-11-19"


# Several articles


def test_a_list_of_articles_is_matched_by_headline() -> None:
    nodes = [
        posting(NEWS[2], datePublished="2023-11-03", author={"name": "Cy Cole"}),
        posting(NEWS[0].upper() + "!", datePublished="2023-11-01", author={"name": "Ann Lee"}, articleSection="Bread"),
        posting("A Fourth That Is Not Here", datePublished="2023-11-09", author={"name": "Dee Dorn"}),
    ]
    for head in (ld(*nodes), ld(nodes), ld({"@graph": nodes}), ld({"@type": "ItemList", "itemListElement": nodes})):
        records = several(head, *NEWS).records
        assert [record.title for record in records] == list(NEWS)
        assert [record.published for record in records] == ["2023-11-01", None, "2023-11-03"]
        assert [names(record) for record in records] == [["Ann Lee"], [], ["Cy Cole"]]
        assert [record.section for record in records] == ["Bread", None, None]
        assert [record.origins.get("published") for record in records] == ["json-ld", None, "json-ld"]


@pytest.mark.parametrize(
    "head",
    [
        meta("article:published_time", "2023-11-19") + '<meta name=author content="Ann Lee">',
        meta("article:section", "Boats") + meta("article:modified_time", "2023-11-19"),
        '<meta name=date content="2023-11-19"><title>Oars Cost More Than Cows</title>',
        ld(posting("Halm Courier", datePublished="2023-11-19", author="Ann Lee", articleSection="Boats")),
        ld({"@type": "Blog", "name": NEWS[0], "datePublished": "2023-11-19", "author": "Ann Lee"}),
    ],
)
def test_what_speaks_of_the_page_is_not_smeared_over_its_articles(head: str) -> None:
    records = several(head, *NEWS).records
    assert [record.title for record in records] == list(NEWS)
    for record in records:
        assert (record.published, record.modified, record.section, names(record)) == (None, None, None, [])
        assert set(record.origins.values()) == {"text"}


def test_each_article_keeps_what_stands_with_it() -> None:
    head = ld(posting(NEWS[1], author="Dee Dorn", datePublished="2023-11-02"))
    parts = [
        f"<article><h2>{title}</h2><p>By {name}</p>{paragraphs(f'{ONE} {more}')}</article>"
        for title, name, more in zip(NEWS, ("Ann Lee", "Bo Birk", "Cy Cole"), MORE, strict=True)
    ]
    records = process(web("".join(parts), head)).records
    assert [names(record) for record in records] == [["Ann Lee"], ["Bo Birk"], ["Cy Cole"]]
    assert [record.published for record in records] == [None, "2023-11-02", None]


@pytest.mark.xfail(reason="the last article of a headline gets what was said of one of them")
def test_a_headline_that_several_articles_have_names_none() -> None:
    records = several(ld(posting("News", datePublished="2023-11-19")), "News", "News", "News").records
    assert [record.published for record in records] == [None, None, None]
