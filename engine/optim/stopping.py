"""Early stopping: which lanes have seen their best, and what they were like then. Prechelt 1998."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from engine.arrays import Array
from engine.fields import facts, when
from engine.nn.network import Network
from engine.optim.patience import Patience, check_every, minimum_change, patience
from engine.optim.schedules import ScheduleSpec
from engine.spec import Spec


class BestLooks:
    """The lowest held-out loss of each lane, its step, and the lane's parameters and state at that step.

    lowest: (lanes,), of the data loss, infinite before the first look; lowest_at: (lanes,), its step or -1. A loss that
    is lower by less than the minimum change is no reason to go on (see `patience`), but it is the lowest.
    """

    def __init__(self, n_lanes: int) -> None:
        self.patience = Patience(n_lanes)
        self.lowest = np.full(n_lanes, np.inf)
        self.lowest_at = np.full(n_lanes, -1)
        self.states: dict[int, Array] = {}

    def look(self, spec: EarlyStopping, network: Network, lanes: Array, step: int, loss: Array) -> Array:
        """Takes the held-out losses at a step. Returns the rows of the lanes that have waited long enough: this was the
        last of ``spec.patience`` looks in a row that were no improvement, as in Keras.

        lanes, loss: (rows,), the lane in each row of the network and its loss -> (n,)
        """
        self.patience.look(lanes, step, loss, spec.minimum_change)
        lower = np.isfinite(loss) & (loss < self.lowest[lanes])
        self.lowest[lanes[lower]] = loss[lower]
        self.lowest_at[lanes[lower]] = step
        for row in np.flatnonzero(lower):
            self.states[int(lanes[row])] = network.lane_state(int(row))
        return np.flatnonzero(np.isfinite(loss) & (self.patience.waited[lanes] >= spec.patience))

    def better_than(self, now: Array, lanes: Array) -> dict[int, int]:
        """Those of these lanes that had a lower loss at a look than ``now``, (all lanes,), and at which step."""
        lower = np.isfinite(self.lowest) & ~(now <= self.lowest)  # now may itself be the best, or not finite
        return {int(lane): int(self.lowest_at[lane]) for lane in lanes[lower[lanes]]}

    def best_at(self, lane: int) -> int | None:
        """The step of a lane's best look; None before the first."""
        step = int(self.lowest_at[lane])
        return None if step < 0 else step

    def best_loss(self, lane: int) -> float | None:
        """The held-out loss there."""
        return None if self.lowest_at[lane] < 0 else float(self.lowest[lane])

    def take_state(self, lane: int) -> Array | None:
        """What `Network.lane_state` gave at the best look of a lane, which then is forgotten."""
        return self.states.pop(lane, None)

    def lowest_state(self) -> NDArray[np.float64]:
        """A copy of lowest and lowest_at, for `restore`: (2, lanes)."""
        return np.array([self.lowest, self.lowest_at], np.float64)

    def restore(self, patience: Array, lowest: Array, states: Mapping[int, Array]) -> None:
        """Goes on from what `Patience.state` and `lowest_state` gave, and copies of the states."""
        self.patience.restore(patience)
        self.lowest, self.lowest_at = lowest[0].copy(), lowest[1].astype(np.int64)
        self.states = {lane: state.copy() for lane, state in states.items()}

    def forget(self, lanes: Array) -> None:
        """Starts again with these lanes."""
        self.lowest[lanes] = np.inf
        self.lowest_at[lanes] = -1
        self.patience.best[lanes] = np.inf
        self.patience.best_at[lanes] = -1
        self.patience.waited[lanes] = 0
        for lane in lanes:
            self.states.pop(int(lane), None)


_IF_ON = when("on", True)


class EarlyStopping(Spec):
    """When a lane stops by itself: its held-out loss has not improved for a while.

    Patience is that of Keras' EarlyStopping: with 2, of the losses 1, 2, 2 the third stops it.
    """

    on: bool = Field(
        False,
        title="Early stopping",
        description="Stops a lane when its loss on the validation rows, or on the test rows where there are none, no "
        "longer falls: the simplest remedy for overfitting.",
    )
    every: int = check_every(used_when=_IF_ON)
    patience: int = patience(
        "The lane stops after this many checks in a row without improvement, as in Keras.", used_when=_IF_ON
    )
    minimum_change: float = minimum_change(used_when=_IF_ON)
    restore_best: bool = Field(
        True,
        title="Restore the best weights",
        description="When a lane stops or the run ends, the lane returns to the weights with the lowest loss of all "
        "checks, whatever the minimum change.",
        json_schema_extra=facts(used_when=_IF_ON),
    )


def next_look(step: int, schedule: ScheduleSpec, stopping: EarlyStopping) -> int | None:
    """The next step at which the schedule or early stopping wants to know the held-out loss; None where neither does.

    A function of the step, as all chance is, so that results do not depend on when the window measures.
    """
    intervals = [stopping.every] if stopping.on else []
    if schedule.look_every is not None:
        intervals.append(schedule.look_every)
    return min(((step // every + 1) * every for every in intervals), default=None)
