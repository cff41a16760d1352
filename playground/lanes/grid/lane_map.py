"""The lanes of a grid as a heat map, with a choice of the figure and what its colours mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.data.task import Task
from engine.experiment.declared import declared
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.grids import Axis, Grid
from engine.experiment.lanes.lanes import lane_path
from engine.experiment.lanes.value_names import value_name
from engine.train.snapshot import LaneSnapshot
from playground.lanes.compare.words import setting_title, value_title
from playground.lanes.grid.figure_titles import figure_titles
from playground.lanes.grid.heat_cells import FIGURES, ends, heat_cells
from playground.lanes.grid.heat_map import HeatMap, Side
from playground.lanes.grid.ramp_bar import RampBar
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import DASH, count, gap, loss, score, setting
from playground.ui.widgets.scroll_holder import scroll_area

_MOST_LISTED: Final = 8
"""Lanes of one cell that its tooltip lists."""


class LaneMap(QWidget):
    """Shows a `Grid`. ``picked`` says which lane was chosen in it."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: Grid | None = None
        self._names: list[str] = []
        self._lanes: Sequence[LaneSnapshot] = ()
        self._lane = 0
        self._has_validation: bool | None = None
        self._task: Task = "classes"
        self.map = HeatMap()
        self.map.setObjectName("grid.map")
        self.map.setAccessibleName(self.tr("Map of the lanes"))
        self.map.picked.connect(self._on_picked)
        self.map.help = self._help
        self._area = scroll_area(self.map, sideways=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE_1, 0, theme.SPACE_1)
        row.setSpacing(theme.SPACE_4)
        row.addWidget(self._area, 1)
        row.addLayout(self._legend())

    def sizeHint(self) -> QSize:
        """With all rows of the map."""
        return QSize(super().sizeHint().width(), self.map.sizeHint().height() + 2 * theme.SPACE_1)

    def _legend(self) -> QVBoxLayout:
        self.figure = ChoiceEdit([])
        self.figure.setObjectName("grid.figure")
        self.figure.setAccessibleName(self.tr("Figure of the map"))
        self.figure.setToolTip(field_text.wrapped(self.tr("Which figure of the lanes the map shows.")))
        self.figure.committed.connect(self._on_figure)
        self.show_rows("classes", has_validation=False)
        self._ramp = RampBar()
        column = QVBoxLayout()
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self.figure)
        column.addWidget(self._ramp)
        self.step = QLabel()
        self.step.setObjectName("grid.step")
        self.step.setFont(theme.font("small"))
        self.step.setProperty("role", "muted")
        column.addWidget(self.step)
        column.addStretch(1)
        return column

    def show_rows(self, task: Task, *, has_validation: bool) -> None:
        """What is learned of them, which are held out, and by what name."""
        if (task, has_validation) == (self._task, self._has_validation):
            return
        self._task, self._has_validation = task, has_validation
        chosen = self.figure.value() or next(iter(FIGURES))
        with QSignalBlocker(self.figure):
            self.figure.clear()
        titles = figure_titles(task, has_validation=has_validation)
        for name in FIGURES:
            self.figure.add_choice(name, *titles[name])
        self.figure.set_value(chosen)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_grid(self, grid: Grid, names: list[str]) -> None:
        """Another grid, or the same with an edit; names: of all lanes"""
        self._names = names
        if grid != self._grid:
            self._grid = grid
            self._lanes = ()
            self.map.set_sides(_side(grid.x), None if grid.y is None else _side(grid.y))
            self._show()
        self.show_lane(self._lane)

    def show_step(self, step: int | None) -> None:
        """The step that the figures belong to, which may lie behind that of the run."""
        self.step.setText("" if step is None else self.tr("step {step}").format(step=count(step)))

    def show_lanes(self, lanes: Sequence[LaneSnapshot]) -> None:
        """What the lanes have reached, painted when it returns; nothing where that is not known."""
        self._lanes = lanes
        if self._show() and self.map.isVisible():
            self.map.update()

    def _show(self) -> bool:
        if self._grid is None:
            return False
        cells = heat_cells(self._grid, self._lanes, self.figure.value(), self._task)
        self._ramp.set_ends(ends(cells))
        return self.map.set_cells(cells)

    def show_lane(self, lane: int) -> None:
        """Frames the cell of a lane."""
        self._lane = lane
        for row, cells in enumerate(self._grid.cells if self._grid else ()):
            for column, members in enumerate(cells):
                if lane in members:
                    self._go(row, column)

    def _go(self, row: int, column: int) -> None:
        self.map.set_current(row, column)
        self.map.describe(self._sentence(row, column))
        place = self.map.cell(row, column)
        middle = place.center()
        self._area.ensureVisible(middle.x(), middle.y(), place.width() // 2 + 2, place.height() // 2 + 2)

    # --- acting -----------------------------------------------------------------------------------------------------

    def _on_figure(self, name: object) -> None:
        self._show()

    def _on_picked(self, row: int, column: int) -> None:
        assert self._grid is not None
        members = self._grid.cells[row][column]
        self.picked.emit(self._lane if self._lane in members else members[0])

    def _help(self, row: int, column: int) -> str:
        """All figures of the lanes of a cell."""
        assert self._grid is not None
        members = self._grid.cells[row][column]
        parts = [field_text.wrapped(self._sentence(row, column))] if len(members) > 1 else []
        for lane in members[:_MOST_LISTED]:
            parts.append(field_text.wrapped(self._names[lane], self._figures(lane)))
        return "".join(parts)

    def _sentence(self, row: int, column: int) -> str:
        """``λ 0.01 · dropout 0.2: 93.7%``; the mean where there are several lanes."""
        assert self._grid is not None
        grid, cell = self._grid, self.map.cells()[row][column]
        parts = [value_name(grid.x.field, grid.x.values[column])]
        if grid.y is not None:
            parts.append(value_name(grid.y.field, grid.y.values[row]))
        what = self.figure.currentText()
        template = self.tr("{setting}: {figure} {value}")
        if len(cell.lanes) > 1:
            template = self.tr("{setting}: {figure} {value}, the mean of {count} lanes")
        return template.format(setting=" · ".join(parts), figure=what, value=cell.text, count=len(cell.lanes))

    def _figures(self, lane: int) -> str:
        if not self._lanes:
            return self.tr("not trained yet")
        said = self._lanes[lane]
        if said.diverged_at is not None:
            return self.tr("diverged at step {step}").format(step=count(said.diverged_at))
        template = self.tr(
            "train accuracy {0}, validation accuracy {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}"
            if self._has_validation
            else "train accuracy {0}, test accuracy {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}"
        )
        if self._task == "numbers":
            template = self.tr(
                "train R² {0}, validation R² {1}, gap {2}, train loss {3}, validation loss {4}, penalty {5}"
                if self._has_validation
                else "train R² {0}, test R² {1}, gap {2}, train loss {3}, test loss {4}, penalty {5}"
            )
        text = template.format(
            score(said.train_accuracy, self._task),
            score(said.held_out_accuracy, self._task),
            gap(said.gap, self._task),
            loss(said.train_data_loss),
            loss(said.held_out_data_loss),
            loss(said.penalty),
        )
        if said.stopped_at is not None and said.restored_from is not None:
            words = self.tr("stopped at step {step}, weights of step {best}")
            return f"{text}, " + words.format(step=count(said.stopped_at), best=count(said.restored_from))
        if said.stopped_at is not None:
            return f"{text}, " + self.tr("stopped at step {step}").format(step=count(said.stopped_at))
        if said.restored_from is not None:
            return f"{text}, " + self.tr("best of step {step}").format(step=count(said.restored_from))
        return text


def _side(axis: Axis) -> Side:
    info = declared(FieldPath.parse(lane_path(axis.field)))
    return Side(setting_title(axis.field, info), tuple(map(_written, axis.values)))


def _written(value: Any) -> str:
    if isinstance(value, bool | str):
        return value_title(value)
    return DASH if value is None else setting(value)
