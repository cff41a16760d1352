"""The window of the learning-rate finder: it searches when it opens, and what it finds is an edit like any other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.finder.rates import RATE, RateCurve
from playground.training.rate_finder.plot import RatePlot
from playground.training.rate_finder.search import RateSearch
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import setting


class RateFinder(QDialog):
    """Not modal: training goes on behind it."""

    edited = Signal(str, object)
    """(path, value)"""

    def __init__(self, experiment: Experiment, dataset: Dataset, lane: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rate_finder")
        self.setWindowTitle(self.tr("Find a learning rate"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._experiment, self._dataset, self._lane = experiment, dataset, lane
        self._search: RateSearch | None = None
        self.curve: RateCurve | None = None
        self._build()
        self.resize(620, 440)
        self.start()

    def _build(self) -> None:
        lesson = QLabel(
            self.tr(
                "Short runs of {lane} with rates from very small to far too large: the same weights, the same batches. "
                "Left of the band steps are too small to learn much; right of it they overshoot."
            ).format(lane=self._experiment.lanes[self._lane].name)
        )
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
        self.use = QPushButton()
        self.use.setObjectName("rate_finder.use")
        self.use.setToolTip(
            field_text.wrapped(self.tr("Makes it the learning rate of the experiment; undo takes it back."))
        )
        self.use.setProperty("role", "primary")
        self.use.clicked.connect(self._on_use)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("rate_finder.close")
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        for button in (self.again, self.use, close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(lesson)
        column.addWidget(self.plot, 1)
        column.addWidget(self.verdict)
        column.addLayout(buttons)

    # --- searching --------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment, dataset: Dataset) -> None:
        """What another search would try."""
        self._experiment, self._dataset = experiment, dataset
        self._lane = min(self._lane, len(experiment.lanes) - 1)

    def start(self) -> None:
        """Searches with the settings of now."""
        self._leave_search()
        self.curve = None
        self.plot.show_curve(None)
        self.verdict.setText(self.tr("Trying rates…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self._show_use()
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
        self._show_use()

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

    def _show_use(self) -> None:
        rate = None if self.curve is None else self.curve.proposal
        self.use.setEnabled(rate is not None)
        text = self.tr("Use it") if rate is None else self.tr("Use {rate}").format(rate=setting(rate))
        self.use.setText(text)

    def _on_use(self) -> None:
        if self.curve is not None and self.curve.proposal is not None:
            self.edited.emit(str(RATE), self.curve.proposal)

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
