"""A timer for work that nobody waits for: never before the window has painted itself, however slow the machine is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

_PAUSE: Final = 120
"""Milliseconds."""


class SpareTime(QTimer):
    """``come`` again and again after `start`, until `stop`. See docs/decisions/005-starting.md."""

    come = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self.setInterval(_PAUSE)
        self.timeout.connect(self._on_timeout)

    def _on_timeout(self) -> None:
        window = self._widget.window().windowHandle()
        if window is not None and window.isExposed():
            self.come.emit()
