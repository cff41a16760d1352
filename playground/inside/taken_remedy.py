"""What came of a remedy that was taken: the lane's loss before, and after as many steps."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QCoreApplication

from engine.diagnosis.findings import Finding
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.ui.text.numbers import filled

AT_LAST: Final = 300
"""Steps after which it is told, where the lane had made more before."""


class TakenRemedy:
    """``name``: what the remedy is called on the screen; ``snapshot``: the run that it was taken in."""

    def __init__(self, finding: Finding, name: str, snapshot: Snapshot) -> None:
        self._name = name
        self._lane = finding.lane
        self._run = snapshot.run
        self._step = min(max(snapshot.newest, 1), AT_LAST)
        self._before = _loss(snapshot.lanes[finding.lane])

    def outcome(self, snapshot: Snapshot | None) -> str:
        """One sentence; empty while it is too early, and in the old run, where it was taken back."""
        if snapshot is None or snapshot.run == self._run or self._lane >= len(snapshot.lanes):
            return ""
        lane = snapshot.lanes[self._lane]
        after = _loss(lane)
        if snapshot.step < self._step or not math.isfinite(after):
            return ""
        values = {"what": self._name, "before": self._before, "after": after, "step": snapshot.step}
        if not math.isfinite(self._before):
            return filled(_tr("{what}: it no longer diverges, and its loss is {after:.3g} at step {step}."), values)
        if lane.has_validation:
            return filled(_tr("{what}: validation loss {before:.3g} → {after:.3g} at step {step}."), values)
        return filled(_tr("{what}: test loss {before:.3g} → {after:.3g} at step {step}."), values)


def _loss(lane: LaneSnapshot) -> float:
    return lane.valid_data_loss if lane.has_validation else lane.test_data_loss


def _tr(text: str) -> str:
    return QCoreApplication.translate("TakenRemedy", text)
