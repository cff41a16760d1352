"""What a sweep varies: values of a grid, or draws from a range, each of one setting."""

from __future__ import annotations

import json
import math
import zlib
from typing import Any, Final

import numpy as np

from engine.errors import ExperimentError, PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_path
from engine.experiment.lanes.spec import LANE_DATA
from engine.records import record

DIGITS: Final = 4
"""Of a drawn number, so that it can be typed."""
_COMMON: Final = frozenset({"name", "steps"})


@record
class Values:
    """``--grid PATH=V1,V2``: each of these."""

    path: str
    values: tuple[Any, ...]


@record
class Range:
    """``--random PATH=LOW..HIGH[:log]``: numbers between the two, uniform, or uniform in the logarithm.

    whole: both bounds are written as whole numbers, so that the field may be one of whole numbers.
    """

    path: str
    low: float
    high: float
    log: bool = False
    whole: bool = False


def parse_values(text: str) -> Values:
    """Reads what stands behind ``--grid``. Values are JSON, and what is not is a text: ``optimizer.kind=sgd,adam``.

    Raises:
        PlaygroundError: it is none.
    """
    path, separator, listed = text.partition("=")
    if not separator or not path.strip() or not listed.strip():
        raise PlaygroundError("{text}: write PATH=V1,V2, such as layers.*.l2=0,0.01,0.1.", text=text)
    values = _values(listed)
    if "" in values:
        raise PlaygroundError("{text}: a value between two commas is missing.", text=text)
    return Values(_full(path.strip()), tuple(values))


def parse_range(text: str) -> Range:
    """Reads what stands behind ``--random``.

    Raises:
        PlaygroundError: it is none.
    """
    path, separator, said = text.partition("=")
    bounds, _, way = said.partition(":")
    low, dots, high = bounds.partition("..")
    try:
        ends = float(low), float(high)
    except ValueError:
        dots = ""
    if not separator or not path.strip() or not dots or way.strip() not in ("", "log"):
        raise PlaygroundError(
            "{text}: write PATH=LOW..HIGH or PATH=LOW..HIGH:log, such as optimizer.learning_rate=1e-4..1:log.",
            text=text,
        )
    if not (math.isfinite(ends[0]) and math.isfinite(ends[1]) and ends[0] < ends[1]):
        raise PlaygroundError("{text}: the first number must be below the second.", text=text)
    log = way.strip() == "log"
    if log and ends[0] <= 0:
        raise PlaygroundError("{text}: with :log both numbers must be above 0.", text=text)
    whole = all(end.strip().lstrip("+-").isdecimal() for end in (low, high))
    return Range(_full(path.strip()), *ends, log=log, whole=whole)


def _values(listed: str) -> list[Any]:
    try:
        return [_hashable(value) for value in json.loads(f"[{listed}]")]
    except (ValueError, RecursionError):
        return [_value(part.strip()) for part in listed.split(",")]


def _value(text: str) -> Any:
    try:
        return _hashable(json.loads(text))
    except (ValueError, RecursionError):
        return text


def _hashable(value: Any) -> Any:
    return tuple(map(_hashable, value)) if isinstance(value, list) else value


def _full(path: str) -> str:
    """``l2`` and its like are short for ``layers.*.l2``, as they are for a lane."""
    return path if "." in path else lane_path(path)


def draws(of: Range, n: int, seed: int, *, whole: bool) -> list[Any]:
    """n values; the first ones stay the same where there are more, or other settings are drawn beside them."""
    stream = np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, zlib.crc32(of.path.encode())])))
    u = stream.random(n)
    if whole:  # each whole number has its own width, so that both ends are as likely as the others
        low, high = of.low - 0.5, of.high + 0.5
        low = max(low, 0.5) if of.log else low
        found = low * (high / low) ** u if of.log else low + (high - low) * u
        return [int(value) for value in np.clip(np.rint(found), of.low, of.high)]
    found = of.low * (of.high / of.low) ** u if of.log else of.low + (of.high - of.low) * u
    return [min(max(float(f"{value:.{DIGITS}g}"), of.low), of.high) for value in found]


def is_common(path: str) -> bool:
    """Whether lanes of one experiment cannot differ in it, so that each value takes an experiment of its own."""
    at = FieldPath.parse(path)
    return path in _COMMON or (at.head == "data" and at.field not in LANE_DATA)


def with_setting(experiment: Experiment, path: str, value: Any) -> Experiment:
    """An experiment of one lane with a swept setting of it.

    Raises:
        ExperimentError: there is no such field, or it cannot take the value.
    """
    plain = list(value) if isinstance(value, tuple) else value
    if is_common(path):
        return edited(experiment, path, plain)
    at = FieldPath.parse(path)
    if at.head == "lanes":
        raise ExperimentError(
            "{path}: every lane is swept, so name the setting itself, such as layers.*.l2.", path=path
        )
    try:
        return edited(experiment, str(at.in_lane(0)), plain)
    except ExperimentError as error:
        raise ExperimentError(error.template, **{**error.values, "path": path}) from None  # type: ignore[arg-type]
