"""Maps are read off number by number, and a number is what its window and filter make of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.maps import Maps
from engine.train.trainer import Trainer
from playground.inside.maps.made_of import Products, Single, Window, made_of
from playground.inside.maps.places import Spot, places
from playground.inside.maps.view import MapsPanel
from tests.playground.helpers import small

LAYERS: list[dict[str, Any]] = [
    {"kind": "conv2d", "filters": 4, "padding": "same"},
    {"kind": "activation", "function": "relu"},
    {"kind": "max_pool"},
    {"kind": "conv2d", "filters": 3, "kernel": 2},
    {"kind": "dense", "units": 10},
]


@pytest.fixture
def panel(qtbot: QtBot) -> MapsPanel:
    panel = MapsPanel()
    qtbot.addWidget(panel)
    panel.resize(420, 560)
    panel.show()
    return panel


def show(panel: MapsPanel, experiment: Experiment) -> Maps | None:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(20)
    panel.show_experiment(experiment)
    panel.show_dataset(trainer.dataset)
    found = look_inside(trainer, InspectionRequest(frozenset(["maps"]), row=2))["maps"]
    panel.show_snapshot(trainer.snapshot(inside={"maps": found}))
    return found if isinstance(found, Maps) else None


def test_every_number_is_what_it_is_said_to_be_made_of(panel: MapsPanel) -> None:
    maps = show(panel, small(layers=LAYERS))
    assert maps is not None
    for place, layer in enumerate(maps.layers):
        for row, column, channel in np.ndindex(layer.values.shape):
            found = made_of(maps, Spot(place, channel, row, column))
            value = layer.values[row, column, channel]
            if isinstance(found, Products):
                assert (found.window * found.filter).sum() == pytest.approx(found.part, abs=1e-5)
                assert found.total + found.bias == pytest.approx(value, abs=1e-5)
                assert found.channels > 1 or found.part == pytest.approx(found.total, abs=1e-5)
            elif isinstance(found, Window):
                assert found.window.max() == value
            else:
                assert isinstance(found, Single)
                assert max(found.before, 0) == value
    assert made_of(maps, Spot(-1, 0, 0, 0)) is None


def test_the_pointer_and_keys_read_a_number_off(panel: MapsPanel) -> None:
    maps = show(panel, small(layers=LAYERS))
    assert maps is not None
    canvas = panel.canvas
    where = places(
        [maps.picture.shape, *(layer.values.shape for layer in maps.layers)], canvas.width(), canvas.height()
    )
    middle = where.bands[1].cell(Spot(0, 2, 3, 5)).center()
    QTest.mouseMove(canvas, QPoint(round(middle.x()), round(middle.y())))
    assert canvas.spot == Spot(0, 2, 3, 5)
    assert canvas.accessibleDescription().startswith("1 Convolution, map 3, 4, 6: ")
    assert "Window × filter" in canvas.accessibleDescription()
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.spot == Spot(0, 2, 3, 6)
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    assert canvas.spot is not None
    assert canvas.spot.layer == 1
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.spot.layer == -1
    assert not canvas.grab().toImage().isNull()


def test_maps_do_not_lie_over_each_other() -> None:
    for width, height in ((300.0, 300.0), (420.0, 520.0), (900.0, 700.0)):
        shapes = [(28, 28, 1), (24, 24, 8), (12, 12, 8), (8, 8, 32), (4, 4, 32)]
        rects = [rect for band in places(shapes, width, height).bands for rect in band.maps]
        assert len(rects) == sum(shape[2] for shape in shapes)
        for index, rect in enumerate(rects):
            assert rect.left() >= 0
            assert rect.right() <= width + 1
            assert rect.bottom() <= height + 1
            assert not any(rect.intersects(other) for other in rects[index + 1 :])


def test_a_row_and_the_drawing_are_asked_for(panel: MapsPanel, qtbot: QtBot) -> None:
    show(panel, small(layers=LAYERS))
    with qtbot.waitSignal(panel.requested) as asked:
        panel.chooser.number.setValue(8)
    assert asked.args == ["row", 7]
    with qtbot.waitSignal(panel.requested) as asked:
        panel.chooser.drawn.click()
    assert asked.args == ["sees_drawing", True]


def test_without_pictures_or_such_a_layer_it_says_what_to_do(panel: MapsPanel) -> None:
    show(panel, small())
    assert "add a convolution" in panel.message.text()
    two = [{"kind": "dense", "units": 2}]
    show(panel, small(data={"source": "gauss", "train": 60, "test": 40}, layers=two))
    assert "no pictures" in panel.message.text()


def test_the_answer_is_that_of_the_lane(panel: MapsPanel) -> None:
    maps = show(panel, small(layers=LAYERS))
    assert maps is not None
    assert panel.chooser.note.text().startswith(f"{maps.label}: the lane says {maps.said.argmax()} (")


def test_the_line_says_which_row_is_to_be_seen(panel: MapsPanel) -> None:
    """Another view may have asked for it."""
    maps = show(panel, small(layers=LAYERS))
    assert maps is not None
    assert panel.chooser.number.value() == maps.row + 1 == 3
    panel.chooser.number.setValue(8)
    panel.refresh()
    assert panel.chooser.number.value() == 8, "what was asked for is on its way"
    panel.chooser.drawn.click()
    panel.refresh()
    assert panel.chooser.note.text() == "nothing is drawn yet"
