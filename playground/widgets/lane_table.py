"""The lanes as rows under headings that stay; one row is selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from playground.widgets.lane_columns import ROW, Columns
from playground.widgets.lane_figures import Figures
from playground.widgets.lane_header import LaneHeader
from playground.widgets.lane_row import LaneRow, Setting
from playground.widgets.lane_style import cell_style

_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class LaneRows(QWidget):
    """The rows, one below the other, and the keys that move the selection."""

    edited = Signal(str, object)
    selection_changed = Signal(int)
    resized = Signal()

    def __init__(self, columns: Columns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self.rows: list[LaneRow] = []
        self.selected = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("lanes.rows")
        self.setStyleSheet(cell_style())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def set_count(self, count: int) -> None:
        """Adds rows below, or takes the last ones away."""
        while len(self.rows) > count:
            row = self.rows.pop()
            if row.isAncestorOf(QApplication.focusWidget() or self):
                self.setFocus()
            self._column.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        while len(self.rows) < count:
            row = LaneRow(len(self.rows), self._columns, self)
            row.edited.connect(self.edited)
            row.pressed.connect(self._on_pressed)
            self._column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        self.select(max(0, min(self.selected, count - 1)))

    def select(self, index: int) -> None:
        """Makes a row the one that buttons and keys act on."""
        if not 0 <= index < len(self.rows):
            return
        is_new = index != self.selected
        self.selected = index
        for row in self.rows:
            row.set_selected(row.index == index, row.index == index and self.hasFocus())
        if is_new:
            self.selection_changed.emit(index)

    def _on_pressed(self, index: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.select(index)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """The row whose editor has the focus is the selected one."""
        row: QObject | None = now
        while row is not None and not isinstance(row, LaneRow):
            row = row.parent()
        if row is not None and row.parent() is self:
            self.select(row.index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = len(self.rows) - 1
        if key in _MOVES:
            self.select(max(0, min(self.selected + _MOVES[key], last)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.select(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rows[self.selected].editors["name"].setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.select(self.selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.select(self.selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class LaneTable(QWidget):
    """Headings, and below them the rows in a scroll area."""

    def __init__(self, headings: dict[str, tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = Columns({name: title for name, (title, _) in headings.items()})
        self.header = LaneHeader(headings, columns, self)
        self.rows = LaneRows(columns)
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.rows)
        self.area.setStyleSheet("QAbstractScrollArea::corner { background: transparent; border: none; }")
        self.area.verticalScrollBar().setSingleStep(ROW)
        self.area.horizontalScrollBar().valueChanged.connect(self._follow)
        self.rows.setMinimumWidth(columns.narrowest)
        self.rows.selection_changed.connect(self._on_selection_changed)
        self.rows.resized.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.area, 1)

    def show_lanes(self, names: list[str], settings: list[dict[str, Setting]]) -> None:
        """Shows lanes; rows that are there already keep their editors and the focus."""
        self.rows.set_count(len(names))
        for row, name, values in zip(self.rows.rows, names, settings, strict=True):
            row.show_lane(name, values)
        own = {field for values in settings for field, setting in values.items() if setting.share == "own"}
        self.header.set_varying(frozenset(own))

    def show_figures(self, figures: list[Figures]) -> None:
        """Shows what the lanes have reached, and has painted it when it returns."""
        changed = None
        for row, texts in zip(self.rows.rows, figures, strict=True):
            if row.figures.set_figures(texts) and not row.figures.visibleRegion().isEmpty():
                changed = row.figures
        if changed is not None:
            changed.repaint()  # and with it all that was asked for by update()

    def _on_selection_changed(self, index: int) -> None:
        # A row is wider than the area may be: only the height matters.
        middle = self.rows.rows[index].geometry().center().y()
        self.area.ensureVisible(self.area.horizontalScrollBar().value(), middle, 0, ROW // 2)

    def _follow(self) -> None:
        self.header.follow(self.rows.width(), self.area.horizontalScrollBar().value())
