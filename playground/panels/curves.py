"""Loss and accuracy over time: one colour and one symbol a lane, training solid, test dashed."""

from __future__ import annotations

import re
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from engine.experiment import Experiment
from engine.grids import seed_groups
from engine.history import HistoryView
from engine.snapshot import LaneSnapshot, Snapshot
from playground import theme
from playground.curve_data import CurveData
from playground.marks import mark_text
from playground.panel import Panel
from playground.widgets.curve_header import CurveHeader
from playground.widgets.lane_look import LaneLook, lane_looks
from playground.widgets.lane_plot import MANY_LINES, Band, LanePlot, Limits, Lines, Series
from playground.widgets.plot import rounded_up
from playground.widgets.plot_notes import Note

FIRST_STEPS: Final = 50
"""The time axis is never shorter than this."""
ROOM_FOR_NAMES: Final = 0.86
"""Share of the time axis that curves may fill; the rest is for the lanes' names."""
MOST_MARKS: Final = 12
_SEED_AT_END: Final = re.compile(r"[\s·,–-]*(seed)?\s*$")


class CurvesPanel(Panel):
    """Two plots with one time axis."""

    name: ClassVar[str] = "curves"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._looks: list[LaneLook] = []
        self._groups: tuple[tuple[int, ...], ...] = ()
        self._bands = True
        self._focus = 0
        self._data = CurveData(0)
        self._run = -1
        self.header = CurveHeader(self)
        self.loss = self._plot("plot.loss", self.tr("Loss on the training and the test rows, over the steps"))
        self.accuracy = self._plot("plot.accuracy", self.tr("Share of rows classified right, over the steps"))
        self.loss.hint = self.tr("Press Play and watch the loss fall")
        self.accuracy.value_format = "{:.1%}"
        axis = self.accuracy.getPlotItem().getAxis("left")
        axis.setTicks([[(share / 4, f"{share * 25} %") for share in range(5)]])
        self.accuracy.axis_caption = self.tr("steps")
        self.accuracy.setXLink(self.loss)
        until = rounded_up(FIRST_STEPS)
        self.loss.set_range(0, until, 0, 1)
        self.accuracy.set_range(0, until, 0, 1.06)
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
        self.header.bands_changed.connect(self._on_bands_changed)
        self.header.follow_wanted.connect(self._on_follow_wanted)

    def _plot(self, name: str, description: str) -> LanePlot:
        plot = LanePlot(self)
        plot.setObjectName(name)
        plot.setAccessibleName(description)
        plot.followed.connect(self._on_followed)
        plot.hovered.connect(self._on_hovered)
        return plot

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        looks = lane_looks(experiment)
        groups = tuple(group for group in seed_groups(experiment) if len(group) > 1)
        if (looks, groups) == (self._looks, self._groups):
            return
        if groups != self._groups or len(looks) != len(self._looks):
            self._run = -1  # the means are others
        self._looks, self._groups = looks, groups
        self.header.set_bands_possible(bool(groups))
        self._show()

    def set_focus(self, lane: int) -> None:
        """Where there are many lanes, this one stands out."""
        if lane != self._focus:
            self._focus = lane
            self._show()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or len(snapshot.lanes) != len(self._looks):
            self._run = -1
            self.loss.clear_lines()
            self.accuracy.clear_lines()
            return
        if snapshot.run != self._run:
            self._run, self._data = snapshot.run, CurveData(len(self._looks), self._groups)
        self._data.update(snapshot.history)
        columns = self._columns()
        self.header.set_note(self._note(len(columns)))
        until = rounded_up(max(float(snapshot.history.steps[-1]) / ROOM_FOR_NAMES, FIRST_STEPS))
        loss = self._lines("loss", columns)
        low, high = loss_limits(*self._to_be_seen(loss, columns, snapshot), is_log=self.loss.is_log)
        self._show_plot(self.loss, "loss", loss, self._notes(snapshot), Limits(until, low, high))
        notes = [Note(note.step, "", note.style) for note in self._marks(snapshot.history)]
        self._show_plot(self.accuracy, "accuracy", self._lines("accuracy", columns), notes, Limits(until, 0.0, 1.06))

    def _show_plot(self, plot: LanePlot, what: str, lines: Lines, notes: list[Note], limits: Limits) -> None:
        assert self._snapshot is not None
        plot.show_lines(lines, Series(self._snapshot.history, what, self._looks), notes, limits)
        plot.paint_now()

    def _columns(self) -> list[int]:
        """Which columns of the data are drawn: visible lanes, and the means that stand for some of them."""
        shown = [lane for lane, look in enumerate(self._looks) if look.visible]
        if not self._bands:
            return shown
        for place, group in enumerate(self._groups, start=len(self._looks)):
            members = [lane for lane in group if lane in shown]
            if len(members) > 1:
                shown[shown.index(members[0])] = place
                shown = [lane for lane in shown if lane not in members]
        return shown

    def _lines(self, what: str, columns: list[int]) -> Lines:
        train, test = self._data.curves(f"train_{what}"), self._data.curves(f"test_{what}")
        looks, bands, focus = [], [], -1
        for line, column in enumerate(columns):
            group = self._group(column)
            look = self._looks[group[0]]
            looks.append(look if len(group) == 1 else LaneLook(_common_name(self._looks, group), look.style))
            if len(group) > 1:
                members = test[:, list(group)]
                bands.append(Band(line, np.fmin.reduce(members, axis=1), np.fmax.reduce(members, axis=1)))
            if self._focus in group:
                focus = line
        return Lines(self._data.x, train[:, columns], test[:, columns], looks, bands, focus)

    def _group(self, column: int) -> tuple[int, ...]:
        """The lanes that a column of the data stands for."""
        lanes = len(self._looks)
        return (column,) if column < lanes else self._groups[column - lanes]

    def _to_be_seen(
        self, lines: Lines, columns: list[int], snapshot: Snapshot
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The lines that the axis has to make room for: those that still train, or all where none does."""
        alive = [any(snapshot.lanes[lane].diverged_at is None for lane in self._group(column)) for column in columns]
        keep = np.array(alive, bool) if any(alive) else np.ones(len(columns), bool)
        return lines.train[:, keep], lines.test[:, keep]

    def _note(self, n_lines: int) -> str:
        """What is not drawn."""
        if n_lines > MANY_LINES:
            return self.tr("training rows: selected lane only")
        return ""

    def _notes(self, snapshot: Snapshot) -> list[Note]:
        happened = [
            Note(step, text.format(name=lane.name, step=step), look.style)
            for lane, look in zip(snapshot.lanes, self._looks, strict=True)
            if look.visible
            for step, text in self._ends(lane)
        ]
        return happened[:MOST_MARKS] + self._marks(snapshot.history)

    def _ends(self, lane: LaneSnapshot) -> list[tuple[int, str]]:
        """(step, template) of what took a lane out of the training."""
        if lane.diverged_at is not None:
            return [(lane.diverged_at, self.tr("{name} diverged at step {step}"))]
        stopped_at = getattr(lane, "stopped_at", None)
        return [] if stopped_at is None else [(stopped_at, self.tr("{name} stopped early at step {step}"))]

    def _marks(self, history: HistoryView) -> list[Note]:
        return [Note(mark.step, mark_text(mark)) for mark in history.marks[-MOST_MARKS:]]

    # --- what a person does -----------------------------------------------------------------------------------------

    def _on_log_changed(self, is_log: bool) -> None:
        self.loss.is_log = is_log
        self.loss.getPlotItem().getAxis("left").setLogMode(is_log)
        self._show()

    def _on_bands_changed(self, bands: bool) -> None:
        self._bands = bands
        self._show()

    def _on_followed(self, is_following: bool) -> None:
        # The plots share their time axis, so moving one moves both.
        self.header.set_following(self.loss.is_following and self.accuracy.is_following)

    def _on_follow_wanted(self) -> None:
        self.loss.follow()
        self.accuracy.follow()

    def _on_hovered(self, step: float | None) -> None:
        self.loss.show_reading(step)
        self.accuracy.show_reading(step)


def _common_name(looks: list[LaneLook], group: tuple[int, ...]) -> str:
    """What the lanes of a group are called together: how their names begin, and how many they are."""
    names = [looks[lane].name for lane in group]
    common = names[0]
    for name in names[1:]:
        while not name.startswith(common):
            common = common[:-1]
    return f"{_SEED_AT_END.sub('', common) or names[0]} ×{len(group)}"


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
