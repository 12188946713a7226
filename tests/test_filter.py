from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from cleaner import (
    Block,
    CleanerError,
    Document,
    Filter,
    FilterError,
    Lexicon,
    Mark,
    OptionError,
    Pipeline,
    PipelineError,
    clean_text,
    preset,
    process,
    rule,
)
from cleaner.fields import FIELDS
from cleaner.filters import JUNK
from cleaner.parse import parse_text
from cleaner.presets import THRESHOLDS
from tests.helpers import PAGE, PARAGRAPHS, FixedFilter, LineFilter, document

TEXT = "Alpha one\n\nBeta two\n\nGamma three"


def simple(name: str) -> LineFilter:
    return LineFilter(name.title(), name=name, label=f"{name}-label")


def nested() -> Pipeline:
    inner = Pipeline([simple("alpha"), simple("beta")], name="inner")
    return Pipeline([inner, simple("gamma")], name="outer")


# Building


def test_names_walk_the_tree_with_dots() -> None:
    assert nested().names == ("inner", "inner.alpha", "inner.beta", "gamma")
    assert [type(each).__name__ for _, each in nested().walk()] == ["Pipeline"] + ["LineFilter"] * 3


def test_labels_are_those_of_all_filters() -> None:
    assert nested().labels == {"alpha-label", "beta-label", "gamma-label"}
    assert Pipeline([]).labels == frozenset()


def test_a_pipeline_is_a_filter() -> None:
    assert isinstance(nested(), Filter)
    assert isinstance(simple("alpha"), Filter)


@pytest.mark.parametrize("name", ["beta", "inner.beta"])
def test_without_takes_bare_and_dotted_names(name: str) -> None:
    assert nested().without(name).names == ("inner", "inner.alpha", "gamma")


def test_without_takes_several_names_and_whole_pipelines() -> None:
    assert nested().without("inner").names == ("gamma",)
    assert nested().without("gamma", "inner.alpha").names == ("inner", "inner.beta")
    assert nested().without().names == nested().names


def test_replace_before_and_after_keep_the_place() -> None:
    new = simple("new")
    assert nested().replace("alpha", new).names == ("inner", "inner.new", "inner.beta", "gamma")
    assert nested().replace("inner", new).names == ("new", "gamma")
    assert nested().before("inner.beta", new).names == ("inner", "inner.alpha", "inner.new", "inner.beta", "gamma")
    assert nested().after("beta", new).names == ("inner", "inner.alpha", "inner.beta", "inner.new", "gamma")
    assert nested().after("inner", new).names == ("inner", "inner.alpha", "inner.beta", "new", "gamma")


def test_first_and_last_stand_outside_of_nested_pipelines() -> None:
    assert nested().first(simple("new")).names[0] == "new"
    assert nested().last(simple("new")).names[-1] == "new"


def test_changes_leave_the_original_alone_and_keep_the_settings() -> None:
    lexicon = Lexicon(phrases=(("ads", "ad-label", "our patrons"),))
    inner = Pipeline([simple("alpha"), simple("beta")], name="inner", threshold=0.7)
    outer = Pipeline([inner, simple("gamma")], name="outer", threshold=0.4, lexicon=lexicon)
    before = outer.names
    changed = outer.without("alpha").first(simple("new")).last(simple("end")).replace("gamma", simple("delta"))
    assert outer.names == before
    assert (changed.name, changed.threshold, changed.lexicon) == ("outer", 0.4, lexicon)
    kept = dict(changed.walk())["inner"]
    assert isinstance(kept, Pipeline)
    assert (kept.name, kept.threshold) == ("inner", 0.7)
    assert changed.with_threshold(0.9).threshold == 0.9
    assert changed.threshold == 0.4


