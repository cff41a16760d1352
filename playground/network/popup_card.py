"""A small window of its own beside what it is about: it goes away when somebody presses elsewhere, or Escape."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

_EDGE = 4
"""Pixels that stay free left and right of it."""


class PopupCard(QFrame):
    """Shown by `open_at`, and gone for good when it closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first_field(self) -> QWidget | None:
        """What has the keys at first."""
        return None

    def open_at(self, place: QPoint) -> None:
        """Below a place on the screen, or above it where there is no room."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(max(place.x() - self.width() // 2, screen.left() + _EDGE), screen.right() - self.width() - _EDGE)
        y = place.y() if place.y() + self.height() < screen.bottom() else max(screen.top(), place.y() - self.height())
        self.move(x, y)
        self.show()
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
