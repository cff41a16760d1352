"""Cells of the lane table: what is under the editors, and the figures, which change while training goes on."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from playground.lanes.table.cells.mark import QUIET
from playground.lanes.table.columns import COSTS, FIGURES, INSET, RUN, TESTS
from playground.lanes.table.entries import counted_by
from playground.lanes.table.figures.lane_figures import Figures, status
from playground.lanes.table.rows.shown_rows import ShownRows
from playground.ui.look import theme
from playground.ui.look.lane_swatch import paint_swatch
from playground.ui.text.numbers import DASH, count
from playground.ui.text.short_names import fitting_name

_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_LOSSES: Final = FIGURES[3:]
_ICON: Final = 14
_BAR: Final = 3
_GRIP: Final = 12
_STOP: Final = 7.0
"""Side of the square that says stop, and of the ring that says best."""


class LaneCells(QStyledItemDelegate):
    """Paints rows cell by cell; editors lie upon it and are see-through."""

    def __init__(self, view: ShownRows) -> None:
        super().__init__(view)
        self._view = view
        self._plain, self._bold, self._small = (
            theme.font("number"),
            theme.font("number", bold=True),
            theme.font("small"),
        )
        self._name, self._strong = theme.font("body"), theme.font("small", bold=True)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, rect = self._view, option.rect
        row, column = view.row_at(index), view.model_of_lanes.columns[index.column()]
        colors = theme.current()
        painter.fillRect(rect, QColor(self._paper(row)))
        painter.setPen(QColor(colors.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        figures = view.model_of_lanes.figures_of(row)
        if column in _LOSSES and figures.diverged_at is not None:
            self._paint_divergence(painter, rect, index, figures)
        elif column in RUN:
            self._paint_figure(painter, rect, row, column, figures)
        elif column in COSTS:
            painter.setFont(self._small if view.model_of_lanes.is_group(row) else self._plain)
            painter.setPen(QColor(colors.text if view.model_of_lanes.entry(row).visible else colors.muted))
            painter.drawText(rect.adjusted(0, 0, 0, -1), _RIGHT, view.model_of_lanes.cost_text(row, column))
        elif column == "divider":
            painter.drawLine(rect.x() + 2, rect.y() + 5, rect.x() + 2, rect.bottom() - 6)
        elif column == "stopped":
            if figures.has_ended:
                self._paint_end(painter, rect, figures)
        elif column == "mark":
            self._paint_start(painter, rect, row)
        elif view.model_of_lanes.is_group(row):
            self._paint_setting(painter, rect, row, column)
        if view.hasFocus() and row == view.current_row:
            painter.setPen(QColor(colors.accent))
            painter.drawLine(rect.topLeft(), rect.topRight())
            painter.drawLine(rect.x(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The whole cell. Qt would ask the model seven questions for each editor of each lane whenever rows move."""
        editor.setGeometry(option.rect)

    def _paper(self, row: int) -> str:
        colors = theme.current()
        if row in self._view.selected_rows:
            return colors.accent_soft
        return (
            colors.sunken
            if row == self._view.hovered_row or self._view.model_of_lanes.is_group(row)
            else colors.surface
        )

    def _paint_start(self, painter: QPainter, rect: QRect, row: int) -> None:
        view = self._view
        if row in view.selected_rows:
            painter.fillRect(rect.x(), rect.y(), _BAR, rect.height() - 1, QColor(theme.current().accent))
        if view.model_of_lanes.is_group(row):
            entry = view.model_of_lanes.entry(row)
            painter.setOpacity(1 if entry.visible else QUIET)
            paint_swatch(painter, QRectF(rect.right() - 26, rect.y(), 26, rect.height() - 1), entry.style)
            painter.setOpacity(1)
        elif row == view.hovered_row and view.can_move:
            top = rect.y() + (rect.height() - 1 - _GRIP) // 2
            theme.icon("grip", "muted").paint(painter, rect.x() + _BAR, top, _GRIP, _GRIP)

    def _paint_setting(self, painter: QPainter, rect: QRect, row: int, column: str) -> None:
        """Of a row that stands for several lanes: its settings are text, and its name says whether it is open."""
        view, colors = self._view, theme.current()
        if column == "visible":
            icon = theme.icon("down" if view.is_open(row) else "right", "muted")
            icon.paint(painter, rect.center().x() - 6, rect.center().y() - 7, _ICON, _ICON)
            return
        text = view.model_of_lanes.text(row, column)
        own = view.model_of_lanes.entry(row).settings.get(column)
        if column == "name":
            painter.setFont(self._name)
            painter.setPen(QColor(colors.text))
        else:
            painter.setFont(self._name if own is None or own.share != "own" else theme.font("body", bold=True))
            painter.setPen(QColor(colors.accent if own is not None and own.share == "own" else colors.muted))
        if column == counted_by(view.model_of_lanes.entry(row)):
            text = f"× {text}"
        room = rect.adjusted(INSET, 0, -2, -1)
        metrics = painter.fontMetrics()
        short = (
            fitting_name(own.value, text, lambda name: metrics.horizontalAdvance(name) <= room.width()) if own else None
        )
        painter.drawText(room, _LEFT, short or metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()))

    def _paint_figure(self, painter: QPainter, rect: QRect, row: int, column: str, figures: Figures) -> None:
        text, colors = figures.text(column), theme.current()
        if text is None:
            return
        best = figures.is_best and column in figures.best_columns
        is_quiet = not self._view.model_of_lanes.entry(row).visible
        if text == DASH:
            color = colors.disabled
        elif is_quiet or (column in TESTS and figures.is_test_sealed):
            color = colors.muted
        else:
            color = colors.good if best else colors.text
        is_group = self._view.model_of_lanes.is_group(row)
        painter.setFont(
            self._strong if best and is_group else self._small if is_group else self._bold if best else self._plain
        )
        painter.setPen(QColor(color))
        painter.drawText(rect.adjusted(0, 0, 0, -1), _RIGHT, text)

    def _paint_divergence(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex, figures: Figures
    ) -> None:
        """In the place of the losses, which are no numbers any more: each cell shows its part of the words."""
        whole = self._view.united(index.row(), _LOSSES)
        metrics = QFontMetrics(self._strong)
        text = metrics.elidedText(status(figures), Qt.TextElideMode.ElideRight, whole.width() - _ICON - theme.SPACE_1)
        x = whole.right() + 1 - metrics.horizontalAdvance(text)
        painter.save()
        painter.setClipRect(rect.adjusted(0, 0, 0, -1))
        painter.setFont(self._strong)
        painter.setPen(QColor(theme.current().danger))
        painter.drawText(QRect(x, whole.y(), whole.right() + 2 - x, whole.height() - 1), _LEFT, text)
        corner = QPoint(x - theme.SPACE_1 - _ICON, whole.y() + (whole.height() - _ICON) // 2)
        theme.icon("warning", "danger").paint(painter, corner.x(), corner.y(), _ICON, _ICON)
        painter.restore()

    def _paint_end(self, painter: QPainter, rect: QRect, figures: Figures) -> None:
        """Quietly behind the figures: in words where there is room, else the step. A square is a stop of its own, and a
        ring the best, as on the curves.
        """
        painter.setFont(self._small)
        painter.setPen(QColor(theme.current().muted))
        square = round(_STOP) + theme.SPACE_1
        place = rect.adjusted(theme.SPACE_2 + square, 0, 0, -1)
        words, stopped = status(figures), figures.stopped_at
        step = figures.restored_from if stopped is None else stopped
        metrics = QFontMetrics(self._small)
        is_late = step is None
        short = f"−{count(figures.behind)}" if is_late else count(step or 0)
        if is_late:
            place = place.adjusted(-square, 0, 0, 0)
        texts = [text for text in (words, short) if metrics.horizontalAdvance(text) <= place.width()]
        if texts:
            painter.drawText(place, _LEFT, texts[0])
        if is_late:
            return
        mark = QRectF(rect.x() + theme.SPACE_2, rect.y() + (rect.height() - 1 - _STOP) / 2, _STOP, _STOP)
        if stopped is None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.current().muted), 1.5))
            painter.drawEllipse(mark)
            painter.restore()
        else:
            painter.fillRect(mark, QColor(theme.current().muted))
