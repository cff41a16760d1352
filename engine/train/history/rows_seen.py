"""How many rows a lane has seen by each step of its run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_setup
from engine.experiment.recipe import Recipe
from engine.train.history.history import Mark

_SETTINGS = ("batch_size", "sampling")


def rows_seen(
    experiment: Recipe, marks: Sequence[Mark], lane: int, rows: int, steps: NDArray[Any]
) -> NDArray[np.float64]:
    """steps: any shape -> as many numbers. experiment: as it is now; marks: what was changed while it trained.

    A step sees a batch, or all ``rows`` of the lane; where that was changed at some step, those behind it see as many
    as it says since.
    """
    setup = lane_setup(experiment, lane)
    own = experiment.lanes[lane].set
    now: dict[str, Any] = {name: getattr(setup, name) for name in _SETTINGS}
    changes: list[tuple[int, int]] = []  # (from this step on, rows a step), the last ones first
    for mark in reversed(marks):
        path = FieldPath.parse(mark.path)
        inside = path.inside_lane if path.lane is not None else path
        name = str(inside)
        if name in now and (path.lane == lane or (path.lane is None and name not in own)):
            changes.append((mark.step, _rows_a_step(now, rows)))
            now[name] = mark.old
    seen = steps * float(_rows_a_step(now, rows))
    before = _rows_a_step(now, rows)
    for step, after in reversed(changes):
        seen = seen + np.maximum(0, steps - step) * float(after - before)
        before = after
    return np.asarray(seen, np.float64)


def _rows_a_step(now: dict[str, Any], rows: int) -> int:
    return rows if now["sampling"] == "full" else int(now["batch_size"])
