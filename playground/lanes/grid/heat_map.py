"""A table of figures as a map of colours, with the figures written in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.records import record
from playground.lanes.grid.heat_cells import HeatCell
from playground.ui.look import ramps, theme
from playground.ui.look.palette import Theme
from playground.ui.painting.place_tips import PlaceTips, Tip
from playground.ui.painting.readable import ReadableCanvas

_SMALLEST: Final = QSize(50, 20)
_LARGEST: Final = QSize(160, 56)
_GAP: Final = 2
_CAPTION: Final = 16
_VALUES: Final = 18
_TOP: Final = _CAPTION + _VALUES
_STEPS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


@record
class Side:
    """What an axis is called, and what its values are."""

    title: str
    values: tuple[str, ...]


class HeatMap(PlaceTips, ReadableCanvas[tuple[int, int]]):
    """Cells under and beside their values. One of them is the current one: keys and clicks say which it shall be.

    A spot is the (row, column) under the pointer.
    """

    picked = Signal(int, int)
    """(row, column)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, has_keys=True)
        self._x, self._y = Side("", ()), Side("", ("",))
        self._cells: tuple[tuple[HeatCell, ...], ...] = ()
        self._current = (0, 0)
        self.help: Callable[[int, int], str] = lambda row, column: ""
        """What there is to say of the cell at (row, column)."""
        self._left = 0
        self._ramp = ramps.sequential(theme.current())
        self._inks: dict[int, QColor] = {}
        self._diverged = self.tr("diverged")
        self._small, self._number, self._bold = (
            theme.font("small"),
            theme.font("number"),
            theme.font("number", bold=True),
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    # --- what it shows ---

    def set_sides(self, x: Side, y: Side | None) -> None:
        """x: over the columns; y: beside the rows, or None where there is a single row"""
        y = y or Side("", ("",))
        if (x, y) != (self._x, self._y):
            self._x, self._y = x, y
            small = QFontMetrics(self._small)
            beside = [small.horizontalAdvance(text) for text in (*y.values, self._row_title())]
            self._left = max(beside) + theme.SPACE_2
            self.setMinimumSize(self._size(_SMALLEST))
            self.updateGeometry()
            self.update()

    def set_cells(self, cells: tuple[tuple[HeatCell, ...], ...]) -> bool:
        """Shows figures. False, and nothing is painted, where they are those shown already."""
        if cells == self._cells:
            return False
        self._cells = cells
        self.look_again()
        return True

    def cells(self) -> tuple[tuple[HeatCell, ...], ...]:
        return self._cells

    def set_current(self, row: int, column: int) -> None:
        """The cell that gets a frame."""
        if (row, column) != self._current:
            self._current = (row, column)
            self.update()

    def current(self) -> tuple[int, int]:
        return self._current

    # --- geometry ---

    def _row_title(self) -> str:
        return f"{self._y.title} ↓" if self._y.title else ""

    def _size(self, cell: QSize) -> QSize:
        columns, rows = max(1, len(self._x.values)), len(self._y.values)
        return QSize(self._left + columns * cell.width(), _TOP + rows * cell.height())

    def sizeHint(self) -> QSize:
        return self._size(QSize(64, 24))

    def cell_size(self) -> QSize:
        """As large as there is room, within limits."""
        columns, rows = max(1, len(self._x.values)), len(self._y.values)
        width = (self.width() - self._left) // columns
        height = (self.height() - _TOP) // rows
        return QSize(width, height).expandedTo(_SMALLEST).boundedTo(_LARGEST)

    def cell(self, row: int, column: int) -> QRect:
        """Where a cell is."""
        return self._cell(row, column, self.cell_size())

    def _cell(self, row: int, column: int, size: QSize) -> QRect:
        width, height = size.width(), size.height()
        return QRect(self._left + column * width, _TOP + row * height, width - _GAP, height - _GAP)

    def cell_at(self, place: QPoint) -> tuple[int, int] | None:
        """(row, column) of the cell at a place."""
        size = self.cell_size()
        x, y = place.x() - self._left, place.y() - _TOP
        if x < 0 or y < 0:
            return None
        row, column = y // size.height(), x // size.width()
        return (row, column) if row < len(self._cells) and column < len(self._cells[0]) else None

    # --- events ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.cell_at(event.position().toPoint())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(*at)

    def spot_at(self, position: QPointF) -> tuple[int, int] | None:
        return self.cell_at(position.toPoint())

    def on_look(self, spot: tuple[int, int] | None) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        row, column = self._current
        last_row, last_column = len(self._cells) - 1, len(self._x.values) - 1
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            down, right = _STEPS[key]
            self.picked.emit(max(0, min(row + down, last_row)), max(0, min(column + right, last_column)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.picked.emit(row, 0 if key == Qt.Key.Key_Home else last_column)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def tip_at(self, position: QPoint) -> Tip | None:
        at = self.cell_at(position)
        return None if at is None else Tip(self.help(*at), self.cell(*at))

    # --- painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_sides(painter)
        size = self.cell_size()
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                self._paint_cell(painter, self._cell(row, column, size), cell)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        if self.spot is not None:
            _frame(painter, self.cell(*self.spot), colors.color("muted"), 1)
        if self._cells:
            color = colors.color("accent" if self.hasFocus() else "text")
            _frame(painter, self.cell(*self._current).adjusted(-1, -1, 1, 1), color, 2)
        painter.end()

    def _paint_sides(self, painter: QPainter) -> None:
        colors = theme.current()
        left, size = self._left, self.cell_size()
        painter.setFont(self._small)
        painter.setPen(colors.color("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        across = QRect(left, 0, self.width() - left, _CAPTION)
        painter.drawText(across, middle, f"{self._x.title} →")
        corner = QRect(0, _CAPTION, left - theme.SPACE_2, _VALUES)
        painter.drawText(corner, middle | Qt.AlignmentFlag.AlignRight, self._row_title())
        painter.setPen(colors.color("text"))
        metrics = painter.fontMetrics()
        for column, value in enumerate(self._x.values):
            place = QRect(left + column * size.width(), _CAPTION, size.width() - _GAP, _VALUES)
            text = metrics.elidedText(value, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
        for row, value in enumerate(self._y.values):
            place = QRect(0, _TOP + row * size.height(), left - theme.SPACE_2, size.height() - _GAP)
            painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, value)

    def _paint_cell(self, painter: QPainter, place: QRect, cell: HeatCell) -> None:
        colors = theme.current()
        if cell.share is None:
            painter.fillRect(place, colors.color("danger_soft" if cell.has_diverged else "sunken"))
            painter.setPen(colors.color("danger" if cell.has_diverged else "disabled"))
            painter.setFont(self._small)
            fits = QFontMetrics(painter.font()).horizontalAdvance(self._diverged) <= place.width() - 4
            text = (self._diverged if fits else "✕") if cell.has_diverged else cell.text
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
            return
        level = ramps.level(cell.share)
        painter.fillRect(place, self._ramp[level])
        painter.setPen(self._ink(level))
        painter.setFont(self._bold if cell.is_best else self._number)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cell.text)
        if cell.diverged:
            corner = place.topRight()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("danger"))
            painter.drawPolygon([corner + QPoint(1, 0), corner + QPoint(-7, 0), corner + QPoint(1, 8)])
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if cell.is_best:
            _frame(painter, place.adjusted(1, 1, -1, -1), self._ink(level), 1)

    def _ink(self, level: int) -> QColor:
        """What is written with on a colour of the ramp, worked out when it is needed: few of them are at a time."""
        if level not in self._inks:
            self._inks[level] = readable(self._ramp[level], theme.current())
        return self._inks[level]


def _frame(painter: QPainter, place: QRect, color: QColor, width: int) -> None:
    painter.setPen(QPen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(place).adjusted(width / 2, width / 2, -width / 2, -width / 2))


def readable(paper: QColor, look: Theme) -> QColor:
    """The ink of a theme that stands out more on this paper, a little stronger for colours half-way between."""
    dark, light = sorted((look.color("text"), look.color("accent_text")), key=_luminance)
    return max(dark.darker(800), light.lighter(120), key=lambda ink: _contrast(ink, paper))


def _contrast(a: QColor, b: QColor) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (color.redF(), color.greenF(), color.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)
