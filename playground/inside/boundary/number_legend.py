"""Which colour stands for which number, in one short line."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.inside.boundary.colors import number_table
from playground.ui.look import theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.text import field_text
from playground.ui.text.numbers import number

_BAR: Final = 72.0
_HIGH: Final = 9.0


class NumberLegend(QWidget):
    """The colours of a scale between its two ends."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("small"))
        words = self.tr("The colour of each number; what lies beyond the ends has the colour of the nearer end.")
        self.setToolTip(field_text.wrapped(words))

    def set_scale(self, scale: NumberScale) -> None:
        """Shows the ends of a scale."""
        self._ends = number(scale.low), number(scale.high)
        self.setAccessibleName(self.tr("From {low} to {high}").format(low=self._ends[0], high=self._ends[1]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        words = sum(metrics.horizontalAdvance(end) for end in self._ends)
        return QSize(int(words + _BAR) + 2 * theme.SPACE_1 + 2, int(metrics.height()) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, table = QPainter(self), number_table()
        left = QFontMetricsF(self.font()).horizontalAdvance(self._ends[0]) + theme.SPACE_1
        bar = QRectF(left, (self.height() - _HIGH) / 2, _BAR, _HIGH)
        ramp = QLinearGradient(bar.topLeft(), bar.topRight())
        for stop in range(17):
            ramp.setColorAt(stop / 16, QColor(int(table[stop * 255 // 16])))
        painter.fillRect(bar, ramp)
        painter.setPen(QColor(theme.current().border_strong))
        painter.drawRect(bar)
        painter.setPen(QColor(theme.current().muted))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(self.rect(), middle | Qt.AlignmentFlag.AlignRight, self._ends[1])
        painter.end()
