"""Loss and accuracy over time: one colour and one symbol a lane, training solid, held-out rows dashed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import repeats
from engine.train.snapshot import Snapshot
from playground.curves.along import CLOCK, STEPS, Along, axis_texts
from playground.curves.baseline import baselines, right_labels
from playground.curves.data import CurveData
from playground.curves.happenings import happenings, marks, openings
from playground.curves.header import CurveHeader
from playground.curves.lines import columns, drawn_otherwise, ghosts, lines, measures, to_be_seen
from playground.curves.options import CurveOptions, part_texts
from playground.curves.plot_folds import PlotFolds
from playground.curves.plots.drawn import Limits, Lines, Series, end_names
from playground.curves.plots.endings import names_width
from playground.curves.plots.limits import (
    accuracy_low,
    accuracy_top,
    last_step,
    loss_limits,
    r2_low,
    time_limits,
)
from playground.curves.plots.plot import LanePlot
from playground.curves.plots.plot_past import PlotPast
from playground.curves.plots.shared_axis import SharedAxis
from playground.curves.runs import Runs
from playground.curves.score_caption import ScoreCaption
from playground.curves.timeline import TimeAxis, Timeline
from playground.ui.look import theme
from playground.ui.look.lane_look import lane_looks
from playground.ui.painting.notes import Note
from playground.ui.panel import Panel
from playground.ui.panel_parts import Part, other_figures
from playground.ui.text.numbers import count

_LEAST: Final = 52
"""Pixels of the height of a plot: with less, a line says nothing."""


class CurvesPanel(Panel):
    """Two plots with one time axis, and under them the timeline."""

    name: ClassVar[str] = "curves"

    looked_back = Signal(object)
    """The step that all panels shall show, or None for now."""
    branch_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self._dataset: Dataset | None = None
        self.runs = Runs()
        self._bands = True
        self._focus = 0
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self.header = CurveHeader(self)
        self.options = self.header.options.options
        self.loss = self._plot("plot.loss", "")
        self.accuracy = self._plot("plot.accuracy", "")
        self.show_waiting(None)
        self.loss.has_legend = True
        self.along = Along()
        self.axis = SharedAxis((self.loss, self.accuracy), self)
        self.axis.followed.connect(self.header.set_following)
        self.timeline = Timeline()
        self._past = [PlotPast(plot) for plot in (self.loss, self.accuracy)]
        until = last_step(0, 0)
        self.loss.set_range(0, until, 0, 1)
        self.accuracy.set_range(0, until, 0, 1.06)
        self.score = ScoreCaption(self.accuracy)
        self.folds = PlotFolds({"loss": self.loss, "accuracy": self.accuracy}, self)
        self.folds.changed.connect(self._on_folded)
        self._lay_out()
        self.header.log_changed.connect(self._on_log_changed)
        self.header.bands_changed.connect(self._on_bands_changed)
        self.header.follow_wanted.connect(self.axis.follow)
        self.header.options.changed.connect(self._on_options_changed)
        self.header.options.pin_wanted.connect(self._on_pin)
        self.header.options.unpin_wanted.connect(self._on_unpin)
        for plot in (self.loss, self.accuracy):
            plot.view.sigXRangeChanged.connect(self._place_timeline)
            plot.view.sigResized.connect(self._place_timeline)
        self.folds.show()
        self.timeline.stepped.connect(self.looked_back)
        self.timeline.branch_wanted.connect(self.branch_wanted)

    def show_waiting(self, step: int | None, *, is_training: bool = False) -> None:
        """That a run comes back at this step when its rows are read; with None, what to do for curves, if there is."""
        if step is not None:
            hint = self.tr("The run comes back at step {step} when the rows are read").format(step=count(step))
        else:
            hint = "" if is_training else self.tr("Press Play and watch the loss fall")
        if hint != self.loss.hint:
            self.loss.hint = hint
            self.loss.viewport().update()

    def _lay_out(self) -> None:
        """The slider lies under both plots, what belongs to it between them."""
        self._column = inside = QVBoxLayout(self._card)
        inside.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_1, theme.SPACE_1)
        inside.setSpacing(0)
        self.header.set_fold(self.folds.buttons["loss"])
        inside.addWidget(self.header)
        inside.addWidget(self.loss, 1)
        between = QHBoxLayout()
        between.setSpacing(theme.SPACE_1)
        between.addWidget(self.folds.buttons["accuracy"])
        between.addWidget(self.score)
        between.addWidget(self.timeline, 1)
        inside.addLayout(between)
        inside.addWidget(self.accuracy, 1)
        inside.addWidget(self.timeline.slider)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE_2, theme.SPACE_2, theme.SPACE_2, theme.SPACE_1)
        layout.addWidget(self._card)

    def _plot(self, name: str, description: str) -> LanePlot:
        plot = LanePlot(self._card)
        plot.setMinimumHeight(_LEAST)
        plot.setObjectName(name)
        plot.setAccessibleName(description)
        plot.hovered.connect(self._on_hovered)
        return plot

    def _place_timeline(self, *_: object) -> None:
        """Step under step: the slider is as wide as the plot above it."""
        view = self.folds.lowest.view
        frame, (low, high) = view.sceneBoundingRect(), view.viewRange()[0]
        self.timeline.slider.set_axis(TimeAxis(low, high, frame.left(), frame.right(), self.along, self._reference))

    def _on_folded(self) -> None:
        """The slider lies below the axis."""
        is_alone = self.folds.lowest is self.loss
        self._column.insertWidget(2 if is_alone else self._column.count() - 1, self.timeline.slider)
        self._show_axis()
        self._show()
        self._place_timeline()

    # --- showing ----------------------------------------------------------------------------------------------------

    def take_over(self, other: CurvesPanel) -> None:
        """Goes on with the runs and the options of a panel whose place this one takes."""
        self.runs, self.options = other.runs, other.options
        self.folds.take_over(other.folds)
        self.header.take_over(other.header)
        self.header.options.set_options(self.options)
        self.header.set_part(self.options.part)
        self._show_axis()
        self.header.options.set_pinned(len(self.runs.pinned))
        self.header.set_bands_possible(bool(self.runs.groups))

    def show_document(self, document: int) -> None:
        """Another document: what was compared and zoomed in on ends with the one before."""
        self.runs.open(document)
        self.axis.zoom_when_shown(None)
        self.axis.follow()

    def show_experiment(self, experiment: Experiment) -> None:
        if experiment.data.task != self.score.task:
            self.score.show_task(experiment.data.task)
            self.folds.name("accuracy", self.score.text())
        looks = lane_looks(experiment)
        groups = repeats(experiment)
        old = self.runs.shown
        if old is not None and old.name != experiment.name:
            self.show_document(self.runs.document)  # another name is another experiment
        if old is not None and old.data.source != experiment.data.source:
            self.axis.follow()
        self._show_validation(has_validation=experiment.has_validation)
        self.runs.show(experiment)
        self._show_baselines()
        if (looks, groups) == (self.runs.looks, self.runs.groups):
            return
        if len(looks) != len(self.runs.looks):
            self.runs.leave()
        elif groups != self.runs.groups:
            self.runs.data, self.runs.run, self.runs.history = CurveData(0), -1, None  # the means are others
        self.runs.looks, self.runs.groups = looks, groups
        self.header.set_bands_possible(bool(groups))
        self._show()

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._dataset = dataset
        self._show_baselines()

    def _show_baselines(self) -> None:
        """What is reached without looking at any feature. A loss with a penalty in it has no such line."""
        loss, accuracy = None, None
        if self._dataset is not None and self.runs.shown is not None:
            loss, accuracy = baselines(self._dataset, self.runs.shown.loss)
        self.loss.set_baseline(loss if self.options.part == "data_loss" else None)
        self.accuracy.set_baseline(accuracy)
        self.accuracy.level = None if self._dataset is None else right_labels(self._dataset)

    def _show_validation(self, *, has_validation: bool) -> None:
        """Says which rows the dashed lines are of."""
        self.header.set_validation(has_validation=has_validation)
        self.loss.setAccessibleName(
            self.tr(
                "Loss on the training and the validation rows, over the steps"
                if has_validation
                else "Loss on the training and the test rows, over the steps"
            )
        )

    def minimumSizeHint(self) -> QSize:
        """With one plot: where there is no room for both, one of them goes."""
        hint, rest = super().minimumSizeHint(), self.folds.open[1:]
        return QSize(hint.width(), hint.height() - _LEAST * len(rest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.folds.fit(self.height(), (self.header, self.timeline, self.timeline.slider))
        self._show()  # names need another share of the axis

    def set_focus(self, lane: int) -> None:
        """Where there are many lanes, this one stands out."""
        if lane != self._focus:
            self._focus = lane
            self._show()

    def parts(self) -> list[Part]:
        return [Part(self._show_loss, other_figures), Part(self._show_accuracy, other_figures)]

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self._snapshot = snapshot
        self._show()

    def _show(self) -> None:
        """Both plots, as they are to be now."""
        self._show_loss(self._snapshot)
        self._show_accuracy(self._snapshot)

    def _show_loss(self, snapshot: Snapshot | None) -> None:
        """The plot of the loss, and what belongs to both."""
        shown = self._take(snapshot, self.loss)
        self._show_moment(snapshot)
        if snapshot is None or shown is None:
            return
        self.header.set_note(drawn_otherwise(self.runs, self.options, self.along, len(shown)))
        part = self.options.part
        loss = lines(self.runs, part, shown, self._focus, self.options)
        low, high = loss_limits(*to_be_seen(self.runs, loss, shown, snapshot), is_log=self.loss.is_log)
        self._show_plot(self.loss, part, loss, happenings(snapshot, self.runs.looks), (low, high))

    def _show_accuracy(self, snapshot: Snapshot | None) -> None:
        shown = self._take(snapshot, self.accuracy)
        if snapshot is None or shown is None:
            return
        notes = [
            Note(note.step, "", note.style) for note in (*openings(snapshot), *marks(snapshot.history, self.runs.looks))
        ]
        accuracy = lines(self.runs, "accuracy", shown, self._focus, self.options)
        lowest = r2_low if self.score.task == "numbers" else accuracy_low
        low = lowest(*to_be_seen(self.runs, accuracy, shown, snapshot))
        high = low + (1 - low) * accuracy_top(float(self.accuracy.view.height()))
        self._show_plot(self.accuracy, "accuracy", accuracy, notes, (low, high))

    def _take(self, snapshot: Snapshot | None, plot: LanePlot) -> list[int] | None:
        """Takes in a snapshot for this plot: the columns to show, or None where there is nothing to show."""
        self._snapshot, runs = snapshot, self.runs
        if snapshot is None or len(snapshot.lanes) != len(runs.looks):
            plot.clear_lines()
            return None
        if snapshot.run != runs.run:
            planned = runs.planned
            runs.start(snapshot.run, snapshot.history)
            if runs.planned != planned:
                self.axis.follow()
        runs.update(snapshot)
        self._measure(snapshot)
        return columns(runs, self._bands)

    def _measure(self, snapshot: Snapshot) -> None:
        """Where steps lie on the axis that is wanted."""
        runs = self.runs
        self.along = Along.of(self.options.axis, runs.experiment, snapshot.history, runs.rows, runs.behind)
        for plot in (self.loss, self.accuracy):
            plot.along, plot.reference = self.along, self._reference
        if not self.along.is_steps:
            self._place_timeline()

    @property
    def _reference(self) -> int:
        """Whose places the slider and what all lanes have in common stand at: steps are those of the run."""
        return CLOCK if self.along.is_steps else min(self._focus, len(self.runs.looks) - 1)

    def _show_axis(self) -> None:
        """Says what the axis counts."""
        axis = self.options.axis
        title, what = axis_texts()[axis]
        self.folds.name("loss", part_texts()[self.options.part][0])
        self.folds.name("accuracy", self.score.text())
        self.folds.show_caption(title, what)
        for plot in (self.loss, self.accuracy):
            plot.bottom.set_whole(axis in (STEPS, "rows"))

    def _show_moment(self, snapshot: Snapshot | None) -> None:
        """Where the timeline stands, and the line there on both plots."""
        if snapshot is None:
            self.timeline.show_moment((), None, None)
            shown, newest = None, 0
        else:
            shown = snapshot.step if snapshot.looked_back else None
            newest = snapshot.newest
            self.timeline.show_moment(snapshot.kept_steps, shown, newest)
        for past in self._past:
            lane = self.loss.reference
            place = None if shown is None else self.along.place(lane, shown)
            past.show_step(place, self.along.place(lane, newest))

    def _show_plot(
        self, plot: LanePlot, what: str, drawn: Lines, notes: list[Note], limits: tuple[float, float]
    ) -> None:
        assert self._snapshot is not None
        history = self._snapshot.history
        series = Series(history, measures(what, has_validation=history.has_validation), self.runs.looks)
        along = self.along
        others = ghosts(self.runs, what, self.options, along.axis)
        last = max([float(history.steps[-1]), *(run.data.last for run in self.runs.compared(before=False))])
        high = min(each.view.height() for each in self.folds.shown)
        names = names_width(end_names(drawn, others), high) / max(1.0, self.folds.lowest.view.width())
        until, end = time_limits(along, drawn.lanes or (0,), last, self.runs.planned, names)
        self.loss.planned = self.accuracy.planned = end
        notes = [replace(note, step=along.place(self._lane_of(note), note.step)) for note in notes]
        reach = Limits(until, *limits)
        plot.show_lines(drawn, series, notes, reach, others)
        self.axis.catch_up()
        for other in (self.loss, self.accuracy):  # whose turn it is not: both show the same steps in every frame
            if other is not plot and other.set_span(0, reach.until):
                other.paint_now()
        plot.paint_now()

    def _lane_of(self, note: Note) -> int:
        """By which a note is placed: its own, or that in focus."""
        styles = [look.style for look in self.runs.looks]
        return styles.index(note.style) if note.style in styles else self.loss.reference

    def drawn(self, lane: int, measure: str) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
        """Through which points the curve of a measure is painted, where it is shown: steps and values, (points,)."""
        return self.runs.data.curves(measure, [lane]).of(0)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _on_log_changed(self, is_log: bool) -> None:
        self.loss.is_log = is_log
        self.loss.left.setLogMode(is_log)
        self._show_baselines()
        self.axis.follow()  # what was zoomed in on lies elsewhere now
        self._show()

    def _on_options_changed(self, options: CurveOptions) -> None:
        if options.axis != self.options.axis:
            self.axis.follow()  # what was zoomed in on lies elsewhere now
        self.options = options
        self._show_axis()
        self.header.set_part(options.part)
        self._show_baselines()
        self._show()

    def _on_pin(self) -> None:
        self.runs.pin()
        self.header.options.set_pinned(len(self.runs.pinned))
        self._show()

    def _on_unpin(self) -> None:
        self.runs.pinned = []
        self.header.options.set_pinned(0)
        self._show()

    def _on_bands_changed(self, bands: bool) -> None:
        self._bands = bands
        self._show()

    def _on_hovered(self, step: float | None) -> None:
        self.loss.show_reading(step)
        self.accuracy.show_reading(step)
