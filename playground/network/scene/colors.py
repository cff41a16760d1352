"""Colours of the drawing: negative, zero and positive, for units, maps and edges alike."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from playground.ui.look import ramps, theme
from playground.ui.look.ramps import blend

STRENGTHS: Final = 6
"""Of edges: each has a colour and a width of its own."""


_LARGEST: Final = float(np.finfo(np.float64).max)
_LAST: Final = 308.3
"""The next power of ten that is asked for is more than a float64 holds."""


@lru_cache(maxsize=4)
def _table(_: str) -> NDArray[np.uint32]:
    return np.array(ramps.diverging(theme.current()), np.uint32)


def table() -> NDArray[np.uint32]:
    """256 colours: 0 is the most negative, 128 zero, 255 the most positive."""
    return _table(theme.current().name)


def levels(values: NDArray[Any], reach: float) -> NDArray[np.uint8]:
    """-reach .. reach -> 1 .. 255, and 128 for zero and for what is not a number; any shape."""
    exact = np.asarray(values, np.float64)  # of a lane that explodes, the reach is more than float32 can hold
    shares = np.nan_to_num(exact, nan=0.0, posinf=reach, neginf=-reach) * (127 / max(reach, 1e-30))
    found: NDArray[np.uint8] = (np.clip(np.rint(shares), -127, 127) + 128).astype(np.uint8)
    return found


def color(value: float, reach: float) -> QColor:
    """Of one value."""
    return QColor.fromRgb(int(table()[int(levels(np.array(value), reach))]))


def images(values: NDArray[Any], reach: float, *, upwards: bool) -> list[QImage]:
    """values: (n, height, width) -> a picture each, a pixel a value. ``upwards``: the first line is the lowest."""
    shown = values[:, ::-1] if upwards else values
    pixels = np.ascontiguousarray(table()[levels(shown, reach)])
    height, width = pixels.shape[1:]
    return [QImage(one.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy() for one in pixels]


def edge_color(strength: int, *, is_positive: bool) -> QColor:
    """Of an edge: the weaker, the nearer to the paper. Opaque, since see-through lines are slow."""
    return QColor(_edge_color(strength, is_positive, theme.current().name))


@lru_cache(maxsize=64)
def _edge_color(strength: int, is_positive: bool, _: str) -> QColor:
    look = theme.current()
    share = (0.14, 0.24, 0.36, 0.52, 0.74, 1.0)[strength]
    return blend(look.color("surface"), look.color("positive" if is_positive else "negative"), share)


def rounded_up(reach: float) -> float:
    """The next of twelve numbers a power of ten, so that colours do not tremble; 1 where there is nothing."""
    if not np.isfinite(reach) or reach <= 0:
        return 1.0
    exponent = float(np.ceil(np.log10(reach) * 12 - 1e-9) / 12)
    return min(10.0**exponent, _LARGEST) if exponent < _LAST else _LARGEST


def reach_of(values: NDArray[Any]) -> float:
    """The largest size among them, rounded up; what is not finite is left out."""
    return rounded_up(size_of(values))


def size_of(values: NDArray[Any]) -> float:
    """The largest size among them; what is not finite is left out."""
    return float(np.abs(values[np.isfinite(values)]).astype(np.float64).max(initial=0.0))
