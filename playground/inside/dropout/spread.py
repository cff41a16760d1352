"""How far masks disagree about one row: each class's probability behind every mask, their range, and testing's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from engine.visible import visible
from playground.ui.look import theme
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import fixed, number

MOST_CLASSES: Final = 12
"""Rows, at most: those of the most likely classes."""
_ROW: Final = 16.0
_DOT: Final = 2.2


@record(eq=False)
class Spread:
    """samples: (masks, classes); tested, mean, low, high: (classes,), low and high around the middle 80 %. label: the
    class that the row is labelled with."""

    classes: tuple[str, ...]
    samples: NDArray[Any]
    tested: NDArray[Any]
    mean: NDArray[Any]
    low: NDArray[Any]
    high: NDArray[Any]
    label: int

    def shown(self) -> list[int]:
        """The classes that are shown, in their order."""
        if len(self.classes) <= MOST_CLASSES:
            return list(range(len(self.classes)))
        largest = np.argsort(-np.maximum(self.mean, self.tested), kind="stable")[:MOST_CLASSES]
        return sorted({int(index) for index in largest[:-1]} | {self.label})


class SpreadPlot(ReadableCanvas[int]):
    """A line a class, from probability 0 to 1. `hint` stands instead while there is nothing to show.

    A spot is a class.
    """

    card_is_at_pointer = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint = ""
        self._spread: Spread | None = None
        self._dots = pg.Qt.internals.PrimitiveArray(QPointF, 2)
        self._jitter = np.modf(np.arange(256) * 0.6180339887)[0] - 0.5  # even, and the same at every look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spread(self, spread: Spread | None) -> None:
        """None for the hint."""
        before = self.sizeHint()
        self._spread = spread
        if self.sizeHint() != before:
            self.updateGeometry()
        self.look_again()

    def spread(self) -> Spread | None:
        """What is shown."""
        return self._spread

    def sizeHint(self) -> QSize:
        rows = min(len(self._spread.classes), MOST_CLASSES) if self._spread is not None else 3
        line = QFontMetricsF(theme.font("small")).height()
        return QSize(320, math.ceil(2 * line + rows * _ROW + 4))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> int | None:
        if self._spread is None:
            return None
        row = (position.y() - QFontMetricsF(theme.font("small")).height()) // _ROW
        shown = self._spread.shown()
        return shown[int(row)] if 0 <= row < len(shown) else None

    def card(self, index: int) -> tuple[str, list[CardLine]]:
        """What the card says of a class."""
        assert self._spread is not None
        found = self._spread
        return found.classes[index], [
            CardLine(
                self.tr("Masks on, mean of {count}").format(count=len(found.samples)), fixed(found.mean[index], 3)
            ),
            CardLine(
                self.tr("10 to 90% of the masks"), f"{fixed(found.low[index], 3)} – {fixed(found.high[index], 3)}"
            ),
            CardLine(self.tr("Masks off, as in testing"), fixed(found.tested[index], 3)),
        ]

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found = self._spread
        if found is None:
            draw_hint(painter, QRectF(self.rect()), self.hint)
            painter.end()
            return
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        shown = found.shown()
        names = max(metrics.horizontalAdvance(visible(found.classes[index])) for index in shown)
        left = min(max(names, metrics.horizontalAdvance("0.0")) + 12, 0.25 * self.width())
        headings = self.tr("masks"), self.tr("test")
        column = max(*(metrics.horizontalAdvance(text) for text in (*headings, "0.00"))) + 12
        track = QRectF(left, metrics.height(), self.width() - left - 2 * column, len(shown) * _ROW)
        self._paint_axis(painter, track, column, headings, metrics)
        for row, index in enumerate(shown):
            self._paint_class(painter, track, row, index, column, metrics)
        self._paint_ranges(painter, track, shown)
        self._paint_legend(painter, track, metrics)
        if self.spot is not None and self.pointer is not None:
            draw_card(painter, QRectF(self.rect()), self.pointer, *self.card(self.spot))
        painter.end()

    def _x(self, track: QRectF, probability: float) -> float:
        return track.left() + 3 + min(max(probability, 0.0), 1.0) * (track.width() - 6)

    def _paint_axis(
        self, painter: QPainter, track: QRectF, column: float, headings: Sequence[str], metrics: QFontMetricsF
    ) -> None:
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("sunken"))
        painter.drawRoundedRect(track, 3, 3)
        for at, share in enumerate((0.0, 0.5, 1.0)):
            x = round(self._x(track, share)) + 0.5
            painter.setPen(QColor(look.grid))
            painter.drawLine(QPointF(x, track.top()), QPointF(x, track.bottom()))
            painter.setPen(QColor(look.muted))
            text = number(share)
            painter.drawText(QPointF(x - metrics.horizontalAdvance(text) * at / 2, metrics.ascent()), text)
        for at, text in enumerate(headings):
            right = track.right() + (at + 1) * column
            painter.drawText(QPointF(right - metrics.horizontalAdvance(text), metrics.ascent()), text)

    def _paint_class(
        self, painter: QPainter, track: QRectF, row: int, index: int, column: float, metrics: QFontMetricsF
    ) -> None:
        found, look = self._spread, theme.current()
        assert found is not None
        middle = track.top() + (row + 0.5) * _ROW
        baseline = middle + metrics.ascent() / 2 - 1.5
        is_label = index == found.label
        painter.setFont(theme.font("small", bold=is_label))
        painter.setPen(QColor(look.text if is_label else look.muted))
        name = metrics.elidedText(visible(found.classes[index]), Qt.TextElideMode.ElideRight, track.left() - 10)
        painter.drawText(QPointF(track.left() - 8 - metrics.horizontalAdvance(name), baseline), name)
        metrics = QFontMetricsF(painter.font())
        for at, value in enumerate((found.mean[index], found.tested[index])):
            text = fixed(value, 2)
            right = track.right() + (at + 1) * column
            painter.setPen(QColor(look.muted if value < 0.005 else look.dropout if at == 0 else look.text))
            painter.drawText(QPointF(right - metrics.horizontalAdvance(text), baseline), text)
        painter.setFont(theme.font("small"))

    def _paint_ranges(self, painter: QPainter, track: QRectF, shown: list[int]) -> None:
        """The middle 80 % as a bar, each mask as a dot, the mean as a line, testing as a ring."""
        found, look = self._spread, theme.current()
        assert found is not None
        soft = look.color("dropout")
        soft.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        rows = [(track.top() + (row + 0.5) * _ROW, index) for row, index in enumerate(shown)]
        for middle, index in rows:
            start, end = self._x(track, float(found.low[index])), self._x(track, float(found.high[index]))
            painter.drawRoundedRect(QRectF(start - 2, middle - 5.5, end - start + 4, 11), 3, 3)
        soft.setAlphaF(0.55)
        painter.setPen(QPen(soft, _DOT))  # square dots: round ones are several times slower
        self._dots.resize(found.samples.shape[0] * len(shown))
        places = self._dots.ndarray().reshape(-1, len(shown), 2)
        places[:, :, 0] = track.left() + 3 + np.clip(found.samples[:, shown], 0, 1) * (track.width() - 6)
        jitter = self._jitter[np.arange(len(places)) % len(self._jitter)]
        places[:, :, 1] = np.array([middle for middle, _ in rows]) + 8.5 * jitter[:, None]
        painter.drawPoints(*self._dots.drawargs())
        painter.setPen(QPen(look.color("dropout"), 2))
        for middle, index in rows:
            at = self._x(track, float(found.mean[index]))
            painter.drawLine(QPointF(at, middle - 6.5), QPointF(at, middle + 6.5))
        painter.setPen(QPen(look.color("text"), 1.6))
        painter.setBrush(look.color("surface"))
        for middle, index in rows:
            painter.drawEllipse(QPointF(self._x(track, float(found.tested[index])), middle), 3.6, 3.6)

    def _paint_legend(self, painter: QPainter, track: QRectF, metrics: QFontMetricsF) -> None:
        look = theme.current()
        baseline = track.bottom() + 4 + metrics.ascent()
        middle = baseline - metrics.ascent() / 2 + 1.5
        x = track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        soft = look.color("dropout")
        soft.setAlphaF(0.22)
        painter.setBrush(soft)
        painter.drawRoundedRect(QRectF(x, middle - 4, 16, 8), 3, 3)
        painter.setPen(QPen(look.color("dropout"), 2))
        painter.drawLine(QPointF(x + 8, middle - 5), QPointF(x + 8, middle + 5))
        painter.setPen(QColor(look.muted))
        words = self.tr("10 to 90% of the masks, and their mean")
        painter.drawText(QPointF(x + 22, baseline), words)
        x += 22 + metrics.horizontalAdvance(words) + 14
        painter.setPen(QPen(look.color("text"), 1.6))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(x + 4, middle), 3.6, 3.6)
        painter.setPen(QColor(look.muted))
        painter.drawText(QPointF(x + 13, baseline), self.tr("testing"))
