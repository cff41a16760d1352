"""What a run has measured is the same wherever it is read: curves, table, spreadsheet, files, terminal - and a pass
through the saved weights by hand."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.store.experiment_files import save_history
from engine.store.model_files import save_model
from engine.train.trainer import Trainer
from playground.cli.report import lanes_table, run_object
from playground.curves.panel import CurvesPanel
from playground.export.lane_sheet import tab_separated
from playground.ui.text import numbers
from tests.engine.helpers import activation, dense, dropout
from tests.playground.lane_desk import Desk

LANES: list[dict[str, Any]] = [{"name": "a"}, {"name": "b", "set": {"layers.*.l2": 0.1}}]
CLASSES: dict[str, Any] = {
    "data": {"source": "digits", "train": 120, "validation": 60, "test": 60, "label_noise": 0.2},
    "layers": [dense(12, l2=0.01, l1=0.001), activation("relu"), dropout(0.25), dense(10, l2=0.01)],
    "loss": "softmax_cross_entropy",
}
NUMBERS: dict[str, Any] = {
    "data": {"source": "hills", "task": "numbers", "train": 120, "test": 60},
    "layers": [dense(12, l2=0.01), activation("relu"), dropout(0.25), dense(1, l2=0.01)],
    "loss": "mean_squared_error",
}
OF_FOLDS: dict[str, Any] = {
    **CLASSES,
    "data": {**CLASSES["data"], "validation": 0, "folds": 3},
    "lanes": [{"name": "a", "set": {"data.fold": 1}}, {"name": "b", "set": {"data.fold": 2}}],
}


def of(what: dict[str, Any]) -> Experiment:
    return parse({"lanes": LANES, "batch_size": 20, "steps": 60, **what})


@pytest.mark.parametrize("what", [CLASSES, NUMBERS, OF_FOLDS], ids=["classes", "numbers", "folds"])
def test_a_figure_is_the_same_wherever_it_is_read(qtbot: QtBot, tmp_path: Path, what: dict[str, Any]) -> None:
    experiment = of(what)
    trainer = Trainer(experiment, load(experiment.data))
    for _ in range(3):
        trainer.run(20)
        trainer.measure()
    shot = trainer.snapshot()
    rows = "valid" if shot.has_validation else "test"
    task = experiment.data.task
    curves = CurvesPanel()
    qtbot.addWidget(curves)
    curves.resize(800, 500)
    curves.show_experiment(experiment)
    curves.show_dataset(trainer.dataset)
    curves.show_snapshot(shot)
    table = Desk(qtbot, experiment)
    table.panel.show_dataset(trainer.dataset)
    table.panel.show_snapshot(shot)
    save_history(trainer.history.view(), [lane.name for lane in experiment.lanes], tmp_path / "h.csv", task=task)
    with (tmp_path / "h.csv").open(encoding="utf-8") as stream:
        file = list(csv.DictReader(stream))[-2:]
    sheet = [line.split("\t") for line in tab_separated(experiment, shot).splitlines()]
    terminal = lanes_table(shot.lanes, task)
    cells = [[str(cell) for cell in column.cells] for column in terminal.columns]
    score = "accuracy" if task == "classes" else "r2"
    for index, lane in enumerate(shot.lanes):
        losses = lane.train_data_loss, getattr(lane, f"{rows}_data_loss")
        scores = lane.train_accuracy, getattr(lane, f"{rows}_accuracy")
        for measure, value in (
            *zip(("train_data_loss", f"{rows}_data_loss"), losses, strict=True),
            *zip(("train_accuracy", f"{rows}_accuracy"), scores, strict=True),
        ):
            steps, painted = curves.drawn(index, measure)
            assert (steps[-1], painted[-1]) == (shot.step, pytest.approx(value, rel=1e-6)), measure
        word = "validation" if shot.has_validation else "test"
        for plot, (train, held_out), written in (
            (curves.loss, losses, numbers.loss),
            (curves.accuracy, scores, lambda value: numbers.score(value, task)),
        ):
            assert f"{lane.name}: train {written(train)}, {word} {written(held_out)}" in plot.told(shot.step)
        texts = table.texts(index)
        assert {*map(numbers.loss, losses), *(numbers.score(value, task) for value in scores)} <= set(texts)
        named = dict(zip(sheet[0], sheet[1 + index], strict=True))
        assert float(named["Train loss"]) == pytest.approx(losses[0], rel=1e-6)
        assert float(named["Penalty"]) == pytest.approx(lane.penalty, rel=1e-6)
        assert float(named[f"{word.title()} loss"]) == pytest.approx(losses[1], rel=1e-6)
        assert float(file[index]["train_data_loss"]) == pytest.approx(losses[0], rel=1e-6)
        assert float(file[index]["train_loss"]) == pytest.approx(losses[0] + lane.penalty, rel=1e-6)
        assert float(file[index][f"test_{score}"]) == pytest.approx(lane.test_accuracy, rel=1e-6)
        said = run_object(experiment, shot, None)["lanes"][index]
        assert said["train"]["data_loss"] == losses[0]
        assert said["validation" if shot.has_validation else "test"]["data_loss"] == losses[1]
        line = [column[index] for column in cells]
        assert line[1] == f"{losses[0]:.4f}"
        assert line[-1] == f"{lane.penalty:.4f}"


def test_the_figures_are_those_of_the_saved_weights(tmp_path: Path) -> None:
    experiment = of(CLASSES)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(60)
    save_model(trainer, tmp_path / "m.npz")
    data, file = trainer.dataset, np.load(tmp_path / "m.npz", allow_pickle=False)
    for index, lane in enumerate(trainer.snapshot().lanes):
        w1, b1, w2, b2 = (
            file[f"lanes.{index}.layers.{layer}.{name}"].astype(float)
            for layer in (0, 3)
            for name in ("weight", "bias")
        )
        l1, l2 = (0.001, 0.01) if index == 0 else (0.001, 0.1)
        penalty = l1 * abs(w1).sum() + l2 / 2 * ((w1**2).sum() + (w2**2).sum())
        assert lane.penalty == pytest.approx(penalty, rel=1e-5)
        assert data.valid_x is not None
        assert data.valid_y is not None
        for x, y, loss, accuracy in (
            (data.train_x, data.train_y, lane.train_data_loss, lane.train_accuracy),
            (data.valid_x, data.valid_y, lane.valid_data_loss, lane.valid_accuracy),
            (data.test_x, data.test_y, lane.test_data_loss, lane.test_accuracy),
        ):
            logits = np.maximum(0, x @ w1 + b1) * 0.75 @ w2 + b2  # kept with 1 - rate in training
            of_truth = logits[np.arange(len(y)), y]
            assert loss == pytest.approx(np.mean(np.log(np.exp(logits).sum(axis=1)) - of_truth), rel=1e-4)
            assert accuracy == pytest.approx(np.mean(logits.argmax(axis=1) == y))
