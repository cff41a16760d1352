"""The line that stands for looking at no feature at all."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from engine.data import Dataset, load
from engine.experiment.experiment import Experiment
from playground.curves.baseline import right_labels
from playground.curves.panel import CurvesPanel
from tests.playground.helpers import click, find, small


@pytest.fixture
def panel(qtbot: QtBot) -> CurvesPanel:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    return panel


def show(panel: CurvesPanel, **changes: object) -> Dataset:
    experiment: Experiment = small(**changes)
    data = load(experiment.data)
    panel.show_experiment(experiment)
    panel.show_dataset(data)
    return data


def test_it_is_the_largest_class_and_the_shares_of_the_training_rows(panel: CurvesPanel) -> None:
    data = show(panel)
    counts = np.bincount(data.train_y, minlength=data.n_classes)
    assert panel.accuracy.baseline is not None
    assert panel.accuracy.baseline.y == pytest.approx(np.mean(data.test_y == counts.argmax()))
    shares = counts / counts.sum()
    assert panel.loss.baseline is not None
    assert panel.loss.baseline.y == pytest.approx(-np.mean(np.log(shares[data.test_y])))


def test_on_a_logarithmic_axis_it_lies_where_the_loss_would(panel: CurvesPanel, qtbot: QtBot) -> None:
    show(panel)
    assert panel.loss.baseline is not None
    plain = panel.loss.baseline.y
    click(qtbot, panel, "action.log_loss")
    assert panel.loss.baseline is not None
    assert panel.loss.baseline.y == pytest.approx(math.log10(plain))


def test_squared_error_has_no_such_line(panel: CurvesPanel) -> None:
    show(panel, loss="mean_squared_error")
    assert panel.loss.baseline is None
    assert panel.accuracy.baseline is not None


def test_a_loss_with_its_penalty_has_no_such_line(panel: CurvesPanel) -> None:
    show(panel)
    find(panel, QAction, "action.curve_part.loss").trigger()
    assert panel.loss.baseline is None


def test_without_rows_there_is_none(panel: CurvesPanel) -> None:
    show(panel)
    panel.show_dataset(None)
    assert panel.loss.baseline is None
    assert panel.accuracy.baseline is None


def test_wrong_labels_say_how_many_are_right() -> None:
    data = load(small(data={"source": "digits", "train": 200, "test": 40, "label_noise": 0.2}).data)
    level = right_labels(data)
    assert level is not None
    assert data.train_y_clean is not None
    assert level.y == pytest.approx(np.mean(data.train_y == data.train_y_clean))
    assert level.y == pytest.approx(0.8, abs=0.05)
    assert right_labels(load(small().data)) is None
