"""A button that has just come under the pointer is not what somebody meant to press."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication


class Settling:
    """Of buttons whose meaning changes: the second press of a double click is no answer to the new question."""

    def __init__(self) -> None:
        self._until = 0.0

    def has_changed(self) -> None:
        """The buttons mean something else from now on: presses count again after the time of a double click."""
        self._until = time.monotonic() + QApplication.doubleClickInterval() / 1000

    @property
    def is_over(self) -> bool:
        """Whether a press counts."""
        return time.monotonic() >= self._until
