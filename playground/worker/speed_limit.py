"""Holds training back to so many steps a second, so that people can watch what a step does."""

from __future__ import annotations

import time
from typing import Final

DEBT: Final = 0.1
"""Seconds that may be made up for where the steps themselves took longer than they should."""


class Limiter:
    """Says how many steps are due. ``speed``: steps a second; None for as many as the machine can make."""

    def __init__(self) -> None:
        self.speed: float | None = None
        self._next = 0.0

    def set_speed(self, speed: float | None) -> None:
        """From now on; what has been waited already counts."""
        self.speed = speed
        if speed is not None:
            self._next = min(self._next, time.perf_counter() + 1 / speed)

    def restart(self) -> None:
        """The next step is due at once."""
        self._next = time.perf_counter()

    def due(self) -> int:
        """How many steps may be made now, where there is a limit."""
        assert self.speed is not None
        now = time.perf_counter()
        self._next = max(self._next, now - DEBT)
        return int((now - self._next) * self.speed) + 1 if now >= self._next else 0

    def made(self, steps: int) -> None:
        """Takes note of steps that were made."""
        if self.speed is not None:
            self._next += steps / self.speed

    def wait(self) -> float:
        """Seconds until the next step is due."""
        return max(0.0, self._next - time.perf_counter())
