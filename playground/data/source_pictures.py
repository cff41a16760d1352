"""A small picture of each source of rows, drawn when it is painted: real rows where they are at hand, symbols else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from engine.data.sources.digits import load_digits
from engine.data.sources.registry import source_of
from engine.data.toys.load import load_toy
from playground.ui.look import ramps, theme

_MARGIN: Final = 4.0
_N_POINTS: Final = 220
_POINT: Final = 1.4
_SHOWN_DIGITS: Final = (3, 8, 2, 5)


def _quarters(rect: QRectF) -> list[QRectF]:
    """Four equal places, row by row."""
    side = (rect.width() - 3 * _MARGIN) / 2
    starts = (_MARGIN, 2 * _MARGIN + side)
    return [QRectF(rect.left() + x, rect.top() + y, side, side) for y in starts for x in starts]


@cache
def _digits() -> list[NDArray[np.uint8]]:
    """The first row of some classes, from 0 to 255. (8, 8) each"""
    table = load_digits()
    rows = [table.features[int(np.argmax(table.labels == digit))] for digit in _SHOWN_DIGITS]
    return [(row.reshape(8, 8) * (255 / 16)).astype(np.uint8) for row in rows]


def _paint_digits(painter: QPainter, rect: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for place, pixels in zip(_quarters(rect), _digits(), strict=True):
        image = QImage(pixels.tobytes(), 8, 8, 8, QImage.Format.Format_Indexed8)
        image.setColorTable(ramps.ink(theme.current()))
        painter.drawImage(place, image)


@cache
def _points(toy: str) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Places from 0 to 1, (n, 2), and which colour each has, (n,): its class, or one of 256 for its number."""
    table = load_toy(toy, _N_POINTS, noise=0.02, seed=0)
    points, colors = table.features.astype(float), table.labels
    if table.task == "numbers":
        colors = np.rint(128 + 127 * table.labels / np.abs(table.labels).max()).astype(np.int64)
    if table.n_features == 1:  # the number is how far up a point lies
        points = np.stack([points[:, 0], table.labels / np.abs(table.labels).max() * 4], axis=1)
    return 0.5 + points * (0.5, -0.5) / float(np.abs(points).max()), colors


def _paint_toy(toy: str, painter: QPainter, rect: QRectF) -> None:
    places, chosen = _points(toy)
    room = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    painter.setPen(Qt.PenStyle.NoPen)
    source = source_of(toy)
    shades = ramps.diverging(theme.current()) if source.task == "numbers" and source.n_features == 2 else ()
    painter.setBrush(QColor(theme.current().accent))
    for (x, y), index in zip(places.tolist(), chosen.tolist(), strict=True):
        if source.task == "classes":
            painter.setBrush(theme.class_color(index))
        elif shades:
            painter.setBrush(QColor(shades[index]))
        painter.drawEllipse(QPointF(room.left() + x * room.width(), room.top() + y * room.height()), _POINT, _POINT)


# --- symbols, in a square from (0, 0) to (1, 1) -----------------------------------------------------------------------


def _curve(start: tuple[float, float], *pieces: tuple[float, ...]) -> QPainterPath:
    """A line of straight pieces, given by their ends, and of curves, given by two handles and their ends."""
    path = QPainterPath(QPointF(*start))
    for piece in pieces:
        if len(piece) == 2:
            path.lineTo(*piece)
        else:
            path.cubicTo(*piece)
    return path


def _shape(*corners: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    path.closeSubpath()
    return path


def _ring() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(0.26, 0.1, 0.48, 0.8))
    return path


@cache
def _strokes() -> list[QPainterPath]:
    """5, 0, 4 and 1, as a hand writes them: how MNIST begins."""
    five = _curve(
        (0.74, 0.1), (0.36, 0.12), (0.32, 0.46), (0.62, 0.3, 0.85, 0.5, 0.72, 0.74), (0.62, 0.94, 0.36, 0.92, 0.24, 0.8)
    )
    four = _curve((0.34, 0.12), (0.24, 0.34, 0.2, 0.46, 0.26, 0.52), (0.4, 0.58, 0.6, 0.52, 0.72, 0.48))
    four.addPath(_curve((0.7, 0.1), (0.68, 0.4, 0.64, 0.7, 0.6, 0.92)))
    one = _curve((0.58, 0.1), (0.54, 0.36, 0.48, 0.64, 0.42, 0.9))
    return [five, _ring(), four, one]


