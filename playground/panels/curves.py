"""Loss and accuracy over time: one colour and one symbol a lane, training solid, test dashed."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.history import HistoryView
from engine.snapshot import Snapshot
from playground import theme
from playground.marks import mark_text
from playground.panel import Panel
from playground.widgets.curve_header import CurveHeader
from playground.widgets.lane_plot import LanePlot, Series
from playground.widgets.plot import rounded_up
from playground.widgets.plot_notes import Note

FIRST_STEPS = 50
"""The time axis is never shorter than this."""
ROOM_FOR_NAMES = 0.86
"""Share of the time axis that curves may fill; the rest is for the lanes' names."""
MOST_MARKS = 12


class CurvesPanel(Panel):
    """Two plots with one time axis."""

    name: ClassVar[str] = "curves"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self.header = CurveHeader(self)
        self.loss = self._plot("plot.loss", self.tr("Loss on the training and the test rows, over the steps"))
        self.accuracy = self._plot("plot.accuracy", self.tr("Share of rows classified right, over the steps"))
        self.loss.hint = self.tr("Press Play and watch the loss fall")
        self.accuracy.value_format = "{:.1%}"
        axis = self.accuracy.getPlotItem().getAxis("left")
        axis.setTicks([[(share / 4, f"{share * 25} %") for share in range(5)]])
        self.accuracy.axis_caption = self.tr("steps")
        self.accuracy.setXLink(self.loss)
        self.loss.getPlotItem().getAxis("bottom").setStyle(showValues=False)
        self.loss.getPlotItem().getAxis("bottom").setHeight(4)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_1, theme.SPACE_1)
        inside.setSpacing(0)
        caption = QLabel(self.tr("Accuracy"))
        caption.setFont(theme.font("title"))
        inside.addWidget(self.header)
        inside.addWidget(self.loss, 1)
        inside.addWidget(caption)
        inside.addWidget(self.accuracy, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_2, theme.SPACE_2, theme.SPACE_2, theme.SPACE_1)
        layout.addWidget(card)
        self.header.log_changed.connect(self._on_log_changed)
        self.header.follow_wanted.connect(self._on_follow_wanted)

    def _plot(self, name: str, description: str) -> LanePlot:
        plot = LanePlot(self)
        plot.setObjectName(name)
        plot.setAccessibleName(description)
        plot.followed.connect(self._on_followed)
        plot.hovered.connect(self._on_hovered)
        return plot

    def show_experiment(self, experiment: Experiment) -> None:
        names = [lane.name for lane in experiment.lanes]
        self.loss.set_lanes(names)
        self.accuracy.set_lanes(names)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot
        if snapshot is None or len(snapshot.lanes) != self.loss.n_lanes:
            self.loss.clear_lines()
            self.accuracy.clear_lines()
            return
        history = snapshot.history
        until = rounded_up(max(float(history.steps[-1]) / ROOM_FOR_NAMES, FIRST_STEPS))
        train, test = history.measure("train_loss"), history.measure("test_loss")
        alive = np.array([lane.diverged_at is None for lane in snapshot.lanes]) | snapshot.all_diverged
        low, high = loss_limits(train[:, alive], test[:, alive], is_log=self.loss.is_log)
        self.loss.show_series(Series(history.steps, train, test), self._notes(snapshot), (until, low, high))
        accuracies = Series(history.steps, history.measure("train_accuracy"), history.measure("test_accuracy"))
        self.accuracy.show_series(accuracies, _without_text(self._marks(history)), (until, 0.0, 1.06))
        self.loss.paint_now()
        self.accuracy.paint_now()

    def _notes(self, snapshot: Snapshot) -> list[Note]:
        diverged = [
            Note(
                lane.diverged_at,
                self.tr("{name} diverged at step {step}").format(name=lane.name, step=lane.diverged_at),
                index,
            )
            for index, lane in enumerate(snapshot.lanes)
            if lane.diverged_at is not None
        ]
        return diverged + self._marks(snapshot.history)

    def _marks(self, history: HistoryView) -> list[Note]:
        return [Note(mark.step, mark_text(mark)) for mark in history.marks[-MOST_MARKS:]]

    def _on_log_changed(self, is_log: bool) -> None:
        self.loss.is_log = is_log
        self.loss.getPlotItem().getAxis("left").setLogMode(is_log)
        self.show_snapshot(self._snapshot)

    def _on_followed(self, is_following: bool) -> None:
        # The plots share their time axis, so moving one moves both.
        self.header.set_following(self.loss.is_following and self.accuracy.is_following)

    def _on_follow_wanted(self) -> None:
        self.loss.follow()
        self.accuracy.follow()

    def _on_hovered(self, step: float | None) -> None:
        self.loss.show_reading(step)
        self.accuracy.show_reading(step)


def _without_text(notes: list[Note]) -> list[Note]:
    return [Note(note.step, "", note.lane) for note in notes]


def loss_limits(train: NDArray[np.float32], test: NDArray[np.float32], *, is_log: bool) -> tuple[float, float]:
    """The lowest and highest loss to show; train, test: (points, lanes).

    One exploding lane must not press the others flat: the axis ends at three times the peak of the middle lane, and
    curves beyond it leave the plot at the top.
    """
    both = np.concatenate([train, test])
    with np.errstate(invalid="ignore"):
        finite = np.where(np.isfinite(both), both, np.nan)
    present = ~np.isnan(finite).all(axis=0)
    if not present.any():
        return (0.1, 10.0) if is_log else (0.0, 1.0)
    peaks = np.sort(np.nanmax(finite[:, present], axis=0))
    high = float(min(peaks[-1], 3 * peaks[(len(peaks) - 1) // 2]))
    if not is_log:
        return 0.0, rounded_up(high * 1.02)
    lowest = float(np.nanmin(np.where(finite[:, present] > 0, finite[:, present], np.inf)))
    low = max(lowest if np.isfinite(lowest) else 1e-3, high * 1e-6, 1e-8)
    return float(10 ** np.floor(np.log10(low) * 2 - 0.01)) ** 0.5, max(rounded_up(peaks[-1]), low * 10)
