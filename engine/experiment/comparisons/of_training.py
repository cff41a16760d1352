"""Comparisons of how a network is trained: optimizers, learning rates, batch sizes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from engine.experiment.comparisons.base import Comparison, Start, of_values
from engine.experiment.comparisons.proposals import numbers, within
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import with_lanes
from engine.experiment.lanes.spec import LANE_SETTINGS
from engine.experiment.lanes.value_names import value_name
from engine.experiment.setup import Setup
from engine.fields import field_info

_USUAL_PLAIN: Final = 0.05
"""Of optimizers whose step is as long as the gradient, so that one learning rate may suit all of them."""
_USUAL: Final = {"rmsprop": 0.003, "adam": 0.01}
"""Of those that adapt to its size."""
_FACTORS: Final = (0.0625, 0.25, 1, 4)


def _optimizers(start: Start) -> Experiment:
    """Four, each with the learning rate that there is, if that is meant for its kind, or else a usual one."""
    alone = start.alone
    present = alone.optimizer
    plain = _USUAL_PLAIN if present.adapts else present.learning_rate
    rates = {"sgd": plain, "momentum": plain, **_USUAL}
    if present.kind in rates:
        rates[present.kind] = present.learning_rate
    lanes = [
        {
            "name": f"{value_name('optimizer.kind', kind)} · {value_name('learning_rate', rate)}",
            "set": {"optimizer.kind": kind, "optimizer.learning_rate": rate},
        }
        for kind, rate in rates.items()
    ]
    return with_lanes(alone, lanes)


def _rates(start: Start) -> Sequence[Any]:
    return numbers(LANE_SETTINGS["learning_rate"], start.alone.optimizer.learning_rate)


def _batches(start: Start) -> Experiment:
    """From few rows up to more than now, and all of them."""
    alone = start.alone
    info, present = field_info(Setup, "batch_size"), alone.batch_size
    sizes = [int(size) for size in within(info, [round(present * factor) for factor in _FACTORS])]
    sizes = [size for size in sizes if start.n_rows is None or size < start.n_rows]
    sampling = "replacement" if alone.sampling == "full" else alone.sampling
    lanes: list[dict[str, Any]] = [
        {"name": value_name("batch_size", size), "set": {"batch_size": size, "sampling": sampling}}
        if sampling != alone.sampling
        else {"name": value_name("batch_size", size), "set": {"batch_size": size}}
        for size in sizes
    ]
    return with_lanes(alone, [*lanes, {"name": "all rows", "set": {"sampling": "full"}}])


OF_TRAINING: Final = (
    Comparison(
        "optimizers",
        "Optimizers",
        "Four lanes that make their steps in different ways, each with a learning rate that is usual for it: who gets "
        "down fastest?",
        "training",
        _optimizers,
    ),
    of_values(
        "learning_rates",
        "Learning rates",
        "Lanes from a tenth of the learning rate to ten times as much: too small crawls, too large never settles.",
        "training",
        "learning_rate",
        _rates,
    ),
    Comparison(
        "batch_sizes",
        "Batch sizes",
        "Lanes from a few rows a step to all of them: small batches are noisy and cheap, large ones smooth and dear. "
        "Over rows seen, they are compared fairly.",
        "training",
        _batches,
    ),
)
