"""Comparisons of what helps against overfitting, and of how much luck there is."""

from __future__ import annotations

from typing import Any, Final

from engine.errors import ExperimentError
from engine.experiment.comparisons.base import Comparison, Start, of_values
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import check_count, check_has_layers, grid, seeds, without_seeds
from engine.experiment.lanes.lane_edits import MOST_LANES

L2_BY_DROPOUT: Final[dict[str, tuple[Any, ...]]] = {
    "l2": (0.0, 0.001, 0.003, 0.01, 0.03),
    "rate": (0.0, 0.1, 0.2, 0.35, 0.5),
}
"""Two cures for overfitting, from none to too much of each: what `grid` makes of it shows how they add up."""
REPEATS: Final = 5
"""How often each setting is repeated."""


def _both(start: Start) -> Experiment:
    return grid(start.alone, L2_BY_DROPOUT)


def _check_dropout(start: Start) -> None:
    check_has_layers(start.alone, ["rate"])


def _repeated(start: Start) -> Experiment:
    return seeds(start.experiment, REPEATS)


def _check_room(start: Start) -> None:
    settings = len(without_seeds(start.experiment))
    if settings * REPEATS > MOST_LANES:
        raise ExperimentError(
            "{count} settings five times would be more than {most} lanes.",
            path="lanes",
            count=settings,
            most=MOST_LANES,
        )
    check_count([settings, REPEATS])


OF_OVERFITTING: Final = (
    of_values(
        "l2",
        "L2 λ",
        "Four lanes from no L2 penalty to too much: see the gap between train and test accuracy close.",
        "overfitting",
        "l2",
        lambda start: (0.0, 0.001, 0.01, 0.1),
    ),
    of_values(
        "dropout",
        "Dropout",
        "Four lanes from no dropout to too much: see where memorizing stops and learning stops too.",
        "overfitting",
        "rate",
        lambda start: (0.0, 0.2, 0.5, 0.8),
    ),
    Comparison(
        "l2_dropout",
        "λ × dropout",
        "25 lanes, five penalties by five dropout rates, as a live map: where do the two remedies meet?",
        "overfitting",
        _both,
        _check_dropout,
    ),
)
OF_CHANCE: Final = (
    Comparison(
        "seeds",
        "Seeds × 5",
        "Each lane five times, with other random draws: is a difference real, or is it luck?",
        "chance",
        _repeated,
        _check_room,
    ),
)
