"""The rows of the layers where there is no room for all: the one in the worst state is scrolled into sight."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from playground.inside.signals.strips import MUCH, SignalStrips

_NEAR: Final = 0.01
"""A row that is so little better than the worst stays in sight, so that rows do not jump."""
_ROWS: Final = 4
"""So many are in sight, or all."""


class WorstFirst(QScrollArea):
    """Scrolls by itself until a person does, and again from the start of another lane or run; never away from a row
    that is lit."""

    def __init__(self, strips: SignalStrips, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strips = strips
        self._key: Hashable = None
        self._row: int | None = None
        self._is_left_alone = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(strips)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled)
        self.verticalScrollBar().valueChanged.connect(strips.set_top)

    def show_worst(self, key: Hashable) -> None:
        """After other rows are shown. key: of the lane and run that they are of."""
        if key != self._key:
            self._key, self._row, self._is_left_alone = key, None, True
        self.setMinimumHeight(self._strips.height_of(min(_ROWS, len(self._strips.strips))))
        row = self.worst()
        if row != self._row and self._is_left_alone and self._strips.lit_rect() is None:
            self._row = row
            QTimer.singleShot(0, self, self._bring)  # once all has its place

    def worst(self) -> int | None:
        """The row with the largest share of what is stuck; None where that is nowhere much."""
        stuck = [strip.stuck if strip.stuck >= MUCH else 0.0 for strip in self._strips.strips]  # NaN is not
        most = max(stuck, default=0.0)
        if most == 0:
            return None
        if self._row is not None and self._row < len(stuck) and stuck[self._row] >= max(most - _NEAR, MUCH):
            return self._row
        return stuck.index(most)

    def _bring(self) -> None:
        if self._row is not None and self._row < len(self._strips.strips):
            rect = self._strips.row_rect(self._row)
            bar, room = self.verticalScrollBar(), self.viewport().height()
            bar.setValue(round(rect.bottom() - room) + 1 if rect.bottom() > room else 0)

    def _on_scrolled(self) -> None:
        self._is_left_alone = False
