"""A branch in which one number is another than in the lane that it comes from: what a single weight is worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from engine.errors import PlaygroundError
from engine.nn.network import Network
from engine.train.kept.branching import NO_LOOKS, Start
from engine.train.kept.run_state import read_only
from engine.train.trainer import Trainer

_LARGEST: Final = float(np.finfo(np.float32).max)


@dataclass(frozen=True, slots=True)
class WeightEdit:
    """layer: of the stack; name: of one of its parameters, as model files have it; place: in that array."""

    layer: int
    name: str
    place: tuple[int, ...]
    value: float


def with_weight(start: Start, trainer: Trainer, edit: WeightEdit) -> Start:
    """The same start with that number in place of the one there was; all else goes on as in the lane, also what its
    optimizer remembers. It is another function than the lane's, so no look at its held-out loss counts any more.

    Raises:
        PlaygroundError: there is no such number, or float32 cannot hold it.
    """
    group, _ = trainer.of(start.lane)
    network = Network(group.experiment.layers, group.network.shape, 1, group.network.dtype)
    network.set_lane_state(0, start.state)
    views = network.layers[edit.layer].views_of(0) if 0 <= edit.layer < len(network.layers) else {}
    view = views.get(edit.name)
    if (
        view is None
        or len(edit.place) != view.ndim
        or not all(0 <= at < n for at, n in zip(edit.place, view.shape, strict=True))
    ):
        raise PlaygroundError("There is no such weight in this network.")
    if not -_LARGEST <= edit.value <= _LARGEST:
        raise PlaygroundError("A weight must be a number that float32 can hold; got {value}.", value=edit.value)
    view[edit.place] = edit.value
    return replace(
        start,
        state=read_only(network.lane_state(0)),
        best_looks=NO_LOOKS,
        lowest=NO_LOOKS[:2],
        best_state=None,
    )
