"""Times things against each other: alternately, in short rounds, in the same process and the same seconds.

A machine is never quite idle and its clock never quite constant, so a time by itself says little. Two things that
take turns of some milliseconds each see the same machine, and their ratio says much.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

ROUND = 0.015
"""Seconds that each contestant's turn takes."""
FEWEST_ROUNDS = 7


@dataclass(frozen=True)
class Ratio:
    """How many times longer one thing takes than another, and the quartiles of neighbouring rounds."""

    value: float
    low: float
    high: float

    def to_dict(self) -> dict[str, float]:
        return {"ratio": self.value, "lower_quartile": self.low, "upper_quartile": self.high}


class Race:
    """Seconds that one repetition of each contestant took, in each of the rounds."""

    def __init__(self, times: Mapping[str, NDArray[np.float64]]) -> None:
        self.times = times

    def ratio(self, of: str, over: str, *, repetitions: float = 1) -> Ratio:
        """``of`` over so many repetitions of ``over``, each in its best round.

        Whatever else the machine does can only slow a round down, so the best of many short ones is the truest.
        """
        a, b = self.times[of], self.times[over] * repetitions
        low, high = np.quantile(a / b, [0.25, 0.75])
        return Ratio(float(a.min() / b.min()), float(low), float(high))

    def microseconds(self, name: str) -> float:
        """One repetition, in the best round. It explains a ratio; on another day it is another number."""
        return float(self.times[name].min()) * 1e6


def race(
    contestants: Mapping[str, Callable[[int], object]], *, seconds: float, turn: float = ROUND, rest: float = 0.0
) -> Race:
    """Lets the contestants, functions that repeat their work n times, take turns for so many seconds.

    ``rest``: seconds before each turn, where the idle threads of one contestant would disturb the next.
    """
    repetitions = {name: _repetitions(run, turn) for name, run in contestants.items()}
    times: dict[str, list[float]] = {name: [] for name in contestants}
    order = list(contestants)
    gc.collect()
    gc.disable()
    try:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end or len(times[order[0]]) < FEWEST_ROUNDS:
            for name in order:
                time.sleep(rest)
                times[name].append(_timed(contestants[name], repetitions[name]) / repetitions[name])
            order.reverse()
    finally:
        gc.enable()
    return Race({name: np.array(taken) for name, taken in times.items()})


def _repetitions(run: Callable[[int], object], turn: float) -> int:
    """How many repetitions fill a turn. Warms up on the way."""
    n = 1
    run(n)
    while (taken := _timed(run, n)) < turn / 2:
        n *= 2
    return max(1, round(n * turn / taken))


def _timed(run: Callable[[int], object], n: int) -> float:
    before = time.perf_counter()
    run(n)
    return time.perf_counter() - before
