from __future__ import annotations

from cleaner import Block, Document, Mark
from cleaner.document import ACTIONS, Context
from cleaner.lexicon import Lexicon
from cleaner.parse import parse_text
from tests.helpers import document

TEXT = "First line\n\n  Second line here\nThird"


def test_a_mark_has_neutral_defaults() -> None:
    mark = Mark(0, 3, "remove", "ad-label")
    assert (mark.value, mark.score, mark.by) == (None, 1.0, "")
    assert ACTIONS == ("remove", "field", "split")


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


def test_a_memo_is_made_once_and_shared_with_forks() -> None:
    made: list[int] = []

    def make() -> list[int]:
        made.append(1)
        return made

    doc = parse_text(TEXT)
    first = doc.memo("test.memo", make)
    assert doc.fork().memo("test.memo", make) is first
    assert doc.memo("test.memo", make) is first
    assert made == [1]


def test_the_context_keeps_a_user_lexicon() -> None:
    lexicon = Lexicon(phrases=(("ads", "ad-label", "our patrons"),))
    doc = parse_text("Our Patrons!", Context(lexicon=lexicon))
    assert [(b.text, h.label) for b, h in doc.hits("ads")] == [("Our Patrons!", "ad-label")]
