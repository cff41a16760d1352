"""The table of all trials: sorted by its headings, and some of its rows selected."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QTableView, QWidget

from engine.sweep.results.table import SweepTable
from playground.sweep.model import TrialModel
from playground.ui.look import theme

_SEEN: Final = 100
"""Rows by which the width of a column goes."""
_WIDEST: Final = 320
"""Pixels of a column by itself: sentences have tooltips."""


class TrialView(QTableView):
    """Columns are as wide as what is in them, until a person has made one wider or narrower."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = self._has_own_widths = False
        self.trials = TrialModel(self)
        self.setObjectName("sweep.table")
        self.setAccessibleName(self.tr("Trials of the sweep"))
        self.setModel(self.trials)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(24)
        heading = self.horizontalHeader()
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setResizeContentsPrecision(_SEEN)
        heading.sectionResized.connect(self._on_resized)
        heading.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def show_table(self, table: SweepTable) -> None:
        """What is sorted stays so."""
        self._is_filling = True
        self.trials.show_table(table)
        if not self._has_own_widths:
            self.resizeColumnsToContents()
            metric = QStyle.PixelMetric.PM_HeaderMarkSize
            arrow = self.style().pixelMetric(metric, None, self.horizontalHeader()) + theme.SPACE_1
            for column in range(self.trials.columnCount()):
                width = self.columnWidth(column) + arrow
                self.setColumnWidth(column, min(width, _WIDEST))
        self._is_filling = False

    def _on_resized(self) -> None:
        self._has_own_widths = self._has_own_widths or not self._is_filling

    def selected(self) -> list[int]:
        """The numbers of the trials that are selected, growing."""
        return sorted(self.trials.trial_at(index.row()) for index in self.selectionModel().selectedRows())

    def select(self, trials: frozenset[int]) -> None:
        """Selects these trials."""
        selection, last = QItemSelection(), self.trials.columnCount() - 1
        rows = self.trials.rows_of(trials)
        for row in rows:
            selection.select(self.trials.index(row, 0), self.trials.index(row, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self.scrollTo(self.trials.index(rows[0], 0))
