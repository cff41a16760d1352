"""One line a class: how many rows it has, and bars for precision, recall and F1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.inspectors.answers.class_figures import ClassFigures
from engine.visible import visible
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.painting.gradient_card import Line, draw_card
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import count, percent

_LINE: Final = 24
_NAMES: Final = 0.3
"""Share of the width that names may take."""
_ROWS: Final = 44.0
_GAP: Final = 10.0


class ClassTable(Lit, ReadableCanvas[int]):
    """As high as it has classes. A spot is a class."""

    lights = "label"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._figures: ClassFigures | None = None
        self._classes: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: ClassFigures, classes: Sequence[str]) -> None:
        if len(classes) != len(self._classes):
            self.updateGeometry()
        self._figures, self._classes = figures, tuple(map(visible, classes))
        self.setFixedHeight(self.sizeHint().height())
        self.look_again()

    def sizeHint(self) -> QSize:
        return QSize(320, _LINE * (1 + len(self._classes)) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def lit_rect(self) -> QRectF | None:
        line = self.lit_index(len(self._classes))
        return None if line is None else QRectF(0, _LINE * (line + 1), self.width(), _LINE)

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        line = int(position.y() // _LINE) - 1
        return line if 0 <= line < len(self._classes) else None

    def spot_by_key(self, key: Qt.Key) -> int | None:
        return moved(self.spot, key, len(self._classes) - 1, (Qt.Key.Key_Up, Qt.Key.Key_Down))

    def is_there(self, spot: int) -> bool:
        return spot < len(self._classes)

    def told(self, spot: int) -> str:
        return ", ".join([self._classes[spot], *(f"{word} {value}" for _, word, value in self._lines(spot))])

    def _lines(self, spot: int) -> list[Line]:
        figures = self._figures
        assert figures is not None
        rows, taken = int(figures.rows[spot]), int(figures.taken[spot])
        right = round(0.0 if math.isnan(figures.recall[spot]) else figures.recall[spot] * rows)
        return [
            (None, self.tr("of this class"), count(rows)),
            (None, self.tr("taken for it"), count(taken)),
            (None, self.tr("of these rightly"), count(right)),
        ]

    # --- painting ---------------------------------------------------------------------------------------------------

    def titles(self) -> tuple[str, str, str]:
        """Of the three bars."""
        return self.tr("Precision"), self.tr("Recall"), "F1"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figures, look = self._figures, theme.current()
        if figures is not None:
            self.paint_lit(painter)
            self._paint_head(painter)
            for index, name in enumerate(self._classes):
                self._paint_class(painter, index, name, figures)
            if self.spot is not None:
                at = QPointF(self._width_of_names(), _LINE * (self.spot + 1.5))
                draw_card(painter, QRectF(self.rect()), at, self._classes[self.spot], self._lines(self.spot))
        if self.hasFocus():
            painter.setPen(QColor(look.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _width_of_names(self) -> float:
        metrics = QFontMetricsF(theme.font("number"))
        widest = max((metrics.horizontalAdvance(name) for name in (*self._classes, self.tr("Class"))), default=0.0)
        return min(widest + 14, self.width() * _NAMES)

    def _columns(self) -> list[QRectF]:
        """Where names, rows and the three bars are, in the first line."""
        names = self._width_of_names()
        left = names + _ROWS + _GAP
        wide = (self.width() - left - 3 * _GAP) / 3
        bars = [QRectF(left + index * (wide + _GAP), 0, wide, _LINE) for index in range(3)]
        return [QRectF(4, 0, names - 8, _LINE), QRectF(names, 0, _ROWS, _LINE), *bars]

    def _paint_head(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().muted))
        flag = Qt.AlignmentFlag
        metrics = QFontMetricsF(painter.font())
        titles = (self.tr("Class"), self.tr("Rows"), *self.titles())
        for index, (place, title) in enumerate(zip(self._columns(), titles, strict=True)):
            side = flag.AlignRight if index == 1 else flag.AlignLeft
            text = metrics.elidedText(title, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, side | flag.AlignVCenter, text)

    def _paint_class(self, painter: QPainter, index: int, name: str, figures: ClassFigures) -> None:
        look, top, flag = theme.current(), _LINE * (index + 1), Qt.AlignmentFlag
        if index == self.spot:
            painter.fillRect(QRectF(0, top, self.width(), _LINE), QColor(look.raised))
        painter.setFont(theme.font("number"))
        metrics = QFontMetricsF(painter.font())
        names, rows, *bars = (place.translated(0, top) for place in self._columns())
        painter.setPen(QColor(look.text))
        painter.drawText(names, flag.AlignVCenter, metrics.elidedText(name, Qt.TextElideMode.ElideRight, names.width()))
        painter.setPen(QColor(look.muted))
        painter.drawText(rows, flag.AlignRight | flag.AlignVCenter, count(int(figures.rows[index])))
        for place, values in zip(bars, (figures.precision, figures.recall, figures.f1), strict=True):
            self._paint_share(painter, place, float(values[index]))

    def _paint_share(self, painter: QPainter, place: QRectF, share: float) -> None:
        look = theme.current()
        text = percent(share, 0)
        wide = QFontMetricsF(painter.font()).horizontalAdvance("100%") + 4
        bar = QRectF(place.left(), place.center().y() - 4, max(place.width() - wide, 0.0), 8)
        painter.fillRect(bar, QColor(look.sunken))
        if share > 0:
            color = look.color("accent")
            painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), color)
        painter.setPen(QColor(look.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
