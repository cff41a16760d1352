"""Edits of the lanes: added, duplicated, moved, removed, hidden, and made anew to compare the values of a setting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment, parse
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import isolate_lane, lane_path, lane_style, lane_value
from engine.experiment.lanes.own_layers import without
from engine.experiment.lanes.spec import LONGEST_NAME
from engine.experiment.lanes.value_names import BETWEEN, ends_in_value, value_name

MOST_LANES: Final = 64


def unused_name(experiment: Experiment, wanted: str) -> str:
    """``wanted``, with a number behind it where a lane is called that already."""
    taken = {lane.name for lane in experiment.lanes}
    if wanted not in taken:
        return wanted
    stem, template = wanted.rstrip("0123456789").rstrip() or wanted, "{stem} {n}"
    if ends_in_value(wanted):
        stem, template = wanted, "{stem} ({n})"  # the number at the end is a value
    names = (template.format(stem=stem[: LONGEST_NAME - 5], n=n) for n in range(2, len(taken) + 3))
    return next(name for name in names if name not in taken)


def add_lane(experiment: Experiment) -> Experiment:
    """One more lane, at the end, that follows the stack as it is."""
    lanes = looks(experiment)
    name = unused_name(experiment, f"Lane {len(lanes) + 1}")
    return placed(experiment, [*lanes, {"name": name, "set": {}, "color": unused_style(lanes)}])


def duplicate_lane(experiment: Experiment, index: int) -> Experiment:
    """A copy of a lane right behind it, in a colour that no other lane has."""
    lanes = looks(experiment)
    name = unused_name(experiment, lanes[index]["name"])
    copy = {**lanes[index], "name": name, "color": unused_style(lanes), "visible": True}
    return placed(experiment, [*lanes[: index + 1], copy, *lanes[index + 1 :]])


def branch_lane(
    experiment: Experiment, index: int, name: str, settings: Mapping[str, Any] = MappingProxyType({})
) -> Experiment:
    """A copy of a lane at the end, so that all others keep their places, in a colour that no other lane has; it sets
    ``settings``, too, by their paths."""
    lanes = looks(experiment)
    taken = {lane["name"] for lane in lanes}
    name = name[:LONGEST_NAME]
    names = [name, *(f"{name[: LONGEST_NAME - 5]} ({n})" for n in range(2, len(taken) + 3))]
    free = next(name for name in names if name not in taken)
    copy = {**lanes[index], "name": free, "color": unused_style(lanes), "visible": True}
    return placed(experiment, [*lanes, {**copy, "set": {**copy["set"], **settings}}])


def move_lane(experiment: Experiment, index: int, to: int) -> Experiment:
    """A lane taken out and put back at place ``to``; all keep their looks."""
    lanes = looks(experiment)
    lanes.insert(to, lanes.pop(index))
    return placed(experiment, lanes)


def remove_lane(experiment: Experiment, index: int) -> Experiment:
    """The experiment without a lane, and without the layers that it alone has. What the last lane left had set becomes
    the stack's own setting."""
    fewer = without(with_lanes(experiment, looks(experiment)), index)
    lanes = looks(fewer)
    if len(lanes) == 1:
        lanes[0]["visible"] = True
    return folded(placed(fewer, lanes))


def solo(experiment: Experiment, index: int) -> Experiment:
    """All lanes hidden but this one; where that is so already, all of them shown again."""
    wanted = [lane == index for lane in range(len(experiment.lanes))]
    if [lane.visible for lane in experiment.lanes] == wanted:
        return show_all(experiment)
    return shown(experiment, wanted)


def show_all(experiment: Experiment) -> Experiment:
    """No lane hidden."""
    return shown(experiment, [True] * len(experiment.lanes))


def shown(experiment: Experiment, visible: Sequence[bool]) -> Experiment:
    """Each lane shown or hidden."""
    lanes = experiment.to_dict()["lanes"]
    return with_lanes(
        experiment, [{**lane, "visible": is_shown} for lane, is_shown in zip(lanes, visible, strict=True)]
    )


def looks(experiment: Experiment) -> list[dict[str, Any]]:
    """The lanes as plain data, each with its colour and mark written down, so that they may change places."""
    lanes: list[dict[str, Any]] = experiment.to_dict()["lanes"]
    return [{**lane, "color": lane_style(experiment, index)} for index, lane in enumerate(lanes)]


def placed(experiment: Experiment, lanes: Sequence[dict[str, Any]]) -> Experiment:
    """These lanes; those that have the look of their place anyway need not say so."""
    return with_lanes(
        experiment,
        [{**lane, "color": None if lane["color"] == place else lane["color"]} for place, lane in enumerate(lanes)],
    )


def unused_style(lanes: Sequence[dict[str, Any]]) -> int:
    """The first colour and mark that no lane has: there are more of them than there can be lanes."""
    used = {lane["color"] for lane in lanes}
    return next(style for style in range(len(lanes) + 1) if style not in used)


def compare(experiment: Experiment, field: str, values: Sequence[Any], *, lane: int = 0) -> Experiment:
    """A lane for each value of one setting, in all else as the given one is."""
    lanes = [{"name": value_name(field, value), "set": {lane_path(field): value}} for value in values]
    return with_lanes(isolate_lane(experiment, lane), lanes)


def edit_lane(experiment: Experiment, lane: int, field: str, value: Any) -> Experiment:
    """A lane's setting changed; a name that said the old value says the new one.

    field: the short name of a setting, or its path. With one lane only, the lane is the network: the setting goes into
    the stack itself.
    """
    old = lane_value(experiment, lane, field)
    at = FieldPath.parse(field).in_lane(lane) if "." in field else FieldPath.of_lane(lane, field)
    changed = edited(experiment, str(at), value)
    if old is not None and value is not None:
        parts, layers = experiment.lanes[lane].name.split(BETWEEN), experiment.layers
        was, said = (value_name(field, each, layers) for each in (old, value))
        named = [said if part == was else part for part in parts]
        if named != parts:
            changed = edited(changed, str(FieldPath.of_lane(lane, "name")), unused_name(changed, BETWEEN.join(named)))
    return folded(changed)


def edit_all_lanes(experiment: Experiment, path: str, value: Any) -> Experiment:
    """A field of the experiment changed for every lane: those that set it for themselves do so no longer, and a name
    that said their own value says the new one."""
    changed = experiment
    for lane, spec in enumerate(experiment.lanes):
        if path in spec.set:
            changed = edit_lane(changed, lane, path, value)
    lanes = changed.to_dict()["lanes"]
    for each in lanes:
        each["set"].pop(path, None)
    return with_lanes(edited(changed, path, value), lanes)


def folded(experiment: Experiment) -> Experiment:
    """A single lane's settings written into the stack, so that they are edited in one place; more lanes as they are."""
    if len(experiment.lanes) > 1 or not experiment.lanes[0].set:
        return experiment
    return isolate_lane(experiment, 0)


def with_lanes(experiment: Experiment, lanes: Sequence[dict[str, Any]]) -> Experiment:
    """The experiment with these lanes, as plain data, in place of its own."""
    return parse({**experiment.to_dict(), "lanes": list(lanes)})
