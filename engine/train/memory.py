"""Whether a network fits in this computer's memory: asked before, for a system that runs out kills without a word."""

from __future__ import annotations

import os
from math import prod
from pathlib import Path

from engine.errors import ExperimentError
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.groups import groups
from engine.nn.evaluation import CHUNK
from engine.nn.layers.base import Shape
from engine.nn.shapes import Rows, layer_shapes, row_shape
from engine.train.fit import check_shapes

_BYTES = 4
_COPIES_OF_PARAMETERS = 5
"""The parameters, their gradients and three scratch arrays."""
_COPIES_OF_VALUES = 3
"""The values of each layer, their gradients and the masks and scratch."""
_COPIES_OF_THE_BEST = 2
"""Early stopping keeps the best weights, and those that training has come to, while the best are shown at its end."""
_CGROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")


def check_memory(experiment: Experiment, rows: Rows) -> None:
    """Raises ExperimentError where the network is too large for this computer, or a layer cannot be where it is."""
    check_shapes(experiment.layers, rows)
    needed, available = needed_memory(experiment, row_shape(experiment.layers, rows)), physical_memory()
    if available is not None and needed > available:
        raise ExperimentError(
            "{path}: this network needs about {needed:.0f} GB of memory, but there are {available:.0f} GB: "
            "use fewer units or lanes.",
            path="layers",
            needed=needed / 1e9,
            available=available / 1e9,
        )


def needed_memory(experiment: Experiment, shape: Shape) -> int:
    """Bytes that training takes, roughly, all groups of lanes together. shape: of a row."""
    return sum(_of_group(group.experiment, shape) for group in groups(experiment))


def _of_group(experiment: Experiment, shape: Shape) -> int:
    shapes = layer_shapes(experiment.layers, shape)
    parameters = sum(
        prod(of)
        for layer, shape in zip(experiment.layers, shapes, strict=False)
        for of in layer.parameter_shapes(shape).values()
    )
    units = sum(map(prod, shapes))
    rows = _COPIES_OF_VALUES * experiment.batch_size + CHUNK
    copies = _COPIES_OF_PARAMETERS + experiment.optimizer.rule.slots
    copies += _COPIES_OF_THE_BEST if experiment.early_stopping.on else 0
    return _BYTES * len(experiment.lanes) * (copies * parameters + rows * units)


def physical_memory() -> int | None:
    """Bytes that this computer, or the container, has; None where it does not say."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return None
    try:
        return min(total, int(_CGROUP_LIMIT.read_text()))
    except (OSError, ValueError):  # no container, or one without a limit ("max")
        return total
