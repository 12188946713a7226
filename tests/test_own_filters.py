"""The presets, and filters and phrases of the user's own: where they go, and what breaks the protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from cleaner import (
    Block,
    CleanerError,
    Document,
    FilterError,
    Lexicon,
    Mark,
    OptionError,
    Pipeline,
    PipelineError,
    clean_text,
    preset,
    process,
)
from cleaner.fields import FIELDS
from cleaner.filters import JUNK
from cleaner.parse import parse_text
from cleaner.presets import THRESHOLDS
from tests.helpers import PAGE, PARAGRAPHS, FixedFilter, LineFilter, document, paragraphs, web

TEXT = "Alpha one\n\nBeta two\n\nGamma three"


def simple(name: str) -> LineFilter:
    return LineFilter(name.title(), name=name, label=f"{name}-label")


def nested() -> Pipeline:
    inner = Pipeline([simple("alpha"), simple("beta")], name="inner")
    return Pipeline([inner, simple("gamma")], name="outer")


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


def rules(name: str) -> Pipeline:
    """A preset by its rules alone."""
    return preset(name) if name == "rules" else preset(name).without("tagger", "leftovers")


def test_presets_differ_in_what_they_remove() -> None:
    removed = {name: [r.text for r in process(PRESET_TEXT, pipeline=rules(name)).removed] for name in THRESHOLDS}
    assert removed == {
        "precision": ["Share", "Facebook Twitter Pinterest"],
        "balanced": ["Facebook Twitter Pinterest"],
        "recall": [],
        "rules": ["Facebook Twitter Pinterest"],
        "text": ["Facebook Twitter Pinterest"],
    }


def test_the_rules_are_the_balanced_preset_without_the_tagger() -> None:
    assert preset("rules").names == rules("balanced").names
    assert preset("rules").threshold == preset("balanced").threshold
    by_rules, by_name = (process(PAGE, pipeline=pipeline) for pipeline in (rules("balanced"), "rules"))
    assert by_rules.records == by_name.records
    assert by_rules.text == by_name.text


@pytest.mark.parametrize("page", [PAGE, PRESET_TEXT], ids=["of several articles", "of one"])
def test_presets_are_ordered_on_a_whole_page(page: str) -> None:
    spans = {
        name: {i for r in process(page, pipeline=name).removed for i in range(r.start, r.end)} for name in THRESHOLDS
    }
    assert spans["recall"] <= spans["balanced"] <= spans["precision"]
    assert spans["balanced"]


def test_presets_differ_with_the_tagger_too() -> None:
    kept = {name: process(PRESET_TEXT, pipeline=name).text for name in ("precision", "recall")}
    assert kept["recall"] != kept["precision"]


def test_balanced_is_the_default() -> None:
    assert (preset().name, preset().threshold) == ("balanced", THRESHOLDS["balanced"])
    assert [(r.text, r.by) for r in process(PRESET_TEXT).removed] == [
        (r.text, r.by) for r in process(PRESET_TEXT, pipeline="balanced").removed
    ]


def test_the_text_preset_has_some_of_the_filters_in_order_and_no_fields() -> None:
    every = preset().names
    names = preset("text").names
    assert names == tuple(name for name in every if name in names)
    assert {"junk.hidden", "junk.tagger", "leftovers"} <= set(names)
    assert not any(name.startswith("fields") for name in names)
    assert process(PAGE, pipeline="text").records == ()


def test_the_text_preset_asks_fewer_filters_of_html() -> None:
    lines = ("Share this article", *PAGE.split("\n\n"))
    by = [{r.by.rsplit(".")[-1] for r in process(page, pipeline="text").removed} for page in ("\n\n".join(lines), web(paragraphs(*lines)))]
    assert "sharing" in by[0]
    assert "sharing" not in by[1]


def test_clean_text_is_the_text_of_the_text_preset() -> None:
    assert clean_text(PAGE) == process(PAGE, pipeline="text").text
    assert clean_text(PAGE, pipeline="rules") == process(PAGE, pipeline="rules").text


@pytest.mark.parametrize("name", [name for name in THRESHOLDS if name != "text"])
def test_a_preset_has_the_filters_and_the_fields_in_order(name: str) -> None:
    names = preset(name).names
    junk, fields = (f"junk.{f.name}" for f in JUNK), (f"fields.{f.name}" for f in FIELDS)
    every = ("junk", *junk, "fields", *fields, "leftovers")
    assert names == (every if name != "rules" else tuple(n for n in every if n not in ("junk.tagger", "leftovers")))
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
        Mark(0, 5, "stay", "x"),  # type: ignore[arg-type]
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
        Mark(0, 5, "field", "x", origin=None),  # type: ignore[arg-type]
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
    plain = process(text, pipeline="rules")
    assert "A Word from our Patrons:" in plain.text
    result = process(text, pipeline=preset("rules").with_lexicon(extra))
    assert [(r.text, r.label) for r in result.removed] == [
        ("Skip to content", "skip-link"),
        ("A Word from our Patrons:", "ad-label"),
        ("Patron number 12: Oda", "ad-label"),
        ("Share this article", "share-bar"),
    ]
    assert process(text, pipeline="rules").text == plain.text


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
