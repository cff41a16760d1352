"""Where the window lies: at every start wholly on a screen, with the frame that the desktop draws around it.

How wide a frame is, is known only when it has been drawn; until then it counts as wide as at the last start.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QMargins, QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from playground.ui.settings import settings

SHARE: Final = 0.8
"""Of the screen, each way, at the first start."""
LEAST: Final = QSize(1280, 720)
"""At the first start, where the screen has room for it."""
_FRAME: Final = QMargins(4, 40, 4, 8)
"""At least as wide as the frames of the usual desktops."""


class Placement(QObject):
    """Puts a window that was nowhere yet to the middle of the screen, and makes up for a frame that was unknown."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_first = _remembered() is None
        if self._is_first:
            window.setGeometry(first_place(_room(), _frame()))
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:  # there is a frame now
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._settle)
        return False

    def _settle(self) -> None:
        """The frame may be another than it was thought to be."""
        window = self._window
        if window.isMaximized() or window.isFullScreen():
            return
        frame = window.windowHandle().frameMargins()
        place = first_place(window.screen().availableGeometry(), frame) if self._is_first else window.geometry()
        place = on_screen(place.marginsAdded(frame)).marginsRemoved(frame)
        if place != window.geometry():
            window.setGeometry(place)


def remember(window: QMainWindow) -> None:
    """Keeps the place for the next start."""
    kept = settings()
    kept.setValue("window/place", window.normalGeometry() if window.isMaximized() else window.geometry())
    kept.setValue("window/maximized", window.isMaximized())
    handle = window.windowHandle()
    if handle is not None and not window.isMaximized():
        frame = handle.frameMargins()
        kept.setValue("window/frame", QRect(frame.left(), frame.top(), frame.right(), frame.bottom()))


def restore(window: QMainWindow) -> None:
    """Puts a window to the place that is remembered, or near it where the screen is another one now."""
    place, frame = _remembered(), _frame()
    if place is None:
        return
    window.setGeometry(on_screen(place.marginsAdded(frame)).marginsRemoved(frame))
    if settings().value("window/maximized", False, type=bool):
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)


def first_place(room: QRect, frame: QMargins) -> QRect:
    """In the middle of the room, in a size that goes with the screen; with its frame no larger than that."""
    size = (room.size() * SHARE).expandedTo(LEAST).boundedTo(room.marginsRemoved(frame).size())
    place = QRect(room.topLeft(), size.grownBy(frame))
    place.moveCenter(room.center())
    return place.marginsRemoved(frame)


def on_screen(place: QRect) -> QRect:
    """The nearest place that lies wholly on a screen: the one that shows most of it, or else the first."""
    rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    room = max(rooms, key=lambda room: _area(room.intersected(place)))
    result = QRect(place.topLeft(), place.size().boundedTo(room.size()))
    result.moveLeft(min(max(result.left(), room.left()), room.right() + 1 - result.width()))
    result.moveTop(min(max(result.top(), room.top()), room.bottom() + 1 - result.height()))
    return result


def _area(rect: QRect) -> int:
    return max(0, rect.width()) * max(0, rect.height())


def _room() -> QRect:
    """Of the screen that the person is at."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _remembered() -> QRect | None:
    place = settings().value("window/place")
    return place if isinstance(place, QRect) and not place.isEmpty() else None


def _frame() -> QMargins:
    """As wide as it was last, or as it may be."""
    kept = settings().value("window/frame")
    return QMargins(kept.x(), kept.y(), kept.width(), kept.height()) if isinstance(kept, QRect) else _FRAME
