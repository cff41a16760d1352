"""The two ends of the stack, which are not layers: what comes in, and what goes out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.data.files.wording import shown
from engine.data.task import Task
from engine.nn.shapes import picture_shape
from playground.layers.rows.columns import FOLD, ROW, Columns
from playground.layers.rows.net import NetRow
from playground.layers.rows.net_view import NetView
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count

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
        text = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, vertical, text)
        painter.end()


def input_text(data: Dataset | None) -> str:
    """What comes in: ``8 × 8 = 64``, ``x1, x2``; nothing while there are no rows."""
    if data is None:
        return ""
    if data.image_shape is not None:
        height, width, channels = picture_shape(data)
        sides = f"{height} × {width}" if channels == 1 else f"{height} × {width} × {channels}"
        return f"{sides} = {data.n_features}"
    if data.preparation.inputs is not None:
        return ", ".join(data.feature_names)
    return _tr("1 feature") if data.n_features == 1 else _tr("{count} features").format(count=count(data.n_features))


def output_text(data: Dataset | None, task: Task, n_outputs: int | None) -> str:
    """What goes out: so many classes, or the name of the number."""
    if task == "numbers":
        return _tr("a number") if data is None else shown(data.target_name)
    return _tr("{count} classes").format(count=count(n_outputs))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LayerEnds", text)
