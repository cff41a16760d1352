"""A confusion matrix as a heat map: what is right stays quiet, mistakes stand out."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.visible import visible
from playground.inside.lit import Lit
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from playground.ui.painting.card import draw_card
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.elided_names import elided_names
from playground.ui.text.numbers import DASH, percent

LEVELS: Final = 64
QUIET: Final = 0.22
"""How much of the text's colour a diagonal cell has whose rows were all recognized."""
_WORDS_FROM = 15.0
"""Pixels a side from which cells bear their counts."""
_LABELS_FROM = 11.0
_LINES_FROM = 6.0
_MOST_LABEL = 76.0
_RECALL = 86.0
_LONGEST_BAR = 120.0
_CAPTION = 18.0
_LARGEST_CELL = 72.0
_ARROWS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class ConfusionMatrix(Lit, ReadableCanvas[tuple[int, int]]):
    """Rows are the truth, columns the prediction; at the right, how many of each class were recognized.

    A spot is a cell: (truth, prediction). Words that have to be translated are given by the panel.
    """

    lights = "label"
    cell_chosen = Signal(int, int)
    """The rows of a cell are to be seen, of which there are some: (truth, prediction); with a prediction of -1 those of
    a class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.truth_words, self.prediction_words, self.recall_words = "truth", "prediction", "recognized"
        self.mistake_words = "{truth} was taken for {prediction} in {count} of {rows} rows"
        self.right_words = "{truth} was recognized in {count} of {rows} rows ({share})"
        self._counts: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self._classes: tuple[str, ...] = ()
        self._image = QImage()
        self._bright: NDArray[np.bool_] = np.zeros((0, 0), bool)
        self._table = _color_table()

    def sizeHint(self) -> QSize:
        return QSize(360, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def show_counts(self, counts: NDArray[np.int64], classes: Sequence[str]) -> None:
        """counts: (classes, classes), rows by truth and prediction."""
        self._counts, self._classes = counts, tuple(map(visible, classes))
        rows = np.maximum(counts.sum(axis=1, keepdims=True), 1)
        share = counts / rows
        right = np.eye(len(counts), dtype=bool)
        # The root lifts single mistakes out of the paper; 40 % of a row are as red as it gets.
        wrong = np.sqrt(np.minimum(share / 0.4, 1))
        level = np.rint(np.where(right, share, wrong) * (LEVELS - 1)).astype(np.intp)
        self._bright = ~right & (level > LEVELS * 0.55)
        pixels = np.ascontiguousarray(self._table[np.where(right, 0, 1), level])
        side = len(counts)
        self._image = QImage(pixels.tobytes(), side, side, 4 * side, QImage.Format.Format_RGB32).copy()
        self.look_again()

    def reading(self) -> str:
        """The sentence about the cell under the pointer."""
        return "" if self.spot is None else self.told(self.spot)

    def told(self, spot: tuple[int, int]) -> str:
        truth, guess = spot
        count, rows = int(self._counts[truth, guess]), int(self._counts[truth].sum())
        share = percent(count / rows) if rows else DASH
        words = self.right_words if truth == guess else self.mistake_words
        return words.format(
            truth=self._classes[truth], prediction=self._classes[guess], count=count, rows=rows, share=share
        )

    # --- places -----------------------------------------------------------------------------------------------------

    def _label_width(self) -> float:
        metrics = QFontMetricsF(theme.font("small"))
        return min(max((metrics.horizontalAdvance(name) for name in self._classes[:200]), default=0) + 6, _MOST_LABEL)

    def frame(self) -> QRectF:
        """Where the cells are."""
        count = max(len(self._counts), 1)
        labels = self._label_width()
        left = _CAPTION + labels
        width, height = self.width() - left - _RECALL, self.height() - _CAPTION - 18
        if self._are_upright(min(width, height) / count):
            height -= labels - 16
        cell = min(width / count, height / count, _LARGEST_CELL)
        side = max((int(cell) if cell >= _LINES_FROM else cell) * count, 1.0)
        top = self.height() - height
        return QRectF(left, top, side, side)

    def _are_upright(self, cell: float) -> bool:
        """Whether the names above the columns are too long to lie."""
        return self._label_width() - 4 > cell

    def cell(self, truth: int, prediction: int) -> QRectF:
        """Where a cell is."""
        frame = self.frame()
        size = frame.width() / max(len(self._counts), 1)
        return QRectF(frame.left() + prediction * size, frame.top() + truth * size, size, size)

    def lit_rect(self) -> QRectF | None:
        """The rows of that class, whatever they are taken for."""
        row, last = self.lit_index(len(self._counts)), len(self._counts) - 1
        return None if row is None else self.cell(row, 0).united(self.cell(row, last)).adjusted(-2, -1, 2, 1)

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> tuple[int, int] | None:
        frame = self.frame()
        if not frame.contains(position) or not len(self._counts):
            return None
        size = frame.width() / len(self._counts)
        last = len(self._counts) - 1
        row, column = int((position.y() - frame.top()) / size), int((position.x() - frame.left()) / size)
        return min(row, last), min(column, last)

    def spot_by_key(self, key: Qt.Key) -> tuple[int, int] | None:
        step = _ARROWS.get(key)
        if step is None or not len(self._counts):
            return None
        last = len(self._counts) - 1
        now = self.spot or (-step[0] if step[0] > 0 else 0, -step[1] if step[1] > 0 else 0)
        return min(max(now[0] + step[0], 0), last), min(max(now[1] + step[1], 0), last)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self.spot_at(event.position())
        if spot is not None:
            self._choose(spot)
            return
        frame = self.frame()
        size = frame.width() / max(len(self._counts), 1)
        row = math.floor((event.position().y() - frame.top()) / size)
        if 0 <= row < len(self._counts) and self._counts[row].any():
            self.cell_chosen.emit(row, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.spot is not None:
            self._choose(self.spot)
        else:
            super().keyPressEvent(event)

    def _choose(self, spot: tuple[int, int]) -> None:
        """A cell that holds no row has none to show; its card says so."""
        if self._counts[spot]:
            self.cell_chosen.emit(*spot)

    def is_there(self, spot: tuple[int, int]) -> bool:
        return max(spot) < len(self._counts)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        count = len(self._counts)
        if count:
            frame = self.frame()
            size = frame.width() / count
            painter.drawImage(frame, self._image)
            self._paint_lines(painter, frame, size)
            if size >= _WORDS_FROM:
                self._paint_counts(painter, frame, size)
            self._paint_names(painter, frame, size)
            self._paint_recall(painter, frame, size)
            self.paint_lit(painter)
            if self.spot is not None:
                place = self.cell(*self.spot)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(theme.current().text), 1.5))
                painter.drawRect(place)
                draw_card(painter, QRectF(self.rect()), place.center(), self.reading())
        painter.end()

    def _paint_lines(self, painter: QPainter, frame: QRectF, size: float) -> None:
        look = theme.current()
        if size >= _LINES_FROM:
            painter.setPen(QPen(QColor(look.surface), 1))
            for index in range(1, len(self._counts)):
                x, y = round(frame.left() + index * size) + 0.5, round(frame.top() + index * size) + 0.5
                painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
                painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
        painter.setPen(QPen(QColor(look.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_counts(self, painter: QPainter, frame: QRectF, size: float) -> None:
        look = theme.current()
        inks = QColor(look.muted), QColor(look.text), QColor(look.surface)
        painter.setFont(theme.font("number" if size >= 26 else "small"))
        widest = QFontMetricsF(painter.font()).horizontalAdvance(str(int(self._counts.max(initial=0))))
        if widest > size:
            return
        for truth, guess in np.argwhere(self._counts).tolist():
            ink = inks[0] if truth == guess else inks[2 if self._bright[truth, guess] else 1]
            painter.setPen(ink)
            place = QRectF(frame.left() + guess * size, frame.top() + truth * size, size, size)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._counts[truth, guess]))

    def _paint_names(self, painter: QPainter, frame: QRectF, size: float) -> None:
        look = theme.current()
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        high, wide = metrics.height(), self._label_width()
        painter.setPen(QColor(look.muted))
        top = QRectF(frame.left(), 0, max(frame.width(), 60), _CAPTION)
        painter.drawText(top, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.prediction_words)
        painter.save()
        painter.translate(0, frame.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-80, 0, 160, high), Qt.AlignmentFlag.AlignHCenter, self.truth_words)
        painter.restore()
        every = max(1, int(np.ceil(_LABELS_FROM / size)))
        upright = self._are_upright(size)
        chosen = self.spot or (-1, -1)
        shown = elided_names(self._classes[::every], wide, metrics)
        for index, name in zip(range(0, len(self._classes), every), shown, strict=True):
            middle = (index + 0.5) * size
            painter.setPen(QColor(look.text if index == chosen[0] else look.muted))
            beside = QRectF(frame.left() - wide - 4, frame.top() + middle - high / 2, wide, high)
            painter.drawText(beside, Qt.AlignmentFlag.AlignRight, name)
            painter.setPen(QColor(look.text if index == chosen[1] else look.muted))
            if upright:
                painter.save()
                painter.translate(frame.left() + middle, frame.top() - 4)
                painter.rotate(-90)
                painter.drawText(QRectF(0, -high / 2, wide, high), Qt.AlignmentFlag.AlignLeft, name)
                painter.restore()
            else:
                above = QRectF(frame.left() + middle - wide / 2, frame.top() - high - 2, wide, high)
                painter.drawText(above, Qt.AlignmentFlag.AlignHCenter, name)

    def _paint_recall(self, painter: QPainter, frame: QRectF, size: float) -> None:
        """A bar and a number for each class: the share of its rows that were recognized."""
        look = theme.current()
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        high = metrics.height()
        left = frame.right() + 12
        width = min(self.width() - left - 46, _LONGEST_BAR)
        painter.setPen(QColor(look.muted))
        above = QRectF(left, frame.top() - high - 2, width + 46, high)
        painter.drawText(above, metrics.elidedText(self.recall_words, Qt.TextElideMode.ElideRight, above.width()))
        rows = self._counts.sum(axis=1)
        thick = max(min(size * 0.34, 8.0), 1.0)
        for label, (right, total) in enumerate(zip(np.diagonal(self._counts).tolist(), rows.tolist(), strict=True)):
            middle = frame.top() + (label + 0.5) * size
            painter.fillRect(QRectF(left, middle - thick / 2, width, thick), QColor(look.raised))
            if total:
                bar = QRectF(left, middle - thick / 2, width * right / total, thick)
                painter.fillRect(bar, QColor(look.muted))
            if size >= _LABELS_FROM:
                painter.setPen(QColor(look.text))
                beside = QRectF(left + width + 4, middle - high / 2, 40, high)
                painter.drawText(beside, Qt.AlignmentFlag.AlignRight, percent(right / total, 0) if total else DASH)


def _color_table() -> NDArray[np.uint32]:
    """(2, LEVELS): for what is right, and for mistakes."""
    look = theme.current()
    paper, quiet, loud = look.color("sunken"), look.color("text"), look.color("danger")
    steps = [level / (LEVELS - 1) for level in range(LEVELS)]
    right = [blend(paper, quiet, QUIET * step).rgb() for step in steps]
    wrong = [blend(paper, loud, step).rgb() for step in steps]
    return np.array([right, wrong], np.uint32)
