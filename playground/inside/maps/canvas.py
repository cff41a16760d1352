"""The maps, painted: the picture, a band for each layer, and, at the number that is read off, what it is made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.inspectors.answers.maps import Maps, Patch, receptive_field
from playground.inside.maps.detail import paint_detail, told
from playground.inside.maps.places import Band, Places, Spot, least_height, places
from playground.inside.weights.colors import image, levels
from playground.ui.look import theme
from playground.ui.painting.picture_images import rgb_image, rgb_of
from playground.ui.painting.readable import ReadableCanvas

_KEYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MapsCanvas(ReadableCanvas[Spot]):
    """Each map has the colours of its layer: full colour at the largest of all its maps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.maps: Maps | None = None
        self._names: tuple[str, ...] = ()
        self._strips: list[QImage] = []
        """Of the picture and of each layer: its maps, one below the other."""

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    def show_maps(self, maps: Maps, names: tuple[str, ...]) -> None:
        """names: what stands above the picture, and above each layer."""
        self.maps, self._names = maps, names
        self._strips = [_strip(maps.picture, is_picture=True), *(_strip(layer.values) for layer in maps.layers)]
        self.setMinimumHeight(least_height(len(maps.layers)))
        self.look_again()

    def _where(self) -> Places | None:
        if self.maps is None:
            return None
        shapes = [self.maps.picture.shape, *(layer.values.shape for layer in self.maps.layers)]
        return places(shapes, float(self.width()), float(self.height()))

    # --- reading off ------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> Spot | None:
        where = self._where()
        return None if where is None else where.spot_at(position)

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        """Arrow keys move over a map, and on to the next map of the layer; Page keys from layer to layer."""
        where, spot = self._where(), self.spot
        if where is None:
            return None
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End) or (
            spot is None and key in _KEYS
        ):
            last = len(where.bands) - 2
            now = -1 if spot is None else spot.layer
            step = {Qt.Key.Key_PageUp: now - 1, Qt.Key.Key_Home: -1, Qt.Key.Key_End: last}.get(key, now + 1)
            layer = max(-1, min(step, last))
            height, width, _ = where.bands[layer + 1].shape
            return Spot(layer, 0, height // 2, width // 2)
        if spot is None or key not in _KEYS:
            return None
        height, width, channels = where.bands[spot.layer + 1].shape
        row, column = spot.row + _KEYS[key][0], spot.column + _KEYS[key][1]
        on, column = divmod(column, width)
        channel = min(max(spot.channel + on, 0), channels - 1)
        return Spot(spot.layer, channel, min(max(row, 0), height - 1), column)

    def is_there(self, spot: Spot) -> bool:
        where = self._where()
        if where is None or spot.layer + 1 >= len(where.bands):
            return False
        shape = where.bands[spot.layer + 1].shape
        return spot.row < shape[0] and spot.column < shape[1] and spot.channel < shape[2]

    def told(self, spot: Spot) -> str:
        return "" if self.maps is None else told(self.maps, self._names, spot)

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        where, maps = self._where(), self.maps
        if where is None or maps is None:
            return
        painter = QPainter(self)
        for band, name, strip in zip(where.bands, self._names, self._strips, strict=True):
            self._paint_band(painter, band, name, strip)
        spot = self.spot if self.spot is not None and self.is_there(self.spot) else None
        if spot is not None:
            self._paint_fields(painter, where, maps, spot)
        paint_detail(painter, where.detail, maps, self._names, spot)
        painter.end()

    def _paint_band(self, painter: QPainter, band: Band, name: str, strip: QImage) -> None:
        look = theme.current()
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(look.muted))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(band.caption.width(), 60.0))
        painter.drawText(QPointF(band.caption.left(), band.caption.top() + metrics.ascent()), text)
        painter.setPen(QPen(look.color("border"), 1))
        height, width, _ = band.shape
        for channel, rect in enumerate(band.maps):
            painter.drawImage(rect, strip, QRectF(0, channel * height, width, height))
        painter.drawRects(list(band.maps))

    def _paint_fields(self, painter: QPainter, where: Places, maps: Maps, spot: Spot) -> None:
        """The number itself, what it sees of the layer before, and from there back to the picture."""
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if spot.layer >= 0:
            here = Patch(spot.row, spot.row + 1, spot.column, spot.column + 1)
            fields = receptive_field(maps.layers, spot.layer, here)
            for index, patch in enumerate(fields):
                band = where.bands[index]
                is_next = index == spot.layer
                painter.setPen(QPen(look.color("accent"), 2.0 if index == 0 else 1.0))
                for channel in self._channels(maps, spot, index, is_next):
                    painter.drawRect(band.part(channel, patch.top, patch.bottom, patch.left, patch.right))
        painter.setPen(QPen(look.color("text"), 2.0))
        painter.drawRect(where.bands[spot.layer + 1].cell(spot).adjusted(-1, -1, 1, 1))

    def _channels(self, maps: Maps, spot: Spot, index: int, is_next: bool) -> range:
        """Which maps of a band to mark: of a layer that takes each map by itself only the one."""
        count = maps.picture.shape[2] if index == 0 else maps.layers[index - 1].values.shape[2]
        by_itself = all(layer.weight is None for layer in maps.layers[index : spot.layer + 1])
        if by_itself and spot.channel < count:
            return range(spot.channel, spot.channel + 1)
        return range(count)


def _strip(values: NDArray[np.float32], *, is_picture: bool = False) -> QImage:
    """(height, width, channels) -> the channels, one below the other, in the colours that they share; those of a
    picture in colour are red, green and blue themselves."""
    height, width, channels = values.shape
    if is_picture and channels == 3:
        return rgb_image(np.concatenate([_in_its_color(values, channel) for channel in range(channels)]))
    finite = values[np.isfinite(values)]
    reach = float(np.abs(finite).max(initial=0.0)) or 1.0
    return image(levels(values, reach).transpose(2, 0, 1).reshape(channels * height, width))


def _in_its_color(picture: NDArray[np.float32], channel: int) -> NDArray[np.uint8]:
    """The red, the green or the blue of a picture in colour, from black to full. picture: (height, width, 3)"""
    low, high = float(picture.min()), float(picture.max())
    alone = np.zeros_like(picture)
    alone[:, :, channel] = (picture[:, :, channel] - low) / ((high - low) or 1.0)
    return rgb_of(alone)
