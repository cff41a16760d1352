"""What the rows of the lane table say, read from an experiment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from engine.experiment.declared import declared, is_used
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.grids import repeats, seed_groups
from engine.experiment.lanes.lanes import (
    common_value,
    lane_layers,
    lane_settings,
    lane_setup,
    lane_style,
    own_value,
    settings_apart,
)
from engine.experiment.lanes.spec import LANE_FIELDS, ON
from engine.experiment.lanes.value_names import setting_name
from engine.fields import FieldInfo, has_field
from playground.lanes.style import shares
from playground.lanes.table.cells.editors import LaneEntry, Setting
from playground.lanes.table.columns import SETTINGS
from playground.ui.text.short_names import beginning

_FOLD: Final = "data.fold"


def own_fields(experiment: Experiment) -> dict[str, FieldInfo]:
    """The fields that some lane sets and that have no column of their own yet, by their paths."""
    paths = dict.fromkeys(text for lane in experiment.lanes for text in lane.set)
    found = {text: declared(FieldPath.parse(text)) for text in paths if FieldPath.parse(text).field not in SETTINGS}
    return {text: info for text, info in found.items() if info is not None and info.kind != "other"}


def unused(experiment: Experiment) -> frozenset[str]:
    """Columns of settings that no layer has, beside branches, whose names want the room."""
    names = [lane.name for lane in experiment.lanes]
    if not any(beginning(name, names) for name in names):
        return frozenset()
    of_layers = [name for name in SETTINGS if name in LANE_FIELDS]
    return frozenset(name for name in of_layers if not any(has_field(layer, name) for layer in experiment.layers))


def lane_entries(experiment: Experiment) -> list[LaneEntry]:
    """What each lane sets, and how that relates to the other lanes."""
    count = len(experiment.lanes)
    lanes = [lane_settings(experiment, lane) for lane in range(count)]
    settings: list[dict[str, Setting]] = [{} for _ in range(count)]
    stacks = [lane_layers(experiment, lane) for lane in range(count)]
    for field in SETTINGS:
        values = [common_value(lane[field]) for lane in lanes]
        for lane, (value, share) in enumerate(zip(values, shares(values), strict=True)):
            by_layer = lanes[lane][field] if value is None else ()
            places = [place for place, layer in enumerate(stacks[lane], start=1) if has_field(layer, field)]
            settings[lane][field] = Setting(
                value, share, bool(lanes[lane][field]), tuple(zip(places, by_layer, strict=False))
            )
    for path, info in own_fields(experiment).items():
        values = [
            own_value(experiment, lane, path) if _acts(experiment, lane, path, info) else None for lane in range(count)
        ]
        for lane, (value, share) in enumerate(zip(values, shares(values), strict=True)):
            settings[lane][path] = Setting(value, share, value is not None)
    own, names = own_fields(experiment), [lane.name for lane in experiment.lanes]
    return [
        LaneEntry(
            lane.name,
            lane_style(experiment, index),
            lane.visible,
            settings[index],
            tuple((path, value) for path, value in settings_apart(experiment, index).items() if path not in own),
            beginning(lane.name, names),
        )
        for index, lane in enumerate(experiment.lanes)
    ]


def _acts(experiment: Experiment, lane: int, path: str, info: FieldInfo) -> bool:
    """Whether a setting has an effect in a lane: not that of a layer which it goes without, nor the batch size of one
    that takes all rows."""
    at = FieldPath.parse(path)
    if isinstance(at.layer, int) and at.field != ON:
        return own_value(experiment, lane, str(FieldPath.of_layer(at.layer, ON))) is not False
    return info.used_when is None or len(at.parts) > 1 or is_used(lane_setup(experiment, lane), at.field)


def repeated(experiment: Experiment) -> tuple[tuple[int, ...], ...]:
    """Settings that have several lanes, where there are several settings, or the lanes are the folds of one."""
    are_folds = any(_FOLD in lane.set for lane in experiment.lanes)
    return repeats(experiment) if are_folds or len(seed_groups(experiment)) > 1 else ()


def counted_by(entry: LaneEntry) -> str:
    """The column in which the row of a group says how many lanes it is: that of what they differ in."""
    return _FOLD if _FOLD in entry.settings else "seed"


def group_entries(
    experiment: Experiment, lanes: Sequence[LaneEntry], groups: Sequence[tuple[int, ...]]
) -> list[LaneEntry]:
    """What the row of each group says: the first lane's settings, but for the seed."""
    entries = []
    for group in groups:
        first = lanes[group[0]]
        names = [experiment.lanes[lane].name for lane in group]
        name = setting_name(names)
        counted = counted_by(first)
        settings = {**first.settings, counted: Setting(len(group), "same")}
        if counted == _FOLD and name == names[0]:
            name = f"{len(group)} folds"
        entries.append(replace(first, name=name, settings=settings, visible=any(lanes[lane].visible for lane in group)))
    return entries
