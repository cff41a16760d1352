"""Names in too little room, cut so that they can still be told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF


def elided_names(names: Sequence[str], width: float, metrics: QFontMetricsF) -> list[str]:
    """Each ends in an ellipsis where it has to; those that would look alike then are cut in the middle, and if need be
    at their beginning: of ``will come back`` and ``will never come back`` the end says which."""
    mode = Qt.TextElideMode
    shown = list(names)
    for way in (mode.ElideRight, mode.ElideMiddle, mode.ElideLeft):
        alike = _alike(names, shown) if way != mode.ElideRight else range(len(names))
        for place in alike:
            shown[place] = metrics.elidedText(names[place], way, width)
    return shown


def _alike(names: Sequence[str], shown: Sequence[str]) -> list[int]:
    """Places of names that are others and look the same."""
    looks = Counter(dict(set(zip(names, shown, strict=True))).values())
    return [place for place, text in enumerate(shown) if looks[text] > 1]
