"""The view of the bent plane: a picture a hidden layer, in words, for two features."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.train.trainer import Trainer
from playground.inside.bent.view import BentPanel
from playground.inside.views import VIEWS
from tests.engine.helpers import activation, dense


def shown(qtbot: QtBot, experiment: Experiment) -> BentPanel:
    panel = BentPanel()
    qtbot.addWidget(panel)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(20)
    panel.show_experiment(experiment)
    panel.show_dataset(trainer.dataset)
    panel.resize(400, 420)
    panel.show()
    inside = look_inside(trainer, InspectionRequest(VIEWS["bent"].request))
    panel.show_snapshot(trainer.snapshot(inside=inside))
    return panel


def spiral(*widths: int) -> Experiment:
    layers = [layer for width in widths for layer in (dense(width), activation("tanh"))]
    return parse({"data": {"source": "spiral", "train": 60, "test": 40}, "layers": [*layers, dense(2)]})


def test_there_is_a_plane_for_the_input_and_for_each_hidden_layer(qtbot: QtBot) -> None:
    panel = shown(qtbot, spiral(2, 6))
    plane, first, second = panel.planes.planes()
    assert (plane.note, first.note) == ("", "")
    assert first.title == "layer 1"
    assert second.title == "layer 3"
    assert "of the spread" in second.note
    assert "6 units" in second.sentence
    assert len(panel.planes.places()) == 3
    assert not panel.planes.grab().isNull()


def test_arrow_keys_read_it_off(qtbot: QtBot) -> None:
    panel = shown(qtbot, spiral(6))
    panel.planes.setFocus()
    QTest.keyClick(panel.planes, Qt.Key.Key_End)
    assert panel.planes.accessibleDescription().startswith("layer 1: of 6 units")


def test_without_a_hidden_layer_it_says_what_to_do(qtbot: QtBot) -> None:
    panel = shown(qtbot, spiral())
    assert "no hidden layer" in panel.message.text()
    digits = parse({"data": {"source": "digits", "train": 60, "test": 40}, "layers": [dense(10)]})
    assert "two features" in shown(qtbot, digits).message.text()
