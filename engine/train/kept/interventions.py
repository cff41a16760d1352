"""A branch that starts as another function than its lane: one of its weights is edited, or units are switched off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.errors import PlaygroundError
from engine.experiment.edits.live_edits import units_off
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_layers
from engine.nn.layers.base import LayerSpec
from engine.nn.network import Network
from engine.records import record
from engine.train.group_trainer import GroupTrainer
from engine.train.kept.branching import NO_LOOKS, Start
from engine.train.kept.growing import moved
from engine.train.kept.run_state import read_only
from engine.train.trainer import Trainer

_LARGEST: Final = float(np.finfo(np.float32).max)


@record
class WeightEdit:
    """layer: of the stack; name: of one of its parameters, as model files have it; place: in that array."""

    layer: int
    name: str
    place: tuple[int, ...]
    value: float

    def path(self, lane: int) -> str:
        """What a mark calls it: ``lanes.2.set.layers.0.weight[2,4]``."""
        place = ",".join(map(str, self.place))
        return str(FieldPath.of_layer(self.layer, f"{self.name}[{place}]").in_lane(lane))


def as_another_function(start: Start, trainer: Trainer, new: Experiment, edit: WeightEdit | None = None) -> Start:
    """Where the last lane of ``new`` starts. All else goes on as in the lane that it comes from, what its optimizer
    remembers, too; but no look at its held-out loss counts any more.

    Raises:
        PlaygroundError: there is no such weight, or float32 cannot hold it.
    """
    last = len(new.lanes) - 1
    if edit is None and units_off(new, start.lane) == units_off(new, last):
        return start
    group, _ = trainer.of(start.lane)
    network = _network(group, start.state, lane_layers(new, last))
    was = None if edit is None else _write(network, edit)
    return replace(
        start,
        state=read_only(network.lane_state(0)),
        best_looks=NO_LOOKS,
        lowest=NO_LOOKS[:2],
        best_state=None,
        moved=moved(_network(group, start.state, lane_layers(new, start.lane)), network, group.rows.train_x),
        was=was,
    )


def _network(group: GroupTrainer, state: Array, layers: Sequence[LayerSpec]) -> Network:
    network = Network(group.experiment.layers, group.network.shape, 1, group.network.dtype)
    network.set_lane_state(0, state)
    network.configure([layers], group.experiment.dropout_scaling)
    return network


def _write(network: Network, edit: WeightEdit) -> float:
    """Returns what was there."""
    views = network.layers[edit.layer].views_of(0) if 0 <= edit.layer < len(network.layers) else {}
    view = views.get(edit.name)
    if view is None or not _is_inside(edit.place, view.shape):
        raise PlaygroundError("There is no such weight in this network.")
    if not -_LARGEST <= edit.value <= _LARGEST:
        raise PlaygroundError("A weight must be a number that float32 can hold; got {value}.", value=edit.value)
    was = float(view[edit.place])
    view[edit.place] = edit.value
    return was


def _is_inside(place: tuple[int, ...], shape: tuple[int, ...]) -> bool:
    return len(place) == len(shape) and all(0 <= at < n for at, n in zip(place, shape, strict=True))
