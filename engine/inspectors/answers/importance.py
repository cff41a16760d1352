"""Which columns the lane in focus relies on: how much worse it does when one column is shuffled among the rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.inspectors.probing import network_of
from engine.inspectors.request import InspectionRequest
from engine.nn.evaluation import evaluate
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

SHUFFLES: Final = 3
"""Of each column: one alone may be lucky."""
CELLS: Final = 12_000
"""Rows times columns that are shuffled and asked about in a look, at most; fewer rows for more columns."""
ROWS: Final = 500
"""At most."""
COLUMNS: Final = 100
"""Of more, and of pixels, none is told: no single one matters."""


@record(eq=False)
class Importance:
    """Over ``rows`` rows that the lane ``focus`` was not trained on.

    names: of the raw columns, however many features are made of each. score: the accuracy, or R2, as it is.
    lost: (columns,), how much of that is lost when the column is shuffled, the mean of SHUFFLES; spread: (columns,),
    from the least to the most of them. Empty where there are too many columns, or pixels; NaN where the lane has
    diverged.
    """

    step: int
    focus: int
    rows: int
    names: tuple[str, ...]
    score: float
    lost: NDArray[np.float64]
    spread: NDArray[np.float64]


def importance(trainer: GroupTrainer, request: InspectionRequest) -> Importance:
    """Permutation importance (Breiman 2001, Random forests, section 10). The shuffles are the same at every look."""
    lane, data = request.focus, trainer.dataset
    groups = dict(_features_of_columns(trainer))
    names = tuple(groups)
    if len(groups) > COLUMNS or data.image_shape is not None or data.preparation.inputs is not None:
        return Importance(trainer.step, lane, 0, (), np.nan, np.zeros(0), np.zeros(0))
    x, targets = _held_out(trainer)
    rows = min(len(x), ROWS, max(1, CELLS // (max(len(groups), 1) * SHUFFLES)))
    x, targets = x[:rows], targets[:rows]
    nothing = np.full(len(groups), np.nan)
    if not 0 <= lane < len(trainer.experiment.lanes) or lane in trainer.diverged_at or not data.n_features:
        return Importance(trainer.step, lane, rows, names, np.nan, nothing, nothing)
    network = network_of(trainer, lane)
    score = float(evaluate(network, trainer.loss, x, targets).accuracy[0])
    orders = np.random.Generator(np.random.PCG64(0)).permuted(np.tile(np.arange(rows), (SHUFFLES, 1)), axis=1)
    shuffled = x.copy()
    found = np.zeros((len(groups), SHUFFLES))
    for place, features in enumerate(groups.values()):
        for number, order in enumerate(orders):
            shuffled[:, features] = x[order][:, features]
            found[place, number] = evaluate(network, trainer.loss, shuffled, targets).accuracy[0]
        shuffled[:, features] = x[:, features]
    lost = score - found
    return Importance(trainer.step, lane, rows, names, score, lost.mean(axis=1), np.ptp(lost, axis=1))


def _features_of_columns(trainer: GroupTrainer) -> Iterator[tuple[str, list[int]]]:
    """The name of each raw column, and the places of what is made of it."""
    preparation = trainer.dataset.preparation
    groups: dict[int, list[int]] = {}
    for place, feature in enumerate(preparation.features):
        groups.setdefault(feature.column, []).append(place)
    for column, features in groups.items():
        yield preparation.columns[column].name, features


def _held_out(trainer: GroupTrainer) -> tuple[Array, Array]:
    """Scaled rows and targets: validation rows where there are any."""
    if trainer.rows.valid_x is not None and trainer.rows.valid_targets is not None:
        return trainer.rows.valid_x, trainer.rows.valid_targets
    return trainer.rows.test_x, trainer.rows.test_targets
