"""Grids: lanes that are the full product of one or two settings, made, and recognized whatever made them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from engine.experiment import Experiment
from engine.fields import field_info
from engine.lanes import has_field, lane_layers, lane_learning_rate, lane_seed
from engine.specs import LANE_FIELDS, DenseSpec

GRID_FIELDS: Final = (*LANE_FIELDS, "learning_rate", "seed")
"""What a lane may set, in the order of the table."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One setting of a grid and the values it takes: numbers in ascending order."""

    field: str
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Lanes as a table of cells. ``y`` is None where only one setting varies: then there is a single row."""

    x: Axis
    y: Axis | None
    cells: tuple[tuple[tuple[int, ...], ...], ...]
    """cells[row][column]: the lanes there, several where they differ only by their seed."""


def seed_groups(experiment: Experiment) -> tuple[tuple[int, ...], ...]:
    """Lanes grouped by everything they set but the seed, each group and the groups in the order of the lanes."""
    groups: dict[Any, list[int]] = {}
    for lane in range(len(experiment.lanes)):
        key = lane_layers(experiment, lane), lane_learning_rate(experiment, lane)
        groups.setdefault(key, []).append(lane)
    return tuple(tuple(lanes) for lanes in groups.values())


def axes(experiment: Experiment) -> Grid | None:
    """The grid that the lanes are, in whatever order; None where they are none.

    They are one if one or two settings vary, no two lanes are equal, and every combination of the values is there.
    Where the seed is a third setting that varies, every combination has to be there with the same seeds.
    The setting that changes least often from lane to lane is the x axis, so that a grid keeps the sides it was made
    with.
    """
    lanes = _settings(experiment)
    varying = [field for field in GRID_FIELDS if len({lane[field] for lane in lanes}) > 1]
    repeated = "seed" if len(varying) == 3 and "seed" in varying else None
    fields = [field for field in varying if field != repeated]
    if not 1 <= len(fields) <= 2 or any(len(lane[field]) != 1 for lane in lanes for field in fields):
        return None
    fields.sort(key=lambda field: _changes(lane[field] for lane in lanes))  # stable: the table's order where equal
    sides = [Axis(field, _ordered(field, {lane[field][0] for lane in lanes})) for field in fields]
    x, y = sides[0], sides[1] if len(sides) == 2 else None
    cells: dict[tuple[Any, ...], list[int]] = {}
    for index, lane in enumerate(lanes):
        cells.setdefault((lane[x.field][0], lane[y.field][0] if y else None), []).append(index)
    places = [[(column, row) for column in x.values] for row in (y.values if y else (None,))]
    seeds = {tuple(sorted(lane_seed(experiment, lane) for lane in members)) for members in cells.values()}
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
    """For each lane: field -> its value in each layer that has it; of length 1 where there is a single value."""
    result = []
    for lane in range(len(experiment.lanes)):
        layers = lane_layers(experiment, lane)
        values: dict[str, tuple[Any, ...]] = {
            field: tuple(getattr(layer, field) for layer in layers if has_field(layer, field)) for field in LANE_FIELDS
        }
        values = {field: each[:1] if len(set(each)) == 1 else each for field, each in values.items()}
        values["learning_rate"] = (lane_learning_rate(experiment, lane),)
        values["seed"] = (lane_seed(experiment, lane),)
        result.append(values)
    return result


def _changes(values: Iterable[Any]) -> int:
    """How often a value differs from the one before."""
    return sum(a != b for a, b in pairwise(values))


def _ordered(field: str, values: Iterable[Any]) -> tuple[Any, ...]:
    """Numbers ascending, initializations as they stand in lists of them."""
    if field == "initialization":
        return tuple(sorted(values, key=field_info(DenseSpec, field).choices.index))
    return tuple(sorted(values))
