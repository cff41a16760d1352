"""The window of a sweep: what is swept, how far it is, and its trials as a map and as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.sweep.results.table import SweepTable
from engine.sweep.together import together
from playground.sweep.form import SweepForm
from playground.sweep.lines_view import LinesView
from playground.sweep.map_view import MapView
from playground.sweep.model import TrialModel
from playground.sweep.process import SweepProcess
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count

_HEIGHT: Final = 680


class SweepWindow(QWidget):
    """A window of its own, not modal: the other one stays free."""

    experiment_wanted = Signal(object)
    """An experiment of the trials that are selected."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("sweep")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table: SweepTable | None = None
        self.form: SweepForm | None = None
        self.process: SweepProcess | None = None
        self._build()
        self._show_buttons()
        self.resize(980, _HEIGHT)

    def _build(self) -> None:
        self.counts = QLabel()
        self.counts.setObjectName("sweep.state")
        self.progress = QProgressBar()
        self.progress.setObjectName("sweep.progress")
        self.progress.setAccessibleName(self.tr("How far the sweep is"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.stop = self._button("sweep.stop", self.tr("Stop"), self.tr("Ends the sweep; what is done is kept."))
        self.stop.clicked.connect(self._on_stop)
        self.stop.hide()
        self.verdict = QLabel()
        self.verdict.setObjectName("sweep.verdict")
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.verdict.hide()
        self.map = MapView()
        self.map.picked.connect(self.select)
        self.lines = LinesView()
        self.lines.picked.connect(self.select)
        self.model = TrialModel(self)
        self.view = self._table_view()
        self.tabs = QTabWidget()
        self.tabs.setObjectName("sweep.tabs")
        self.tabs.addTab(self.map, self.tr("Map"))
        self.tabs.addTab(self.lines, self.tr("Lines"))
        self.tabs.addTab(self.view, self.tr("Table"))
        self.chosen = QLabel()
        self.chosen.setProperty("role", "muted")
        self.open = self._button(
            "sweep.open",
            self.tr("Open as experiment"),
            self.tr("Opens the selected trials in the main window: one as an experiment, several as its lanes."),
        )
        self.open.clicked.connect(self._on_open)
        above = QHBoxLayout()
        above.setSpacing(theme.SPACE_3)
        above.addWidget(self.counts)
        above.addWidget(self.progress, 1)
        above.addStretch(0)
        above.addWidget(self.stop)
        below = QHBoxLayout()
        below.addWidget(self.chosen, 1)
        below.addWidget(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE_4, theme.SPACE_4, theme.SPACE_4, theme.SPACE_4)
        self._column.setSpacing(theme.SPACE_3)
        self._column.addLayout(above)
        self._column.addWidget(self.verdict)
        self._column.addWidget(self.tabs, 1)
        self._column.addLayout(below)
        self._column.addStretch(0)
        self._results = (self.tabs, self.chosen, self.open)
        for widget in self._results:
            widget.hide()

    def _button(self, name: str, text: str, help_text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(field_text.wrapped(help_text))
        return button

    def _table_view(self) -> QTableView:
        view = QTableView()
        view.setObjectName("sweep.table")
        view.setAccessibleName(self.tr("Trials of the sweep"))
        view.setModel(self.model)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(24)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        view.activated.connect(self._on_open)
        view.selectionModel().selectionChanged.connect(self._show_buttons)
        return view

    # --- a sweep that is to be started ------------------------------------------------------------------------------

    def offer(self, experiment: Experiment, dataset: Dataset | None) -> None:
        """Asks what is to be swept."""
        self.setWindowTitle(self.tr("Sweep of {name}").format(name=experiment.name))
        self._experiment = experiment
        self.form = SweepForm(experiment, dataset)
        self.form.start_wanted.connect(self._start)
        self._column.insertWidget(0, self.form)
        self.counts.setText(self.tr("Nothing is trained yet."))
        self.form.settings.setFocus()
        self.resize(980, 300)

    def _start(self, options: list[str], out: Path) -> None:
        process = SweepProcess(out, self)
        process.changed.connect(self.show_table)
        process.ended.connect(self._on_ended)
        try:
            process.start(self._experiment, options)
        except PlaygroundError as error:
            self._say(i18n.error_text(error))
            return
        self.process = process
        if self.form is not None:
            self.form.setEnabled(False)
        self.counts.setText(self.tr("Starting…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.setEnabled(True)
        self.stop.show()
        self.verdict.hide()

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        if self.process is not None:
            self.process.stop()

    def _on_ended(self, code: int, said: str) -> None:
        self.progress.hide()
        self.stop.hide()
        if self.form is not None:
            self.form.setEnabled(True)
        if code and said:
            self._say(said)
        if self.table is None:
            self.counts.setText(self.tr("Nothing is trained yet."))

    # --- its trials -------------------------------------------------------------------------------------------------

    def show_file(self, table: SweepTable, path: Path) -> None:
        """A result that was opened."""
        self.setWindowTitle(self.tr("Sweep: {file}").format(file=path.name))
        self.show_table(table)

    def show_table(self, table: SweepTable) -> None:
        """What is known so far. What is selected and sorted stays so."""
        is_first = self.table is None
        selected = frozenset(self.selected())
        self.table = table
        done, of = table.n_over, len(table.plan.trials)
        stage, stages = table.stage or (0, 1)
        text = (
            self.tr("{done} of {trials} trials, {settings} settings; stage {stage} of {stages}")
            if stages > 1
            else self.tr("{done} of {trials} trials, {settings} settings")
        )
        values = {
            "stage": str(stage + 1),
            "stages": str(stages),
            "done": count(done),
            "trials": count(of),
            "settings": count(table.plan.n_settings),
        }
        self.counts.setText(text.format(**values))
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self._say(table.said)
        self.model.show_table(table)
        self.map.show_table(table)
        self.lines.show_table(table)
        if is_first:
            self.view.resizeColumnsToContents()
            for widget in self._results:
                widget.show()
            self.resize(self.width(), max(self.height(), _HEIGHT))
        if selected:
            self.select(selected)
        self._show_buttons()

    def _say(self, text: str) -> None:
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))

    def selected(self) -> list[int]:
        """The numbers of the trials that are selected, growing."""
        return sorted(self.model.trial_at(index.row()) for index in self.view.selectionModel().selectedRows())

    def select(self, trials: frozenset[int]) -> None:
        """Selects these trials in the table."""
        selection, last = QItemSelection(), self.model.columnCount() - 1
        rows = self.model.rows_of(trials)
        for row in rows:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        model = self.view.selectionModel()
        with QSignalBlocker(self):
            model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self.view.scrollTo(self.model.index(rows[0], 0))

    def _show_buttons(self) -> None:
        n = len(self.selected()) if self.table is not None else 0
        self.open.setEnabled(n > 0)
        self.open.setText(self.tr("Open as {count} lanes").format(count=n) if n > 1 else self.tr("Open as experiment"))
        self.chosen.setText(
            self.tr("Click a cell of the map, or rows of the table, to open their trials.")
            if n == 0
            else self.tr("{count} selected").format(count=count(n))
        )

    def _on_open(self) -> None:
        if self.table is None or not self.selected():
            return
        try:
            experiment = together(self.table.plan, self.selected())
        except PlaygroundError as error:
            self.chosen.setText(i18n.error_text(error))
            return
        self.experiment_wanted.emit(experiment)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.process is not None:
            self.process.close()
        super().closeEvent(event)
        self.closed.emit()
