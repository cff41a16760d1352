"""When the training thread measures, shows and naps."""

from __future__ import annotations

import math
import time
from collections import deque

from engine.records import record
from playground.frame_rate import FRAME

SLICE = 0.002
"""Seconds of stepping between two naps."""
MEASURING_SHARE = 0.04
"""Largest share of the time that evaluations may take; they come less often where they are slow."""
MEASURING_START, YOUNG = 0.25, 1.0
"""Seconds that may go beyond it, most of them in the first so many seconds of a run: then most happens."""
AT_ONCE = 0.02
"""Seconds of these that may be spent at once."""
LONG = 0.1
"""Seconds: of an evaluation that takes longer a run has few, and the first of them is not for its first step."""
POINTS = 1000
"""An evaluation in so many parts of the run is enough: a screen has hardly more pixels."""
FEW, FEW_SHARE = 16, 0.12
"""So many evaluations draw a curve at all: until a run has had them, long ones may take so much more of its time."""
RECENT = 9
"""By so many of the newest evaluations it is judged how long one takes."""


class Pace:
    """When to measure, when to show, when to nap. Times in seconds.

    Evaluations are made at the multiples of ``stride``, a power of two: so they lie equally far apart, whatever holds
    one of them up. A stride is as long as it takes to keep to what is `affordable`, by what steps and evaluations have
    taken lately, and grows to it little by little; and it grows with the run, whose points nobody could tell apart.

    ``before``: that of the same run before it was paused, so that many short plays cost no more than a long one.
    ``looks_take``: how long an evaluation took before the run began, so that it is not judged by its first one alone.
    """

    def __init__(self, step: int, before: Pace | None = None, looks_take: float | None = None) -> None:
        now = time.perf_counter()
        self._elapsed_before = before.elapsed if before is not None else 0.0
        self._started = self._napped = now
        self._ended: float | None = None
        self._second: float | None = None
        self._next_frame = now
        self._measuring: float = before._measuring if before is not None else 0.0
        known = [] if looks_take is None else [_Look(0, 0.0, looks_take)]
        self._looks: deque[_Look] = deque(before._looks if before is not None else known, RECENT)
        self._last_look = (step, now)
        self._step_then = step
        self._speed = 0.0
        self.stride: int = before.stride if before is not None else _power_of_two(step / POINTS)

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

    def next_measure(self, step: int) -> int:
        """The first step behind this one at which an evaluation may be due.

        A stride is so many steps; where these take longer than they did when it was found, it is not waited for longer
        than evaluations that are twice as rare as they have to be.
        """
        rarest = 2 * self._usual / MEASURING_SHARE
        waited = time.perf_counter() - self._last_look[1]
        while (
            self.stride > max(1, _power_of_two(step / POINTS))
            and waited > rarest
            and self.measuring + self._usual <= affordable(self.elapsed, self._usual)
        ):
            self.stride //= 2
            rarest *= 2
        return (step // self.stride + 1) * self.stride

    def measure_is_due(self, step: int) -> bool:
        """Whether to evaluate at this step. If there is no time for it, the next ones lie farther apart."""
        if step % self.stride:
            return False
        can_afford = self.measuring + self._put_off <= affordable(self.elapsed, self._usual)
        if not can_afford:
            self.stride *= 2
        return can_afford

    @property
    def _put_off(self) -> float:
        """Half of the first evaluation, where it is a long one: else it would say how the net was before it learned,
        and there would be no time for another for as long as it takes to earn all of it."""
        first = self._looks[0].took if self._looks and not self._measuring else 0.0
        return first / 2 if first > LONG else 0.0

    @property
    def _usual(self) -> float:
        """How long an evaluation takes when the machine does nothing else."""
        return sorted(look.took for look in self._looks)[len(self._looks) // 4] if self._looks else 0.0

    def measured(self, step: int, took: float) -> None:
        """Takes note of an evaluation, and finds the stride that goes on from it."""
        (step_then, then), now = self._last_look, time.perf_counter()
        self._last_look = (step, now)
        self._looks.append(_Look(step - step_then, now - then - took, took))
        usual = self._usual
        # In one that takes longer the machine did something else: that is nothing to save time for.
        self._measuring += min(took, 2 * usual)
        wanted = _power_of_two(self._wanted(step, usual))
        if wanted > self.stride or wanted <= self.stride / 4:  # it does not tremble
            self.stride = wanted

    def _wanted(self, step: int, looks_take: float) -> float:
        """How many steps should lie between two evaluations."""
        step_takes = sum(look.stepping for look in self._looks) / max(1, sum(look.steps for look in self._looks))
        share = MEASURING_SHARE + (MEASURING_START - AT_ONCE) / YOUNG * math.exp(-self.elapsed / YOUNG)
        share += FEW_SHARE * math.exp(-FEW_SHARE * self.elapsed / _few(looks_take))
        price = looks_take * (1 / share - 1) / max(step_takes, 1e-9)
        # On the way from 1 to there each doubling is given the same time: for so many evaluations, or a part of one.
        points = AT_ONCE / max(looks_take, 1e-9) / max(1.0, math.log2(max(price, 1.0)))
        growth = 2 ** min(1 / points, 60) - 1
        return max(step / POINTS, min(price, step * growth))

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


@record
class _Look:
    """An evaluation: how long it took, and how many steps there were since the one before, in how much time."""

    steps: int
    stepping: float
    took: float


def _power_of_two(steps: float) -> int:
    """The next one from ``steps`` on, and at least 1."""
    return 1 << max(0, math.ceil(steps) - 1).bit_length()


def affordable(elapsed: float, looks_take: float = 0.0) -> float:
    """How long all evaluations of a run may have taken after so many seconds, where each takes ``looks_take``.

    AT_ONCE + MEASURING_SHARE t + (MEASURING_START - AT_ONCE) (1 - exp(-t / YOUNG)): little by little, for a curve whose
    points lie close together up to some step and far apart from there has a kink that the network never had. Likewise
    E (1 - exp(-FEW_SHARE t / E)), with E as in `_few`.
    """
    few = _few(looks_take)
    started = (MEASURING_START - AT_ONCE) * -math.expm1(-elapsed / YOUNG)
    return AT_ONCE + MEASURING_SHARE * elapsed + started + few * -math.expm1(-FEW_SHARE * elapsed / few)


def _few(looks_take: float) -> float:
    """What FEW evaluations take beyond AT_ONCE: of short ones there are enough as it is."""
    return max(FEW * (looks_take - AT_ONCE), 1e-9)