@cache
def _clothes() -> list[QPainterPath]:
    """A shirt, trousers, a shoe and a bag."""
    shirt = _shape(
        *((0.36, 0.12), (0.64, 0.12), (0.96, 0.3), (0.86, 0.5), (0.73, 0.42)),
        *((0.73, 0.9), (0.27, 0.9), (0.27, 0.42), (0.14, 0.5), (0.04, 0.3)),
    )
    trousers = _shape((0.3, 0.08), (0.7, 0.08), (0.78, 0.92), (0.58, 0.92), (0.5, 0.34), (0.42, 0.92), (0.22, 0.92))
    shoe = _curve((0.06, 0.34), (0.34, 0.34), (0.46, 0.56, 0.94, 0.5, 0.94, 0.78), (0.06, 0.78))
    bag = _shape((0.12, 0.38), (0.88, 0.38), (0.8, 0.9), (0.2, 0.9))
    handle = QPainterPath()
    handle.addRoundedRect(QRectF(0.32, 0.1, 0.36, 0.4), 0.18, 0.18)
    inside = QPainterPath()
    inside.addRoundedRect(QRectF(0.41, 0.19, 0.18, 0.4), 0.09, 0.09)
    return [shirt, trousers, shoe, handle.subtracted(inside).united(bag)]


def _paint_strokes(painter: QPainter, rect: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place, path in zip(_quarters(rect), _strokes(), strict=True):
        pen = QPen(
            QColor(theme.current().text),
            0.14,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        painter.setPen(pen)
        _draw(painter, place, path)


def _paint_clothes(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.current().muted))
    for place, path in zip(_quarters(rect), _clothes(), strict=True):
        _draw(painter, place, path)


def _draw(painter: QPainter, place: QRectF, path: QPainterPath) -> None:
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width(), place.height())
    painter.drawPath(path)
    painter.restore()


def _paint_table(painter: QPainter, rect: QRectF) -> None:
    """A heading, and rows below it; the last column holds the classes."""
    colors = theme.current()
    table = rect.adjusted(9, 11, -9, -11)
    width, height = table.width() / 3, table.height() / 4
    painter.fillRect(QRectF(table.left(), table.top(), table.width(), height), QColor(colors.border_strong))
    for row in range(1, 4):
        cell = QRectF(table.left() + 2 * width, table.top() + row * height, width, height)
        painter.fillRect(cell, theme.class_color(row % 2))
    painter.setPen(QPen(QColor(colors.border_strong), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(table)
    for line in range(1, 4):
        y = table.top() + line * height
        painter.drawLine(QPointF(table.left(), y), QPointF(table.right(), y))
    for line in range(1, 3):
        x = table.left() + line * width
        painter.drawLine(QPointF(x, table.top()), QPointF(x, table.bottom()))


# --- which source has which -------------------------------------------------------------------------------------------

_SPRAYED: Final = (((0.24, 0.72), (0.36, 0.3), (0.62, 0.2)), ((0.4, 0.84), (0.62, 0.7), (0.82, 0.42)))
"""Start, bend and end of a spray of each class."""


def _paint_sprays(painter: QPainter, rect: QRectF) -> None:
    """Two strokes of a spray."""
    chance = np.random.default_rng(4)
    painter.setPen(Qt.PenStyle.NoPen)
    for label, ends in enumerate(_SPRAYED):
        painter.setBrush(theme.class_color(label))
        start, bend, end = (np.array(place) for place in ends)
        for share in np.linspace(0, 1, 40):
            at = (1 - share) ** 2 * start + 2 * share * (1 - share) * bend + share**2 * end
            x, y = at + 0.045 * chance.standard_normal(2)
            painter.drawEllipse(QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()), _POINT, _POINT)


Paint: TypeAlias = Callable[[QPainter, QRectF], None]

PICTURES: Final[dict[str, Paint]] = {
    "digits": _paint_digits,
    "painted": _paint_sprays,
    "mnist": _paint_strokes,
    "fashion_mnist": _paint_clothes,
}
"""Of sources that have a picture of their own."""


def painter(source: str) -> Paint:
    """What paints the picture of a source, or of a file, into a rectangle: its own, the points of rows that are made,
    or a table."""
    made = partial(_paint_toy, source) if source_of(source).is_made else _paint_table
    return PICTURES.get(source, made)
