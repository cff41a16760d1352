"""The window of the learning-rate finder: it searches when it opens, and what it finds is an edit like any other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.finder.rates import RateCurve
from playground.training.rate_finder.plot import RatePlot
from playground.training.rate_finder.search import RateSearch
from playground.training.rate_finder.uses import RateUses, change_text, rates_of
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import setting


class RateFinder(QDialog):
    """Not modal: training goes on behind it."""

    edited = Signal(str, object)
    """(path, value)"""
    edited_everywhere = Signal(str, object)
    """(path, value): for all lanes."""

    def __init__(self, experiment: Experiment, dataset: Dataset, lane: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rate_finder")
        self.setWindowTitle(self.tr("Find a learning rate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._experiment, self._dataset, self._lane = experiment, dataset, lane
        self._search: RateSearch | None = None
        self.curve: RateCurve | None = None
        self._build()
        self._show_lanes()
        self.resize(660, 460)
        self.start()

    def _build(self) -> None:
        lesson = self.lesson = QLabel()
        lesson.setWordWrap(True)
        lesson.setTextFormat(Qt.TextFormat.PlainText)
        lesson.setProperty("role", "muted")
        self.plot = RatePlot()
        self.plot.setObjectName("rate_finder.plot")
        self.plot.setAccessibleName(self.tr("Training loss over the learning rate"))
        self.plot.describe(self.tr("Arrow keys move from rate to rate."))
        self.progress = QProgressBar()
        self.progress.setObjectName("rate_finder.progress")
        self.progress.setAccessibleName(self.tr("How far the search is"))
        self.verdict = QLabel()
        self.verdict.setObjectName("rate_finder.verdict")
        self.verdict.setWordWrap(True)
        self.again = QPushButton(self.tr("Search again"))
        self.again.setObjectName("rate_finder.again")
        self.again.setToolTip(field_text.wrapped(self.tr("Tries all rates once more, with the settings of now.")))
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self.start)
        self.uses = RateUses()
        self.uses.edited.connect(partial(self._use, self.edited))
        self.uses.edited_everywhere.connect(partial(self._use, self.edited_everywhere))
        close = QPushButton(self.tr("Close"))
        close.setObjectName("rate_finder.close")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        for button in (self.again, self.uses, close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE_2)
        column.addLayout(self._lane_row())
        column.addWidget(lesson)
        column.addWidget(self.plot, 1)
        column.addWidget(self.verdict)
        column.addLayout(buttons)

    def _lane_row(self) -> QHBoxLayout:
        """Whose settings are tried; nothing to choose with one lane."""
        self.lane_label = QLabel(self.tr("Settings of"))
        self.lane = ChoiceEdit([])
        self.lane.setObjectName("rate_finder.lane")
        self.lane.setAccessibleName(self.tr("Lane"))
        self.lane.setToolTip(
            field_text.wrapped(self.tr("Whose settings the rates are tried with: another one may want another rate."))
        )
        self.lane.setSizeAdjustPolicy(ChoiceEdit.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.lane.setMinimumContentsLength(24)
        self.lane_label.setBuddy(self.lane)
        self.lane.committed.connect(self._on_lane)
        row = QHBoxLayout()
        row.addWidget(self.lane_label)
        row.addWidget(self.lane)
        row.addStretch(1)
        return row

    def _show_lanes(self) -> None:
        names = [lane.name for lane in self._experiment.lanes]
        if names != [self.lane.itemText(at) for at in range(self.lane.count())]:
            with QSignalBlocker(self.lane):
                self.lane.clear()
                for at, name in enumerate(names):
                    self.lane.addItem(name, at)
        self.lane.set_value(self._lane)
        for widget in (self.lane, self.lane_label):
            widget.setVisible(len(names) > 1)

    def _on_lane(self, lane: int) -> None:
        self._lane = lane
        self.start()

    # --- searching --------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment, dataset: Dataset) -> None:
        """What another search would try."""
        name, names = self._experiment.lanes[self._lane].name, [lane.name for lane in experiment.lanes]
        self._lane = names.index(name) if name in names else min(self._lane, len(names) - 1)
        is_other = experiment != self._experiment
        self._experiment, self._dataset = experiment, dataset
        if is_other and self.curve is not None:
            self.verdict.setText(self._words())  # what a use has changed is no longer so, or not all of it
        self._show_lanes()
        self._show_uses()

    def start(self) -> None:
        """Searches with the settings of now."""
        self._leave_search()
        self.curve = None
        name = self._experiment.lanes[self._lane].name
        self.lesson.setText(
            self.tr(
                "Short runs of {lane} from its first weights, with rates from very small to far too large and the same "
                "batches: a longer run may want a smaller one. Left of the band steps are too small to learn much; "
                "right of it they overshoot."
            ).format(lane=name)
        )
        self.plot.show_curve(None)
        self.verdict.setText(self.tr("Trying rates…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self._show_uses()
        search = RateSearch(self._experiment, self._dataset, self._lane, self)
        search.progressed.connect(self._on_progress)
        search.finished.connect(self._on_finished)
        self._search = search
        search.start(RateSearch.Priority.LowPriority)

    def _on_progress(self, progress: tuple[int, int]) -> None:
        done, of = progress
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _on_finished(self) -> None:
        search, self._search = self._search, None
        if search is None:
            return
        self.progress.hide()
        self.curve = search.found
        if search.error is not None:
            self.verdict.setText(i18n.error_text(search.error))
        else:
            self.plot.show_curve(self.curve)
            self.verdict.setText(self._words())
        self._show_uses()

    def _words(self) -> str:
        curve = self.curve
        if curve is None:
            return ""
        if curve.sound is None:
            return self.tr("No rate learns anything in {steps} steps: the cause lies elsewhere.").format(
                steps=curve.steps
            )
        low, high = (setting(float(f"{rate:.2g}")) for rate in curve.sound)
        words = self.tr("Sound: {low} to {high}.").format(low=low, high=high)
        if curve.edge is not None:
            words += " " + self.tr("From {edge} on steps overshoot.").format(edge=setting(float(f"{curve.edge:.2g}")))
        return words

    def _show_uses(self) -> None:
        self.uses.show_rate(None if self.curve is None else self.curve.proposal, self._lane, self._experiment)

    def _use(self, asked: SignalInstance, path: str, value: object) -> None:
        """What has come of it stands where the verdict does, in place of what came of the time before."""
        before = rates_of(self._experiment)
        asked.emit(path, value)
        self.verdict.setText(" ".join((self._words(), change_text(self._experiment, before))))

    def _leave_search(self) -> None:
        search, self._search = self._search, None
        if search is not None:
            search.finished.disconnect(self._on_finished)
            search.progressed.disconnect(self._on_progress)
            search.end()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_search()
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape, which closes without a close event."""
        self._leave_search()
        super().reject()
