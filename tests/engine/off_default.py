"""Values of settings that are not their defaults, whichever there are: with them shows what was forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from engine.errors import PlaygroundError
from engine.fields import FieldInfo, field_infos, specs_of

Found = TypeVar("Found")

NUMBERS: Final = (0.3, 0.05, 0.9, 1.5, 3.0, 0.001, 20.0)
"""Tried of a number, besides half and twice its default: one of them should act in a few steps of a small network."""
WHOLE: Final = (2, 3, 1, 5, 8, 20, 100)
OTHERS: Final[dict[str, Any]] = {"off_units": (0,), "draw": 7}
"""Of settings that are no single number, choice or flag."""


def settings(model: type[BaseModel]) -> list[str]:
    """The fields that change how a network is made or learns: neither names nor parts that have fields of their own."""
    return [
        name
        for name, info in field_infos(model).items()
        if not (info.look or specs_of(model, name) or info.kind == "text" or len(info.choices) == 1)
    ]


def off_default(info: FieldInfo) -> Iterator[Any]:
    """Legal values other than the default, the most telling first."""
    match info.kind:
        case "choice":
            yield from (choice for choice in info.choices if choice != info.default)
        case "flag":
            yield not info.default
        case "integer" | "number":
            yield from (value for value in _numbers(info) if value != info.default and _is_legal(info, value))
        case _:
            assert info.name in OTHERS, f"{info.name} is no single number: say a value of it in OTHERS of {__name__}"
            yield OTHERS[info.name]


def _numbers(info: FieldInfo) -> Iterator[float]:
    if info.kind == "integer":
        yield from ([info.default // 2, info.default + 1] if info.default else [])
        yield from WHOLE
    else:
        yield from ([info.default / 2, info.default * 2] if info.default else [])
        yield from NUMBERS


def _is_legal(info: FieldInfo, value: float) -> bool:
    low, high = info.minimum, info.maximum
    return not (
        (low is not None and (value < low or (info.open_minimum and value == low)))
        or (high is not None and (value > high or (info.open_maximum and value == high)))
    )


def telling(info: FieldInfo, outcome: Callable[[Any], Found]) -> tuple[Any, Found]:
    """The first value with which something else comes out than with the default, and what does. A value that does not
    fit the rest, such as a kernel larger than the picture, is passed over."""
    usual, tried = outcome(info.default), []
    for value in off_default(info):
        try:
            found = outcome(value)
        except PlaygroundError:
            continue
        tried.append(value)
        if found != usual:
            return value, found
    raise AssertionError(
        f"with {info.name} = {', '.join(map(repr, tried))} it trains as with {info.default!r}, so that nothing would "
        "show whether it was forgotten: give the experiment of this test what the setting needs to have an effect"
    )
