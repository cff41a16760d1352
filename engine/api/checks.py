"""Whether a function of the library is given what it takes."""

from __future__ import annotations

import os

from engine.experiment.calls import wrong
from engine.experiment.experiment import Experiment


def check_experiment(called: str, value: object, more: str = "") -> None:
    """Raises ExperimentError where another thing stands in the place of an experiment."""
    if isinstance(value, Experiment):
        return
    error = wrong(called, f"{called}(experiment{more})", value)
    better = {"a Run": "run.experiment", "a list of layers": "Experiment(layers=[...])"}.get(str(error.values["given"]))
    raise error if better is None else wrong(called, f"{called}({better}{more})", value)


def check_path(called: str, example: str, value: object) -> None:
    """Raises ExperimentError where another thing stands in the place of the path of a file."""
    if not isinstance(value, str | os.PathLike):
        raise wrong(called, example, value)
