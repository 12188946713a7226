"""Metadata lines with comment counts, reading times and accounts between their parts, and dated lines without separators."""

from __future__ import annotations

import pytest

from tests.fields.helpers import BODIES
from tests.grammar.helpers import shape
from tests.helpers import clean


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "on May 8, 2018 by admin in Boats, Oars, Quays, Comments Off",
            [("published", "on May 8, 2018"), ("byline", "by admin"), ("section", "in Boats, Oars, Quays"), ("junk", "Comments Off")],
        ),
        (
            "Posted on May 8, 2018 May 9, 2018 Author annlee Categories Boats Leave a comment on The Ferry Stays in Port",
            [
                ("published", "Posted on May 8, 2018"), ("published", "May 9, 2018"), ("byline", "Author annlee"),
                ("section", "Categories Boats"), ("junk", "Leave a comment on The Ferry Stays in Port"),
            ],
        ),
        (
            "by Ann Lee • 05/28/2018 • Comments Off on Ask the Captain: Why Row?",
            [("byline", "by Ann Lee"), ("published", "05/28/2018"), ("junk", "Comments Off on Ask the Captain: Why Row?")],
        ),
        ("Leave a Comment / Boats / By admin", [("junk", "Leave a Comment"), ("section", "Boats"), ("byline", "By admin")]),
        ("May 8, 2018 · 5 min · Ann Lee", [("published", "May 8, 2018"), ("junk", "5 min"), ("byline", "Ann Lee")]),
        ("By Editor May 8, 2018 No Comments", [("byline", "By Editor"), ("published", "May 8, 2018"), ("junk", "No Comments")]),
        ("Published by annlee at May 8, 2018", [("byline", "Published by annlee"), ("published", "at May 8, 2018")]),
    ],
)  # fmt: skip
def test_junk_needs_no_separator(line: str, expected: list[tuple[str, str]]) -> None:
    assert shape(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "By train in winter",
        "Leave a comment if you must, said the clerk, and went to the mountains",
        "It took 5 min of rowing",
    ],
)
def test_sentences_stay_sentences(line: str) -> None:
    assert shape(line) is None


def test_a_dated_line_of_one_shape_under_several_headlines_is_read() -> None:
    one, two = BODIES["en"]
    text = f"Boats for All\n\nannlee Boats May 8, 2018\n\n{one}\n\nOars for None\n\nbobirk Quays June 3, 2018\n\n{two}\n"
    records = clean(f"Skip to content\n\n{text}")
    assert [(r.title, r.published, one in r.body or two in r.body) for r in records] == [
        ("Boats for All", "2018-05-08", True),
        ("Oars for None", "2018-06-03", True),
    ]
    assert not any("annlee" in r.body or "bobirk" in r.body for r in records)
