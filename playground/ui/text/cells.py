"""How a cell of a table is written, wherever it is shown."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.data.columns.values import with_zeros
from playground.ui.text.numbers import DASH, number


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataSheet", text)


def value_text(value: np.generic) -> str:
    """A number, a day, or yes and no."""
    if isinstance(value, np.datetime64):
        return str(value).removesuffix("T00:00:00")
    if isinstance(value, np.bool_):
        return _tr("yes") if value else _tr("no")
    return number(float(value), 5)


def cell_text(value: object, digits: int = 0) -> str:
    """One cell of the file; a dash where there is none. digits: of a code or a year, see `plain_digits`."""
    if value is None or value != value:
        return DASH
    if digits and isinstance(value, np.floating) and value == np.rint(value):
        return with_zeros(f"{value:.0f}", digits)
    if isinstance(value, np.generic):
        return value_text(value)
    return " ".join(str(value).split())
