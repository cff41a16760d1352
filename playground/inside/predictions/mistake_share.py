"""One bar that a number of rows divide among themselves, with a legend below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from playground.inside.predictions.mistake_items import Tone
from playground.ui.look import theme

_BAR = 14
_SQUARE = 8.0


@record
class Part:
    """So many rows, in a colour of the theme."""

    words: str
    count: int
    tone: Tone


class ShareBar(QWidget):
    """Parts beside each other, each as long as its share."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Empty parts keep their place in the legend."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self.setAccessibleDescription(", ".join(f"{part.words}: {part.count}" for part in parts))
            self.update()

    def parts(self) -> tuple[Part, ...]:
        return self._parts

    def sizeHint(self) -> QSize:
        return QSize(300, _BAR + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _BAR + 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        painter.fillRect(QRectF(0, 0, self.width(), _BAR), QColor(look.raised))
        total = sum(part.count for part in self._parts)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        left, place = 0.0, 0.0
        for part in self._parts:
            if total and part.count:
                width = self.width() * part.count / total
                painter.fillRect(QRectF(left, 0, width - 1, _BAR), look.color(part.tone))
                left += width
            painter.fillRect(QRectF(place, _BAR + 10, _SQUARE, _SQUARE), look.color(part.tone))
            text = f"{part.words}: {part.count}"  # with a colon, or "class 0" would be read as a digit
            painter.setPen(QColor(look.text))
            painter.drawText(QPointF(place + _SQUARE + 5, _BAR + 6 + metrics.ascent()), text)
            place += _SQUARE + 5 + metrics.horizontalAdvance(text) + theme.SPACE_4
        painter.end()
