"""Losses in plain NumPy. outputs: (rows, classes); labels: (rows,).

Sums are made in the order in which the engine makes them, so that the figures are the same to the last bit.
"""

from __future__ import annotations

import numpy as np

from engine.export.pieces import Array


def softmax(outputs: Array) -> Array:
    """exp(z) / sum exp(z) for each row; its maximum is subtracted first, so that nothing overflows."""
    z = np.ascontiguousarray(outputs.T)  # classes first, to add them one after the other
    e = np.exp(z - z.max(axis=0))
    return np.ascontiguousarray((e / np.add.accumulate(e)[-1]).T)


def cross_entropy(outputs: Array, labels: Array) -> float:
    """-log softmax(outputs)[label], summed over the rows."""
    shifted = outputs - outputs.max(axis=1, keepdims=True)
    of_label = shifted[np.arange(len(labels)), labels]
    return float((np.log(np.exp(shifted).sum(axis=1)) - of_label).astype(np.float64).sum())


def cross_entropy_gradient(outputs: Array, labels: Array) -> Array:
    """(p - t) / rows, where t is 1 for the label and else 0."""
    p = softmax(outputs)
    p[np.arange(len(labels)), labels] -= 1
    return p * (1 / len(labels))


def squared_error(outputs: Array, labels: Array) -> float:
    """The mean over the classes of (z - t)^2, where t is 1 for the label and else 0; summed over the rows."""
    difference = outputs.copy()
    difference[np.arange(len(labels)), labels] -= 1
    return float(np.square(difference, dtype=np.float64).mean(axis=1).sum())


def squared_error_gradient(outputs: Array, labels: Array) -> Array:
    """2 (z - t) / (rows classes)"""
    difference = outputs.copy()
    difference[np.arange(len(labels)), labels] -= 1
    return difference * (2 / outputs.size)


def huber(outputs: Array, labels: Array) -> float:
    """The mean over the classes of e^2 / 2 where |e| <= 1 and |e| - 1/2 beyond, e = z - t; summed over the rows."""
    difference = outputs.astype(np.float64)
    difference[np.arange(len(labels)), labels] -= 1
    distance = np.abs(difference)
    near = np.minimum(distance, 1)
    return float((near * (distance - near / 2)).mean(axis=1).sum())


def huber_gradient(outputs: Array, labels: Array) -> Array:
    """max(-1, min(1, z - t)) / (rows classes)"""
    difference = outputs.copy()
    difference[np.arange(len(labels)), labels] -= 1
    return np.clip(difference, -1, 1) * (1 / outputs.size)
