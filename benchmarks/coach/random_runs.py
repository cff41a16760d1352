"""Experiments put together at random, most of which learn little."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from benchmarks.coach.recipe import Recipe, net

SEED: Final = 16
RUNS: Final = 200
SOURCES: Final = (
    "digits",
    "circle",
    "xor",
    "spiral",
    "rings",
    "checkerboard",
    "clouds",
    "product",
    "friedman",
    "units",
)
RATES: Final = {"sgd": 0.05, "momentum": 0.01, "adam": 0.003, "rmsprop": 0.003, "adagrad": 0.03, "adamw": 0.003}
"""Sound ones; a run has one of them times 0.001 to 100."""


def random_runs() -> Iterator[Recipe]:
    """RUNS of them, a lane each."""
    rng = np.random.default_rng(SEED)
    for index in range(RUNS):
        yield Recipe(f"random {index}", _experiment(rng), steps=400)


def _experiment(rng: np.random.Generator) -> Any:
    def one(*choices: Any) -> Any:
        return choices[int(rng.integers(len(choices)))]

    optimizer = one(*RATES)
    return net(
        one(*SOURCES),
        *[int(one(2, 4, 16, 40))] * int(one(0, 1, 2, 2, 3, 5, 8)),
        function=one("relu", "relu", "tanh", "sigmoid"),
        start=one(None, None, None, "uniform", "zeros"),
        norm=one(None, None, None, "batch_norm"),
        rate=one(None, None, 0.2, 0.8),
        l2=one(0.0, 0.0, 0.01, 0.3),
        optimizer=optimizer,
        lr=RATES[optimizer] * 10.0 ** float(rng.uniform(-3, 2)),
        batch=one(1, 8, 32, 128),
        data={"scaling": one("max", "standard", "none")},
        seeds=1,
    )
