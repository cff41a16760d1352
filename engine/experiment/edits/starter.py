"""A network to begin with on a table of one's own: small, quick, and stopped where the held-out rows say so."""

from __future__ import annotations

from typing import Any, Final

from engine.data.spec import DataSpec
from engine.experiment.edits.adapt import name_of
from engine.experiment.experiment import Experiment, parse

_UNITS: Final = 64
_PENALTY: Final = 0.01
"""Of five splits each of iris, wine, wdbc and diabetes, these and the numbers below came within 0.8 points, and 3 % of
the RMSE, of scikit-learn's MLP with its own defaults on the same training rows."""


def starter(data: DataSpec, *, n_outputs: int) -> Experiment:
    """One hidden layer of 64 ReLU, Adam, shuffled batches, and early stopping that goes back to the best.

    n_outputs: of the classes, or 1 for a number.
    """
    layers: list[dict[str, Any]] = [
        {"kind": "dense", "units": _UNITS, "l2": _PENALTY},
        {"kind": "activation", "function": "relu"},
        {"kind": "dense", "units": n_outputs, "l2": _PENALTY},
    ]
    return parse(
        {
            "name": name_of(data.source),
            "data": data.model_dump(mode="json"),
            "layers": layers,
            "loss": "softmax_cross_entropy" if data.task == "classes" else "mean_squared_error",
            "optimizer": {"kind": "adam", "learning_rate": 0.005},
            "batch_size": 32,
            "sampling": "shuffle",
            "steps": 2000,
            "early_stopping": {"on": True, "every": 20, "patience": 25, "restore_best": True},
        }
    )


def has_same_net(one: Experiment, other: Experiment) -> bool:
    """Whether two experiments differ in nothing but their rows, how long they train, and what they and their lanes are
    called: the window has names in its own language."""
    aside = {"data", "name", "steps", "lanes"}
    nameless = ([lane.model_copy(update={"name": ""}) for lane in each.lanes] for each in (one, other))
    return next(nameless) == next(nameless) and all(
        getattr(one, field) == getattr(other, field) for field in Experiment.model_fields if field not in aside
    )
