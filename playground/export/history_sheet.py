"""Every evaluation of every lane as a table, with all that the curves may have on their time axis."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.arrays import Array
from engine.store.experiment_files import save_history
from engine.train.history.rows_seen import rows_seen
from engine.train.trainer import Trainer


def write_history(path: Path, trainer: Trainer) -> None:
    """As ``playground train --history`` does, and behind its columns epochs, rows seen and each lane's seconds:
    its share of the time of its network, so that those of all lanes together are the time of training. Where a lane is
    a branch from an earlier step, its own steps, too."""
    names = [lane.name for lane in trainer.experiment.lanes]
    save_history(trainer.history.view(), names, path, task=trainer.dataset.task, more=clocks(trainer))


def clocks(trainer: Trainer) -> dict[str, Array]:
    """(points, lanes) each."""
    view = trainer.history.view()
    groups = [trainer.of(lane) for lane in range(len(trainer.experiment.lanes))]
    rows = [len(group.rows.train_x) for group, _ in groups]
    behind = np.array([group.behind.get(own, 0) for group, own in groups])
    made = np.maximum(0, view.steps[:, None] - behind)
    each = [rows_seen(trainer.experiment, view.marks, lane, n, made[:, lane]) for lane, n in enumerate(rows)]
    seen = np.stack(each, axis=1)
    own = {"own_step": made} if behind.any() else {}
    return {**own, "epoch": seen / np.maximum(1, rows), "rows_seen": seen, "lane_seconds": view.seconds}
