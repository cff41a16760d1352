"""Whether the test loss still falls, for early stopping and for the plateau: the same as `engine.watch`."""

from __future__ import annotations

import math


class Watch:
    """The lowest loss so far, and how many looks in a row have found nothing better."""

    def __init__(self, minimum_change: float) -> None:
        self.best, self.waited, self.minimum_change = math.inf, 0, minimum_change

    def is_better(self, loss: float) -> bool:
        if not math.isfinite(loss):
            return False
        self.waited += 1
        if loss < self.best - self.minimum_change:
            self.best, self.waited = loss, 0
            return True
        return False
