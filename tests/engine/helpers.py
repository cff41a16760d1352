"""Small datasets and experiments that the engine's tests share."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np

from engine.data.dataset import Dataset
from engine.data.preprocessing.preparation import plain
from engine.data.preprocessing.targets import centre_and_size
from engine.experiment.experiment import Experiment, parse
from engine.optim.registry import OPTIMIZERS
from engine.train.trainer import Trainer
from tests.conftest import thorough

HIDDEN = 5
OPTIMIZER_KINDS = tuple(OPTIMIZERS)
KINDS_OF_MEMORY = thorough(OPTIMIZER_KINDS, by_day=("sgd", "momentum", "adam"))
"""For tests of what every optimizer does alike: by day one that remembers nothing, one that remembers an array, and one
that remembers two and counts.
"""


def dense(units: int, **fields: Any) -> dict[str, Any]:
    """A dense layer as a file has it."""
    return {"kind": "dense", "units": units, **fields}


def activation(function: str = "relu") -> dict[str, Any]:
    """An activation layer as a file has it."""
    return {"kind": "activation", "function": function}


def dropout(rate: float = 0.5) -> dict[str, Any]:
    """A dropout layer as a file has it."""
    return {"kind": "dropout", "rate": rate}


def batch_norm(**fields: Any) -> dict[str, Any]:
    """A batch normalization as a file has it."""
    return {"kind": "batch_norm", **fields}


def lane(name: str, **settings: Any) -> dict[str, Any]:
    """A lane. ``l2=0.1`` is short for ``layers.*.l2``; ``settings={"layers.0.l2": 0.1}`` names paths in full."""
    paths = {"seed": "seed", "learning_rate": "optimizer.learning_rate"}
    named = settings.pop("settings", {})
    return {"name": name, "set": {**{paths.get(key, f"layers.*.{key}"): v for key, v in settings.items()}, **named}}


def recipe(*layers: dict[str, Any], **fields: Any) -> Experiment:
    """An experiment with these layers."""
    return parse({"layers": list(layers), **fields})


def small_net(*, rate: float = 0.25, **fields: Any) -> Experiment:
    """4 features -> 5 -> 5 -> 3 classes for `blobs`, with dropout after each hidden layer."""
    layers = [
        dense(HIDDEN, l2=0.01),
        activation("relu"),
        dropout(rate),
        dense(HIDDEN, l2=0.01),
        activation("tanh"),
        dropout(rate),
        dense(3, l2=0.01),
    ]
    return recipe(*layers, **{"batch_size": 8, "optimizer": {"kind": "sgd", "learning_rate": 0.1}, **fields})


def dataset_of(train_x: Any, train_y: Any, test_x: Any = None, test_y: Any = None, *, n_classes: int = 2) -> Dataset:
    """A dataset of these very rows; without test rows, the training rows test as well."""
    x, y = np.asarray(train_x, np.float32), np.asarray(train_y, np.int64)
    return Dataset(
        name="rows",
        train_x=x,
        train_y=y,
        train_y_clean=y,
        test_x=x if test_x is None else np.asarray(test_x, np.float32),
        test_y=y if test_y is None else np.asarray(test_y, np.int64),
        classes=tuple(str(index) for index in range(n_classes)),
        preparation=plain(f"x{index}" for index in range(x.shape[1])),
    )


def numbers_of(train_x: Any, train_y: Any, test_x: Any = None, test_y: Any = None) -> Dataset:
    """The same of rows with numbers to learn."""
    x, y = np.asarray(train_x, np.float32), np.asarray(train_y, np.float32)
    rows = dataset_of(x, np.zeros(len(y)), test_x, None if test_y is None else np.zeros(len(test_y)))
    offset, scale = centre_and_size(y)
    return replace(
        rows,
        classes=(),
        train_y=y,
        train_y_clean=y,
        test_y=y if test_y is None else np.asarray(test_y, np.float32),
        target_name="y",
        target_offset=offset,
        target_scale=scale,
    )


def blobs(n_features: int = 4, n_classes: int = 3, *, train: int = 30, test: int = 15, seed: int = 7) -> Dataset:
    """A normal cloud of points for each class."""
    rng = np.random.default_rng(seed)
    centres = rng.normal(0, 1.5, (n_classes, n_features))
    labels = np.arange(train + test) % n_classes
    rows = centres[labels] + rng.normal(0, 1, (train + test, n_features))
    return dataset_of(rows[:train], labels[:train], rows[train:], labels[train:], n_classes=n_classes)


def pictures(shape: tuple[int, int, int] = (6, 5, 1), *, seed: int = 7) -> Dataset:
    """The same where each row is a picture, (height, width, channels)."""
    return replace(blobs(math.prod(shape), seed=seed), image_shape=shape[:2])


def trained(experiment: Experiment, dataset: Dataset, steps: int, **options: Any) -> Trainer:
    """A trainer after so many steps, measured."""
    trainer = Trainer(experiment, dataset, **options)
    trainer.run(steps)
    trainer.measure()
    return trainer


def lane_bytes(trainer: Trainer, lane: int) -> list[bytes]:
    """One lane's parameters, to be compared bit for bit."""
    return [array.tobytes() for layer in trainer.lane_parameters(lane) for array in layer.values()]
