"""Where the cards of the first start are: a row of their own in a high window, in a low one beside the menus."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMainWindow, QToolBar

from playground.shell.layout.message_area import MessageArea
from playground.shell.start.next_steps import NextSteps

TALL: Final = 800
"""From this height of the window on they have a row, and each says a sentence below its question."""


class FirstSteps(QObject):
    """Until somebody puts them away; out of sight while the window is shown to many."""

    chosen = Signal(str)
    """The name of a preset; empty where a file of one's own is wanted."""
    introduction_wanted = Signal()
    ended = Signal()

    def __init__(self, window: QMainWindow, area: MessageArea) -> None:
        super().__init__(window)
        self._window, self._area = window, area
        self._bar: QToolBar | None = None
        self._is_line: bool | None = None
        """None while they are nowhere."""
        self._is_hidden = False
        window.installEventFilter(self)
        self.make()

    def make(self) -> None:
        """Anew: in another language, or in another place."""
        self.remove()
        if self._is_hidden:
            return
        self._is_line = self._window.height() < TALL
        cards = NextSteps(is_line=self._is_line)
        cards.chosen.connect(self.chosen)
        cards.introduction_wanted.connect(self.introduction_wanted)
        cards.closed.connect(self.end)
        if self._is_line:
            self._area.set_rest(cards)
        else:
            self._bar = bar = QToolBar(self._window)
            bar.setObjectName("next_steps.row")
            bar.setWindowTitle(cards.accessibleName())
            bar.setMovable(False)
            bar.toggleViewAction().setVisible(False)
            bar.addWidget(cards)
            self._window.addToolBarBreak()
            self._window.addToolBar(bar)
            bar.show()

    def remove(self) -> None:
        """They are nowhere."""
        if self._is_line:
            self._area.set_rest(None)
        if self._bar is not None:
            self._window.removeToolBar(self._bar)
            self._bar.deleteLater()
        self._bar, self._is_line = None, None

    def end(self) -> None:
        """For good."""
        self._window.removeEventFilter(self)
        self.remove()
        self.ended.emit()
        self.deleteLater()

    def set_hidden(self, is_hidden: bool) -> None:
        """For a while."""
        self._is_hidden = is_hidden
        self.make()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._is_line is not None:
            is_line = self._window.height() < TALL
            if is_line != self._is_line:
                self.make()
        return False
