"""Filters, a line each: now, at the start, what has changed, and the patches in which each finds most."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.inspectors.answers.filters import Filters
from playground.inside.weights.colors import image, levels
from playground.ui.look import theme
from playground.ui.painting.picture_images import rgb_image, rgb_of
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import count, number, percent

_CAPTION: Final = 18.0
_SIDE: Final = 36.0
_GAP: Final = 4.0
_NUMBER: Final = 22.0
_WEIGHTS: Final = 3
"""Pictures of weights in front of the patches: now, at the start, and what has changed."""
_APART: Final = 16.0
"""Between them and the patches: room for the last of their words."""


class Spot(NamedTuple):
    """column: below `_WEIGHTS` one of the pictures of weights, and then the patches."""

    filter: int
    column: int


class FiltersCanvas(ReadableCanvas[Spot]):
    """Weights have full colour at the largest of all that are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.found: Filters | None = None
        self._weights: list[list[QImage]] = []
        self._patches: list[list[QImage]] = []

    def sizeHint(self) -> QSize:
        return QSize(380, 320)

    def show_filters(self, found: Filters) -> None:
        self.found = found
        reach = float(max(np.abs(found.weight).max(initial=0), np.abs(found.start).max(initial=0))) or 1.0
        each = zip(found.weight, found.start, found.weight - found.start, strict=True)
        self._weights = [[image(levels(values, reach)) for values in three] for three in each]
        shares = found.patches if found.patches.shape[-1] == 3 else found.patches[..., 0]
        self._patches = [[rgb_image(rgb_of(patch)) for patch in patches] for patches in shares]
        self.setMinimumHeight(round(_CAPTION + len(self._weights) * (_SIDE + _GAP)))
        self.look_again()

    # --- where ------------------------------------------------------------------------------------------------------

    def _columns(self) -> int:
        """For which there is room."""
        if self.found is None:
            return 0
        room = int((self.width() - _NUMBER - _APART + _GAP) // (_SIDE + _GAP))
        return max(_WEIGHTS, min(_WEIGHTS + int(self.found.rows.shape[1]), room))

    def rect_of(self, spot: Spot) -> QRectF:
        apart = _APART if spot.column >= _WEIGHTS else 0.0
        left = _NUMBER + spot.column * (_SIDE + _GAP) + apart
        return QRectF(left, _CAPTION + spot.filter * (_SIDE + _GAP), _SIDE, _SIDE)

    def spot_at(self, position: QPointF) -> Spot | None:
        spots = (Spot(line, column) for line in range(len(self._weights)) for column in range(self._columns()))
        return next((spot for spot in spots if self.rect_of(spot).contains(position)), None)

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        if not self._weights:
            return None
        if self.spot is None:
            return Spot(0, 0)
        line = moved(self.spot.filter, key, len(self._weights) - 1, (Qt.Key.Key_Up, Qt.Key.Key_Down))
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return None if line is None else Spot(line, self.spot.column)
        column = moved(self.spot.column, key, self._columns() - 1, (Qt.Key.Key_Left, Qt.Key.Key_Right))
        return None if column is None else Spot(self.spot.filter, column)

    def is_there(self, spot: Spot) -> bool:
        return spot.filter < len(self._weights) and spot.column < self._columns()

    def told(self, spot: Spot) -> str:
        assert self.found is not None
        found, line = self.found, spot.filter
        if spot.column < _WEIGHTS:
            words = self.tr("Filter {filter}, on map {map}: it has changed by {change} of its size at the start")
            change = percent(float(found.change[line]), 0)
            return words.format(filter=line + 1, map=int(found.channel[line]) + 1, change=change)
        place = spot.column - _WEIGHTS
        words = self.tr("Filter {filter} finds {value} in training row {row}, its number {place} of {rows} rows")
        return words.format(
            filter=line + 1,
            value=number(float(found.found[line, place])),
            row=count(int(found.rows[line, place]) + 1),
            place=place + 1,
            rows=count(found.n_rows),
        )

    def tip(self, spot: Spot) -> str:
        return self.told(spot)

    def tip_place(self, spot: Spot) -> QPointF:
        return self.rect_of(spot).bottomLeft()

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.found is None:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(look.muted))
        names = (self.tr("now"), self.tr("start"), self.tr("change"), self.tr("strongest patches"))
        for column, name in enumerate(names):
            rect = self.rect_of(Spot(0, column))
            beside = self.rect_of(Spot(0, column + 1)).left() if column < _WEIGHTS else self.width()
            wide = beside - rect.left() - 2
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QPointF(rect.left(), metrics.ascent()), text)
        for line in range(len(self._weights)):
            place = self.rect_of(Spot(line, 0))
            painter.setPen(QColor(look.muted))
            room = QRectF(0, place.top(), _NUMBER - 5, place.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(line + 1))
            for column in range(self._columns()):
                self._paint(painter, Spot(line, column))
        painter.end()

    def _paint(self, painter: QPainter, spot: Spot) -> None:
        images = self._weights[spot.filter] + self._patches[spot.filter]
        rect, is_read = self.rect_of(spot), spot == self.spot
        painter.drawImage(rect, images[spot.column])
        painter.setPen(QPen(theme.current().color("accent" if is_read else "border"), 2 if is_read else 1))
        painter.drawRect(rect)
