from __future__ import annotations

import pickle

import pytest

from cleaner import Block, Document, Mark
from cleaner.document import ACTIONS, Context
from cleaner.lexicon import Lexicon
from cleaner.parse import parse_text
from tests.helpers import document

TEXT = "First line\n\n  Second line here\nThird"


def test_a_mark_has_neutral_defaults() -> None:
    mark = Mark(0, 3, "remove", "ad-label")
    assert (mark.value, mark.score, mark.by, mark.origin) == (None, 1.0, "", "text")
    assert ACTIONS == ("remove", "field", "split", "keep")


def test_a_document_without_context_is_plain_text_of_unknown_language() -> None:
    doc = Document("", ())
    context = doc.context
    assert (context.url, context.content_type, context.language) == (None, "text/plain", None)
    assert (context.reference_date, context.warnings, context.lexicon.phrases) == (None, (), ())
    assert doc.open_blocks() == []
    assert doc.articles() == []


def test_blocks_in_yields_the_blocks_that_share_a_character() -> None:
    doc = parse_text(TEXT)
    first, second, third = doc.blocks
    assert list(doc.blocks_in(0, len(TEXT))) == [first, second, third]
    assert list(doc.blocks_in(0, 1)) == [first]
    assert list(doc.blocks_in(first.end, second.start)) == []
    assert list(doc.blocks_in(first.end - 1, second.start + 1)) == [first, second]
    assert list(doc.blocks_in(third.start, third.end)) == [third]
    assert list(doc.blocks_in(second.end, second.end + 1)) == []


def test_an_empty_span_shares_no_character_with_any_block() -> None:
    doc = parse_text(TEXT)
    assert [list(doc.blocks_in(at, at)) for at in range(len(TEXT) + 1)] == [[]] * (len(TEXT) + 1)


def test_removing_the_whole_block_closes_it_and_a_part_does_not() -> None:
    doc = parse_text(TEXT)
    first, second, third = doc.blocks
    doc.add([Mark(first.start, first.end, "remove", "a"), Mark(second.start, second.end - 1, "remove", "b")])
    assert doc.open_blocks() == [second, third]
    assert not doc.is_open(first)
    assert doc.is_open(second)


def test_a_field_does_not_close_a_block() -> None:
    doc = parse_text(TEXT)
    doc.add([Mark(0, len(TEXT), "field", "title")])
    assert doc.open_blocks() == list(doc.blocks)


def test_one_removal_over_several_blocks_closes_all_of_them() -> None:
    doc = parse_text(TEXT)
    doc.add([Mark(0, doc.blocks[1].end, "remove", "menu")])
    assert doc.open_blocks() == [doc.blocks[2]]


def test_marks_and_labels_on_a_block_come_in_the_order_they_were_made() -> None:
    doc = parse_text(TEXT)
    second = doc.blocks[1]
    late = Mark(second.start, second.start + 3, "field", "late")
    early = Mark(second.start, second.end, "remove", "early")
    doc.add([early])
    doc.add([late])
    assert doc.marks_on(second) == [early, late]
    assert doc.labels_on(second) == {"early", "late"}
    assert doc.marks_on(doc.blocks[0]) == []
    assert doc.labels_on(doc.blocks[0]) == set()
    assert doc.marks == [early, late]


def test_a_fork_takes_the_marks_along_and_keeps_its_own() -> None:
    doc = parse_text(TEXT)
    first, second, _ = doc.blocks
    doc.add([Mark(first.start, first.end, "remove", "a")])
    copy = doc.fork()
    copy.add([Mark(second.start, second.end, "remove", "b"), Mark(first.start, first.end, "field", "c")])
    assert [m.label for m in copy.marks] == ["a", "b", "c"]
    assert [m.label for m in doc.marks] == ["a"]
    assert doc.is_open(second)
    assert not copy.is_open(second)
    assert not copy.is_open(first)
    assert doc.labels_on(first) == {"a"}
    assert copy.text is doc.text


# Votes: marks that keep


def remove(block: Block, score: float, label: str = "a") -> Mark:
    return Mark(block.start, block.end, "remove", label, score=score)


def keep(block: Block, score: float) -> Mark:
    return Mark(block.start, block.end, "keep", "content", score=score)


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("removed", "kept", "is_open"),
    [
        ((0.6,), (0.8,), True),
        ((0.8,), (0.6,), False),
        ((0.8,), (0.8,), False),
        ((0.5, 0.9), (0.8,), False),
        ((0.5, 0.6), (0.8,), True),
        ((0.8,), (0.5, 0.9), True),
        ((), (0.5,), True),
        ((0.1,), (), False),
    ],
)
def test_the_surest_vote_opens_or_closes_a_block(
    removed: tuple[float, ...], kept: tuple[float, ...], is_open: bool, order: int
) -> None:
    doc = parse_text(TEXT)
    first, second, third = doc.blocks
    marks = [remove(second, score) for score in removed] + [keep(second, score) for score in kept]
    for mark in marks[::order]:
        doc.add([mark])
    assert doc.is_open(second) is is_open
    assert doc.open_blocks() == ([first, second, third] if is_open else [first, third])
    assert doc.kept(second) == max(kept, default=0)
    assert doc.kept(first) == 0


