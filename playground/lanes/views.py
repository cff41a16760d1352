"""The ways to look at the lanes, and which one is chosen: a table, the map of a grid, or parallel coordinates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.data.task import Task
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import Grid, axes
from engine.train.snapshot import LaneSnapshot
from playground.lanes.table.columns import ROW
from playground.lanes.table.table import LaneTable
from playground.ui.widgets.view_choice import ViewChoice

if TYPE_CHECKING:
    from playground.lanes.grid.lane_map import LaneMap
    from playground.lanes.parallel.view import ParallelView

_FOR_LINES: Final = 110
"""Pixels of height that parallel coordinates want besides; and the most that a map does, which can be scrolled."""
_THREE_LANES: Final = 22 + 3 * ROW
"""Pixels that the table has in any window."""


class LaneViews(QStackedWidget):
    """``choice`` is what a person chooses one by; whoever makes this places it."""

    turned = Signal()
    """Another one was chosen, which has to be shown the figures."""
    room_changed = Signal()
    """It wants other room than until now, see `extra`."""
    shown_wanted = Signal(object)
    """[whether each lane shall be shown]"""

    def __init__(self, table: LaneTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._experiment: Experiment | None = None
        self.grid: Grid | None = None
        self._mapped: frozenset[str] = frozenset()
        """The settings of the grid that is to be shown as a map."""
        self._is_parallel = self._maps_new = False
        self.extra = 0
        """Pixels of height that are wanted besides those of the table."""
        self.choice = ViewChoice(
            "lanes.view",
            {
                "table": (self.tr("Table"), self.tr("Every lane as a row, with its settings to edit.")),
                "parallel": (
                    self.tr("Parallel coordinates"),
                    self.tr("Each lane as a line from its settings to its results: which settings lead to the best?"),
                ),
                "map": (self.tr("Map"), self.tr("The grid of the lanes in colours: see at a glance where it is best.")),
            },
            icons=True,
        )
        self.choice.chosen.connect(self._on_chosen)
        self.choice.hide()
        self.addWidget(table)

    @cached_property
    def map(self) -> LaneMap:
        """Made with the first grid."""
        from playground.lanes.grid.lane_map import LaneMap

        view = LaneMap()
        view.picked.connect(self._table.rows.select)
        self.addWidget(view)
        return view

    @cached_property
    def parallel(self) -> ParallelView:
        """Made when it is first looked at."""
        from playground.lanes.parallel.view import ParallelView

        view = ParallelView()
        view.picked.connect(self._table.rows.select)
        view.shown_wanted.connect(self.shown_wanted)
        self.addWidget(view)
        return view

    # --- which one --------------------------------------------------------------------------------------------------

    def take_over(self, other: LaneViews) -> None:
        """What a person had chosen there."""
        self._is_parallel, self._mapped = other._is_parallel, other._mapped
        self.turn()

    def turn(self) -> None:
        """To the map for the grid it was chosen for, as long as the lanes are one; to lines; or else to the table."""
        several = self._experiment is not None and len(self._experiment.lanes) > 1
        self._is_parallel = self._is_parallel and several
        is_map = self._is_map() and not self._is_parallel
        self.choice.setVisible(several)
        self.choice.offer("map", self.grid is not None)
        self.choice.set_value("parallel" if self._is_parallel else "map" if is_map else "table")
        self.setCurrentWidget(self.parallel if self._is_parallel else self.map if is_map else self._table)
        self._want_room(_FOR_LINES if self._is_parallel else self._for_map() if is_map else 0)

    @contextmanager
    def mapping_new(self) -> Iterator[None]:
        """Of other lanes that are made meanwhile, a grid of two settings is a map at once."""
        self._maps_new = True
        try:
            yield
        finally:
            self._maps_new = False

    def _is_map(self) -> bool:
        return self.grid is not None and _fields(self.grid) == self._mapped

    def _for_map(self) -> int:
        """So that all of its rows are seen, where they are not many."""
        return max(0, min(self.map.sizeHint().height() - _THREE_LANES, _FOR_LINES))

    def _want_room(self, extra: int) -> None:
        if extra != self.extra:
            self.extra = extra
            self.room_changed.emit()

    def _on_chosen(self, view: str) -> None:
        self._is_parallel = view == "parallel"
        if not self._is_parallel:
            self._mapped = _fields(self.grid) if view == "map" and self.grid is not None else frozenset()
        self.turn()
        self.turned.emit()
        shown = self.parallel.canvas if self._is_parallel else self.map.map if self._is_map() else self._table.rows
        shown.setFocus()

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        """The lanes that there are now. `turn` follows."""
        self._experiment = experiment
        before, self.grid = self.grid, axes(experiment)
        if self._maps_new and self.grid is not before and not self._is_parallel:
            self._mapped = _fields(self.grid) if self.grid is not None and self.grid.y is not None else frozenset()
        if self.grid is not None:
            self.map.show_grid(self.grid, [lane.name for lane in experiment.lanes])
            self.map.show_lane(max(0, self._table.rows.selected))

    def show_rows(self, task: Task, *, has_validation: bool) -> None:
        """What is learned of them, and which are held out."""
        if self.grid is not None:
            self.map.show_rows(task, has_validation=has_validation)

    def show_lane(self, index: int) -> None:
        """The one that is selected now."""
        if self.grid is not None:
            self.map.show_lane(index)
        if self._is_parallel:
            self.parallel.canvas.set_focus(index)

    def show_lanes(self, lanes: Sequence[LaneSnapshot], task: Task, *, has_validation: bool, step: int | None) -> bool:
        """Their figures at that step, where it is not the table that is on the screen; whether that was so."""
        if self._is_parallel:
            self.show_lines(lanes, task, has_validation=has_validation)
        elif self.currentWidget() is not self._table:
            self.map.show_lanes(lanes)
            self.map.show_step(step)
        else:
            return False
        return True

    def show_lines(self, lanes: Sequence[LaneSnapshot], task: Task, *, has_validation: bool) -> None:
        """The lanes and their figures as parallel coordinates, where these are chosen."""
        if self._is_parallel and self._experiment is not None:
            self.parallel.show_lanes(self._experiment, lanes, task, has_validation=has_validation)
            self.parallel.canvas.set_focus(self._table.rows.selected)


def _fields(grid: Grid) -> frozenset[str]:
    return frozenset(side.field for side in (grid.x, grid.y) if side is not None)
