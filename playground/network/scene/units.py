"""Paints the units of one column: by what they answer, and marked where they are dead, saturated or switched off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from engine.records import record
from playground.network.scene import colors
from playground.network.scene.layout import Placed
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from playground.ui.painting.picture_images import picture_shape, rgb_image, rgb_of

if TYPE_CHECKING:
    from engine.inspectors.net.network import Column

FLAT: Final = 0.75
"""A unit is marked as saturated where it is flat for at least this share of the rows."""
SILENT: Final = 0.02
"""Share of the reach below which a unit is grey: it says nothing to the row."""
PAPER: Final = 3.5
"""More pixels for each than this are wanted for a file, not for a screen."""
_ROUND: Final = 4.0
_SMALL: Final = 6.0
"""Dots of fewer pixels have no maps and no marks but their shape."""


@record(eq=False)
class Faces:
    """How a column is painted. ``reach``: the value of the full colour. pictures: (units, height, width), weights that
    stand for the units; none where they are shown by their maps or values. ``is_output``: values are probabilities."""

    column: Column
    reach: float
    pictures: NDArray[Any]
    picture_reach: float = 1.0


def paint(painter: QPainter, placed: Placed, faces: Faces, ratio: float) -> None:
    """ratio: pixels of the screen for each."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if placed.style == "picture":
        _paint_picture(painter, placed, faces)
    elif placed.style == "dots":
        _paint_dots(painter, placed, faces, ratio)
    else:
        _paint_tiles(painter, placed, faces, ratio)


# --- one by one -----------------------------------------------------------------------------------------------------


def _paint_tiles(painter: QPainter, placed: Placed, faces: Faces, ratio: float) -> None:
    column, look = faces.column, theme.current()
    maps = column.maps[: placed.shown]
    images: list[QImage] = []
    if len(faces.pictures):
        images = colors.images(faces.pictures[: placed.shown], faces.picture_reach, upwards=False)
    elif maps.size and maps.shape[1] > 1:
        images = colors.images(maps, faces.reach, upwards=True)
    lines = maps[:, 0] if maps.size and maps.shape[1] == 1 else np.zeros((0, 0))
    edge = QPen(look.color("border_strong"), 1)
    for unit in range(placed.shown):
        cell = placed.cell(unit)
        is_dead = bool(column.dead[unit])
        painter.setPen(edge)
        if unit < len(images):
            _paint_image(painter, cell, images[unit], ratio, is_smooth=not len(faces.pictures))
        elif unit < len(lines):
            _paint_line(painter, cell, lines[unit], faces.reach)
        else:
            fill = look.color("surface") if is_dead else colors.color(float(column.value[unit]), faces.reach)
            painter.setBrush(fill)
            painter.drawEllipse(cell)
        _paint_marks(painter, cell, is_dead, bool(column.flat[unit] >= FLAT), not column.kept[unit])
        if column.off[unit]:
            paint_off(painter, cell)


def _paint_image(painter: QPainter, cell: QRectF, image: QImage, ratio: float, *, is_smooth: bool) -> None:
    if is_smooth:
        side = max(1, round(cell.width() * ratio))
        image = image.scaled(side, side, mode=Qt.TransformationMode.SmoothTransformation)
    if ratio > PAPER:  # files know no brushes of pictures
        outline = QPainterPath()
        outline.addRoundedRect(cell, _ROUND, _ROUND)
        painter.save()
        painter.setClipPath(outline)
        painter.drawImage(cell, image)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        brush = QBrush(image)
        scale = QTransform.fromTranslate(cell.left(), cell.top())
        brush.setTransform(scale.scale(cell.width() / image.width(), cell.height() / image.height()))
        painter.setBrush(brush)
    painter.drawRoundedRect(cell, _ROUND, _ROUND)


