"""What a lane changes: its settings checked, resolved, and turned into layers of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.rules import alone, validated
from engine.experiment.lanes.spec import LANE_PATHS, LaneSpec, may_set
from engine.experiment.recipe import Recipe
from engine.fields import has_field
from engine.nn.layers.base import LayerSpec

AnyRecipe = TypeVar("AnyRecipe", bound=Recipe)

LANE_PARTS: Final = tuple(dict.fromkeys(path.head for path in LANE_PATHS.values()))
"""The parts of an experiment in which lanes may differ: ``layers``, ``optimizer``, ``seed``."""


def lane_setup(experiment: AnyRecipe, lane: int) -> AnyRecipe:
    """The experiment as this lane has it, its settings written in. One for a layer wins over one for all (``*``)."""
    parts = dict.fromkeys(FieldPath.parse(text).head for text in experiment.lanes[lane].set)
    return experiment.model_copy(update={part: lane_part(experiment, lane, part) for part in parts})


def lane_part(experiment: Recipe, lane: int, part: str) -> Any:
    """One part of it alone: ``layers``, ``optimizer``, ``seed``."""
    settings, value = experiment.lanes[lane].set, getattr(experiment, part)
    paths = [path for path in map(FieldPath.parse, settings) if path.head == part]
    for path in sorted(paths, key=lambda path: path.layer != ALL):
        value = _changed(value, path, settings[str(path)])
    return value


def _changed(part: Any, path: FieldPath, value: object) -> Any:
    """A part of an experiment with a setting written in."""
    if len(path.parts) == 1:
        return getattr(alone(path.field, value), path.field)
    if path.layer is None:
        return _with(part, path.field, value) if may_set(part, path.field) else part
    places = set(path.layers_among(part))
    return tuple(_with(layer, path.field, value) if at in places else layer for at, layer in enumerate(part))


@lru_cache(maxsize=4096, typed=True)
def _with(part: BaseModel, field: str, value: object) -> Any:
    """A layer, or another part, with one field changed. Kept, because lanes set the same few values in parts that are
    alike."""
    return validated(part, field, value, field)


def lane_layers(experiment: Recipe, lane: int) -> tuple[LayerSpec, ...]:
    """The stack as this lane has it."""
    layers: tuple[LayerSpec, ...] = lane_part(experiment, lane, "layers")
    return layers


def lane_seed(experiment: Recipe, lane: int) -> int:
    """The seed this lane draws from."""
    return int(lane_part(experiment, lane, "seed"))


def lane_value(experiment: Recipe, lane: int, field: str) -> Any:
    """A lane's setting as its table shows it: one value, or None where its layers differ or have no such field.

    ``field`` is one of `LANE_SETTINGS`. The initialization of the output layer and of the hidden ones count alike.
    """
    return common_value(lane_settings(experiment, lane).get(field, ()))


def lane_settings(experiment: Recipe, lane: int) -> dict[str, tuple[Any, ...]]:
    """All settings of a lane: field -> its value in each layer that has it, in their order, or its one value."""
    parts = {part: lane_part(experiment, lane, part) for part in LANE_PARTS}
    return {field: _values(parts[path.head], path) for field, path in LANE_PATHS.items()}


def _values(part: Any, path: FieldPath) -> tuple[Any, ...]:
    """What the owners of a field have there; nothing where there are none."""
    if len(path.parts) == 1:
        return (part,)
    owners = part if path.layer is not None else (part,)
    return tuple([getattr(owner, path.field) for owner in owners if has_field(owner, path.field)])


def common_value(values: tuple[Any, ...]) -> Any:
    """The value that all layers have; None where they differ or there are none."""
    return values[0] if values and values.count(values[0]) == len(values) else None


def lane_style(experiment: Recipe, lane: int) -> int:
    """Which colour and mark a lane has: its own, or those of its place."""
    color = experiment.lanes[lane].color
    return lane if color is None else color


def lane_path(field: str) -> str:
    """Where a lane keeps a setting of its table: ``l2`` -> ``layers.*.l2``."""
    return str(LANE_PATHS.get(field, FieldPath.of_layer(ALL, field)))


def isolate_lane(experiment: AnyRecipe, lane: int) -> AnyRecipe:
    """The same experiment with this lane only, its settings written into the stack itself; it keeps its look."""
    only = LaneSpec(name=experiment.lanes[lane].name, color=lane_style(experiment, lane) or None)
    return lane_setup(experiment, lane).model_copy(update={"lanes": (only,)})
