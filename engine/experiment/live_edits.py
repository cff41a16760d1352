"""Which edits a running trainer can take, and which ones start the lanes again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath

_LIVE_LAYER_FIELDS = ("l1", "l2", "rate")
_LIVE_FIELDS = (
    *("name", "optimizer", "schedule", "early_stopping", "batch_size", "sampling", "steps", "dropout_scaling"),
)
_LANE_STRUCTURE = ("initialization", "seed")
LOOKS = (".name", ".color", ".visible")
"""Fields of a lane that change how it is shown, not how it trains."""


def _structure(experiment: Experiment) -> dict[str, Any]:
    """What must stay the same for a run to go on."""
    data = experiment.to_dict()
    for field in _LIVE_FIELDS:
        del data[field]
    for layer in data["layers"]:
        for field in _LIVE_LAYER_FIELDS:
            layer.pop(field, None)
    data["lanes"] = [
        {text: value for text, value in lane["set"].items() if FieldPath.parse(text).field in _LANE_STRUCTURE}
        for lane in data["lanes"]
    ]
    return data


def needs_restart(old: Experiment, new: Experiment) -> bool:
    """Whether the lanes have to start again: the change is more than one of numbers."""
    return _structure(old) != _structure(new) or _has_moved(old, new)


def _has_moved(old: Experiment, new: Experiment) -> bool:
    """Whether the same lanes stand in other places, where each would go on from another's parameters and curves."""
    before, after = ([(lane.name, lane.set) for lane in experiment.lanes] for experiment in (old, new))
    return before != after and sorted(before, key=repr) == sorted(after, key=repr)


def live_changes(old: Experiment, new: Experiment) -> Iterator[tuple[str, Any, Any]]:
    """(path, old value, new value) of every setting that differs and changes how training goes on."""
    before, after = _flat(old.to_dict()), _flat(new.to_dict())
    for path in before | after:
        if path in ("name", "steps") or path.endswith(LOOKS):
            continue
        if before.get(path) != after.get(path):
            yield path, before.get(path), after.get(path)


def _flat(value: Any, path: str = "") -> dict[str, Any]:
    """Nested plain data as path -> leaf."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if entries is None:
        return {path: value}
    return {
        leaf: item
        for key, child in entries
        for leaf, item in _flat(child, f"{path}.{key}" if path else str(key)).items()
    }
