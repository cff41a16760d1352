"""What lanes answer to rows of their own choosing, probabilities or numbers; also lanes that early stopping stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data.preprocessing.targets import in_unit_of_label
from engine.data.task import Labels
from engine.experiment.lanes.lanes import lane_layers
from engine.nn.evaluation import CHUNK, outputs
from engine.nn.network import Network

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


_alone: WeakKeyDictionary[GroupTrainer, Network] = WeakKeyDictionary()
"""A network of one lane for each trainer, so that looking at one lane does not cost a pass through all."""


def shown_rows(trainer: GroupTrainer) -> tuple[Array, Labels]:
    """The rows that views show for such as were not trained on: (rows, n_features), scaled, and (rows,). Test rows, or
    validation rows while the test set is sealed."""
    data = trainer.dataset
    if trainer.is_test_sealed and data.valid_x is not None and data.valid_y is not None:
        return data.valid_x, data.valid_y
    return data.test_x, data.test_y


def of_lane(trainer: GroupTrainer, lane: int, x: Array) -> NDArray[np.float32]:
    """x: (rows, n_features), scaled -> (rows, outputs), as `said` has it. NaN where the lane has diverged."""
    if not 0 <= lane < len(trainer.experiment.lanes) or lane in trainer.diverged_at or not len(x):
        return np.full((len(x), trainer.dataset.n_outputs), np.nan, np.float32)
    shares: NDArray[np.float32] = said(trainer, _outputs(network_of(trainer, lane), x)[0])
    return shares


def of_lanes(trainer: GroupTrainer, x: Array) -> NDArray[np.float32]:
    """x: (rows, n_features), scaled -> (lanes, rows, outputs), as `said` has it. NaN for lanes that have diverged."""
    return said(trainer, outputs_of_lanes(trainer, x))


def outputs_of_lanes(trainer: GroupTrainer, x: Array) -> Array:
    """The last layer's values themselves, (lanes, rows, outputs). NaN for lanes that have diverged."""
    shape = len(trainer.experiment.lanes), len(x), trainer.dataset.n_outputs
    result = np.full(shape, np.nan, trainer.network.dtype)
    if len(trainer.active):
        result[trainer.active] = _outputs(trainer.network, x)
    for lane in trainer.stopped_at:
        result[lane] = _outputs(network_of(trainer, lane), x)[0]
    return result


def _outputs(network: Network, x: Array) -> Array:
    """(lanes of the network, rows, outputs)"""
    rows = np.asarray(x, network.dtype)
    parts = [outputs(network, rows[start : start + CHUNK]).copy() for start in range(0, len(rows), CHUNK)]
    return parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)


def said(trainer: GroupTrainer, out: Array) -> NDArray[np.float32]:
    """out: (..., outputs), the last layer's values -> probabilities of classes, or numbers in the label's unit."""
    data = trainer.dataset
    if data.task == "numbers":
        return in_unit_of_label(out, data.target_offset, data.target_scale)
    return trainer.loss.probabilities(out)


def network_of(trainer: GroupTrainer, lane: int) -> Network:
    """A network of its own with the parameters that the lane has now, or had when it was stopped."""
    alone = _alone.get(trainer)
    if alone is None:
        alone = Network(trainer.experiment.layers, trainer.network.shape, 1, trainer.network.dtype)
        _alone[trainer] = alone
    row = trainer.lanes.row_of(lane)
    if row is None:
        alone.set_lane(0, trainer.lane_parameters(lane))
    else:
        alone.set_lane_state(0, trainer.network.lane_state(row))
    alone.configure([lane_layers(trainer.experiment, lane)], trainer.experiment.dropout_scaling)
    return alone
