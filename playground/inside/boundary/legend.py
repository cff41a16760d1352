"""Which colour and shape each class has, in one short line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.visible import visible
from playground.ui.look import theme
from playground.ui.text.elided_names import elided_names

MOST: Final = 6
"""Of more classes only the first ones are named: the card under the pointer knows them all."""
_LONGEST = 64
_MARK = 8.0


class ClassLegend(QWidget):
    """Marks and names beside each other; long names end in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("small"))

    def set_classes(self, classes: Sequence[str]) -> None:
        """All of them, in their order."""
        if tuple(classes) != self._classes:
            self._classes = tuple(classes)
            self.setAccessibleName(", ".join(map(visible, classes[:MOST])))
            self.updateGeometry()
            self.update()

    def _words(self) -> list[str]:
        metrics = QFontMetricsF(self.font())
        words = elided_names([visible(name) for name in self._classes[:MOST]], _LONGEST, metrics)
        return [*words, "…"] if len(self._classes) > MOST else words

    def shown_words(self) -> list[str]:
        """As many as there is room for, and an ellipsis in place of the others."""
        words = self._words()
        count = len(words)
        while count > 1 and self._width_of(words) > self.width() + theme.SPACE_2:
            count -= 1
            words = [*words[:count], "…"]
        return words

    def _width_of(self, words: Sequence[str]) -> int:
        metrics = QFontMetricsF(self.font())
        return int(sum(metrics.horizontalAdvance(word) + _MARK + 5 + theme.SPACE_2 for word in words)) + 1

    def sizeHint(self) -> QSize:
        return QSize(self._width_of(self._words()), int(QFontMetricsF(self.font()).height()) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_of([*self._words()[:1], "…"]), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(self.font())
        middle, left = self.height() / 2, 0.0
        baseline = middle + (metrics.ascent() - metrics.descent()) / 2
        painter.setPen(QColor(theme.current().muted))
        words = self.shown_words()
        named = len(words) - (words[-1:] == ["…"])
        for label, word in enumerate(words):
            if label < named:
                shape = QTransform.fromScale(_MARK, _MARK).map(theme.lane_symbol_path(label))
                place = shape.translated(QPointF(left + _MARK / 2, middle))
                painter.fillPath(place, theme.class_color(label))
            painter.drawText(QPointF(left + _MARK + 5, baseline), word)
            left += _MARK + 5 + metrics.horizontalAdvance(word) + theme.SPACE_2
        painter.end()