def test_a_vote_for_a_part_of_a_block_keeps_it_not() -> None:
    doc = parse_text(TEXT)
    block = doc.blocks[1]
    doc.add([remove(block, 0.5), keep(block, 0.9)._replace(end=block.end - 1)])
    assert not doc.is_open(block)
    assert doc.kept(block) == 0


def test_one_vote_keeps_several_blocks() -> None:
    doc = parse_text(TEXT)
    doc.add([remove(block, 0.5) for block in doc.blocks])
    doc.add([Mark(0, doc.blocks[1].end, "keep", "content", score=0.7)])
    assert doc.open_blocks() == list(doc.blocks[:2])


def test_a_vote_is_no_label_on_a_block() -> None:
    doc = parse_text(TEXT)
    block = doc.blocks[0]
    doc.add([keep(block, 0.9), remove(block, 0.5, "menu")])
    assert doc.labels_on(block) == {"menu"}
    assert [mark.action for mark in doc.marks_on(block)] == ["remove"]
    assert [mark.action for mark in doc.marks] == ["keep", "remove"]


def test_a_fork_has_votes_of_its_own() -> None:
    doc = parse_text(TEXT)
    block = doc.blocks[0]
    doc.add([remove(block, 0.5)])
    copy = doc.fork()
    copy.add([keep(block, 0.9)])
    assert (copy.is_open(block), copy.kept(block)) == (True, 0.9)
    assert (doc.is_open(block), doc.kept(block)) == (False, 0)


def test_votes_survive_pickling() -> None:
    doc = parse_text(TEXT)
    doc.add([remove(doc.blocks[0], 0.5), keep(doc.blocks[0], 0.9), remove(doc.blocks[1], 0.5)])
    back = pickle.loads(pickle.dumps(doc))
    assert [back.is_open(block) for block in back.blocks] == [True, False, True]
    assert back.kept(back.blocks[0]) == 0.9


def test_articles_are_the_spans_between_splits() -> None:
    doc = Document("x" * 100, (Block(0, 0, 100, "x" * 100),))
    doc.add(
        [
            Mark(60, 60, "split", "next-article"),
            Mark(10, 10, "split", "next-article"),
            Mark(90, 90, "split", "end-of-articles"),
        ]
    )
    assert doc.articles() == [(10, 60), (60, 90)]


def test_the_last_article_goes_to_the_end_and_a_new_one_may_follow_an_end() -> None:
    doc = Document("x" * 50, (Block(0, 0, 50, "x" * 50),))
    doc.add(
        [
            Mark(0, 0, "split", "next-article"),
            Mark(20, 20, "split", "end-of-articles"),
            Mark(30, 30, "split", "next-article"),
            Mark(30, 30, "split", "next-article"),
            Mark(50, 50, "split", "next-article"),
        ]
    )
    assert doc.articles() == [(0, 20), (30, 50)]


def test_keys_and_hits_come_from_the_lexicon_of_the_page() -> None:
    doc = document("» Read More…\n\nTea is a drink.\n\n12 Comments")
    assert [doc.key(b) for b in doc.blocks] == ["read more", "tea is a drink", "# comments"]
    assert [(b.index, h.label) for b, h in doc.hits("readmore") if h.exact] == [(0, "read-more")]
    assert (2, "comment-count") in [(b.index, h.label) for b, h in doc.hits("comments")]
    assert doc.hits("no-such-table") == []


def test_a_document_without_a_lexicon_hits_nothing() -> None:
    doc = parse_text("Read more\n12 Comments")
    assert doc.lexicon.phrases == ()
    assert doc.hits("readmore") == doc.hits("comments") == []


def test_a_memo_is_made_once_in_a_run() -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return made

    doc = parse_text(TEXT)
    first = doc.memo("test.memo", make)
    assert doc.memo("test.memo", make) is first
    assert made == [1]
    # A run works on a fork; those that it makes on its way share its readings.
    run = doc.fork()
    run.memo("test.memo", make)
    assert made == [1, 1]
    run.fork().memo("test.memo", make)
    assert run.memo("test.memo", make) is first
    assert made == [1, 1]


def test_two_runs_do_not_share_what_the_marks_of_one_of_them_say() -> None:
    doc = parse_text(TEXT)

    def count(run: Document) -> int:
        return run.memo("test.open", lambda: len(run.open_blocks()))

    first, second = doc.fork(), doc.fork()
    first.add([Mark(0, len(TEXT), "remove", "a")])
    assert (count(first), count(second), count(doc)) == (0, 3, 3)


def test_the_context_keeps_a_user_lexicon() -> None:
    lexicon = Lexicon(phrases=(("ads", "ad-label", "our patrons"),))
    doc = parse_text("Our Patrons!", Context(lexicon=lexicon))
    assert [(b.text, h.label) for b, h in doc.hits("ads")] == [("Our Patrons!", "ad-label")]
