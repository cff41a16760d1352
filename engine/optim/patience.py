"""Whether a lane's held-out loss still falls: what a plateau is, and when to stop early."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from engine.arrays import Array
from engine.fields import Condition, facts


def check_every(*, used_when: Condition | None = None) -> Any:
    """The field ``every`` of what looks at the held-out loss. used_when: see `engine.fields.facts`."""
    return Field(
        50,
        ge=1,
        le=1_000_000_000,
        title="Check every",
        description="The number of steps between two checks of the loss on the validation rows, or on the test rows "
        "where there are none; without the penalty.",
        json_schema_extra=facts(used_when=used_when),
    )


def patience(help: str, *, used_when: Condition | None = None) -> Any:
    """The field ``patience``. help: what happens when there was none left."""
    return Field(
        10, ge=1, le=1_000_000, title="Patience", description=help, json_schema_extra=facts(used_when=used_when)
    )


def minimum_change(*, used_when: Condition | None = None) -> Any:
    """The field ``minimum_change``."""
    return Field(
        0.0001,
        ge=0,
        le=100,
        title="Minimum change",
        description="A check counts as an improvement only if the loss is more than this below the last improvement.",
        json_schema_extra=facts(scale="log", used_when=used_when),
    )


class Patience:
    """Remembers the lowest loss of each lane from look to look.

    best: (lanes,), infinite before the first look; best_at: (lanes,), its step or -1; waited: (lanes,), how many looks
    in a row have found nothing better.
    """

    def __init__(self, n_lanes: int) -> None:
        self.best = np.full(n_lanes, np.inf)
        self.best_at = np.full(n_lanes, -1)
        self.waited = np.zeros(n_lanes, np.int64)

    def look(self, lanes: Array, step: int, loss: Array, minimum_change: float) -> Array:
        """Takes the losses of these lanes at a step. Returns which have fallen by more than ``minimum_change``.

        lanes, loss: (n,) -> (n,) bool. A loss that is not finite is no look: its lane is about to diverge.
        """
        known = np.isfinite(loss)
        better = known & (loss < self.best[lanes] - minimum_change)
        self.best[lanes[better]] = loss[better]
        self.best_at[lanes[better]] = step
        self.waited[lanes] += known
        self.waited[lanes[better]] = 0
        return better

    def state(self) -> NDArray[np.float64]:
        """A copy of all three, for `restore`: (3, lanes)."""
        return np.array([self.best, self.best_at, self.waited], np.float64)

    def restore(self, state: NDArray[np.float64]) -> None:
        """Goes on from what `state` gave."""
        self.best, self.best_at, self.waited = state[0].copy(), state[1].astype(np.int64), state[2].astype(np.int64)
