"""Opens the data sheet: for the rows that there are, or for a file that was refused, to be mended there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment

if TYPE_CHECKING:
    from engine.data.columns.refused import RefusedTableError
    from playground.data.sheet.window import DataSheet

_KEYS: Final = ("undo", "redo", "play", "step", "reset", "save")
"""Actions of the window whose keys work in the data sheet as well."""


class SheetOpener(QObject):
    """Makes the sheet when it is first asked for, beside the window of ``panel``; training goes on."""

    edited = Signal(str, object)
    mended = Signal(str, object)
    """What was found is to be mended: what that is called, and edits as ((path, value), ...)."""
    table_mended = Signal(object, str, object)
    """A file that was refused is to be read with one thing changed: the RefusedTableError, path and value."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self.sheet: DataSheet | None = None
        self.refused: RefusedTableError | None = None
        """What the panel's message speaks of."""

    @property
    def is_open(self) -> bool:
        return self.sheet is not None and self.sheet.isVisible()

    def open(self, dataset: Dataset | None, experiment: Experiment | None) -> None:
        """Of the rows that there are."""
        sheet = self._made()
        sheet.refused = None
        self._show_table(sheet, dataset, experiment)
        _bring_forward(sheet)

    def open_refused(self, text: str) -> None:
        """Of the file that cannot be learned from as it is; text says why."""
        if self.refused is not None:
            sheet = self._made()
            sheet.show_refused(self.refused, text)
            _bring_forward(sheet)

    def show(self, dataset: Dataset | None, experiment: Experiment | None) -> None:
        """What is open follows the rows that there are, unless others are to be mended."""
        if self.sheet is not None and self.is_open and self.sheet.refused is None:
            self._show_table(self.sheet, dataset, experiment)

    def show_error(self, text: str) -> None:
        """What is open says what is wrong."""
        if self.sheet is not None and self.refused is not None and self.sheet.isVisible():
            self.sheet.show_refused(self.refused, text)
        elif self.sheet is not None and self.refused is None:  # or it would stand above the columns of another file
            self.sheet.show_error(text)

    def forget_refused(self) -> None:
        """There are rows."""
        if self.sheet is not None:
            self.sheet.refused = None

    def _show_table(self, sheet: DataSheet, dataset: Dataset | None, experiment: Experiment | None) -> None:
        if experiment is not None:
            sheet.show_table(dataset.sheet if dataset is not None else None, experiment.data)
            sheet.show_findings(dataset, experiment)

    def _made(self) -> DataSheet:
        if self.sheet is None:
            from playground.data.sheet.window import DataSheet  # here, because most people look at no table

            self.sheet = DataSheet(self._panel)
            self.sheet.edited.connect(self._on_edited)
            self.sheet.mended.connect(self.mended)
            wanted = (self._panel.window().findChild(QAction, f"action.{name}") for name in _KEYS)
            self.sheet.addActions([action for action in wanted if action is not None])
        return self.sheet

    def _on_edited(self, path: str, value: object) -> None:
        refused = None if self.sheet is None else self.sheet.refused
        if refused is None:
            self.edited.emit(path, value)
        else:
            self.table_mended.emit(refused, path, value)


def _bring_forward(sheet: DataSheet) -> None:
    sheet.show()
    sheet.raise_()
    sheet.activateWindow()
