"""The one place where the window tells something: beside the menus, so that no panel has to make room for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QMainWindow, QStackedLayout, QToolBar, QVBoxLayout, QWidget

from playground.ui.look import theme
from playground.ui.widgets.message_bar import MessageBar

LEAST: Final = 26
"""Pixels of a line with a button in it."""
_EDGE: Final = 2


class MessageArea(QWidget):
    """The newest message is in sight, unless one waits for an answer; the others come back when it is closed, and while
    there is none, what leads on. Where the system keeps the menus at the top of the screen, it is a row below the
    toolbar."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.setObjectName("messages")
        self.setAccessibleName(self.tr("Messages"))
        self._window = window
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._places: dict[QWidget, QWidget] = {}
        """Each in a holder, which is what is shown and hidden."""
        self._telling: list[MessageBar] = []
        """From the oldest."""
        self._rest: QWidget | None = None
        self._row: QToolBar | None = None
        menus = window.menuBar()
        menus.setMinimumHeight(LEAST + 2 * _EDGE)
        menus.installEventFilter(self)
        if menus.isNativeMenuBar():
            self._make_row()
        self._show()

    def fill(self, bars: Sequence[MessageBar]) -> None:
        """In place of those that there were."""
        self._telling = []
        for old in list(self._places):
            if old is not self._rest:
                self._drop(old)
        for bar in bars:
            self._hold(bar)
            bar.told.connect(self._on_told)
            bar.ended.connect(self._on_ended)
            bar.unfolded.connect(self._place)
        self._show()

    def set_rest(self, widget: QWidget | None) -> None:
        """What is there as long as nothing is told; the one before is gone."""
        if self._rest is not None:
            self._drop(self._rest)
        self._rest = widget
        if widget is not None:
            self._hold(widget)
        self._show()

    def _on_told(self) -> None:
        bar = self.sender()
        assert isinstance(bar, MessageBar)
        self._telling = [one for one in self._telling if one is not bar] + [bar]
        self._show()

    def _on_ended(self) -> None:
        bar = self.sender()
        self._telling = [one for one in self._telling if one is not bar]
        self._show()

    def _hold(self, widget: QWidget) -> None:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        self._places[widget] = holder
        self._pages.addWidget(holder)

    def _drop(self, widget: QWidget) -> None:
        holder = self._places.pop(widget)
        self._pages.removeWidget(holder)
        holder.hide()
        holder.deleteLater()

    # --- where it is ------------------------------------------------------------------------------------------------

    @property
    def _in_front(self) -> MessageBar | None:
        """A question is not to be covered by what happens meanwhile."""
        told = [bar for bar in self._telling if bar.waits_for_answer] or self._telling
        return told[-1] if told else None

    def _show(self) -> None:
        shown = self._in_front or self._rest
        if shown is not None:
            self._pages.setCurrentWidget(self._places[shown])
        if isinstance(shown, MessageBar):
            shown.set_behind(len(self._telling) - 1)
        (self._row or self).setVisible(shown is not None)
        self._place()

    def _make_row(self) -> None:
        self._row = row = QToolBar(self._window)
        row.setObjectName("messages.row")
        row.setWindowTitle(self.accessibleName())
        row.setMovable(False)
        row.toggleViewAction().setVisible(False)
        row.addWidget(self)
        self._window.addToolBarBreak()
        self._window.addToolBar(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place()
        return False

    def _place(self) -> None:
        """From the last menu to the edge of the window; a long message that is unfolded goes over what is below."""
        menus = self._window.menuBar()
        if self._row is not None or not menus.actions():
            return
        left = menus.actionGeometry(menus.actions()[-1]).right() + theme.SPACE_4
        width, high = menus.width() - left - theme.SPACE_2, menus.height() - 2 * _EDGE
        shown = self._in_front
        if shown is not None and shown.is_unfolded:
            high = max(high, shown.heightForWidth(width) + 2 * theme.SPACE_1)
        self.raise_()
        self.setGeometry(QRect(menus.x() + left, menus.y() + _EDGE, width, high))
