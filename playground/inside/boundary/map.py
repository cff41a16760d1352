"""Decision regions, one square picture a lane, with the rows on top and the probabilities under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from engine.records import record
from playground.inside.boundary.colors import color_table, number_images, region_images
from playground.inside.boundary.points import PointPictures
from playground.inside.boundary.tiles import CAPTION, LEFT, Tiles, arrange, least_height, ticks
from playground.ui.look import number_scale, theme
from playground.ui.look.number_scale import NumberScale
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.notes import MARK, draw_mark
from playground.ui.painting.readable import ReadableCanvas
from playground.ui.text.numbers import number, percent
from playground.ui.text.short_names import apart, fewest_parts

TICKS_APART: Final = 56
"""Pixels."""
LEAST_TICKS: Final = 3
MOST_CLASSES: Final = 6
"""Classes that the card names."""
_SHADE: Final = 17
"""Levels that points of a number share one colour in: fewer pictures of points to paint."""
_STEP = 1 / 40
"""How far an arrow key moves the probe: a cell."""
_STEPS: Final = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, _STEP),
    Qt.Key.Key_Down: (0.0, -_STEP),
}


_FIGURE: Final = "88.8%"
"""As wide as figures mostly are."""
_BESIDE_NEXT: Final = 3
"""Pixels between a name that reaches into a gap and the mark of the next lane."""
_GAP: Final = 6
"""Pixels that a frame may stand out."""


@record
class Tile:
    """A lane's caption: its name, colour and mark, a figure at the right, and words where it has no regions."""

    name: str
    style: int
    figure: str = ""
    instead: str = ""


class Probe(NamedTuple):
    """A place in a tile: across from the left and up from the bottom, both from 0 to 1."""

    tile: int
    across: float
    up: float


@record(eq=False)
class Regions:
    """shares: (tiles, side, side, classes), upwards; x, y: what the pictures cover."""

    x: tuple[float, float]
    y: tuple[float, float]
    shares: NDArray[Any]

    def features(self, probe: Probe) -> tuple[float, float]:
        """What the two features are there."""
        (x0, x1), (y0, y1) = self.x, self.y
        return x0 + (x1 - x0) * probe.across, y0 + (y1 - y0) * probe.up

    def at(self, probe: Probe) -> NDArray[Any]:
        """The probabilities there. (classes,)"""
        side = self.shares.shape[1]
        column, row = (min(max(int(value * side), 0), side - 1) for value in (probe.across, probe.up))
        cell: NDArray[Any] = self.shares[probe.tile, row, column]
        return cell


