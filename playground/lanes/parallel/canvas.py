"""Parallel coordinates: an axis a setting or result, a line a lane, and ranges that are brushed on axes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.lanes.parallel.axes import Axis
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.readable import ReadableCanvas

_TOP: Final = 32.0
_BOTTOM: Final = 18.0
_SIDE: Final = 56.0
_REACH: Final = 12.0
"""Pixels beside an axis that belong to it."""
_DRAG: Final = 4.0
"""Pixels of a press that are no brush yet."""
_NEAR: Final = 8.0
_PALE: Final = 0.12


@record
class Spot:
    """What is read off: a lane at an axis."""

    axis: int
    lane: int


class ParallelCanvas(ReadableCanvas[Spot]):
    """A drag along an axis brushes a range of it, a click on it takes that away. Left and Right go from axis to axis,
    Up and Down from lane to lane; Space keeps what lies at the lane and above, with Shift what lies there and below.
    """

    picked = Signal(int)
    """A lane."""
    brushed = Signal()
    """Other ranges are brushed than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.axes: list[Axis] = []
        self.brushes: dict[str, tuple[float, float]] = {}
        """Axis -> from where to where, 0 to 1."""
        self._looks: Sequence[LaneLook] = ()
        self._focus = 0
        self._pressed: tuple[int, float] | None = None
        self._dragged: tuple[float, float] | None = None

    def show_axes(self, axes: list[Axis], looks: Sequence[LaneLook]) -> None:
        """Other lanes, or other figures of them."""
        if (axes, list(looks)) != (self.axes, list(self._looks)):
            self.axes, self._looks = axes, tuple(looks)
            self.look_again()

    def set_focus(self, lane: int) -> None:
        """The lane that is selected stands out."""
        if lane != self._focus:
            self._focus = lane
            self.update()

    def kept(self) -> list[bool]:
        """Which lanes lie in all brushes."""
        found = frozenset(range(len(self._looks)))
        for axis in self.axes:
            if axis.name in self.brushes:
                found &= axis.lanes_within(*self.brushes[axis.name])
        return [lane in found for lane in range(len(self._looks))]

    # --- geometry ---------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 60)

    def axis_x(self, axis: int) -> float:
        """Where an axis stands."""
        room = self.width() - 2 * _SIDE
        return self.width() / 2 if len(self.axes) < 2 else _SIDE + room * axis / (len(self.axes) - 1)

    def place_y(self, place: float) -> float:
        """place: 0 to 1, from the bottom"""
        return _TOP + (1 - place) * (self.height() - _TOP - _BOTTOM)

    def _place(self, y: float) -> float:
        return min(1.0, max(0.0, 1 - (y - _TOP) / max(1.0, self.height() - _TOP - _BOTTOM)))

    def _axis_at(self, x: float) -> int | None:
        found = min(range(len(self.axes)), key=lambda axis: abs(self.axis_x(axis) - x), default=None)
        return found if found is not None and abs(self.axis_x(found) - x) <= _REACH else None

    def point(self, axis: int, lane: int) -> QPointF | None:
        """Where the line of a lane crosses an axis."""
        place = self.axes[axis].places[lane]
        return None if math.isnan(place) else QPointF(self.axis_x(axis), self.place_y(place))

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> Spot | None:
        """The nearest lane, at the nearest axis; hidden ones only where nothing else is near."""
        axis = min(range(len(self.axes)), key=lambda axis: abs(self.axis_x(axis) - position.x()), default=None)
        if axis is None:
            return None
        near = [(not look.visible, self._distance(position, lane), lane) for lane, look in enumerate(self._looks)]
        near = [each for each in near if each[1] <= _NEAR]
        return Spot(axis, min(near)[2]) if near else None

    def _distance(self, position: QPointF, lane: int) -> float:
        points = [self.point(axis, lane) for axis in range(len(self.axes))]
        best = math.inf
        for a, b in pairwise(points):
            if a is None or b is None or not a.x() - _NEAR <= position.x() <= b.x() + _NEAR:
                continue
            share = min(1.0, max(0.0, (position.x() - a.x()) / max(1.0, b.x() - a.x())))
            best = min(best, abs(a.y() + share * (b.y() - a.y()) - position.y()))
        return best

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        if not self.axes or not self._looks:
            return None
        at = self.spot or Spot(0, min(self._focus, len(self._looks) - 1))
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            return Spot(max(0, min(at.axis + step, len(self.axes) - 1)), at.lane) if self.spot else at
        if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return None
        places = self.axes[at.axis].places
        known = [lane for lane in range(len(places)) if not math.isnan(places[lane])]
        order = sorted(known, key=lambda lane: (places[lane], lane))
        if not order:
            return at
        where = order.index(at.lane) if at.lane in order else 0
        step = 1 if key == Qt.Key.Key_Up else -1
        return Spot(at.axis, order[max(0, min(where + step, len(order) - 1))])

    def is_there(self, spot: Spot) -> bool:
        return spot.axis < len(self.axes) and spot.lane < len(self._looks)

    def told(self, spot: Spot) -> str:
        axis = self.axes[spot.axis]
        others = ", ".join(f"{each.title} {each.texts[spot.lane]}" for each in self.axes if each is not axis)
        name = self._looks[spot.lane].name
        return f"{axis.title} {axis.texts[spot.lane]}: {name}; {others}"

    # --- brushing ---------------------------------------------------------------------------------------------------

    def brush(self, axis: int, low: float, high: float) -> None:
        """Keeps what lies between two places on an axis."""
        name = self.axes[axis].name
        self.brushes = {**self.brushes, name: (max(0.0, low), min(1.0, high))}
        self.update()
        self.brushed.emit()

    def unbrush(self, axis: int | None = None) -> None:
        """Takes the range of one axis away, or those of all."""
        gone = set(self.brushes) if axis is None else {self.axes[axis].name} & set(self.brushes)
        if gone:
            self.brushes = {name: ends for name, ends in self.brushes.items() if name not in gone}
            self.update()
            self.brushed.emit()

    def forget(self) -> None:
        """No ranges any more, and nobody is told: lanes were shown or hidden in another way."""
        self.brushes = {}
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        axis = self._axis_at(at.x())
        if axis is not None:
            self._pressed = axis, at.y()
        elif (spot := self.spot_at(at)) is not None:
            self.picked.emit(spot.lane)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None:
            is_axis = self._axis_at(at.x()) is not None
            self.setCursor(Qt.CursorShape.SizeVerCursor if is_axis else Qt.CursorShape.ArrowCursor)
            super().mouseMoveEvent(event)
        elif abs(at.y() - self._pressed[1]) >= _DRAG:
            low, high = sorted((self._place(self._pressed[1]), self._place(at.y())))
            self._dragged = low, high
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged = self._pressed, self._dragged
        self._pressed = self._dragged = None
        if pressed is None:
            return
        if dragged is not None:
            self.brush(pressed[0], *dragged)
        else:
            self.unbrush(pressed[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spot, key = self.spot, event.key()
        if key == Qt.Key.Key_Space and spot is not None:
            place = self.axes[spot.axis].places[spot.lane]
            if not math.isnan(place):
                below = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.brush(spot.axis, *((0.0, place + 1e-9) if below else (place - 1e-9, 1.0)))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.unbrush(None if spot is None else spot.axis)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and spot is not None:
            self.picked.emit(spot.lane)
        else:
            super().keyPressEvent(event)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        emphasized = self.spot.lane if self.spot is not None else self._focus
        order = sorted(range(len(self._looks)), key=lambda n: (self._looks[n].visible, n == emphasized, -n))
        for lane in order:
            self._paint_lane(painter, lane, stands_out=lane == emphasized)
        self._paint_choices(painter)
        self._paint_brushes(painter)
        if self.spot is not None:
            self._paint_reading(painter, self.spot)
        if self.hasFocus():
            painter.setPen(QPen(theme.current().color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _paint_axes(self, painter: QPainter) -> None:
        colors = theme.current()
        room = (self.width() - 2 * _SIDE) / max(1, len(self.axes) - 1) - 6 if len(self.axes) > 1 else self.width()
        room = min(max(room, 40.0), 2 * _SIDE)
        for number, axis in enumerate(self.axes):
            x = self.axis_x(number)
            painter.setPen(QPen(colors.color("border_strong"), 1))
            painter.drawLine(QPointF(x, self.place_y(0)), QPointF(x, self.place_y(1)))
            painter.setFont(theme.font("small", bold=axis.is_result))
            metrics = QFontMetricsF(painter.font())
            center = Qt.AlignmentFlag.AlignCenter
            painter.setPen(colors.color("text"))
            title = metrics.elidedText(axis.title, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(x - room / 2, 0, room, 16), center, title)
            painter.setFont(theme.font("small"))
            painter.setPen(colors.color("muted"))
            for text, y in ((axis.top, 15.0), (axis.bottom, self.height() - _BOTTOM + 2)):
                text = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
                painter.drawText(QRectF(x - room / 2, y, room, 15), center, text)

    def _paint_choices(self, painter: QPainter) -> None:
        """The names of choices between the ends, beside their axis and upon the lines that meet there."""
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        behind = theme.current().color("surface")
        behind.setAlphaF(0.8)
        for number, axis in enumerate(self.axes):
            free = math.inf
            for place, text in reversed(axis.between):
                y = self.place_y(place)
                if abs(free - y) < metrics.height() or min(y - self.place_y(1), self.place_y(0) - y) < metrics.height():
                    continue  # pointing at a line says it all the same
                free = y
                width = min(metrics.horizontalAdvance(text) + 6, 2.0 * _SIDE)
                x = self.axis_x(number)
                left = x + 5 if x + 5 + width <= self.width() else x - 5 - width
                beside = QRectF(left, y - metrics.height() / 2, width, metrics.height())
                painter.fillRect(beside, behind)
                painter.setPen(theme.current().color("muted"))
                shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
                painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_lane(self, painter: QPainter, lane: int, *, stands_out: bool) -> None:
        look = self._looks[lane]
        pen = theme.lane_pen(look.style, 2.4 if stands_out else 1.3)
        if not look.visible:
            color = QColor(pen.color())
            color.setAlphaF(0.5 if stands_out else _PALE)
            pen.setColor(color)
        painter.setPen(pen)
        run: list[QPointF] = []
        for axis in range(len(self.axes)):
            at = self.point(axis, lane)
            if at is None:  # a lane that diverged has no figures: its line ends before them
                painter.drawPolyline(QPolygonF(run))
                run = []
            else:
                run.append(at)
        painter.drawPolyline(QPolygonF(run))

    def _paint_brushes(self, painter: QPainter) -> None:
        color = theme.current().color("accent")
        ranges = {number: self.brushes[axis.name] for number, axis in enumerate(self.axes) if axis.name in self.brushes}
        if self._pressed is not None and self._dragged is not None:
            ranges[self._pressed[0]] = self._dragged
        for axis, (low, high) in ranges.items():
            place = QRectF(
                QPointF(self.axis_x(axis) - 6, self.place_y(high)), QPointF(self.axis_x(axis) + 6, self.place_y(low))
            )
            fill = QColor(color)
            fill.setAlphaF(0.25)
            painter.setPen(QPen(color, 1))
            painter.setBrush(fill)
            painter.drawRect(place)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_reading(self, painter: QPainter, spot: Spot) -> None:
        at = self.point(spot.axis, spot.lane)
        if at is None:
            return
        look = self._looks[spot.lane]
        painter.setPen(QPen(theme.lane_color(look.style), 2))
        painter.setBrush(theme.current().color("surface"))
        painter.drawEllipse(at, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        axis = self.axes[spot.axis]
        line = CardLine(axis.title, axis.texts[spot.lane], style=look.style)
        draw_card(painter, QRectF(self.rect()), at, look.name, [line])
