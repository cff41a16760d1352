"""The drawing of the network for papers and slides: made anew in the light theme, as lines and shapes."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from playground.export import paper
from playground.network.drawing import NetworkDrawing
from playground.ui.look import theme
from playground.ui.look.palette import LIGHT

HEIGHT: Final = 340
_COLUMN: Final = 150
_LEAST: Final = 720
_LINES: Final = 5
"""Of words above a column, at most."""
_EDGE: Final = 12
_SPARE: Final = 0.85
"""Of the width is for the caption: fonts of other computers are wider."""
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip)


def network_svg(shown: NetworkDrawing, title: str, caption: str) -> bytes:
    """What the drawing shows just now, and below it, what it is of and what its marks mean."""
    with paper.light():
        twin = _twin(shown)
        text = QRect(_EDGE, twin.height(), int(twin.width() * _SPARE), 0)
        room = QFontMetrics(theme.font("small")).boundingRect(text, _WRAPPED, caption)

        def paint(painter: QPainter) -> None:
            twin.paint_sharp(painter)
            painter.setFont(theme.font("small"))
            painter.setPen(QColor(LIGHT.muted))
            painter.drawText(text.adjusted(0, 0, 0, room.height()), _WRAPPED, caption)

        try:
            return paper.drawn(twin.size().grownBy(QMargins(0, 0, 0, room.height() + _EDGE)), paint, title)
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
    """A second drawing of the same, as large as its columns need, and with room for all that is said of a layer: no
    list of layers stands beside it."""
    twin = NetworkDrawing()
    twin.most_lines = _LINES
    twin.resize(QSize(max(_LEAST, _COLUMN * (len(shown.plan.units) + 1)), HEIGHT))
    twin.set_data(shown.dataset)
    twin.set_plan(shown.plan, shown.labels)
    twin.set_lanes(shown.lanes)
    twin.show_look(shown.look)
    return twin
