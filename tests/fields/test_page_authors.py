"""Authors that page metadata names, by where the page shows their names."""

from __future__ import annotations

import pytest

from tests.fields.helpers import MORE, TITLE, html, ld, meta, names, only, posting
from tests.helpers import process


@pytest.mark.parametrize(
    ("author", "shown", "expected"),
    [
        ({"@type": "Person", "name": "Ann Lee"}, "", ["Ann Lee"]),
        ({"@type": "Person", "name": "annlee7"}, "", []),  # an account that nobody sees
        ({"@type": "Person", "name": "annlee7"}, "<p>annlee7</p>", ["annlee7"]),
        ({"@type": "Person", "name": "admin"}, "", []),
        ({"@type": "Organization", "name": "Lantern"}, "", ["Lantern"]),  # newsrooms and agencies sign reports
        ({"@type": "Organization", "name": "The newsroom of Halm"}, "", ["The newsroom of Halm"]),
        ({"@type": "Organization", "name": "Lantern"}, "<p>Lantern</p>", ["Lantern"]),
        ([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Lantern"}], "<p>Lantern</p>", ["Ann Lee", "Lantern"]),
        ({"@type": "Person", "name": "Halm Courier"}, "", ["Halm Courier"]),
        ({"@type": "Person", "givenName": "Ann", "familyName": "Lee"}, "", ["Ann Lee"]),
        ({"@type": "Person", "name": "ann lee"}, "", []),
        ({"@type": "Person", "name": "ann lee"}, "<p>ann lee</p>", ["ann lee"]),
        ({"@type": "Person", "name": "By Ann Lee"}, "", ["Ann Lee"]),
        (["Ann Lee", "Halm Courier"], "", ["Ann Lee"]),  # the site is among them
    ],
)
def test_authors_of_metadata(author: object, shown: str, expected: list[str]) -> None:
    head = ld(posting(author=author)) + meta("og:site_name", "Halm Courier")
    assert names(only(process(html(shown, head=head)))) == expected


def _post(author: object) -> str:
    return ld({"@type": "BlogPosting", "headline": TITLE, "author": author}) + meta("og:site_name", "Halm Courier")


SIGNED = '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="{}">'


@pytest.mark.parametrize(
    ("head", "shown", "expected"),
    [
        (_post({"@type": "Person", "name": "Halm Courier"}), "", []),
        (_post({"@type": "Person", "name": "Halm Courier"}), "<p>Halm Courier</p>", ["Halm Courier"]),
        (_post({"@type": "Person", "name": "Halm Courier"}) + '<meta name=author content="Halm Courier">', "<p>Halm Courier is a paper</p>", ["Halm Courier"]),
        (_post({"@type": "Organization", "name": "Lantern"}), "", []),
        (_post({"@type": "Organization", "name": "Lantern"}), "<p>Lantern</p>", ["Lantern"]),
        (_post([{"@type": "Person", "name": "Ann Lee"}, {"@type": "Organization", "name": "Lantern"}]), "", ["Ann Lee"]),
        (_post({"@type": "Person", "name": "adm"}), "<p>What the admiral saw from the quay</p>", []),
        ('<meta name=author content="Halm Courier"><meta property="og:site_name" content="Halm Courier">', "<p>Who reads the Halm Courier</p>", []),
    ],
)  # fmt: skip
def test_the_publisher_of_a_post_is_no_author_of_it(head: str, shown: str, expected: list[str]) -> None:
    head = head.replace("Halm Courier", "The Halm Courier")
    record = only(process(html(shown.replace("Halm Courier", "The Halm Courier"), head=head)))
    assert names(record) == [name.replace("Halm", "The Halm") for name in expected]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("annlee7", ["annlee7"]),
        ("ann.lee@halm.example", ["ann.lee@halm.example"]),
        ("Zach", ["Zach"]),
        ("admin", []),
        ("mdelatorreq6vkpg2ma0ci", []),  # made up by a machine
        ("", []),
    ],
)
def test_an_account_that_the_page_shows_where_it_is_shared(name: str, expected: list[str]) -> None:
    assert names(only(process(html(head=SIGNED.format(name))))) == expected
    other = SIGNED.replace("Written by", "Time to read").format(name)
    assert names(only(process(html(head=other)))) == []


def test_a_byline_with_more_names_than_the_metadata_is_surer() -> None:
    head = ld(posting(author={"name": "Ann Lee"}))
    assert names(only(process(html("<p>By Ann Lee and Bo Birk</p>", head=head)))) == ["Ann Lee", "Bo Birk"]
    assert names(only(process(html("<p>By Ann Lee</p>", below="<p>By Bo Birk</p>", head=head)))) == ["Ann Lee"]


def test_persons_of_metadata_that_stand_beside_the_headline_are_surer_than_any_line() -> None:
    shown = "<p>By Bo Birk</p><p>Ann Lee works here</p>"
    record = only(process(html(shown, head=ld(posting(author={"name": "Ann Lee"})))))
    assert (names(record), record.origins["authors"]) == (["Ann Lee"], "json-ld")
    assert names(only(process(html("<p>By Bo Birk</p>", head=ld(posting(author={"name": "Ann Lee"})))))) == ["Bo Birk"]


def test_names_far_from_the_byline_are_not_added_to_it() -> None:
    below = "".join(f"<p>{text}</p>" for text in MORE) + "<p class=author>Cy Cole</p>"
    assert names(only(process(html("<p class=author>Ann Lee</p><p class=author>Bo Birk</p>", below=below)))) == ["Ann Lee", "Bo Birk"]
