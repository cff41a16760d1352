"""Records: in every respect what Python's own frozen dataclass with slots is, and made much sooner."""

from __future__ import annotations

import builtins
import copy
import dataclasses
import gc
import inspect
import math
import pickle
import weakref
from collections.abc import Callable, Mapping
from dataclasses import FrozenInstanceError, dataclass, field, replace
from typing import Any

import numpy as np
import pytest

from engine.records import record


@record
class Point:
    """A place."""

    x: float
    y: float = 0.0
    tags: Mapping[str, int] = field(default_factory=dict)
    note: str = field(default="", compare=False, repr=False)
    length: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "length", math.hypot(self.x, self.y))


@record
class Named(Point):
    """A place with a name."""

    name: str = "origin"


@record
class Alone:
    """One value."""

    value: float


@record
class Nothing:
    """No value."""


def library_point() -> type:
    """The same as `Point`, by Python's own decorator."""
    body = {name: vars(Point)[name] for name in ("__post_init__", "__doc__", "__module__")}
    body |= {"__annotations__": inspect.get_annotations(Point), "y": 0.0, "tags": field(default_factory=dict)}
    body |= {"note": field(default="", compare=False, repr=False), "length": field(init=False)}
    return dataclass(frozen=True, slots=True)(type("Point", (), body))


@pytest.mark.parametrize(
    "made",
    [
        lambda point: point(3.0, 4.0),
        lambda point: point(x=3, tags={"a": 1}),
        lambda point: point(1.0, note="not compared"),
        lambda point: replace(point(1.0, note="kept"), y=5.0),
        lambda point: copy.deepcopy(point(1.0, tags={"a": 1})),
    ],
)
def test_a_record_is_told_as_the_dataclass_of_the_library(made: Callable[[type], Any]) -> None:
    ours, library = made(Point), made(library_point())
    assert repr(ours) == repr(library)
    assert dataclasses.asdict(ours) == dataclasses.asdict(library)
    assert dataclasses.astuple(ours) == dataclasses.astuple(library)
    assert ours.note == library.note


@pytest.mark.parametrize("wrong", [{}, {"x": 1.0, "z": 2.0}, {"x": 1.0, "length": 2.0}])
def test_what_is_no_field_is_refused_in_the_words_of_the_library(wrong: dict[str, float]) -> None:
    told = []
    for point in (Point, library_point()):
        with pytest.raises(TypeError) as error:
            point(**wrong)
        told.append(str(error.value))
    assert told[0] == told[1]


def test_its_class_has_the_signature_and_the_fields_of_the_library() -> None:
    library = library_point()
    assert str(inspect.signature(Point)) == str(inspect.signature(library))
    assert Point.__match_args__ == library.__match_args__  # type: ignore[attr-defined]
    assert Point.__slots__ == library.__slots__  # type: ignore[attr-defined]
    assert [each.name for each in dataclasses.fields(Point)] == [each.name for each in dataclasses.fields(library)]


def test_records_are_equal_by_value_and_only_to_their_like() -> None:
    assert Point(1.0) == Point(1.0, note="not compared")
    assert Point(1.0) != Point(2.0)
    assert Point(1.0) != Named(1.0)
    assert Point(1.0) != (1.0, 0.0, {}, 1.0)
    assert Alone(math.nan) == Alone(math.nan), "as tuples have it, of the same NaN"
    assert Alone(float("nan")) != Alone(float("nan"))
    assert Nothing() == Nothing()
    assert len({Alone(1.0), Alone(1.0), Alone(2.0), Nothing(), Nothing()}) == 3
    with pytest.raises(TypeError, match="unhashable"):
        hash(Point(1.0))  # for its dict


def test_records_without_eq_are_equal_as_objects() -> None:
    @record(eq=False)
    class Array:
        """Some values."""

        values: np.ndarray

    one = Array(np.zeros(3))
    assert one == one
    assert one != Array(one.values)
    assert len({one, one}) == 1


def test_nothing_can_be_set_or_deleted() -> None:
    for point in (Point(1.0), pickle.loads(pickle.dumps(Point(1.0))), Named(1.0)):
        with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
            point.x = 2.0  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError, match="cannot assign to field 'other'"):
            point.other = 2.0  # type: ignore[attr-defined]
        with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
            del point.x
        assert not hasattr(point, "__dict__")


