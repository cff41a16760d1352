"""A lanes panel on a desk: who does what it asks for, and hands to use it with."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.comparisons.search import search
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes import grids, lane_edits, repeats
from engine.train.history.history import HistoryView
from engine.train.snapshot import LaneSnapshot, Snapshot
from playground.lanes.panel import LanesPanel
from playground.lanes.table.figures.lane_figures import Figures
from playground.ui.fields.name_edit import NameEdit


class Desk:
    """A panel, and who does what it asks for: as the window does, without training."""

    def __init__(self, qtbot: QtBot, experiment: Experiment) -> None:
        self.panel = LanesPanel()
        qtbot.addWidget(self.panel)
        self.asked: list[tuple[Any, ...]] = []
        self.panel.edited.connect(self.edit)
        self.panel.added.connect(self.add)
        self.panel.duplicated.connect(self.duplicate)
        self.panel.removed.connect(self.remove)
        self.panel.compared.connect(self.compare)
        self.panel.moved.connect(self.move)
        self.panel.soloed.connect(self.solo)
        self.panel.all_shown.connect(self.show_all)
        self.panel.grid_wanted.connect(self.grid)
        self.panel.search_wanted.connect(self.search)
        self.panel.edited_together.connect(self.edit_together)
        self.panel.more_seeds_wanted.connect(self.more_seeds)
        self.show(experiment)
        self.panel.resize(900, 220)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)

    def show(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.panel.show_experiment(experiment)

    def edit(self, path: str, value: object) -> None:
        self.asked.append((path, value))
        self.show(edited(self.experiment, path, value))

    def edit_together(self, edits: object) -> None:
        assert isinstance(edits, list)
        self.asked.append(("together", *edits))
        for path, value in edits:
            self.experiment = edited(self.experiment, path, value)
        self.show(self.experiment)

    def add(self) -> None:
        self.asked.append(("add",))
        self.show(lane_edits.add_lane(self.experiment))

    def duplicate(self, index: int) -> None:
        self.asked.append(("duplicate", index))
        self.show(lane_edits.duplicate_lane(self.experiment, index))

    def remove(self, index: int) -> None:
        self.asked.append(("remove", index))
        self.show(lane_edits.remove_lane(self.experiment, index))

    def compare(self, name: str, lane: int) -> None:
        self.asked.append(("compare", name))
        self.show(COMPARISONS[name].make(Start(self.experiment, lane)))

    def move(self, index: int, to: int) -> None:
        self.asked.append(("move", index, to))
        self.show(lane_edits.move_lane(self.experiment, index, to))

    def solo(self, index: int) -> None:
        self.asked.append(("solo", index))
        self.show(lane_edits.solo(self.experiment, index))

    def show_all(self) -> None:
        self.asked.append(("show all",))
        self.show(lane_edits.show_all(self.experiment))

    def grid(self, values: object, lane: int) -> None:
        assert isinstance(values, dict)
        self.asked.append(("grid", values))
        self.show(grids.grid(self.experiment, values, lane=lane))

    def search(self, ranges: object, count: int, draw: int, lane: int) -> None:
        assert isinstance(ranges, dict)
        self.asked.append(("search", ranges, count, draw))
        self.show(search(self.experiment, ranges, count, draw=draw, lane=lane))

    def more_seeds(self, more: int) -> None:
        self.asked.append(("more seeds", more))
        self.show(repeats.more_seeds(self.experiment, more))

    # --- what a person does and sees ---

    def names(self) -> list[str]:
        rows = self.panel.table.rows
        shown = []
        for index, entry in enumerate(rows.model_of_lanes.lanes):
            rows.build(index)
            editor = self.panel.findChild(NameEdit, f"lanes.{index}.name")  # none where its setting is folded
            shown.append(entry.name if editor is None else editor.value())
        assert shown == [lane.name for lane in self.experiment.lanes]
        return shown

    def selected(self) -> int:
        rows = self.panel.table.rows
        assert rows.selected in rows.selected_lanes()
        return rows.selected

    def click_row(self, index: int) -> None:
        QTest.mouseClick(self.panel.table.rows.viewport(), Qt.MouseButton.LeftButton, pos=self.place(index))

    def place(self, index: int, column: str = "mark") -> QPoint:
        """A point of a lane's row, in the viewport, that is on no control."""
        rect = self.panel.table.rows.visualRect(self.panel.table.rows.index_of(index, column))
        return rect.center() if column != "mark" else QPoint(rect.x() + 8, rect.center().y())

    def texts(self, index: int) -> tuple[str, ...]:
        return self.figures(index).texts

    def figures(self, index: int) -> Figures:
        return self.panel.table.rows.model_of_lanes.figures[index]


def lane(train: float, test: float, *, loss: float = 0.5, diverged_at: int | None = None) -> LaneSnapshot:
    penalty = 0.125 if diverged_at is None else math.nan
    return LaneSnapshot("lane", 0, loss, loss + 0.25, penalty, train, test, diverged_at)


def snapshot(*lanes: LaneSnapshot) -> Snapshot:
    history = HistoryView(np.zeros(0, np.int64), np.zeros((0, 5, len(lanes)), np.float32))
    return Snapshot(1, 10, 1.0, 10, 0.1, lanes, history)
