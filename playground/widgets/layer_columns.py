"""The columns that the rows of the stack share, so that their editors stand in line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFontMetrics

from engine.specs import LAYERS
from playground import i18n, theme

ROW: Final = 32
"""Height of a row."""
MARK: Final = 16
"""Side of a layer's mark."""
MARK_X: Final = 8
GAP: Final = 6


@dataclass(frozen=True, slots=True)
class Columns:
    """All in pixels: where the names and the editors start, and how wide the outer editors are."""

    name: int
    editors: int
    units: int
    symbol: int
    value: int


def measured() -> Columns:
    """For the language and the fonts that are set."""
    body, small, number = (QFontMetrics(theme.font(size)) for size in ("body", "small", "number"))
    name = MARK_X + MARK + theme.SPACE_2
    return Columns(
        name=name,
        editors=name + max(body.horizontalAdvance(i18n.choice_name(kind)) for kind in LAYERS) + theme.SPACE_2,
        units=number.horizontalAdvance("10000") + theme.SPACE_4,
        symbol=small.horizontalAdvance("λ") + 2 * theme.SPACE_1,
        value=number.horizontalAdvance("0.0001") + theme.SPACE_3,
    )
