"""How many rows a lane has seen by each step of its run."""

from __future__ import annotations

import math
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

    A step sees a batch, all ``rows`` of the lane, or at the end of a shuffled epoch what is left of them; where that
    was changed at some step, those behind it see as many as it says since.
    """
    setup = lane_setup(experiment, lane)
    own = experiment.lanes[lane].set
    now: dict[str, Any] = {name: getattr(setup, name) for name in _SETTINGS}
    spans: list[tuple[float, float, dict[str, Any]]] = []  # (from this step on, up to that one, with these settings)
    end = math.inf
    for mark in reversed(marks):
        path = FieldPath.parse(mark.path)
        inside = path.inside_lane if path.lane is not None else path
        name = str(inside)
        if name in now and (path.lane == lane or (path.lane is None and name not in own)):
            spans.append((mark.step, end, dict(now)))
            end, now[name] = mark.step, mark.old
    spans.append((0, end, now))
    seen = np.zeros(np.shape(steps))
    for first, last, settings in spans:
        seen += _seen(np.clip(steps, first, last), settings, rows) - _seen(np.float64(first), settings, rows)
    return seen


def _seen(steps: NDArray[Any] | np.float64, settings: dict[str, Any], rows: int) -> NDArray[np.float64]:
    """How many rows the first so many steps of a run see that has these settings from its beginning on."""
    size = rows if settings["sampling"] == "full" else int(settings["batch_size"])
    if settings["sampling"] != "shuffle":
        return np.asarray(steps * float(size), np.float64)
    a_batch = min(size, rows)
    an_epoch = max(1, -(-rows // max(1, a_batch)))
    whole, rest = np.divmod(steps, an_epoch)
    return np.asarray(whole * rows + np.minimum(rest * a_batch, rows), np.float64)
