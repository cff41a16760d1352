"""Early stopping: which lanes have seen their best, and what they were like then. Prechelt 1998."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.network import Network
from engine.specs import EarlyStopping
from engine.watch import Watch

Array: TypeAlias = NDArray[Any]


class BestLooks:
    """The lowest test loss of each lane, its step, and the lane's parameters and state at that step."""

    def __init__(self, n_lanes: int) -> None:
        self.watch = Watch(n_lanes)
        self.states: dict[int, Array] = {}

    def look(self, spec: EarlyStopping, network: Network, lanes: Array, step: int, loss: Array) -> Array:
        """Takes the test losses at a step. Returns the rows of the lanes that have waited long enough.

        lanes, loss: (rows,), the lane in each row of the network and its loss -> (n,)
        """
        better = self.watch.look(lanes, step, loss, spec.minimum_change)
        for row in np.flatnonzero(better):
            self.states[int(lanes[row])] = network.lane_state(int(row))
        return np.flatnonzero(np.isfinite(loss) & (self.watch.waited[lanes] >= spec.patience))

    def best_at(self, lane: int) -> int | None:
        """The step of a lane's best look; None before the first."""
        step = int(self.watch.best_at[lane])
        return None if step < 0 else step

    def take_state(self, lane: int) -> Array | None:
        """What `Network.lane_state` gave at the best look of a lane, which then is forgotten."""
        return self.states.pop(lane, None)

    def forget(self, lanes: Array) -> None:
        """Starts again with these lanes."""
        self.watch.best[lanes] = np.inf
        self.watch.best_at[lanes] = -1
        self.watch.waited[lanes] = 0
        for lane in lanes:
            self.states.pop(int(lane), None)
