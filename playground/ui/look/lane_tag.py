"""Which lane a view shows: its mark and its name, for the header of a panel."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.notes import MARK, draw_mark
from playground.ui.text import field_text

_LONGEST = 150


class LaneTag(QWidget):
    """Empty until `show_lane`."""

    def __init__(self, parent: QWidget | None = None, *, keeps: int = 0) -> None:
        """keeps: pixels from which on the beginning of a name is shown; in fewer, one that is not whole is left out."""
        super().__init__(parent)
        self._keeps = keeps
        self.setObjectName("focus")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._look: LaneLook | None = None

    def show_lane(self, look: LaneLook | None) -> None:
        """The lane that is looked at."""
        if look == self._look:
            return
        self._look = look
        name = look.name if look is not None else ""
        self.setAccessibleName(self.tr("Lane in focus: {name}").format(name=name))
        self.setToolTip(
            field_text.wrapped(
                self.tr("The views show {name}. Select another row of the lane table to see that lane.").format(
                    name=name
                )
            )
        )
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The name of the lane."""
        return self._look.name if self._look is not None else ""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font("small"))
        return QSize(min(metrics.horizontalAdvance(self.text()) + int(MARK) + 10, _LONGEST), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(int(MARK) + 6, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, self._look.style, QPointF(MARK / 2 + 1, self.height() / 2))
        painter.setFont(theme.font("small"))
        painter.setPen(QColor(theme.current().muted))
        room = self.rect().adjusted(int(MARK) + 6, 0, 0, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room.width())
        if text == self.text() or self.width() >= min(self._keeps or _LONGEST, self.sizeHint().width()):
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()
