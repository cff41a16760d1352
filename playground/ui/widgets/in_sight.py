"""Keeps the line that a person types into in sight, when what stands above it grows or what scrolls is resized."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_MARGIN: Final = 4
"""Pixels."""


class InSight(QObject):
    """Of a widget that lies, together with ``around``, in an area that scrolls; only while it has the focus."""

    def __init__(self, widget: QWidget, around: QWidget, told: QWidget) -> None:
        """told: what is said of it, which is to be seen as well where it is shown."""
        super().__init__(widget)
        self._widget, self._told = widget, told
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        widget.installEventFilter(self)
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        if event.type() in (kinds.Move, kinds.KeyPress) and self._widget.hasFocus():
            self._later.start(0)  # once all of the layout has its places
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        area = self._widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is None or not self._widget.hasFocus():
            return
        for widget in (self._told, self._widget):
            if widget.isVisible():
                area.ensureWidgetVisible(widget, 0, _MARGIN)
