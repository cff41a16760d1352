"""Where everything of the drawing stands: columns of units, from the input at the left to the output at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil, sqrt
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF

from engine.records import record

Style = Literal["tiles", "dots", "picture"]
"""Units one by one; gathered into a field of dots; or the pixels of one picture."""

LARGEST: Final = 42.0
"""Pixels from one unit to the next, at most ..."""
SMALLEST: Final = 13.0
"""... and at least, where units are drawn one by one."""
GAPS: Final = (22.0, 48.0)
"""Pixels between two columns, at least: where all are small, and where they are large."""
GATHERED: Final = 36
"""More units than this are gathered, until somebody opens them."""
ONE_BELOW_THE_OTHER: Final = 8
"""So few units rather stand in one line."""
FEW: Final = 5
"""The same where there is no room for so many."""
DOTS: Final = (3.0, 16.0)
"""Pixels from one dot to the next, at least and at most."""
OPEN: Final = 24.0
"""The same in a column that was opened."""
LINE: Final = 7.5
"""The same in a column with words beside each unit."""
_FIELDS: Final = (0.12, 0.62)
"""Width of a field of dots as a share of its height: where all are small, and where they are large."""
_OPEN_SHARE: Final = 0.45
"""Of the width, that an opened column may take, or one of thousands of units, of which the first ones are drawn."""
_SHARES: Final = 0.8
"""The same of all columns together."""
_FEW_DOTS: Final = 400
"""So many are drawn in any case."""
_STEPS: Final = 45
_LEAST: Final = 8.0
"""Pixels of the room, at least, each way."""
_BESIDE: Final = 5.0
"""What it costs, in the same pixels, where they do not."""
_FAR: Final = 0.12
"""What a pixel more between columns is worth in pixels of the units."""


@record
class Want:
    """What a column has to show. ``shape``: (height, width) where its units are the pixels of a picture, or their red,
    green and blue; ``has_words``: whether something is written beside each unit, so that they stand below each other
    if they can."""

    units: int
    shape: tuple[int, int] | None = None
    is_open: bool = False
    has_words: bool = False


@record(eq=False)
class Placed:
    """A column. ``x``, ``y``: the middles of the units that are drawn, (shown,), the first ones of ``units``;
    ``pitch``: pixels from one to the next. ``rect``: all of them."""

    index: int
    style: Style
    units: int
    pitch: float
    x: NDArray[np.float64]
    y: NDArray[np.float64]
    rect: QRectF

    @property
    def shown(self) -> int:
        return len(self.x)

    @property
    def side(self) -> float:
        """Of the square of one unit."""
        return self.pitch if self.style == "picture" else self.pitch - (3.0 if self.pitch >= SMALLEST else 1.0)

    def cell(self, unit: int) -> QRectF:
        """The square of a unit."""
        half = self.side / 2
        return QRectF(self.x[unit] - half, self.y[unit] - half, self.side, self.side)

    def unit_at(self, position: QPointF) -> int | None:
        """The unit at a place."""
        if not self.shown:
            return None
        far = np.maximum(np.abs(self.x - position.x()), np.abs(self.y - position.y()))
        nearest = int(far.argmin())
        return nearest if far[nearest] <= self.pitch / 2 else None


def place(wants: Sequence[Want], room: QRectF) -> tuple[Placed, ...]:
    """The columns in this room, as large as they can be with some pixels between them.

    However little room there is, each column has its place: while the window lays itself out there may be next to none.
    """
    if not wants:
        return ()
    room = QRectF(room.topLeft(), room.size().expandedTo(QSizeF(_LEAST, _LEAST)))
    apart = len(wants) - 1
    grids = _columns(tuple(wants), room.width(), room.height())
    rest = room.width() - sum(grid.width for grid in grids)
    gap = max(rest / apart, 4.0) if apart else 0.0
    placed = []
    left = room.left() if apart else room.left() + rest / 2
    for index, (want, grid) in enumerate(zip(wants, grids, strict=True)):
        placed.append(_placed(index, want, grid, left, room))
        left += grid.width + gap
    return tuple(placed)


@lru_cache(64)  # a drawing is laid out at each change of what is in it, mostly with the same columns in the same room
def _columns(wants: tuple[Want, ...], width: float, height: float) -> list[_Grid]:
    room = QSizeF(width, height)
    return _best(wants, room, GATHERED) or _best(wants, room, FEW) or _crowded(wants, room)


def _crowded(wants: Sequence[Want], room: QSizeF) -> list[_Grid]:
    """As small as can be; where that is still too wide, of the widest columns only the first units."""
    grids = [_grid(want, room, 0, FEW) for want in wants]
    most = room.width() * min(_OPEN_SHARE, _SHARES / len(wants))
    if sum(grid.width for grid in grids) > room.width() * _SHARES:
        grids = [_narrowed(grid, most) for grid in grids]
    return grids


def _narrowed(grid: _Grid, most: float) -> _Grid:
    """No wider than so many pixels, unless it has few dots."""
    columns = max(int(most / grid.pitch), ceil(_FEW_DOTS / grid.rows))
    if grid.style != "dots" or columns >= grid.columns:
        return grid
    return replace(grid, columns=columns, shown=columns * grid.rows)


def _best(wants: Sequence[Want], room: QSizeF, gathered: int) -> list[_Grid]:
    """What looks best where columns of more units than this are gathered; nothing where there is no room for it."""
    found = (_grids(wants, room, step / _STEPS, gathered) for step in range(_STEPS + 1))
    score, grids = max(found, key=lambda pair: pair[0])
    return grids if score > 0 else []


def _grids(wants: Sequence[Want], room: QSizeF, share: float, gathered: int) -> tuple[float, list[_Grid]]:
    """How good it would look, and what it is: large units, far enough apart that lines between them can be told."""
    of_each = {want: _grid(want, room, share, gathered) for want in set(wants)}
    grids = [of_each[want] for want in wants]
    apart = max(1, len(wants) - 1)
    gap = (room.width() - sum(grid.width for grid in grids)) / apart
    least = GAPS[0] + (GAPS[1] - GAPS[0]) * share
    if gap < least:
        return gap - least - 1000, grids
    beside = sum(grid.columns - 1 for want, grid in zip(wants, grids, strict=True) if want.units <= ONE_BELOW_THE_OTHER)
    pitch = (
        max(SMALLEST, LARGEST * share)
        - _BESIDE * beside
        + (DOTS[1] * share if any(g.style == "dots" for g in grids) else 0)
    )
    return pitch + _FAR * min(gap, 3 * GAPS[1]), grids


@record
class _Grid:
    style: Style
    pitch: float
    columns: int
    rows: int
    shown: int

    @property
    def width(self) -> float:
        return self.pitch * self.columns


def _grid(want: Want, room: QSizeF, share: float, gathered: int) -> _Grid:
    """How the units of a column stand; ``share``: from 0, as small as can be, to 1."""
    units, height = want.units, room.height()
    if want.shape is not None:
        high, wide = want.shape
        side = min(height, 50.0 + 90.0 * share)
        return _Grid("picture", side / max(high, wide), wide, high, units)
    if want.has_words and height / units >= LINE:
        pitch = min(height / units, max(SMALLEST, LARGEST * share))
        return _Grid("tiles", pitch, 1, units, units)
    if units > gathered and not want.is_open:
        pitch = max(DOTS[0], min(DOTS[1], DOTS[1] * 1.2 * share))
        field = _FIELDS[0] + (_FIELDS[1] - _FIELDS[0]) * share
        rows = max(1, min(int(height / pitch), ceil(sqrt(units / field))))
        return _Grid("dots", pitch, ceil(units / rows), rows, units)
    if units > GATHERED:
        rows = max(1, int(height / OPEN))
        columns = min(ceil(units / rows), max(1, int(room.width() * _OPEN_SHARE / OPEN)))
        return _Grid("tiles", OPEN, columns, rows, min(units, rows * columns))
    pitch = max(SMALLEST, LARGEST * share)
    columns = ceil(units / max(1, int(height / pitch)))
    return _Grid("tiles", pitch, columns, ceil(units / columns), units)


def _placed(index: int, want: Want, grid: _Grid, left: float, room: QRectF) -> Placed:
    is_picture = grid.style == "picture"
    number = np.arange(grid.shown)
    # Pictures row by row; layers column by column, so that neighbours stand below each other.
    channels = want.units // (grid.rows * grid.columns) if is_picture else 1
    pixel, channel = np.divmod(number, channels)  # those of a pixel stand side by side within it
    row, column = np.divmod(pixel, grid.columns) if is_picture else (number % grid.rows, number // grid.rows)
    high = grid.pitch * grid.rows
    top = room.top() + (room.height() - high) / 2
    # A last column that is not full stands in the middle of the others.
    missing = 0 if is_picture else (grid.rows - np.bincount(column, minlength=grid.columns)[column]) / 2
    x = left + (column + (channel + 0.5) / channels) * grid.pitch
    y = top + (row + missing + 0.5) * grid.pitch
    rect = QRectF(left, top, grid.width, high)
    return Placed(index, grid.style, want.units, grid.pitch, np.asarray(x, float), np.asarray(y, float), rect)
