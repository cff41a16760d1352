"""Numbers to learn in the window: R² wherever accuracy was, what is predicted, and the way there and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment, parse
from engine.inspectors.answers.residuals import Residuals
from playground.inside.boundary.fit_page import FitPage
from playground.inside.boundary.view import BoundaryPanel
from playground.inside.predictions.view import PredictionsPanel
from playground.lanes.table.columns import ERRORS
from playground.lanes.table.figures.lane_figures import sentence
from playground.shell.main_window import MainWindow
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.painting.lines.xy_plot import XyPlot
from tests.playground.conftest import Open
from tests.playground.helpers import find

Opened = Callable[[Experiment, str], MainWindow]
STEPS = 20


def table(folder: Path, features: int) -> Path:
    """Rows of which y is a thousand times a curve or a plane; whole numbers, so that they may be classes too."""
    x = np.random.default_rng(3).uniform(-2, 2, (80, features))
    y = np.rint(4 + 2 * np.sin(2 * x[:, 0]) + x.sum(axis=1) / 4) * 1000
    names = ",".join(f"x{place}" for place in range(features))
    lines = [",".join(f"{value:.4f}" for value in row) + f",{number:.0f}" for row, number in zip(x, y, strict=True)]
    path = folder / f"rows{features}.csv"
    path.write_text("\n".join([f"{names},y", *lines]))
    return path


def experiment(path: Path, **changes: Any) -> Experiment:
    data = {"source": str(path), "label": "y", "task": "numbers", "train": 50, "test": 30, "scaling": "standard"}
    layers = [{"kind": "dense", "units": 12}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 1}]
    lanes = [{"name": "a"}, {"name": "b", "set": {"optimizer.learning_rate": 0.001}}]
    fields = {"loss": "mean_squared_error", "optimizer": {"kind": "adam", "learning_rate": 0.02}, "steps": STEPS}
    return parse({"name": "numbers", "data": data, "layers": layers, "lanes": lanes, **fields, **changes})


@pytest.fixture
def opened(qtbot: QtBot, shared_window: Open) -> Opened:
    """Trains it to its end and looks at a view of the inside."""

    def make(what: Experiment, view: str) -> MainWindow:
        window = shared_window(what)
        window.panels.folds.fold("data", False)
        window.inside.choose(view)
        window.session.run.play()
        qtbot.waitUntil(lambda: not window.session.is_training)
        return window

    return make


def rmse_of(window: MainWindow) -> float:
    """Of the first lane on the test rows, by its R2: sqrt((1 - R2) mean (y - mean y)^2)."""
    assert window.session.snapshot is not None
    assert window.session.dataset is not None
    y = window.session.dataset.test_y.astype(float)
    return float(np.sqrt((1 - window.session.snapshot.lanes[0].test_accuracy) * ((y - y.mean()) ** 2).mean()))


def test_r2_stands_where_accuracy_was(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(experiment(table(tmp_path, 3)), "predictions")
    snapshot = window.session.snapshot
    assert snapshot is not None
    assert find(window, QLabel, "curves.score").text() == "R²"
    header = window.lanes.table.header
    assert [header.shown_heading(name) for name in ("train_accuracy", "held_out_accuracy")] == ["Train R²", "Test R²"]
    written = window.lanes.table.rows.model_of_lanes.figures[0].texts
    assert float(written[1].replace("−", "-")) == pytest.approx(snapshot.lanes[0].test_accuracy, abs=6e-4)
    assert "R²" in sentence(window.lanes.table.rows.model_of_lanes.figures[0])
    assert [header.shown_heading(name) for name in ERRORS[:2]] == ["Train RMSE", "Test RMSE"]
    error = window.lanes.table.rows.model_of_lanes.text(0, "held_out_error")
    assert float(error.replace(",", "")) == pytest.approx(rmse_of(window), rel=5e-4), "thousands, the unit of y"
    assert error in sentence(window.lanes.table.rows.model_of_lanes.figures[0])
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert not [text for text in shown if "ccuracy" in text]


def test_of_a_robust_label_the_lane_table_tells_the_median_of_the_errors(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    """A few values far off rule R² and RMSE, and were let to hardly count."""
    path = table(tmp_path, 2)
    lines = path.read_text().splitlines()
    for row in (10, 60):
        lines[row] += "00"
    path.write_text("\n".join(lines))
    data = {**experiment(path).data.model_dump(exclude_unset=True), "robust_label": True}
    window = opened(experiment(path, data=data, loss="huber"), "predictions")
    rows = window.lanes.table.rows.model_of_lanes
    assert [rows.headings[name][0] for name in ERRORS[:2]] == ["Train med. error", "Test med. error"]
    panel = window.findChild(PredictionsPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.snapshot is not None and panel.snapshot.inside["residuals"].step == STEPS)
    assert panel.snapshot is not None
    found: Residuals = panel.snapshot.inside["residuals"]
    middle = float(np.median(np.abs(found.unseen_predicted.astype(float) - found.unseen_truth)))
    qtbot.waitUntil(lambda: rows.text(0, "held_out_error") not in ("", "–"))
    assert float(rows.text(0, "held_out_error").replace(",", "")) == pytest.approx(middle, rel=5e-4)
    assert middle < rmse_of(window) / 10
    assert rows.text(0, "held_out_error") in sentence(rows.figures[0])
    assert "R² and RMSE go by 1 of 30 test rows that lie far from the others" in panel.numbers.errors.text()
    best = min((0, 1), key=lambda lane: float(rows.text(lane, "held_out_error").replace(",", "")))
    assert [figures.is_best for figures in rows.figures] == [best == 0, best == 1]


def test_predictions_are_painted_and_summed_up_in_the_label_s_unit(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(experiment(table(tmp_path, 3)), "predictions")
    panel = window.findChild(PredictionsPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.numbers.plot.shown() is not None)
    qtbot.waitUntil(lambda: panel.snapshot is not None and panel.snapshot.inside["residuals"].step == STEPS)
    assert panel.snapshot is not None
    found: Residuals = panel.snapshot.inside["residuals"]
    off = found.unseen_predicted.astype(float) - found.unseen_truth
    assert found.unseen_rmse == pytest.approx(np.sqrt((off**2).mean()))
    r2 = 1 - (off**2).sum() / ((found.unseen_truth - found.unseen_truth.mean()) ** 2).sum()
    assert window.session.snapshot is not None
    assert r2 == pytest.approx(window.session.snapshot.lanes[0].test_accuracy, abs=1e-4)
    assert f"RMSE {found.unseen_rmse:,.1f}"[:9] in panel.numbers.errors.text()
    shown = panel.numbers.plot.shown()
    assert shown is not None
    np.testing.assert_allclose(shown.spots[:50, 0], found.train_truth)
    np.testing.assert_allclose(shown.spots[50:, 1], found.unseen_predicted)
    panel.numbers.view.set_value("residuals")
    panel.numbers.view.chosen.emit("residuals")
    shown = panel.numbers.plot.shown()
    assert shown is not None
    np.testing.assert_allclose(shown.spots[50:, 1], -off, rtol=1e-5, atol=1e-2)
    assert "y" in shown.read(0)[0] or shown.read(0)[0].startswith("Training row 1")


def test_one_feature_shows_the_curve_of_every_lane(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(experiment(table(tmp_path, 1)), "boundary")
    panel = window.findChild(BoundaryPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: isinstance(panel.findChild(XyPlot), FitPage) and panel.fit.shown() is not None)
    shown = panel.fit.shown()
    assert shown is not None
    assert (len(shown.curves), len(shown.dots), len(shown.legend)) == (2, 2, 2)
    assert sum(len(dots.x) for dots in shown.dots) == 80
    assert panel.fit.isVisible()
    assert not panel.map.isVisible()
    assert window.data.rows.scatter.isVisible(), "and the rows themselves are points over that feature"
    assert window.data.rows.scatter.count() == 80


def test_two_features_show_the_number_as_a_colour(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(experiment(table(tmp_path, 2)), "boundary")
    panel = window.findChild(BoundaryPanel)
    assert panel is not None
    qtbot.waitUntil(lambda: panel.map.isVisible() and bool(panel.map.grab().width()))
    assert find(window, QWidget, "boundary.scale").isVisible()
    assert not panel.legend.isVisible()


def test_a_view_that_makes_no_sense_says_so_in_one_sentence(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(experiment(table(tmp_path, 3)), "quality")
    for view in ("quality", "digit", "boundary"):
        window.inside.choose(view)
        message = find(window, QLabel, f"{view}.message")
        qtbot.waitUntil(message.isVisible)
        assert "number" in message.text() or "feature" in message.text()
        assert message.text().count(".") == 1


def test_the_task_switch_brings_output_and_loss_along_and_undo_takes_them_back(
    opened: Opened, qtbot: QtBot, tmp_path: Path
) -> None:
    window = opened(experiment(table(tmp_path, 3)), "signals")
    before = window.session.experiment
    choice = find(window, ChoiceEdit, "data.task")
    assert choice.isVisible()
    assert choice.toolTip()
    choice.set_value("classes")
    choice.committed.emit("classes")
    qtbot.waitUntil(lambda: window.session.experiment.data.task == "classes")
    now = window.session.experiment
    assert now.loss == "softmax_cross_entropy"
    assert window.session.dataset is not None
    assert now.layers[-1].units == window.session.dataset.n_classes > 2  # type: ignore[union-attr]
    assert find(window, QLabel, "curves.score").text() == "Accuracy"
    window.session.undo_stack.undo()
    assert window.session.experiment == before
    choice.set_value("classes")
    choice.committed.emit("classes")
    qtbot.waitUntil(lambda: window.session.experiment.data.task == "classes")
    choice.set_value("numbers")
    choice.committed.emit("numbers")
    qtbot.waitUntil(lambda: window.session.experiment.data.task == "numbers")
    assert window.session.experiment.loss == "mean_squared_error"
    assert window.session.experiment.layers[-1].units == 1  # type: ignore[union-attr]
    QApplication.processEvents()
