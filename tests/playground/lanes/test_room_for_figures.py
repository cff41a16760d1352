"""What a person looks for in the lane table is in sight at 1280 pixels, and two figures never read as one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from engine.data import load_table
from engine.data.spec import DataSpec
from engine.experiment.edits.starter import starter
from engine.experiment.experiment import Experiment
from playground.lanes.table.columns import ERRORS, TEST
from playground.lanes.table.table import LaneTable
from playground.shell.main_window import MainWindow
from playground.ui.fields.numbers.number_edit import NumberEdit
from playground.ui.look import theme
from tests.playground.conftest import Open
from tests.playground.helpers import click, find, small

NET = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 1}]


def prices(folder: Path) -> str:
    """Of houses, a few of which cost sixty times as much."""
    path = folder / "prices.csv"
    lines = [f"{i % 17},{i % 5},{(i % 17 * 5 + i % 5) * 300_000 * (60 if i % 40 == 7 else 1)}" for i in range(200)]
    path.write_text("\n".join(["area,rooms,price", *lines, ""]))
    return str(path)


@pytest.fixture
def open_window(shared_window: Open) -> Open:
    """As wide as many screens are."""

    def opened(experiment: Experiment) -> MainWindow:
        window = shared_window(experiment)
        window.resize(1280, 690)
        return window

    return opened


def trained(qtbot: QtBot, window: MainWindow, steps: int, lanes: int) -> LaneTable:
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and len(session.snapshot.lanes) == lanes)
    assert session.snapshot is not None
    until = session.snapshot.step + steps
    session.run.play(steps)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step == until)
    qtbot.waitUntil(lambda: not session.is_training)
    return window.lanes.table


def test_the_error_of_rows_held_out_is_in_sight_of_folds_too(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    data = {"source": prices(tmp_path), "label": "price", "task": "numbers", "train": 120, "validation": 40, "test": 40}
    window = open_window(small(data=data, layers=NET, loss="mean_squared_error"))
    window.lanes.compared.emit("folds", 0)
    table = trained(qtbot, window, 10, 5)
    room = table.rows.viewport().width()
    spans = table.columns.spans(room)
    assert spans[ERRORS[1]].end <= room
    assert "±" in table.rows.model_of_lanes.group_figures[0].errors[1]
    assert table.rows.horizontalScrollBar().maximum() == 0


def test_a_test_that_was_seen_stands_apart_from_the_figure_before(open_window: Open, qtbot: QtBot) -> None:
    data = {"source": "digits", "train": 60, "validation": 40, "test": 50}
    window = open_window(small(data=data))
    window.lanes.compared.emit("folds", 0)
    trained(qtbot, window, 5, 5)
    click(qtbot, window, "action.open_test_set")
    qtbot.waitUntil(lambda: window.session.snapshot is not None and not window.session.snapshot.is_test_sealed)
    table = trained(qtbot, window, 5, 5)
    assert table.rows.order.is_folded
    span = table.columns.spans(table.rows.viewport().width())[TEST]
    model = table.rows.model_of_lanes
    for text, font in ((model.figures[0].texts[-1], "number"), (model.group_figures[0].texts[-1], "small")):
        assert text == "seen 1×"
        wide = QFontMetrics(theme.font("number" if font == "number" else "small")).horizontalAdvance(text)
        assert span.width - wide >= 7


def own_table(folder: Path, rows: int) -> Experiment:
    rng = np.random.default_rng(0)
    values = rng.normal(size=(rows, 2)).round(3)
    lines = [f"{a},{b},{'yes' if a + b + rng.normal() > 0 else 'no'}" for a, b in values]
    (folder / "own.csv").write_text("\n".join(["a,b,relapse", *lines, ""]))
    table = load_table(DataSpec(source=str(folder / "own.csv")), is_new=True)
    assert table.as_read is not None
    return starter(table.as_read, n_outputs=2)


def test_no_empty_column_pushes_figures_of_folds_out_of_sight(open_window: Open, qtbot: QtBot, tmp_path: Path) -> None:
    """Of a net without dropout: its column went while there was room for nothing else, and came back with the rest."""
    window = open_window(own_table(tmp_path, 60))
    window.lanes.compared.emit("folds", 0)
    session = window.session
    qtbot.waitUntil(lambda: session.snapshot is not None and len(session.snapshot.lanes) == 5)
    session.run.play(100)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step > 0 and not session.is_training)
    table = window.lanes.table
    model = table.rows.model_of_lanes
    qtbot.waitUntil(lambda: bool(model.group_figures) and "±" in model.group_figures[0].texts[0])
    assert "rate" in table.columns.given_up
    assert table.rows.horizontalScrollBar().maximum() == 0
    assert table.columns.spans(table.rows.viewport().width())[TEST].end <= table.rows.viewport().width()
    window.resize(900, 690)
    assert table.rows.horizontalScrollBar().maximum() > 0
    assert table.columns.given_up == {"rate"}, "where it has to be scrolled anyway all that say something are there"


@pytest.mark.parametrize(("setting", "gone"), [("l2", "gap"), ("rate", "penalty")])
def test_where_lanes_differ_in_what_is_penalized_the_penalty_is_in_sight(
    open_window: Open, qtbot: QtBot, setting: str, gone: str
) -> None:
    lanes = [{"name": "none"}, {"name": "some", "set": {f"layers.*.{setting}": 0.1}}]
    layers = [{"kind": "dense", "units": 8}, {"kind": "dropout"}, {"kind": "dense", "units": 10}]
    window = open_window(small(data={"source": "digits", "validation": 50}, layers=layers, lanes=lanes))
    table = trained(qtbot, window, 5, 2)
    missing = table.columns.narrowest_without(frozenset()) - table._room()
    window.resize(window.width() - 10 + missing, 690)
    qtbot.waitUntil(lambda: bool(table.columns.given_up))
    assert table.columns.given_up == {gone}
    assert table.rows.horizontalScrollBar().maximum() == 0


def test_a_penalty_of_four_decimals_is_not_cut(open_window: Open, tmp_path: Path) -> None:
    """0.0056 was shown as 0.005."""
    window = open_window(own_table(tmp_path, 3000))
    window.lanes.table.rows.select(0)
    editor = find(window, NumberEdit, "lanes.0.l2")
    assert editor.text() == "0.0056"
    line = editor.lineEdit()
    wide = line.fontMetrics().horizontalAdvance(line.text())
    assert line.width() - line.textMargins().left() - line.textMargins().right() >= wide + 4
