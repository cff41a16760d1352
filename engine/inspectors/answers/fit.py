"""What every lane makes of a single feature: a curve over its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.data.dataset import Dataset
from engine.inspectors.answers.boundary import MARGIN
from engine.inspectors.probing import of_lanes
from engine.inspectors.request import InspectionRequest
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

Floats: TypeAlias = NDArray[np.float32]

POINTS: Final = 400
"""Of a curve with few lanes; fewer of many, so that looking stays cheap."""
LEAST: Final = 100
_ALL: Final = 6400
"""Points of all lanes together."""


def single_column(data: Dataset, *, is_test_sealed: bool = False) -> tuple[Floats, Floats] | None:
    """The only column, of numbers, of training rows and of such as were not trained on, as the source has them, (rows,)
    each; None where there are more. These are the test rows, or while they are sealed the validation rows, of which
    there are none where each lane leaves out a fold of the training rows."""
    if [column.kind for column in data.preparation.columns] != ["number"]:
        return None
    raw = data.raw()
    unseen = raw.test
    if is_test_sealed:
        unseen = raw.test[:0] if raw.valid is None else raw.valid
    return raw.train[:, 0], unseen[:, 0]


@record(eq=False)
class Fit:
    """curves: (lanes, points), what is said at ``x``, (points,), both in the units of the source; NaN where a lane has
    diverged. Without points where there is more than one feature.
    """

    lane_fields: ClassVar = ("curves",)

    step: int
    x: NDArray[np.float32]
    curves: NDArray[np.float32]


def fit(trainer: GroupTrainer, request: InspectionRequest) -> Fit:
    """Asks all lanes about made-up rows, evenly spread over those that there are and a little beyond."""
    data, lanes = trainer.dataset, len(trainer.experiment.lanes)
    rows = single_column(trainer.together.dataset, is_test_sealed=trainer.is_test_sealed)
    if rows is None:
        return Fit(trainer.step, np.empty(0, np.float32), np.empty((lanes, 0), np.float32))
    low, high = (
        float(min(part.min() for part in rows if len(part))),
        float(max(part.max() for part in rows if len(part))),
    )
    beyond = (high - low) * MARGIN
    low, high = low - beyond, high + beyond
    x = np.linspace(low, high, max(LEAST, min(POINTS, _ALL // trainer.together.n_lanes)), dtype=np.float32)
    return Fit(trainer.step, x, of_lanes(trainer, data.preparation.apply(x[:, None]))[:, :, 0])
