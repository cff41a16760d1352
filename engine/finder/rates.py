"""The learning-rate finder: lanes that differ in nothing but their rate, for a few hundred steps.

Smith 2015 ("Cyclical Learning Rates") lets one run's rate grow and looks where the loss falls; then what is seen at a
rate depends on those before it. Lanes cost little, so here each rate has a run of its own, from the same weights and
with the same batches, and several seeds say how much of it is chance.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.data.preprocessing.split import cut_anew
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lane_edits import MOST_LANES
from engine.experiment.lanes.lanes import isolate_lane
from engine.nn.layers.parts.products import on_one_thread
from engine.records import record
from engine.train.trainer import Trainer

LOWEST: Final = 1e-5
HIGHEST: Final = 10.0
RATES: Final = 21
SEEDS: Final = 3
STEPS: Final = 200
SLICE: Final = 10
"""Steps between two looks at whether somebody has had enough, at most."""
SLOW: Final = 0.02
"""Seconds: where so many steps take longer, they are fewer."""
SOUND: Final = 0.1
"""A rate is sound where at most this share of the best one's fall is missing."""
FROM_EDGE: Final = 3.0
"""What is proposed is so many times smaller than the edge, if it can be: a longer run meets more."""

RATE: Final = FieldPath(("optimizer", "learning_rate"))

Floats = NDArray[np.float64]


@record(eq=False)
class RateCurve:
    """What came of each rate, of training rows, without the penalty.

    rates: (rates,), rising; losses: (seeds, rates), the data loss in the end, NaN where the run has diverged; start:
    (seeds,), before the first step. steps: how many were made.
    """

    rates: Floats
    losses: Floats
    start: Floats
    steps: int

    @property
    def mean(self) -> Floats:
        """(rates,): over the seeds; NaN where one of them has diverged."""
        mean: Floats = self.losses.mean(axis=0)
        return mean

    @property
    def edge(self) -> float | None:
        """The smallest rate from which on a seed diverges, or loses more than half of what the best rate learns.

        Only where larger ones do no better: a single bad draw between good rates is no edge. None if there is none.
        """
        mean, start = self.mean, float(self.start.mean())
        least = np.nanmin(mean) if np.isfinite(mean).any() else start
        bad = ~(mean <= (least + (start - least) / 2 if least < start else start))
        if not bad[-1]:
            return None
        return float(self.rates[0 if bad.all() else len(bad) - int(np.argmin(bad[::-1]))])

    @property
    def sound(self) -> tuple[float, float] | None:
        """The rates around the best with which hardly less is learned; None where nothing is learned with any."""
        mean, start = self.mean, float(self.start.mean())
        if not np.isfinite(mean).any():
            return None
        best = int(np.nanargmin(mean))
        fall = start - mean[best]
        if not fall > 0:
            return None
        good = mean <= mean[best] + SOUND * fall
        low, high = best, best
        while low > 0 and good[low - 1]:
            low -= 1
        while high < len(good) - 1 and good[high + 1]:
            high += 1
        return float(self.rates[low]), float(self.rates[high])

    @property
    def proposal(self) -> float | None:
        """The best sound rate that keeps away from the edge, in two digits; the smallest sound one, if none does."""
        sound, edge = self.sound, self.edge
        if sound is None:
            return None
        inside = (self.rates >= sound[0]) & (self.rates <= sound[1])
        away = inside & (self.rates <= (np.inf if edge is None else edge / FROM_EDGE))
        chosen = np.flatnonzero(away if away.any() else inside)
        rate = float(self.rates[chosen[np.argmin(self.mean[chosen])]]) if away.any() else sound[0]
        return float(f"{rate:.1e}")


def find_rates(
    experiment: Experiment,
    dataset: Dataset,
    *,
    lane: int = 0,
    rates: Floats | None = None,
    seeds: int = SEEDS,
    steps: int = STEPS,
    report: Callable[[int, int], bool] = lambda done, of: True,
) -> RateCurve | None:
    """Runs the settings of one lane with each rate and each of some seeds, all at once, for so many steps.

    rates: by itself RATES of them from LOWEST to HIGHEST, evenly in the logarithm. report: is told how many steps of
    how many are made; False ends the search, which then answers None.

    Raises:
        PlaygroundError: the network does not fit the data, or into memory.
    """
    if rates is None:
        rates = np.geomspace(LOWEST, HIGHEST, RATES)
    seeds = max(1, min(seeds, MOST_LANES // len(rates)))
    many = _lanes(experiment, lane, rates, seeds)
    trainer = Trainer(many, dataset if many.data.has_rows_of(experiment.data) else cut_anew(dataset, many.data))
    shape = (seeds, len(rates))
    in_slice = 1
    with on_one_thread():
        if not report(0, steps):
            return None
        start = _losses(trainer).reshape(shape)[:, 0]
        while trainer.step < steps and len(trainer.active):
            if not report(trainer.step, steps):
                return None
            before = time.perf_counter()
            trainer.run(min(in_slice, steps - trainer.step))
            took = time.perf_counter() - before
            in_slice = (
                min(2 * in_slice, SLICE) if took < SLOW / 2 else max(1, in_slice // 2) if took > SLOW else in_slice
            )
        if not report(trainer.step, steps):  # what comes now takes long on many rows
            return None
        return RateCurve(rates, _losses(trainer).reshape(shape), start, steps)


def _lanes(experiment: Experiment, lane: int, rates: Floats, seeds: int) -> Experiment:
    """A lane for each seed and rate. Nothing that looks at the loss changes a rate, or ends a run."""
    one = isolate_lane(experiment, lane)
    lanes = [
        {"name": f"{seed}: {rate:.3g}", "set": {str(RATE): float(rate), "seed": one.seed + seed}}
        for seed in range(seeds)
        for rate in rates
    ]
    return edited(edited(one, "early_stopping.on", False), "lanes", lanes)


def _losses(trainer: Trainer) -> Floats:
    """The data loss of the training rows, (lanes,); NaN for lanes that have diverged."""
    trainer.measure()
    lanes = trainer.snapshot().lanes
    return np.array([of.train_data_loss if of.diverged_at is None else np.nan for of in lanes])
