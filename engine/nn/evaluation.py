"""How well a network does on some rows: mean loss, and accuracy or R2, of each lane, without dropout's masks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.losses import Loss
from engine.nn.network import Network
from engine.nn.sums import lane_sums
from engine.records import record

CHUNK = 512
"""Rows at a time: enough to keep the products large, few enough to keep 64 lanes' arrays in memory."""


@record(eq=False)
class Evaluation:
    """loss, accuracy: (lanes,). The data loss, a mean over rows; the share of rows whose largest output is right, or of
    numbers R2, which is NaN where the loss is not finite."""

    loss: NDArray[np.float64]
    accuracy: NDArray[np.float64]


def outputs(network: Network, x: Array) -> Array:
    """x: (rows, n_features) -> the last layer's values, (lanes, rows, classes), as in testing. Rows: at most CHUNK."""
    work = network.workspace(len(x), training=False)
    work.values[0] = x[None]
    return network.forward(work)


def evaluate(network: Network, loss: Loss, x: Array, targets: Array) -> Evaluation:
    """x: (rows, n_features); targets: (rows, classes), one-hot, or (rows, 1), standardized numbers."""
    total = np.zeros(network.n_lanes)
    found = np.zeros(network.n_lanes)
    is_number = targets.shape[1] == 1
    count = _squares if is_number else _right
    for start in range(0, len(x), CHUNK):
        here = slice(start, start + CHUNK)
        out = outputs(network, x[here])
        total += loss.total(out, targets[None, here])
        found += count(out, targets[here])
    score = _r2(found, targets) if is_number else found / len(x)
    return Evaluation(total / len(x), np.where(np.isfinite(total), score, np.nan))


def _right(out: Array, targets: Array) -> Array:
    """How many rows are right, (lanes,). out: (lanes, rows, classes); targets: (rows, classes)"""
    right: Array = (out.argmax(axis=2) == targets.argmax(axis=1)).sum(axis=1)
    return right


def _squares(out: Array, targets: Array) -> Array:
    """The sum of squared errors, (lanes,). out: (lanes, rows, 1); targets: (rows, 1)"""
    return lane_sums(np.square(np.subtract(out, targets, dtype=np.float64))[:, :, 0])


def _r2(squares: Array, targets: Array) -> Array:
    """R2 = 1 - sum (t - z)^2 / sum (t - mean t)^2, (lanes,): the share of the variance that is explained.

    1 is perfect, 0 as good as always saying the mean of these rows. NaN where all of them are alike. The unit makes no
    difference. targets: (rows, 1)
    """
    numbers = targets.astype(np.float64)
    spread = np.square(numbers - numbers.mean()).sum() if np.ptp(numbers) else np.nan
    share: Array = 1 - squares / spread
    return share
