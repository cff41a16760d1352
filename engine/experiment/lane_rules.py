"""What a lane may set, checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from pydantic import ValidationError

from engine.errors import ExperimentError
from engine.experiment.lane_spec import LANE_FIELDS, LaneSpec
from engine.experiment.validation import plain_error
from engine.nn.layers.dense import DenseSpec
from engine.nn.layers.dropout import DropoutSpec
from engine.nn.layers.registry import LayerSpec
from engine.optim.base import OptimizerSpec
from engine.spec import Seeded

LAYER_PATH = re.compile(r"layers\.(\*|[0-9]{1,9})\.(\w+)")


def has_field(layer: LayerSpec, field: str) -> bool:
    """Whether this kind of layer has such a setting."""
    return field in _fields(type(layer))


@cache
def _fields(kind: type[LayerSpec]) -> frozenset[str]:
    return frozenset(kind.model_fields)


def check_lanes(lanes: Sequence[LaneSpec], layers: Sequence[LayerSpec], optimizer: OptimizerSpec) -> None:
    """Raises ExperimentError where a lane sets what it may not, or a value outside its range."""
    for index, lane in enumerate(lanes):
        for path, value in lane.set.items():
            where = f"lanes.{index}.set.{path}"
            if path in ("seed", "optimizer.learning_rate"):
                validated(Seeded() if path == "seed" else optimizer, path.rpartition(".")[2], value, where)
                continue
            match = LAYER_PATH.fullmatch(path)
            if match is None or match[2] not in LANE_FIELDS:
                raise ExperimentError(
                    "{path}: a lane may set initialization, l1, l2, rate, optimizer.learning_rate and seed only; "
                    "the rest is structure, which all lanes share.",
                    path=where,
                )
            targets = layers_meant(layers, match[1], match[2])
            if not targets and match[1] != "*":
                raise ExperimentError("{path}: there is no such field in the stack.", path=where)
            any_such = DropoutSpec() if match[2] == "rate" else DenseSpec()
            validated(layers[targets[0]] if targets else any_such, match[2], value, where)


def layers_meant(layers: Sequence[LayerSpec], which: str, field: str) -> list[int]:
    """Indices of the layers that ``layers.WHICH.FIELD`` speaks of."""
    if which == "*":
        return [index for index, layer in enumerate(layers) if has_field(layer, field)]
    index = int(which)
    return [index] if index < len(layers) and has_field(layers[index], field) else []


def validated(owner: Any, field: str, value: object, where: str) -> Any:
    """A copy of the model ``owner`` with one field changed and checked."""
    try:
        return type(owner).model_validate({**owner.model_dump(), field: value})
    except ValidationError as error:
        problem = plain_error(error, type(owner))
        details = {key: value for key, value in problem.values.items() if key != "path"}
        raise ExperimentError(problem.template, path=where, **details) from None
