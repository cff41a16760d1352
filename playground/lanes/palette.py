"""A popup with the colours and marks that a lane can have."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from playground.ui.look import theme
from playground.ui.look.lane_swatch import paint_swatch
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text

STYLES: Final = 18
"""How many styles are offered: each colour with two marks."""
COLUMNS: Final = 9
_CELL: Final = QSize(36, 28)
_EDGE: Final = theme.SPACE_1
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class LanePalette(PlaceTips, QFrame):
    """Picks one of the first `STYLES` styles by mouse or keys; Escape and a click beside it close it."""

    picked = Signal(int)

    def __init__(self, current: int, taken: Collection[int], parent: QWidget) -> None:
        """taken: the styles that other lanes have, which get a dot"""
        super().__init__(parent, Qt.WindowType.Popup)
        self._current = current
        self._taken = frozenset(taken)
        self._at = current if current < STYLES else 0
        self.setObjectName("lanes.palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(_CELL.width() * COLUMNS + 2 * _EDGE, _CELL.height() * (STYLES // COLUMNS) + 2 * _EDGE)
        self.setAccessibleName(self.tr("Colours and marks"))
        self._describe()

    def at(self) -> int:
        """The style that Enter would pick."""
        return self._at

    def cell(self, style: int) -> QRect:
        """Where a style is."""
        row, column = divmod(style, COLUMNS)
        return QRect(QPoint(_EDGE + column * _CELL.width(), _EDGE + row * _CELL.height()), _CELL)

    def _style_at(self, place: QPoint) -> int | None:
        return next((style for style in range(STYLES) if self.cell(style).contains(place)), None)

    def _go(self, style: int) -> None:
        self._at = style
        self._describe()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleDescription(
            self.tr("Mark {number} of {count}").format(number=self._at + 1, count=STYLES)
            + (", " + self.tr("another lane has it") if self._at in self._taken else "")
        )

    def _pick(self) -> None:
        self.picked.emit(self._at)
        self.close()

    # --- events ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            to = self._at + _STEPS[key]
            self._go(to % STYLES)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else STYLES - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        style = self._style_at(event.position().toPoint())
        if style is not None and style != self._at:
            self._go(style)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        style = self._style_at(event.position().toPoint())
        if style is not None:
            self._go(style)
            self._pick()

    def tip_at(self, position: QPoint) -> Tip | None:
        is_taken = self._style_at(position) in self._taken
        return Tip(field_text.wrapped(self.tr("Another lane has this one."))) if is_taken else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        painter.fillRect(self.rect(), colors.color("surface"))
        painter.setPen(colors.color("border_strong"))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        for style in range(STYLES):
            place = QRectF(self.cell(style)).adjusted(1.5, 1.5, -1.5, -1.5)
            if style in (self._at, self._current):
                painter.setPen(colors.color("accent" if style == self._at else "border_strong"))
                painter.setBrush(colors.color("accent_soft" if style == self._at else "surface"))
                painter.drawRoundedRect(place, 4, 4)
            paint_swatch(painter, place, style)
            if style in self._taken:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colors.color("muted"))
                painter.drawEllipse(place.topRight() + QPoint(-4, 4), 1.5, 1.5)
        painter.end()
