"""A neural network engine on NumPy, headless: see ARCHITECTURE.md.

As a library: ``from engine import Experiment, Dense, train``, see README.md. Names are looked up when they are asked
for, so that nothing waits for what it does not use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.api.comparing import compare
    from engine.api.python_code import as_python
    from engine.api.run import Run, diagnose, inspect
    from engine.api.saving import save_experiment
    from engine.api.specs import (
        Activation,
        Adadelta,
        Adagrad,
        Adam,
        Adamw,
        AveragePool,
        BatchNorm,
        ConstantSchedule,
        Conv2d,
        CosineSchedule,
        Data,
        Dense,
        Dropout,
        EarlyStopping,
        ExponentialSchedule,
        Flatten,
        GlobalAveragePool,
        Lane,
        LayerNorm,
        MaxPool,
        Momentum,
        Nadam,
        Nesterov,
        PlateauSchedule,
        Rmsprop,
        Sgd,
        StepSchedule,
    )
    from engine.api.training import load_data, train
    from engine.errors import PlaygroundError
    from engine.experiment.edits.field_edits import edited
    from engine.experiment.experiment import Experiment
    from engine.store.experiment_files import open_experiment
    from engine.store.presets import load_preset

__all__ = [
    "Activation",
    "Adadelta",
    "Adagrad",
    "Adam",
    "Adamw",
    "AveragePool",
    "BatchNorm",
    "ConstantSchedule",
    "Conv2d",
    "CosineSchedule",
    "Data",
    "Dense",
    "Dropout",
    "EarlyStopping",
    "Experiment",
    "ExponentialSchedule",
    "Flatten",
    "GlobalAveragePool",
    "Lane",
    "LayerNorm",
    "MaxPool",
    "Momentum",
    "Nadam",
    "Nesterov",
    "PlateauSchedule",
    "PlaygroundError",
    "Rmsprop",
    "Run",
    "Sgd",
    "StepSchedule",
    "as_python",
    "compare",
    "diagnose",
    "edited",
    "inspect",
    "load_data",
    "load_preset",
    "open_experiment",
    "save_experiment",
    "train",
]

_LISTED = __all__
if not TYPE_CHECKING:
    del __all__  # asked for by a star alone, which is given every kind there is, listed or not

_HOMES = {
    "compare": "engine.api.comparing",
    "as_python": "engine.api.python_code",
    **dict.fromkeys(("Run", "diagnose", "inspect"), "engine.api.run"),
    **dict.fromkeys(("load_data", "train"), "engine.api.training"),
    "PlaygroundError": "engine.errors",
    "edited": "engine.experiment.edits.field_edits",
    "Experiment": "engine.experiment.experiment",
    "open_experiment": "engine.store.experiment_files",
    "save_experiment": "engine.api.saving",
    "load_preset": "engine.store.presets",
}
"""Where a name is at home; the parts of an experiment are in `engine.api.specs`."""


def __getattr__(name: str) -> Any:
    if name == "__all__":
        return sorted({*_LISTED, *(part for part, _ in import_module("engine.api.specs").PARTS.values())})
    # A kind of layer or optimizer that is not listed has a name like a class; a room's begins with a small letter.
    if name in _LISTED or name[:1].isupper():
        home = import_module(_HOMES.get(name, "engine.api.specs"))
        if hasattr(home, name):
            return getattr(home, name)
    raise AttributeError(f"module 'engine' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_LISTED})
