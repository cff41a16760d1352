"""Wrong calls of the library, told in one plain sentence."""

from __future__ import annotations

import functools
import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any, Final, ParamSpec, TypeVar

from pydantic import BaseModel

from engine.errors import ExperimentError
from engine.visible import visible

P = ParamSpec("P")
T = TypeVar("T")

_MOST: Final = 40
"""Characters of a value."""
_CALLED_ELSEWHERE: Final = {"epochs": "steps", "epoch": "steps", "n_steps": "steps", "max_iter": "steps"}
"""What others call a setting."""


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of the names that is meant most likely; empty where none is like it."""
    known = [*names]
    asked = name.casefold()
    alike = [*get_close_matches(asked, known, 1, 0.75), *(each for each in known if each.startswith(asked) and asked)]
    return alike[0] if alike else ""


def given(value: object) -> str:
    """What somebody gave, in a few words."""
    if value is None or isinstance(value, str | bool | int | float):
        text = visible(repr(value))
        return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
    if isinstance(value, list | tuple) and value and all(isinstance(each, BaseModel) for each in value):
        return "a list of layers" if all("kind" in type(each).model_fields for each in value) else "a list"
    name = type(value).__name__.removesuffix("Spec")
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"


def wrong(path: str, example: str, value: object) -> ExperimentError:
    """Something else has to be given: the example shows how."""
    return ExperimentError(
        "{path}: write it as {example}; got {given}.", path=path, example=example, given=given(value)
    )


def check_no_frame(path: str, value: object) -> None:
    """Raises ExperimentError where rows are given themselves, in place of the path of a file."""
    pandas = sys.modules.get("pandas")
    if pandas is not None and isinstance(value, pandas.DataFrame):
        raise ExperimentError(
            '{path}: a pandas frame is no source of rows: write it to a file by {example} and give "t.csv".',
            path=path,
            example='frame.to_csv("t.csv", index=False)',
        )


def told_plainly(called: str) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Makes a function tell in a plain sentence which arguments it does not know, or lacks."""

    def decorator(function: Callable[P, T]) -> Callable[P, T]:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def plain(*args: P.args, **settings: P.kwargs) -> T:
            try:
                signature.bind(*args, **settings)
            except TypeError:
                raise TypeError(f"{called}{_misfit(signature, len(args), settings)}.") from None
            return function(*args, **settings)

        return plain

    return decorator


def _misfit(signature: inspect.Signature, n_placed: int, settings: Mapping[str, Any]) -> str:
    """What is wrong with a call of so many arguments by place, and these by name."""
    known = signature.parameters.values()
    by_name = [each.name for each in known if each.kind is each.KEYWORD_ONLY]
    placed = [each.name for each in known if each.kind is each.POSITIONAL_OR_KEYWORD]
    names = [name for name in (*placed, *by_name) if name != "self"]
    for name in settings:
        if name not in names and not any(each.kind is each.VAR_KEYWORD for each in known):
            near = _CALLED_ELSEWHERE.get(name, nearest(name, names))
            meant = f"say {near}" if near in names else f"it has {', '.join(by_name or names)}"
            return f" has no {name}: {meant}"
    if n_placed > len(placed):
        return f": write each setting as name=value: {', '.join(by_name or names)}"
    given_already = {*settings, *placed[:n_placed]}
    missing = [name for name in names if signature.parameters[name].default is inspect.Parameter.empty]
    lacking = [name for name in missing if name not in given_already]
    return f" needs {' and '.join(lacking)}" if lacking else f": {names[0]} is given twice"
