"""The reasons, painted: a row a lane, and in it the picture under three kinds of light."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from engine.inspectors.answers.reasons import LaneReasons, Reasons
from engine.records import record
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.card import CardLine, draw_card
from playground.ui.painting.notes import draw_mark
from playground.ui.painting.picture_images import rgb_image, rgb_of
from playground.ui.painting.readable import ReadableCanvas, moved
from playground.ui.text.numbers import number, percent

_CAPTION: Final = 18.0
_GAP: Final = 8.0
_ROW: Final = 104.0
"""Pixels of a lane's row, at least."""
_DIMMED: Final = 0.55
"""What is left of the picture below the light."""
_STRONGEST: Final = 0.85
"""How much of a pixel the light covers where it is brightest."""


class Spot(NamedTuple):
    """A pixel of one of the pictures: which lane's row, which column of pictures, and where."""

    lane: int
    column: int
    row: int
    x: int


@record
class _Grid:
    left: float
    width: float
    height: float
    row: float

    def rect(self, lane: int, column: int) -> QRectF:
        left = self.left + column * (self.width + _GAP)
        return QRectF(left, _CAPTION + lane * self.row + _CAPTION, self.width, self.height)


class ReasonsCanvas(ReadableCanvas[Spot]):
    """Where the light falls is read off pixel by pixel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self.found: Reasons | None = None
        self._looks: list[LaneLook] = []
        self._classes: tuple[str, ...] = ()

    def sizeHint(self) -> QSize:
        return QSize(380, 320)

    def show_reasons(self, found: Reasons, looks: list[LaneLook], classes: tuple[str, ...]) -> None:
        """looks: of the lanes in ``found``."""
        self.found, self._looks, self._classes = found, looks, classes
        self.setMinimumHeight(round(_CAPTION + len(found.lanes) * _ROW))
        self.look_again()

    # --- where ------------------------------------------------------------------------------------------------------

    def headings(self) -> list[str]:
        """Of the columns. Without a convolution in any lane there is none for its maps."""
        names = [self.tr("Picture"), self.tr("Saliency"), self.tr("Occlusion")]
        if self.found is not None and any(of.cam is not None for of in self.found.lanes):
            names.append(self.tr("Grad-CAM"))
        return names

    def _grid(self) -> _Grid | None:
        if self.found is None or not self.found.lanes:
            return None
        height, width, _ = self.found.picture.shape
        columns, lanes = len(self.headings()), len(self.found.lanes)
        row = (self.height() - _CAPTION) / lanes
        wide = (self.width() - (columns - 1) * _GAP) / columns
        wide = max(min(wide, (row - _CAPTION - _GAP) * width / height), 12.0)
        return _Grid(0.0, wide, wide * height / width, row)

    def spot_at(self, position: QPointF) -> Spot | None:
        grid = self._grid()
        if grid is None or self.found is None:
            return None
        high, wide, _ = self.found.picture.shape
        for lane in range(len(self.found.lanes)):
            for column in range(len(self.headings())):
                rect = grid.rect(lane, column)
                if rect.contains(position):
                    row = int((position.y() - rect.top()) / rect.height() * high)
                    x = int((position.x() - rect.left()) / rect.width() * wide)
                    return Spot(lane, column, min(row, high - 1), min(x, wide - 1))
        return None

    def spot_by_key(self, key: Qt.Key) -> Spot | None:
        """Arrow keys over the picture; Page keys to the next lane."""
        if self.found is None or not self.found.lanes:
            return None
        high, wide, _ = self.found.picture.shape
        spot = self.spot or Spot(0, 1, high // 2, wide // 2)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            lane = moved(spot.lane, key, len(self.found.lanes) - 1, (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown))
            return None if lane is None else spot._replace(lane=lane)
        row = moved(spot.row, key, high - 1, (Qt.Key.Key_Up, Qt.Key.Key_Down))
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and row is not None:
            return spot._replace(row=row)
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return None
        on, x = divmod(spot.x + (1 if key == Qt.Key.Key_Right else -1), wide)
        column = min(max(spot.column + on, 0), len(self.headings()) - 1)
        return spot._replace(x=x, column=column)

    def is_there(self, spot: Spot) -> bool:
        if self.found is None:
            return False
        high, wide, _ = self.found.picture.shape
        fits = spot.row < high and spot.x < wide
        return fits and spot.lane < len(self.found.lanes) and spot.column < len(self.headings())

    # --- words ------------------------------------------------------------------------------------------------------

    def answer(self, lane: int) -> str:
        """What a lane says."""
        assert self.found is not None
        of = self.found.lanes[lane]
        if of.answer < 0:
            return self.tr("no answer")
        return self.tr("{answer}, {share}").format(answer=self._classes[of.answer], share=percent(of.share))

    def reading(self, spot: Spot) -> tuple[str, str]:
        """What is read off, and its figure."""
        assert self.found is not None
        of = self.found.lanes[spot.lane]
        if spot.column == 0:
            return self.tr("The pixel itself"), number(float(self.found.picture[spot.row, spot.x, 0]))
        values = _light(of, spot.column)
        value = 0.0 if values is None else float(values[spot.row, spot.x])
        if spot.column == 2:
            return self.tr("Probability lost when it is hidden"), percent(value)
        if spot.column == 1:
            return self.tr("How much the answer moves with it, of the most"), percent(value)
        return self.tr("How much its maps speak for the answer, of the most"), percent(value)

    def told(self, spot: Spot) -> str:
        words, figure = self.reading(spot)
        place = self.tr("{lane}, pixel {row}, {column}").format(
            lane=self._looks[spot.lane].name, row=spot.row + 1, column=spot.x + 1
        )
        return f"{place}. {words}: {figure}"

    # --- painting ---------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        grid, found = self._grid(), self.found
        if grid is None or found is None:
            return
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        painter.setPen(QColor(look.muted))
        for column, name in enumerate(self.headings()):
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, grid.width + _GAP / 2)
            painter.drawText(QPointF(grid.rect(0, column).left(), metrics.ascent()), text)
        for lane, (of, drawn) in enumerate(zip(found.lanes, self._looks, strict=True)):
            top = grid.rect(lane, 0).top() - _CAPTION
            draw_mark(painter, drawn.style, QPointF(8, top + _CAPTION / 2))
            painter.setPen(QColor(look.text))
            words = self.tr("{lane}: {answer}").format(lane=drawn.name, answer=self.answer(lane))
            room = QRectF(20, top, self.width() - 20.0, _CAPTION)
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            for column in range(len(self.headings())):
                rect = grid.rect(lane, column)
                painter.drawImage(rect, _lit(found.picture, _light(of, column)))
                painter.setPen(QPen(look.color("border"), 1))
                painter.drawRect(rect)
        if self.spot is not None and self.is_there(self.spot):
            self._paint_reading(painter, grid, self.spot)
        painter.end()

    def _paint_reading(self, painter: QPainter, grid: _Grid, spot: Spot) -> None:
        assert self.found is not None
        high, wide, _ = self.found.picture.shape
        painter.setPen(QPen(theme.current().color("accent"), 1.5))
        for column in range(len(self.headings())):
            rect = grid.rect(spot.lane, column)
            cell = QRectF(
                rect.left() + spot.x * rect.width() / wide,
                rect.top() + spot.row * rect.height() / high,
                rect.width() / wide,
                rect.height() / high,
            )
            painter.drawRect(cell)
        words, figure = self.reading(spot)
        at = grid.rect(spot.lane, spot.column).center()
        title = self.tr("pixel {row}, {column}").format(row=spot.row + 1, column=spot.x + 1)
        draw_card(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), at, title, [CardLine(words, figure)])


def _light(of: LaneReasons, column: int) -> NDArray[np.float32] | None:
    return (None, of.saliency, of.occlusion, of.cam)[column]


def _lit(picture: NDArray[np.float32], light: NDArray[np.float32] | None) -> QImage:
    """The picture as ink on paper, with the light over it: what speaks for the answer in one colour, what speaks
    against it in another."""
    look = theme.current()
    values = picture if picture.shape[2] == 3 else picture[:, :, 0]
    low, high = float(values.min(initial=0.0)), float(values.max(initial=0.0))
    shares = (values - low) / (high - low) if high > low else np.zeros_like(values)
    pixels: NDArray[np.floating[Any]] = rgb_of(shares if light is None else shares * _DIMMED).astype(np.float32)
    if light is not None:
        if values.ndim == 3:  # pale, on the paper
            pixels += (np.array(_rgb(look.color("sunken")), np.float32)) * (1 - _DIMMED)
        share = np.clip(np.nan_to_num(light), -1, 1)[:, :, None]
        for sign, name in ((1, "positive"), (-1, "negative")):
            color = np.array(_rgb(look.color(name)), np.float32)
            cover = np.maximum(sign * share, 0) * _STRONGEST
            pixels = pixels * (1 - cover) + color * cover
    return rgb_image(np.clip(pixels, 0, 255).astype(np.uint8))


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()
