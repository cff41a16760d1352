"""The small plus that comes up on the net between two rows, to insert a layer there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text

SIDE = 20
NEAR = 10
"""So close to a boundary of two rows, in pixels, the pointer has to be."""


class InsertMark(QAbstractButton):
    """Lies over the stack, hidden until `offer`. ``gap``: the layer before which one would be inserted.

    The keys of the panel do the same, so it takes no focus.
    """

    wanted = Signal(int, QPoint)
    """Before which layer, and where on the screen a menu may open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gap = -1
        self.setObjectName("layers.insert")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setMouseTracking(True)
        help_text = self.tr("Insert a layer here. Ins and Shift+Ins do so behind and before the selected one.")
        self.setToolTip(field_text.wrapped(help_text))
        self.setAccessibleName(self.tr("Insert a layer here"))
        self.setAccessibleDescription(help_text)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def _on_clicked(self) -> None:
        self.wanted.emit(self.gap, self.mapToGlobal(QPoint(self.width(), self.height() // 2)))

    def offer(self, pointer: QPoint, boundaries: Mapping[int, int], net: range) -> None:
        """Comes up where the pointer is on the net, near a boundary of two rows.

        boundaries: layer -> height at which it begins. net: the pixels across that it takes.
        """
        gap = min(boundaries, key=lambda gap: abs(pointer.y() - boundaries[gap]))
        if pointer.x() in net and abs(pointer.y() - boundaries[gap]) <= NEAR:
            self.show_at(gap, (net.start + net.stop) // 2, boundaries[gap])
        else:
            self.dismiss()

    def show_at(self, gap: int, x: int, y: int) -> None:
        """Marks the boundary before layer ``gap``, whose middle is at (x, y) of the parent."""
        self.gap = gap
        self.setGeometry(x - SIDE // 2, y - SIDE // 2, SIDE, SIDE)
        if not self.isVisible():
            self.show()
            self.raise_()

    def dismiss(self) -> None:
        """Goes away, but not while what it has opened is there."""
        if QApplication.activePopupWidget() is None:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        is_hot = self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(look.color("accent"), 1.5))
        painter.setBrush(look.color("accent" if is_hot else "surface"))
        painter.drawEllipse(middle, SIDE / 2 - 2.5, SIDE / 2 - 2.5)
        pen = QPen(look.color("accent_text" if is_hot else "accent"), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for reach in (QPointF(3.4, 0), QPointF(0, 3.4)):
            painter.drawLine(middle - reach, middle + reach)
        painter.end()
