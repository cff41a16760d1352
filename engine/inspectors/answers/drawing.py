"""What every lane takes a drawing for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.inspectors.probing import of_lanes
from engine.inspectors.request import InspectionRequest
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


@record(eq=False)
class Drawing:
    """features: what was asked about, unscaled. probabilities: (lanes, classes), NaN where there is no answer."""

    lane_fields: ClassVar = ("probabilities",)

    step: int
    features: tuple[float, ...]
    probabilities: NDArray[np.float32]


def drawing(trainer: GroupTrainer, request: InspectionRequest) -> Drawing:
    """Asks all lanes about one row. A drawing made for other data has no answer."""
    data, features = trainer.dataset, request.drawing
    if len(features) != data.n_features:
        nothing = np.full((len(trainer.experiment.lanes), data.n_outputs), np.nan, np.float32)
        return Drawing(trainer.step, features, nothing)
    x = data.preparation.apply(np.array([features], np.float32))
    return Drawing(trainer.step, features, of_lanes(trainer, x)[:, 0])
