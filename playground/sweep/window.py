"""The window of a sweep: what is swept, how far it is, and its trials as a map and as a table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.sweep.results.table import SweepTable
from engine.sweep.together import together
from playground.sweep import words
from playground.sweep.form import SweepForm, usual_workers, worker_options
from playground.sweep.lines_view import LinesView
from playground.sweep.map_view import MapView
from playground.sweep.process import SweepProcess
from playground.sweep.state_row import StateRow
from playground.sweep.trial_view import TrialView
from playground.sweep.unfinished import left_of
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
        self.state = StateRow()
        self.state.stop_wanted.connect(self._on_stop)
        self.state.go_on_wanted.connect(self._go_on)
        self.state.close_wanted.connect(self.end)
        self.verdict = QLabel()
        self.verdict.setObjectName("sweep.verdict")
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.verdict.hide()
        self.map = MapView()
        self.map.picked.connect(self.select)
        self.lines = LinesView()
        self.lines.picked.connect(self.select)
        self.view = TrialView()
        self.view.activated.connect(self._on_open)
        self.view.selectionModel().selectionChanged.connect(self._show_buttons)
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
        below = QHBoxLayout()
        below.addWidget(self.chosen, 1)
        below.addWidget(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.SPACE_4, theme.SPACE_4, theme.SPACE_4, theme.SPACE_4)
        self._column.setSpacing(theme.SPACE_3)
        self._column.addWidget(self.state)
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

    # --- a sweep that is to be started ------------------------------------------------------------------------------

    def offer(self, experiment: Experiment, dataset: Dataset | None) -> None:
        """Asks what is to be swept."""
        self.setWindowTitle(self.tr("Sweep of {name}").format(name=experiment.name))
        self._experiment = experiment
        self.form = SweepForm(experiment, dataset)
        self.form.start_wanted.connect(self._start)
        self._column.insertWidget(0, self.form)
        self.form.settings.setFocus()
        self.resize(980, 300)

    def _start(self, options: list[str], out: Path) -> None:
        process = self._new_process(out)
        try:
            process.start(self._experiment, options)
        except PlaygroundError as error:
            self._say(i18n.error_text(error))
            return
        self._follow(process)

    def _go_on(self) -> None:
        """With what was broken off."""
        process = self._new_process(self._out)
        process.go_on(worker_options(usual_workers() if self.form is None else self.form.workers.value()))
        self._follow(process)

    def _new_process(self, out: Path) -> SweepProcess:
        self._out = out
        process = SweepProcess(out, self)
        process.changed.connect(self.show_table)
        process.went_on.connect(self.state.show_progress)
        process.ended.connect(self._on_ended)
        return process

    def _follow(self, process: SweepProcess) -> None:
        self.process = process
        if self.form is not None:
            self.form.setEnabled(False)
        self.state.show_start()
        self.verdict.hide()

    def _on_stop(self) -> None:
        if self.process is not None:
            self.process.stop()

    def _on_ended(self, code: int, said: str) -> None:
        self.state.show_end()
        if self.form is not None:
            self.form.setEnabled(True)
        left = left_of(self._out)
        if left is not None and left.rows:
            self.state.offer_to_go_on(left)
        elif code and self.table is not None and self.table.is_whole:
            self._say(words.failures(self.table))
        elif code and said:
            self._say(said)

    # --- its trials -------------------------------------------------------------------------------------------------

    def show_file(self, table: SweepTable, path: Path, *, is_unfinished: bool = False) -> None:
        """A result that was opened, or what there is of it."""
        self.setWindowTitle(self.tr("Sweep: {file}").format(file=path.name))
        self._out = path
        self.show_table(table)
        if is_unfinished:
            self.state.offer_to_go_on(table)

    def show_table(self, table: SweepTable) -> None:
        """What is known so far. What is selected and sorted stays so."""
        is_first = self.table is None
        selected = frozenset(self.selected())
        self.table = table
        self.state.show_table(table)
        self._say(words.verdict(table))
        self.view.show_table(table)
        self.map.show_table(table)
        self.lines.show_table(table)
        if is_first:
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
        return self.view.selected()

    def select(self, trials: frozenset[int]) -> None:
        """Selects these trials in the table."""
        self.view.select(trials)

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

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.is_running

    def may_close(self) -> bool:
        """Whether nothing goes on, or it was said what closing does; otherwise it is said now."""
        if not self.is_running or self.state.has_asked_to_close:
            return True
        assert self.process is not None
        self.state.ask_to_close(self.process.out)
        return False

    def end(self) -> None:
        """Ends what goes on, and closes without a question."""
        if self.process is not None:
            self.process.close()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        if self.process is not None:
            self.process.close()
        super().closeEvent(event)
        self.closed.emit()
