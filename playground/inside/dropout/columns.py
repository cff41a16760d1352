"""The thinned network as geometry: a column for the input and each dense layer, a circle a unit, wires between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from engine.arrays import Array
from engine.records import record

MOST_UNITS: Final = 16
"""Circles in a column; the other units are counted below."""
_FEWEST_UNITS: Final = 6
_MOST_WIRES: Final = 1200
"""Of the whole drawing, which has to be painted thirty times a second."""
_NARROWEST: Final = 30.0
"""Pixels from column to column; what does not fit is left out in the middle."""
_TALLEST: Final = 36.0
"""Pixels from circle to circle."""


@record(eq=False)
class Column:
    """The units of the input or of a dense layer. kept: (units,), those that are on; rate: how many are off on
    average."""

    name: str
    kept: NDArray[np.bool_]
    rate: float = 0.0

    @property
    def off(self) -> int:
        """How many units are off just now."""
        return len(self.kept) - int(np.count_nonzero(self.kept))


@record(eq=False)
class Placed:
    """A column on the screen. x: its middle; y: (circles,), from the top; kept: (circles,)."""

    index: int
    column: Column
    x: float
    y: Array
    kept: NDArray[np.bool_]

    @property
    def more(self) -> int:
        """Units that have no circle."""
        return len(self.column.kept) - len(self.y)


def shown_columns(count: int, width: float) -> list[int]:
    """Which columns there is room for: all, or the first and the last ones with one place left empty for the rest."""
    room = max(4, int(width // _NARROWEST))
    if count <= room:
        return list(range(count))
    head = room // 2
    return [*range(head), *range(count - (room - 1 - head), count)]


def most_circles(columns: int) -> int:
    """How many circles a column may have, so that the wires between so many columns can be painted quickly."""
    gaps = max(columns - 1, 1)
    return min(MOST_UNITS, max(_FEWEST_UNITS, math.isqrt(_MOST_WIRES // gaps)))


def place(columns: Sequence[Column], frame: QRectF) -> list[Placed]:
    """The columns that there is room for, evenly from left to right, each in the middle of the frame's height."""
    shown = shown_columns(len(columns), frame.width())
    places = len(shown) + (len(shown) < len(columns))
    left_out = next((at for at, (a, b) in enumerate(pairwise(shown)) if b != a + 1), len(shown))
    most = most_circles(len(shown))
    step = min(frame.height() / min(max(len(columns[index].kept) for index in shown), most), _TALLEST)
    placed = []
    for at, index in enumerate(shown):
        column = columns[index]
        circles = min(len(column.kept), most)
        y = frame.center().y() + (np.arange(circles) - (circles - 1) / 2) * step
        x = frame.left() + frame.width() * (at + (at > left_out) + 0.5) / places
        placed.append(Placed(index, column, x, y, column.kept[:circles]))
    return placed


def radius_of(placed: Sequence[Placed], frame: QRectF) -> float:
    """The radius of all circles, so that they neither touch nor fill their column."""
    if not placed:
        return 0.0
    step = min((float(np.diff(column.y).min()) for column in placed if len(column.y) > 1), default=_TALLEST)
    return min(max(0.34 * step, 2.0), 8.0, 0.22 * frame.width() / len(placed))


def height_of(placed: Sequence[Placed]) -> tuple[float, float]:
    """From the middle of the topmost circle to that of the lowest."""
    return min(float(column.y[0]) for column in placed), max(float(column.y[-1]) for column in placed)


def wires(placed: Sequence[Placed], radius: float) -> NDArray[np.float64]:
    """Between all units that are on, from circle to circle: (wires, 4), x and y of both ends."""
    parts = []
    for left, right in pairwise(placed):
        if right.index == left.index + 1:
            start, end = np.meshgrid(left.y[left.kept], right.y[right.kept])
            x = np.broadcast_to([left.x + radius, right.x - radius], (start.size, 2))
            parts.append(np.stack([x[:, 0], start.ravel(), x[:, 1], end.ravel()], axis=1))
    return np.concatenate(parts) if parts else np.empty((0, 4))
