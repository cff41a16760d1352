"""Whether an experiment and its data belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.data.dataset import Dataset
from engine.data.files.wording import shown
from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.groups import groups
from engine.experiment.lanes.lanes import lane_layers, lane_setup
from engine.nn.layers.base import LayerSpec, may_be_output
from engine.nn.layers.pictures import ShapeError
from engine.nn.losses import LOSSES
from engine.nn.shapes import Rows, layer_shapes, row_shape

_AUGMENTATION: Final = "data.augmentation."


def check_shapes(layers: Sequence[LayerSpec], rows: Rows) -> None:
    """Raises ExperimentError where what goes into a layer is not what it needs."""
    shape = row_shape(layers, rows)
    for index, layer in enumerate(layers):
        try:
            shape = layer.output_shape(shape)
        except ShapeError as error:
            raise ExperimentError("{path}: {problem}", path=f"layers.{index}", problem=error) from None


def check_off_units(experiment: Experiment, rows: Rows) -> None:
    """Raises ExperimentError where a unit is to be off that there is not."""
    shapes = layer_shapes(experiment.layers, row_shape(experiment.layers, rows))
    for lane in range(len(experiment.lanes)):
        for index, layer in enumerate(lane_layers(experiment, lane)):
            units = getattr(layer, "off_units", ())
            if units and units[-1] >= shapes[index + 1][-1]:
                path = FieldPath.of_layer(index, "off_units")
                is_own = layer != experiment.layers[index]
                raise ExperimentError(
                    "{path}: there is no unit {unit}, for the layer has {count}, counted from 0: switch it on first.",
                    path=str(path.in_lane(lane) if is_own else path),
                    unit=units[-1],
                    count=shapes[index + 1][-1],
                )


def check_augmentation(experiment: Experiment, dataset: Dataset) -> None:
    """Raises ExperimentError where something is to be done with pictures, and rows are none."""
    if dataset.image_shape is not None:
        return
    settings = {"": experiment.data.augmentation}
    for index, lane in enumerate(experiment.lanes):
        if any(text.startswith(_AUGMENTATION) for text in lane.set):
            settings[f"lanes.{index}.set."] = lane_setup(experiment, index).data.augmentation
    for where, said in settings.items():
        for name, value in said:
            if value:
                template = "{path}: only pictures can be changed so, and the rows of {name} are none: set it to {off}."
                off = "false" if value is True else "0"
                raise ExperimentError(template, path=f"{where}{_AUGMENTATION}{name}", name=dataset.name, off=off)


def check_fit(experiment: Experiment, dataset: Dataset) -> None:
    """Raises ExperimentError where a layer cannot be where it is, or the output layer or the loss does not fit what is
    to be learned from the data."""
    check_shapes(experiment.layers, dataset)
    check_off_units(experiment, dataset)
    check_augmentation(experiment, dataset)
    index = experiment.output_layer
    assert index is not None
    layer = experiment.layers[index]
    assert may_be_output(layer)
    if layer.units != dataset.n_outputs:
        template = "{path}: the output layer has {units} units, but {name} has {classes} classes: they must be equal."
        if layer.units == 1:
            template = "{path}: the output layer has 1 unit, but {name} has {classes} classes: they must be equal."
        if dataset.task == "numbers":
            template = (
                "{path}: the output layer has {units} units, but {target} of {name} is one number: it needs 1 unit."
            )
        raise ExperimentError(
            template,
            path=str(FieldPath.of_layer(index, "units")),
            units=layer.units,
            name=dataset.name,
            classes=dataset.n_classes,
            target=shown(dataset.target_name),
        )
    if dataset.task == "numbers" and not LOSSES[experiment.loss].is_for_numbers:
        raise ExperimentError(
            "{path}: {loss} is for classes, but {target} of {name} is a number: choose one of {losses}.",
            path="loss",
            loss=experiment.loss,
            target=shown(dataset.target_name),
            name=dataset.name,
            losses=", ".join(name for name, loss in LOSSES.items() if loss.is_for_numbers),
        )


def check_lanes_fit(experiment: Experiment, dataset: Dataset) -> None:
    """`check_fit` of every network that the lanes ask for, as they train. The path names a lane where it is its own."""
    for group in groups(experiment):
        try:
            check_fit(group.experiment, dataset)
        except ExperimentError as error:
            if group.experiment is experiment:
                raise
            raise in_lane(error, group.lanes[0]) from None


def in_lane(error: ExperimentError, lane: int) -> ExperimentError:
    """The same of this lane's network: it may be what the lane has set."""
    where = str(FieldPath.parse(error.path).in_lane(lane))
    return ExperimentError(error.template, **{**error.values, "path": where})  # type: ignore[arg-type]
