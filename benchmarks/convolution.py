"""A step of small convolutional networks beside torch's, and nine lanes of one over nine runs."""

from __future__ import annotations

from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from benchmarks.report import Row, ratio_row, skipped
from benchmarks.timing import race
from engine.data import Dataset
from engine.data.preprocessing.preparation import plain
from engine.experiment.experiment import Experiment, parse
from engine.train.trainer import Trainer

SIDES = (8, 14, 28)
BATCHES = (32, 64)
KERNEL = 5
FILTERS = (8, 16)
CLASSES = 10
OVER_TORCH = 1.0
NINE_OVER_NINE = 0.85
SECONDS = 2.0
ROWS = 640


def convolution() -> list[Row]:
    """All of them, on one thread."""
    with threadpool_limits(1):
        return [*(_beside_torch(side, batch) for side in SIDES for batch in BATCHES), *map(_nine, SIDES)]


def _sizes(side: int) -> tuple[int, int, int, int]:
    """What comes out of the first pooling; the second kernel, and what comes out of it; and of the second pooling."""
    first = (side - KERNEL + 1) // 2
    kernel = min(KERNEL, first)
    second = first - kernel + 1
    return first, kernel, second, max(second // 2, 1)


def _experiment(side: int, batch: int, lanes: int = 1) -> Experiment:
    _, kernel, second, _ = _sizes(side)
    pool = [{"kind": "max_pool"}]
    layers: list[dict[str, Any]] = [
        {"kind": "conv2d", "filters": FILTERS[0], "kernel": KERNEL},
        {"kind": "activation", "function": "relu"},
        *pool,
        {"kind": "conv2d", "filters": FILTERS[1], "kernel": kernel},
        {"kind": "activation", "function": "relu"},
        *(pool if second > 1 else []),
        {"kind": "dense", "units": CLASSES},
    ]
    rates = [{"name": str(n), "set": {"optimizer.learning_rate": 0.01 + n / 1000}} for n in range(lanes)]
    return parse({"layers": layers, "batch_size": batch, "lanes": rates})


def _rows(side: int) -> Dataset:
    rng = np.random.default_rng(0)
    x = rng.random((ROWS, side * side), np.float32)
    y = rng.integers(0, CLASSES, ROWS)
    classes = tuple(map(str, range(CLASSES)))
    names = plain(f"p{index}" for index in range(side * side))
    return Dataset("pictures", x, y, y, x[:CLASSES], y[:CLASSES], classes, names, image_shape=(side, side))


class _Torch:
    """The same network, batches and update in eager torch."""

    def __init__(self, dataset: Dataset, side: int, batch: int) -> None:
        import torch
        from torch import nn

        _, kernel, second, last = _sizes(side)
        self.torch, self.batch = torch, batch
        self.x = torch.tensor(dataset.train_x.reshape(-1, 1, side, side))
        self.y = torch.tensor(dataset.train_y)
        self.network = nn.Sequential(
            *(nn.Conv2d(1, FILTERS[0], KERNEL), nn.ReLU(), nn.MaxPool2d(2)),
            *(nn.Conv2d(FILTERS[0], FILTERS[1], kernel), nn.ReLU()),
            *((nn.MaxPool2d(2),) if second > 1 else ()),
            *(nn.Flatten(), nn.Linear(FILTERS[1] * last * last, CLASSES)),
        )
        self.optimizer = torch.optim.SGD(self.network.parameters(), lr=0.01)
        self.loss = nn.CrossEntropyLoss()

    def __call__(self, n: int) -> None:
        for _ in range(n):
            rows = self.torch.randint(len(self.x), (self.batch,))
            self.optimizer.zero_grad()
            self.loss(self.network(self.x[rows]), self.y[rows]).backward()
            self.optimizer.step()


def _beside_torch(side: int, batch: int) -> Row:
    what = f"convolution on {side}x{side}, batch {batch}: ours over torch, eager, 1 thread"
    dataset = _rows(side)
    try:
        peer = _Torch(dataset, side, batch)
    except ImportError as error:
        return skipped(what, f"skipped: {error.name} is not installed (pip install -e .[bench])")
    trainer = Trainer(_experiment(side, batch), dataset)
    result = race({"torch": peer, "ours": trainer.run}, seconds=SECONDS)
    microseconds = {name: result.microseconds(name) for name in result.times}
    return ratio_row(
        what,
        result.ratio("ours", "torch"),
        at_most=OVER_TORCH,
        if_missed=f"{microseconds['ours']:.0f} us over {microseconds['torch']:.0f} us a step; see docs/decisions/010",
        details={"microseconds": microseconds},
    )


def _nine(side: int) -> Row:
    dataset = _rows(side)
    nine, single = Trainer(_experiment(side, 32, 9), dataset), Trainer(_experiment(side, 32), dataset)
    result = race({"nine": nine.run, "single": single.run}, seconds=SECONDS)
    microseconds = {name: result.microseconds(name) for name in result.times}
    return ratio_row(
        f"9 lanes of a convolution on {side}x{side} that share rows, over nine runs",
        result.ratio("nine", "single", repetitions=9),
        at_most=NINE_OVER_NINE,
        if_missed=f"{microseconds['nine']:.0f} us a step of nine, {microseconds['single']:.0f} us of one; the first "
        "layer's strips are copied once for all, the rest of a step is what each lane alone would do",
        details={"microseconds": microseconds},
    )
