"""Curves of all dense layers over the steps, coloured by depth and named at their ends, over bands that say what a
height means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.records import record
from engine.train.history.layer_history import LayerHistoryView
from playground.inside.dense_layers import depth_color
from playground.inside.lit import Lit
from playground.inside.norm_curves import LayerCurves, part
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from playground.ui.painting.gradient_card import draw_card
from playground.ui.painting.hint import draw_hint
from playground.ui.painting.lines.line_drawing import Scale, draw_line
from playground.ui.painting.lines.round_numbers import Held, decades, rounded_up, ticks
from playground.ui.painting.lines.thinning import Points
from playground.ui.painting.notes import spread
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import count, decade, number

FIRST_STEPS: Final = 50
LEAST_FOR_NAMES, MOST_FOR_NAMES = 0.16, 0.4
"""Share of the time axis that curves leave free."""
_BESIDE_NAME: Final = 12.0
"""Pixels between the end of a curve and its name, and behind it."""
_LEFT, _BOTTOM, _TOP = 38.0, 18.0, 20.0
_APART: Final = 8.0
"""Pixels between the numbers of steps."""
FEW_LINES: Final = 4
"""Up to so many are drawn wide."""
_BEHIND: Final = 0.4
"""How much of its colour a line keeps behind one that is lit."""


@record
class Band:
    """A named range of values, of one of the theme's colours. None: without end."""

    low: float | None
    high: float | None
    color: str
    text: str


@record(eq=False)
class Shown:
    """What is drawn. names: of the layers. ``always``: lowest and highest value that the axis has in any case."""

    caption: str
    names: Sequence[str]
    view: LayerHistoryView
    curves: LayerCurves
    bands: Sequence[Band] = ()
    always: tuple[float, float] | None = None


@dataclass(slots=True)
class _Axis:
    """The range of y that is shown, in logarithms where ``is_log``; it moves in whole steps."""

    is_log: bool
    low: float = 0.0
    high: float = 1.0
    held: Held = field(default_factory=Held)

    def fit(self, y: NDArray[np.float64], always: tuple[float, float] | None) -> None:
        finite = y[np.isfinite(y)]
        if not self.is_log:
            self.high = self.held.follow(float(finite.max(initial=0.0)))
            return
        ends = [math.log10(end) for end in always] if always is not None else []
        ends += [float(finite.min()), float(finite.max())] if len(finite) else []
        low, high = math.floor(min(ends, default=-1.0) - 0.15), math.ceil(max(ends, default=0.0) + 0.15)
        self.low, self.high = float(low), float(high)


