"""The drawing of the network for papers and slides: made anew in the light theme, as lines and shapes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from playground.export import paper
from playground.network.drawing import NetworkDrawing
from playground.ui.look.palette import LIGHT

HEIGHT: Final = 340
_COLUMN: Final = 150
_LEAST: Final = 720


def network_svg(shown: NetworkDrawing, title: str) -> bytes:
    """What the drawing shows just now."""
    with paper.light():
        twin = _twin(shown)
        try:
            return paper.drawn(twin.size(), twin.paint_sharp, title)
        finally:
            twin.deleteLater()


def network_image(shown: NetworkDrawing) -> QImage:
    """The same as a picture for the clipboard."""
    with paper.light():
        twin = _twin(shown)
        image = QImage(twin.size() * paper.SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(paper.SCALE)
        image.fill(QColor(LIGHT.surface))
        painter = QPainter(image)
        try:
            twin.paint_sharp(painter)
        finally:
            painter.end()
            twin.deleteLater()
    image.setDevicePixelRatio(1)
    return image


def _twin(shown: NetworkDrawing) -> NetworkDrawing:
    """A second drawing of the same, as large as its columns need."""
    twin = NetworkDrawing()
    twin.resize(QSize(max(_LEAST, _COLUMN * (len(shown.plan.units) + 1)), HEIGHT))
    twin.set_data(shown.dataset)
    twin.set_plan(shown.plan, shown.labels)
    twin.set_lanes(shown.lanes)
    twin.show_look(shown.look)
    return twin
