"""The first rows of a file, as they are read, each with the line on which it stands."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from engine.data.columns.values import text_of
from engine.data.sheet import Sheet, kind_of
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.cells import cell_text
from playground.ui.text.numbers import DASH, count
from playground.ui.text.years import plain_digits

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
ROWS: Final = 20


class PreviewModel(QAbstractTableModel):
    """Numbers stand to the right, as they were understood: what stands to the left was taken for words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._lines: tuple[int, ...] = ()

    def show_sheet(self, sheet: Sheet | None) -> None:
        """The first rows of another one."""
        if sheet is self._sheet:
            return
        self.beginResetModel()
        self._sheet = sheet
        self._lines = () if sheet is None else tuple(sheet.line_of(row) for row in range(min(ROWS, sheet.n_rows)))
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._sheet is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
            name = " ".join(self._sheet.names[section].split())
            if role == Qt.ItemDataRole.DisplayRole:
                return name
            return field_text.wrapped(name) if role == Qt.ItemDataRole.ToolTipRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return count(self._lines[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("The line of the file")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        column = self._sheet.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.ForegroundRole):
            return None
        digits = plain_digits(self._sheet).get(self._sheet.names[index.column()], 0)
        text = cell_text(text_of(column, index.row()), digits)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(theme.current().muted) if text == DASH else None
        return field_text.wrapped(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _alignment(self, section: int) -> int:
        assert self._sheet is not None
        is_text = kind_of(self._sheet.columns[section]) == "text"
        side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
        return int(side | Qt.AlignmentFlag.AlignVCenter)
