"""What holds for every input, found out on pages made up of typical lines, and on any text at all."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cleaner import CleanerError, Record, Result, clean, clean_text, process
from tests.helpers import JUNK_LINES, PARAGRAPHS, is_partition

fixed = settings(
    derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], database=None
)

TITLES = (
    "The Ferry Stays in Port",
    "The Key Turns Up in a Soup Bowl",
    "Harbour",
    "Brücke über die Lauter gesperrt",
    "La place du marché sans voitures",
    "La biblioteca abrirá por la noche",
    "В Верхних Ключах открыли пекарню",
    "灯台が図書館になる",
    "青石镇茶馆重新开门",
    "إعادة فتح السوق القديم",
    "Is the Key Lost?",
)
BYLINES = (
    "By Maud Tallis",
    "By Maud Tallis and Ugo Brand",
    "Von Ida Rohe",
    "Par Luc Ormeau",
    "Por Ana Sabiá",
    "Автор: Пётр Ключев",
    "文/李青石",
    "By",
    "Maud Tallis | March 7, 2023",
    "Translated by Per Holm. Edited by Oda Roe.",
)
DATES = (
    "March 7, 2023",
    "Published: March 7, 2023, 7:45 am",
    "Last updated: 8 March 2023",
    "7. März 2023",
    "Publié le 7 mars 2023",
    "7 марта 2023",
    "2023年3月7日",
    "07/03/2023",
    "Posted on March 7, 2023 by Maud Tallis | 3 Comments",
    "Published",
    "yesterday",
)
SOURCES = (
    "Source: Sallow Island Gazette, March 6, 2023",
    "Quelle: Oberlindacher Bote, 6. März 2023",
    "Source : La Gazette de Saint-Orme",
    "Источник: Ключевская газета",
    "来源：青石日报",
    "Sallow Island Gazette, March 6, 2023",
    "https://gazette.example/ferry",
    "This article was first published in the Sallow Island Gazette.",
    "Read the rest of this article at the Sallow Island Gazette.",
    "The ferry at night. (Photo: Ida Roe)",
)
OTHER = (
    "Read more",
    "Continue reading →",
    "The captain shrugged, looked at the door and…",
    "“No,” he said.",
    "Why?",
    "* * *",
    "—",
    "1.",
    "    indented = code(line)",
    "Tags: ferry, key, soup",
    "Filed under: Harbour",
    "function f() { return window.x; }",
    '{"@context": "https://schema.org", "@type": "NewsArticle"}',
    "Recent posts",
    "May 2014 (3)",
    "June 2014 (5)",
    "About the author",
    "Maud Tallis covers the harbour and the courts for the Gazette, and has done so since the long winter.",
    "Subscribe to read the full story",
)
PROSE = tuple(p for both in PARAGRAPHS.values() for p in both)
_lines = st.one_of(
    *(st.sampled_from(each) for each in (JUNK_LINES, TITLES, BYLINES, DATES, PROSE, SOURCES, OTHER)),
    st.lists(st.sampled_from(JUNK_LINES), min_size=2, max_size=4).map("\n".join),
    st.lists(st.sampled_from(PROSE), min_size=1, max_size=3).map(" ".join),
    st.lists(st.sampled_from((*TITLES, *OTHER, *JUNK_LINES)), min_size=2, max_size=3).map(" ".join),
)
_gaps = st.sampled_from(("\n", "\n\n", "\n\n", "\n\n\n", "\r\n\r\n", "\n \n"))
# Every character, the ones that no text should hold among them.
_any = st.characters(exclude_categories=())
_odd = st.sampled_from(
    list("\x00\t\n\x0b\x0c\r\x1c\x85\u00a0\u200b\u2028\ud800\udfff\ufeff\ufffd<>{}#*|»#1.,:;()—…\"'aA中の")
)
anything = st.one_of(
    st.text(_any, max_size=80), st.text(_odd, max_size=60), st.text(st.one_of(_any, _odd), max_size=80)
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of up to twelve lines such as pages have, each with some blank lines under it."""
    parts = draw(st.lists(st.tuples(_lines, _gaps), max_size=12))
    return "".join(line + gap for line, gap in parts)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """A page that is in order: one or two articles in one language between head and foot."""
    parts = draw(st.lists(st.sampled_from(JUNK_LINES), max_size=4))
    language = draw(st.sampled_from(list(PARAGRAPHS)))
    for _ in range(draw(st.integers(1, 2))):
        parts.append(draw(st.sampled_from(TITLES)))
        parts += draw(st.lists(st.sampled_from((*BYLINES, *DATES)), max_size=2))
        parts += draw(
            st.lists(
                st.sampled_from((*PARAGRAPHS[language], *PARAGRAPHS["en"], "Share", "“No,” he said.")),
                min_size=1,
                max_size=4,
            )
        )
        parts += draw(st.lists(st.sampled_from((*SOURCES, "Read more")), max_size=1))
    parts += draw(st.lists(st.sampled_from(JUNK_LINES), max_size=4))
    return draw(st.sampled_from(("\n\n", "\n"))).join(parts)


