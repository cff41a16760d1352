"""An editor of numbers of rows, which may be shares of all rows as well: 300, or 60 %."""

from __future__ import annotations

import math
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from engine.data.preprocessing.sizes import is_share, size_text
from engine.fields import FieldInfo
from playground.ui.fields.numbers.number_typing import NumberTyping
from playground.ui.text.number_text import plain, ungrouped, unraised

_STEP: Final = 0.05
"""Of the arrows of a share."""


class SizeEdit(NumberTyping, QDoubleSpinBox):
    """Takes 300, 3 000, 60 %, 60% and 0.6; says an int or, of a share, a float below 1."""

    committed = Signal(object)
    letters = NumberTyping.letters | {"%"}

    def __init__(self, info: FieldInfo, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(info, parent, placeholder=placeholder)
        self.setDecimals(20)
        self.setRange(0, 1e9 if info.maximum is None else info.maximum)
        self.set_value(info.default)

    def value(self) -> int | float:
        """Rows, or a share."""
        return _size(QDoubleSpinBox.value(self))

    def parsed(self, text: str) -> int | float | None:
        text = unraised(plain(text.strip()))
        is_percent, text = text.endswith("%"), text.removesuffix("%").strip()
        try:
            number = float(text.replace(",", ".") if is_percent or text.startswith(("0,", ",")) else ungrouped(text))
        except ValueError:
            return None
        if is_percent:
            share = number / 100
            return share if 0 < share < 1 else None
        return _size(number) if is_share(number) or number.is_integer() else None

    def is_legal(self, value: Any) -> bool:
        return is_share(value) or (float(value).is_integer() and super().is_legal(value))

    def next_value(self, count: int) -> int | float:
        value = self.value()
        if is_share(value):
            return min(max(round(value / _STEP + count) * _STEP, _STEP), 1 - _STEP)
        step: int = 10 ** max(0, len(str(max(int(value) - (count < 0), 1))) - 2)
        return int(value) + step * count

    def textFromValue(self, value: float) -> str:
        return "" if self._is_none else size_text(_size(value))

    def valueFromText(self, text: str) -> float:
        number = self.parsed(text)
        return self.value() if number is None else number

    def _on_value_changed(self, value: float) -> None:
        super()._on_value_changed(_size(value))


def _size(value: float) -> int | float:
    return round(float(value), 6) if is_share(value) else math.floor(value)