EDITS: list[Callable[[Pipeline, str], Pipeline]] = [
    lambda p, name: p.without(name),
    lambda p, name: p.replace(name, simple("new")),
    lambda p, name: p.before(name, simple("new")),
    lambda p, name: p.after(name, simple("new")),
]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("name", ["nobody", "inner.gamma", "", "inner.", "outer.inner.alpha", "alph"])
def test_a_name_that_is_not_there_is_an_error(edit: Callable[[Pipeline, str], Pipeline], name: str) -> None:
    with pytest.raises(PipelineError) as caught:
        edit(nested(), name)
    assert caught.value.name == name


def test_a_bare_name_that_two_filters_share_is_an_error_and_the_dotted_one_is_not() -> None:
    one = Pipeline([simple("alpha")], name="one")
    two = Pipeline([simple("alpha")], name="two")
    both = Pipeline([one, two])
    with pytest.raises(PipelineError, match="several"):
        both.without("alpha")
    assert both.without("two.alpha").names == ("one", "one.alpha", "two")


def test_a_full_name_goes_before_the_end_of_a_dotted_one() -> None:
    both = Pipeline([Pipeline([simple("alpha")], name="one"), simple("alpha")])
    assert both.without("alpha").names == ("one", "one.alpha")


def test_deeply_nested_filters_are_reached() -> None:
    deep = Pipeline([Pipeline([nested()], name="middle")], name="top")
    assert "middle.outer.inner.beta" in deep.names
    assert "middle.outer.inner.beta" not in deep.without("beta").names
    assert "middle.outer.inner.beta" not in deep.without("middle.outer.inner.beta").names


def test_two_filters_of_one_name_are_refused() -> None:
    with pytest.raises(PipelineError) as caught:
        Pipeline([simple("alpha"), simple("alpha")])
    assert caught.value.name == "alpha"
    with pytest.raises(PipelineError):
        nested().last(simple("gamma"))
    with pytest.raises(PipelineError):
        nested().after("alpha", simple("beta"))


