"""The settings that a lane goes by; of one that has diverged, those with which it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.diagnosis.evidence.course import concerning
from engine.errors import PlaygroundError
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup

if TYPE_CHECKING:
    from engine.train.group_trainer import GroupTrainer


def setup_of(trainer: GroupTrainer, lane: int) -> Experiment:
    """The experiment as the lane has it. What was edited after it had diverged did it no harm and no good, and is taken
    back."""
    experiment, diverged_at = trainer.experiment, trainer.diverged_at.get(lane)
    if diverged_at is None:
        return lane_setup(experiment, lane)
    before: dict[str, Any] = {}
    for mark in concerning(trainer.history.view().marks, lane):
        if mark.step >= diverged_at:
            before.setdefault(mark.path, mark.old)
    for path, value in before.items():
        try:
            experiment = edited(experiment, path, value)
        except PlaygroundError:  # of another kind of optimizer, which comes back by its own path
            continue
    return lane_setup(experiment, lane)
