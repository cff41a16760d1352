"""Points that a person paints: over those that are seen, on the canvas in the panel or on a large one beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from engine.data import Dataset
from engine.data.spec import Point
from engine.experiment.experiment import Experiment
from playground.data.painting.start import starting_points
from playground.data.rows.first_rows import DataRows

if TYPE_CHECKING:
    from playground.data.painting.window import PaintWindow


class PointPainting(QObject):
    """Keeps both canvases at what was painted."""

    painted = Signal(object)
    """The points that a person has painted."""
    save_wanted = Signal()
    """They are to be saved as a table."""

    def __init__(self, rows: DataRows, panel: QWidget) -> None:
        super().__init__(panel)
        self._panel = panel
        self._rows = rows
        self._experiment: Experiment | None = None
        self.dataset: Dataset | None = None
        """The rows that are seen."""
        self._is_painted = False
        """Whether these are painted ones."""
        self._large: PaintWindow | None = None
        rows.paint_button.clicked.connect(lambda: self.begin())
        rows.painted.connect(self.painted)
        rows.points_wanted.connect(self.save_wanted)
        rows.enlarged.connect(self._enlarge)

    def begin(self, kept: Sequence[Point] = ()) -> None:
        """With what was painted before, or with the points that are seen."""
        self.painted.emit(kept or starting_points(self.dataset))

    def bring_back(self) -> bool:
        """The points that the network has, where a canvas waits for some: what undo means there."""
        boards = self._rows.boards()
        if self._large is not None:
            boards.append(self._large.board)
        waiting = [board for board in boards if board.isVisible() and board.bring_back()]
        return bool(waiting)

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self._show_points()

    def _show_points(self) -> None:
        """What was painted, on the canvas here and on the large one."""
        experiment, dataset = self._experiment, self.dataset
        is_painted = experiment is not None and dataset is not None and experiment.data.source == "painted"
        if is_painted and not self._is_painted:
            self._rows.board.begin()
        self._is_painted = is_painted
        if experiment is not None and dataset is not None and is_painted:
            self._rows.show_painted(dataset, experiment.data.points)
        if self._large is not None and is_painted:
            self._large.board.take_over(self._rows.board)
        elif self._large is not None:
            self._large.close()

    def _enlarge(self) -> None:
        """The canvas in a window of its own, as long as there are painted points."""
        if self._large is None:
            from playground.data.painting.window import PaintWindow

            self._large = PaintWindow(self._panel)
            self._large.board.painted.connect(self.painted)
            self._large.board.save_wanted.connect(self.save_wanted)
        self._show_points()
        self._large.show()
        self._large.raise_()
        self._large.activateWindow()
