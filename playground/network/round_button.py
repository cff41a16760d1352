"""The small round buttons that come up on the drawing: a plus, a minus."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from playground.ui.look import theme
from playground.ui.text import field_text

SIDE: Final = 16


class RoundButton(QAbstractButton):
    """Lies over the drawing, hidden until `show_at`. Keys of the drawing do the same, so it takes no focus."""

    def __init__(self, parent: QWidget, name: str, sign: Literal["+", "−"], title: str, help_text: str) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(help_text)
        self.setToolTip(field_text.wrapped(title, help_text))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.hide()

    def show_at(self, middle: QPointF) -> None:
        """Around a place in the drawing."""
        self.setGeometry(round(middle.x() - SIDE / 2), round(middle.y() - SIDE / 2), SIDE, SIDE)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        is_hot = self.isEnabled() and (self.underMouse() or self.isDown())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(look.color("accent" if self.isEnabled() else "border_strong"), 1.3))
        painter.setBrush(look.color("accent" if is_hot else "surface"))
        painter.drawEllipse(middle, SIDE / 2 - 1.5, SIDE / 2 - 1.5)
        pen = QPen(look.color("accent_text" if is_hot else "accent" if self.isEnabled() else "disabled"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        reaches = [QPointF(3, 0)] if self._sign == "−" else [QPointF(3, 0), QPointF(0, 3)]
        for reach in reaches:
            painter.drawLine(middle - reach, middle + reach)
        painter.end()
