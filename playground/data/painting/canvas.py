"""The plane to paint on, with the mouse or the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.data.spec import Point
from playground.data.painting.strokes import BRUSH, Stroke
from playground.ui.look import number_scale, theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.look.ramps import blend
from playground.ui.painting.hint import draw_hint, draw_note

REACH: Final = 6.0
"""How far the plane goes to either side of its middle, unless there are points further out."""
_KEY_STEP: Final = 0.05
"""Of the reach: so far an arrow key moves the mark."""
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
_PAINT: Final = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ERASE: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_SHADES: Final = 15
"""Levels of the scale that have one colour."""
_MARGIN: Final = 0.04
"""Of the frame, around the plane: points at the edge are whole."""


class PaintCanvas(QWidget):
    """A square. A click sets a point, dragging sprays, the right button erases.

    Arrow keys move a mark, Space paints there, Delete erases around it, and 1 to 5 choose the class. Escape ends a
    stroke, and no point is lost by it: what was sprayed stays, what was being erased comes back.
    """

    stroked = Signal(object)
    """The points after a stroke."""
    class_chosen = Signal(int)
    filled = Signal()
    """There is no room for more points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = 0.0
        """The class that is painted, or the number."""
        self.is_erasing = False
        """The tool that the left button has."""
        self.hint = ""
        """What to do while nothing is painted."""
        self.lesson = ""
        """The same over points that a person has not painted here: until the first stroke."""
        self._points: Sequence[Point] = ()
        self._is_train: Sequence[bool] = ()
        self._numbers: NumberScale | None = None
        self._reach = REACH
        self._stroke: Stroke | None = None
        self._pointer: QPointF | None = None
        self._mark = (0.0, 0.0)
        self._stamps: dict[tuple[object, ...], QPixmap] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def sizeHint(self) -> QSize:
        return QSize(200, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 100)

    def points(self) -> Sequence[Point]:
        """Those that are seen, in the midst of a stroke too."""
        return self._stroke.points if self._stroke is not None else self._points

    def shown(self) -> tuple[Sequence[Point], Sequence[bool], NumberScale | None]:
        """What `show_points` has said last, or a stroke since."""
        return self._points, self._is_train, self._numbers

    def show_points(
        self, points: Sequence[Point], is_train: Sequence[bool] = (), scale: NumberScale | None = None
    ) -> None:
        """is_train: whether each is trained on; all of them without it. scale: the colours, where numbers are painted.

        A stroke that is being made is given up.
        """
        self._points, self._is_train, self._numbers, self._stroke = points, is_train, scale, None
        furthest = float(np.abs(np.array(points)[:, :2]).max()) if points else 0.0
        self._reach = max(REACH, furthest)
        self.update()

    # --- places -----------------------------------------------------------------------------------------------------

    def square(self) -> QRectF:
        """The frame, in the middle of the widget."""
        side = min(self.width(), self.height()) - 1
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _scale(self) -> float:
        """Pixels of a unit."""
        return self.square().width() * (0.5 - _MARGIN) / self._reach

    def place_of(self, x1: float, x2: float) -> QPointF:
        """Where on the widget a place of the plane is."""
        middle, scale = self.square().center(), self._scale()
        return QPointF(middle.x() + x1 * scale, middle.y() - x2 * scale)

    def _at(self, place: QPointF) -> tuple[float, float]:
        middle, scale = self.square().center(), self._scale()
        return (place.x() - middle.x()) / scale, (middle.y() - place.y()) / scale

    # --- the mouse --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton) or self._stroke is not None:
            super().mousePressEvent(event)
            return
        erases = self.is_erasing or event.button() == Qt.MouseButton.RightButton
        self._begin(erases)
        self._go_on(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._stroke is not None:
            self._go_on(event.position())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            self._end()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def _begin(self, erases: bool) -> None:
        self._stroke = Stroke(self._points, self._reach, None if erases else self.label)

    def _go_on(self, place: QPointF) -> None:
        assert self._stroke is not None
        self._stroke.to(*self._at(place))
        self.update()

    def _end(self) -> None:
        """Keeps what the stroke has made, and says so where it has made something."""
        stroke, self._stroke = self._stroke, None
        if stroke is None:
            return
        if stroke.is_full:
            self.filled.emit()
        points = tuple(stroke.points)
        if points != tuple(self._points):
            self._points, self._is_train, self.lesson = points, (), ""
            self.stroked.emit(points)
        self.update()

    # --- the keyboard -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._stroke is not None:
            if self._stroke.is_erasing:
                self._stroke = None
            else:
                self._end()
        elif key in _ARROWS:
            step, (right, up) = _KEY_STEP * self._reach, _ARROWS[key]
            x1, x2 = self._mark[0] + right * step, self._mark[1] + up * step
            self._mark = min(max(x1, -self._reach), self._reach), min(max(x2, -self._reach), self._reach)
        elif key in (*_PAINT, *_ERASE) and self._stroke is None:
            self._begin(self.is_erasing or key in _ERASE)
            self._go_on(self.place_of(*self._mark))
            self._end()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.class_chosen.emit(int(key) - int(Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)
            return
        self.update()
        event.accept()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look, frame, middle = theme.current(), self.square(), self.place_of(0, 0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(look.border_strong if self.hasFocus() else look.border))
        painter.setBrush(QColor(look.sunken))
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(QPen(QColor(look.grid), 1))
        painter.drawLine(QPointF(frame.left() + 2, middle.y()), QPointF(frame.right() - 2, middle.y()))
        painter.drawLine(QPointF(middle.x(), frame.top() + 2), QPointF(middle.x(), frame.bottom() - 2))
        points = self.points()
        if points:
            self._paint_points(painter, points)
            if self.lesson and self._stroke is None:
                draw_note(painter, frame, self.lesson)
        elif self.hint:
            draw_hint(painter, frame, self.hint)
        self._paint_tool(painter)
        painter.end()

    def _paint_points(self, painter: QPainter, points: Sequence[Point]) -> None:
        """Filled ones are trained on; what a stroke has just made will be shared out when it ends."""
        size = 7.0 if len(points) <= 400 else 5.0
        known = self._is_train if self._stroke is None else ()
        shades = self._shades(points)
        for place, (x1, x2, label) in enumerate(points):
            stamp = self._stamp(int(label) if shades is None else shades[place], not known or known[place], size)
            at, half = self.place_of(x1, x2), stamp.deviceIndependentSize().width() / 2
            painter.drawPixmap(QPointF(at.x() - half, at.y() - half), stamp)

    def _shades(self, points: Sequence[Point]) -> list[int] | None:
        """Which colour each number has, of a few; None for classes."""
        if self._numbers is None:
            return None
        shades: list[int] = (self._numbers.levels(np.array(points)[:, 2]) // _SHADES * _SHADES).tolist()
        return shades

    def _color(self, label: int) -> QColor:
        """That of a class, or of a shade of numbers."""
        return theme.class_color(label) if self._numbers is None else QColor(number_scale.colors()[label])

    def _stamp(self, label: int, filled: bool, size: float) -> QPixmap:
        """What points of a class look like, drawn once: many of them are painted with each move of the mouse."""
        look, ratio = theme.current(), self.devicePixelRatioF()
        key = (label, self._numbers is None, filled, size, look.name, ratio)
        if key not in self._stamps:
            side = size + 4
            stamp = QPixmap(round(side * ratio), round(side * ratio))
            stamp.setDevicePixelRatio(ratio)
            stamp.fill(Qt.GlobalColor.transparent)
            color = self._color(label)
            painter = QPainter(stamp)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_faint = self._numbers is not None  # some numbers have the colour of the ground: only an edge shows them
            if filled:
                painter.setPen(QPen(QColor(look.muted if is_faint else look.sunken), 0.75))
                painter.setBrush(color)
            else:
                edge = blend(color, QColor(look.muted), 0.5) if is_faint else color
                painter.setPen(QPen(edge, 1 if is_faint else 1.25))
            shape = (
                QTransform.fromTranslate(side / 2, side / 2)
                .scale(size, size)
                .map(theme.lane_symbol_path(label if self._numbers is None else 0))
            )
            painter.drawPath(shape)
            painter.end()
            self._stamps[key] = stamp
        return self._stamps[key]

    def _paint_tool(self, painter: QPainter) -> None:
        """The reach of the tool at the pointer, and the mark of the keys."""
        look, radius = theme.current(), BRUSH * self._reach * self._scale()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._pointer is not None and self.square().contains(self._pointer):
            plain = self.is_erasing or self._numbers is not None
            painter.setPen(QPen(QColor(look.text) if plain else theme.class_color(int(self.label)), 1))
            painter.drawEllipse(self._pointer, radius, radius)
        if self.hasFocus():
            at = self.place_of(*self._mark)
            painter.setPen(QPen(QColor(look.text), 1))
            painter.drawLine(QPointF(at.x() - 5, at.y()), QPointF(at.x() + 5, at.y()))
            painter.drawLine(QPointF(at.x(), at.y() - 5), QPointF(at.x(), at.y() + 5))
