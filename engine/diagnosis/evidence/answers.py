"""What lanes say of the rows they learn from, class by class."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from engine.arrays import Array
from engine.inspectors.probing import network_of
from engine.nn.evaluation import CHUNK, outputs

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


Answers = tuple[Array, Array, Array]


def answers_of(trainer: GroupTrainer) -> Answers:
    """What lanes say of training rows, those that have stopped early too: the share of rows with a wrong label, of the
    first CHUNK, that are classified as it says, (lanes,); of each class the share of its first CHUNK rows that are,
    (lanes, classes); and of a number with a robust label how well the middle row is known, (lanes,): see `_typical`.
    NaN where there is nothing to say, as of lanes that diverged."""
    dataset, n_lanes = trainer.dataset, len(trainer.experiment.lanes)
    memorized, recall, typical = (np.full(shape, np.nan) for shape in (n_lanes, (n_lanes, dataset.n_classes), n_lanes))
    if dataset.task == "numbers" and not dataset.is_label_robust:
        return memorized, recall, typical  # noise moves all numbers a little, and none is wrong
    stopped = ((network_of(trainer, lane), np.array([lane])) for lane in trainer.stopped_at)  # one for all
    networks = (
        (network, lanes) for network, lanes in chain([(trainer.network, trainer.active)], stopped) if len(lanes)
    )
    if dataset.task == "numbers":
        for network, lanes in networks:
            said = outputs(network, trainer.rows.train_x[:CHUNK])
            typical[lanes] = _typical(said, trainer.rows.train_targets[:CHUNK])
        return memorized, recall, typical
    wrong = np.flatnonzero(dataset.train_y != dataset.train_y_clean)[:CHUNK]
    labels = dataset.train_y[:CHUNK]
    counts = np.bincount(labels, minlength=dataset.n_classes)
    for network, lanes in networks:
        if len(wrong):
            out = outputs(network, np.ascontiguousarray(trainer.rows.train_x[wrong]))
            memorized[lanes] = (out.argmax(axis=2) == dataset.train_y[wrong]).mean(axis=1)
        right = outputs(network, trainer.rows.train_x[:CHUNK]).argmax(axis=2) == labels
        with np.errstate(all="ignore"):
            recall[lanes] = right @ np.eye(dataset.n_classes)[labels] / counts
    return memorized, recall, typical


def _typical(said: Array, targets: Array) -> Array:
    """1 - (median |t - z| / median |t - median t|)^2, (lanes,): R2 as it is of most rows, whatever a few far off do.

    said: (lanes, rows, 1); targets: (rows, 1). NaN where the middle one of the latter is 0.
    """
    guessing = np.median(np.abs(targets - np.median(targets)))
    if not guessing > 0:
        return np.full(len(said), np.nan)
    middle: Array = np.median(np.abs(said - targets), axis=(1, 2))
    found: Array = 1 - np.square(middle / guessing)
    return found
