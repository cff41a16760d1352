"""How the numbers to learn are spread over the training rows, as a histogram."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.files.wording import shown
from playground.ui.look import theme
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text
from playground.ui.text.numbers import count, number

_BINS: Final = 30
_LEAST, _USUAL, _MOST = 62, 76, 140
"""Heights."""


class NumberSpread(PlaceTips, QWidget):
    """A bar for each of some equal spans of the numbers, from the least to the largest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._counts: NDArray[np.int64] = np.zeros(0, np.int64)
        self._edges: NDArray[np.float64] = np.zeros(1)
        self.setFont(theme.font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_MOST)

    def set_numbers(self, name: str, numbers: NDArray[np.float32]) -> None:
        """numbers: (rows,), what is called ``name`` of each training row."""
        self._name = shown(name)
        self._counts, self._edges = np.histogram(numbers.astype(np.float64), bins=_BINS)
        self.setAccessibleName(self._caption())
        low, high = (number(float(edge), 4) for edge in (self._edges[0], self._edges[-1]))
        self.setAccessibleDescription(self.tr("From {low} to {high}").format(low=low, high=high))
        self.update()

    def counts(self) -> NDArray[np.int64]:
        """Rows of each span."""
        return self._counts

    def sizeHint(self) -> QSize:
        return QSize(200, _USUAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _LEAST)

    def bar(self, index: int) -> QRectF:
        """Where a span is: its bar reaches from the bottom of this place as far up as it has rows."""
        line, width = self.fontMetrics().height(), self.width() / max(1, len(self._counts))
        return QRectF(index * width, 1.25 * line, width - 1, self.height() - 2.25 * line)

    def _caption(self) -> str:
        return self.tr("Training rows by {name}").format(name=self._name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colors, metrics = QPainter(self), theme.current(), self.fontMetrics()
        painter.setPen(QColor(colors.muted))
        caption = metrics.elidedText(self._caption(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, caption)
        most = max(1, int(self._counts.max(initial=0)))
        for index, rows in enumerate(self._counts.tolist()):
            place = self.bar(index)
            height = max(1.0 if rows else 0.0, place.height() * rows / most)
            painter.fillRect(QRectF(place.left(), place.bottom() - height, place.width(), height), QColor(colors.test))
        if len(self._counts):
            self._paint_ends(painter)
        painter.end()

    def _paint_ends(self, painter: QPainter) -> None:
        bottom, line = round(self.bar(0).bottom()), self.fontMetrics().height()
        painter.setPen(QColor(theme.current().border))
        painter.drawLine(0, bottom, self.width(), bottom)
        painter.setPen(QColor(theme.current().muted))
        below = QRect(0, bottom + 1, self.width(), line)
        sides = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for edge, side in zip((self._edges[0], self._edges[-1]), sides, strict=True):
            painter.drawText(below, side | Qt.AlignmentFlag.AlignVCenter, number(float(edge), 4))

    def tip_at(self, position: QPoint) -> Tip:
        index = min(int(position.x() * len(self._counts) / max(1, self.width())), len(self._counts) - 1)
        if index < 0:
            return Tip("")
        low, high = (number(float(edge), 4) for edge in self._edges[index : index + 2])
        template = self.tr("{name} from {low} to {high}: {rows} training rows. Rare numbers are learned badly.")
        rows = count(int(self._counts[index]))
        return Tip(field_text.wrapped(template.format(name=self._name, low=low, high=high, rows=rows)))
