"""The experiments that are timed."""

from __future__ import annotations

from typing import Any

import numpy as np

from engine.data import Dataset, Table, load, split
from engine.data.columns.column import number_columns
from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment, parse

FOREVER = 10**9
"""Steps: no run ends by itself while it is timed."""
FEATURES, CLASSES, HIDDEN = 784, 10, (100,) * 5
ROWS, BATCH, RATE, L2, LEARNING_RATE = 300, 128, 0.2, 0.01, 0.01


def reference(lanes: list[dict[str, Any]] | None = None, hidden: tuple[int, ...] = HIDDEN) -> Experiment:
    """784-100x5-10, ReLU, dropout 0.2 after each layer and on the logits, L2 0.01, SGD, batches of 128.

    ``hidden``: units of the hidden layers, where they are to be others.
    """
    layers: list[dict[str, Any]] = []
    for units in hidden:
        layers.append({"kind": "dense", "units": units, "l2": L2})
        layers.append({"kind": "activation", "function": "relu"})
        layers.append({"kind": "dropout", "rate": RATE})
    layers.append({"kind": "dense", "units": CLASSES, "l2": L2})
    layers.append({"kind": "dropout", "rate": RATE})
    return _experiment("reference", "digits", layers, BATCH, lanes)


def toy(lanes: list[dict[str, Any]] | None = None) -> Experiment:
    """2-4-2-2, ReLU, SGD, batches of 10 points of a circle: steps so short that only what surrounds them counts."""
    layers: list[dict[str, Any]] = []
    for units in (4, 2):
        layers.append({"kind": "dense", "units": units})
        layers.append({"kind": "activation", "function": "relu"})
    layers.append({"kind": "dense", "units": 2})
    return _experiment("toy", "circle", layers, 10, lanes)


def _experiment(
    name: str, source: str, layers: list[dict[str, Any]], batch: int, lanes: list[dict[str, Any]] | None
) -> Experiment:
    recipe = {
        "version": 1,
        "name": name,
        "data": {"source": source, "train": ROWS, "test": ROWS},
        "layers": layers,
        "optimizer": {"kind": "sgd", "learning_rate": LEARNING_RATE},
        "batch_size": batch,
        "steps": FOREVER,
        "lanes": lanes or [{"name": "one"}],
    }
    return parse(recipe)


def learning_rates(n: int) -> list[dict[str, Any]]:
    """Lanes that differ in their learning rate only, so that they share batches and masks."""
    return [{"name": f"lane {i}", "set": {"optimizer.learning_rate": 0.01 * (1 + i / n)}} for i in range(n)]


def seeds(n: int) -> list[dict[str, Any]]:
    """Lanes that differ in their seed, so that each has batches and masks of its own."""
    return [{"name": f"lane {i}", "set": {"seed": i}} for i in range(n)]


def grid() -> list[dict[str, Any]]:
    """Nine lanes: three penalties times three dropout rates."""
    return [
        {"name": f"{l2} {rate}", "set": {"layers.*.l2": l2, "layers.*.rate": rate}}
        for l2 in (0.001, 0.01, 0.1)
        for rate in (0.1, 0.2, 0.5)
    ]


def synthetic() -> Dataset:
    """Rows for `reference` in the shape of MNIST: 784 features, of which most are zero, and ten classes."""
    rng = np.random.default_rng(0)
    pixels = rng.integers(0, 256, (2 * ROWS, FEATURES)) * (rng.random((2 * ROWS, FEATURES)) < 0.2)
    table = Table(
        name="synthetic",
        features=pixels.astype(np.float32),
        labels=rng.integers(0, CLASSES, 2 * ROWS),
        classes=tuple(str(label) for label in range(CLASSES)),
        columns=number_columns(f"pixel{i}" for i in range(FEATURES)),
        image_shape=(28, 28),
    )
    return split(table, DataSpec(train=ROWS, test=ROWS))


def circle() -> Dataset:
    """Rows for `toy`."""
    return load(toy().data)