spliced = st.tuples(pages(), anything, pages()).map("".join)
texts = st.one_of(pages(), articles(), anything, spliced)


def done(text: str, pipeline: str = "balanced") -> Result:
    """Process a text as the text it is declared to be; refuse what is refused, as no text at all."""
    try:
        return process(text, content_type="text/plain", pipeline=pipeline)
    except CleanerError:
        return process("")


@fixed
@given(texts, st.sampled_from(("balanced", "precision", "recall")))
def test_the_segments_join_up_to_the_text(text: str, pipeline: str) -> None:
    result = done(text, pipeline)
    assert is_partition(result.ledger, result.document.text)
    assert "".join(result.document.text[s.start : s.end] for s in result.ledger) == result.document.text


# What the text of a page leaves out because a record's fields say it; captions only if there is an article, the title if there
# is one.
META = {"byline", "published", "modified", "section"}


def kept(result: Result, left_out: set[str]) -> str:
    segments = (s for s in result.ledger if s.action != "remove" and s.label not in left_out)
    return "".join("".join(result.document.text[s.start : s.end] for s in segments).split())


@fixed
@given(texts)
def test_every_kept_character_is_in_the_kept_text_or_in_a_field(text: str) -> None:
    result = done(text)
    ways = [kept(result, left_out) for left_out in (set(), META, META | {"caption"}, META | {"caption", "title"})]
    allowed = ways[:2] if not result.records else ways[2:]
    assert "".join(result.text.split()) in (allowed if result.removed else ways[:1])


@fixed
@given(texts)
def test_every_character_is_kept_or_in_a_removal(text: str) -> None:
    result = done(text)
    removed = sum(len("".join(r.text.split())) for r in result.removed)
    assert len("".join(result.document.text.split())) == len(kept(result, set())) + removed


@fixed
@given(texts)
def test_white_space_is_never_kept_as_body(text: str) -> None:
    result = done(text)
    labels = {s.label for s in result.ledger if not result.document.text[s.start : s.end].strip()}
    assert "body" not in labels


@fixed
@given(texts, st.lists(texts, max_size=2))
def test_the_result_does_not_depend_on_what_went_before(text: str, others: list[str]) -> None:
    first = done(text)
    for other in others:
        done(other, "recall")
    again = done(text)
    assert (again.records, again.text, again.ledger, again.removed, again.warnings) == (
        first.records,
        first.text,
        first.ledger,
        first.removed,
        first.warnings,
    )


@settings(fixed, max_examples=300)
@given(texts)
@example(
    "© 2023 The Sallow Island Gazette. All rights reserved.\n\n灯台が図書館になる\n\nShare\n\nSkip to content\n\n続きを読む"
)
@example(f"By Maud Tallis\n\n{PROSE[1]}\n\n{PROSE[0]}\n\nHome » News » Harbour\n\n{PROSE[0]}")
@example("© 2023 The Sallow Island Gazette. All rights reserved.\n\n" * 2 + f"{PROSE[0]}\n\nLeave a comment")
def test_cleaning_a_clean_text_loses_no_running_text(text: str) -> None:
    # The tagger judges a line by its surroundings, which cleaning changes; the rules hold for good.
    once = done(text, "rules")
    language = once.document.context.language or "en"
    twice = clean_text(once.text, content_type="text/plain", language=language, pipeline="rules")
    assert [line for line in once.text.split("\n") if line in PROSE and line not in twice] == []


