"""How many training rows each class has, as bars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import theme
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text
from playground.ui.text.numbers import count, percent

_WIDEST_BAR: Final = 56
_NARROWEST_BAR: Final = 3
_NARROWEST_NAME: Final = 14
_LEAST, _USUAL, _MOST = 62, 76, 140
"""Heights."""
_ROUNDING: Final = 2.0


class ClassBalance(PlaceTips, QWidget):
    """A bar a class with its count above and its name below, as far as they fit. Classes without room are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._counts: tuple[int, ...] = ()
        self._is_colored = False
        self.setFont(theme.font("small"))
        self.setAccessibleName(self.tr("Training rows of each class"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(_MOST)

    def set_counts(self, names: Sequence[str], counts: Sequence[int], *, colored: bool) -> None:
        """Shows how many rows each class has; ``colored`` where the rows themselves are drawn in class colours."""
        self._names, self._counts, self._is_colored = tuple(names), tuple(counts), colored
        self.setAccessibleDescription(", ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True)))
        self.update()

    def counts(self) -> dict[str, int]:
        """Class -> rows."""
        return dict(zip(self._names, self._counts, strict=True))

    def sizeHint(self) -> QSize:
        return QSize(200, _USUAL)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, _LEAST)

    # --- places -----------------------------------------------------------------------------------------------------

    def _gap(self) -> int:
        n = max(1, len(self._counts))
        return theme.SPACE_1 if n * (_NARROWEST_NAME + theme.SPACE_1) <= self.width() else 1

    def _bar_width(self) -> int:
        n = max(1, len(self._counts))
        return max(_NARROWEST_BAR, min(_WIDEST_BAR, (self.width() + self._gap()) // n - self._gap()))

    def n_shown(self) -> int:
        """How many classes there is room for."""
        return min(len(self._counts), (self.width() + self._gap()) // (self._bar_width() + self._gap()))

    def bar(self, index: int) -> QRect:
        """Where a class is: its bar reaches from the bottom of this place as far up as it has rows."""
        line = self.fontMetrics().height()
        left = index * (self._bar_width() + self._gap())
        top = 2 * line  # the caption, and a count
        has_names = self._bar_width() >= _NARROWEST_NAME
        return QRect(left, top, self._bar_width(), self.height() - top - line * has_names)

    def class_at(self, position: QPoint) -> int | None:
        """The class whose column a place in the widget belongs to."""
        line = self.fontMetrics().height()
        columns = (self.bar(index).adjusted(0, -line, 0, line) for index in range(self.n_shown()))
        return next((index for index, column in enumerate(columns) if column.contains(position)), None)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.current().muted))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(self.rect(), flags, self._caption())
        most = max(self._counts, default=0)
        for index in range(self.n_shown()):
            self._paint_class(painter, index, most)
        painter.end()

    def _caption(self) -> str:
        if self.n_shown() < len(self._counts):
            text = self.tr("Training rows of the first {shown} of {count} classes")
            text = text.format(shown=self.n_shown(), count=len(self._counts))
        else:
            text = self.tr("Training rows of each class")
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def _paint_class(self, painter: QPainter, index: int, most: int) -> None:
        colors, metrics = theme.current(), self.fontMetrics()
        place, count = self.bar(index), self._counts[index]
        height = max(1.0 if count else 0.0, place.height() * count / max(1, most))
        bar = QRectF(place.left(), place.bottom() + 1 - height, place.width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.class_color(index) if self._is_colored else QColor(colors.test))
        painter.drawRoundedRect(bar, min(_ROUNDING, height / 2), min(_ROUNDING, height / 2))
        painter.setPen(QColor(colors.border))
        painter.drawLine(place.left(), place.bottom() + 1, place.right(), place.bottom() + 1)
        room = place.width() + self._gap()
        if metrics.horizontalAdvance(str(count)) <= room:
            above = QRect(
                place.left() - self._gap(), round(bar.top()) - metrics.height(), room + self._gap(), metrics.height()
            )
            painter.setPen(QColor(colors.text))
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(count))
        if place.width() >= _NARROWEST_NAME:
            below = QRect(place.left(), place.bottom() + 1, place.width(), metrics.height())
            painter.setPen(QColor(colors.muted))
            name = QFontMetrics(self.font()).elidedText(self._names[index], Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, name)

    def tip_at(self, position: QPoint) -> Tip:
        return Tip(field_text.wrapped(self._sentence(self.class_at(position))))

    def _sentence(self, index: int | None) -> str:
        if index is None:
            return self.tr("A class with few rows is learned badly: the network earns more by guessing a large one.")
        share = self._counts[index] / max(1, sum(self._counts))
        template = self.tr("Class {name}: {count} training rows, {share}")
        return template.format(name=self._names[index], count=count(self._counts[index]), share=percent(share))
