"""The headings over the lane table. They stay while the rows scroll."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.lanes.columns import FIGURES, INSET, TEST, Columns, Span
from playground.ui.look import theme
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text

HEIGHT: Final = 22


class LaneHeader(PlaceTips, QWidget):
    """Painted headings, each of which explains its column when the pointer rests on it."""

    def __init__(self, headings: dict[str, tuple[str, str]], columns: Columns, parent: QWidget | None = None) -> None:
        """headings: column -> (title, what it means)"""
        super().__init__(parent)
        self._headings = headings
        self._columns = columns
        self._varying: frozenset[str] = frozenset()
        self._scrolled = 0
        self._width = columns.narrowest
        self.setFixedHeight(HEIGHT)

    def set_headings(self, headings: dict[str, tuple[str, str]]) -> None:
        """column -> (title, what it means)"""
        self._headings = headings
        self.update()

    def set_varying(self, columns: frozenset[str]) -> None:
        """The columns in which lanes differ; their headings stand out."""
        if columns != self._varying:
            self._varying = columns
            self.update()

    def varying(self) -> frozenset[str]:
        """The columns in which lanes differ."""
        return self._varying

    def follow(self, width: int, scrolled: int) -> None:
        """Keeps in line with rows of this width, scrolled sideways by so much."""
        self._width, self._scrolled = width, scrolled
        self.update()

    def heading_at(self, x: int) -> str:
        """The column at a place; empty where there is none."""
        return next((name for name, span in self._spans().items() if span.x <= x < span.end), "")

    def shown_heading(self, name: str) -> str:
        """What there is room for."""
        metrics = QFontMetrics(theme.font("small", bold=name in self._varying))
        room = self._spans()[name].width - (0 if name in (*FIGURES, TEST) else INSET)
        return metrics.elidedText(self._headings[name][0], Qt.TextElideMode.ElideRight, room)

    def _spans(self) -> dict[str, Span]:
        places = self._columns.spans(self._width)
        return {name: Span(places[name].x - self._scrolled, places[name].width) for name in self._headings}

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = theme.current()
        for name, span in self._spans().items():
            varies = name in self._varying
            painter.setFont(theme.font("small", bold=varies))
            painter.setPen(QColor(colors.text if varies else colors.muted))
            right = name in (*FIGURES, TEST)
            flag = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            rect = QRect(span.x, 0, span.width, self.height() - 1).adjusted(0 if right else INSET, 0, 0, 0)
            painter.drawText(rect, flag | Qt.AlignmentFlag.AlignVCenter, self.shown_heading(name))
        painter.setPen(QColor(colors.border_strong))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def tip_at(self, position: QPoint) -> Tip | None:
        name = self.heading_at(position.x())
        return Tip(field_text.wrapped(*self._headings[name])) if name else None
