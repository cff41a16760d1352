"""Where each lane of a network is: trained in it, taken out as it was, or at its best after the end of the run."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.arrays import Array
from engine.nn.network import Network


class LaneStates:
    """``active``: the lanes in the network, whose row i is lane active[i]. ``restored``: the lanes that have gone back
    to their best weights, and to those of which step."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self.active: Array = np.arange(network.n_lanes)
        self.restored: dict[int, int] = {}
        self._frozen: dict[int, Array] = {}
        """The lanes that have left, as they were: see `Network.lane_state`."""
        self.ahead: dict[int, Array] = {}
        """Where training stands in lanes that went back to their best at the end, likewise."""

    def row_of(self, lane: int) -> int | None:
        """Which row of the network a lane is; None where it has left."""
        (rows,) = np.nonzero(self.active == lane)
        return int(rows[0]) if len(rows) else None

    def now(self, lane: int) -> Array:
        """A copy of all that training has changed in a lane, in the network or not: see `Network.lane_state`."""
        row = self.row_of(lane)
        return self._frozen[lane].copy() if row is None else self._network.lane_state(row)

    def trained(self, lane: int) -> Array:
        """The same of where its training stands, which is another place where it went back to its best at the end."""
        ahead = self.ahead.get(lane)
        return self.now(lane) if ahead is None else ahead.copy()

    def freeze(self, lanes: Array) -> Array:
        """Takes lanes out of the network as they are. Returns the rows that stay in it."""
        for lane in lanes:
            self._frozen[int(lane)] = self._network.lane_state(int(np.searchsorted(self.active, lane)))
            self.ahead.pop(int(lane), None)
        stay = np.flatnonzero(~np.isin(self.active, lanes))
        self.active = self.active[stay]
        self._network.keep(stay)
        return stay

    def restore(self, row: int, step: int, state: Array) -> None:
        """Puts the lane in a row back to the state that it had at a step, for good."""
        self._network.set_lane_state(row, state)
        self.restored[int(self.active[row])] = step

    def go_back(self, lanes: Mapping[int, int], best: Mapping[int, Array]) -> bool:
        """Puts the best weights of these lanes, {lane: their step}, in the place of those that training has come to,
        until `go_on`. Returns whether there were any."""
        for lane, step in lanes.items():
            row = self._row_in_network(lane)
            self.ahead[lane] = self._network.lane_state(row)
            self.restore(row, step, best[lane])
        return bool(lanes)

    def go_on(self) -> bool:
        """Back to where training stands. Returns whether any lane was elsewhere."""
        moved = bool(self.ahead)
        for lane, state in self.ahead.items():
            self._network.set_lane_state(self._row_in_network(lane), state)
            del self.restored[lane]
        self.ahead.clear()
        return moved

    def _row_in_network(self, lane: int) -> int:
        row = self.row_of(lane)
        assert row is not None
        return row
