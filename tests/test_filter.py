"""Pipelines: built, edited, nested, run."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from cleaner import (
    Document,
    Filter,
    Lexicon,
    Mark,
    Pipeline,
    PipelineError,
    clean_text,
    preset,
    process,
    rule,
)
from cleaner.parse import parse_text
from tests.helpers import PAGE, FixedFilter, LineFilter

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


@pytest.mark.parametrize(("own", "outer"), [(0.3, 0.6), (0.6, 0.3), (0.6, 0.6), (0.0, 0.6), (0.6, 0.0)])
def test_in_a_nested_pipeline_the_higher_threshold_holds(own: float, outer: float) -> None:
    scores = [LineFilter("Alpha", name=f"s{s}", label=f"s{s}", score=s / 10) for s in (2, 5, 8)]
    inner = Pipeline(scores, name="inner", threshold=own)
    made, rejected = Pipeline([inner], name="outer", threshold=outer).run(parse_text(TEXT))
    # What is rejected does not close a block to the filters that follow.
    assert [(m.by, m.score) for m in made] == [("outer.inner.s8", 0.8)]
    assert [(m.by, m.score) for m in rejected] == [("outer.inner.s2", 0.2), ("outer.inner.s5", 0.5)]


def test_votes_pass_any_threshold() -> None:
    vote = FixedFilter([Mark(0, 5, "keep", "content", score=0.1)], "content")
    made, rejected = Pipeline([vote], threshold=1.0).run(parse_text(TEXT))
    assert [m.action for m in made] == ["keep"]
    assert rejected == []


def test_an_annotated_document_is_a_copy_with_all_marks() -> None:
    doc = parse_text(TEXT)
    doc.add([Mark(0, 5, "field", "x")])
    weak = LineFilter("Alpha", name="weak", label="weak", score=0.4)
    sure = LineFilter("Alpha", name="sure", label="sure", score=0.9)
    pipeline = Pipeline([weak, sure], name="mine", threshold=0.5)
    found = pipeline.annotate(doc)
    assert [m.label for m in found.marks] == ["x", "sure"]
    assert [m.label for m in found.rejected] == ["weak"]
    assert ([m.label for m in doc.marks], doc.rejected) == (["x"], [])
    assert pipeline.run(doc) == (found.marks[1:], found.rejected)
    assert pipeline(doc) == found.marks[1:]


def test_rejected_marks_are_losers_of_the_ledger() -> None:
    weak = LineFilter("Alpha", name="weak", label="weak", score=0.4)
    result = process(TEXT, pipeline=Pipeline([weak], name="mine", threshold=0.5))
    assert [(m.label, m.by) for m in result.ledger.losers] == [("weak", "mine.weak")]
    assert result.removed == ()
    assert "Alpha one" in result.text


def test_an_empty_pipeline_keeps_everything() -> None:
    assert clean_text(PAGE, pipeline=Pipeline([])) == "\n\n".join(part for part in PAGE.split("\n\n") if part.strip())


@pytest.mark.parametrize("name", ["precision", "balanced", "recall", "rules"])
def test_a_preset_survives_pickling_by_the_names_of_its_rules(name: str) -> None:
    pipeline = preset(name).without("sharing").with_lexicon(Lexicon((("ads", "ad-label", "buy soup"),)))
    data = pickle.dumps(pipeline)
    again = pickle.loads(data)
    assert (again.names, again.threshold) == (pipeline.names, pipeline.threshold)
    assert again.lexicon.phrases == pipeline.lexicon.phrases
    assert [each for _, each in again.walk() if not isinstance(each, Pipeline)] == [
        each for _, each in pipeline.walk() if not isinstance(each, Pipeline)
    ]
    assert len(data) < 5000


def test_a_rule_that_has_no_name_of_its_own_in_a_module_is_not_pickled_as_another() -> None:
    with pytest.raises((pickle.PicklingError, AttributeError)):
        pickle.dumps(rule("mine", "x")(lambda _: []))
