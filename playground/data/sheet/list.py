"""The list of columns: what can be chosen is chosen from a menu, for one column or for all that are selected."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from engine.data.columns.uses import Use
from engine.data.sheet import Sheet
from engine.data.spec import DataSpec
from playground.data.sheet.choices import Field, choices, chosen, edit_of
from playground.data.sheet.delegate import SheetDelegate
from playground.data.sheet.model import FIELDS, At, ColumnsModel, FilteredColumns
from playground.ui.text import i18n

_ROW: Final = 28
_WIDTHS: Final = {At.NAME: 170, At.KIND: 106, At.ROLE: 230, At.MISSING: 150, At.DISTINCT: 72}
_KEYS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2)
_SEVERAL: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class ColumnList(QTableView):
    """Press a cell with a mark, or Enter, for what it can be. The right button keeps what is selected."""

    edited = Signal(str, object)
    """(path, value)"""
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data.columns")
        self.setAccessibleName(self.tr("The columns of the table"))
        self.columns = ColumnsModel(self)
        self.filtered = FilteredColumns(self.columns, self)
        self._spec = DataSpec()
        self.setModel(self.filtered)
        self.setItemDelegate(SheetDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        header.ensurePolished()
        for section, width in _WIDTHS.items():
            self.setColumnWidth(section, max(width, header.sectionSizeHint(section)))
        self.clicked.connect(self._on_clicked)

    def show_sheet(self, sheet: Sheet | None, uses: tuple[Use, ...], spec: DataSpec) -> None:
        """Another sheet, or other uses of the columns of this one."""
        self._spec = spec
        self.columns.show_sheet(sheet, uses, spec)
        self.selection_changed.emit()

    def search(self, text: str) -> None:
        """Shows those columns alone whose name has this text."""
        self.filtered.setFilterFixedString(text.strip())

    def selected(self) -> list[Use]:
        """What the columns that are selected are taken for, in the order on the screen."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._use_at(self.filtered.index(row, 0)) for row in rows]

    def _use_at(self, index: QModelIndex) -> Use:
        return self.columns.uses[self.filtered.mapToSource(index).row()]

    # --- choosing -----------------------------------------------------------------------------------------------------

    def menu_for(self, field: Field, uses: list[Use]) -> QMenu:
        """What these columns can be, what they are now being marked. Empty where that cannot be chosen."""
        menu = QMenu(self)
        menu.setObjectName(f"data.columns.{field}.menu")
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        now = {chosen(field, use, self._spec) for use in uses}
        for value in choices(field, uses):
            action = menu.addAction(i18n.choice_name(value))
            action.setObjectName(f"data.columns.{field}.{value}")
            action.setToolTip(i18n.choice_help(value))
            action.setCheckable(True)
            action.setChecked(now == {value})
            action.triggered.connect(partial(self._choose, field, value, uses))
        return menu

    def _choose(self, field: Field, value: str, uses: list[Use], checked: bool = False) -> None:
        self.edited.emit(*edit_of(field, value, uses, self._spec))

    def _open_menu(self, index: QModelIndex, uses: list[Use]) -> None:
        if index.column() in FIELDS and choices(FIELDS[index.column()], uses):
            place = self.visualRect(index).bottomLeft()
            self.menu_for(FIELDS[index.column()], uses).popup(self.viewport().mapToGlobal(place))

    def _on_clicked(self, index: QModelIndex) -> None:
        if not QGuiApplication.keyboardModifiers() & _SEVERAL:
            self._open_menu(index, [self._use_at(index)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() in _KEYS and current.isValid() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            selected = self.selected()
            self._open_menu(current, selected if self._use_at(current) in selected else [self._use_at(current)])
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        selected = self.selected()
        if not selected:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for field, title in self.titles().items():
            below = self.menu_for(field, selected)
            below.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            below.setParent(menu, below.windowFlags())
            below.setTitle(title)
            below.setEnabled(bool(below.actions()))
            menu.addMenu(below)
        menu.popup(event.globalPos() if event.reason() == QContextMenuEvent.Reason.Mouse else self._below_current())

    def _below_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def titles(self) -> dict[Field, str]:
        """What the choices are called."""
        heading = self.columns.headerData
        return {field: heading(section, Qt.Orientation.Horizontal) for section, field in FIELDS.items()}

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()