class BoundaryMap(ReadableCanvas[Probe]):
    """Give it `set_data`, then `show_regions` for every snapshot. Arrow keys move the probe where no pointer is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._tiles: list[Tile] = []
        self._focus = -1
        self._regions: Regions | None = None
        self._images: list[QImage] = []
        self._points = PointPictures()
        self._table = color_table(2)
        self._scale: NumberScale | None = None
        self._classes: tuple[str, ...] = ()
        self._axes = ("", "")
        self._raw: NDArray[Any] = np.zeros((0, 2))
        self._labels: NDArray[Any] = np.zeros(0, int)
        self._train: NDArray[Any] = np.zeros(0, bool)
        self._placed: tuple[Any, ...] = ()
        self._layout = Tiles(1, 8, ())
        self._names: list[str] = []
        """What stands above the tiles."""
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, max(140, least_height(len(self._tiles), self.width())))  # many lanes scroll

    # --- what is shown ----------------------------------------------------------------------------------------------

    def set_data(
        self,
        raw: NDArray[Any],
        labels: NDArray[Any],
        is_train: NDArray[Any],
        classes: Sequence[str],
        axes: tuple[str, str],
        scale: NumberScale | None = None,
    ) -> None:
        """raw: (n, 2), unscaled features; labels, is_train: (n,); ``axes``: the names of the two features.

        scale: where numbers are learned; ``classes`` is then what the number is called, alone.
        """
        self._scale = scale
        if scale is not None:
            labels = scale.levels(labels) // _SHADE * _SHADE
        self._raw, self._labels, self._train = raw, labels, is_train
        self._classes, self._axes = tuple(classes), axes
        self._table = color_table(len(classes))
        self._regions, self._images, self._placed = None, [], ()
        self.look_again()

    def show_regions(self, regions: Regions, tiles: Sequence[Tile], focus: int) -> None:
        """A tile for each lane; the one in focus is framed."""
        self._regions, self._focus = regions, focus
        if self._scale is None:
            self._images = region_images(regions.shares, self._table)
        else:
            self._images = number_images(regions.shares[..., 0], self._scale)
        if len(tiles) != len(self._tiles):
            self._tiles = list(tiles)
            self.updateGeometry()
            self._arrange()
        if [tile.name for tile in tiles] != [tile.name for tile in self._tiles] or len(self._names) != len(tiles):
            self._tiles = list(tiles)
            self._name_tiles()
        self._tiles = list(tiles)
        if self._placed != (regions.x, regions.y):
            self._placed = regions.x, regions.y
            low = np.array([regions.x[0], regions.y[0]])
            span = np.array([regions.x[1], regions.y[1]]) - low
            shades = None if self._scale is None else number_scale.colors()
            self._points.set_points((self._raw - low) / span, self._labels, self._train, shades)
        self.look_again()

    def reading(self) -> tuple[str, list[tuple[str, float]]] | None:
        """What the card says: the lane, and the probabilities of the likeliest classes."""
        return None if self.spot is None or self._regions is None else self._read(self.spot, self._regions)

    def _read(self, probe: Probe, regions: Regions) -> tuple[str, list[tuple[str, float]]]:
        shares = regions.at(probe)
        order = np.argsort(-np.nan_to_num(shares), kind="stable")[:MOST_CLASSES]
        return self._tiles[probe.tile].name, [(self._classes[label], float(shares[label])) for label in order]

    # --- the probe --------------------------------------------------------------------------------------------------

    def spot_at(self, position: QPointF) -> Probe | None:
        places = self._layout.places
        tile = next((index for index, place in enumerate(places) if place.contains(position)), None)
        if tile is None or self._regions is None or tile >= len(self._tiles):
            return None
        place = places[tile]
        across, up = (position.x() - place.left()) / place.width(), (place.bottom() - position.y()) / place.height()
        return Probe(tile, across, up)

    def spot_by_key(self, key: Qt.Key) -> Probe | None:
        step = _STEPS.get(key)
        if step is None or self._regions is None or not self._tiles:
            return None
        probe = self.spot or Probe(max(self._focus, 0), 0.5, 0.5)
        across, up = (min(max(at + by, 0.0), 0.999) for at, by in zip(probe[1:], step, strict=True))
        return Probe(probe.tile, across, up)

    def is_there(self, spot: Probe) -> bool:
        return self._regions is not None and spot.tile < len(self._tiles)

    def told(self, spot: Probe) -> str:
        if self._regions is None:
            return ""
        name, shares = self._read(spot, self._regions)
        figures = [f"{label} {self._written(share)}" for label, share in shares]
        return ", ".join([self._heading(spot, self._regions), name, *figures])

    def _written(self, share: float) -> str:
        """A probability, or a number that is learned."""
        return percent(share) if self._scale is None else number(share, 4)

    def _heading(self, probe: Probe, regions: Regions) -> str:
        x, y = regions.features(probe)
        return f"{self._axes[0]} {number(x)}   {self._axes[1]} {number(y)}"

    # --- painting ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        self._layout = arrange(len(self._tiles), QRectF(self.rect()).adjusted(0, 0, -2, 0))
        self._name_tiles()

    def _name_tiles(self) -> None:
        """What tells lanes apart, where there is no room for their names and figures."""
        metrics = QFontMetricsF(theme.font("small"))
        beside = self._layout.side - MARK - 5 - metrics.horizontalAdvance(_FIGURE) - 8
        names = [tile.name for tile in self._tiles]
        if any(metrics.horizontalAdvance(name) > beside for name in names):
            names = apart(names)  # all of them, or they would seem to be of different kinds
        rooms = map(self.room_of_name, self._layout.places)
        if any(metrics.horizontalAdvance(name) > room for name, room in zip(names, rooms, strict=True)):
            names = fewest_parts(names)  # lanes of one setting by their seed
        self._names = names

    def room_of_name(self, place: QRectF) -> float:
        """Pixels of a name that stands alone above a picture: it may reach into the gap behind it."""
        spare = min(self._layout.gap - _BESIDE_NEXT, self.width() - place.right())
        return place.width() - MARK - 5 + max(0.0, spare)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        if self._regions is not None:
            points = self._points.picture(self._layout.side, self.devicePixelRatioF())
            for index, tile in enumerate(self._tiles):
                if self._layout.places[index].adjusted(-_GAP, -CAPTION, _GAP, _GAP).intersects(QRectF(event.rect())):
                    self._paint_tile(painter, metrics, index, tile, points)
            self._paint_axes(painter, metrics, self._regions)
            self._paint_probe(painter)
        painter.end()

    def _paint_tile(self, painter: QPainter, metrics: QFontMetricsF, index: int, tile: Tile, points: QImage) -> None:
        look, place = theme.current(), self._layout.places[index]
        self._paint_caption(painter, metrics, self._names[index], tile, place)
        if tile.instead:
            painter.fillRect(place, QColor(look.sunken))
            painter.setPen(QColor(look.muted))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(place.adjusted(4, 4, -4, -4), flags, tile.instead)
        elif index < len(self._images):
            painter.drawImage(place, self._images[index])
            painter.drawImage(place.topLeft(), points)
        is_framed = index == self._focus and len(self._tiles) > 1
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.accent if is_framed else look.border_strong), 2 if is_framed else 1))
        out = 1.0 if is_framed else 0.5
        painter.drawRect(place.adjusted(-out, -out, out, out))

    def _paint_caption(self, painter: QPainter, metrics: QFontMetricsF, name: str, tile: Tile, place: QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, tile.style, QPointF(place.left() + MARK / 2, place.top() - CAPTION / 2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        line = QRectF(place.left() + MARK + 5, place.top() - CAPTION, place.width() - MARK - 5, CAPTION - 1)
        width = metrics.horizontalAdvance(tile.figure)
        beside = line.width() - width - 8
        shows_figure = metrics.horizontalAdvance(name) <= beside
        room = beside if shows_figure else self.room_of_name(place)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(look.text))
        words = QRectF(line.topLeft(), QSizeF(room, line.height()))
        painter.drawText(words, middle, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
        if shows_figure:
            painter.setPen(QColor(look.muted))
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, tile.figure)

    def _paint_axes(self, painter: QPainter, metrics: QFontMetricsF, regions: Regions) -> None:
        """Ticks below the lowest and left of the first pictures, and the name of each axis once."""
        painter.setPen(QColor(theme.current().muted))
        side, high = self._layout.side, metrics.height()
        most = max(LEAST_TICKS, side // TICKS_APART)
        for index, place in enumerate(self._layout.places):
            if self._layout.is_lowest(index):
                for value in ticks(*regions.x, most):
                    x = place.left() + (value - regions.x[0]) / (regions.x[1] - regions.x[0]) * side
                    below = QRectF(x - 40, place.bottom() + 3, 80, high)
                    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, number(value, 6))
            if self._layout.is_first(index):
                for value in ticks(*regions.y, most):
                    y = place.bottom() - (value - regions.y[0]) / (regions.y[1] - regions.y[0]) * side
                    beside = QRectF(place.left() - LEFT, y - high / 2, LEFT - 5, high)
                    painter.drawText(beside, Qt.AlignmentFlag.AlignRight, number(value, 6))
        all_of_them = QRectF(self._layout.places[0])
        for place in self._layout.places:
            all_of_them = all_of_them.united(place)
        width, height = all_of_them.width(), all_of_them.height()
        name = metrics.elidedText(self._axes[0], Qt.TextElideMode.ElideRight, width)
        below = QRectF(all_of_them.left(), all_of_them.bottom() + 3 + high, width, high + 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, name)
        painter.save()
        painter.translate(all_of_them.left() - LEFT, all_of_them.center().y())
        painter.rotate(-90)
        name = metrics.elidedText(self._axes[1], Qt.TextElideMode.ElideRight, height)
        painter.drawText(QRectF(-height / 2, 0, height, high), Qt.AlignmentFlag.AlignHCenter, name)
        painter.restore()

    def _paint_probe(self, painter: QPainter) -> None:
        """A cross at the same place in every picture, and the card in one of them."""
        probe, regions = self.spot, self._regions
        if probe is None or regions is None:
            return
        name, shares = self._read(probe, regions)
        painter.setPen(QPen(QColor(theme.current().text), 1))
        for place in self._layout.places:
            x, y = place.left() + probe.across * place.width(), place.bottom() - probe.up * place.height()
            painter.drawLine(QPointF(x - 5, y), QPointF(x + 5, y))
            painter.drawLine(QPointF(x, y - 5), QPointF(x, y + 5))
        place = self._layout.places[probe.tile]
        at = QPointF(place.left() + probe.across * place.width(), place.bottom() - probe.up * place.height())
        lines = [CardLine(name, style=self._tiles[probe.tile].style)]
        for label, share in shares:
            if self._scale is None:
                color = theme.class_color(self._classes.index(label))
            else:
                color = QColor(number_scale.colors()[int(self._scale.levels(np.array(share)))])
            lines.append(CardLine(label, self._written(share), color=color))
        draw_card(painter, QRectF(self.rect()), at, self._heading(probe, regions), lines)
