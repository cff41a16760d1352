"""Where the picture and the maps stand: the picture on top, and below it a band for each layer."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from engine.records import record

CAPTION: Final = 17.0
GAP: Final = 3.0
_SHARE: Final = 0.3
"""Of the height, that the picture takes, ..."""
_TOP: Final = 110.0
"""... and pixels, at least."""
_BAND: Final = 52.0
"""Pixels of a layer's band, at least."""
_MOST: Final = 120.0
_ROWS: Final = (1, 2, 3, 4)


class Spot(NamedTuple):
    """A number of a map. ``layer``: its place among those that are shown, -1 for the picture itself."""

    layer: int
    channel: int
    row: int
    column: int


@record
class Band:
    """The maps of one layer, or the channels of the picture. ``shape``: (height, width, channels)."""

    caption: QRectF
    maps: tuple[QRectF, ...]
    shape: tuple[int, int, int]

    def cell(self, spot: Spot) -> QRectF:
        """The square of one number."""
        return self.part(spot.channel, spot.row, spot.row + 1, spot.column, spot.column + 1)

    def part(self, channel: int, top: int, bottom: int, left: int, right: int) -> QRectF:
        """Rows ``top`` up to ``bottom`` and columns ``left`` up to ``right`` of a map."""
        whole = self.maps[channel]
        high, wide = whole.height() / self.shape[0], whole.width() / self.shape[1]
        return QRectF(
            whole.left() + left * wide, whole.top() + top * high, (right - left) * wide, (bottom - top) * high
        )

    def spot_at(self, layer: int, position: QPointF) -> Spot | None:
        for channel, rect in enumerate(self.maps):
            if rect.contains(position):
                row = int((position.y() - rect.top()) / rect.height() * self.shape[0])
                column = int((position.x() - rect.left()) / rect.width() * self.shape[1])
                return Spot(layer, channel, min(row, self.shape[0] - 1), min(column, self.shape[1] - 1))
        return None


@record
class Places:
    """bands[0] is the picture, bands[i + 1] layer i. ``detail``: where what a number is made of is told."""

    bands: tuple[Band, ...]
    detail: QRectF

    def spot_at(self, position: QPointF) -> Spot | None:
        return next((spot for i, band in enumerate(self.bands) if (spot := band.spot_at(i - 1, position))), None)


def least_height(layers: int) -> int:
    """Of a widget in which the maps of so many layers can be told apart."""
    return round(_TOP + GAP + layers * _BAND)


def places(shapes: Sequence[tuple[int, int, int]], width: float, height: float) -> Places:
    """shapes: (height, width, channels) of the picture and of each layer's maps."""
    top = min(max(height * _SHARE, _TOP), 130.0)
    picture = _band(shapes[0], QRectF(0, 0, top - CAPTION, top))
    right = max(rect.right() for rect in picture.maps) + 12
    detail = QRectF(right, 0, max(width - right, 40.0), top)
    each = (height - top - GAP) / max(len(shapes) - 1, 1)
    bands = [
        _band(shape, QRectF(0, top + GAP + index * each, width, each - GAP)) for index, shape in enumerate(shapes[1:])
    ]
    return Places((picture, *bands), detail)


def _band(shape: tuple[int, int, int], room: QRectF) -> Band:
    """As large as they can be side by side, in as many rows as that takes."""
    high, wide, channels = shape
    inner = max(room.height() - CAPTION, 6.0)
    best, columns = 0.0, channels
    for rows in _ROWS:
        across = ceil(channels / rows)
        size = min((room.width() + GAP) / across - GAP, ((inner + GAP) / rows - GAP) * wide / high, _MOST)
        if size > best:
            best, columns = size, across
    tall = best * high / wide
    maps = tuple(
        QRectF(
            room.left() + index % columns * (best + GAP),
            room.top() + CAPTION + index // columns * (tall + GAP),
            best,
            tall,
        )
        for index in range(channels)
    )
    return Band(QRectF(room.left(), room.top(), room.width(), CAPTION), maps, shape)
