"""Grids: lanes that are the full product of one or two settings, made, and recognized whatever made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise, product
from math import prod
from typing import Any

from engine.errors import ExperimentError
from engine.experiment.declared import declared
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lane_edits import MOST_LANES, placed, with_lanes
from engine.experiment.lanes.lanes import (
    LANE_PARTS,
    common_value,
    isolate_lane,
    lane_part,
    lane_path,
    lane_seed,
    lane_settings,
    lane_style,
    own_value,
    settings_apart,
)
from engine.experiment.lanes.spec import LONGEST_NAME, ON
from engine.experiment.lanes.value_names import BETWEEN, value_name
from engine.records import record
from engine.spec import LARGEST_SEED


@record
class Axis:
    """One setting of a grid and the values it takes: numbers in ascending order."""

    field: str
    values: tuple[Any, ...]


@record
class Grid:
    """Lanes as a table of cells. ``y`` is None where only one setting varies: then there is a single row."""

    x: Axis
    y: Axis | None
    cells: tuple[tuple[tuple[int, ...], ...], ...]
    """cells[row][column]: the lanes there, several where they differ only by their seed."""


def grid(experiment: Experiment, values: Mapping[str, Sequence[Any]], *, lane: int = 0) -> Experiment:
    """Lanes for every combination of the values of one or two settings, the first of which changes slowest; in all else
    as the given lane is. A setting is named by its path, or by its short name where it has one (``l2``).

    Raises:
        ExperimentError: a setting that lanes do not have or the stack has no layer for, no values, impossible ones,
            or more combinations than there can be lanes.
    """
    wanted = {field: tuple(dict.fromkeys(each)) for field, each in values.items()}
    _check(experiment, wanted)
    lanes = [combined(dict(zip(wanted, combination, strict=True))) for combination in product(*wanted.values())]
    return _colored(with_lanes(isolate_lane(experiment, lane), lanes))


def combined(values: Mapping[str, Any]) -> dict[str, Any]:
    """A lane, as plain data, that sets these values and is called after them."""
    name = BETWEEN.join(value_name(field, value) for field, value in values.items())
    return {"name": name[:LONGEST_NAME], "set": {lane_path(field): value for field, value in values.items()}}


def _check(experiment: Experiment, values: Mapping[str, Sequence[Any]]) -> None:
    if not 1 <= len(values) <= 2:
        raise ExperimentError("A grid varies one or two settings.", path="lanes")
    counts = [len(each) for each in values.values()]
    if 0 in counts:
        raise ExperimentError("A grid needs at least one value of each of its settings.", path="lanes")
    check_has_layers(experiment, values)
    check_count(counts)


def check_has_layers(experiment: Experiment, fields: Iterable[str]) -> None:
    """Raises ExperimentError where the stack has no layer with such a setting, so that all lanes would be the same."""
    for field in fields:
        path = FieldPath.parse(lane_path(field))
        if field == "rate" and not path.layers_among(experiment.layers):
            raise ExperimentError("There is no dropout layer: add one to the stack to compare its rates.", path="lanes")
        if path.layer is not None and path.field != ON and not path.layers_among(experiment.layers):
            raise ExperimentError("{path}: no layer of the stack has such a setting.", path=str(path))


def check_count(counts: Sequence[int]) -> None:
    """Raises ExperimentError where so many values of each setting make more lanes than there can be."""
    if prod(counts) > MOST_LANES:
        raise ExperimentError(
            "{product}{count} lanes are too many: there can be at most {most}.",
            path="lanes",
            product=" × ".join(map(str, counts)) + " = " if len(counts) > 1 else "",
            count=prod(counts),
            most=MOST_LANES,
        )


def seeds(experiment: Experiment, n: int) -> Experiment:
    """Each setting that there is now n times, with its seed and those that follow; of folds each fold.

    Where there are several settings, the lanes of each have one colour and mark, which then stand for the setting.

    Raises:
        ExperimentError: that would be more than there can be lanes.
    """
    settings = without_seeds(experiment)
    if n < 1:
        raise ExperimentError("A grid needs at least one value of each of its settings.", path="lanes")
    check_count([len(settings), n])
    lanes: list[dict[str, Any]] = []
    for first in settings:
        lane = experiment.lanes[first]
        parts = [part for part in lane.name.split(BETWEEN) if not part.startswith("seed ")]
        stem = BETWEEN.join(parts) if len(settings) > 1 else ""
        start = min(lane_seed(experiment, first), LARGEST_SEED - n + 1)
        style = lane_style(experiment, first)
        others = [other for other in range(n) if other != style]
        styles = [style] * n if len(settings) > 1 else [style, *others]
        for color, seed in zip(styles, range(start, start + n), strict=False):
            end = value_name("seed", seed)
            room = LONGEST_NAME - len(end) - len(BETWEEN)
            name = stem[:room].rstrip() + BETWEEN + end if stem else end
            lanes.append(
                {"name": name, "set": {**lane.set, "seed": seed}, "color": color, "visible": lane.visible},
            )
    return placed(experiment, lanes)


def _colored(experiment: Experiment) -> Experiment:
    """Several settings with lanes that differ by their seed alone: those get one colour and mark."""
    settings = seed_groups(experiment)
    if len(settings) in (1, len(experiment.lanes)):
        return experiment
    lanes = experiment.to_dict()["lanes"]
    for style, members in enumerate(settings):
        for lane in members:
            lanes[lane]["color"] = style
    return placed(experiment, lanes)


def seed_groups(experiment: Experiment) -> tuple[tuple[int, ...], ...]:
    """Lanes grouped by everything they set but the seed, and the fold that they leave out: runs of one setting, each
    group and the groups in the order of the lanes."""
    places = _networks(experiment)
    found: dict[Any, list[int]] = {}
    for lane in range(len(experiment.lanes)):
        key = (places[lane], *(lane_part(experiment, lane, part) for part in LANE_PARTS if part != "seed"))
        found.setdefault(key, []).append(lane)
    return tuple(tuple(lanes) for lanes in found.values())


def without_seeds(experiment: Experiment) -> list[int]:
    """The first lane of each setting, and of each fold of it."""
    found: dict[Any, int] = {}
    for place, group in enumerate(seed_groups(experiment)):
        for lane in group:
            found.setdefault((place, experiment.lanes[lane].set.get("data.fold")), lane)
    return list(found.values())


def repeats(experiment: Experiment) -> tuple[tuple[int, ...], ...]:
    """Lanes that differ in their seed or their fold only, two or more. Of those that do not, such as a branch and where
    it comes from, the first: the others are no repetition, and stand alone.
    """
    groups = []
    for group in seed_groups(experiment):
        first: dict[object, int] = {}
        for lane in group:
            fold = experiment.lanes[lane].set.get("data.fold")
            first.setdefault((lane_seed(experiment, lane), fold), lane)
        groups.append(tuple(first.values()))
    return tuple(group for group in groups if len(group) > 1)


def _networks(experiment: Experiment) -> dict[int, int]:
    """Which lanes have one network but for the fold that they leave out: {lane: number}."""
    if not any(settings_apart(experiment, lane) for lane in range(len(experiment.lanes))):
        return dict.fromkeys(range(len(experiment.lanes)), 0)
    lanes = tuple(
        lane.model_copy(update={"set": {path: value for path, value in lane.set.items() if path != "data.fold"}})
        for lane in experiment.lanes
    )
    every = groups(experiment.model_copy(update={"lanes": lanes}))
    return {lane: number for number, group in enumerate(every) for lane in group.lanes}


def axes(experiment: Experiment) -> Grid | None:
    """The grid that the lanes are, in whatever order; None where they are none.

    They are one if one or two settings vary, no two lanes are equal, and every combination of the values is there.
    Where the seed is a third setting that varies, every combination has to be there with the same seeds.
    The setting that changes least often from lane to lane is the x axis, so that a grid keeps the sides it was made
    with.
    """
    lanes = _settings(experiment)
    # A lane that goes without a layer has none of its settings: that alone is no difference in them.
    varying = [field for field in lanes[0] if len({lane[field] for lane in lanes if lane[field]}) > 1]
    repeated = "seed" if len(varying) == 3 and "seed" in varying else None
    fields = [field for field in varying if field != repeated]
    if (
        not 1 <= len(fields) <= 2
        or "data.fold" in fields
        or any(len(lane[field]) != 1 for lane in lanes for field in fields)
    ):
        return None
    fields.sort(key=lambda field: _changes(lane[field] for lane in lanes))  # stable: the table's order where equal
    sides = [Axis(field, _ordered(field, {lane[field][0] for lane in lanes})) for field in fields]
    x, y = sides[0], sides[1] if len(sides) == 2 else None
    cells: dict[tuple[Any, ...], list[int]] = {}
    for index, lane in enumerate(lanes):
        cells.setdefault((lane[x.field][0], lane[y.field][0] if y else None), []).append(index)
    places = [[(column, row) for column in x.values] for row in (y.values if y else (None,))]
    seeds = {tuple(sorted(lanes[lane]["seed"][0] for lane in members)) for members in cells.values()}
    every = len(x.values) * (len(y.values) if y else 1)
    if len(cells) != every or not _is_product(seeds, one_lane_a_cell=repeated is None, over_seeds="seed" in fields):
        return None
    return Grid(x, y, tuple(tuple(tuple(cells[place]) for place in row) for row in places))


def _is_product(seeds: set[tuple[int, ...]], *, one_lane_a_cell: bool, over_seeds: bool) -> bool:
    """seeds: those of each cell's lanes. Whether the cells are alike, and the lanes of a cell are not."""
    if one_lane_a_cell:
        return all(len(cell) == 1 for cell in seeds) and (over_seeds or len(seeds) == 1)
    return len(seeds) == 1 and all(len(set(cell)) == len(cell) for cell in seeds)


