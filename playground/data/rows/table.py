"""The first rows of a table as small text: the class first, tinted, then as many features as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from playground.ui.look import theme

_NARROWEST: Final = 30
_LEAST_ROOM: Final = 48
_WIDEST: Final = 84
_GAP: Final = theme.SPACE_3
_BELOW_HEADING: Final = 2
_CELL: Final = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class DataTable(QWidget):
    """Cells that are too long end in an ellipsis; columns without room are left out, and a last one says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: list[tuple[str, ...]] = []
        self._marked: tuple[bool, ...] = ()
        self.setFont(theme.font("small"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], marked: Sequence[bool] = ()) -> None:
        """The first column holds the classes; ``marked`` are the rows whose class is wrong."""
        self._columns = list(zip(headings, *rows, strict=True))
        self._marked = tuple(marked)
        self.setAccessibleDescription("\n".join(", ".join(row) for row in (headings, *rows)))
        self.update()

    def texts(self) -> list[tuple[str, ...]]:
        """The columns, heading first."""
        return list(self._columns)

    def row_height(self) -> int:
        return self.fontMetrics().height() + 1

    def sizeHint(self) -> QSize:
        return QSize(200, 5 * self.row_height() + _BELOW_HEADING)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 2 * self.row_height())

    def shown(self) -> list[tuple[int, int]]:
        """(left, width) of each column that has room; the last of them may have to be narrower than its words."""
        places, left = list[tuple[int, int]](), theme.SPACE_1
        for index, texts in enumerate(self._columns):
            metrics = QFontMetrics(theme.font("small", bold=index == 0))  # a wrong class is bold
            wanted = min(max(_NARROWEST, *(metrics.horizontalAdvance(text) + 1 for text in texts)), _WIDEST)
            more = metrics.horizontalAdvance("…") + _GAP if index + 1 < len(self._columns) else 0
            room = self.width() - left - more
            if places and room < min(wanted, _LEAST_ROOM):
                break
            places.append((left, min(wanted, room) if places else wanted))
            left += places[-1][1] + _GAP
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        height = self.row_height()
        places = self.shown()
        if places:
            ground = QRectF(-theme.SPACE_1, 0, places[0][1] + 2 * theme.SPACE_1, self._bottom())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.current().accent_soft))
            painter.drawRoundedRect(ground.adjusted(theme.SPACE_1, 0, 0, 0), 4, 4)
        for index, (left, width) in enumerate(places):
            for row, text in enumerate(self._columns[index]):
                top = row * height + (_BELOW_HEADING if row else 0)
                if top + height > self.height() and row > 1:
                    break
                self._paint_cell(painter, QRect(left, top, width, height), text, index, row)
        if len(places) < len(self._columns) and places:
            left = places[-1][0] + places[-1][1] + _GAP
            painter.setPen(QColor(theme.current().muted))
            painter.drawText(QRect(left, 0, self.width() - left, height), _CELL, "…")
        painter.setPen(QColor(theme.current().border))
        painter.drawLine(0, height, self.width(), height)
        painter.end()

    def _bottom(self) -> int:
        """Where the last whole row ends."""
        n_rows = len(self._columns[0]) - 1
        fitting = (self.height() - _BELOW_HEADING) // self.row_height() - 1
        return (1 + max(1, min(n_rows, fitting))) * self.row_height() + _BELOW_HEADING

    def _paint_cell(self, painter: QPainter, place: QRect, text: str, column: int, row: int) -> None:
        colors = theme.current()
        is_wrong = column == 0 and 0 < row <= len(self._marked) and self._marked[row - 1]
        font = theme.font("small", bold=is_wrong)
        painter.setFont(font)
        heading = colors.muted if column else colors.accent
        painter.setPen(QColor(colors.danger if is_wrong else colors.text if row else heading))
        side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _CELL | side, shown)
