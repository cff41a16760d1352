"""How far half of the rows are off at most, of every lane: where a label is robust, a few values far off rule R2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.inspectors.probing import of_lanes
from engine.inspectors.request import InspectionRequest
from engine.nn.errors import errors_of
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


@record(eq=False)
class MiddleErrors:
    """train, valid, test: (lanes,), medians of the absolute errors in the unit of the label. NaN for a lane that has
    diverged, for test rows that are sealed, and for validation rows where there are none.
    """

    lane_fields: ClassVar = ("train", "valid", "test")

    step: int
    train: NDArray[np.float64]
    valid: NDArray[np.float64]
    test: NDArray[np.float64]

    def of_lane(self, lane: int) -> Mapping[str, float]:
        """By the name of the rows."""
        return {name: float(getattr(self, name)[lane]) for name in self.lane_fields}


def middle_errors(trainer: GroupTrainer, request: InspectionRequest) -> MiddleErrors | None:
    """Asks about all rows; nothing where the label of the run is not robust."""
    if not trainer.together.dataset.is_label_robust:
        return None
    data, nothing = trainer.dataset, np.full(len(trainer.experiment.lanes), np.nan)
    train = errors_of(data.train_y, of_lanes(trainer, trainer.rows.train_x)[:, :, 0]).median
    valid = test = nothing
    if trainer.rows.valid_x is not None and data.valid_y is not None:
        valid = errors_of(data.valid_y, of_lanes(trainer, trainer.rows.valid_x)[:, :, 0]).median
    if not trainer.is_test_sealed:
        test = errors_of(data.test_y, of_lanes(trainer, trainer.rows.test_x)[:, :, 0]).median
    return MiddleErrors(trainer.step, train, valid, test)
