"""What the lane in focus takes rows for: the confusion matrix, confident mistakes, and wrong labels it has learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.inspectors.probing import of_lane, shown_rows
from engine.inspectors.request import InspectionRequest
from engine.records import record

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer

ROWS: Final = 1000
"""Test or validation rows, and training rows with a wrong label, that are looked at, at most."""
MISTAKES: Final = 60
"""Mistakes that are told of one by one, at most."""


@record(eq=False)
class Answers:
    """What single rows were taken for. rows, taken: (n,), indices of rows and of classes; probability: (n,)."""

    rows: NDArray[np.int64]
    taken: NDArray[np.int64]
    probability: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, which: NDArray[np.bool_] | NDArray[np.int64] | slice) -> Answers:
        return Answers(self.rows[which], self.taken[which], self.probability[which])


@record(eq=False)
class Predictions:
    """counts: (classes, classes), test rows by truth and prediction; all zero where the lane has diverged.

    mistakes: the most confident first, of the test rows. mislabelled: all training rows whose label is wrong. With
    ``of_validation``, the test set being sealed, validation rows stand in for the test rows; where those are the fold
    that a lane leaves out, ``of_fold``, rows are told by their places among the training rows that all folds are.
    picked: the rows that the request's ``cell`` or ``rival`` asks for, the most confident first, at most MISTAKES of
    ``n_picked``; None where it asks for neither.
    """

    step: int
    focus: int
    counts: NDArray[np.int64]
    mistakes: Answers
    mislabelled: Answers
    of_validation: bool = False
    picked: Answers | None = None
    n_picked: int = 0
    cell: tuple[int, int] | None = None
    rival: int = -1
    of_fold: bool = False

    @property
    def n_rows(self) -> int:
        return int(self.counts.sum())

    @property
    def n_mistakes(self) -> int:
        return self.n_rows - int(np.trace(self.counts))


def predictions(trainer: GroupTrainer, request: InspectionRequest) -> Predictions:
    """Asks about at most ROWS rows that were not trained on, and ROWS wrongly labelled training rows."""
    data, lane = trainer.dataset, request.focus
    x, y = shown_rows(trainer)
    truth = y[:ROWS]
    wrong = np.flatnonzero(data.train_y != data.train_y_clean)[:ROWS]
    shares = of_lane(trainer, lane, np.concatenate([x[:ROWS], trainer.rows.train_x[wrong]]))
    test, noisy = shares[: len(truth)], shares[len(truth) :]
    n, instead = data.n_classes, trainer.is_test_sealed
    places = data.held_places if instead else None
    if not np.isfinite(shares).all():  # the lane has diverged
        nothing = np.zeros((n, n), np.int64)
        return Predictions(trainer.step, lane, nothing, _answers(test[:0]), _answers(noisy[:0]), instead)
    found = _answers(test)
    counts = np.bincount(truth * n + found.taken, minlength=n * n).reshape(n, n)
    learned = _answers(noisy)
    mislabelled = Answers(wrong, learned.taken, learned.probability)
    which = _wanted(trainer, request, truth, found)
    picked = None if which is None else _placed(_surest(found[which]), places)
    return Predictions(
        trainer.step,
        lane,
        counts,
        _placed(_surest(found[found.taken != truth]), places),
        mislabelled,
        instead,
        picked,
        0 if which is None else int(which.sum()),
        request.cell,
        request.rival,
        places is not None,
    )


def _wanted(
    trainer: GroupTrainer, request: InspectionRequest, truth: NDArray[np.int64], found: Answers
) -> NDArray[np.bool_] | None:
    """Which of the rows the request asks for. truth: (rows,) -> (rows,)"""
    wanted: NDArray[np.bool_]
    if request.cell is not None:
        label, taken = request.cell
        wanted = (truth == label) & ((found.taken == taken) | (taken < 0))
        return wanted
    if 0 <= request.rival < trainer.together.n_lanes:
        rival, own = trainer.together.of(request.rival)
        if rival.experiment.data.fold != trainer.experiment.data.fold:  # none of its rows is one of these
            return np.zeros(len(truth), np.bool_)
        other = of_lane(rival, own, shown_rows(rival)[0][:ROWS])
        wanted = (found.taken == truth) & (other.argmax(axis=1) != truth)
        return wanted
    return None


def _surest(answers: Answers) -> Answers:
    """The MISTAKES most confident of them."""
    return answers[np.argsort(-answers.probability, kind="stable")[:MISTAKES]]


def _placed(answers: Answers, places: NDArray[np.int64] | None) -> Answers:
    """The same of rows by their places elsewhere, (rows,); as they are where there are none."""
    return answers if places is None else Answers(places[answers.rows], answers.taken, answers.probability)


def _answers(shares: NDArray[np.float32]) -> Answers:
    """shares: (rows, classes)"""
    rows = np.arange(len(shares))
    taken = shares.argmax(axis=1)
    return Answers(rows, taken, shares[rows, taken])