@pytest.mark.parametrize("threshold", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_threshold_outside_of_0_to_1_is_refused(threshold: float) -> None:
    with pytest.raises(PipelineError) as caught:
        Pipeline([], name="mine", threshold=threshold)
    assert caught.value.name == "mine"


@pytest.mark.parametrize("each", [None, 3, "junk", lambda _doc: [], object()])
def test_what_is_no_filter_is_refused(each: Any) -> None:
    with pytest.raises(PipelineError):
        Pipeline([each])


def test_pipelines_and_filters_show_their_names() -> None:
    assert repr(nested()) == "<pipeline outer: inner, gamma>"
    assert repr(rule("shout", "shout")(lambda _doc: [])) == "<filter shout>"


def test_rule_keeps_the_docstring_and_the_labels() -> None:
    @rule("shout", "shout", "yell")
    def shout(doc: Document) -> Iterable[Mark]:
        """Lines in capitals."""
        return (Mark(b.start, b.end, "remove", "shout") for b in doc.open_blocks() if b.text.isupper())

    assert (shout.name, shout.__doc__) == ("shout", "Lines in capitals.")
    assert shout.labels == {"shout", "yell"}
    assert clean_text("HELLO\n\nGood day.", pipeline=shout) == "Good day."


# Running


def test_by_says_which_rule_of_which_pipeline() -> None:
    marks = nested()(parse_text(TEXT))
    assert [(m.label, m.by) for m in marks] == [
        ("alpha-label", "outer.inner.alpha"),
        ("beta-label", "outer.inner.beta"),
        ("gamma-label", "outer.gamma"),
    ]


def test_by_is_not_for_filters_to_fill_in() -> None:
    mark = Mark(0, 5, "remove", "x", by="somebody else")
    assert [m.by for m in Pipeline([FixedFilter([mark], "x")], name="mine")(parse_text(TEXT))] == ["mine.fixed"]


def test_running_leaves_the_document_as_it_was() -> None:
    doc = parse_text(TEXT)
    assert len(nested()(doc)) == 3
    assert doc.marks == []
    assert doc.open_blocks() == list(doc.blocks)


def test_later_filters_see_the_marks_of_earlier_ones_also_of_nested_ones() -> None:
    seen: list[tuple[str, int]] = []

    @rule("spy", "x")
    def spy(doc: Document) -> Iterable[Mark]:
        seen.extend((m.by, len(doc.open_blocks())) for m in doc.marks)
        return ()

    inner = Pipeline([simple("alpha")], name="inner")
    Pipeline([inner, spy], name="outer")(parse_text(TEXT))
    assert seen == [("outer.inner.alpha", 2)]


def test_a_removal_under_the_threshold_is_rejected_and_not_seen_by_later_filters() -> None:
    weak = LineFilter("Alpha", name="weak", label="weak", score=0.4)
    again = LineFilter("Alpha", name="again", label="again", score=0.5)
    made, rejected = Pipeline([weak, again], name="mine", threshold=0.5).run(parse_text(TEXT))
    assert [(m.by, m.score) for m in made] == [("mine.again", 0.5)]
    assert [(m.by, m.score) for m in rejected] == [("mine.weak", 0.4)]


def test_fields_pass_any_threshold_and_boundaries_do_not() -> None:
    marks = [Mark(0, 5, "field", "title", "Alpha", 0.1), Mark(0, 0, "split", "next-article", score=0.1)]
    fixed = FixedFilter(marks, "title", "next-article")
    made, rejected = Pipeline([fixed], threshold=1.0).run(parse_text(TEXT))
    assert [m.action for m in made] == ["field"]
    assert [m.action for m in rejected] == ["split"]
    made, rejected = Pipeline([fixed], threshold=0.1).run(parse_text(TEXT))
    assert [m.action for m in made] == ["field", "split"]
    assert rejected == []


def test_a_nested_pipeline_applies_its_own_threshold_first_and_the_outer_one_then() -> None:
    scores = [LineFilter("Alpha", name=f"s{s}", label=f"s{s}", score=s / 10) for s in (2, 5, 8)]
    inner = Pipeline(scores, name="inner", threshold=0.3)
    made, rejected = Pipeline([inner], name="outer", threshold=0.6).run(parse_text(TEXT))
    # s5 passes the inner threshold and closes the block, so that s8 no longer sees it.
    assert made == []
    assert [(m.by, m.score) for m in rejected] == [("outer.inner.s2", 0.2), ("outer.inner.s5", 0.5)]
    made, rejected = Pipeline([Pipeline(scores, name="inner", threshold=0.6)], name="outer").run(parse_text(TEXT))
    assert [m.by for m in made] == ["outer.inner.s8"]
    assert [m.by for m in rejected] == ["outer.inner.s2", "outer.inner.s5"]


def test_rejected_marks_are_losers_of_the_ledger() -> None:
    weak = LineFilter("Alpha", name="weak", label="weak", score=0.4)
    result = process(TEXT, pipeline=Pipeline([weak], name="mine", threshold=0.5))
    assert [(m.label, m.by) for m in result.ledger.losers] == [("weak", "mine.weak")]
    assert result.removed == ()
    assert "Alpha one" in result.text


def test_an_empty_pipeline_keeps_everything() -> None:
    assert clean_text(PAGE, pipeline=Pipeline([])) == "\n\n".join(part for part in PAGE.split("\n\n") if part.strip())


# Presets


PRESET_TEXT = "\n\n".join(
    (
        "A Ferry Without a Key",
        PARAGRAPHS["en"][0],
        "Share",
        PARAGRAPHS["en"][1],
        "Facebook Twitter Pinterest",
        (
            "The harbour master, who has kept the spare keys of nine ships in his desk for thirty years, said on Friday"
            " that he would have a look in the drawers of his predecessor."
        ),
    )
)


def test_presets_differ_in_what_they_remove() -> None:
    removed = {name: [r.text for r in process(PRESET_TEXT, pipeline=name).removed] for name in THRESHOLDS}
    assert removed == {
        "precision": ["Share", "Facebook Twitter Pinterest"],
        "balanced": ["Facebook Twitter Pinterest"],
        "recall": [],
    }


def test_presets_are_ordered_on_a_whole_page() -> None:
    spans = {
        name: {i for r in process(PAGE, pipeline=name).removed for i in range(r.start, r.end)} for name in THRESHOLDS
    }
    assert spans["recall"] <= spans["balanced"] <= spans["precision"]
    assert spans["recall"] != spans["precision"]


def test_balanced_is_the_default() -> None:
    assert (preset().name, preset().threshold) == ("balanced", THRESHOLDS["balanced"])
    assert [(r.text, r.by) for r in process(PRESET_TEXT).removed] == [
        (r.text, r.by) for r in process(PRESET_TEXT, pipeline="balanced").removed
    ]


@pytest.mark.parametrize("name", list(THRESHOLDS))
def test_a_preset_has_the_filters_and_the_fields_in_order(name: str) -> None:
    names = preset(name).names
    assert names == ("junk", *(f"junk.{f.name}" for f in JUNK), "fields", *(f"fields.{f.name}" for f in FIELDS))
    assert preset(name).name == name
    assert preset(name).threshold == THRESHOLDS[name]
    assert all(r.by.startswith((f"{name}.", "assemble")) for r in process(PAGE, pipeline=name).removed)


@pytest.mark.parametrize("name", ["", "Balanced", "junk"])
def test_an_unknown_preset_is_a_pipeline_error(name: str) -> None:
    with pytest.raises(PipelineError) as caught:
        preset(name)
    assert caught.value.name == name
    with pytest.raises(PipelineError):
        clean_text("x", pipeline=name)


@pytest.mark.parametrize("name", [n for n in preset().names if n not in ("fields", "fields.boundary")])
def test_any_built_in_filter_can_be_left_out(name: str) -> None:
    result = process(PAGE, pipeline=preset().without(name))
    assert PARAGRAPHS["en"][0] in result.text
    assert not any(f".{name}." in f".{r.by}." for r in result.removed)


def test_without_boundaries_there_are_no_records() -> None:
    assert process(PAGE, pipeline=preset().without("boundary")).records == ()
    assert process(PAGE, pipeline=preset().without("fields")).records == ()


# A user's filter


class Horoscope:
    """The ten lines of the documentation."""

    name = "horoscope"
    labels = frozenset({"horoscope"})

    def __call__(self, doc: Document, /) -> Iterable[Mark]:
        for block in doc.open_blocks():
            if block.text.startswith("Your stars"):
                yield Mark(block.start, block.end, "remove", "horoscope")


PLACES: list[Callable[[Pipeline], Pipeline]] = [
    lambda p: p.first(Horoscope()),
    lambda p: p.last(Horoscope()),
    *[lambda p, name=name: p.before(name, Horoscope()) for name in preset().names],
    *[lambda p, name=name: p.after(name, Horoscope()) for name in preset().names],
    lambda p: p.replace("tags", Horoscope()),
]


@pytest.mark.parametrize("place", PLACES)
def test_a_users_filter_works_in_any_place(place: Callable[[Pipeline], Pipeline]) -> None:
    text = PAGE.replace(PARAGRAPHS["en"][1], f"Your stars: rain.\n\n{PARAGRAPHS['en'][1]}")
    result = process(text, pipeline=place(preset()))
    assert ("Your stars: rain.", "horoscope") in [(r.text, r.label) for r in result.removed]
    assert result.records[0].body == "\n\n".join(PARAGRAPHS["en"])
    assert [r.by.split(".")[-1] for r in result.removed if r.label == "horoscope"] == ["horoscope"]


def test_a_lone_filter_is_a_pipeline_of_its_own() -> None:
    result = process("Your stars: rain.\n\nTea is a drink.", pipeline=Horoscope())
    assert result.text == "Tea is a drink."
    assert [r.by for r in result.removed] == ["custom.horoscope"]


def test_a_users_field_lands_in_the_record() -> None:
    at = PAGE.index("No Key")
    mark = Mark(at, at, "field", "section", "Harbour", 0.8)
    record = process(PAGE, pipeline=preset().last(FixedFilter([mark], "section"))).records[0]
    assert record.section == "Harbour"
    assert record.confidence["section"] == 0.8
    assert "section" not in record.spans


def test_a_users_split_starts_an_article() -> None:
    text = f"{PARAGRAPHS['en'][0]}\n\n{PARAGRAPHS['en'][1]}"
    at = text.index(PARAGRAPHS["en"][1])
    marks = [Mark(0, 0, "split", "next-article"), Mark(at, at, "split", "next-article")]
    records = process(text, pipeline=Pipeline([FixedFilter(marks, "next-article")])).records
    assert [r.body for r in records] == list(PARAGRAPHS["en"])


def test_a_users_value_of_another_type_does_not_break_the_record() -> None:
    values: list[object] = [["no", "string"], {"a": 1}, 3.5, object(), ("x",)]
    labels = ("title", "byline", "published", "truncated", "source", "caption", "section", "credit", "standfirst")
    for value in values:
        marks = [Mark(0, 0, "split", "next-article"), *(Mark(0, 0, "field", name, value) for name in labels)]
        text = PARAGRAPHS["en"][0]
        record = process(text, pipeline=Pipeline([FixedFilter(marks, "next-article", *labels)])).records[0]
        assert record.body == text
        assert (record.title, record.authors, record.truncated, record.sources) == (None, (), False, ())


# Breaking the protocol


def violation(mark: object) -> FilterError:
    with pytest.raises(FilterError) as caught:
        Pipeline([FixedFilter([mark], "x", "y")], name="mine")(parse_text(TEXT))
    return caught.value


@pytest.mark.parametrize(
    "mark",
    [
        None,
        "remove",
        3,
        (0, 5, "remove", "x", None, 1.0, ""),
        Block(0, 0, 5, "Alpha"),
        Mark(0, 5, "keep", "x"),  # type: ignore[arg-type]
        Mark(0, 5, "", "x"),  # type: ignore[arg-type]
        Mark(0, 5, True, "x"),  # type: ignore[arg-type]
        Mark(0, 5, "remove", "not-mine"),
        Mark(0, 5, "remove", ""),
        Mark(-1, 5, "remove", "x"),
        Mark(5, 3, "remove", "x"),
        Mark(0, len(TEXT) + 1, "remove", "x"),
        Mark(0, 5, "remove", "x", score=1.1),
        Mark(0, 5, "remove", "x", score=-0.1),
        Mark(0, 5, "remove", "x", score=float("nan")),
        Mark(5, 5, "remove", "x"),
    ],
)
def test_a_mark_that_breaks_the_protocol_is_a_filter_error(mark: object) -> None:
    assert violation(mark).filter == "fixed"


@pytest.mark.parametrize(
    "mark",
    [
        Mark("0", 5, "remove", "x"),  # type: ignore[arg-type]
        Mark(None, 5, "remove", "x"),  # type: ignore[arg-type]
        Mark(0.5, 5, "remove", "x"),  # type: ignore[arg-type]
        Mark(0, 5.0, "remove", "x"),  # type: ignore[arg-type]
        Mark(0, 5, "remove", ["x"]),  # type: ignore[arg-type]
        Mark(0, 5, ["remove"], "x"),  # type: ignore[arg-type]
        Mark(0, 5, "remove", "x", score=None),  # type: ignore[arg-type]
        Mark(0, 5, "remove", "x", score="high"),  # type: ignore[arg-type]
    ],
)
def test_a_mark_of_ill_typed_parts_is_a_filter_error(mark: object) -> None:
    assert violation(mark).filter == "fixed"


def test_empty_spans_are_fine_for_fields_and_splits() -> None:
    marks = [Mark(3, 3, "field", "x"), Mark(len(TEXT), len(TEXT), "split", "y")]
    assert len(Pipeline([FixedFilter(marks, "x", "y")])(parse_text(TEXT))) == 2


class Broken:
    """Raises, before or after its first mark, or returns no marks at all."""

    name = "broken"
    labels = frozenset({"x"})

    def __init__(self, act: Callable[[], Iterable[Mark]]) -> None:
        self._act = act

    def __call__(self, _doc: Document, /) -> Iterable[Mark]:
        return self._act()


def late() -> Iterable[Mark]:
    yield Mark(0, 1, "remove", "x")
    raise KeyError("lost")


def early() -> Iterable[Mark]:
    return [Mark(0, 1 // 0, "remove", "x")]


def nothing() -> Iterable[Mark]:
    return None  # type: ignore[return-value]


@pytest.mark.parametrize(("act", "cause"), [(late, KeyError), (early, ZeroDivisionError), (nothing, TypeError)])
def test_a_filter_that_raises_is_a_filter_error_with_its_name_and_cause(
    act: Callable[[], Iterable[Mark]], cause: type[Exception]
) -> None:
    for pipeline in (
        Pipeline([Broken(act)]),
        preset().last(Broken(act)),
        Pipeline([Pipeline([Broken(act)], name="in")]),
    ):
        with pytest.raises(FilterError) as caught:
            process(PAGE, pipeline=pipeline)
        assert caught.value.filter == "broken"
        assert isinstance(caught.value.__cause__, cause)
        assert cause.__name__ in str(caught.value)


def test_an_error_of_this_library_passes_through() -> None:
    def refuse() -> Iterable[Mark]:
        raise OptionError("no such colour", option="colour")

    with pytest.raises(CleanerError) as caught:
        Pipeline([Broken(refuse)])(document(TEXT))
    assert isinstance(caught.value, OptionError)
    assert caught.value.option == "colour"


def test_interrupts_are_not_caught() -> None:
    def stop() -> Iterable[Mark]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Pipeline([Broken(stop)])(document(TEXT))


# A user's phrases


def test_a_users_phrases_are_used_beside_those_of_the_language() -> None:
    extra = Lexicon(phrases=(("ads", "ad-label", "a word from our patrons"), ("ads", "ad-label", "patron number #*")))
    prose = "\n\n".join(PARAGRAPHS["en"])
    text = f"Skip to content\n\n{prose}\n\nA Word from our Patrons:\n\nPatron number 12: Oda\n\nShare this article"
    plain = process(text)
    assert "A Word from our Patrons:" in plain.text
    result = process(text, pipeline=preset().with_lexicon(extra))
    assert [(r.text, r.label) for r in result.removed] == [
        ("Skip to content", "skip-link"),
        ("A Word from our Patrons:", "ad-label"),
        ("Patron number 12: Oda", "ad-label"),
        ("Share this article", "share-bar"),
    ]
    assert process(text).text == plain.text


@pytest.mark.parametrize("language", ["en", "de", "ja", None])
def test_a_users_phrases_hold_for_every_language(language: str | None) -> None:
    extra = Lexicon(phrases=(("ads", "ad-label", "a word from our patrons"),))
    text = f"{PARAGRAPHS[language or 'fr'][0]}\n\nA word from our patrons\n\n"
    result = process(text, language=language, pipeline=preset().with_lexicon(extra))
    assert [r.text for r in result.removed] == ["A word from our patrons"]


def test_lexicons_add_up() -> None:
    one = Lexicon(phrases=(("ads", "ad-label", "first word from us"),))
    two = Lexicon(phrases=(("ads", "ad-label", "second word from us"),))
    pipeline = preset().with_lexicon(one).with_lexicon(two)
    assert pipeline.lexicon.phrases == one.phrases + two.phrases
    assert preset().lexicon.phrases == ()
