"""Where the small pictures of the lanes stand, and where the ticks of their axes are."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF

from engine.records import record

LEFT, BELOW = 38, 36
"""Room for the axes, in pixels."""
CAPTION = 20
_GAP = 12
_SMALL_GAP = 6
_MANY = 9
_LEAST = 56
"""Pixels of the side of a picture that says anything."""


@record
class Tiles:
    """Squares of one size in rows; `columns` of them in a row."""

    columns: int
    side: int
    places: tuple[QRectF, ...]
    gap: int = 0
    """Pixels between them."""

    def is_first(self, index: int) -> bool:
        """Whether a picture stands at the left, beside the axis."""
        return index % self.columns == 0

    def is_lowest(self, index: int) -> bool:
        """Whether nothing stands below a picture but the axis."""
        return index + self.columns >= len(self.places)


def arrange(count: int, room: QRectF) -> Tiles:
    """The arrangement with the largest pictures, in the middle of the room."""
    if not count:
        return Tiles(1, 8, ())
    gap = _GAP if count <= _MANY else _SMALL_GAP
    best = max(range(1, count + 1), key=lambda columns: (_side(count, columns, room, gap), -columns))
    side = max(_side(count, best, room, gap), 8)
    rows = -(-count // best)
    width = best * (side + gap) - gap
    height = rows * (side + CAPTION + gap) - gap
    left = room.left() + LEFT + max(0, (room.width() - LEFT - width) // 2)
    top = room.top() + max(0, (room.height() - BELOW - height) // 2)
    places = tuple(
        QRectF(left + index % best * (side + gap), top + CAPTION + index // best * (side + CAPTION + gap), side, side)
        for index in range(count)
    )
    return Tiles(best, side, places, gap)


def least_height(count: int, width: int) -> int:
    """With which each picture is large enough, where the room is so wide."""
    across = max(1, (width - LEFT + _SMALL_GAP) // (_LEAST + _SMALL_GAP))
    return -(-count // across) * (_LEAST + CAPTION + _SMALL_GAP) - _SMALL_GAP + BELOW if count else 0


def _side(count: int, columns: int, room: QRectF, gap: int) -> int:
    rows = -(-count // columns)
    across = (room.width() - LEFT + gap) / columns - gap
    down = (room.height() - BELOW + gap) / rows - gap - CAPTION
    return int(min(across, down))


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most so many round numbers between two, 1, 2 or 5 times a power of ten apart."""
    if not high > low:
        return []
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    apart = next(size * power for size in (1, 2, 5, 10, 20) if (high - low) / (size * power) <= most)
    first, last = math.ceil(low / apart), math.floor(high / apart)
    return [round(index * apart, 12) for index in range(first, last + 1)]
