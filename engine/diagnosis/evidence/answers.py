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


def answers_of(trainer: GroupTrainer) -> tuple[Array, Array]:
    """What lanes say of training rows, those that have stopped early too: the share of rows with a wrong label, of the
    first CHUNK, that are classified as it says, (lanes,); and of each class the share of its first CHUNK rows that are,
    (lanes, classes). NaN where there is nothing to say, as of lanes that diverged."""
    dataset, n_lanes = trainer.dataset, len(trainer.experiment.lanes)
    memorized, recall = np.full(n_lanes, np.nan), np.full((n_lanes, dataset.n_classes), np.nan)
    if dataset.task == "numbers":  # noise moves all numbers a little, and none is wrong
        return memorized, recall
    wrong = np.flatnonzero(dataset.train_y != dataset.train_y_clean)[:CHUNK]
    labels = dataset.train_y[:CHUNK]
    counts = np.bincount(labels, minlength=dataset.n_classes)
    stopped = ((network_of(trainer, lane), np.array([lane])) for lane in trainer.stopped_at)  # one network for all
    for network, lanes in chain([(trainer.network, trainer.active)], stopped):
        if not len(lanes):
            continue
        if len(wrong):
            out = outputs(network, np.ascontiguousarray(trainer.rows.train_x[wrong]))
            memorized[lanes] = (out.argmax(axis=2) == dataset.train_y[wrong]).mean(axis=1)
        right = outputs(network, trainer.rows.train_x[:CHUNK]).argmax(axis=2) == labels
        with np.errstate(all="ignore"):
            recall[lanes] = right @ np.eye(dataset.n_classes)[labels] / counts
    return memorized, recall
