"""A pad to draw on, with the mouse, a pen, or the arrow keys."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.inside.digit.canvas import SIDE, DigitCanvas
from playground.ui.look import ramps, theme
from playground.ui.painting.hint import draw_hint

USUAL_WIDTH: Final = 22
"""Of a stroke, in pixels of the canvas."""
ERASER: Final = 1.8
"""How much wider than the brush the eraser is."""
KEY_STEP: Final = 8.0
_FAINTEST: Final = 0.35
"""Share of the brush's width that a pen without pressure draws."""
_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class DigitPad(QWidget):
    """A square sheet in the middle of the widget. The right button and the back of a pen rub out.

    Arrow keys move a pen, Space sets it down and lifts it, Delete clears the pad.
    """

    drawn = Signal()
    """Something on the sheet has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = DigitCanvas()
        self.brush = USUAL_WIDTH
        self.is_erasing = False
        """The tool that the left button has."""
        self.hint = ""
        """What to do while nothing is drawn."""
        self._last: QPointF | None = None
        self._pointer: QPointF | None = None
        self._pen = QPointF(SIDE / 2, SIDE / 4)
        self._pen_is_down = False
        self._colors = ramps.ink(theme.current())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def sizeHint(self) -> QSize:
        return QSize(220, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def sheet(self) -> QRectF:
        """Where the sheet is."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def ink(self) -> NDArray[np.float32]:
        """(256, 256), 0 is paper and 1 is ink."""
        return self.canvas.ink()

    def clear(self) -> None:
        """Takes a new sheet."""
        self._pen_is_down = False
        self.canvas.clear()
        self._changed()

    def take_over(self, other: DigitPad) -> None:
        """What is drawn on another one."""
        self.canvas.take_over(other.canvas)
        self._changed()

    def _changed(self) -> None:
        self.update()
        self.drawn.emit()

    # --- the mouse and the pen --------------------------------------------------------------------------------------

    def _on_sheet(self, at: QPointF) -> QPointF:
        """Pixels of the widget -> pixels of the canvas."""
        sheet = self.sheet()
        scale = SIDE / sheet.width()
        return QPointF((at.x() - sheet.left()) * scale, (at.y() - sheet.top()) * scale)

    def _draw_to(self, place: QPointF, *, erases: bool, pressure: float = 1.0) -> None:
        width = self.brush * (ERASER if erases else _FAINTEST + (1 - _FAINTEST) * pressure)
        self.canvas.stroke(self._last or place, place, width, erases=erases)
        self._last = place
        self._changed()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            super().mousePressEvent(event)
            return
        self._last = None
        self._pen_is_down = False
        erases = self.is_erasing or event.button() == Qt.MouseButton.RightButton
        self._draw_to(self._on_sheet(event.position()), erases=erases)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = self._on_sheet(event.position())
        held = event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton)
        if held and self._last is not None:
            erases = self.is_erasing or bool(held & Qt.MouseButton.RightButton)
            self._draw_to(self._pointer, erases=erases)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._last = None

    def tabletEvent(self, event: QTabletEvent) -> None:
        place = self._on_sheet(event.position())
        erases = self.is_erasing or event.pointerType() == event.pointingDevice().PointerType.Eraser
        self._pointer = place
        if event.type() == QEvent.Type.TabletPress:
            self._last = None
            self._draw_to(place, erases=erases, pressure=event.pressure())
        elif event.type() == QEvent.Type.TabletMove and self._last is not None:
            self._draw_to(place, erases=erases, pressure=event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._last = None
        self.update()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    # --- the keyboard -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._move_pen(_ARROWS[key] * KEY_STEP)
        elif key == Qt.Key.Key_Space:
            self._pen_is_down = not self._pen_is_down and not event.isAutoRepeat()
            if self._pen_is_down:
                self._last = None
                self._draw_to(self._pen, erases=self.is_erasing)
            self._last = None
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        else:
            super().keyPressEvent(event)

    def _move_pen(self, by: QPointF) -> None:
        place = self._pen + by
        place = QPointF(min(max(place.x(), 0.0), float(SIDE)), min(max(place.y(), 0.0), float(SIDE)))
        if self._pen_is_down:
            self._last = self._pen
            self._draw_to(place, erases=self.is_erasing)
            self._last = None
        self._pen = place
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pen_is_down = False
        self.update()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        look, sheet = theme.current(), self.sheet()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        grey = self.canvas.image
        shown = QImage(grey.constBits(), SIDE, SIDE, grey.bytesPerLine(), QImage.Format.Format_Indexed8)
        shown.setColorTable(self._colors)
        painter.drawImage(sheet, shown)
        painter.setPen(QPen(QColor(look.accent if self.hasFocus() else look.border_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hint and self.canvas.is_empty():
            draw_hint(painter, sheet, self.hint)
        if self._pointer is not None and sheet.contains(self._in_widget(self._pointer)):
            self._paint_ring(painter, self._pointer, QPen(QColor(look.muted), 1))
        elif self.hasFocus():
            self._paint_ring(painter, self._pen, QPen(QColor(look.accent), 2 if self._pen_is_down else 1))
        painter.end()

    def _in_widget(self, place: QPointF) -> QPointF:
        sheet = self.sheet()
        return sheet.topLeft() + place * (sheet.width() / SIDE)

    def _paint_ring(self, painter: QPainter, place: QPointF, pen: QPen) -> None:
        """How wide the brush is, and where."""
        width = self.brush * (ERASER if self.is_erasing else 1) * self.sheet().width() / SIDE
        painter.setPen(pen)
        painter.drawEllipse(self._in_widget(place), width / 2, width / 2)
