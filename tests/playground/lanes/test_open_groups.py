"""Groups of repeated lanes are opened and closed, also while somebody types in them, and the program outlives it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import seeds
from engine.experiment.lanes.lane_edits import compare
from playground.lanes.table.column_menu import ColumnMenu
from playground.ui.fields.name_edit import NameEdit
from tests.playground.helpers import find, small
from tests.playground.lane_desk import Desk

Open = Callable[[Experiment], Desk]
ROOT = Path(__file__).parents[3]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment) -> Desk:
        return Desk(qtbot, experiment)

    return make


def test_a_group_that_is_closed_takes_its_editors_with_it_and_not_the_program() -> None:
    """Qt holds bare pointers to editors in cells, so they are its to delete. What has been given back is filled with
    other bytes (glibc), so that a pointer that is followed there ends the process each time, and not now and then.
    """
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.playground.lanes.opened_and_closed"],
        cwd=ROOT,
        env={**os.environ, "MALLOC_PERTURB_": "165", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) > 20


def typing(d: Desk, lane: int) -> None:
    """A name is begun in a lane's editor, and not taken yet."""
    rows = d.panel.table.rows
    rows.build(lane)
    name = find(d.panel, NameEdit, f"lanes.{lane}.name")
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "other")


def test_what_is_typed_in_a_group_counts_when_it_is_closed(desk: Open) -> None:
    d = desk(seeds(small(), 3))
    rows = d.panel.table.rows
    rows.toggle(3)
    typing(d, 1)
    rows.toggle(3)
    assert d.asked == [("lanes.1.name", "other")]
    assert rows.hasFocus()
    assert [lane.name for lane in d.experiment.lanes][1] == "other"


@pytest.mark.parametrize("other", [small(), seeds(compare(small(), "batch_size", (2, 4, 8)), 3)])
def test_what_is_typed_in_a_lane_that_is_taken_away_is_no_edit_of_another(desk: Open, other: Experiment) -> None:
    """Neither while the table changes its rows, nor afterwards."""
    d = desk(small(lanes=[{"name": name} for name in "abcd"]))
    typing(d, 3)
    d.show(other)
    assert d.asked == []
    assert d.experiment == other


def test_what_is_typed_counts_before_its_column_is_hidden(desk: Open) -> None:
    d = desk(small(lanes=[{"name": "a"}, {"name": "b"}]))
    table = d.panel.table
    typing(d, 1)
    menu = ColumnMenu(table, table.rows.model_of_lanes.headings, set(), is_folded=None)
    menu.triggered.connect(table._on_menu)
    next(action for action in menu.actions() if action.data() == "gap").trigger()
    assert d.asked == [("lanes.1.name", "other")]
    assert "gap" not in table.rows.model_of_lanes.columns
