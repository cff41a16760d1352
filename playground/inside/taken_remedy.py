"""What came of a remedy that was taken: the lane's loss before, and after, at the same step of both runs."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.data.dataset import Dataset
from engine.diagnosis.findings import Finding
from engine.diagnosis.trial.comparable import are_comparable
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.ui.text.numbers import filled

AT_LAST: Final = 300
"""Steps after which it is told, where the lane had made more before."""
CLEARLY: Final = 1.05
"""Times the loss before from which on it is called worse: a single look may be a little off."""


class TakenRemedy:
    """``name``: what the remedy is called on the screen; ``snapshot``: the run that it was taken in.

    It speaks of the run that the remedy began and of no other, nor when anything was edited since: whose loss that is
    nobody could tell. Undo and redo bring that run back as it was left, under another number.

    experiment: in which it was taken.
    """

    def __init__(
        self,
        finding: Finding,
        name: str,
        snapshot: Snapshot,
        dataset: Dataset | None = None,
        experiment: Experiment | None = None,
    ) -> None:
        self._name = name
        self._lane = finding.lane
        self._run = snapshot.run
        self._came_to = max(snapshot.newest, 1)
        self._step = min(self._came_to, AT_LAST)
        self._before = snapshot
        self._rows = dataset
        self._experiment = experiment
        self._seen = 0
        """The last step that was seen of the run that the remedy began."""
        self._led_to: tuple[int, Experiment] | None = None

    def outcome(self, snapshot: Snapshot | None, experiment: Experiment, dataset: Dataset) -> str:
        """One sentence; while it is too early, when it is told; empty where the remedy was taken back or anything else
        changed."""
        if snapshot is None or snapshot.run == self._run:
            return ""
        if self._led_to is None:
            self._led_to = snapshot.run, experiment
        if self._is_back(snapshot, experiment):
            self._led_to = snapshot.run, experiment
        if self._led_to != (snapshot.run, experiment):
            return ""
        self._seen = snapshot.step
        lane = snapshot.lanes[self._lane]
        if self._rows is not None and not are_comparable(self._rows, dataset):
            words = _tr("{what}: rows, or the scale of the label, are others now, so that losses cannot be compared.")
            return filled(words, {"what": self._name})
        if snapshot.step < self._step:
            words = _tr("{what}: at step {step} it is said here what came of it.")
            return filled(words, {"what": self._name, "step": self._step})
        # As far as both have come: what the run before came to later would be no fair comparison.
        step = min(snapshot.step, self._came_to)
        before, after = _measured("data_loss", self._before, self._lane, step), _loss(lane)
        values = {"what": self._name, "before": before, "after": after, "step": snapshot.step}
        if not math.isfinite(after):
            return filled(_tr("{what}: it diverges all the same. Undo brings back the run before."), values)
        if not math.isfinite(_loss(self._before.lanes[self._lane])):
            if lane.has_validation:
                text = filled(_tr("{what}: no longer diverged at step {step}; validation loss {after:.3g}."), values)
            else:
                text = filled(_tr("{what}: no longer diverged at step {step}; test loss {after:.3g}."), values)
            judgement = self._judgement(math.inf, after, lane.held_out_accuracy, experiment, dataset)
            return f"{text} {judgement}" if judgement else text
        after = _measured("data_loss", snapshot, self._lane, step)
        values |= {"after": after, "step": step}
        if lane.has_validation:
            text = filled(_tr("{what}: validation loss {before:.3g} → {after:.3g} at step {step}."), values)
        else:
            text = filled(_tr("{what}: test loss {before:.3g} → {after:.3g} at step {step}."), values)
        accuracy = _measured("accuracy", snapshot, self._lane, step)
        judgement = self._judgement(before, after, accuracy, experiment, dataset)
        return f"{text} {judgement}" if judgement else text

    def _is_back(self, snapshot: Snapshot, experiment: Experiment) -> bool:
        """Whether it is the run that the remedy began, brought back: one that starts again has made fewer steps. Of a
        remedy that only starts again, the run before looks the same."""
        if self._led_to is None or experiment != self._led_to[1] or experiment == self._experiment:
            return False
        return snapshot.newest >= self._seen > 0

    def _judgement(self, before: float, after: float, accuracy: float, experiment: Experiment, dataset: Dataset) -> str:
        """Whether it is worse, or still no better than guessing; empty where it is neither."""
        from engine.diagnosis.evidence.guessing import held_out_chance_loss, is_no_better

        kind = lane_setup(experiment, self._lane).loss
        if math.isfinite(before) and after > CLEARLY * before:
            return _tr("That is worse: Undo brings back the run before.")
        if is_no_better(after, accuracy, kind, dataset):
            guessing = held_out_chance_loss(kind, dataset)
            words = _tr("That is no better than guessing, which gives {guessing:.3g}.")
            if after < guessing:
                words = _tr("That is hardly better than guessing, which gives {guessing:.3g}.")
            return filled(words, {"guessing": guessing})
        return ""


def _measured(name: str, snapshot: Snapshot, lane: int, step: int) -> float:
    """A measure of the held-out rows at a step of a run, between two looks in proportion; that of the newest look
    where the history has none."""
    history, here = snapshot.history, snapshot.lanes[lane]
    values = history.measure(f"held_out_{name}")[:, lane]
    is_known = np.isfinite(values)
    if step == snapshot.step or not is_known.any():
        return _loss(here) if name == "data_loss" else here.held_out_accuracy
    return float(np.interp(step, history.steps[is_known], values[is_known]))


def _loss(lane: LaneSnapshot) -> float:
    return lane.valid_data_loss if lane.has_validation else lane.test_data_loss


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakenRemedy", text)
