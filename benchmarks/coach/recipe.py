"""A run whose trouble is known, or that has none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from benchmarks.coach.tables import NAMES, table
from engine.data import Dataset, load, split
from engine.data.spec import DataSpec
from engine.experiment.experiment import Experiment, parse


@dataclass(frozen=True)
class Recipe:
    """``causes``: the rules that are right, the first of them the trouble it was made for; none, where it is healthy.

    Its lanes are the same with other seeds.
    """

    name: str
    experiment: Experiment
    causes: tuple[str, ...] = ()
    steps: int = 500


def rows(data: DataSpec) -> Dataset:
    """As training sees them; of the tables here, too."""
    return _rows(data.model_dump_json())


@lru_cache(maxsize=64)
def _rows(text: str) -> Dataset:
    data = DataSpec.model_validate_json(text)
    return split(table(data.source), data) if data.source in NAMES else load(data)


def net(
    source: str,
    *hidden: int,
    function: str = "relu",
    start: str | None = None,
    norm: str | None = None,
    rate: float | None = None,
    l1: float = 0.0,
    l2: float = 0.0,
    optimizer: str = "sgd",
    lr: float = 0.05,
    batch: int = 32,
    settings: dict[str, Any] | None = None,
    data: dict[str, Any] | None = None,
    last: Sequence[dict[str, Any]] = (),
    seeds: int = 2,
    **fields: Any,
) -> Experiment:
    """Equal hidden layers: dense, norm, function, dropout; ``last``: what stands behind the output layer.

    lr, ``settings``: of the optimizer. start: initialization; without it, the one that suits the function.
    """
    start = start or ("he_uniform" if function in ("relu", "leaky_relu", "elu") else "xavier_uniform")
    spec = {"source": source, "train": 200, "test": 200}
    if source == "digits":
        spec |= {"train": 300, "test": 300}
    elif source in NAMES:
        spec |= {"scaling": "standard", "task": table(source).task}
    data_spec = DataSpec.model_validate({**spec, **(data or {})})
    weights = {"kind": "dense", "initialization": start, "l1": l1, "l2": l2}
    layers: list[dict[str, Any]] = []
    for units in hidden:
        layers.append({**weights, "units": units})
        layers += [{"kind": norm}] if norm else []
        layers.append({"kind": "activation", "function": function})
        layers += [{"kind": "dropout", "rate": rate}] if rate is not None else []
    layers.append({**weights, "units": rows(data_spec).n_outputs})
    if data_spec.task == "numbers":
        fields.setdefault("loss", "mean_squared_error")
    return parse(
        {
            "data": data_spec.model_dump(),
            "layers": [*layers, *last],
            "optimizer": {"kind": optimizer, "learning_rate": lr, **(settings or {})},
            "batch_size": batch,
            "lanes": [{"name": f"seed {seed}", "set": {"seed": seed}} for seed in range(seeds)],
            **fields,
        }
    )
