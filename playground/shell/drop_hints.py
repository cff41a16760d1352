"""Files may be dropped onto any window of the program: the data sheet, panels that float, and the like."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from playground.shell.drop_hint import DropHint


class DropHints(QObject):
    """Each window that comes to the front gets a hint of its own; not those that ask for an answer."""

    dropped = Signal(object)
    """The Path of the file."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus)

    def _on_focus(self, place: QWindow | None) -> None:
        widget = None if place is None else QWidget.find(place.winId())
        if widget is None or not self._takes_files(widget) or widget.findChild(DropHint, options=_OWN) is not None:
            return
        hint = DropHint(widget)
        hint.dropped.connect(self.dropped)
        hint.watch(widget.windowHandle())
        widget.setAcceptDrops(True)

    def _takes_files(self, widget: QWidget) -> bool:
        """Whether it is a window of this one's, and waits for nothing."""
        is_window = widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
        parent = widget.parentWidget()
        is_own = parent is not None and parent.window() is self._window
        return is_own and (is_window or isinstance(widget, QDockWidget)) and not widget.isModal()


_OWN = Qt.FindChildOption.FindDirectChildrenOnly
