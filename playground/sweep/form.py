"""What is to be swept: settings as they are typed on the command line, seeds, and where the result goes."""

from __future__ import annotations

import importlib.util
import itertools
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.store.atomic import check_writable
from engine.store.overwriting import check_kept, data_files
from engine.sweep.axes import Range, Values, parse_range, parse_values
from engine.sweep.counting import trials_said
from engine.sweep.plan import DRAWS, MOST_TRIALS, Plan, make_plan
from engine.sweep.results.journal import folder_of
from engine.sweep.results.table import check_ending, check_free
from engine.sweep.rows import Rows
from engine.sweep.sweep import check_plan
from engine.train.stepping.lane_threads import usable_cores
from playground.sweep.unfinished import left_of
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.sentences import sentence_text

_EXAMPLE: Final = "layers.*.l2 = 0, 0.001, 0.01, 0.1\noptimizer.learning_rate = 1e-3..1:log"
_LINES: Final = 5
"""That are seen at the same time."""
_WAIT: Final = 250
"""Milliseconds after the last key before it is said what comes of it."""


class SweepForm(QWidget):
    """``start_wanted`` says which options of ``playground sweep``, and which file."""

    start_wanted = Signal(object, object)

    def __init__(self, experiment: Experiment, dataset: Dataset | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._experiment, self._dataset = experiment, dataset
        self.settings = self._make_settings()
        self.seeds = self._number(
            "sweep.seeds",
            self.tr("Seeds"),
            5,
            1000,
            self.tr("How often each setting is trained, each time by other chance."),
        )
        self.draws = self._number(
            "sweep.draws", self.tr("Draws"), DRAWS, MOST_TRIALS, self.tr("How many values are drawn from the ranges.")
        )
        self.workers = self._number(
            "sweep.workers",
            self.tr("Processes"),
            usual_workers(),
            most_workers(),
            self.tr("How many processes train; a core that is left over keeps the window quick."),
        )
        self.halving = self._make_halving()
        self.out = QLineEdit(str(_free_file(Path.home(), _file_name(experiment.name))))
        self._describe(
            self.out, "sweep.out", self.tr("Result"), self.tr("The .csv or .parquet file that gets a row a trial.")
        )
        self.count = QLabel()
        self.count.setObjectName("sweep.count")
        self.count.setWordWrap(True)
        self.start = self._make_start()
        self._timer = QTimer(self, singleShot=True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._tell)
        self._lay_out(self._make_browse())
        self.settings.textChanged.connect(self._tell_soon)
        self.out.textChanged.connect(self._tell_soon)
        for number in (self.seeds, self.draws, self.workers):
            number.valueChanged.connect(self._tell_soon)
        self.halving.toggled.connect(self._tell_soon)
        self._tell()

    # --- the parts --------------------------------------------------------------------------------------------------

    def _make_settings(self) -> QPlainTextEdit:
        settings = QPlainTextEdit(_EXAMPLE)
        settings.setTabChangesFocus(True)
        settings.setFixedHeight(_LINES * settings.fontMetrics().lineSpacing() + theme.SPACE_4)
        self._describe(
            settings,
            "sweep.settings",
            self.tr("Settings"),
            self.tr(
                "A setting a line: PATH = V1, V2 tries each value, PATH = LOW..HIGH draws from a range, with :log "
                "evenly in the logarithm."
            ),
        )
        return settings

    def _make_halving(self) -> QCheckBox:
        halving = QCheckBox(self.tr("Halving"))
        self._describe(
            halving,
            "sweep.halving",
            self.tr("Halving"),
            self.tr(
                "Ends the worst two thirds of the settings early, at a few rungs: much less work, but settings that "
                "begin slowly are lost."
            ),
        )
        return halving

    def _make_browse(self) -> QPushButton:
        browse = QPushButton(self.tr("Choose…"))
        browse.setObjectName("sweep.choose")
        browse.setToolTip(field_text.wrapped(self.tr("Choose the file of the result.")))
        browse.clicked.connect(self._choose)
        return browse

    def _make_start(self) -> QPushButton:
        start = QPushButton(self.tr("Start"))
        start.setObjectName("sweep.start")
        start.setProperty("role", "primary")
        start.setToolTip(
            field_text.wrapped(self.tr("Trains all trials in processes of their own; the window stays free."))
        )
        start.clicked.connect(self._on_start)
        return start

    def _lay_out(self, browse: QPushButton) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.SPACE_2)
        grid.setVerticalSpacing(theme.SPACE_2)
        grid.addWidget(self._label(self.settings), 0, 0)
        grid.addWidget(self.settings, 0, 1)
        numbers = QHBoxLayout()
        numbers.setSpacing(theme.SPACE_2)
        for edit in (self.seeds, self.draws, self.workers):
            if edit is not self.seeds:
                numbers.addWidget(self._label(edit))
            numbers.addWidget(edit)
            numbers.addSpacing(theme.SPACE_3)
        numbers.addWidget(self.halving)
        numbers.addStretch(1)
        grid.addWidget(self._label(self.seeds), 1, 0)
        grid.addLayout(numbers, 1, 1)
        file = QHBoxLayout()
        file.setSpacing(theme.SPACE_2)
        file.addWidget(self.out, 1)
        file.addWidget(browse)
        grid.addWidget(self._label(self.out), 2, 0)
        grid.addLayout(file, 2, 1)
        end = QHBoxLayout()
        end.addWidget(self.count, 1)
        end.addWidget(self.start)
        grid.addLayout(end, 3, 1)

    def _label(self, edit: QWidget) -> QLabel:
        label = QLabel(edit.accessibleName())
        label.setProperty("role", "muted")
        label.setBuddy(edit)
        return label

    def _number(self, name: str, title: str, value: int, most: int, help_text: str) -> QSpinBox:
        edit = QSpinBox()
        edit.setRange(1, most)
        edit.setValue(min(value, most))
        edit.lineEdit().setTextMargins(theme.SPACE_1, 0, 0, 0)
        self._describe(edit, name, title, help_text)
        return edit

    def _describe(self, widget: QWidget, name: str, title: str, help_text: str) -> None:
        widget.setObjectName(name)
        widget.setAccessibleName(title)
        widget.setToolTip(field_text.wrapped(help_text))

    # --- what is asked for ------------------------------------------------------------------------------------------

    def axes(self) -> list[Values | Range]:
        """Of each line. Raises PlaygroundError."""
        found: list[Values | Range] = []
        for line in self._lines():
            found.append(parse_range(line) if _is_range(line) else parse_values(line))
        return found

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.settings.toPlainText().splitlines() if line.strip()]

    def options(self) -> list[str]:
        """For the command line."""
        found = [part for line in self._lines() for part in ("--random" if _is_range(line) else "--grid", line)]
        found += ["--seeds", str(self.seeds.value()), *worker_options(self.workers.value())]
        if any(map(_is_range, self._lines())):
            found += ["--trials", str(self.draws.value())]
        return [*found, "--halving"] if self.halving.isChecked() else found

    def plan(self) -> Plan:
        """Raises PlaygroundError where it cannot be trained."""
        axes = self.axes()
        is_drawn = any(isinstance(axis, Range) for axis in axes)
        self.draws.setEnabled(is_drawn)
        draw = self.draws.value() if is_drawn else None
        plan = make_plan(self._experiment, axes, seeds=self.seeds.value(), draw=draw, halving=self.halving.isChecked())
        if self._dataset is not None and self._dataset.table is not None:
            check_plan(plan, Rows(self._experiment.data, self._dataset.table))
        return plan

    def _tell_soon(self) -> None:
        """What is said is of before; nothing starts until it is said anew."""
        self._say(self.tr("Counting…"), is_wrong=False)
        self.start.setEnabled(False)
        self._timer.start()

    def _tell(self) -> bool:
        """How many trials there are, or what is wrong. Whether it can be started."""
        try:
            plan = self.plan()
            self._check_out()
        except PlaygroundError as error:
            self._say(i18n.error_text(error), is_wrong=True)
            return False
        self._say(sentence_text(trials_said(plan)), is_wrong=False)
        return True

    def _check_out(self) -> None:
        out = Path(self.out.text())
        check_ending(out)
        check_kept(out, data_files(self._experiment))
        left = left_of(out)
        if left is not None:
            raise PlaygroundError(
                "{file} is of a sweep that is unfinished, {done} of {trials} trials: Open sweep… goes on with it. Name "
                "another file for another sweep.",
                file=out.name,
                done=left.n_over,
                trials=len(left.plan.trials),
            )

    def _say(self, text: str, *, is_wrong: bool) -> None:
        self.count.setText(text)
        self.count.setStyleSheet(f"color: {theme.current().danger if is_wrong else theme.current().muted};")
        self.start.setEnabled(not is_wrong)

    def _choose(self) -> None:
        kinds = self.tr("Results of sweeps ({names})").format(names="*.parquet *.csv")
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Result of the sweep"),
            self.out.text(),
            kinds,
            options=QFileDialog.Option.DontConfirmOverwrite,  # no file is written over
        )
        if name:
            self.out.setText(name)

    def _on_start(self) -> None:
        self._timer.stop()
        if not self._tell():
            return
        try:
            check_writable(self.out.text())
            check_free(Path(self.out.text()))
        except PlaygroundError as error:
            self._say(i18n.error_text(error), is_wrong=True)
            return
        self.start_wanted.emit(self.options(), Path(self.out.text()))


def most_workers() -> int:
    """Processes that can train: without Dask one."""
    return max(1, usable_cores()) if _has_dask() else 1


def usual_workers() -> int:
    """A core is left over."""
    return max(1, most_workers() - 1)


def worker_options(n: int) -> list[str]:
    """For the command line."""
    return ["--workers", str(n if _has_dask() else 0)]


def _has_dask() -> bool:
    return importlib.util.find_spec("distributed") is not None


def _is_range(line: str) -> bool:
    return ".." in line.partition("=")[2]


def _free_file(folder: Path, name: str) -> Path:
    """The first file of this name that is not there yet."""
    numbers = itertools.chain([""], (f"-{number}" for number in itertools.count(2)))
    files = (folder / f"{name}-sweep{number}.csv" for number in numbers)
    return next(file for file in files if not file.exists() and not folder_of(file).exists())


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name) or "untitled"
