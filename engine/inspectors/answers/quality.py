"""How well each class is told from the others: figures of every class, a threshold's choices, and calibration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np

from engine.inspectors.answers.class_figures import (
    Baseline,
    Calibration,
    ClassFigures,
    ThresholdCurve,
    baseline,
    calibration,
    class_figures,
    threshold_curve,
)
from engine.inspectors.probing import of_lane, shown_rows
from engine.inspectors.request import InspectionRequest
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

ROWS: Final = 2000
"""That are looked at, at most: a look costs as much as an evaluation of so many rows."""
LANES: Final = 9
"""Up to so many lanes each have a curve; of more only the lane in focus."""


@record(eq=False)
class Quality:
    """Of the lane ``focus``, over ``rows`` rows that it was not trained on; None for what a diverged lane has not.

    positive: the class that ``curves`` part from all others, one for each lane that is drawn.
    """

    lane_fields: ClassVar = ("curves",)

    step: int
    focus: int
    rows: int
    positive: int
    figures: ClassFigures | None
    calibration: Calibration | None
    curves: Mapping[int, ThresholdCurve]
    baseline: Baseline
    of_validation: bool = False
    """Whether the test set is sealed, so that the rows are validation rows."""


def quality(trainer: GroupTrainer, request: InspectionRequest) -> Quality | None:
    """Asks about at most ROWS rows. None where numbers are learned: they have no classes."""
    if not trainer.dataset.classes:
        return None
    data, focus, n = trainer.dataset, request.focus, trainer.dataset.n_classes
    x, y = shown_rows(trainer)
    rows, truth = x[:ROWS], y[:ROWS]
    positive = min(request.positive, n - 1)
    lanes = range(len(trainer.experiment.lanes))
    asked = [*lanes] if trainer.together.n_lanes <= LANES else [focus]
    answers = {lane: of_lane(trainer, lane, rows) for lane in asked}
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
        of_validation=trainer.is_test_sealed,
    )
