"""What a lane changes: its settings checked, resolved, and turned into layers of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from pydantic import BaseModel

from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lane_rules import alone, validated
from engine.experiment.lane_spec import LANE_PATHS, LaneSpec, may_set
from engine.experiment.recipe import Recipe
from engine.experiment.setup import Setup
from engine.fields import has_field
from engine.nn.layers.base import LayerSpec

AnyRecipe = TypeVar("AnyRecipe", bound=Recipe)


def lane_setup(experiment: AnyRecipe, lane: int) -> AnyRecipe:
    """The experiment as this lane has it, its settings written in. One for a layer wins over one for all (``*``)."""
    settings = experiment.lanes[lane].set
    if not settings:
        return experiment
    layers, changed = list(experiment.layers), dict[str, Any]()
    for path in sorted(map(FieldPath.parse, settings), key=lambda path: path.layer != ALL):
        value = settings[str(path)]
        if path.layer is not None:
            for index in path.layers_among(layers):
                layers[index] = _with(layers[index], path.field, value)
        elif len(path.parts) == 1:
            changed[path.field] = getattr(alone(path.field, value), path.field)
        elif may_set(part := changed.get(path.head, getattr(experiment, path.head)), path.field):
            changed[path.head] = _with(part, path.field, value)
    return experiment.model_copy(update={"layers": tuple(layers), **changed})


@lru_cache(maxsize=4096, typed=True)
def _with(part: BaseModel, field: str, value: object) -> Any:
    """A layer, or another part, with one field changed. Kept, because lanes set the same few values in parts that are
    alike."""
    return validated(part, field, value, field)


def lane_layers(experiment: Recipe, lane: int) -> tuple[LayerSpec, ...]:
    """The stack as this lane has it."""
    return lane_setup(experiment, lane).layers


def lane_seed(experiment: Recipe, lane: int) -> int:
    """The seed this lane draws from."""
    return lane_setup(experiment, lane).seed


def lane_value(experiment: Recipe, lane: int, field: str) -> Any:
    """A lane's setting as its table shows it: one value, or None where its layers differ or have no such field.

    ``field`` is one of `LANE_SETTINGS`. The initialization of the output layer and of the hidden ones count alike.
    """
    return common_value(lane_settings(experiment, lane).get(field, ()))


def lane_settings(experiment: Recipe, lane: int) -> dict[str, tuple[Any, ...]]:
    """All settings of a lane: field -> its value in each layer that has it, in their order, or its one value."""
    setup = lane_setup(experiment, lane)
    return {field: tuple(_values(setup, path)) for field, path in LANE_PATHS.items()}


def _values(setup: Setup, path: FieldPath) -> Iterator[Any]:
    """What the owners of a field have there; nothing where there are none."""
    owners: Sequence[BaseModel] = (setup,)
    if len(path.parts) > 1:
        owners = setup.layers if path.layer is not None else (getattr(setup, path.head),)
    return (getattr(owner, path.field) for owner in owners if has_field(owner, path.field))


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