@settings(fixed, max_examples=300)
@given(texts)
@example("The Ferry Stays\nBy Maud Tallis\n© 2023 The Gazette. All rights reserved." + "\nSkip to content" * 3)
@example(f"By Maud Tallis\n\n{PROSE[1]}\n\n{PROSE[0]}\n\nHome » News » Harbour\n\n{PROSE[0]}")
def test_cleaning_a_body_changes_nothing(text: str) -> None:
    for record in done(text, "rules").records:
        language = record.language or "en"
        assert clean_text(record.body, content_type="text/plain", language=language, pipeline="rules") == record.body


@fixed
@given(texts)
def test_a_result_survives_pickling(text: str) -> None:
    result = done(text)
    back: Result = pickle.loads(pickle.dumps(result))
    assert (back.records, back.text, back.ledger, back.removed) == (
        result.records,
        result.text,
        result.ledger,
        result.removed,
    )
    assert (back.document.text, back.document.blocks, back.document.marks) == (
        result.document.text,
        result.document.blocks,
        result.document.marks,
    )


@fixed
@given(texts)
def test_records_survive_json(text: str) -> None:
    for record in done(text).records:
        data = json.loads(json.dumps(record.to_dict(), ensure_ascii=False).encode())
        assert Record.from_dict(data) == record
        assert "" not in [v for k, v in data.items() if k != "body"]


FUNCTIONS: list[Callable[[str], object]] = [clean, clean_text, process]


@fixed
@given(st.one_of(texts, spliced), st.sampled_from(FUNCTIONS))
def test_nothing_is_raised_but_errors_of_this_library(text: str, function: Callable[[str], object]) -> None:
    try:
        found = repr(function(text))
    except CleanerError as error:
        found = str(error)
    assert found


@fixed
@given(
    st.one_of(
        st.binary(max_size=200), pages().map(lambda p: p.encode("utf-16")), pages().map(lambda p: p.encode()[:-1])
    )
)
def test_bytes_raise_nothing_but_errors_of_this_library(data: bytes) -> None:
    try:
        result = process(data)
    except CleanerError:
        result = process("")
    assert is_partition(result.ledger, result.document.text)


@fixed
@given(texts)
def test_a_body_is_what_its_spans_say(text: str) -> None:
    result = done(text)
    whole = result.document.text
    for record in result.records:
        pieces = [whole[start:end] for start, end in record.spans.get("body", ())]
        assert "".join("".join(pieces).split()) == "".join(record.body.split())
        at = 0
        for piece in pieces:
            found = record.body.find(piece, at)
            assert found >= at
            assert not record.body[at:found].strip()
            at = found + len(piece)
        assert at == len(record.body)


@fixed
@given(texts)
def test_all_spans_lie_in_the_text_and_bodies_do_not_overlap(text: str) -> None:
    result = done(text)
    size = len(result.document.text)
    for record in result.records:
        spans = [span for each in record.spans.values() for span in each]
        assert all(0 <= start < end <= size for start, end in spans)
        assert all(name in Record.__dataclass_fields__ for name in (*record.spans, *record.confidence))
    bodies = sorted(span for record in result.records for span in record.spans.get("body", ()))
    assert all(a[1] <= b[0] for a, b in pairwise(bodies))
    assert all(0 <= r.start < r.end <= size for r in result.removed)


@fixed
@given(texts)
def test_text_in_a_body_is_kept_and_no_text_is_removed_twice(text: str) -> None:
    result = done(text)
    removed = {i for r in result.removed for i in range(r.start, r.end)}
    assert sum(r.end - r.start for r in result.removed) == len(removed)
    for record in result.records:
        body = {i for start, end in record.spans.get("body", ()) for i in range(start, end)}
        assert not body & removed


@fixed
@given(texts)
def test_a_record_has_a_title_or_a_body_and_its_truncation_agrees(text: str) -> None:
    for record in done(text).records:
        assert record.title or record.body
        assert record.truncated is (record.truncation_reason is not None)
        assert record.truncation_reason in (None, *Record.TRUNCATION_REASONS)
        assert all(0.0 <= score <= 1.0 for score in record.confidence.values())


@fixed
@given(articles())
def test_str_and_bytes_give_the_same(text: str) -> None:
    assert process(text.encode()).records == process(text).records
