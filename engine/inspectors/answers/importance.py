"""Which columns the lane in focus relies on: how much worse it does when one column is shuffled among the rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.inspectors.probing import network_of
from engine.inspectors.request import InspectionRequest
from engine.nn.evaluation import evaluate
from engine.records import record

if TYPE_CHECKING:
    from engine.data.preprocessing.preparation import Floats, Preparation
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
    """Over ``rows`` rows that the lane ``focus`` was not trained on: validation rows (``of_validation``) or test rows.

    names: of the raw columns, however many features are made of each. score: the accuracy, or R2, as it is.
    lost: (columns,), how much of that is lost when the column is shuffled, the mean of SHUFFLES; spread: (columns,),
    from the least to the most of them. Empty where there are too many columns, or pixels; NaN where the lane has
    diverged. ``of_inputs``: whether names are those of the inputs, formulas among them, each shuffled by itself.
    """

    step: int
    focus: int
    rows: int
    names: tuple[str, ...]
    score: float
    lost: NDArray[np.float64]
    spread: NDArray[np.float64]
    of_validation: bool = False
    of_inputs: bool = False


def importance(trainer: GroupTrainer, request: InspectionRequest) -> Importance:
    """Permutation importance (Breiman 2001, Random forests, section 10). The shuffles are the same at every look.

    A column is shuffled before formulas are worked out, so that it counts in all that is made of it. Where one has no
    value then, as the logarithm of a difference may have none, the inputs are shuffled instead.
    """
    lane, data, is_validated = request.focus, trainer.dataset, trainer.rows.valid_x is not None
    preparation = data.preparation
    groups = _features_of_columns(preparation)
    if len(groups) > COLUMNS or data.image_shape is not None:
        return Importance(trainer.step, lane, 0, (), np.nan, np.zeros(0), np.zeros(0))
    x, targets, raw = _held_out(trainer)
    rows = min(len(x), ROWS, max(1, CELLS // (max(len(groups), 1) * SHUFFLES)))
    x, targets = x[:rows], targets[:rows]
    orders = np.random.Generator(np.random.PCG64(0)).permuted(np.tile(np.arange(rows), (SHUFFLES, 1)), axis=1)
    names, shuffled, of_inputs = tuple(preparation.column_names[column] for column in groups), None, False
    if preparation.inputs is not None:
        shuffled = None if raw is None else _before_formulas(preparation, raw[:rows], list(groups), orders)
        of_inputs = shuffled is None
    if of_inputs:
        names, groups = data.feature_names, {place: [place] for place in range(data.n_features)}
    nothing = np.full(len(names), np.nan)
    if not 0 <= lane < len(trainer.experiment.lanes) or lane in trainer.diverged_at or not data.n_features:
        return Importance(trainer.step, lane, rows, names, np.nan, nothing, nothing, is_validated, of_inputs)
    network = network_of(trainer, lane)
    score = float(evaluate(network, trainer.loss, x, targets).accuracy[0])
    found = np.zeros((len(names), SHUFFLES))
    for place, ways in enumerate(shuffled or _among_rows(x, list(groups.values()), orders)):
        for number, way in enumerate(ways):
            found[place, number] = evaluate(network, trainer.loss, way, targets).accuracy[0]
    lost = score - found
    return Importance(
        trainer.step, lane, rows, names, score, lost.mean(axis=1), np.ptp(lost, axis=1), is_validated, of_inputs
    )


def _features_of_columns(preparation: Preparation) -> dict[int, list[int]]:
    """The place of each raw column, and the places of the features that are made of it."""
    groups: dict[int, list[int]] = {}
    for place, feature in enumerate(preparation.features):
        groups.setdefault(feature.column, []).append(place)
    return groups


def _among_rows(x: Array, groups: Sequence[list[int]], orders: NDArray[np.int64]) -> Iterator[Array]:
    """x: (rows, n) -> for each group of places (SHUFFLES, rows, n), with what stands there shuffled."""
    for places in groups:
        ways = np.tile(x, (len(orders), 1, 1))
        ways[:, :, places] = x[orders][:, :, places]
        yield ways


def _before_formulas(
    preparation: Preparation, raw: Floats, columns: Sequence[int], orders: NDArray[np.int64]
) -> list[Array] | None:
    """raw: (rows, n_columns) -> for each column (SHUFFLES, rows, n_inputs), with it shuffled and the formulas worked
    out anew. None where one of them has no value then."""
    found: list[Array] = []
    for ways in _among_rows(raw, [[column] for column in columns], orders):
        inputs = preparation.apply(ways.reshape(-1, raw.shape[1]))
        if not np.isfinite(inputs).all():
            return None
        found.append(inputs.reshape(*orders.shape, -1))
    return found


def _held_out(trainer: GroupTrainer) -> tuple[Array, Array, Floats | None]:
    """Scaled rows and targets, and the rows before formulas: validation rows where there are any."""
    rows, made_of = trainer.rows, trainer.dataset.made_of
    if rows.valid_x is not None and rows.valid_targets is not None:
        return rows.valid_x, rows.valid_targets, None if made_of is None else made_of.valid
    return rows.test_x, rows.test_targets, None if made_of is None else made_of.test
