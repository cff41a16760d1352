"""Whether an experiment and its data belong together."""

from __future__ import annotations

from engine.data.dataset import Dataset
from engine.data.files.wording import shown
from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.nn.layers.base import may_be_output
from engine.nn.losses import LOSSES


def check_fit(experiment: Experiment, dataset: Dataset) -> None:
    """Raises ExperimentError where the output layer or the loss does not fit what is to be learned from the data."""
    index = experiment.output_layer
    assert index is not None
    layer = experiment.layers[index]
    assert may_be_output(layer)
    if layer.units != dataset.n_outputs:
        template = "{path}: the output layer has {units} units, but {name} has {classes} classes: they must be equal."
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
