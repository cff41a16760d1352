"""Comparisons of the rows that are learned from: how many, and how many of them are labelled wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from engine.data.preprocessing.sizes import is_share
from engine.errors import ExperimentError
from engine.experiment.comparisons.base import Comparison, Start, of_values
from engine.experiment.experiment import Experiment, parse
from engine.experiment.lanes.grids import check_count, seed_groups
from engine.experiment.lanes.lane_edits import with_lanes
from engine.experiment.lanes.spec import LONGEST_NAME
from engine.experiment.lanes.value_names import BETWEEN, setting_name, value_name

_PARTS: Final = (16, 8, 4, 2)
FOLDS: Final = 5
"""Of cross-validation. Source: Kohavi 1995, A study of cross-validation and bootstrap."""
_FOLD: Final = "data.fold"
_FEWEST: Final = 4
"""Rows that a lane learns from, at least."""
_SHIFT: Final = 1 / 14
"""Of the smaller side of a picture: two of MNIST's 28 pixels."""
_TURN: Final = 15.0
"""Degrees."""
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


def _check_pictures(start: Start) -> None:
    if start.picture is None:
        raise ExperimentError("Only pictures can be moved and turned before each step.", path="data")


def _augmented(start: Start) -> Experiment:
    """Not moved and not turned, each alone, and both; all else that is done with pictures stays."""
    _check_pictures(start)
    assert start.picture is not None
    alone = start.alone
    plain = alone.data.augmentation.model_copy(update={"shift": 0, "rotate": 0.0})
    alone = alone.model_copy(update={"data": alone.data.model_copy(update={"augmentation": plain})})
    shift = {"data.augmentation.shift": max(1, round(min(start.picture) * _SHIFT))}
    turn = {"data.augmentation.rotate": _TURN}
    ways: tuple[dict[str, Any], ...] = ({}, shift, turn, shift | turn)
    names = [BETWEEN.join(value_name(field, value) for field, value in way.items()) for way in ways]
    return with_lanes(
        alone, [{"name": name or "as they are", "set": way} for name, way in zip(names, ways, strict=True)]
    )


def _noises(start: Start) -> Sequence[float]:
    return sorted({*_NOISES, start.alone.data.label_noise})


def _check_folds(start: Start) -> None:
    if start.n_rows is not None and start.n_rows < 2 * FOLDS:
        raise ExperimentError("There are too few training rows to cut them into folds.", path="data")
    check_count([len(seed_groups(start.experiment)), FOLDS])


def _cross_validation(start: Start) -> Experiment:
    _check_folds(start)
    return in_folds(start.experiment, FOLDS, lane=start.lane)


def in_folds(experiment: Experiment, folds: int, *, lane: int = 0) -> Experiment:
    """Each setting once a fold; validation rows are cut into folds as well, for they are not held out any more.

    lane: which stands for its setting, where several lanes do.

    Raises:
        ExperimentError: that would be more than there can be lanes.
    """
    check_count([len(seed_groups(experiment)), folds])
    settings = [lane if lane in group else group[0] for group in seed_groups(experiment)]
    lanes: list[dict[str, Any]] = []
    for style, first in enumerate(settings):
        old = experiment.lanes[first]
        stem = setting_name([old.name]) if len(settings) > 1 else ""
        for fold in range(1, folds + 1):
            end = value_name(_FOLD, fold)
            name = stem[: LONGEST_NAME - len(end) - len(BETWEEN)].rstrip() + BETWEEN + end if stem else end
            color = style if len(settings) > 1 else fold - 1
            lanes.append({"name": name, "set": {**old.set, _FOLD: fold}, "color": color})
    data = experiment.data
    sizes = {"train": data.train, "validation": data.validation}
    if data.validation and is_share(data.train) == is_share(data.validation):
        sizes = {"train": round(data.train + data.validation, 6), "validation": 0}
    return with_lanes(
        parse({**experiment.to_dict(), "data": {**data.model_dump(mode="json"), **sizes, "folds": folds}}), lanes
    )


OF_ROWS: Final = (
    Comparison(
        "training_rows",
        "Training rows",
        "A learning curve: lanes that learn from a sixteenth of the rows up to all of them. Would more data help?",
        "rows",
        _learning_curve,
        _check_rows,
    ),
    Comparison(
        "folds",
        "Cross-validation",
        "Each lane five times, and each time another fifth of the rows validates: how much was luck of the split?",
        "rows",
        _cross_validation,
        _check_folds,
    ),
    Comparison(
        "augmentation",
        "Augmentation",
        "Lanes that learn from pictures as they are, moved, turned, and both: which reads new ones better?",
        "rows",
        _augmented,
        _check_pictures,
    ),
    of_values(
        "label_noise",
        "Label noise",
        "Lanes in which more and more training labels are wrong, or numbers noisy: a network that fits them all has "
        "learned by heart.",
        "rows",
        "data.label_noise",
        _noises,
    ),
)
