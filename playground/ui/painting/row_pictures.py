"""Pictures of rows or of weights in a grid as wide as the widget, each pixel a sharp square."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import ramps, theme
from playground.ui.look.palette import Theme
from playground.ui.painting.picture_images import rgb_image, rgb_of
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.text import field_text

_GAP = theme.SPACE_2


class RowPictures(PlaceTips, QWidget):
    """A grid of small pictures with a word below each.

    Set `marked` on those that need attention; their word is written in the danger colour and bold.
    """

    def __init__(self, parent: QWidget | None = None, *, size: int = 40, diverging: bool = False) -> None:
        super().__init__(parent)
        self._wanted = size
        self._diverging = diverging
        self._images: list[QImage] = []
        self._shape = (size, size)
        """Pixels: height, width."""
        self._labels: tuple[str, ...] = ()
        self._tooltips: tuple[str, ...] = ()
        self._marked: tuple[bool, ...] = ()
        self._widest = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_rows(
        self,
        images: NDArray[Any],
        labels: Sequence[str] = (),
        *,
        tooltips: Sequence[str] = (),
        marked: Sequence[bool] = (),
    ) -> None:
        """Shows pictures.

        Args:
            images: (n, height, width) numbers; the largest is full ink. With ``diverging``, zero is the paper. Or
                (n, height, width, 3), from 0 to 1: in colour.
            labels: n words, or none.
            tooltips: n sentences, or none.
            marked: n flags, or none.
        """
        before = self._labels, len(self._images)
        self._shape = images.shape[1:3]
        if images.ndim == 4:
            self._images = [rgb_image(pixels) for pixels in rgb_of(images)]
        else:
            colors = _colors(theme.current(), self._diverging)
            self._images = [_image(pixels) for pixels in colors[_levels(np.asarray(images), self._diverging)]]
        self._labels, self._tooltips, self._marked = tuple(labels), tuple(tooltips), tuple(marked)
        if before != (self._labels, len(self._images)):
            self._widest = self._widest_label()
            self.updateGeometry()
        self.update()

    def count(self) -> int:
        """How many pictures there are."""
        return len(self._images)

    def picture_at(self, position: QPoint) -> int | None:
        """The index of the picture at a place in the widget."""
        return next((index for index in range(self.count()) if self.cell(index).contains(position)), None)

    def cell(self, index: int) -> QRect:
        """Where a picture and its word are."""
        size = self._cell_size()
        columns = self._columns(self.width())
        x = index % columns * (size.width() + _GAP)
        y = index // columns * (size.height() + _GAP)
        return QRect(QPoint(x, y), size)

    # --- sizes ---

    def _picture_size(self) -> QSize:
        """A whole number of device pixels for each pixel of the picture."""
        if not self._images:
            return QSize(self._wanted, self._wanted)
        height, width = self._shape
        scale = max(1, round(self._wanted * self.devicePixelRatioF() / max(height, width)))
        ratio = scale / self.devicePixelRatioF()
        return QSize(max(1, round(width * ratio)), max(1, round(height * ratio)))

    def _label_height(self) -> int:
        return self.fontMetrics().height() if self._labels else 0

    def _widest_label(self) -> int:
        metrics = self.fontMetrics()
        return max((metrics.horizontalAdvance(label) for label in set(self._labels)), default=0)

    def _cell_size(self) -> QSize:
        size = self._picture_size()
        return QSize(max(size.width(), self._widest), size.height() + self._label_height())

    def _columns(self, width: int) -> int:
        return max(1, (width + _GAP) // (self._cell_size().width() + _GAP))

    def heightForWidth(self, width: int) -> int:
        lines = -(-self.count() // self._columns(width))
        return max(0, lines * (self._cell_size().height() + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        width = 6 * (self._cell_size().width() + _GAP) - _GAP
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self._cell_size()

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        size = self._picture_size()
        colors = theme.current()
        for index, image in enumerate(self._images):
            cell = self.cell(index)
            if not cell.intersects(event.rect()):
                continue
            picture = QRect(cell.left() + (cell.width() - size.width()) // 2, cell.top(), size.width(), size.height())
            painter.drawImage(QRectF(picture), image)
            if index < len(self._labels):
                marked = index < len(self._marked) and self._marked[index]
                painter.setFont(theme.font("small", bold=marked))
                painter.setPen(QColor(colors.danger if marked else colors.muted))
                below = QRect(cell.left(), picture.bottom() + 1, cell.width(), self._label_height())
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._labels[index])
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._widest = self._widest_label()
            self.updateGeometry()

    def tip_at(self, position: QPoint) -> Tip | None:
        index = self.picture_at(position)
        if index is None or index >= len(self._tooltips):
            return None
        return Tip(field_text.wrapped(self._tooltips[index]), self.cell(index))


@cache
def _colors(colors: Theme, diverging: bool) -> NDArray[np.uint32]:
    """(256,) colours. They take longer to blend than many pictures to make."""
    return np.array((ramps.diverging if diverging else ramps.ink)(colors), np.uint32)


def _levels(images: NDArray[Any], diverging: bool) -> NDArray[np.uint8]:
    """Numbers to 0..255. (n, height, width) -> (n, height, width)"""
    finite = np.nan_to_num(images.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    size = np.abs(finite) if diverging else np.maximum(finite, 0)
    share = (finite if diverging else size) / max(float(size.max(initial=0)), 1e-12)
    levels: NDArray[np.uint8] = np.rint(share * 127 + 128 if diverging else share * 255).astype(np.uint8)
    return levels


def _image(pixels: NDArray[np.uint32]) -> QImage:
    """One picture. pixels: (height, width) colours"""
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()
