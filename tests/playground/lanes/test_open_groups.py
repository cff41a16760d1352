"""Groups of repeated lanes are opened and closed, also while somebody types in them, and the program outlives it."""

from __future__ import annotations

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
from tests.conftest import BY_NIGHT
from tests.playground.fork_server import ForkServer
from tests.playground.helpers import find, small
from tests.playground.lane_desk import Desk

Open = Callable[[Experiment], Desk]


@pytest.fixture
def desk(qtbot: QtBot) -> Open:
    def make(experiment: Experiment) -> Desk:
        return Desk(qtbot, experiment)

    return make


def test_a_group_that_is_closed_takes_its_editors_with_it_and_not_the_program(
    fork_server: ForkServer, tmp_path: Path
) -> None:
    """Qt holds bare pointers to editors in cells, so they are its to delete."""
    arguments = ["thorough"] if BY_NIGHT else []
    done = fork_server.run("tests.playground.lanes.opened_and_closed", *arguments, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) == (27 if BY_NIGHT else 9)


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
