"""One row that says which line of a plot over layers is which, for lines that are no lane's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.inside.signals.layer_lines import LayerLine
from playground.inside.signals.layer_strokes import DOTS, THIN, draw_stroke, line_pen
from playground.ui.look import theme

_SAMPLE, _GAP = 22.0, 4.0
"""Pixels: a piece of line, and what lies between it and its name."""


class LayerLegend(QWidget):
    """Samples and names of lines, and the dotted sample of theory at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[LayerLine, ...] = ()
        self.setFont(theme.font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Lines"))

    def show_lines(self, lines: Sequence[LayerLine]) -> None:
        looks = [(line.name, line.color) for line in lines]
        if looks != [(line.name, line.color) for line in self._lines]:
            self.setAccessibleDescription(", ".join(name for name, _ in looks))
            self._lines = tuple(lines)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, self.fontMetrics().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        items = [(line_pen(line), line.dashes, line.name) for line in self._lines]
        if items:
            items.append((QPen(QColor(look.muted), THIN), DOTS, self.tr("theory")))
        metrics = QFontMetricsF(painter.font())
        words = sum(metrics.horizontalAdvance(name) + _GAP for *_, name in items)
        room = (self.width() - words) / max(len(items), 1)
        sample = min(_SAMPLE, max(10.0, room - 6))
        apart = min(14.0, max(4.0, room - sample))
        left, middle = 0.0, self.height() / 2
        for pen, dashes, name in items:
            draw_stroke(painter, np.array([left + 2, left + sample]), np.full(2, middle), pen, dashes)
            left += sample + _GAP
            painter.setPen(QColor(look.text))
            painter.drawText(QPointF(left, middle + (metrics.ascent() - metrics.descent()) / 2), name)
            left += metrics.horizontalAdvance(name) + apart
        painter.end()
