"""The two ends of the stack, which are not layers: what comes in, and what goes out."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.layers.rows.columns import FOLD, ROW, Columns
from playground.layers.rows.net import NetRow
from playground.layers.rows.net_view import NetView
from playground.ui.look import theme
from playground.ui.text import field_text

HEIGHT = 28


class EndRow(QWidget):
    """A name and a muted text in the columns of the rows."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._text = ""
        self._columns: Columns | None = None
        self.setAccessibleName(name)
        reach = (HEIGHT + ROW) / 2
        self.net = NetView(self, above=reach, below=reach)
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(f"{self._name} {text}".strip())
        self.update()

    def set_columns(self, columns: Columns) -> None:
        if columns != self._columns:
            self._columns = columns
            self.net.setGeometry(0, 0, columns.gutter, HEIGHT)
            self.update()

    def show_net(self, row: NetRow, tooltip: str) -> None:
        self.net.show_row(row)
        if tooltip != self.net.accessibleDescription():
            self.net.setToolTip(field_text.wrapped(tooltip))
            self.net.setAccessibleDescription(tooltip)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._columns is None:
            return
        look = theme.current()
        painter = QPainter(self)
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(look.color("muted"))
        painter.setFont(theme.font("body"))
        name = self._columns.name
        painter.drawText(QRect(name.x + FOLD, 0, name.width - FOLD, HEIGHT), vertical, self._name)
        painter.setFont(theme.font("small"))
        left = self._columns.units.x
        room = QRect(left, 0, self.width() - left, HEIGHT)
        shown = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, vertical, shown)
        painter.end()
