"""Which loss is shown: the data loss everywhere, the penalty by itself, and their sum only where it is asked for."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.lanes.grids import grid
from engine.store.experiment_files import save_history
from engine.store.run_files import save_checkpoint
from engine.train.kept.run_state import capture
from engine.train.trainer import Trainer
from playground.export.lane_sheet import tab_separated
from playground.lanes.table.columns import FIGURES
from playground.shell.app import create_window
from playground.shell.main_window import MainWindow
from playground.ui.text.numbers import loss
from tests.playground.helpers import find, small

Record = dict[str, str]

NOISY = {"source": "digits", "train": 100, "test": 200, "label_noise": 0.3}
"""So much to learn by heart that a penalty helps."""


@pytest.fixture(scope="module")
def run_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A grid of λ and dropout at its end, in which a penalty lowers the data loss, and raises its sum with it."""
    net = [{"kind": "dense", "units": 64}, {"kind": "activation"}, {"kind": "dropout"}, {"kind": "dense", "units": 10}]
    rate = {"kind": "sgd", "learning_rate": 0.1}
    stack = small(data=NOISY, layers=net, optimizer=rate, batch_size=32, steps=800)
    experiment = grid(stack, {"l2": (0.0, 0.003, 0.01), "rate": (0.0, 0.2)})
    trainer = Trainer(experiment, load(experiment.data))
    while trainer.step < 800:
        trainer.measure()
        trainer.run(8)
    trainer.end()
    path = tmp_path_factory.mktemp("run") / "grid.npz"
    save_checkpoint(capture(trainer), path)
    return path


@pytest.fixture
def window(qtbot: QtBot, run_file: Path) -> MainWindow:
    """With that run, which is opened, for all here only look at it."""
    window = create_window(small())
    qtbot.addWidget(window)
    window.show()
    window.files.open_path(run_file)
    qtbot.waitUntil(lambda: window.session.snapshot is not None and window.session.snapshot.step == 800)
    return window


@pytest.fixture
def exported(window: MainWindow, tmp_path: Path) -> list[Record]:
    """The last record of each lane, as the history's file has it."""
    assert window.session.snapshot is not None
    names = [lane.name for lane in window.session.experiment.lanes]
    save_history(window.session.snapshot.history, names, tmp_path / "h.csv")
    records = list(csv.DictReader(io.StringIO((tmp_path / "h.csv").read_text(encoding="utf-8"))))
    last = {record["lane"]: record for record in records}
    assert {record["step"] for record in last.values()} == {"800"}
    return [last[name] for name in names]


def best_of(records: list[Record], column: str) -> str:
    return min(records, key=lambda record: float(record[column]))["lane"]


def test_the_penalty_does_not_decide_what_is_best_in_the_map(window: MainWindow, exported: list[Record]) -> None:
    assert best_of(exported, "test_data_loss") == "λ 0.01 · dropout 0.2"
    assert best_of(exported, "test_loss") == "λ 0 · dropout 0.2"
    find(window, QAction, "action.focus_lanes").trigger()
    window.lanes.views.choice.chosen.emit("map")
    view = window.lanes.views.map
    choices = {view.figure.itemText(row): view.figure.itemData(row) for row in range(view.figure.count())}
    assert "Test loss + penalty" in choices
    for title, column in (("Test loss", "test_data_loss"), ("Test loss + penalty", "test_loss")):
        view.figure.set_value(choices[title])
        view._on_figure(choices[title])
        cells = [cell for row in view.map.cells() for cell in row]
        by_lane = {window.session.experiment.lanes[cell.lanes[0]].name: cell for cell in cells}
        assert [name for name, cell in by_lane.items() if cell.is_best] == [best_of(exported, column)]
        for record in exported:
            assert by_lane[record["lane"]].text == loss(float(record[column])), title


def test_table_and_sheet_say_what_the_history_says(window: MainWindow, exported: list[Record]) -> None:
    columns = ("train_data_loss", "test_data_loss", "penalty")
    for row, record in zip(window.lanes.table.rows.model_of_lanes.figures, exported, strict=True):
        assert row.texts[3:] == tuple(loss(float(record[name])) for name in columns)
    headings = [window.lanes.table.rows.model_of_lanes.headings[name][0] for name in FIGURES[3:]]
    assert headings == ["Train loss", "Test loss", "Penalty"]
    assert window.session.snapshot is not None
    head, *lines = tab_separated(window.session.experiment, window.session.snapshot).splitlines()
    places = [head.split("\t").index(title) for title in headings]
    for line, record in zip(lines, exported, strict=True):
        numbers = [float(line.split("\t")[place]) for place in places]
        assert numbers == pytest.approx([float(record[name]) for name in columns], rel=1e-5)


def test_curves_begin_with_the_data_loss_and_can_show_the_sum(window: MainWindow, exported: list[Record]) -> None:
    panel = window.curves
    parts = (("", "Loss", "data_loss"), ("penalty", "Penalty", ""), ("loss", "Loss + penalty", "loss"))
    for part, title, column in parts:
        if part:
            find(window, QAction, f"action.curve_part.{part}").trigger()
        assert panel.header._title.text() == title
        assert panel.header._title.toolTip()
        drawn = panel.loss.lines
        assert drawn is not None
        for lane, record in enumerate(exported):
            wanted = [record[f"{rows}_{column}"] if column else record["penalty"] for rows in ("train", "test")]
            ends = tuple(float(points.of(lane)[1][-1]) for points in (drawn.train, drawn.test))
            assert ends == pytest.approx(tuple(map(float, wanted)), rel=1e-5)
            if column:
                assert drawn.best is not None
                assert drawn.best[1][lane] <= float(record[f"test_{column}"]) * (1 + 1e-6)


def test_a_panel_made_anew_keeps_saying_which_loss_it_shows(window: MainWindow) -> None:
    find(window, QAction, "action.curve_part.loss").trigger()
    for _ in ("dark", "and light again"):
        window.actions_by_name["theme"].trigger()
        assert window.curves.header._title.text() == "Loss + penalty"
