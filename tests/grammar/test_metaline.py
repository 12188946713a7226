"""Metadata lines taken apart: what each part is, its raw text, and the sentences that are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.grammar.dates import FoundDate
from cleaner.grammar.metaline import metadata_line
from tests.fields.helpers import BODIES, TITLES, document
from tests.grammar.helpers import parts, shape


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", [("byline", "By Ann Lee")]),
        ("BY ANN LEE", [("byline", "BY ANN LEE")]),
        ("by Ann Lee", [("byline", "by Ann Lee")]),
        ("By: Ann Lee", [("byline", "By: Ann Lee")]),
        ("Written by Ann Lee and Bo Birk", [("byline", "Written by Ann Lee and Bo Birk")]),
        ("Author: Ann Lee", [("byline", "Author: Ann Lee")]),
        ("— By Ann Lee", [("byline", "By Ann Lee")]),
        ("May 8, 2018", [("published", "May 8, 2018")]),
        ("Posted on May 8, 2018", [("published", "Posted on May 8, 2018")]),
        ("Published: May 8, 2018", [("published", "Published: May 8, 2018")]),
        ("Published May 8, 2018 at 10:30 am", [("published", "Published May 8, 2018 at 10:30 am")]),
        ("Updated May 9, 2018", [("modified", "Updated May 9, 2018")]),
        ("Last updated on May 9, 2018", [("modified", "Last updated on May 9, 2018")]),
        (
            "Published May 8, 2018 | Updated May 9, 2018",
            [("published", "Published May 8, 2018"), ("modified", "Updated May 9, 2018")],
        ),
        ("Ann Lee | May 8, 2018", [("byline", "Ann Lee"), ("published", "May 8, 2018")]),
        ("May 8, 2018 | Ann Lee", [("published", "May 8, 2018"), ("byline", "Ann Lee")]),
        ("Ann Lee - May 8, 2018", [("byline", "Ann Lee"), ("published", "May 8, 2018")]),
        ("By Ann Lee, May 8, 2018", [("byline", "By Ann Lee"), ("published", "May 8, 2018")]),
        ("By Ann Lee on May 8, 2018", [("byline", "By Ann Lee"), ("published", "on May 8, 2018")]),
        ("by Ann Lee in Boats", [("byline", "by Ann Lee"), ("section", "in Boats")]),
        (
            "Posted by Ann Lee on May 8, 2018",
            [("byline", "Posted by Ann Lee"), ("published", "on May 8, 2018")],
        ),
        (
            "Posted on May 8, 2018 by Ann Lee",
            [("published", "Posted on May 8, 2018"), ("byline", "by Ann Lee")],
        ),
        (
            "Posted on May 8, 2018 by Ann Lee | Filed under: Boats | 3 Comments",
            [
                ("published", "Posted on May 8, 2018"),
                ("byline", "by Ann Lee"),
                ("section", "Filed under: Boats"),
                ("junk", "3 Comments"),
            ],
        ),
        ("Filed under: Boats", [("section", "Filed under: Boats")]),
        ("Tags: boats, oars, quay", [("junk", "Tags: boats, oars, quay")]),
        ("May 8, 2018 · Boats", [("published", "May 8, 2018"), ("section", "Boats")]),
        ("Translated by Bo Birk", [("translator", "Translated by Bo Birk")]),
        ("Edited by Bo Birk and Cy Cole", [("editor", "Edited by Bo Birk and Cy Cole")]),
        ("Photo by Bo Birk", [("photographer", "Photo by Bo Birk")]),
        ("Illustration by Bo Birk", [("illustrator", "Illustration by Bo Birk")]),
        ("Reviewed by Bo Birk", [("reviewer", "Reviewed by Bo Birk")]),
        (
            "Translated by Bo Birk. Edited by Cy Cole.",
            [("translator", "Translated by Bo Birk"), ("editor", "Edited by Cy Cole")],
        ),
        (
            "By Ann Lee | Translated by Bo Birk | May 8, 2018",
            [("byline", "By Ann Lee"), ("translator", "Translated by Bo Birk"), ("published", "May 8, 2018")],
        ),
        ("3 Comments | May 8, 2018", [("junk", "3 Comments"), ("published", "May 8, 2018")]),
    ],
)
def test_english_lines(line: str, expected: list[tuple[str, str]]) -> None:
    found = shape(line)
    assert found is not None
    assert [(kind, text.rstrip(".")) for kind, text in found] == expected


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By 2025 the number of boats had doubled.",
        "By the time it rained, forty boats were on the water.",
        "By Monday",
        "By Monday the boats were back",
        "By May",
        "By and large, nobody rowed",
        "May 8, 2018 was a windy day on the quay.",
        "On May 8, 2018, the ferry stopped.",
        "The ferry stopped on May 8, 2018",
        "Posted sentries guarded the quay",
        "Author Ann Lee came to the quay",
        "Posted by a stranger who would not give a name at the door",
        "In the harbour",
        "On the Water",
        "May",
        "12",
        "A 2",
        "Second",
        "on",
        "Edited volumes are rarely read",
        "Photo albums of the ferry were sold on May 8, 2018 at the quay",
        "Reuters Reporter: Has the ferry stopped?",
        "Lin Ka: It has not, and it will not.",
        "Ann Lee",
        TITLES["en"],
        BODIES["en"][0],
        "Words By the Water",
        "Text Me When It Rains",
        "Published Poets Meet on the Quay",
        "Category Five Storm Hits Halm",
        "Topics of the Day",
        "Created Equal",
        "Editors Meet in Halm",
        "Translation Is an Art",
        "Credit Where Credit Is Due",
    ],
)
def test_no_metadata_lines(line: str) -> None:
    assert parts(line) is None


def test_values() -> None:
    found = parts("By Ann Ash, University of Halm | May 8, 2018 | Boats")
    assert found is not None
    values = {part.kind: part.value for part in found}
    (author,) = values["byline"] if isinstance(values["byline"], tuple) else ()
    assert (author.name, author.affiliation) == ("Ann Ash", "University of Halm")
    assert isinstance(values["published"], FoundDate)
    assert values["published"].iso == "2018-05-08"
    assert values["section"] == "Boats"


@pytest.mark.parametrize(
    "line",
    [
        "Posted on May 8, 2018 by Ann Lee | Filed under: Boats | 3 Comments",
        "By Ann Lee, May 8, 2018",
        "Tags: boats, oars",
        "— By Ann Lee —",
    ],
)
def test_the_parts_cover_the_line_in_order(line: str) -> None:
    found = parts(line)
    assert found is not None
    # A separator inside a field's span stays with it.
    named = [part for part in found if part.kind != "separator"]
    assert all(a.end <= b.start for a, b in pairwise(named))
    covered = {at for part in found for at in range(part.start, part.end)}
    assert not "".join(c for at, c in enumerate(line) if at not in covered).strip(" ,")


def test_two_separate_names_are_not_two_bylines() -> None:
    found = shape("Ann Lee | Bo Birk | May 8, 2018")
    assert found is not None
    assert [kind for kind, _ in found].count("byline") <= 1


def test_a_line_wider_than_a_metadata_line_is_none() -> None:
    line = "By Ann Lee" + ", Bo Birk" * 40
    assert parts(line) is None


def test_a_line_is_read_once() -> None:
    doc = document("By Ann Lee")
    assert metadata_line(doc, doc.blocks[0]) is metadata_line(doc, doc.blocks[0])


_PIECES = [*"–—-|·/,;:.()[]&» ", "by", "on", "in", "May 8, 2018", "Ann Lee", "Posted", "tags", "3 Comments", "x", "..."]


@settings(derandomize=True, deadline=None, max_examples=1500)
@given(st.lists(st.sampled_from(_PIECES), max_size=12), st.sampled_from(["", " "]))
def test_any_mix_of_dashes_dates_and_words_is_read_to_its_end(pieces: list[str], space: str) -> None:
    line = ("May 8, 2018" + space + space.join(pieces)).strip()
    for part in parts(line) or []:
        assert 0 <= part.start < part.end <= len(line)
