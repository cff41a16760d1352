"""Which loss is shown: the data loss everywhere, the penalty by itself, and their sum only where it is asked for."""

from __future__ import annotations

import csv
import io

import pytest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.lanes.grids import grid
from engine.store.experiment_files import save_history
from engine.train.trainer import Trainer
from playground.export.lane_sheet import tab_separated
from playground.lanes.panel import LanesPanel
from playground.lanes.table.columns import FIGURES
from playground.ui.text.numbers import loss
from tests.playground import conftest
from tests.playground.curves.desk import Open, choose
from tests.playground.helpers import small
from tests.playground.lane_desk import Desk

Record = dict[str, str]

NOISY = {"source": "digits", "train": 100, "test": 200, "label_noise": 0.3}
"""So much to learn by heart that a penalty helps."""


@pytest.fixture(scope="module")
def trainer() -> Trainer:
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
    return trainer


@pytest.fixture
def lanes(qtbot: QtBot, trainer: Trainer) -> LanesPanel:
    """The panel of the lanes, with that run."""
    panel = Desk(qtbot, trainer.experiment).panel
    panel.show_dataset(trainer.dataset)
    panel.show_snapshot(trainer.snapshot())
    return panel


@pytest.fixture(scope="module")
def exported(trainer: Trainer, tmp_path_factory: pytest.TempPathFactory) -> list[Record]:
    """The last record of each lane, as the history's file has it."""
    path = tmp_path_factory.mktemp("run") / "h.csv"
    names = [lane.name for lane in trainer.experiment.lanes]
    save_history(trainer.snapshot().history, names, path)
    records = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    last = {record["lane"]: record for record in records}
    assert {record["step"] for record in last.values()} == {"800"}
    return [last[name] for name in names]


def best_of(records: list[Record], column: str) -> str:
    return min(records, key=lambda record: float(record[column]))["lane"]


def test_the_penalty_does_not_decide_what_is_best_in_the_map(
    lanes: LanesPanel, trainer: Trainer, exported: list[Record]
) -> None:
    assert best_of(exported, "test_data_loss") == "λ 0.01 · dropout 0.2"
    assert best_of(exported, "test_loss") == "λ 0 · dropout 0.2"
    lanes.views.choice.chosen.emit("map")
    view = lanes.views.map
    choices = {view.figure.itemText(row): view.figure.itemData(row) for row in range(view.figure.count())}
    assert "Test loss + penalty" in choices
    for title, column in (("Test loss", "test_data_loss"), ("Test loss + penalty", "test_loss")):
        view.figure.set_value(choices[title])
        view._on_figure(choices[title])
        cells = [cell for row in view.map.cells() for cell in row]
        by_lane = {trainer.experiment.lanes[cell.lanes[0]].name: cell for cell in cells}
        assert [name for name, cell in by_lane.items() if cell.is_best] == [best_of(exported, column)]
        for record in exported:
            assert by_lane[record["lane"]].text == loss(float(record[column])), title


def test_table_and_sheet_say_what_the_history_says(lanes: LanesPanel, trainer: Trainer, exported: list[Record]) -> None:
    columns = ("train_data_loss", "test_data_loss", "penalty")
    for row, record in zip(lanes.table.rows.model_of_lanes.figures, exported, strict=True):
        assert row.texts[3:] == tuple(loss(float(record[name])) for name in columns)
    headings = [lanes.table.rows.model_of_lanes.headings[name][0] for name in FIGURES[3:]]
    assert headings == ["Train loss", "Test loss", "Penalty"]
    head, *lines = tab_separated(trainer.experiment, trainer.snapshot()).splitlines()
    places = [head.split("\t").index(title) for title in headings]
    for line, record in zip(lines, exported, strict=True):
        numbers = [float(line.split("\t")[place]) for place in places]
        assert numbers == pytest.approx([float(record[name]) for name in columns], rel=1e-5)


def test_curves_begin_with_the_data_loss_and_can_show_the_sum(
    opened: Open, trainer: Trainer, exported: list[Record]
) -> None:
    panel = opened(trainer.experiment)
    panel.show_snapshot(trainer.snapshot())
    parts = (("", "Loss", "data_loss"), ("penalty", "Penalty", ""), ("loss", "Loss + penalty", "loss"))
    for part, title, column in parts:
        if part:
            choose(panel, f"curve_part.{part}")
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


def test_a_panel_made_anew_keeps_saying_which_loss_it_shows(shared_window: conftest.Open) -> None:
    window = shared_window(small())
    choose(window.curves, "curve_part.loss")
    window.rebuild()  # as for another theme or language
    assert window.curves.header._title.text() == "Loss + penalty"
