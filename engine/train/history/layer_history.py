"""How large gradients, updates and weights are, layer by layer, over the steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.network import Network
from engine.nn.sums import squares_of_parts
from engine.records import record
from engine.train.history.records import Records

FIGURES: Final = ("gradient", "penalty", "update", "weight")
"""Euclidean norms over the weights of a layer, biases left out: of the gradient of the data loss, of that of the L1 and
L2 penalty, of the change that the optimizer has made, and of the weights before it."""


@record(eq=False)
class LayerHistoryView:
    """A read-only look. steps: (points,); values: (points, FIGURES, dense layers, lanes) float32.

    A lane that has left the network has NaN from then on.
    """

    steps: NDArray[np.int64]
    values: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.steps)

    def figure(self, name: str) -> NDArray[np.float32]:
        """One of FIGURES, or ``ratio``, that of update to weight: (points, dense layers, lanes)."""
        if name == "ratio":
            with np.errstate(all="ignore"):
                ratio: NDArray[np.float32] = self.figure("update") / self.figure("weight")
            return ratio
        return self.values[:, FIGURES.index(name)]


class StepRecorder:
    """Takes the norms of one step: `before_update` between backward and the optimizer, `after_update` behind it."""

    def __init__(self, network: Network, n_lanes: int) -> None:
        self._n_lanes = n_lanes
        self._records = Records((len(FIGURES), len(network.weighted_layers), n_lanes))
        self._scratch: Array = np.empty((0, 0))
        """(lanes, weights): kept, for the pages of a new array take longer than what is done in it."""
        self._norms: Array = np.empty((0, 0, 0))

    def before_update(self, network: Network) -> None:
        """Looks at weights and gradients, which the optimizer will spoil."""
        slices = network.weight_slices
        weights, gradients = network.parameters[:, : network.n_weights], network.gradients[:, : network.n_weights]
        self._norms = np.zeros((len(FIGURES), len(slices), network.n_lanes))
        if self._scratch.shape != weights.shape:
            self._scratch = np.empty_like(weights)
        if network.penalty.is_nothing:
            of_data = gradients
        else:
            pull = np.zeros_like(weights)
            network.penalty.add_gradient(weights, pull, self._scratch)
            self._norms[1] = norms(pull, slices)
            of_data = np.subtract(gradients, pull, out=pull)
        self._norms[0] = norms(of_data, slices)
        self._norms[3] = norms(weights, slices)
        np.copyto(self._scratch, weights)

    def after_update(self, network: Network, active: Array, step: int) -> None:
        """active: (rows,), the lane in each row of the network; ``step``: how many steps are now made."""
        change = np.subtract(network.parameters[:, : network.n_weights], self._scratch, out=self._scratch)
        self._norms[2] = norms(change, network.weight_slices)
        record = np.full((*self._norms.shape[:2], self._n_lanes), np.nan)
        record[:, :, active] = self._norms
        self._records.append(step, record)

    def view(self) -> LayerHistoryView:
        return LayerHistoryView(*self._records.view())

    def resume_from(self, view: LayerHistoryView) -> None:
        """Has recorded what a view shows."""
        self._records = Records.of(view.steps, view.values)


def norms(values: Array, layers: Sequence[slice]) -> NDArray[np.float64]:
    """(lanes, n) -> (layers, lanes): the Euclidean norms of each layer's numbers."""
    result: NDArray[np.float64] = np.sqrt(squares_of_parts(values, layers))
    return result
