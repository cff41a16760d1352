"""The small picture that the net sees, each pixel a sharp square."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import ramps, theme


class DigitPreview(QWidget):
    """Blank until `set_picture`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._colors = ramps.ink(theme.current())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(86, 86)

    def set_picture(self, shares: NDArray[Any] | None) -> None:
        """shares: (height, width), 0 is paper and 1 is ink; None for a blank."""
        self._image = None
        if shares is not None:
            levels = np.ascontiguousarray(np.rint(np.clip(shares, 0, 1) * 255).astype(np.uint8))
            height, width = levels.shape
            image = QImage(levels.tobytes(), width, height, width, QImage.Format.Format_Indexed8)
            image.setColorTable(self._colors)
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self.update()

    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter = QPainter(self)
        painter.fillRect(frame, QColor(look.sunken))
        if self._image is not None:
            largest = max(self._image.width(), self._image.height())
            ratio = self.devicePixelRatioF()
            scale = max(1, int((min(frame.width(), frame.height()) - 1) * ratio / largest)) / ratio  # whole pixels
            place = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
            place.moveCenter(frame.center())
            painter.drawImage(place, self._image)
        painter.setPen(QPen(QColor(look.border_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.end()
