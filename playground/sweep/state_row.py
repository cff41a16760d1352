"""How far a sweep is, and what can be done about it: it is stopped, gone on with, or ended with its window."""

from __future__ import annotations

from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from engine.sweep.pace import duration
from engine.sweep.results.table import SweepTable
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count
from playground.ui.widgets.notice_bar import NoticeBar

_PARTS: Final = 1000


class StateRow(QWidget):
    """Counts and a bar of progress; below them a question, where there is one."""

    stop_wanted = Signal()
    go_on_wanted = Signal()
    close_wanted = Signal()
    """The sweep is to end with its window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Literal["", "go on", "close"] = ""
        self._table: SweepTable | None = None
        self.counts = QLabel(self.tr("Nothing is trained yet."))
        self.counts.setObjectName("sweep.state")
        self.progress = QProgressBar()
        self.progress.setObjectName("sweep.progress")
        self.progress.setAccessibleName(self.tr("How far the sweep is"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.left = QLabel()
        self.left.setObjectName("sweep.left")
        self.left.setProperty("role", "muted")
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setObjectName("sweep.stop")
        self.stop.setToolTip(field_text.wrapped(self.tr("Ends the sweep; what is done is kept.")))
        self.stop.clicked.connect(self._on_stop)
        self.stop.hide()
        self.notice = NoticeBar("sweep.notice")
        self.notice.action_clicked.connect(self._on_action)
        self.notice.other_clicked.connect(self.notice.close_message)
        self.notice.closed.connect(self._forget)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_3)
        row.addWidget(self.counts)
        row.addWidget(self.progress, 1)
        row.addWidget(self.left)
        row.addStretch(0)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_3)
        column.addLayout(row)
        column.addWidget(self.notice)

    @property
    def has_asked_to_close(self) -> bool:
        """Whether it has been said what closing the window does."""
        return self._asked == "close"

    def show_start(self) -> None:
        """A process begins."""
        self._forget()
        self.notice.clear()
        self.counts.setText(self.tr("Starting…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self.stop.setEnabled(True)
        self.stop.show()

    def show_end(self) -> None:
        """The process has ended."""
        self._forget()
        self.notice.clear()
        self.progress.hide()
        self.left.clear()
        self.stop.hide()
        if self._table is None:
            self.counts.setText(self.tr("Nothing is trained yet."))

    def show_table(self, table: SweepTable) -> None:
        """What is known so far."""
        self._table = table
        done, of = table.n_over, len(table.plan.trials)
        stage, stages = table.stage or (0, 1)
        text = (
            self.tr("{done} of {trials} trials, {settings} settings; stage {stage} of {stages}")
            if stages > 1
            else self.tr("{done} of {trials} trials, {settings} settings")
        )
        values = {"done": count(done), "trials": count(of), "settings": count(table.plan.n_settings)}
        self.counts.setText(text.format(**values, stage=str(stage + 1), stages=str(stages)))

    def show_progress(self, share: float, seconds: float | None) -> None:
        """Of all steps; trials that train together end together. seconds: how long it takes yet."""
        self.progress.setRange(0, _PARTS)
        self.progress.setValue(round(share * _PARTS))
        self.left.setText("" if seconds is None else self.tr("{time} left").format(time=duration(seconds)))

    def offer_to_go_on(self, table: SweepTable) -> None:
        """Nobody trains what is left."""
        self._asked = "go on"
        text = self.tr("This sweep is unfinished: {done} of its trials are done, {left} are left to do.")
        self.notice.show_notice(
            "info",
            text.format(done=count(table.n_over), left=count(len(table.plan.trials) - table.n_over)),
            (self.tr("Go on"), field_text.wrapped(self.tr("Trains what is left, in processes of their own."))),
        )

    def ask_to_close(self, out: Path) -> None:
        """What closing the window means while the sweep goes on."""
        self._asked = "close"
        table = self._table
        done, of = (0, None) if table is None else (table.n_over, len(table.plan.trials))
        text = (
            self.tr("Closing ends the sweep before a trial is done.")
            if not done
            else self.tr("Closing ends the sweep. {done} of {trials} trials are kept; Open sweep… goes on with {file}.")
        )
        self.notice.show_notice(
            "warning",
            text.format(done=count(done), trials=count(of or 0), file=out.name),
            (self.tr("End the sweep"), self.tr("Ends the sweep, keeps what is done, and closes the window.")),
            (self.tr("Let it run"), self.tr("Keeps the window open; the sweep goes on.")),
        )

    def _on_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_wanted.emit()

    def _on_action(self) -> None:
        (self.close_wanted if self._asked == "close" else self.go_on_wanted).emit()

    def _forget(self) -> None:
        self._asked = ""
