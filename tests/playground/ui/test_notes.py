"""Marks at the ends of curves stand where the curve has come to, or not at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from playground.curves.plots.endings import Ending, draw_endings, name_places
from playground.ui.look import theme

FRAME = QRectF(0, 0, 200, 100)
PAPER = QColor("white")


def to_scene(x: float, y: float) -> QPointF:
    """Pixels, upwards from the foot of the frame."""
    return QPointF(x, FRAME.bottom() - y)


def painted(ending: Ending) -> QImage:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    draw_endings(painter, FRAME, [ending], to_scene)
    painter.end()
    return image


@pytest.mark.parametrize("height", [2, 50, 98])
def test_the_mark_is_where_the_value_is(qtbot: QtBot, height: int) -> None:
    image = painted(Ending(0, "", 60.0, float(height)))
    assert image.pixelColor(60, 100 - height) == theme.lane_color(0)
    rows = [y for y in range(100) if image.pixelColor(60, y) != PAPER]
    assert max(abs(y - (100 - height)) for y in rows) <= 5


@pytest.mark.parametrize(("height", "arrow"), [(400.0, "↑"), (-30.0, "↓")])
def test_what_has_left_the_frame_has_an_arrow_and_no_mark(qtbot: QtBot, height: float, arrow: str) -> None:
    for name in ("", "λ 0"):
        ending = Ending(0, name, 60.0, height)
        image = painted(ending)
        assert all(image.pixelColor(60, y) == PAPER for y in range(100)), "no mark"
        ((place, *_),) = name_places(FRAME, [ending], to_scene)
        assert FRAME.contains(place)
        assert place.width() > 0
        inside = [(x, y) for x in range(int(place.left()), int(place.right())) for y in range(100)]
        assert any(image.pixelColor(x, y) != PAPER for x, y in inside), arrow
