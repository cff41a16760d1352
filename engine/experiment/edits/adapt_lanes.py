"""Makes lanes fit other rows: what they set stays where those rows can have it, and is left out where they cannot."""

from __future__ import annotations

from typing import Any, Final

from engine.data import Table
from engine.data.preprocessing.sizes import is_share, rows_asked
from engine.data.spec import DataSpec
from engine.errors import FormulaError
from engine.experiment.experiment import Experiment, parse
from engine.experiment.field_path import ALL, FieldPath
from engine.experiment.lanes.lanes import lane_part
from engine.experiment.recipe import Recipe
from engine.nn.layers.base import may_be_output
from engine.nn.losses import LOSSES

_FOLDS: Final = ("data.folds", "data.fold")


def with_folds_of(data: DataSpec, old: Experiment) -> DataSpec:
    """The rows cut into as many folds, where lanes leave out one each; validation rows are cut as well then, for they
    would be held out from all of them."""
    names_folds = any("data.fold" in lane.set for lane in old.lanes)
    if not names_folds or data.folds is not None or old.data.folds is None:
        return data
    sizes: dict[str, Any] = {}
    if data.validation and is_share(data.train) == is_share(data.validation):
        sizes = {"train": round(data.train + data.validation, 6), "validation": 0}
    return data.model_copy(update={"folds": old.data.folds, **sizes})


def with_lanes_of(experiment: Experiment, table: Table) -> Experiment:
    """Without what lanes set that these rows cannot have: a formula over other columns, more folds than rows, what is
    done with pictures, a loss or output units for another task. Lanes that are then alike become one."""
    left_out = [
        {text for text, value in lane.set.items() if not _can_have(experiment, index, text, value, table)}
        for index, lane in enumerate(experiment.lanes)
    ]
    has_folds = _has_rows_for_folds(experiment, experiment.data.folds, table)
    if has_folds and not any(left_out):
        return experiment
    changed = experiment.to_dict()
    if not has_folds:
        changed["data"] |= {"folds": None, "fold": None}
    lanes: list[dict[str, Any]] = []
    for lane, without in zip(changed["lanes"], left_out, strict=True):
        lane["set"] = {text: value for text, value in lane["set"].items() if text not in without}
        if not without or all(lane["set"] != other["set"] for other in lanes):
            lanes.append(lane)
    if len(lanes) == 1 and not lanes[0]["set"]:
        lanes = [spec.model_dump() for spec in Recipe.model_fields["lanes"].default]
    changed["lanes"] = lanes
    return parse(changed)


def _can_have(experiment: Experiment, lane: int, text: str, value: Any, table: Table) -> bool:
    path = FieldPath.parse(text)
    if text in _FOLDS:
        folds = experiment.lanes[lane].set.get("data.folds", experiment.data.folds)
        return _has_rows_for_folds(experiment, folds, table)
    if text == "data.inputs":
        return _can_be_made(value, table)
    if text.startswith("data.augmentation."):
        return table.image_shape is not None or not value
    if text == "loss":
        return table.task == "classes" or LOSSES[value].is_for_numbers
    if path.layer is not None and path.layer != ALL and path.field == "units":
        layers = lane_part(experiment, lane, "layers")
        last = max((at for at, layer in enumerate(layers) if may_be_output(layer)), default=-1)
        return path.layer != last or value == table.n_outputs
    return True


def _has_rows_for_folds(experiment: Experiment, folds: Any, table: Table) -> bool:
    return folds is None or folds <= rows_asked(experiment.data, table.n_rows)[0]


def _can_be_made(inputs: Any, table: Table) -> bool:
    from engine.data.formulas import Inputs  # here, because most experiments have none

    try:
        Inputs.read(tuple(inputs), table.feature_names)
    except FormulaError:
        return False
    return True
