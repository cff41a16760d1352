"""Reasons of all visible lanes, read off pixel by pixel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.reasons import Reasons
from engine.train.trainer import Trainer
from playground.inside.reasons.canvas import Spot
from playground.inside.reasons.view import ReasonsPanel
from tests.playground.helpers import small

LAYERS = [{"kind": "conv2d", "filters": 4}, {"kind": "activation", "function": "relu"}, {"kind": "dense", "units": 10}]
LANES = [{"name": "He"}, {"name": "Naive", "set": {"layers.*.initialization": "uniform"}}]


@pytest.fixture
def panel(qtbot: QtBot) -> ReasonsPanel:
    panel = ReasonsPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 420)
    panel.show()
    return panel


def show(panel: ReasonsPanel, experiment: Experiment) -> Reasons | None:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(20)
    panel.show_dataset(trainer.dataset)
    panel.show_experiment(experiment)
    found = look_inside(trainer, InspectionRequest(frozenset(["reasons"]), row=2, asked=(0, 1)))["reasons"]
    panel.show_snapshot(trainer.snapshot(inside={"reasons": found}))
    return found if isinstance(found, Reasons) else None


def test_the_visible_lanes_are_asked(panel: ReasonsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.requested) as asked:
        show(panel, small(layers=LAYERS, lanes=LANES))
    assert asked.args == ["asked", (0, 1)]
    with qtbot.waitSignal(panel.requested) as asked:
        panel.set_focus(1)
    assert asked.args == ["asked", (1, 0)]


def test_pixels_are_read_off(panel: ReasonsPanel) -> None:
    found = show(panel, small(layers=LAYERS, lanes=LANES))
    assert found is not None
    canvas = panel.canvas
    assert canvas.headings() == ["Picture", "Saliency", "Occlusion", "Grad-CAM"]
    grid = canvas._grid()
    assert grid is not None
    rect = grid.rect(1, 2)
    place = QPoint(round(rect.left() + 2.5 * rect.width() / 8), round(rect.top() + 4.5 * rect.height() / 8))
    QTest.mouseMove(canvas, place)
    assert canvas.spot == Spot(1, 2, 4, 2)
    assert canvas.accessibleDescription() == (
        f"Naive, pixel 5, 3. Probability lost when it is hidden: {canvas.reading(canvas.spot)[1]}"
    )
    assert not canvas.grab().toImage().isNull()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    assert canvas.spot == Spot(0, 2, 4, 2)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.spot == Spot(0, 2, 4, 3)


def test_without_a_convolution_there_is_no_column_for_its_maps(panel: ReasonsPanel) -> None:
    assert show(panel, small(lanes=LANES)) is not None
    assert panel.canvas.headings() == ["Picture", "Saliency", "Occlusion"]
    assert panel.chooser.note.text().startswith("it is ")


def test_rows_that_are_no_pictures_say_so(panel: ReasonsPanel) -> None:
    two = [{"kind": "dense", "units": 2}]
    show(panel, small(data={"source": "gauss", "train": 60, "test": 40}, layers=two, lanes=LANES))
    assert "no pictures" in panel.message.text()
