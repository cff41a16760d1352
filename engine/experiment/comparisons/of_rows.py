"""Comparisons of the rows that are learned from: how many, and how many of them are labelled wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from engine.errors import ExperimentError
from engine.experiment.comparisons.base import Comparison, Start, of_values
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lane_edits import with_lanes
from engine.experiment.lanes.value_names import value_name

_PARTS: Final = (16, 8, 4, 2)
_FEWEST: Final = 4
"""Rows that a lane learns from, at least."""
_NOISES: Final = (0.0, 0.1, 0.2, 0.4)


def _check_rows(start: Start) -> None:
    rows = start.n_rows
    if rows is None:
        raise ExperimentError("The rows are not read yet, so it is not known how many there are.", path="data")
    if rows < 2 * _FEWEST:
        raise ExperimentError("There are too few training rows to learn from a part of them.", path="data")


def _learning_curve(start: Start) -> Experiment:
    """From a sixteenth of the rows to all of them, doubling."""
    _check_rows(start)
    rows = start.n_rows
    assert rows is not None
    alone = start.alone
    alone = alone.model_copy(update={"data": alone.data.model_copy(update={"train_on": None})})
    parts = sorted({rows // part for part in _PARTS if rows // part >= _FEWEST})
    lanes: list[dict[str, Any]] = [
        {"name": value_name("data.train_on", part), "set": {"data.train_on": part}} for part in parts
    ]
    return with_lanes(alone, [*lanes, {"name": value_name("data.train_on", rows), "set": {}}])


def _noises(start: Start) -> Sequence[float]:
    return sorted({*_NOISES, start.alone.data.label_noise})


OF_ROWS: Final = (
    Comparison(
        "training_rows",
        "Training rows",
        "A learning curve: lanes that learn from a sixteenth of the rows up to all of them. Would more data help?",
        "rows",
        _learning_curve,
        _check_rows,
    ),
    of_values(
        "label_noise",
        "Label noise",
        "Lanes in which more and more training labels are wrong: a network that fits them all has learned by heart.",
        "rows",
        "data.label_noise",
        _noises,
    ),
)
