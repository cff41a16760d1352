"""Evidence of a sound lane, and of those with a cause each."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from benchmarks.coach.recipe import net, rows
from engine.data.dataset import Dataset
from engine.diagnosis.evidence.data_facts import DataFacts
from engine.diagnosis.evidence.evidence import Evidence
from engine.diagnosis.evidence.gather import evidence
from engine.experiment.experiment import Experiment
from engine.train.trainer import Trainer


def other(**fields: Any) -> Evidence:
    """Digits, two hidden ReLU layers of 20 units, 400 steps."""
    return found(net("digits", 20, 20, seeds=1, **{"l2": 0.003, "lr": 0.05, **fields}), 400)


@cache
def sound() -> Evidence:
    """Of a run that goes well."""
    return other()


def found(experiment: Experiment, steps: int, dataset: Dataset | None = None) -> Evidence:
    trainer = Trainer(experiment, rows(experiment.data) if dataset is None else dataset)
    with np.errstate(all="ignore"):
        for step in range(0, steps + 1, max(steps // 20, 1)):
            trainer.run(step - trainer.step, record=True)
            trainer.measure()
        return evidence(trainer.groups[0], 0)


def facts(**changed: Any) -> DataFacts:
    return replace(sound().facts, **changed)


def stuck(accuracy: float = 0.3, **changed: Any) -> dict[str, Any]:
    return {"train_accuracy": accuracy, "held_out_accuracy": accuracy, "fall": 0.0, "progress": 0.0, **changed}


UPDATES = np.array([1e-3, 1e-3, 1e-3])


HALF_DEAD = np.array([np.nan, 0.6, np.nan, 0.1, np.nan])


@cache
def small(*widths: int) -> Evidence:
    return found(net("digits", *widths, function="tanh", lr=0.05, seeds=1), 400)
