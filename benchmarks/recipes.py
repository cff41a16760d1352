"""The experiments that are timed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np

from engine.data import Dataset, Table, load, split
from engine.data.columns.column import number_columns
from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment, parse

FOREVER = 10**9
"""Steps: no run ends by itself while it is timed."""
WITHOUT_MNIST = "skipped: MNIST's t10k files are not there (MNIST_IMAGES=PATH says where t10k-images-idx3-ubyte.gz is)"
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


def pictures(side: int, rows: int = ROWS) -> Experiment:
    """MNIST's t10k files at 14x14 or 28x28: 8 filters of 5x5, 16 of 3x3 or 5x5, each with a pooling, 64 units, Adam."""
    images = mnist_images()
    assert images is not None
    layers: list[dict[str, Any]] = [
        {"kind": "conv2d", "filters": 8, "kernel": 5, "padding": "valid" if side == 28 else "same"},
        {"kind": "activation", "function": "relu"},
        {"kind": "max_pool", "size": 2},
        {"kind": "conv2d", "filters": 16, "kernel": 5 if side == 28 else 3},
        {"kind": "activation", "function": "relu"},
        {"kind": "max_pool", "size": 2},
        {"kind": "dense", "units": 64},
        {"kind": "activation", "function": "relu"},
        {"kind": "dense", "units": CLASSES},
    ]
    data = {"source": str(images), "downsample": 28 // side, "train": rows, "test": rows, "shuffle_seed": 0}
    optimizer = {"kind": "adam", "learning_rate": 0.002}
    recipe = {"name": "pictures", "data": data, "layers": layers, "optimizer": optimizer, "steps": FOREVER}
    return parse(recipe | {"batch_size": 32, "sampling": "shuffle"})


def mnist_images() -> Path | None:
    """MNIST's 10 000 test pictures, with their labels beside them: where ``MNIST_IMAGES`` says, or as the window has
    downloaded them."""
    from engine.data.sources.downloads import MNIST, cache_folder

    named = os.environ.get("MNIST_IMAGES")
    path = Path(named) if named else cache_folder(MNIST) / "t10k-images-idx3-ubyte.gz"
    return path.resolve() if path.is_file() else None


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
