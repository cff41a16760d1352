"""What is painted below and above the nets: the selected columns, names of inputs and lanes, the spot read off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from engine.visible import visible
from playground.network import headings
from playground.network.arrangement import NAMES
from playground.network.scene.layout import Placed
from playground.network.scene.scene import Plan, Scene, Spot, shown_names
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.notes import MARK, draw_mark
from playground.ui.text.elided_names import elided_names
from playground.ui.text.numbers import count

_ARM: Final = 5.0
"""Half of a snowflake."""


def paint_band(painter: QPainter, scenes: Sequence[Scene], plan: Plan, selected: frozenset[int]) -> None:
    """Behind the columns whose layers are selected."""
    look = theme.current()
    for index, block in enumerate(plan.blocks):
        if not selected.intersection(block.rows):
            continue
        for scene in scenes:
            if index < len(scene.placed):
                painter.setPen(QPen(look.color("accent_edge"), 1))
                painter.setBrush(look.color("accent_soft"))
                painter.drawRoundedRect(scene.placed[index].rect.adjusted(-4, -3, 4, 3), 6, 6)


def paint_frozen(painter: QPainter, scenes: Sequence[Scene]) -> None:
    """A dashed frame with a snowflake around the columns that training leaves as they are."""
    color = theme.current().color("accent")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for scene in scenes:
        for placed, column in zip(scene.placed, scene.net.columns if scene.net is not None else (), strict=False):
            if not column.is_frozen:
                continue
            frame = placed.rect.adjusted(-5, -4, 5, 4)
            painter.setPen(QPen(color, 1.2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 6, 6)
            paint_snowflake(painter, frame.topRight())


def paint_snowflake(painter: QPainter, middle: QPointF) -> None:
    """The mark of a layer that is frozen."""
    painter.setPen(QPen(theme.current().color("accent"), 1.6, c=Qt.PenCapStyle.RoundCap))
    for angle in (90.0, 30.0, 150.0):
        arm = QLineF.fromPolar(_ARM, angle)
        painter.drawLine(QLineF(middle - arm.p2(), middle + arm.p2()))


def paint_names(painter: QPainter, scenes: Sequence[Scene], plan: Plan, lanes: Sequence[LaneLook]) -> None:
    """Of the inputs, how many units a column has more than it shows, and of the lanes, where there are several."""
    painter.setFont(theme.font("small"))
    painter.setPen(theme.current().color("muted"))
    if len(scenes) == 1 and scenes[0].placed:
        if shown_names(plan.names, scenes[0].placed[0]):
            _paint_inputs(painter, plan.names, scenes[0].placed[0])
        for column in scenes[0].placed:
            if column.shown < column.units:
                _paint_more(painter, column, scenes[0].rect.bottom())
    for scene, lane in zip(scenes, lanes, strict=False):
        _paint_lane(painter, scene, lane)


def _paint_more(painter: QPainter, column: Placed, bottom: float) -> None:
    """Below the units that are drawn, or over the last of them, where there is no room: how many more there are."""
    text = f"+{count(column.units - column.shown)}"
    metrics = QFontMetricsF(painter.font())
    room = QRectF(0, column.rect.bottom(), metrics.horizontalAdvance(text) + 8, metrics.height())
    room.moveCenter(QPointF(column.rect.center().x(), room.center().y()))
    if room.bottom() > bottom:
        room.moveBottom(bottom)
        painter.fillRect(room, theme.current().color("surface"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


def _paint_inputs(painter: QPainter, names: Sequence[str], column: Placed) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = elided_names([visible(name) for name in names[: column.shown]], NAMES, metrics)
    for unit, text in enumerate(shown):
        middle = column.cell(unit).center().y()
        room = QRectF(column.rect.left() - NAMES - 6, middle - metrics.height() / 2, NAMES, metrics.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_lane(painter: QPainter, scene: Scene, lane: LaneLook) -> None:
    metrics = QFontMetricsF(painter.font())
    top = scene.rect.top() - headings.line_height() - 1
    draw_mark(painter, lane.style, QPointF(scene.rect.left() + MARK / 2, top + metrics.height() / 2))
    painter.setPen(theme.current().color("text"))
    room = QRectF(scene.rect.left() + MARK + 6, top, scene.rect.width() - MARK - 6, metrics.height())
    name = metrics.elidedText(visible(lane.name), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def paint_spot(painter: QPainter, scene: Scene, spot: Spot) -> None:
    """A frame around what is read off: a unit, with the lines that lead to it and from it, or a weight."""
    if spot.source < 0:
        scene.paint_edges_of(painter, spot.column, spot.unit)
        scene.paint_units(painter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.current().color("accent"), 2))
    if spot.unit >= 0:
        painter.drawRoundedRect(scene.placed[spot.column].cell(spot.unit).adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
    if spot.source >= 0:
        left = scene.placed[spot.column - 1]
        painter.drawRoundedRect(left.cell(spot.source).adjusted(-1.5, -1.5, 1.5, 1.5), 5, 5)
        paint_weight(painter, scene, spot)


def paint_weight(painter: QPainter, scene: Scene, spot: Spot) -> None:
    """The line from unit to unit, in the accent."""
    left, right = scene.placed[spot.column - 1], scene.placed[spot.column]
    start = QPointF(float(left.x[spot.source]) + left.side / 2, float(left.y[spot.source]))
    end = QPointF(float(right.x[spot.unit]) - right.side / 2, float(right.y[spot.unit]))
    middle = (start.x() + end.x()) / 2
    path = QPainterPath(start)
    path.cubicTo(middle, start.y(), middle, end.y(), end.x(), end.y())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.current().color("accent"), 2))
    painter.drawPath(path)
