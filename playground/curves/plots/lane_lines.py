"""Draws the lines of lanes: training solid, test dashed, other runs behind them."""

from __future__ import annotations

from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.curves.plots.drawn import FEW_LINES, MANY_LINES, Ghost, Lines, Prepared
from playground.ui.look import theme
from playground.ui.painting.lines.line_drawing import Scale, draw_band, draw_beginning, draw_dashes, draw_line

_WIDE, _THIN = 1.6, 1.0
_PALE, _FAINT, _BAND, _GAP = 0.45, 0.28, 0.16, 0.1
"""Opacity."""
_RING: Final = 4.0
"""Radius of the ring around a best value ..."""
_AROUND_MARK: Final = 7.0
"""... and where the lane's mark is, at the end of its line: a square in a smaller one would look like a disc."""


def draw_lines(painter: QPainter, frame: QRectF, scale: Scale, prepared: Prepared, ratio: float) -> None:
    """All of them, those of other runs behind. ratio: pixels of the screen for each."""
    lines = prepared.lines
    for ghost in prepared.ghosts:
        _draw_ghost(painter, frame, scale, ghost)
    for band in prepared.bands:
        low, high = (scale.points(band.ends).of(end) for end in (0, 1))
        draw_band(painter, frame, low, high, _paler(theme.lane_color(lines.looks[band.line].style), _BAND))
    train, test = scale.points(prepared.train), scale.points(prepared.test)
    faint = [scale.points(points) for points in prepared.faint]
    first_on_top = sorted(range(len(lines.looks)), key=lambda line: (line == lines.focus, -line))
    for line in first_on_top:
        pen = _pen(lines, line, ratio)
        if line != lines.focus and lines.are_many:  # there is one line each, so it need not be told from another
            draw_line(painter, test, line, pen)
            continue
        if lines.gap:
            draw_band(painter, frame, train.of(line), test.of(line), _paler(pen.color(), _GAP))
        for points in faint:
            draw_line(painter, points, line, _faint_pen(lines.looks[line].style))
        draw_line(painter, train, line, pen)
        if lines.has_test:
            draw_dashes(painter, frame, test, line, pen)
        if (lines.train.of(line)[0][:1] > lines.oldest).any():
            for points in (train, test):
                draw_beginning(painter, points, line, pen)
    for line, at, value in prepared.best:
        if line == lines.focus or not lines.are_many:
            place = scale.point(at, value)
            is_end = bool(np.nanmax(test.x[line], initial=-np.inf) <= place.x() + _RING)
            _draw_ring(painter, place, lines.looks[line].style, _AROUND_MARK if is_end else _RING)


def _draw_ghost(painter: QPainter, frame: QRectF, scale: Scale, ghost: Ghost) -> None:
    train, test = scale.points(ghost.train), scale.points(ghost.test)
    pen = theme.ghost_pen()
    for line in range(len(test)):
        if len(test) <= MANY_LINES:
            draw_line(painter, train, line, pen)
        draw_dashes(painter, frame, test, line, pen)


def _faint_pen(style: int) -> QPen:
    pen = theme.lane_pen(style, 1)
    pen.setColor(_paler(pen.color(), _FAINT))
    return pen


def _draw_ring(painter: QPainter, at: QPointF, style: int, radius: float) -> None:
    painter.setPen(QPen(theme.lane_color(style), 1.4))
    painter.setBrush(QColor(theme.current().surface))
    painter.drawEllipse(at, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _pen(lines: Lines, line: int, ratio: float) -> QPen:
    in_focus = line == lines.focus and lines.are_many
    width = _WIDE if len(lines.looks) <= FEW_LINES or in_focus else _THIN
    # Cosmetic pens count in pixels of the screen.
    pen = theme.lane_pen(lines.looks[line].style, width * ratio)
    if lines.are_many and not in_focus:
        pen.setColor(_paler(pen.color(), _PALE))
    return pen


def _paler(color: QColor, opacity: float) -> QColor:
    result = QColor(color)
    result.setAlphaF(opacity)
    return result
