"""How the signal fares through a lane's network before the first step, to tell a bad start from what training did."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from engine.arrays import Array
from engine.experiment.lanes.lanes import lane_setup
from engine.inspectors.signals import ROWS, signals_of
from engine.nn.layers.parts.products import on_one_thread
from engine.nn.network import Network
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


@record(eq=False)
class Start:
    """std, saturated, dead: (layers,), as in `Signals`; weights: (dense layers,), their norms. NaN where a lane began
    from weights that nobody knows."""

    std: Array
    saturated: Array
    dead: Array
    weights: Array


_KEPT: WeakKeyDictionary[GroupTrainer, dict[int, Start]] = WeakKeyDictionary()


def start_of(trainer: GroupTrainer, lane: int) -> Start:
    """Found once for each lane, from its seed."""
    kept = _KEPT.setdefault(trainer, {})
    if lane not in kept:
        kept[lane] = _found(trainer, lane)
    return kept[lane]


def _found(trainer: GroupTrainer, lane: int) -> Start:
    layers = trainer.experiment.layers
    if lane in trainer.warm_started:
        nothing = np.full(len(layers), np.nan)
        return Start(nothing, nothing, nothing, np.full(len(trainer.network.weight_slices), np.nan))
    setup = lane_setup(trainer.experiment, lane)
    network = Network(layers, trainer.network.shape, 1, trainer.network.dtype)
    network.initialize([setup.layers], [setup.seed])
    network.configure([setup.layers], trainer.experiment.dropout_scaling)
    with np.errstate(all="ignore"), on_one_thread():
        std, saturated, dead = signals_of(network, layers, trainer.rows.train_x[:ROWS])
    weights = [float(np.linalg.norm(network.parameters[0, here])) for here in network.weight_slices]
    return Start(std[0], saturated[0], dead[0], np.array(weights))
