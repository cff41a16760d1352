"""Whether the held-out loss still falls, and when it was lowest.

As in `engine.optim.patience` and `engine.optim.stopping`.
"""

from __future__ import annotations

import math


class Patience:
    """The lowest loss so far, and how many looks in a row have found none that is lower than ``best`` by more than the
    minimum change; it is ``best`` then.
    """

    def __init__(self, minimum_change: float) -> None:
        self.best, self.waited, self.minimum_change, self.lowest = math.inf, 0, minimum_change, math.inf

    def look(self, loss: float) -> bool:
        """Takes a loss. Returns whether it is the lowest so far, if only by a hair."""
        if not math.isfinite(loss):
            return False
        self.waited += 1
        if loss < self.best - self.minimum_change:
            self.best, self.waited = loss, 0
        is_lowest, self.lowest = loss < self.lowest, min(loss, self.lowest)
        return is_lowest
