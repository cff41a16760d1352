"""How well a network does on some rows: mean loss and accuracy of each lane, without dropout's masks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.nn.losses import Loss
from engine.nn.network import Network

CHUNK = 512
"""Rows at a time: enough to keep the products large, few enough to keep 64 lanes' arrays in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """loss, accuracy: (lanes,). The data loss, a mean over rows; the share of rows whose largest output is right, which
    is NaN where the loss is not finite."""

    loss: NDArray[np.float64]
    accuracy: NDArray[np.float64]


def outputs(network: Network, x: Array) -> Array:
    """x: (rows, n_features) -> the last layer's values, (lanes, rows, classes), as in testing. Rows: at most CHUNK."""
    work = network.workspace(len(x), training=False)
    work.values[0] = x[None]
    return network.forward(work)


def evaluate(network: Network, loss: Loss, x: Array, targets: Array) -> Evaluation:
    """x: (rows, n_features); targets: (rows, classes), one-hot."""
    total = np.zeros(network.n_lanes)
    right = np.zeros(network.n_lanes)
    for start in range(0, len(x), CHUNK):
        here = slice(start, start + CHUNK)
        out = outputs(network, x[here])
        total += loss.total(out, targets[None, here])
        right += (out.argmax(axis=2) == targets[here].argmax(axis=1)).sum(axis=1)
    return Evaluation(total / len(x), np.where(np.isfinite(total), right / len(x), np.nan))
