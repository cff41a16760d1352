"""Files may be dropped onto any window of the program: the data sheet, panels that float, and the like."""

from __future__ import annotations

from functools import partial

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

    def watch(self, dock: QDockWidget) -> None:
        """A panel that floats need not come to the front."""
        dock.topLevelChanged.connect(partial(self._on_floating, dock))

    def _on_floating(self, dock: QDockWidget, is_floating: bool) -> None:
        if is_floating and dock.windowHandle() is not None:
            self._give_hint(dock)

    def _on_focus(self, place: QWindow | None) -> None:
        widget = None if place is None else QWidget.find(place.winId())
        if widget is not None and self._takes_files(widget):
            self._give_hint(widget)

    def _give_hint(self, widget: QWidget) -> None:
        """Once; each time that a panel floats it has another window."""
        hint = widget.findChild(DropHint, options=_OWN)
        if hint is not None:
            hint.watch(widget.windowHandle())
            return
        hint = DropHint(widget)
        hint.dropped.connect(self.dropped)
        hint.watch(widget.windowHandle())
        widget.setAcceptDrops(True)

    def _takes_files(self, widget: QWidget) -> bool:
        """Whether it is a window of this one's, and waits for nothing."""
        is_window = widget.windowType() in (Qt.WindowType.Window, Qt.WindowType.Dialog)
        parent = widget.parentWidget()
        is_own = parent is not None and parent.window() is self._window
        return is_own and is_window and not widget.isModal()


_OWN = Qt.FindChildOption.FindDirectChildrenOnly
