"""A slider over numbers of rows, from a few to all there are: each step is about the same share of the number."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from engine.fields import FieldInfo
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count

FEW: Final = 10
"""Where the slider starts, unless there are hardly more."""


class SizeSlider(QSlider):
    """Stands at numbers of two digits (10, 11, ... 99, 100, 110, ...) and at the limit itself."""

    committed = Signal(object)

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._info = info
        self._stops: list[int] = []
        self._limit = 0
        field_text.describe(self, info)
        self.setPageStep(10)
        self.set_limit(1000)
        self.valueChanged.connect(self._on_value_changed)

    def set_limit(self, limit: int) -> None:
        """The largest number, silently."""
        limit = max(1, limit)
        if limit == self._limit:
            return
        value = self.number() if self._stops else limit
        self._limit, self._stops = limit, stops(limit)
        if self._info.minimum == 0 and not self._info.open_minimum:
            self._stops = [0, *self._stops]
        with QSignalBlocker(self):
            self.setRange(0, len(self._stops) - 1)
        self.set_value(value)
        most = self.tr("Up to {limit}, which is what the source leaves.").format(limit=count(limit))
        self.setToolTip(field_text.wrapped(i18n.field_help(self._info), most))

    def number(self) -> int:
        """The number it stands at."""
        return self._stops[self.value()]

    def set_value(self, value: int) -> None:
        """Stands at the stop nearest to a number, without saying so; while it is dragged it stays under the pointer."""
        if not self.isSliderDown():
            above = min(bisect_left(self._stops, value), len(self._stops) - 1)
            below = max(0, above - 1)
            nearest = below if value - self._stops[below] <= self._stops[above] - value else above
            with QSignalBlocker(self):
                self.setValue(nearest)

    def _on_value_changed(self, stop: int) -> None:
        self.committed.emit(self._stops[stop])

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def stops(limit: int) -> list[int]:
    """1 to 99 one by one, then numbers of two digits and zeros, and the limit."""
    first = FEW if limit >= 10 * FEW else 1
    found = list(range(first, min(limit, 100)))
    step = 10
    while 10 * step <= limit:
        found += range(10 * step, min(limit, 100 * step), step)
        step *= 10
    return [*found, limit]
