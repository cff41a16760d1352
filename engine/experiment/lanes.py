"""What a lane changes: its settings checked, resolved, and turned into layers of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar

from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lane_rules import validated
from engine.experiment.lane_spec import LANE_FIELDS, SHARED_PATHS, LaneSpec
from engine.experiment.recipe import Recipe
from engine.fields import has_field
from engine.nn.layers.base import LayerSpec

AnyRecipe = TypeVar("AnyRecipe", bound=Recipe)


def lane_layers(experiment: Recipe, lane: int) -> tuple[LayerSpec, ...]:
    """The stack as this lane has it. A setting for one layer wins over one for all (``*``)."""
    layers = list(experiment.layers)
    settings = experiment.lanes[lane].set
    paths = [FieldPath.parse(text) for text in settings]
    for path in sorted(paths, key=lambda path: path.layer != ALL):
        for index in path.layers_among(layers):
            layers[index] = _with(layers[index], path.field, settings[str(path)])
    return tuple(layers)


@lru_cache(maxsize=4096, typed=True)
def _with(layer: LayerSpec, field: str, value: object) -> LayerSpec:
    """A layer with one field changed. Kept, because lanes set the same few values in layers that are alike."""
    changed: LayerSpec = validated(layer, field, value, field)
    return changed


def lane_seed(experiment: Recipe, lane: int) -> int:
    """The seed this lane draws from."""
    return int(experiment.lanes[lane].set.get("seed", experiment.seed))


def lane_learning_rate(experiment: Recipe, lane: int) -> float:
    """The learning rate this lane trains with."""
    return float(experiment.lanes[lane].set.get("optimizer.learning_rate", experiment.optimizer.learning_rate))


def lane_value(experiment: Recipe, lane: int, field: str) -> Any:
    """A lane's setting as its table shows it: one value, or None where its layers differ or have no such field.

    ``field`` is one of ``initialization l1 l2 rate learning_rate seed``. The initialization of the output layer
    and of the hidden ones count alike.
    """
    return common_value(lane_settings(experiment, lane).get(field, ()))


def lane_settings(experiment: Recipe, lane: int) -> dict[str, tuple[Any, ...]]:
    """All settings of a lane: field -> its value in each layer that has it, in their order."""
    layers = lane_layers(experiment, lane)
    owners = {field: [layer for layer in layers if has_field(layer, field)] for field in LANE_FIELDS}
    return {
        **{field: tuple(getattr(layer, field) for layer in having) for field, having in owners.items()},
        "learning_rate": (lane_learning_rate(experiment, lane),),
        "seed": (lane_seed(experiment, lane),),
    }


def common_value(values: tuple[Any, ...]) -> Any:
    """The value that all layers have; None where they differ or there are none."""
    return values[0] if values and values.count(values[0]) == len(values) else None


def lane_style(experiment: Recipe, lane: int) -> int:
    """Which colour and mark a lane has: its own, or those of its place."""
    color = experiment.lanes[lane].color
    return lane if color is None else color


def lane_path(field: str) -> str:
    """Where a lane keeps a setting of its table: ``l2`` -> ``layers.*.l2``."""
    return SHARED_PATHS.get(field) or str(FieldPath.of_layer(ALL, field))


def isolate_lane(experiment: AnyRecipe, lane: int) -> AnyRecipe:
    """The same experiment with this lane only, its settings written into the stack itself; it keeps its look."""
    style = lane_style(experiment, lane)
    optimizer = experiment.optimizer.model_copy(update={"learning_rate": lane_learning_rate(experiment, lane)})
    return experiment.model_copy(
        update={
            "layers": lane_layers(experiment, lane),
            "optimizer": optimizer,
            "seed": lane_seed(experiment, lane),
            "lanes": (LaneSpec(name=experiment.lanes[lane].name, color=style or None),),
        }
    )
