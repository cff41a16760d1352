"""One line a column: a bar for what is lost without it, and how far that varies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.elided_names import elided_names

_LINE: Final = 24
_NAMES: Final = 0.4
"""Share of the width that names may take."""
_VALUES: Final = 60.0


@record
class Bar:
    """lost, spread: in the same unit; value: what is written behind the bar; reading: the same in words."""

    name: str
    lost: float
    spread: float
    value: str
    reading: str


class ColumnBars(Lit, ReadableCanvas[int]):
    """As high as there are columns. A spot is a line."""

    lights = "column"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._bars: tuple[Bar, ...] = ()
        self._reach = 0.1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def bars(self) -> tuple[Bar, ...]:
        """What is drawn, from top to bottom."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar], reach: float) -> None:
        """reach: what a bar of full length stands for."""
        self._bars, self._reach = tuple(bars), reach
        self.setFixedHeight(self.sizeHint().height())
        self.look_again()

    def sizeHint(self) -> QSize:
        return QSize(320, _LINE * len(self._bars) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def lit_rect(self) -> QRectF | None:
        line = next((line for line, bar in enumerate(self._bars) if bar.name == self.lit), None)
        return None if line is None else QRectF(0, _LINE * line, self.width(), _LINE)

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        line = int(position.y() // _LINE)
        return line if 0 <= line < len(self._bars) else None

    def spot_by_key(self, key: Qt.Key) -> int | None:
        return moved(self.spot, key, len(self._bars) - 1, (Qt.Key.Key_Up, Qt.Key.Key_Down))

    def is_there(self, spot: int) -> bool:
        return spot < len(self._bars)

    def told(self, spot: int) -> str:
        return self._bars[spot].reading

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_lit(painter)
        look = theme.current()
        painter.setFont(theme.font("number"))
        metrics = QFontMetricsF(painter.font())
        widest = max((metrics.horizontalAdvance(bar.name) for bar in self._bars), default=0.0)
        names = min(widest + 14, self.width() * _NAMES)
        shown = elided_names([bar.name for bar in self._bars], names - 10, metrics)
        for index, (bar, name) in enumerate(zip(self._bars, shown, strict=True)):
            self._paint_bar(painter, index, bar, names, name)
        if self.hasFocus():
            painter.setPen(QColor(look.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_bar(self, painter: QPainter, index: int, bar: Bar, names: float, name: str) -> None:
        """names: pixels for what they are called; name: what there is room for."""
        look, top, flag = theme.current(), float(_LINE * index), Qt.AlignmentFlag
        if index == self.spot:
            painter.fillRect(QRectF(0, top, self.width(), _LINE), QColor(look.raised))
        painter.setPen(QColor(look.text))
        painter.drawText(QRectF(4, top, names, _LINE), flag.AlignVCenter, name)
        room = QRectF(names, top + _LINE / 2 - 4, max(self.width() - names - _VALUES, 1.0), 8)
        painter.fillRect(room, QColor(look.sunken))
        length = room.width() / self._reach
        if bar.lost > 0:
            painter.fillRect(QRectF(room.left(), room.top(), bar.lost * length, 8), look.color("accent"))
        if bar.spread > 0:
            ends = [min(max(bar.lost + side * bar.spread / 2, 0.0), self._reach) * length for side in (-1, 1)]
            painter.setPen(QPen(QColor(look.text), 1.5))
            middle = room.center().y()
            painter.drawLine(QPointF(room.left() + ends[0], middle), QPointF(room.left() + ends[1], middle))
        painter.setPen(QColor(look.text))
        painter.drawText(QRectF(0, top, self.width() - 4, _LINE), flag.AlignRight | flag.AlignVCenter, bar.value)
