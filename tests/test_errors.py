from __future__ import annotations

import copy
import inspect
import pickle
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cleaner
from cleaner import errors
from cleaner.errors import CleanerError

ALL = [each for _, each in inspect.getmembers(errors, inspect.isclass) if issubclass(each, CleanerError)]
_LINE = re.compile(r"^(?:(?P<bars>[│ ]*)[├└]── )?(?P<name>[A-Z]\w+Error)(?P<rest>.*)$")


def drawn() -> Iterator[tuple[str, str | None, str]]:
    """Yield the name, the parent and the comment of every line of the tree in the docstring."""
    path: list[str] = []
    for line in (inspect.getdoc(errors) or "").splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        depth = 0 if "──" not in line else 1 + len(found["bars"]) // 4
        path = [*path[:depth], found["name"]]
        yield found["name"], path[-2] if depth else None, found["rest"]


def parent(kind: type[CleanerError]) -> str | None:
    return None if kind is CleanerError else kind.__bases__[0].__name__


def test_the_tree_of_the_docstring_is_the_tree_of_the_code() -> None:
    assert {(name, above) for name, above, _ in drawn()} == {(kind.__name__, parent(kind)) for kind in ALL}
    assert len(list(drawn())) == len(ALL)


def test_the_attributes_of_the_docstring_are_those_of_the_code() -> None:
    own = {kind.__name__: set(inspect.get_annotations(kind)) for kind in ALL}
    assert {name: set(re.findall(r"`\.(\w+)`", rest)) for name, _, rest in drawn()} == own


def test_the_tree_says_which_are_type_errors() -> None:
    said = {name for name, _, rest in drawn() if "also a TypeError" in rest}
    assert said == {kind.__name__ for kind in ALL if issubclass(kind, TypeError)} == {"InputTypeError"}


def test_the_tree_says_which_are_errors_of_the_system() -> None:
    said = {name for name, _, rest in drawn() if "also an OSError" in rest}
    assert said == {kind.__name__ for kind in ALL if issubclass(kind, OSError)} == {"InputFileError"}


@pytest.mark.parametrize("kind", ALL)
def test_every_error_is_documented_and_public(kind: type[CleanerError]) -> None:
    assert kind.__doc__
    assert getattr(cleaner, kind.__name__) is kind
    assert kind.__name__ in cleaner.__all__


@pytest.mark.parametrize("kind", ALL)
@pytest.mark.parametrize(
    "again", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy], ids=["pickle", "copy", "deepcopy"]
)
def test_every_error_survives_pickling_with_its_data(
    kind: type[CleanerError], again: Callable[[CleanerError], CleanerError]
) -> None:
    names = [name for base in kind.__mro__ for name in inspect.get_annotations(base)]
    data = {name: f"the {name}" for name in names}
    back = again(kind("it broke: “twice”", **data))
    assert type(back) is kind
    assert str(back) == "it broke: “twice”"
    assert back.__dict__ == data
    assert back.args == ("it broke: “twice”",)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_pickle_protocol_works(protocol: int) -> None:
    back = pickle.loads(pickle.dumps(errors.FilterError("x", filter="mine"), protocol))
    assert (str(back), back.filter) == ("x", "mine")


def test_notes_survive_pickling() -> None:
    error = errors.RecordError("x", key="title")
    error.add_note("on page 3")
    assert pickle.loads(pickle.dumps(error)).__notes__ == ["on page 3"]


def test_the_root_catches_all_and_the_standard_kinds_fit() -> None:
    assert all(issubclass(kind, CleanerError) for kind in ALL)
    assert {kind.__name__ for kind in ALL if issubclass(kind, ValueError)} == {
        "OptionError",
        "PipelineError",
        "LexiconError",
        "RecordError",
        "SiteModelError",
    }


def test_errors_raised_by_the_library_survive_pickling() -> None:
    raised = []
    attempts: list[Callable[[], object]] = [
        lambda: cleaner.clean("x", language="?"),
        lambda: cleaner.clean("x", content_type="image/png"),
        lambda: cleaner.clean(b"%PDF-1.7"),
        lambda: cleaner.clean(Path("/no/such/page.html")),
        lambda: cleaner.clean(3),  # type: ignore[arg-type]
        lambda: cleaner.preset("none"),
        lambda: cleaner.Lexicon.load("/no/such/file.toml"),
        lambda: cleaner.SiteModel.load("/no/such/site.json"),
        lambda: cleaner.Record.from_dict({}),
    ]
    for attempt in attempts:
        with pytest.raises(CleanerError) as caught:
            attempt()
        raised.append(caught.value)
    for error in raised:
        back = pickle.loads(pickle.dumps(error))
        assert (type(back), str(back), back.__dict__) == (type(error), str(error), error.__dict__)
    assert {type(e).__name__ for e in raised} == {
        "OptionError",
        "UnsupportedContentError",
        "BinaryInputError",
        "InputTypeError",
        "InputFileError",
        "PipelineError",
        "LexiconError",
        "RecordError",
        "SiteModelError",
    }
