"""The paper of the drawing pad: a grey picture that strokes are added to and rubbed out of."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

SIDE: Final = 256
"""Height and width, in pixels, whatever the size of the pad on the screen."""
_EMPTY, _INK = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
"""Levels, not colours: 0 is paper and 255 is ink."""


class DigitCanvas:
    """Places are in pixels from the top left corner."""

    def __init__(self) -> None:
        self._image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        self.clear()

    @property
    def image(self) -> QImage:
        return self._image

    def clear(self) -> None:
        """Takes a new sheet."""
        self._image.fill(0)

    def take_over(self, other: DigitCanvas) -> None:
        """What is drawn on another one."""
        self._image = other.image.copy()

    def stroke(self, start: QPointF, stop: QPointF, width: float, *, erases: bool = False) -> None:
        """A line with round ends; a dot where it starts where it stops."""
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = _EMPTY if erases else _INK
        if start == stop:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(start, width / 2, width / 2)
        else:
            round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, round_cap, round_join))
            painter.drawLine(start, stop)
        painter.end()

    def ink(self) -> NDArray[np.float32]:
        """(SIDE, SIDE), 0 is paper and 1 is ink."""
        levels = np.frombuffer(self._image.constBits(), np.uint8).reshape(SIDE, self._image.bytesPerLine())[:, :SIDE]
        return levels.astype(np.float32) / np.float32(255)

    def is_empty(self) -> bool:
        return not np.frombuffer(self._image.constBits(), np.uint8).any()
