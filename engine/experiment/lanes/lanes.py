"""What a lane changes: its settings checked, resolved, and turned into layers of its own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.rules import alone, validated, with_kind
from engine.experiment.lanes.spec import KIND, LANE_PATHS, ON, LaneSpec, in_network
from engine.experiment.recipe import Recipe
from engine.fields import has_field
from engine.nn.layers.activation import ActivationSpec
from engine.nn.layers.base import LayerSpec, may_be_output

AnyRecipe = TypeVar("AnyRecipe", bound=Recipe)

LANE_PARTS: Final = tuple(dict.fromkeys(path.head for path in LANE_PATHS.values()))
"""The parts of an experiment in which lanes of one network may differ: ``layers``, ``optimizer``, ``seed``."""
PASSES_ON: Final = ActivationSpec(function="identity")
"""What stands in a lane's stack for a layer that is switched off, so that the others keep their places and draws."""


def lane_setup(experiment: AnyRecipe, lane: int) -> AnyRecipe:
    """The experiment as this lane has it, its settings written in. One for a layer wins over one for all (``*``)."""
    return with_settings(experiment, experiment.lanes[lane].set)


def with_settings(experiment: AnyRecipe, settings: Mapping[str, Any]) -> AnyRecipe:
    """The experiment with some settings of a lane written in."""
    parts = dict.fromkeys(FieldPath.parse(text).head for text in settings)
    return experiment.model_copy(update={part: _part(experiment, settings, part) for part in parts})


def lane_part(experiment: Recipe, lane: int, part: str) -> Any:
    """One part of it alone: ``layers``, ``optimizer``, ``seed``."""
    return _part(experiment, experiment.lanes[lane].set, part)


def _part(experiment: Recipe, settings: Mapping[str, Any], part: str) -> Any:
    value = getattr(experiment, part)
    paths = [path for path in map(FieldPath.parse, settings) if path.head == part]
    for path in sorted(paths, key=_rank):
        value = _changed(value, path, settings[str(path)])
    return value


def _rank(path: FieldPath) -> int:
    """Another kind has other fields, so it comes first; a layer that is switched off has none, so that comes last."""
    return 0 if path.field == KIND else 3 if path.layer is not None and path.field == ON else 1 + (path.layer != ALL)


def _changed(part: Any, path: FieldPath, value: object) -> Any:
    """A part of an experiment with a setting written in."""
    if len(path.parts) == 1:
        return getattr(alone(path.field, value), path.field)
    if path.layer is None:
        if len(path.parts) == 3:  # of a part of the data
            inner = path.parts[1]
            changed = _with(getattr(part, inner), path.field, value)
            return part.model_copy(update={inner: changed})
        if path.field == KIND:
            return with_kind(part, path.head, value, str(path))
        return _with(part, path.field, value) if has_field(part, path.field) else part
    if path.field == ON:
        return part if value else tuple(PASSES_ON if at == path.layer else layer for at, layer in enumerate(part))
    places = set(path.layers_among(part))
    if path.layer == ALL and path.field == "units":  # of the output there are as many as classes
        places.discard(max((at for at, layer in enumerate(part) if may_be_output(layer)), default=-1))
    return tuple(_with(layer, path.field, value) if at in places else layer for at, layer in enumerate(part))


def _with(part: BaseModel, field: str, value: object) -> Any:
    """A layer, or another part, with one field changed. Kept, because lanes set the same few values in parts that are
    alike; but for data, whose columns have no hash."""
    if isinstance(part, DataSpec):
        return validated(part, field, value, field)
    return _known(part, field, value)


@lru_cache(maxsize=4096, typed=True)
def _known(part: BaseModel, field: str, value: object) -> Any:
    return validated(part, field, value, field)


def settings_apart(experiment: Recipe, lane: int) -> dict[str, Any]:
    """What a lane sets that lanes of one network cannot differ in: see `engine.experiment.lanes.groups`."""
    return {text: value for text, value in experiment.lanes[lane].set.items() if not in_network(FieldPath.parse(text))}


def lane_layers(experiment: Recipe, lane: int) -> tuple[LayerSpec, ...]:
    """The stack as this lane has it."""
    layers: tuple[LayerSpec, ...] = lane_part(experiment, lane, "layers")
    return layers


def lane_seed(experiment: Recipe, lane: int) -> int:
    """The seed this lane draws from."""
    return int(lane_part(experiment, lane, "seed"))


def lane_value(experiment: Recipe, lane: int, field: str) -> Any:
    """A lane's setting as its table shows it: one value, or None where its layers differ or have no such field.

    ``field`` is one of `LANE_SETTINGS`, or the path of another. The initialization of the output layer and of the
    hidden ones count alike.
    """
    if field in LANE_PATHS:
        return common_value(lane_settings(experiment, lane)[field])
    return own_value(experiment, lane, lane_path(field))


def own_value(experiment: Recipe, lane: int, path: str) -> Any:
    """What a lane sets there, or else what all have; None where there is no such field."""
    settings = experiment.lanes[lane].set
    if path in settings:
        return settings[path]
    at = FieldPath.parse(path)
    if at.layer is not None and at.field == ON:
        return True
    try:
        return at.value(experiment)
    except ExperimentError:
        return None


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
    """Where a lane keeps a setting of its table, or one that it is called by alone: ``l2`` -> ``layers.*.l2``. A path
    stays as it is."""
    if "." in field or has_field(Recipe, field):
        return field
    return str(LANE_PATHS.get(field, FieldPath.of_layer(ALL, field)))


def isolate_lane(experiment: AnyRecipe, lane: int) -> AnyRecipe:
    """The same experiment with this lane only, its settings written into the stack itself; it keeps its look."""
    only = LaneSpec(name=experiment.lanes[lane].name, color=lane_style(experiment, lane) or None)
    return lane_setup(experiment, lane).model_copy(update={"lanes": (only,)})
