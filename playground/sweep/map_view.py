"""The map of a sweep, with a choice of its sides and of the figure in it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.sweep.results.table import SweepTable
from playground.lanes.grid.heat_cells import ends
from playground.lanes.grid.heat_map import HeatMap
from playground.lanes.grid.ramp_bar import RampBar
from playground.sweep import words
from playground.sweep.cells import SweepMap, figures, sides, sweep_map
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count
from playground.ui.widgets.scroll_holder import scroll_area


class MapView(QWidget):
    """``picked`` says which trials are in the cell that was chosen."""

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: SweepTable | None = None
        self._shown: SweepMap | None = None
        self.map = HeatMap()
        self.map.setObjectName("sweep.map")
        self.map.setAccessibleName(self.tr("Map of the settings"))
        self.map.picked.connect(self._on_picked)
        self.map.help = self._help
        self.none = QLabel()
        self.none.setProperty("role", "muted")
        self.none.setWordWrap(True)
        self._area = scroll_area(self.map, sideways=True, takes_focus=True)
        self.columns = self._choice("sweep.x", self.tr("Across"), self.tr("Which setting the columns of the map are."))
        self.lines = self._choice("sweep.y", self.tr("Down"), self.tr("Which setting the rows of the map are."))
        self.figure = self._choice(
            "sweep.figure",
            self.tr("Figure"),
            self.tr("Which figure a cell shows: the mean over its trials that came to their end."),
        )
        self._ramp = RampBar()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_2, theme.SPACE_3, theme.SPACE_2, theme.SPACE_2)
        row.setSpacing(theme.SPACE_4)
        row.addWidget(self.none, 1)
        row.addWidget(self._area, 1)
        row.addLayout(self._legend())

    def _choice(self, name: str, title: str, help_text: str) -> ChoiceEdit:
        edit = ChoiceEdit([])
        edit.setObjectName(name)
        edit.setAccessibleName(title)
        edit.setToolTip(field_text.wrapped(help_text))
        edit.committed.connect(lambda _: self._show())
        return edit

    def _legend(self) -> QVBoxLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(theme.SPACE_2)
        form.setVerticalSpacing(theme.SPACE_2)
        for line, edit in enumerate((self.columns, self.lines, self.figure)):
            label = QLabel(edit.accessibleName())
            label.setProperty("role", "muted")
            label.setBuddy(edit)
            form.addWidget(label, line, 0)
            form.addWidget(edit, line, 1)
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_3)
        column.addLayout(form)
        column.addWidget(self._ramp)
        column.addStretch(1)
        return column

    def show_table(self, table: SweepTable) -> None:
        """Another table, or the same with more rows; what is chosen stays."""
        self._table = table
        names = sides(table)
        self._offer(self.columns, [(name, words.title(table, name)) for name in names], 0)
        self._offer(self.lines, [(name, words.title(table, name)) for name in names], 1)
        self._offer(self.figure, [(name, words.figure_title(name)) for name in figures(table)], 0)
        self.lines.setEnabled(len(names) > 1)
        self._show()

    def _offer(self, edit: ChoiceEdit, choices: list[tuple[str, str]], first: int) -> None:
        chosen = edit.value()
        names = [name for name, _ in choices]
        with QSignalBlocker(edit):
            edit.clear()
            for name, title in choices:
                edit.add_choice(name, title)
        edit.set_value(chosen if chosen in names else names[first] if first < len(names) else None)

    def _show(self) -> None:
        table, x, y, figure = self._table, self.columns.value(), self.lines.value(), self.figure.value()
        can_show = table is not None and x is not None and figure is not None
        self.none.setVisible(not can_show)
        self.none.setText(
            self.tr("A map needs a setting with several values.")
            if table is not None and table.rows
            else self.tr("No trial has come to its end yet.")
        )
        self._area.setVisible(can_show)
        self._ramp.setVisible(can_show)
        if table is None or not can_show:
            return
        self._shown = sweep_map(table, x, None if y == x else y, figure)
        self.map.set_sides(self._shown.x, self._shown.y)
        self.map.set_cells(self._shown.cells)
        row, column = self.map.current()
        self.map.set_current(min(row, len(self._shown.cells) - 1), min(column, len(self._shown.cells[0]) - 1))
        self._ramp.set_ends(ends(self._shown.cells))

    def _on_picked(self, row: int, column: int) -> None:
        assert self._shown is not None
        self.map.set_current(row, column)
        self.picked.emit(frozenset(self._shown.cells[row][column].lanes))

    def _help(self, row: int, column: int) -> str:
        assert self._shown is not None
        shown, cell = self._shown, self._shown.cells[row][column]
        place = f"{shown.x.title}: {shown.x.values[column]}"
        if shown.y is not None:
            place += f", {shown.y.title}: {shown.y.values[row]}"
        trials = self.tr("{count} trials; a click selects them in the table.").format(count=count(len(cell.lanes)))
        return field_text.wrapped(f"{place}: {cell.text}", trials)
