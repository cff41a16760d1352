"""A window without panels: a document, its files, its title, and the bars that tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from playground.document.files.file_dialogs import Files
from playground.document.session import Session
from playground.shell.title import show_title
from playground.ui.text import i18n
from playground.ui.widgets.message_bar import MessageBar
from playground.ui.widgets.notice_bar import NoticeBar


class Desk(QMainWindow):
    """In place of `MainWindow`, at a tenth of what its panels cost: also for `start` and `Safety`.

    What a window chooses to look at, and where its bars lie, is asked of windows.
    """

    rebuilt = Signal()

    def __init__(self, experiment: Experiment, preset: str = "") -> None:
        super().__init__()
        self.session = Session(experiment, self)
        self.files = Files(self, self.session)
        self.messages = self
        self.may_close: Callable[[], bool] = lambda: True
        self.is_at_rest = True
        self.looked_at = ""
        self.message = MessageBar(is_line=True)
        self.closing_bar, self.recovery_bar, self.crash_bar = map(NoticeBar, ("closing", "recovery", "crash"))
        rows = QWidget()
        column = QVBoxLayout(rows)
        for bar in (self.message, self.closing_bar, self.recovery_bar, self.crash_bar):
            column.addWidget(bar)
        self.setCentralWidget(rows)
        self.session.failed.connect(self.show_error)
        self.files.failed.connect(self.show_error)
        self.files.told.connect(self.show_done)
        self.session.experiment_changed.connect(self._show_title)
        self.session.file_changed.connect(self._show_title)
        self._show_title()

    def show_error(self, error: PlaygroundError) -> None:
        self.message.show_message("error", i18n.error_text(error))

    def show_done(self, text: str) -> None:
        self.message.show_message("info", text)

    def open_log_folder(self) -> None:
        """No test here has a crash."""

    def look(self) -> str:
        return '{"lane": 0}'

    def look_at(self, look: str) -> None:
        self.looked_at = look

    def tell_story(self, preset: str) -> None:
        """It has none."""

    def offer_first_steps(self) -> None:
        """It has none."""

    def _show_title(self, _: Any = None) -> None:
        show_title(self, self.session)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            self.is_at_rest = self.session.close()
            event.accept()
        else:
            event.ignore()