def _settings(experiment: Experiment) -> list[dict[str, tuple[Any, ...]]]:
    """What each lane sets, in tuples of length 1 where its layers have one value: what lanes of one network may set by
    short names, and behind it by their paths the other settings of which some lane has its own."""
    own = dict.fromkeys(path for lane in range(len(experiment.lanes)) for path in settings_apart(experiment, lane))
    found = []
    for lane in range(len(experiment.lanes)):
        settings = {
            field: values if common_value(values) is None else values[:1]
            for field, values in lane_settings(experiment, lane).items()
        }
        found.append({**settings, **{path: (own_value(experiment, lane, path),) for path in own}})
    return found


def varying(experiment: Experiment) -> dict[str, tuple[Any, ...]]:
    """The settings in which lanes differ, by short names or paths, and what each lane has: None where its layers
    differ, or there are none."""
    lanes = _settings(experiment)
    found = {field: tuple(lane[field][0] if len(lane[field]) == 1 else None for lane in lanes) for field in lanes[0]}
    return {field: values for field, values in found.items() if len(set(values)) > 1}


def _changes(values: Iterable[Any]) -> int:
    """How often a value differs from the one before."""
    return sum(a != b for a, b in pairwise(values))


def _ordered(field: str, values: Iterable[Any]) -> tuple[Any, ...]:
    """Numbers ascending, and behind them none; choices as they stand in lists of them."""
    info = declared(FieldPath.parse(lane_path(field)))
    choices = list(info.choices) if info is not None else []

    def place(value: Any) -> tuple[Any, ...]:
        if isinstance(value, str):
            return 1, choices.index(value) if value in choices else len(choices), value
        return (2,) if value is None else (0, value)

    return tuple(sorted(values, key=place))
