"""Edits of the lanes: added, duplicated, removed, and made anew to compare one setting over several values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from engine.edits import edited
from engine.experiment import Experiment, parse
from engine.lanes import alone, lane_path, lane_value

MOST_LANES: Final = 64

COMPARISONS: Final[dict[str, tuple[Any, ...]]] = {
    "initialization": ("uniform", "xavier_uniform", "he_uniform"),
    "l2": (0.0, 0.001, 0.01, 0.1),
    "rate": (0.0, 0.2, 0.5, 0.8),
}
"""What one click compares: the naive initialization against the two that know fan-in, no penalty against too much."""

_SHORT_NAMES = {
    "uniform": "Naive",
    "xavier_uniform": "Xavier",
    "xavier_normal": "Xavier normal",
    "he_uniform": "He",
    "he_normal": "He normal",
    "lecun_normal": "LeCun",
    "orthogonal": "Orthogonal",
    "zeros": "Zeros",
}
_SYMBOLS = {"l1": "L1", "l2": "λ", "rate": "dropout", "learning_rate": "lr", "seed": "seed"}


def value_name(field: str, value: Any) -> str:
    """How a lane is called after the value it was made for: ``He``, ``λ 0.01``."""
    if field == "initialization":
        return _SHORT_NAMES.get(value, str(value))
    return f"{_SYMBOLS[field]} {value:g}"


def unused_name(experiment: Experiment, wanted: str) -> str:
    """``wanted``, with a number behind it where a lane is called that already."""
    taken = {lane.name for lane in experiment.lanes}
    if wanted not in taken:
        return wanted
    stem = wanted.rstrip("0123456789").rstrip() or wanted
    return next(name for n in range(2, len(taken) + 3) if (name := f"{stem} {n}") not in taken)


def add_lane(experiment: Experiment) -> Experiment:
    """One more lane, at the end, that follows the stack as it is."""
    lane = {"name": unused_name(experiment, f"Lane {len(experiment.lanes) + 1}"), "set": {}}
    return _with_lanes(experiment, [*experiment.to_dict()["lanes"], lane])


def duplicate_lane(experiment: Experiment, index: int) -> Experiment:
    """A copy of a lane right behind it."""
    lanes = experiment.to_dict()["lanes"]
    copy = {"name": unused_name(experiment, lanes[index]["name"]), "set": dict(lanes[index]["set"])}
    lanes.insert(index + 1, copy)
    return _with_lanes(experiment, lanes)


def remove_lane(experiment: Experiment, index: int) -> Experiment:
    """The experiment without a lane. What the last lane left had set becomes the stack's own setting."""
    lanes = experiment.to_dict()["lanes"]
    del lanes[index]
    return folded(_with_lanes(experiment, lanes))


def compare(experiment: Experiment, field: str, values: Sequence[Any] = ()) -> Experiment:
    """Lanes that differ in one setting only, one for each value (those of COMPARISONS by default)."""
    values = values or COMPARISONS[field]
    lanes = [{"name": value_name(field, value), "set": {lane_path(field): value}} for value in values]
    return _with_lanes(alone(experiment, 0), lanes)


def edit_lane(experiment: Experiment, lane: int, field: str, value: Any) -> Experiment:
    """A lane's setting changed; a name that said the old value says the new one.

    With one lane only, the lane is the network: the setting goes into the stack itself.
    """
    old = lane_value(experiment, lane, field)
    changed = edited(experiment, f"lanes.{lane}.{field}", value)
    if old is not None and value is not None and experiment.lanes[lane].name == value_name(field, old):
        changed = edited(changed, f"lanes.{lane}.name", unused_name(changed, value_name(field, value)))
    return folded(changed)


def folded(experiment: Experiment) -> Experiment:
    """A single lane's settings written into the stack, so that they are edited in one place; more lanes as they are."""
    if len(experiment.lanes) > 1 or not experiment.lanes[0].set:
        return experiment
    return alone(experiment, 0)


def _with_lanes(experiment: Experiment, lanes: Sequence[dict[str, Any]]) -> Experiment:
    return parse({**experiment.to_dict(), "lanes": list(lanes)})
