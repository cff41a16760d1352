"""How well each class is told from the others: figures of every class, a threshold's choices, and calibration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.inspectors.class_figures import (
    Baseline,
    Calibration,
    ClassFigures,
    ThresholdCurve,
    baseline,
    calibration,
    class_figures,
    threshold_curve,
)
from engine.inspectors.probing import of_lane
from engine.inspectors.request import InspectionRequest

if TYPE_CHECKING:
    from engine.train.trainer import Trainer

ROWS: Final = 2000
"""That are looked at, at most: a look costs as much as an evaluation of so many rows."""
LANES: Final = 9
"""Up to so many lanes each have a curve; of more only the lane in focus."""


@dataclass(frozen=True, slots=True, eq=False)
class Quality:
    """Of the lane ``focus``, over ``rows`` rows that it was not trained on; None for what a diverged lane has not.

    positive: the class that ``curves`` part from all others, one for each lane that is drawn.
    """

    step: int
    focus: int
    rows: int
    positive: int
    figures: ClassFigures | None
    calibration: Calibration | None
    curves: Mapping[int, ThresholdCurve]
    baseline: Baseline


def quality(trainer: Trainer, request: InspectionRequest) -> Quality | None:
    """Asks about at most ROWS rows. None where numbers are learned: they have no classes."""
    if not trainer.dataset.classes:
        return None
    data, focus, n = trainer.dataset, request.focus, trainer.dataset.n_classes
    rows, truth = unseen_rows(trainer)
    positive = min(request.positive, n - 1)
    lanes = range(len(trainer.experiment.lanes))
    answers = {lane: of_lane(trainer, lane, rows) for lane in ([*lanes] if len(lanes) <= LANES else [focus])}
    answers = {lane: shares for lane, shares in answers.items() if np.isfinite(shares).all()}
    curves = {lane: threshold_curve(shares[:, positive], truth == positive) for lane, shares in answers.items()}
    own = answers.get(focus)
    counts = None if own is None else np.bincount(truth * n + own.argmax(axis=1), minlength=n * n).reshape(n, n)
    return Quality(
        step=trainer.step,
        focus=focus,
        rows=len(truth),
        positive=positive,
        figures=None if counts is None else class_figures(counts),
        calibration=None if own is None else calibration(own, truth),
        curves=curves,
        baseline=baseline(data.train_y, truth, n),
    )


def unseen_rows(trainer: Trainer) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """(rows, n_features) and (rows,): validation rows where there are any, test rows are no help to choose by."""
    data = trainer.dataset
    if data.valid_x is not None and data.valid_y is not None:
        return data.valid_x[:ROWS], data.valid_y[:ROWS]
    return data.test_x[:ROWS], data.test_y[:ROWS]
