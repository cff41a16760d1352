"""Which edits a running trainer can take, and which ones start the lanes again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from engine.experiment.declared import is_look
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lanes import lane_layers, own_value
from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.fields import field_infos


def _structure(spec: BaseModel) -> dict[str, Any]:
    """What must stay the same for a run to go on: all fields that are not live, and the lanes' settings of them."""
    infos = field_infos(type(spec))
    return {name: _structure_of(getattr(spec, name)) for name, info in infos.items() if not info.live}


def _structure_of(value: Any) -> Any:
    match value:
        case BaseModel():
            return _structure(value)
        case tuple():
            return [_structure_of(entry) for entry in value]
        case dict() if any(isinstance(said, BaseModel) for said in value.values()):  # of columns, by their names
            return {name: _structure_of(said) for name, said in value.items()}
        case dict():  # a lane's settings
            fields = {text: FieldPath.parse(text).field for text in value}
            return {text: value[text] for text, field in fields.items() if not LANE_SETTINGS[field].live}
    return value


def needs_restart(old: Experiment, new: Experiment) -> bool:
    """Whether the lanes have to start again: the change is more than one of numbers, or parts lanes that were one
    network, or joins them."""
    if _has_moved(old, new):
        return True
    before, after = groups(old), groups(new)
    if [group.lanes for group in before] != [group.lanes for group in after]:
        return True
    pairs = zip(before, after, strict=True)
    return any(_structure(one.experiment) != _structure(other.experiment) for one, other in pairs)


def _has_moved(old: Experiment, new: Experiment) -> bool:
    """Whether the same lanes stand in other places, where each would go on from another's parameters and curves."""
    before, after = ([(lane.name, lane.set) for lane in experiment.lanes] for experiment in (old, new))
    return before != after and sorted(before, key=repr) == sorted(after, key=repr)


def live_changes(old: Experiment, new: Experiment) -> Iterator[tuple[str, Any, Any]]:
    """(path, old value, new value) of every setting that differs and changes how training goes on."""
    before, after = _flat(old.to_dict()), _flat(new.to_dict())
    for path in before | after:
        if before.get(path) != after.get(path) and not is_look(path):
            yield path, _there(old, path, before), _there(new, path, after)


def _there(experiment: Experiment, path: str, flat: dict[str, Any]) -> Any:
    """The value at a path; where a lane does not set it, what it has like all others."""
    at = FieldPath.parse(path)
    if path in flat or not at.is_lane_setting or at.lane is None or at.inside_lane is None or ALL in at.parts:
        return flat.get(path)
    value = own_value(experiment, at.lane, str(at.inside_lane))
    return value if isinstance(value, int | float | str) else None


def with_other_units(old: Experiment, new: Experiment) -> list[int]:
    """The lanes in which a unit was switched off or on: they are other functions now, and what was the best of one no
    longer is."""
    return [lane for lane in range(len(new.lanes)) if units_off(old, lane) != units_off(new, lane)]


def units_off(experiment: Experiment, lane: int) -> list[tuple[int, ...]]:
    """Of each layer of a lane, those that are switched off."""
    return [getattr(layer, "off_units", ()) for layer in lane_layers(experiment, lane)]


def _flat(value: Any, path: str = "") -> dict[str, Any]:
    """Nested plain data as path -> leaf. A list of numbers is one, as text: ``2, 4``."""
    if isinstance(value, list) and value and all(isinstance(entry, int) for entry in value):
        return {path: ", ".join(map(str, value))}
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if entries is None:
        return {path: value}
    return {
        leaf: item
        for key, child in entries
        for leaf, item in _flat(child, f"{path}.{key}" if path else str(key)).items()
    }