class NormPlot(Lit, ReadableCanvas[int]):
    """Painted anew from what `show_curves` gave. A spot is the index of a measurement; the other lines step back behind
    one that is lit."""

    lights = "weights"

    def __init__(self, *, is_log: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.hint = ""
        """What to do while there is nothing to see."""
        self._shown: Shown | None = None
        self._axis = _Axis(is_log)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(340, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 120)

    def show_curves(self, shown: Shown | None) -> None:
        """None: there is nothing to see yet."""
        self._shown = shown
        self.look_again()

    def lit_rect(self) -> QRectF | None:
        """All of it: a line is anywhere."""
        lines = 0 if self._shown is None else len(self._shown.names)
        return None if self.lit_index(lines) is None else QRectF(self.rect())

    # --- reading off ------------------------------------------------------------------------------------------------

    def reading(self) -> tuple[int, list[float]] | None:
        """The step that is read off, and every layer's exact value at it."""
        return None if self.spot is None else self._values_at(self.spot)

    def _values_at(self, spot: int) -> tuple[int, list[float]] | None:
        if self._shown is None or not len(self._shown.view):
            return None
        at = min(spot, len(self._shown.view) - 1)
        figure, lane, _ = self._shown.curves.key
        record = part(self._shown.view, at, at + 1)
        return int(record.steps[0]), record.figure(figure)[0, :, lane].tolist()

    def is_there(self, spot: int) -> bool:
        return self._shown is not None

    def told(self, spot: int) -> str:
        found = self._values_at(spot)
        if found is None or self._shown is None:
            return ""
        step, values = found
        words = [f"{name} {number(value)}" for name, value in zip(self._shown.names, values, strict=True)]
        return ", ".join([self.tr("step {step}").format(step=count(step)), *words])

    def spot_at(self, position: QPointF) -> int | None:
        frame = self._frame()
        if self._shown is None or not frame.contains(position):
            return None
        step = (position.x() - frame.left()) / frame.width() * self._until()
        steps = self._shown.view.steps
        right = int(np.searchsorted(steps, step))
        near = [index for index in (right - 1, right) if 0 <= index < len(steps)]
        return min(near, key=lambda index: abs(float(steps[index]) - step), default=None)

    def spot_by_key(self, key: Qt.Key) -> int | None:
        last = len(self._shown.view) - 1 if self._shown is not None else -1
        before = last if self.spot is None else self.spot
        return moved(before, key, last, (Qt.Key.Key_Left, Qt.Key.Key_Right), by=max(1, last // 100))

    # --- painting ---------------------------------------------------------------------------------------------------

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -2, -_BOTTOM)

    def _until(self) -> float:
        """The right end of the time axis, with room for names behind the curves."""
        last, names = (self._shown.curves.last, self._shown.names) if self._shown is not None else (0.0, ())
        metrics = QFontMetricsF(theme.font("small"))
        widest = max((metrics.horizontalAdvance(name) for name in names), default=0.0) + _BESIDE_NAME
        share = min(max(widest / max(self._frame().width(), 1.0), LEAST_FOR_NAMES), MOST_FOR_NAMES)
        return rounded_up(max(last / (1 - share), FIRST_STEPS))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame, shown = self._frame(), self._shown
        curves = None
        if shown is not None and len(shown.curves):
            curves = self._drawn(shown.curves)
            self._axis.fit(curves.y, shown.always)
        axis = self._axis
        scale = Scale(QRectF(0, axis.low, self._until(), axis.high - axis.low), frame)
        painter.fillRect(frame, QColor(theme.current().sunken))
        if shown is not None:
            end = max(curves.x[np.isfinite(curves.y)], default=0.0) if curves is not None else 0.0
            # Where curves end early, their names stand on the left.
            side = Qt.AlignmentFlag.AlignLeft if end > self._until() / 2 else Qt.AlignmentFlag.AlignRight
            self._paint_bands(painter, frame, scale, shown.bands, side)
        if shown is None or curves is None:
            draw_hint(painter, frame, self.hint)
        else:
            self._paint_axes(painter, frame, scale)
            painter.setClipRect(frame)
            # What is zero, or below the axis, runs along its foot.
            places = scale.points(curves)
            places = replace(places, y=np.clip(places.y, frame.top() + 1, frame.bottom() - 1))
            self._paint_lines(painter, places, frame, shown.names)
            painter.setClipping(False)
            self._paint_caption(painter, shown.caption)
            self._paint_reading(painter, frame, scale, shown.names)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 1))
            painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _drawn(self, curves: LayerCurves) -> Points:
        """The curves as they are drawn: on a logarithmic axis smooth enough to be told apart."""
        return curves.trend() if self._axis.is_log else curves.measured()

    def _paint_bands(
        self, painter: QPainter, frame: QRectF, scale: Scale, bands: Sequence[Band], side: Qt.AlignmentFlag
    ) -> None:
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        for band in bands:
            top = frame.top() if band.high is None else scale.point(0, math.log10(band.high)).y()
            bottom = frame.bottom() if band.low is None else scale.point(0, math.log10(band.low)).y()
            place = QRectF(frame.left(), top, frame.width(), bottom - top).intersected(frame)
            if place.height() < 3:
                continue
            color = theme.current().color(band.color)
            color.setAlphaF(0.13)
            painter.fillRect(place, color)
            if place.height() >= metrics.height() - 2:
                painter.setPen(theme.current().color(band.color))
                where = Qt.AlignmentFlag.AlignBottom if band.low is None else Qt.AlignmentFlag.AlignTop
                text = metrics.elidedText(band.text, Qt.TextElideMode.ElideRight, place.width() - 12)
                painter.drawText(place.adjusted(6, 0, -6, 0), where | side, text)

    def _paint_axes(self, painter: QPainter, frame: QRectF, scale: Scale) -> None:
        look, axis = theme.current(), self._axis
        painter.setFont(theme.font("small"))
        line = QFontMetricsF(painter.font()).height()
        if axis.is_log:
            at = [(float(e), decade(e)) for e in decades(axis.low, axis.high, frame.height() / (line + 4))]
        else:
            at = [(value, number(value)) for value in ticks(axis.high, max(2, int(frame.height() / (3.5 * line))))]
        for value, text in at:
            y = round(scale.point(0, value).y()) + 0.5
            painter.setPen(QColor(look.grid))
            painter.drawLine(QPointF(frame.left(), y), QPointF(frame.right(), y))
            painter.setPen(QColor(look.muted))
            here = QRectF(0, min(max(y - line / 2, 0), frame.bottom() - line + 3), frame.left() - 6, line)
            painter.drawText(here, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        metrics = QFontMetricsF(painter.font())
        for left, text in self._step_labels(frame, scale, metrics):
            painter.drawText(QPointF(left, frame.bottom() + 3 + metrics.ascent()), text)

    def _step_labels(self, frame: QRectF, scale: Scale, metrics: QFontMetricsF) -> list[tuple[float, str]]:
        """Where each number begins. The last one says what they are; those that it leaves no room for are left out."""
        labels: list[tuple[float, str]] = []
        for step in reversed(ticks(self._until())):
            text = count(step) if labels else self.tr("{step} steps").format(step=count(step))
            width = metrics.horizontalAdvance(text)
            left = min(max(scale.point(step, 0).x() - width / 2, frame.left()), frame.right() - width)
            if not labels or left + width + _APART <= labels[-1][0]:
                labels.append((left, text))
        return labels

    def _paint_lines(self, painter: QPainter, curves: Points, frame: QRectF, names: Sequence[str]) -> None:
        count = len(curves)
        width = 1.8 if count <= FEW_LINES else 1.3
        ends: list[tuple[float, float, int]] = []
        order = sorted(range(count), key=lambda layer: (layer == self.lit, -layer))
        for layer in order:
            draw_line(painter, curves, layer, QPen(self._color(layer, count), width + (layer == self.lit)))
            x, y = curves.of(layer)
            if len(x):
                ends.append((float(x[-1]), float(y[-1]), layer))
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        for end, at, layer in ends:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._color(layer, count))
            painter.drawEllipse(QPointF(end, at), 2.5, 2.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = min(metrics.height(), (frame.height() - 4) / max(1, len(ends)))
        if line < 0.75 * metrics.height():  # where there is no room for all names, the first and the last say enough
            ends, line = [end for end in ends if end[2] in (0, count - 1, self.lit)], metrics.height()
        middles = _spread([at for _, at, _ in ends], line, frame.top() + line / 2, frame.bottom() - line / 2)
        for (end, _, layer), middle in zip(ends, middles, strict=True):
            painter.setPen(self._color(layer, count))
            text = metrics.elidedText(names[layer], Qt.TextElideMode.ElideRight, frame.right() - end - 8)
            painter.drawText(QPointF(end + 7, middle + metrics.ascent() / 2 - 1), text)

    def _color(self, layer: int, count: int) -> QColor:
        color = depth_color(layer, count)
        is_behind = self.lit_rect() is not None and layer != self.lit
        return blend(theme.current().color("sunken"), color, _BEHIND) if is_behind else color

    def _paint_caption(self, painter: QPainter, caption: str) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().muted))
        room = QRectF(self.rect()).adjusted(_LEFT, 0, -2, 0)
        text = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)

    def _paint_reading(self, painter: QPainter, frame: QRectF, scale: Scale, names: Sequence[str]) -> None:
        reading = self.reading()
        if reading is None:
            return
        step, values = reading
        x = scale.point(step, 0).x()
        painter.setPen(QPen(QColor(theme.current().border_strong), 1))
        painter.drawLine(QPointF(x, frame.top()), QPointF(x, frame.bottom()))
        depth = len(values)
        lines = [(depth_color(layer, depth), name, number(values[layer])) for layer, name in enumerate(names)]
        title = self.tr("step {step}").format(step=count(step))
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QPointF(x, frame.center().y()), title, lines)


def _spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Heights at least ``gap`` apart, moved up as far as down: `spread`, and the same upside down, in the middle."""
    down = spread(wanted, gap, low, high)
    up = spread([-at for at in wanted], gap, -high, -low)
    return [(a - b) / 2 for a, b in zip(down, up, strict=True)]
