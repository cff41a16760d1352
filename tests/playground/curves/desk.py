"""Runs of made-up figures for the panel of the curves, and what is seen of them there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtGui import QAction, QColor

from engine.experiment.experiment import Experiment
from engine.train.history.history import MEASURES, History, Mark
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.curves.panel import CurvesPanel
from playground.curves.plots.plot import LanePlot
from tests.playground.helpers import small

Open = Callable[[Experiment], CurvesPanel]


def run(values: np.ndarray, *, run_id: int = 1, marks: tuple[Mark, ...] = (), **ends: int) -> Snapshot:
    """A run whose lanes have these losses and accuracies. values: (points, lanes)"""
    points, lanes = values.shape
    history = History(lanes)
    for point in range(points):
        figures = np.repeat(values[point : point + 1], len(MEASURES), axis=0)
        figures[MEASURES.index("penalty")] = 0
        history.append(10 * point, figures)
    for mark in marks:
        history.mark(mark)
    shown = tuple(
        LaneSnapshot(f"lane {lane}", 0, *[float(values[-1, lane])] * 2, 0.0, *[float(values[-1, lane])] * 2, **ends)
        for lane in range(lanes)
    )
    return Snapshot(run_id, 10 * (points - 1), 1.0, 10 * (points - 1), 0.1, shown, history.view())


def flat(*levels: float, points: int = 40) -> np.ndarray:
    return np.tile(np.array(levels), (points, 1))


def lanes(n: int, **fields: Any) -> Experiment:
    """Without a planned end, as long as the runs that are shown here are."""
    return small(steps=None, lanes=[{"name": f"lane {i}", "set": {"layers.*.l2": i / 100}, **fields} for i in range(n)])


def pixels(plot: LanePlot, color: QColor) -> int:
    """How many pixels of the plot have nearly this colour."""
    image = plot.grab().toImage().convertToFormat(plot.grab().toImage().Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]
    distance = np.abs(data.astype(int) - np.array(color.getRgb()[:3])).max(axis=2)
    return int((distance < 24).sum())


def choose(panel: CurvesPanel, name: str) -> None:
    """An entry of the menu of options."""
    action = panel.findChild(QAction, f"action.{name}")
    assert isinstance(action, QAction)
    assert action.isEnabled()
    action.trigger()


def texts(panel: CurvesPanel) -> list[str]:
    """What the other runs are called, without what they had come to."""
    return [ghost.text.split(" · ")[0] for ghost in panel.loss.ghosts]
