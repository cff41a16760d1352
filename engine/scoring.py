"""How well a saved model does on a table of rows that may be ordered or labelled in another way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.data import Table
from engine.errors import ModelError
from engine.evaluation import evaluate
from engine.lanes import lane_layers
from engine.losses import LOSSES
from engine.models import Model
from engine.network import Network
from engine.products import on_one_thread


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """data_loss, penalty, accuracy: (lanes,), over all rows of the table."""

    data_loss: NDArray[np.float64]
    penalty: NDArray[np.float64]
    accuracy: NDArray[np.float64]


def score(model: Model, table: Table) -> Score:
    """Scales the rows as in training and evaluates every lane.

    Raises:
        ModelError: the features are not those that the model was trained on, or a label is unknown to it.
    """
    x = (_features(model, table) - model.offset) / model.scale
    targets = np.eye(len(model.classes), dtype=np.float32)[_labels(model, table)]
    network = make_network(model)
    with np.errstate(all="ignore"), on_one_thread():  # a lane that diverged overflows
        result = evaluate(network, LOSSES[model.experiment.loss](), x, targets)
        return Score(result.loss, network.penalties(), result.accuracy)


def make_network(model: Model) -> Network:
    """The network of all lanes, with the model's parameters."""
    experiment, lanes = model.experiment, range(len(model.lanes))
    network = Network(experiment.layers, len(model.feature_names), len(lanes))
    network.configure([lane_layers(experiment, lane) for lane in lanes], experiment.dropout_scaling)
    for lane in lanes:
        network.set_lane(lane, model.lanes[lane])
    return network


def _features(model: Model, table: Table) -> NDArray[np.float32]:
    """(rows, n_features), in the model's order: by name where the names are the same, else by place."""
    if table.n_features != len(model.feature_names):
        raise ModelError(
            "{name} has {found} features, but {file} was trained on {wanted}.",
            name=table.name,
            found=table.n_features,
            file=model.path,
            wanted=len(model.feature_names),
        )
    if table.feature_names != model.feature_names and set(table.feature_names) == set(model.feature_names):
        return table.features[:, [table.feature_names.index(name) for name in model.feature_names]]
    return table.features


def _labels(model: Model, table: Table) -> NDArray[np.int64]:
    """(rows,), indices into the model's classes."""
    places = {name: index for index, name in enumerate(model.classes)}
    for label in np.unique(table.labels):
        if table.classes[label] not in places:
            raise ModelError(
                "{name} has the label {label}, which {file} does not know: its classes are {classes}.",
                name=table.name,
                label=table.classes[label],
                file=model.path,
                classes=_listed(model.classes),
            )
    return np.array([places.get(name, 0) for name in table.classes])[table.labels]


def _listed(names: tuple[str, ...], most: int = 10) -> str:
    return ", ".join(names[:most]) + (", ..." if len(names) > most else "")
