"""Lines over the layers of a network on a logarithmic axis, with bands where numbers get out of hand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from playground.inside.lit import Lit
from playground.inside.signals.layer_lines import BANDS, LEAST, LayerLine, LayerPlace, decades
from playground.inside.signals.layer_strokes import DOTS, THIN, draw_stroke, line_pen
from playground.inside.signals.stuck_marks import Stuck, draw_stuck, seen_at
from playground.ui.look import theme
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.notes import draw_mark, spread
from playground.ui.painting.readable import ReadableCanvas, moved, plain
from playground.ui.text.field_text import escaped
from playground.ui.text.numbers import decade, number, percent

MOST_NAMES: Final = 9
_AXIS, _TICKS, _TOP = 34.0, 4.0, 5.0
"""Pixels beside the frame."""
_MOST_NAME: Final = 86.0
"""Pixels: longer names end in an ellipsis."""
_MARK: Final = 7.0


class LayerPlot(Lit, ReadableCanvas[int]):
    """Shows lines. A spot is the index of a place: the first is what comes in, and then the layers."""

    lights = "layer"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._places: tuple[LayerPlace, ...] = ()
        self._lines: tuple[LayerLine, ...] = ()
        self._reference = 1.0
        self._limits = (-LEAST, LEAST)
        self._frame = QRectF()
        self._x: NDArray[np.float64] = np.empty(0)
        """Where the places are, in pixels."""
        self.hint = ""
        """What to do while there is nothing to see."""
        self.setCursor(Qt.CursorShape.CrossCursor)

    # --- what is shown ----------------------------------------------------------------------------------------------

    @property
    def lines(self) -> tuple[LayerLine, ...]:
        return self._lines

    @property
    def limits(self) -> tuple[float, float]:
        """The lowest and highest power of ten on the axis."""
        return self._limits

    def show_lines(self, places: Sequence[LayerPlace], lines: Sequence[LayerLine], reference: float) -> None:
        """Shows lines, each with a value for each of the places.

        Args:
            reference: the size that is neither small nor large; the bands are seen from there.
        """
        self._places, self._lines = tuple(places), tuple(lines)
        self._reference = reference if math.isfinite(reference) and reference > 0 else 1.0
        here = [line.values for line in lines if not line.is_gone]
        self._limits = decades(here, self._reference)
        self._place_frame()
        self.look_again()

    def clear(self) -> None:
        self.show_lines((), (), 1.0)

    def sizeHint(self) -> QSize:
        return QSize(320, 150)

    def minimumSizeHint(self) -> QSize:
        """With room for the names of the bands."""
        return QSize(180, math.ceil(_TOP + 3.5 * QFontMetricsF(theme.font("small")).height() + _below()))

    # --- places -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_frame()

    def _place_frame(self) -> None:
        metrics = QFontMetricsF(theme.font("small"))
        widest = max((metrics.horizontalAdvance(line.ending) for line in self._endings()), default=0.0)
        right = min(widest, _MOST_NAME, self.width() / 4) + (_MARK + 4 if widest else 2)
        self._frame = QRectF(_AXIS, _TOP, self.width() - _AXIS - right, self.height() - _TOP - _below())
        inset = min(8.0, self._frame.width() / 8)
        left, width, count = self._frame.left() + inset, self._frame.width() - 2 * inset, len(self._places)
        self._x = np.linspace(left, left + width, count) if count > 1 else np.full(count, left + width / 2)

    def _endings(self) -> list[LayerLine]:
        named = [line for line in self._lines if line.ending]
        return named if len(named) <= MOST_NAMES else [line for line in named if not line.is_pale]

    def lit_rect(self) -> QRectF | None:
        lit = self.lit_index(len(self._places) - 1)
        if lit is None or not self._lines:
            return None
        return QRectF(self.x_of(lit + 1) - 7, self._frame.top(), 14, self.height() - self._frame.top())

    def x_of(self, place: int) -> float:
        """Where a place is, in pixels."""
        return float(self._x[place])

    def y_of(self, values: NDArray[Any] | float) -> NDArray[np.float64]:
        """Where values are, in pixels: what leaves the axis stays just outside of the frame; NaN stays NaN."""
        low, high = self._limits
        with np.errstate(divide="ignore", invalid="ignore"):
            share = (np.log10(np.asarray(values, np.float64)) - low) / (high - low)
        outside = 3.0 / max(self._frame.height(), 1.0)
        pixels: NDArray[np.float64] = self._frame.bottom() - self._frame.height() * np.clip(
            share, -outside, 1 + outside
        )
        return pixels

    # --- reading off ------------------------------------------------------------------------------------------------

    def reading(self) -> str:
        """The figures under the pointer, as rich text; empty while there are none."""
        return "" if self.spot is None else self.tip(self.spot)

    def tip(self, spot: int) -> str:
        with_theory = any(line.theory is not None for line in self._lines)
        muted = theme.current().muted
        rows = [f"<tr><td><b>{escaped(self._places[spot].name)}</b></td><td></td>"]
        if with_theory:
            rows[0] += f'<td align="right" style="color: {muted}">&nbsp;&nbsp;{escaped(self.tr("theory"))}</td>'
        for line in self._lines:
            value = f'<td align="right">&nbsp;&nbsp;{number(float(line.values[spot]))}</td>'
            theory = "" if line.theory is None else number(float(line.theory[spot]))
            cell = f'<td align="right" style="color: {muted}">&nbsp;&nbsp;{theory}</td>' if with_theory else ""
            name = f'<td style="color: {line.color.name()}">{escaped(line.name[:32])}</td>'
            if spot in line.dead or spot in line.saturated:
                share = line.dead.get(spot, line.saturated.get(spot, 0.0))
                words = self.tr("{share} dead") if spot in line.dead else self.tr("{share} saturated")
                value += f"<td>&nbsp;&nbsp;{escaped(words.format(share=percent(share, 0)))}</td>"
            rows.append(f"<tr>{name}{value}{cell}</tr>")
        return f'<table cellspacing="0">{"".join(rows[:1])}</tr>{"".join(rows[1:20])}</table>'

    def tip_place(self, spot: int) -> QPointF:
        return QPointF(self.x_of(spot), self._frame.center().y())

    def told(self, spot: int) -> str:
        return plain(self.tip(spot))

    def is_there(self, spot: int) -> bool:
        return spot < len(self._places) and bool(self._lines)

    def spot_at(self, position: QPointF) -> int | None:
        if not self._lines or not self._frame.adjusted(-8, -4, 8, 8).contains(position):
            return None
        return int(np.abs(self._x - position.x()).argmin())

    def spot_by_key(self, key: Qt.Key) -> int | None:
        last = len(self._places) - 1 if self._lines else -1
        return moved(self.spot, key, last, (Qt.Key.Key_Left, Qt.Key.Key_Right))

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        look = theme.current()
        painter.fillRect(self._frame, QColor(look.sunken))
        if not self._lines:
            draw_hint(painter, self._frame, self.hint)
        else:
            self.paint_lit(painter)
            for band, _ in self._bands():
                if band.height() > 0:
                    painter.fillRect(band, QColor(look.warning_soft))
            self._draw_axes(painter)
            self._draw_words(painter)
            painter.save()
            painter.setClipRect(self._frame)
            for line in sorted(self._lines, key=lambda line: (not line.is_pale, not line.is_wide)):
                self._draw_line(painter, line)
            painter.restore()
            draw_stuck(painter, self._frame, self._stuck(), self.tr("dead"))
            self._draw_endings(painter)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent if self.hasFocus() else look.border), 1))
        painter.drawRect(self._frame.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def _stuck(self) -> list[Stuck]:
        """What is marked on the lines."""
        found = []
        for line in (line for line in self._lines if not line.is_pale):
            heights = self.y_of(line.values)
            for place, share in [*line.dead.items(), *line.saturated.items()]:
                if np.isfinite(heights[place]):
                    is_dead = place in line.dead
                    has_word = is_dead and share == max(line.dead.values())
                    found.append(Stuck(QPointF(self.x_of(place), float(heights[place])), line.color, is_dead, has_word))
        return found

    def _bands(self) -> list[tuple[QRectF, str]]:
        """Where numbers are out of hand, and what that is called."""
        frame = self._frame
        low, high = (float(self.y_of(self._reference * times)) for times in BANDS)
        above = QRectF(frame.left(), frame.top(), frame.width(), high - frame.top())
        below = QRectF(frame.left(), low, frame.width(), frame.bottom() - low)
        return [(above, self.tr("exploding")), (below, self.tr("vanishing"))]

    def _draw_words(self, painter: QPainter) -> None:
        """The names of the bands, where no line is, leftmost. Where a band is lower than its name, this reaches out of
        it, into the frame."""
        metrics = QFontMetricsF(painter.font())
        high = metrics.height()
        if self._frame.height() < 3 * high:
            return
        painter.setPen(QColor(theme.current().warning))
        for band, word in self._bands():
            short, is_above = max(high - band.height(), 0.0), band.top() <= self._frame.top()
            room = band.adjusted(6, 0 if is_above else -short, -6, short if is_above else 0)
            wide = metrics.horizontalAdvance(word)
            lefts = np.linspace(room.left(), max(room.right() - wide, room.left()), 7)
            places = [QRectF(left, room.top(), wide, room.height()) for left in lefts]
            places += [place.translated(0, high if is_above else -high) for place in places]  # beside marks at the edge
            place = next((place for place in places if not self._are_lines_in(place)), places[0])
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)

    def _are_lines_in(self, place: QRectF) -> bool:
        around = place.adjusted(-4, -4, 4, 4)
        if any(around.contains(seen_at(mark.at, self._frame)) for mark in self._stuck()):
            return True
        x = np.linspace(place.left(), place.right(), 9)
        heights = (np.interp(x, self._x, self.y_of(line.values)) for line in self._lines)
        return any(bool(((place.top() <= y) & (y <= place.bottom())).any()) for y in heights)

    def _draw_axes(self, painter: QPainter) -> None:
        look, frame = theme.current(), self._frame
        metrics = QFontMetricsF(painter.font())
        low, high = self._limits
        step = next((n for n in (1, 2, 3, 5, 10) if n * frame.height() / (high - low) >= 1.2 * metrics.height()), 15)
        for power in range(math.ceil(low / step) * step, math.floor(high) + 1, step):
            y = float(self.y_of(10.0**power))
            painter.setPen(QPen(QColor(look.grid), 1))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(QColor(look.muted))
            box = QRectF(0, y - metrics.height() / 2, frame.left() - 5, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, decade(power))
        self._draw_places(painter, metrics)
        if self.spot is not None:
            painter.setPen(QPen(QColor(look.border_strong), 1))
            painter.drawLine(QPointF(self.x_of(self.spot), frame.top()), QPointF(self.x_of(self.spot), frame.bottom()))

    def _draw_places(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        look, frame = theme.current(), self._frame
        widest = max(metrics.horizontalAdvance(place.label) for place in self._places) + 6
        apart = self.x_of(1) - self.x_of(0) if len(self._places) > 1 else widest
        step = next((n for n in (1, 2, 3, 5, 10, 20, 50, 100, 200, 500) if n * apart >= widest), 1000)
        for index, place in enumerate(self._places):
            x = self.x_of(index)
            if place.kind and apart >= 5:
                painter.fillRect(QRectF(x - 2, frame.bottom() + 1, 4, 3), look.color(place.kind))
            is_read = index == self.spot
            near_read = self.spot is not None and not is_read and abs(index - self.spot) * apart < widest
            if is_read or (index % step == 0 and not near_read):
                painter.setPen(QColor(look.text if is_read else look.muted))
                half = metrics.horizontalAdvance(place.label) / 2
                painter.drawText(QPointF(x - half, frame.bottom() + 4 + metrics.ascent()), place.label)

    def _draw_line(self, painter: QPainter, line: LayerLine) -> None:
        heights = self.y_of(line.values)
        if line.theory is not None:
            draw_stroke(painter, self._x, self.y_of(line.theory), QPen(line.color, THIN), DOTS)
        draw_stroke(painter, self._x, heights, line_pen(line), line.dashes)
        if line.style is not None and not line.is_pale:
            for place in self._marked(len(heights)):
                if np.isfinite(heights[place]):
                    draw_mark(painter, line.style, QPointF(self.x_of(place), float(heights[place])), _MARK - 1)

    def _marked(self, count: int) -> range:
        """The places that have a mark: not so many that they hide the line."""
        apart = max(1, math.ceil(40 * max(count - 1, 1) / max(self._frame.width(), 1)))
        return range(apart // 2, count, apart)

    def _draw_endings(self, painter: QPainter) -> None:
        """The name of each line where it has come to; names make room for one another."""
        frame, metrics = self._frame, QFontMetricsF(painter.font())
        found = []
        for line in self._endings():
            heights = self.y_of(line.values)
            there = np.flatnonzero(np.isfinite(heights))
            if len(there):
                found.append((line, min(max(float(heights[there[-1]]), frame.top()), frame.bottom())))
        half = metrics.height() / 2
        places = spread(
            [height for _, height in found], metrics.height() - 1, frame.top() + half, frame.bottom() - half
        )
        for (line, height), place in zip(found, places, strict=True):
            left = frame.right() + _MARK + 3
            painter.setPen(QPen(line.color, 1))
            painter.drawLine(QPointF(frame.right() + 1, height), QPointF(left - 2, place))
            text = metrics.elidedText(line.ending, Qt.TextElideMode.ElideRight, self.width() - left)
            painter.drawText(QPointF(left, place + metrics.ascent() / 2 - 1), text)


def _below() -> float:
    """Pixels below the frame, for ticks and numbers."""
    return _TICKS + QFontMetricsF(theme.font("small")).height()
