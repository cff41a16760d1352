"""A slider over the round values of a bounded number, beside the editor that takes any value."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QSlider, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.editing import Editing
from playground.ui.text import field_text


class RateSlider(Editing, QSlider):
    """Goes from the field's minimum to its maximum in the field's steps."""

    committed = Signal(object)

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        assert info.minimum is not None
        assert info.maximum is not None
        assert info.step is not None
        self._minimum, self._step = info.minimum, info.step
        stops = math.floor((info.maximum - info.minimum) / info.step + 1e-9)
        self.setRange(0, stops - info.open_maximum)
        self.setPageStep(2)
        field_text.describe(self, info)
        self.valueChanged.connect(self._on_value_changed)

    def set_value(self, value: float) -> None:
        """Stands at the stop nearest to a value, without saying so."""
        with QSignalBlocker(self):
            self.setValue(round((value - self._minimum) / self._step))

    def _on_value_changed(self, stop: int) -> None:
        self.committed.emit(float(f"{self._minimum + stop * self._step:.12g}"))
