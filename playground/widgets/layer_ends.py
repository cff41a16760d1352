"""The two ends of the stack, which are not layers: what comes in, and what goes out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from playground import theme
from playground.widgets.layer_columns import GAP, MARK, MARK_X, Columns

HEIGHT = 28


class EndRow(QWidget):
    """A name and a muted text in the columns of the rows. ``is_input`` says which end of the line it is."""

    def __init__(self, name: str, columns: Columns, *, is_input: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._columns, self._is_input = name, columns, is_input
        self._text = ""
        self.setFixedHeight(HEIGHT)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(f"{self._name} {text}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._columns.editors + 100, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("border_strong"), 1))
        centre = QPointF(MARK_X + MARK / 2, HEIGHT / 2)
        end = QPointF(centre.x(), HEIGHT if self._is_input else 0)
        painter.drawLine(centre + (end - centre) * (4 / (HEIGHT / 2)), end)
        painter.setPen(QPen(look.color("muted"), 1.5))
        painter.drawEllipse(centre, 3.5, 3.5)
        vertical = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.drawText(QRect(self._columns.name, 0, self._columns.editors, HEIGHT), vertical, self._name)
        painter.setFont(theme.font("small"))
        left = self._columns.editors + GAP
        painter.drawText(QRect(left, 0, self.width() - left, HEIGHT), vertical, self._text)
        painter.end()
