"""What goes on inside the network, in numbers: one file a view, imported and computed only when somebody looks.

What it answers to rows lies in `answers`, what leads there beside it. Each file has a function of its own name,
``(trainer, request) -> frozen result``, of one group of lanes: these are the INSPECTORS. `look_inside` runs those that
are asked for, and puts together what they find of each group (`of_groups`); the results travel in `Snapshot.inside`.
`layer_history` is recorded along the way instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from engine.data.task import Task
from engine.inspectors.request import InspectionRequest
from engine.nn.layers.parts.products import on_one_thread

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer
    from engine.train.trainer import Trainer

__all__ = ["INSPECTORS", "OF_ONE_TASK", "InspectionRequest", "look_inside"]


def _inspector(name: str, module: str) -> Callable[[Any, InspectionRequest], Any]:
    """A function of a module that is imported with the first look: no start waits for it."""

    def inspect(trainer: GroupTrainer | Trainer, request: InspectionRequest) -> Any:
        return getattr(import_module(module), name)(trainer, request)

    return inspect


_HELPERS: Final = frozenset(
    {"blocks", "channels", "class_figures", "of_groups", "preview_theory", "probing", "request"}
)
"""Modules that are no inspector."""

_FILES: Final = {
    module.name.rpartition(".")[2]: module.name
    for module in walk_packages(__path__, f"{__name__}.")
    if not module.ispkg
}
INSPECTORS: Final = {name: _inspector(name, _FILES[name]) for name in sorted(_FILES.keys() - _HELPERS)} | {
    "diagnosis": _inspector("diagnosis", "engine.diagnosis.diagnosis"),
    "verdict": _inspector("verdict", "engine.verdict.verdict"),
}
OF_THE_RUN: Final = frozenset({"diagnosis", "verdict"})
"""Those that are asked about the run as a whole: ``(Trainer, request) -> result``."""


OF_ONE_TASK: Final[dict[str, Task]] = {
    "predictions": "classes",
    "quality": "classes",
    "moved": "classes",
    "residuals": "numbers",
    "middle_errors": "numbers",
    "fit": "numbers",
}
"""Inspectors that know only classes, or only numbers."""


def look_inside(trainer: Trainer, request: InspectionRequest) -> Mapping[str, Any]:
    """The results by name, of what there is for what is learned. A lane that has left the network has NaN."""
    task = trainer.dataset.task
    names = sorted(name for name in request.what & INSPECTORS.keys() if OF_ONE_TASK.get(name, task) == task)
    with np.errstate(all="ignore"), on_one_thread():  # lanes may overflow: that is what diverging means
        return {name: _look(trainer, request, name) for name in names}


def _look(trainer: Trainer, request: InspectionRequest, name: str) -> Any:
    if name in OF_THE_RUN:
        return INSPECTORS[name](trainer, request)
    if len(trainer.groups) == 1:
        return INSPECTORS[name](trainer.groups[0], request)
    from engine.inspectors.of_groups import ask_groups  # here, because most runs have one

    return ask_groups(trainer, INSPECTORS[name], request)
