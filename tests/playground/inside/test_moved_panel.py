"""Held-out pictures moved by sliders: what is asked, shown, read off, and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.moved import Moved
from engine.inspectors.request import AS_THEY_ARE, Move
from engine.train.trainer import Trainer
from playground.inside.moved.canvas import Spot
from playground.inside.moved.view import MovedPanel
from playground.shell.app import create_window
from tests.playground.helpers import find, small

LANES = [{"name": "He"}, {"name": "Naive", "set": {"layers.*.initialization": "uniform"}}]


@pytest.fixture
def panel(qtbot: QtBot) -> MovedPanel:
    panel = MovedPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 420)
    panel.show()
    return panel


def show(panel: MovedPanel, experiment: Experiment, move: Move = AS_THEY_ARE) -> Moved | None:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(40)
    panel.show_dataset(trainer.dataset)
    panel.show_experiment(experiment)
    found = look_inside(trainer, InspectionRequest(frozenset(["moved"]), move=move)).get("moved")
    panel.show_snapshot(trainer.snapshot(inside={"moved": found}))
    QApplication.processEvents()  # what is said has its lines, and the canvas its place below them
    return found if isinstance(found, Moved) else None


def test_sliders_say_how_rows_are_moved(panel: MovedPanel, qtbot: QtBot) -> None:
    show(panel, small(lanes=LANES))
    with qtbot.waitSignal(panel.requested) as asked:
        find(panel, QSlider, "moved.right").setValue(3)
    assert asked.args == ["move", Move(right=1.5)]
    slider = find(panel, QSlider, "moved.turn")
    slider.setFocus()
    with qtbot.waitSignal(panel.requested) as asked:
        QTest.keyClick(slider, Qt.Key.Key_Left)
    assert asked.args == ["move", Move(right=1.5, turn=-5)]
    with qtbot.waitSignal(panel.requested) as asked:
        find(panel, QPushButton, "moved.reset").click()
    assert asked.args == ["move", AS_THEY_ARE]
    assert slider.value() == 0


def test_lanes_and_pictures_are_read_off(panel: MovedPanel) -> None:
    found = show(panel, small(lanes=LANES), Move(down=1))
    assert found is not None
    assert find(panel, QLabel, "moved.about").text().startswith(f"Accuracy of {found.rows} test rows")
    canvas = panel.canvas
    QTest.mouseMove(canvas, canvas._line(1).center().toPoint())
    assert canvas.spot == Spot(True, 1)
    assert canvas.accessibleDescription().startswith("Naive: ")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.spot == Spot(False, 0)
    assert canvas.accessibleDescription() == (
        f"It is {found.labels[0]}; He says {panel.dataset.classes[found.answers[0]] if panel.dataset else ''}"
    )
    assert not canvas.grab().toImage().isNull()


def test_rows_that_are_no_pictures_say_so(panel: MovedPanel) -> None:
    two = [{"kind": "dense", "units": 2}]
    show(panel, small(data={"source": "gauss", "train": 60, "test": 40}, layers=two, lanes=LANES))
    assert "no pictures" in panel.message.text()


def test_in_the_window_they_are_moved_while_it_trains(qtbot: QtBot) -> None:
    window = create_window(small(lanes=LANES, steps=None))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.inside.choose("moved")
    window.session.run.play()

    def found() -> Moved | None:
        snapshot = window.session.snapshot
        inside = None if snapshot is None else snapshot.inside.get("moved")
        return inside if isinstance(inside, Moved) else None

    qtbot.waitUntil(lambda: found() is not None)
    find(window, QSlider, "moved.right").setValue(4)
    qtbot.waitUntil(lambda: (now := found()) is not None and now.move == Move(right=2))
    window.session.run.pause()
