"""Groups of the lane table opened and closed, in a process of its own, which would die: run by test_open_groups.py.

``python -m tests.playground.lanes.opened_and_closed [thorough]`` ends with 0 and says how often it has done so. What
has been given back is filled with other bytes (glibc), so that a pointer that is followed there ends the process each
time, and not now and then.
"""

from __future__ import annotations

import ctypes
import faulthandler
import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from engine.experiment.comparisons.base import Start
from engine.experiment.comparisons.registry import COMPARISONS
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seeds
from engine.experiment.lanes.lane_edits import compare
from playground.lanes.panel import LanesPanel
from playground.lanes.table.view import LaneView
from tests.playground.helpers import small

Button, Key = Qt.MouseButton, Qt.Key
_PERTURB = -6  # M_PERTURB of malloc.h
FOLDED = {
    "folds": lambda: COMPARISONS["folds"].make(Start(small(data={"source": "digits", "train": 60, "test": 40}), 0)),
    "seeds": lambda: seeds(compare(small(), "l2", (0.0, 0.1)), 3),
}


def settle() -> None:
    """What was to be deleted is, and then the table lays itself out anew, as it may at any time."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[arg-type]  # of all objects
    panel.resize(panel.width(), 460 - panel.height())
    QApplication.processEvents()
    panel.table.rows.updateEditorGeometries()


def arrow(rows: LaneView, group: int) -> QPoint:
    return rows.visualRect(rows.index_of(len(rows.model_of_lanes.lanes) + group, "visible")).center()


def by_mouse(rows: LaneView, group: int) -> None:
    QTest.mouseClick(rows.viewport(), Button.LeftButton, pos=arrow(rows, group))


def by_space(rows: LaneView, group: int) -> None:
    rows.select(rows.model_of_lanes.groups[group][0])
    rows.setCurrentIndex(rows.index_of(len(rows.model_of_lanes.lanes) + group, "divider"))
    rows.setFocus()
    QTest.keyClick(rows, Key.Key_Space)


def while_typing(rows: LaneView, group: int) -> None:
    """The keyboard is at an editor of a row that goes, with a number that has not been taken yet."""
    lane = rows.model_of_lanes.groups[group][0]
    if rows.is_open(len(rows.model_of_lanes.lanes) + group):
        name = rows.findChild(QLineEdit, f"lanes.{lane}.name")
        assert name is not None
        name.setFocus()
        name.selectAll()
        QTest.keyClicks(name, "other")
    rows.toggle(len(rows.model_of_lanes.lanes) + group)


def opened_and_closed(rows: LaneView, group: int, press: Callable[[LaneView, int], None]) -> None:
    for is_open in (True, False):
        press(rows, group)
        assert rows.is_open(len(rows.model_of_lanes.lanes) + group) == is_open
        settle()


def with_other_columns(experiment: Experiment) -> None:
    """While a group is open, lanes are edited so that other columns are needed, and taken back."""
    rows = panel.table.rows
    by_mouse(rows, 0)
    settle()
    for each in (edited(experiment, "lanes.1.optimizer.learning_rate", 0.5), small(), experiment):
        panel.show_experiment(each)
        settle()


def ways(sorts: int) -> tuple[Callable[[LaneView, int], None], ...]:
    """How groups are opened and closed after so many sorts: each way after one of them, or after all."""
    every = (by_mouse, by_space, while_typing)
    return every if "thorough" in sys.argv else every[sorts : sorts + 1]


faulthandler.enable()
if sys.platform == "linux":
    ctypes.CDLL(None).mallopt(_PERTURB, 165)
application = QApplication(sys.argv)
panel = LanesPanel()
panel.edited.connect(lambda path, value: panel.show_experiment(edited(shown, path, value)))
panel.resize(900, 220)
panel.show()
panel.activateWindow()
count = 0
for make in FOLDED.values():
    shown = make()
    panel.show_experiment(shown)
    settle()
    rows = panel.table.rows
    for sorts, heading in enumerate(("", "name", "name")):
        if heading:
            rows.sort_by(heading)
        for press in ways(sorts):
            for group in range(len(rows.model_of_lanes.groups)):
                opened_and_closed(rows, group, press)
                count += 1
    with_other_columns(shown)
print(count)
