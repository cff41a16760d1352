"""Filters: which layer's, read off by mouse and keys, and what is said where there are none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.filters import Filters
from engine.train.trainer import Trainer
from playground.inside.filters.canvas import Spot
from playground.inside.filters.view import FiltersPanel
from tests.playground.helpers import find, small

CONV = {"kind": "conv2d", "filters": 4}
LAYERS = [CONV, {"kind": "activation", "function": "relu"}, CONV, {"kind": "dense", "units": 10}]


@pytest.fixture
def panel(qtbot: QtBot) -> FiltersPanel:
    panel = FiltersPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 420)
    panel.show()
    return panel


def show(panel: FiltersPanel, experiment: Experiment, convolution: int = 0) -> Filters | None:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(20)
    panel.show_dataset(trainer.dataset)
    panel.show_experiment(experiment)
    found = look_inside(trainer, InspectionRequest(frozenset(["filters"]), convolution=convolution))["filters"]
    panel.show_snapshot(trainer.snapshot(inside={"filters": found}))
    return found if isinstance(found, Filters) else None


def test_a_layer_is_chosen(panel: FiltersPanel, qtbot: QtBot) -> None:
    show(panel, small(layers=LAYERS))
    choice = find(panel, QComboBox, "filters.layer")
    assert [choice.itemText(index) for index in range(choice.count())] == ["1 Convolution", "3 Convolution"]
    with qtbot.waitSignal(panel.requested) as asked:
        choice.setFocus()
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert asked.args == ["convolution", 1]
    show(panel, small(layers=LAYERS), convolution=1)
    assert choice.currentIndex() == 1


def test_weights_and_patches_are_read_off(panel: FiltersPanel) -> None:
    found = show(panel, small(layers=LAYERS))
    assert found is not None
    canvas = panel.canvas
    QTest.mouseMove(canvas, canvas.rect_of(Spot(1, 3)).center().toPoint())
    assert canvas.spot == Spot(1, 3)
    row = found.rows[1, 0] + 1
    assert f"in training row {row}, its number 1 of {found.n_rows} rows" in canvas.accessibleDescription()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.accessibleDescription().startswith("Filter 2, on map 1: it has changed by ")
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    assert canvas.spot == Spot(0, 2)
    assert not canvas.grab().toImage().isNull()


def test_a_net_without_a_convolution_says_so(panel: FiltersPanel) -> None:
    show(panel, small())
    assert "add a convolution" in panel.message.text()
