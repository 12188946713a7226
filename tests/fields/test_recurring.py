"""Lines that all articles of a page have go; what an article says stays."""

from __future__ import annotations

from tests.helpers import clean, process

POSTS = (
    ("Bakery Opens Before Dawn", "The bakery on the northern quay has opened an hour before dawn since the ferry stopped running."),
    ("Harbour Clerk Found in Sarn", "The clerk who signed for the part was found last week in a village where he keeps eleven goats."),
    ("Oars Cost More Than Cows", "A pair of ash oars went for nine hundred marks at the autumn fair, more than was paid for a cow."),
    ("Ferry Sold as a Restaurant", "In the mountains there is said to be a ferry of the same kind that was sold as a restaurant."),
)


def page(form: str) -> str:
    return "".join(form.format(title=title, text=text, n=n + 2) for n, (title, text) in enumerate(POSTS))


def test_a_line_of_most_articles_is_the_template_s() -> None:
    result = process(page("{title}\n\nBy Ann Lee\n\nReading time: {n} min.\n\nPlay the song\n\n{text}\n\n"))
    assert [r.body for r in result.records] == [text for _, text in POSTS]
    assert {r.label for r in result.removed if r.text == "Play the song"} == {"boilerplate"}


def test_a_link_that_repeats_the_title_says_read_more() -> None:
    records = clean(page("{title}\n\nMay 8, 2018\n\n{text}\n\nOpen {title}\n\n"))
    assert [r.body for r in records] == [text for _, text in POSTS]
    assert all(r.truncated for r in records)


def test_what_only_one_article_says_stays() -> None:
    text = page("{title}\n\nBy Ann Lee\n\n{text}\n\n") + "Play the song\n"
    assert clean(text)[-1].body.endswith("Play the song")


def test_the_refrain_of_one_article_stays() -> None:
    title, text = POSTS[0]
    verses = "\n\n".join(f"{text} {n}\n\nPlay the song" for n in range(4))
    assert clean(f"{title}\n\nBy Ann Lee\n\n{verses}\n")[0].body.count("Play the song") == 4
