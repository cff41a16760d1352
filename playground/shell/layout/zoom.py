"""The whole window larger or smaller: Ctrl+Plus, Ctrl+Minus, Ctrl+0. It stays as large as it is on the screen."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from playground.ui.settings import settings

LEVELS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)
PRESENTED: Final = 1.5
"""So many times as large as otherwise it is at most for a room full of people ..."""
ROOM: Final = QSize(1280, 720)
"""... and never so large that it has less room than this, in its own pixels: fewer curves, lanes and classes would be
seen than at a desk. A picture that fills a wall is large on a screen of few pixels, too."""
_KEPT: Final = "window/zoom"


def remembered() -> float:
    """That of the last window; 1 where none is known."""
    value = settings().value(_KEPT, 1.0)
    try:
        return min(LEVELS, key=lambda level: abs(level - float(str(value))))
    except ValueError:
        return 1.0


def start() -> None:
    """Before there is a window: as large as the last one was."""
    level = remembered()
    if level != 1:
        from playground.shell.process import scaling

        scaling.scale(level)


class Zoom(QObject):
    """What does not fit on the screen is not offered."""

    changed = Signal(float)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.level = remembered()
        self._before: float | None = None
        """That of the window which is presented, and where it was."""
        self._place = QRect()

    def larger(self) -> None:
        """A step, as far as the window still fits on the screen."""
        self._go(next((level for level in LEVELS if level > self.level), self.level))

    def smaller(self) -> None:
        self._go(next((level for level in reversed(LEVELS) if level < self.level), self.level))

    def reset(self) -> None:
        """As large as the system wants it."""
        self._go(1.0)

    def present(self, is_on: bool) -> None:
        """Large, as far as there is room, for as long as the window is shown to many."""
        if is_on and self._before is None:
            self._before, self._place = self.level, self._window.normalGeometry()
            fitting = [level for level in LEVELS if level <= self.level * PRESENTED and self._has_room(level)]
            self._put(max(fitting, default=self.level))
        elif not is_on and self._before is not None:
            before, self._before = self._before, None
            self._put(before, self._place)

    def _go(self, level: float) -> None:
        if level != self.level and (level < self.level or self._fits(level)):
            self._before = None
            self._put(level)
            settings().setValue(_KEPT, level)

    def _fits(self, level: float) -> bool:
        """Whether the least window fits on the screen, enlarged so."""
        return _holds(self._window.screen().availableSize() * (self.level / level), self._window.minimumSizeHint())

    def _has_room(self, level: float) -> bool:
        """Whether the whole screen, enlarged so, shows all that is presented well."""
        return self._fits(level) and _holds(self._window.screen().size() * (self.level / level), ROOM)

    def _put(self, level: float, place: QRect | None = None) -> None:
        """place: where the window shall be, or else as large as it is on the screen."""
        from playground.shell.process import scaling

        if level == self.level or not scaling.can_scale():
            return
        factor, self.level = self.level / level, level
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and _is_lasting(widget)]
        places = [(widget, widget.normalGeometry(), widget.windowState()) for widget in shown]
        focus = QApplication.focusWidget()
        for widget in shown:
            widget.hide()
            widget.destroy()
        scaling.scale(level)
        for widget, old, state in places:
            widget.setWindowState(Qt.WindowState.WindowNoState)
            mine = place if widget is self._window else None
            widget.setGeometry(mine or QRect(_scaled(old.topLeft(), factor), old.size() * factor))
            widget.setWindowState(state)
            widget.show()
            if state & Qt.WindowState.WindowFullScreen:
                widget.windowHandle().setGeometry(widget.screen().geometry())  # where no window manager does
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(level)


def _holds(room: QSize, size: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _scaled(point: QPoint, factor: float) -> QPoint:
    return QPoint(round(point.x() * factor), round(point.y() * factor))


def _is_lasting(widget: QWidget) -> bool:
    """A window, and no menu or tooltip."""
    return widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
