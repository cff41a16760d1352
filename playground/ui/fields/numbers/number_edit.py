"""Editors of whole numbers and of decimal ones, set up from a field of the experiment."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.numbers import steps
from playground.ui.fields.numbers.number_typing import NumberTyping
from playground.ui.text.number_text import plain, ungrouped, unraised

_INSIDE: Final = 1e-9
"""How far inside an open limit the nearest value is."""
_TINY: Final = 1e-12
"""The smallest value where 0 is excluded."""
_MANY: Final = 100_000
"""A field that goes this far has arrows that step by about a tenth of the value."""


class IntegerEdit(NumberTyping, QSpinBox):
    """Edits a whole number."""

    committed = Signal(object)

    def __init__(self, info: FieldInfo, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(info, parent, placeholder=placeholder)
        low = -(2**31) if info.minimum is None else int(info.minimum) + info.open_minimum
        high = 2**31 - 1 if info.maximum is None else int(info.maximum) - info.open_maximum
        self.setRange(low, high)
        if isinstance(info.default, int):
            self.set_value(info.default)
        elif info.default is None:
            self.set_value(None)

    def parsed(self, text: str) -> int | None:
        try:
            number = float(ungrouped(unraised(plain(text))))
        except ValueError:
            return None
        return int(number) if number.is_integer() else None

    def next_value(self, count: int) -> int:
        value = self.value()
        step = int(self.info.step or 1)
        if self.info.step is None and (self.info.default or 0) >= 100 and self.maximum() >= _MANY:
            digits = len(str(max(value - (count < 0), 1)))
            step = 10 ** max(0, digits - 2)
        return int(value + step * count)

    def textFromValue(self, value: int) -> str:
        return "" if self._is_none else str(value)

    def valueFromText(self, text: str) -> int:
        number = self.parsed(text)
        return self.value() if number is None else number


class NumberEdit(NumberTyping, QDoubleSpinBox):
    """Edits a decimal number, written as a keyboard can: 0.01, 1e-05. What the window writes, 1·10⁻⁵, it takes too."""

    committed = Signal(object)

    def __init__(self, info: FieldInfo, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(info, parent, placeholder=placeholder)
        self.setDecimals(20)
        low = -1e12 if info.minimum is None else info.minimum
        high = 1e12 if info.maximum is None else info.maximum
        if info.open_minimum:
            low += _TINY if info.logarithmic else _INSIDE
        if info.open_maximum:
            high -= _INSIDE
        self.setRange(low, high)
        if isinstance(info.default, int | float):
            self.set_value(info.default)

    def parsed(self, text: str) -> float | None:
        text = unraised(plain(text.strip()))
        try:
            number = float(text.replace(",", ".") if "." not in text else text)
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def next_value(self, count: int) -> float:
        if self.info.logarithmic:
            return steps.logarithmic(self.value(), count, zero=not self.info.open_minimum)
        return steps.linear(self.value(), count, self.info.step or 0.01)

    def textFromValue(self, value: float) -> str:
        return "" if self._is_none else f"{value:.12g}"

    def valueFromText(self, text: str) -> float:
        number = self.parsed(text)
        return self.value() if number is None else number
