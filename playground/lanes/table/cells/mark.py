"""A lane's sample as a button: it opens the palette. The mouse is left to the row, which is dragged by it as well."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from playground.ui.look import theme
from playground.ui.look.lane_swatch import LaneSwatch, paint_swatch
from playground.ui.text import field_text

QUIET = 0.35
"""How opaque the sample of a hidden lane is."""


class LaneMark(LaneSwatch):
    """Says `pressed` on Space and Enter; clicks are for the row to tell from drags."""

    pressed = Signal()

    def __init__(self, lane: int, parent: QWidget | None = None) -> None:
        super().__init__(lane, parent)
        self._is_quiet = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(self.tr("Colour and mark"))
        self.setToolTip(
            field_text.wrapped(
                self.tr("The colour and mark of the lane, here and beside its curves: click to choose another (C)."),
                self.tr("Drag the row to move it, or press Alt+Up and Alt+Down."),
            )
        )

    def set_look(self, style: int, *, is_quiet: bool) -> None:
        """Shows a lane's colour and mark, faintly where the lane is hidden."""
        if (style, is_quiet) != (self._lane, self._is_quiet):
            self._lane, self._is_quiet = style, is_quiet
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(theme.current().color("accent" if self.hasFocus() else "border_strong"))
            painter.setBrush(theme.current().color("surface"))
            painter.drawRoundedRect(self._place().adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setOpacity(QUIET if self._is_quiet else 1)
        paint_swatch(painter, self._place(), self._lane)
        painter.end()

    def has_at(self, x: int) -> bool:
        """Whether the sample is at this place of the table, and not the free part of its cell."""
        return self._place().contains(x - self.x(), self.height() / 2)

    def _place(self) -> QRectF:
        """At the right end of its cell."""
        size = self.sizeHint()
        return QRectF(self.width() - size.width(), (self.height() - 1 - size.height()) / 2, size.width(), size.height())
