"""The run whose curves are shown, and those that it is compared with: the last ones before, and those pinned."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.train.history.history import HistoryView
from engine.train.snapshot import Snapshot
from playground.curves.data import CurveData
from playground.ui.look.lane_look import LaneLook
from playground.ui.text import i18n
from playground.ui.text.edit_descriptions import run_text

MOST_PINNED: Final = 3
MOST_BEFORE: Final = 2
"""More of them would hide the run itself; undo leads back to all that are kept (`engine.train.kept.kept_runs`)."""


@dataclass(slots=True)
class Runs:
    """The run that is shown, and those that it is compared with."""

    shown: Experiment | None = None
    """The experiment on the screen; the run's own is ``experiment``, until the next one begins."""
    experiment: Experiment | None = None
    document: int = 0
    planned: int | None = None
    """The last step, as it was planned when the run began."""
    looks: list[LaneLook] = field(default_factory=list)
    groups: tuple[tuple[int, ...], ...] = ()
    run: int = -1
    foreign: int = -1
    """A run of another document."""
    looked_at: list[tuple[float, float]] = field(default_factory=list)
    """Of each lane the step and the held-out loss of its best, where early stopping looks for it; else NaN."""
    rows: tuple[int, ...] = ()
    """How many training rows each lane learns from."""
    behind: tuple[int, ...] = ()
    """How many fewer steps than the run each has made."""
    data: CurveData = field(default_factory=lambda: CurveData(0))
    history: HistoryView | None = None
    """What is in ``data``."""
    left: Drawn | None = None
    """The run that was on the screen until now, while the next one has not begun."""
    before: list[Drawn] = field(default_factory=list)
    """The runs before the last restarts, the newest in front."""
    pinned: list[Drawn] = field(default_factory=list)

    @property
    def has_validation(self) -> bool:
        """Whether validation rows are held out, and test rows sealed; those compared with are alike in that."""
        return self.history is not None and self.history.has_validation

    def open(self, document: int) -> None:
        """Another document: the run that is still shown is none to compare the next one with."""
        self.document, self.before, self.left, self.foreign = document, [], None, self.run

    def show(self, experiment: Experiment) -> None:
        """The experiment as it is now; where the run takes it live, it is the run's own."""
        self.shown = experiment
        if self.experiment is None or not needs_restart(self.experiment, experiment):
            self.experiment = experiment

    def leave(self) -> None:
        """The run on the screen is over, or goes on with other lanes."""
        if len(self.data) > 2 and self.run != self.foreign:
            self.left = self.drawn()
        self.run, self.data, self.history = -1, CurveData(len(self.looks), self.groups), None

    def start(self, run: int, history: HistoryView) -> None:
        """A new run; the last ones stay to compare with, if they had come anywhere and are not this one's own past."""
        self.leave()
        left = [] if self.left is None else [self.left]
        others = [run for run in self.before if all(run.experiment != one.experiment for one in left)]
        # What undo has brought back is the run that is shown.
        others = [run for run in (*left, *others) if not _goes_on(run.history, history) and not self._is_pinned(run)]
        self.before = others[:MOST_BEFORE]
        self.run, self.left, self.experiment = run, None, self.shown
        self.planned = None if self.shown is None else self.shown.steps
        self.data = CurveData(len(self.looks), self.groups)

    def _is_pinned(self, run: Drawn) -> bool:
        """Whether it is on the screen for good, to its end."""
        alike = (pin for pin in self.pinned if len(pin.history) == len(run.history))
        return any(_goes_on(pin.history, run.history) for pin in alike)

    def update(self, snapshot: Snapshot) -> None:
        """The run goes on."""
        self.history = snapshot.history
        self.data.update(snapshot.history)
        self.looked_at = [
            (math.nan, math.nan) if lane.best_at is None or lane.best_loss is None else (lane.best_at, lane.best_loss)
            for lane in snapshot.lanes
        ]
        self.rows = tuple(lane.rows for lane in snapshot.lanes)
        self.behind = tuple(lane.behind for lane in snapshot.lanes)

    def drawn(self) -> Drawn:
        """The run as it is now."""
        assert self.experiment is not None
        assert self.history is not None
        return Drawn(self.data, tuple(self.looks), self.experiment, self.history, self.rows, self.behind)

    def pin(self) -> None:
        """Keeps the run as it is now on the screen."""
        if len(self.data):
            self.pinned = [*self.pinned, replace(self.drawn(), is_pinned=True)][-MOST_PINNED:]
            # What comes now goes into data of its own.
            again = CurveData(len(self.looks), self.groups)
            self.data, self.run, self.history = again, -1, None

    def compared(self, *, before: bool) -> list[Drawn]:
        """The other runs that belong beside this one: those that learn from the same source, and with the same loss,
        for a spiral's curve says nothing about digits.
        """
        others = [*self.pinned, *(self.before if before else [])]
        others = [run for run in others if len(run.data) > 1]  # a single point is no curve
        return [run for run in others if self.shown and _measures(run.experiment) == _measures(self.shown)]


@dataclass(slots=True, eq=False)
class Drawn:
    """A run that goes on no longer, and how its lanes looked."""

    data: CurveData
    looks: tuple[LaneLook, ...]
    experiment: Experiment
    history: HistoryView
    rows: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()
    is_pinned: bool = False
    _told: tuple[Experiment, str, str] | None = None
    """Beside which experiment, in which language, and the words."""

    def reached(self) -> tuple[float, float] | None:
        """The last held-out loss and accuracy, of its best lane; None where none had any in the end."""
        if not len(self.history):
            return None
        losses, scores = (self.history.measure(f"held_out_{what}")[-1] for what in ("data_loss", "accuracy"))
        if not np.isfinite(losses).any():
            return None
        best = int(np.nanargmin(np.where(np.isfinite(losses), losses, np.nan)))
        return float(losses[best]), float(scores[best])

    def text(self, shown: Experiment) -> str:
        """What has changed from it to a run of the experiment on the screen."""
        told, language = self._told, i18n.language()
        if told is None or told[0] is not shown or told[1] != language:
            told = self._told = shown, language, run_text(self.experiment, shown)
        return told[2]


def _measures(experiment: Experiment) -> tuple[object, ...]:
    """What two runs must have in common, for their curves to be worth comparing."""
    data = experiment.data
    return data.source, data.label_column, data.task, experiment.loss, experiment.has_validation


def _goes_on(old: HistoryView, new: HistoryView) -> bool:
    """Whether a run has the other one's past, as where a lane has come, or one has gone."""
    n, had, has = len(old), old.values.shape[2], new.values.shape[2]
    if not np.array_equal(old.steps, new.steps[:n]):
        return False
    kept = [[*range(min(had, has))]]
    if had == has + 1:
        kept = [[lane for lane in range(had) if lane != gone] for gone in range(had)]
    now = new.values[:n, :, : len(kept[0])]
    return any(np.array_equal(old.values[..., lanes], now, equal_nan=True) for lanes in kept)
