"""What lanes cost, in texts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from engine.data import Dataset
from engine.experiment.cost import Cost, cost_of
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup
from engine.nn.layers.pictures import ShapeError
from playground.ui.text.numbers import DASH, count, number

_MILLION: Final = 1_000_000


def costs(experiment: Experiment, dataset: Dataset | None) -> Sequence[Cost | None]:
    """Of each lane; None where rows are not read, or do not fit."""
    if dataset is None:
        return [None] * len(experiment.lanes)
    return [_cost(experiment, lane, dataset) for lane in range(len(experiment.lanes))]


def _cost(experiment: Experiment, lane: int, dataset: Dataset) -> Cost | None:
    setup = lane_setup(experiment, lane)
    rows = len(dataset.train_y)
    if setup.data.train_on is not None:
        rows = min(rows, setup.data.train_on)
    try:
        return cost_of(setup, dataset, rows)
    except ShapeError:
        return None


def cost_text(column: str, value: float) -> str:
    """``17,610``, ``6.76 M``, ``0.031``."""
    if not math.isfinite(value):
        return DASH
    if column == "step_ms":
        return number(value, 2)
    return count(value) if value < _MILLION else f"{number(value / _MILLION)} M"