def test_each_gets_a_default_of_its_own() -> None:
    assert Point(1.0).tags is not Point(1.0).tags


def test_a_class_of_records_is_derived_from_another() -> None:
    named = Named(3.0, 4.0, name="corner")
    assert (named.length, named.name) == (5.0, "corner")
    assert repr(named) == "Named(x=3.0, y=4.0, tags={}, length=5.0, name='corner')"


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_records_come_back_from_a_pickle(protocol: int) -> None:
    for each in (Named(3.0, 4.0, {"a": 1}, "note", "corner"), Alone(1.0), Nothing()):
        back = pickle.loads(pickle.dumps(each, protocol))
        assert back == each
        assert repr(back) == repr(each)
    assert pickle.loads(pickle.dumps(Point(1.0, note="kept"), protocol)).note == "kept"


def test_a_class_keeps_the_methods_that_it_has() -> None:
    @record
    class Own:
        """Tells itself."""

        value: int

        def __repr__(self) -> str:
            return "own"

    assert repr(Own(1)) == "own"


def by_either(make: Callable[[Any], Any]) -> tuple[Any, Any]:
    """What is made with records, and with the dataclass of the library."""
    return make(record), make(dataclass(frozen=True, slots=True))


def test_what_nobody_can_give_has_its_default() -> None:
    def made(decorator: Any) -> str:
        @decorator
        class Counted:
            """A value, and what is counted of it."""

            value: int
            count: int = field(default=3, init=False)
            found: list[int] = field(default_factory=list, init=False)

        counted = Counted(1)
        counted.found.append(counted.count)
        assert Counted(2).found == []
        return repr(counted).rpartition(".")[2]

    ours, library = by_either(made)
    assert ours == library == "Counted(value=1, count=3, found=[3])"


def test_the_hash_goes_by_what_the_library_takes_for_it() -> None:
    def made(decorator: Any) -> tuple[int, int]:
        @decorator
        class Seen:
            """Some values of which one tells enough."""

            values: list[int] = field(hash=False)
            name: str = "a"

        @decorator
        class Folded:
            """A name in whichever letters."""

            name: str

            def __eq__(self, other: object) -> bool:
                return str(other).casefold() == self.name.casefold()

        assert Seen([1]) != Seen([2])
        return hash(Seen([1])), hash(Folded("a"))

    ours, library = by_either(made)
    assert ours == library == (hash(("a",)), hash(("a",)))


def test_a_record_that_holds_itself_can_be_shown() -> None:
    tags: dict[str, Any] = {}
    point = Point(1.0, tags=tags)
    tags["self"] = point
    assert repr(point) == "Point(x=1.0, y=0.0, tags={'self': ...}, length=1.0)"


def test_records_are_weakly_referred_to_where_that_was_asked_for() -> None:
    @record(weakref_slot=True)
    class Held:
        """Something big."""

        value: int

    held = Held(1)
    reference = weakref.ref(held)
    assert reference() is held
    del held
    gc.collect()
    assert reference() is None


def test_fields_are_named_where_that_was_asked_for() -> None:
    @record(kw_only=True)
    class Colors:
        """Two of them."""

        dark: str = "black"
        light: str

    assert repr(Colors(light="white")) == f"{Colors.__qualname__}(dark='black', light='white')"
    with pytest.raises(TypeError, match="takes 1 positional argument but 2 were given"):
        Colors("white")  # type: ignore[misc]


def test_a_pattern_is_matched() -> None:
    match Point(3.0, 4.0):
        case Point(x, y):
            assert (x, y) == (3.0, 4.0)
        case _:
            pytest.fail("no match")


def test_only_how_one_is_made_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """On Python 3.11 the library does so for six methods."""
    compiled: list[str] = []
    plain_exec = builtins.exec

    def noted(source: Any, *names: Any) -> None:
        compiled.append(source)
        plain_exec(source, *names)

    monkeypatch.setattr(builtins, "exec", noted)
    made = record(type("Pair", (), {"__annotations__": {"a": int, "b": int}, "__doc__": "Two numbers."}))
    assert len(compiled) == 1
    assert made(1, b=2) == made(1, 2)