def _paint_line(painter: QPainter, cell: QRectF, values: NDArray[Any], reach: float) -> None:
    """What a unit says along the only feature, above and below zero."""
    look = theme.current()
    painter.setBrush(look.color("sunken"))
    painter.drawRoundedRect(cell, _ROUND, _ROUND)
    painter.setPen(QPen(look.color("border_strong"), 0.8, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(cell.left() + 1, cell.center().y(), cell.right() - 1, cell.center().y()))
    inner = cell.adjusted(1.5, 2, -1.5, -2)
    y = inner.center().y() - np.clip(np.nan_to_num(values.astype(np.float64) / reach), -1, 1) * inner.height() / 2
    x = np.linspace(inner.left(), inner.right(), len(values))
    middle = float(np.nan_to_num(values.astype(np.float64)).mean())
    painter.setPen(QPen(look.color("positive" if middle >= 0 else "negative"), 1.4))
    painter.drawPolyline([QPointF(a, b) for a, b in zip(x.tolist(), y.tolist(), strict=True)])


def _paint_marks(painter: QPainter, cell: QRectF, is_dead: bool, is_flat: bool, is_off: bool) -> None:
    if is_dead:
        paint_dead(painter, cell)
    if is_flat:
        paint_saturated(painter, cell)
    if is_off:
        veil = theme.current().color("surface")
        veil.setAlphaF(0.62)
        painter.fillRect(cell.adjusted(-0.5, -0.5, 0.5, 0.5), veil)
        paint_cross(painter, cell)


def paint_dead(painter: QPainter, cell: QRectF) -> None:
    """Struck through."""
    painter.setPen(QPen(theme.current().color("danger"), 1.6))
    painter.drawLine(cell.bottomLeft() + QPointF(2, -2), cell.topRight() + QPointF(-2, 2))


def paint_saturated(painter: QPainter, cell: QRectF) -> None:
    """Between two bars, as a signal that is clipped."""
    painter.setPen(QPen(theme.current().color("warning"), 2))
    for y in (cell.top() + 1, cell.bottom() - 1):
        painter.drawLine(QLineF(cell.left() + 3, y, cell.right() - 3, y))


def paint_off(painter: QPainter, cell: QRectF) -> None:
    """A unit that is switched off for good: empty, framed, and crossed out from corner to corner."""
    look = theme.current()
    painter.setBrush(look.color("surface"))
    painter.setPen(QPen(look.color("danger"), 1.6))
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    inner = cell.adjusted(2, 2, -2, -2)
    painter.drawLines([QLineF(inner.topLeft(), inner.bottomRight()), QLineF(inner.bottomLeft(), inner.topRight())])


def paint_cross(painter: QPainter, cell: QRectF) -> None:
    """A unit that the coming step leaves out."""
    pen = QPen(theme.current().color("dropout"), max(1.4, cell.width() / 11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    inner = cell.adjusted(*(cell.width() * share for share in (0.22, 0.22, -0.22, -0.22)))
    painter.drawLines([QLineF(inner.topLeft(), inner.bottomRight()), QLineF(inner.bottomLeft(), inner.topRight())])


# --- gathered -------------------------------------------------------------------------------------------------------


def _paint_dots(painter: QPainter, placed: Placed, faces: Faces, ratio: float) -> None:
    """All units of a large column, put together as one picture."""
    side = max(2, int(placed.pitch * ratio))
    faces_of_units = _dots(faces, placed.shown, side)
    gap = max(1, round(ratio)) if side >= 4 else 0
    inner = side - gap
    left, top = placed.rect.left(), placed.rect.top()
    columns = np.rint((placed.x - left) / placed.pitch - 0.5).astype(int)
    tops = np.rint((placed.y - placed.pitch / 2 - top) / placed.pitch * side).astype(int)
    rows = int(np.ceil(placed.rect.height() / placed.pitch)) + 1
    canvas = np.full((rows * side, (int(columns.max()) + 1) * side), theme.current().color("surface").rgb(), np.uint32)
    for unit, (column, start) in enumerate(zip(columns.tolist(), tops.tolist(), strict=True)):
        canvas[start : start + inner, column * side : column * side + inner] = faces_of_units[unit, :inner, :inner]
    height, width = canvas.shape
    picture = QImage(canvas.tobytes(), width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, ratio * placed.pitch != side)
    painter.drawImage(QRectF(left, top, width * placed.pitch / side, height * placed.pitch / side), picture)


def _dots(faces: Faces, shown: int, side: int) -> NDArray[np.uint32]:
    """(shown, side, side) pixels."""
    column, look = faces.column, theme.current()
    table = colors.table()
    maps = column.maps
    if side >= _SMALL and len(maps) >= shown and maps.size:
        down, across = ((np.arange(side) * cells // side).astype(int) for cells in maps.shape[1:])
        pixels = table[colors.levels(maps[:shown, ::-1][:, down][:, :, across], faces.reach)]
    else:
        # A unit that says nothing is to be seen, too.
        found = np.array(table[colors.levels(column.value[:shown], faces.reach)])
        found[np.abs(np.nan_to_num(column.value[:shown])) < faces.reach * SILENT] = blend(
            look.color("surface"), look.color("border_strong"), 0.45
        ).rgb()
        pixels = np.repeat(np.repeat(found[:, None, None], side, axis=1), side, axis=2)
    marks = _stamps(side)
    paper = np.uint32(look.color("surface").rgb())
    for which, stamp, color in (
        (column.dead[:shown], marks[0], "danger"),
        (column.flat[:shown] >= FLAT, marks[1], "warning"),
        (~column.kept[:shown], marks[2], "dropout"),
        (column.off[:shown], marks[2], "danger"),
    ):
        if which.any():
            if color != "warning":
                pixels[which] = paper
            pixels[np.ix_(which, np.arange(side), np.arange(side))] = np.where(
                stamp, np.uint32(look.color(color).rgb()), pixels[which]
            )
    return pixels


def _stamps(side: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_], NDArray[np.bool_]]:
    """The marks of dead, saturated and dropped units: a stroke, two bars, a cross. (side, side) each."""
    down, across = np.mgrid[:side, :side]
    inner = side - 1 - (side >= 4)
    wide = max(1, side // 7)
    rising = np.abs(down + across - inner) < wide
    falling = np.abs(down - across) < wide
    bars = (down < wide) | (np.abs(down - inner) < wide)
    return rising, bars, rising | falling


# --- the pixels of a picture ----------------------------------------------------------------------------------------


def _paint_picture(painter: QPainter, placed: Placed, faces: Faces) -> None:
    look = theme.current()
    rect = placed.rect
    sides = round(rect.height() / placed.pitch), round(rect.width() / placed.pitch)
    values = np.nan_to_num(faces.column.value.astype(np.float64))
    low = float(values.min()) if placed.units > sides[0] * sides[1] else 0.0  # in colour nothing is paper
    share = ((values - low) / max(faces.reach - low, 1e-30)).reshape(picture_shape(placed.units, sides))
    picture = rgb_image(rgb_of(share))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    outline = QPainterPath()
    outline.addRoundedRect(rect, _ROUND, _ROUND)
    painter.save()
    painter.setClipPath(outline)
    painter.drawImage(rect, picture)
    painter.restore()
    painter.setPen(QPen(QColor(look.border_strong), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    for unit in np.flatnonzero(~faces.column.kept).tolist():
        paint_cross(painter, placed.cell(unit))
