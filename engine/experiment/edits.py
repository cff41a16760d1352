"""Edits by field path: `layers.0.units`, `layers.*.l2`, `optimizer.kind`, `lanes.1.l2`, `data.source`.

The window, `--set` on the command line and undo all change an Experiment this way: the old one stays as it is, a
new one is made and checked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes import lane_path
from engine.optim.registry import OPTIMIZERS
from engine.optim.schedules import SCHEDULES

_LANE_SHORTHAND = re.compile(r"lanes\.([0-9]{1,9})\.(initialization|l1|l2|rate|learning_rate|seed)")


def edited(experiment: Experiment, path: str, value: object) -> Experiment:
    """The experiment with one field changed.

    ``layers.*.FIELD`` changes every layer that has the field. ``lanes.N.FIELD`` (initialization, l1, l2, rate,
    learning_rate, seed) is short for the lane's own setting, ``lanes.N.set.layers.I.FIELD`` its setting for one layer;
    None removes it, so that the lane follows the rest.

    Raises:
        ExperimentError: no such field, or a value that it cannot take.
    """
    data = experiment.to_dict()
    if match := _LANE_SHORTHAND.fullmatch(path):
        lane, field = int(match[1]), match[2]
        if lane >= len(data["lanes"]):
            raise _no_field(path)
        settings = data["lanes"][lane]["set"]
        specific = re.compile(rf"layers\.\d+\.{field}")
        for old in [key for key in settings if key == lane_path(field) or specific.fullmatch(key)]:
            del settings[old]
        if value is not None:
            settings[lane_path(field)] = value
    elif path in ("optimizer.kind", "schedule.kind"):
        part = path.partition(".")[0]
        data[part] = _of_kind(data[part], value, OPTIMIZERS if part == "optimizer" else SCHEDULES)
    else:
        _assign(data, path.split("."), value, path)
    return parse(data)


def _of_kind(old: dict[str, Any], kind: object, kinds: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """The settings that both kinds have are kept, the others take their defaults."""
    if kind == old["kind"]:
        return old
    known = kinds.get(str(kind))
    kept = {name: old[name] for name in old if known is not None and name in known.model_fields and name != "epsilon"}
    return {**kept, "kind": kind}


def _assign(data: Any, steps: list[str], value: object, path: str) -> None:
    """Sets the leaf that ``steps`` leads to, in plain data, in place."""
    first, rest = steps[0], steps[1:]
    if first == "*" and isinstance(data, list) and rest:
        entries = [entry for entry in data if isinstance(entry, dict) and rest[0] in entry]
        if not entries:
            raise _no_field(path)
        for entry in entries:
            _assign(entry, rest, value, path)
        return
    key: Any = first
    if isinstance(data, list):
        index = _index(first)
        if index is None or index >= len(data):
            raise _no_field(path)
        key = index
    elif isinstance(data, dict) and len(steps) > 1 and "set" in data and first == "set":
        key, rest = "set", [".".join(rest)]  # a lane's settings are named by paths that have dots themselves
    elif not isinstance(data, dict) or (first not in data and rest):
        raise _no_field(path)
    if rest:
        if key == "set" and isinstance(data, dict) and value is None:
            data["set"].pop(rest[0], None)
        elif key == "set" and isinstance(data, dict):
            data["set"][rest[0]] = value
        else:
            _assign(data[key], rest, value, path)
    elif isinstance(data, dict) and key not in data:
        raise _no_field(path)
    else:
        data[key] = value


def _index(step: str) -> int | None:
    """The place in a list that a step of a path names, if it does."""
    return int(step) if re.fullmatch("[0-9]{1,9}", step) else None


def _no_field(path: str) -> ExperimentError:
    return ExperimentError("{path}: there is no such field in this experiment.", path=path)


def value_at(experiment: Experiment, path: str) -> Any:
    """The value of one field, e.g. ``layers.0.units``. Raises ExperimentError where there is none."""
    value: Any = experiment
    for step in path.split("."):
        index = _index(step)
        if isinstance(value, tuple) and index is not None and index < len(value):
            value = value[index]
        elif isinstance(value, BaseModel) and step in type(value).model_fields:
            value = getattr(value, step)
        else:
            raise _no_field(path)
    return value
