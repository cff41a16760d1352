"""The figures of classes on the screen are those of the lane's own answers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.probing import of_lane
from engine.train.trainer import Trainer
from playground.inside.quality.view import QualityPanel
from tests.playground.helpers import click, small

Open = Callable[..., QualityPanel]


def recipe() -> Experiment:
    return small(
        data={"source": "gauss", "train": 60, "test": 90, "noise": 0.4},
        layers=[{"kind": "dense", "units": 6}, {"kind": "activation"}, {"kind": "dense", "units": 2}],
        lanes=[{"name": "first"}, {"name": "second", "set": {"seed": 5}}],
    )


def show(panel: QualityPanel, trainer: Trainer, focus: int = 0, positive: int = 1) -> None:
    panel.show_experiment(trainer.experiment)
    panel.show_dataset(trainer.dataset)
    panel.set_focus(focus)
    asked = InspectionRequest(frozenset(["quality"]), focus=focus, positive=positive)
    panel.show_snapshot(trainer.snapshot(inside=dict(look_inside(trainer, asked))))


@pytest.fixture
def trainer() -> Trainer:
    experiment = recipe()
    trained = Trainer(experiment, load(experiment.data))
    trained.run(30)
    return trained


@pytest.fixture
def panel(qtbot: QtBot) -> QualityPanel:
    panel = QualityPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 420)
    panel.show()
    return panel


@pytest.mark.parametrize("focus", [0, 1])
def test_the_summary_is_the_accuracy_of_the_lane(panel: QualityPanel, trainer: Trainer, focus: int) -> None:
    show(panel, trainer, focus)
    data = trainer.dataset
    right = (of_lane(trainer.groups[0], focus, data.test_x).argmax(axis=1) == data.test_y).mean()
    assert f"accuracy {right * 100:.1f}%" in panel.summary.text()
    largest = np.bincount(data.train_y).argmax()
    assert f"{(data.test_y == largest).mean() * 100:.1f}%" in panel.baseline.text()


def test_arrow_keys_read_off_class_by_class(panel: QualityPanel, trainer: Trainer) -> None:
    show(panel, trainer)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    told = panel.table.accessibleDescription()
    assert told.startswith(trainer.dataset.classes[0])
    assert str((trainer.dataset.test_y == 0).sum()) in told


def test_the_threshold_counts_what_it_finds(panel: QualityPanel, trainer: Trainer, qtbot: QtBot) -> None:
    show(panel, trainer)
    click(qtbot, panel, "quality.view.threshold")
    sure, truth = of_lane(trainer.groups[0], 0, trainer.dataset.test_x)[:, 1], trainer.dataset.test_y
    slider = panel.thresholds.slider
    slider.setFocus()
    for key, limit in ((None, 0.5), (Qt.Key.Key_Right, 0.51), (Qt.Key.Key_End, 1.0), (Qt.Key.Key_Home, 0.0)):
        if key is not None:
            QTest.keyClick(slider, key)
        taken = sure >= np.float32(limit)
        found, false = (taken & (truth == 1)).sum(), (taken & (truth == 0)).sum()
        assert panel.thresholds.note.text().startswith(f"Finds {found} of {(truth == 1).sum()} · {false} of")
    curves = panel.thresholds.roc.shown()
    assert curves is not None
    assert len(curves.traces) == 2


def test_another_class_is_asked_for(panel: QualityPanel, trainer: Trainer, qtbot: QtBot) -> None:
    show(panel, trainer)
    click(qtbot, panel, "quality.view.threshold")
    choice = panel.thresholds.classes
    choice.setFocus()
    with qtbot.waitSignal(panel.requested) as asked:
        QTest.keyClick(choice, Qt.Key.Key_Up)
    assert asked.args == ["positive", 0]
    show(panel, trainer, positive=0)
    assert choice.currentText() == trainer.dataset.classes[0]


def test_calibration_says_how_sure_and_how_right(panel: QualityPanel, trainer: Trainer, qtbot: QtBot) -> None:
    show(panel, trainer)
    click(qtbot, panel, "quality.view.calibration")
    shares, truth = of_lane(trainer.groups[0], 0, trainer.dataset.test_x), trainer.dataset.test_y
    text = panel.calibration.note.text()
    assert f"{shares.max(axis=1).astype(float).mean() * 100:.1f}%" in text
    assert f"{(shares.argmax(axis=1) == truth).mean() * 100:.1f}%" in text
    assert panel.calibration.plot.shown() is not None


def test_before_training_it_says_what_to_do(panel: QualityPanel) -> None:
    panel.show_experiment(recipe())
    panel.show_snapshot(None)
    assert "Press Play" in panel.message.text()
    assert panel.message.isVisible()
