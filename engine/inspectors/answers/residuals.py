"""How far the numbers of the lane in focus are off: truth and prediction of rows, and what is made of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.inspectors.probing import of_lane, of_lanes, shown_rows
from engine.inspectors.request import InspectionRequest
from engine.nn.errors import Errors, errors_of
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer
    from engine.train.trainer import Trainer

ROWS: Final = 1000
"""Training rows, and rows that were not trained on, that are told of one by one, at most."""

Floats = NDArray[np.float32]


@record(eq=False)
class Residuals:
    """Of the lane ``focus``, in the unit of the label. truth, predicted: (rows,), at most ROWS, NaN where the lane has
    diverged; rmse, mae, median: of all rows. ``unseen`` are rows that were not trained on: the test rows, or while
    these are sealed (``is_test_sealed``) the validation rows.
    """

    step: int
    focus: int
    train_truth: Floats
    train_predicted: Floats
    unseen_truth: Floats
    unseen_predicted: Floats
    train_rmse: float
    train_mae: float
    unseen_rmse: float
    unseen_mae: float
    train_median: float
    unseen_median: float
    is_test_sealed: bool

    @property
    def has_diverged(self) -> bool:
        return not bool(np.isfinite(self.unseen_predicted).all())


def residuals(trainer: GroupTrainer, request: InspectionRequest) -> Residuals:
    """Asks about all rows."""
    focus, (unseen_x, unseen_y) = request.focus, shown_rows(trainer)
    train_y = trainer.dataset.train_y
    train, unseen = (of_lane(trainer, focus, x)[:, 0] for x in (trainer.rows.train_x, unseen_x))
    of_train, of_unseen = errors_of(train_y, train[None]), errors_of(unseen_y, unseen[None])
    return Residuals(
        step=trainer.step,
        focus=focus,
        train_truth=train_y[:ROWS],
        train_predicted=train[:ROWS],
        unseen_truth=unseen_y[:ROWS],
        unseen_predicted=unseen[:ROWS],
        train_rmse=float(of_train.rmse[0]),
        train_mae=float(of_train.mae[0]),
        unseen_rmse=float(of_unseen.rmse[0]),
        unseen_mae=float(of_unseen.mae[0]),
        train_median=float(of_train.median[0]),
        unseen_median=float(of_unseen.median[0]),
        is_test_sealed=trainer.is_test_sealed,
    )


def all_errors(trainer: Trainer) -> dict[str, Errors]:
    """Of all lanes, by the name of the rows: ``train``, ``test`` and, where there are such, ``valid``."""
    found = [(lanes, _errors(group)) for group, lanes in trainer.together.groups]
    names = [name for name in ("train", "test", "valid") if any(name in errors for _, errors in found)]
    whole = {name: Errors(*np.full((3, trainer.together.n_lanes), np.nan)) for name in names}
    for lanes, errors in found:
        for name, own in errors.items():
            for figure in ("rmse", "mae", "median"):
                getattr(whole[name], figure)[list(lanes)] = getattr(own, figure)
    return whole


def _errors(trainer: GroupTrainer) -> dict[str, Errors]:
    data = trainer.dataset
    rows = {"train": (data.train_x, data.train_y), "test": (data.test_x, data.test_y)}
    if data.valid_x is not None and data.valid_y is not None:
        rows["valid"] = data.valid_x, data.valid_y
    with np.errstate(all="ignore"):
        return {name: errors_of(y, of_lanes(trainer, x)[:, :, 0]) for name, (x, y) in rows.items()}
