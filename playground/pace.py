"""When the training thread measures, shows and naps."""

from __future__ import annotations

import math
import time

FRAME = 1 / 30
"""Seconds between two snapshots."""
SLICE = 0.002
"""Seconds of stepping between two naps."""
MEASURING_SHARE = 0.04
"""Largest share of the time that evaluations may take; they come less often where they are slow."""
MEASURING_START, YOUNG = 0.25, 1.0
"""Seconds that may go beyond it, most of them in the first so many seconds of a run: then most happens."""
AT_ONCE = 0.02
"""Seconds of these that may be spent at once."""
POINTS_IN_STEPS, POINTS_IN_TIME = 200, 3000
"""An evaluation is due when the steps, or the time, have grown by such a part: close together at first, and some
3000 ln(seconds) of them however long a run is."""


class Pace:
    """When to measure, when to show, when to nap. Times in seconds.

    ``before``: that of the same run before it was paused, so that many short plays cost no more than a long one.
    """

    def __init__(self, step: int, before: Pace | None = None) -> None:
        now = time.perf_counter()
        self._elapsed_before = before.elapsed if before is not None else 0.0
        self._started = self._napped = self._measured = now
        self._ended: float | None = None
        self._second: float | None = None
        self._next_frame = now
        self._measuring = before.measuring if before is not None else 0.0
        self._step_then = step
        self._speed = 0.0
        self.next_measure = step + 1  # the first step is measured

    @property
    def elapsed(self) -> float:
        """How long the run has trained."""
        return self._elapsed_before + self._ended_or_now - self._started

    @property
    def measuring(self) -> float:
        """How much of that its evaluations took."""
        return self._measuring

    @property
    def _ended_or_now(self) -> float:
        return time.perf_counter() if self._ended is None else self._ended

    def end(self) -> None:
        """The run pauses."""
        self._ended = time.perf_counter()

    def measure_is_due(self, step: int, within: float = 0.0) -> bool:
        """At every step at first and ever more seldom, so that points lie equally close at any length of the axis.

        ``within``: whether it will be, so many seconds from now.
        """
        now = time.perf_counter() + within
        pause = max(FRAME, (now - self._started) / POINTS_IN_TIME)
        is_time = step >= self.next_measure or now - self._measured >= pause
        can_afford = self._measuring <= affordable(self.elapsed)
        if is_time and not can_afford:
            self.next_measure = step + max(1, step // POINTS_IN_STEPS)
        return is_time and can_afford

    def measured(self, step: int, took: float) -> None:
        self._measured = time.perf_counter()
        self._measuring += took
        self.next_measure = step + max(1, step // POINTS_IN_STEPS)

    def frame_is_due(self) -> bool:
        return time.perf_counter() >= self._next_frame

    def framed(self) -> None:
        self._next_frame = max(self._next_frame + FRAME, time.perf_counter())

    def nap_is_due(self) -> bool:
        return time.perf_counter() - self._napped >= SLICE

    def napped(self) -> None:
        self._napped = time.perf_counter()

    def speed(self, step: int) -> float:
        """Steps a second, anew every half second, counted from the first look."""
        if self._second is None:
            self._second, self._step_then = time.perf_counter(), step
        passed = time.perf_counter() - self._second
        if passed >= 0.5 or (self._speed == 0 and passed > 0.05):
            self._speed = (step - self._step_then) / passed
            self._second, self._step_then = time.perf_counter(), step
        return self._speed


def affordable(elapsed: float) -> float:
    """How long all evaluations of a run may have taken after so many seconds.

    AT_ONCE + MEASURING_SHARE t + (MEASURING_START - AT_ONCE) (1 - exp(-t / YOUNG)): little by little, for a curve whose
    points lie close together up to some step and far apart from there has a kink that the network never had.
    """
    return AT_ONCE + MEASURING_SHARE * elapsed + (MEASURING_START - AT_ONCE) * -math.expm1(-elapsed / YOUNG)
