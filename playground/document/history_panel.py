"""The history: every edit since the experiment was opened, and a way back to each of them."""

from __future__ import annotations

from typing import Any, ClassVar

import shiboken6
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from engine.experiment.experiment import Experiment
from playground.document.history_list import EditList, EditRole
from playground.document.undo import EditCommand
from playground.ui.look import theme
from playground.ui.panel import Panel
from playground.ui.text import field_text
from playground.ui.widgets.section import SectionHeader


class HistoryModel(QAbstractListModel):
    """A row for how it began, and one for each command of an undo stack. Words are made as rows are painted."""

    def __init__(self, stack: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self._stack = stack
        self._rows = stack.count() + 1
        self._name = ""

    def show_name(self, name: str) -> None:
        """What the experiment is called now, which is all there is to say while nothing has been edited."""
        self._name = name
        self.refresh()

    def refresh(self) -> None:
        """Follows the stack."""
        rows = self._stack.count() + 1
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(QModelIndex(), rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()
        self.dataChanged.emit(self.index(0), self.index(self._rows - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return self._rows

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() > self._stack.count():
            return None
        if role == EditRole.AGE:
            return (index.row() > self._stack.index()) - (index.row() < self._stack.index())
        name, detail = self._words(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return name
            case EditRole.DETAIL:
                return detail
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{name} {detail}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return field_text.wrapped(f"{name} {detail}".strip(), self._what_a_click_does(index.row()))
        return None

    def _words(self, row: int) -> tuple[str, str]:
        if row > 0:
            return _command(self._stack, row - 1).description()
        first = _command(self._stack, 0).names[0] if self._stack.count() else self._name
        return self.tr("Began with"), first

    def _what_a_click_does(self, row: int) -> str:
        if row == self._stack.index():
            return self.tr("This is what you see now.")
        if row < self._stack.index():
            return self.tr("Click to undo all edits after this one.")
        return self.tr("Click to redo the edits up to this one.")


def _command(stack: QUndoStack, index: int) -> EditCommand:
    command = stack.command(index)
    assert isinstance(command, EditCommand)
    return command


class HistoryPanel(Panel):
    """Follows the undo stack by itself; ``index_wanted`` says how many of its edits shall count."""

    name: ClassVar[str] = "history"

    index_wanted = Signal(int)

    def __init__(self, stack: QUndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self.header = SectionHeader(self.tr("History"))
        self.model = HistoryModel(stack, self)
        self.list = EditList()
        self.list.setObjectName("history.edits")
        self.list.setAccessibleName(self.tr("History"))
        self.list.setToolTip(
            self.tr("Every edit so far: click one, or press Enter on it, to go back to it or forward.")
        )
        self.list.setModel(self.model)
        self.hint = QLabel(
            self.tr("Nothing has been edited yet. Each edit will appear here, and a click goes back to it.")
        )
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "muted")
        self.hint.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, theme.SPACE_2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE_1, 0, 0)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        self.list.chosen.connect(self._on_chosen)
        stack.indexChanged.connect(self._on_index_changed)
        self._on_index_changed()

    def dock_header(self) -> QWidget:
        return self.header

    def show_experiment(self, experiment: Experiment) -> None:
        self.model.show_name(experiment.name)

    def _on_index_changed(self, index: int = 0) -> None:
        if not shiboken6.isValid(self._stack):
            return  # it empties itself as it dies
        self.model.refresh()
        self.hint.setVisible(self._stack.count() == 0)
        current = self.model.index(self._stack.index())
        self.list.setCurrentIndex(current)
        self.list.scrollTo(current)

    def _on_chosen(self, row: int) -> None:
        self.index_wanted.emit(row)

    def sizeHint(self) -> QSize:
        return QSize(360, 300)
