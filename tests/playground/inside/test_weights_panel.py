"""The weights: pictures or a table of the first layer, how each layer is spread, and what a person reads off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.data import Dataset, load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from playground.inside.dense_layers import depth_color
from playground.inside.views import VIEWS
from playground.inside.weights.colors import FRAME, NOTHING, levels
from playground.inside.weights.histograms import _FILL
from playground.inside.weights.pictures import plan
from playground.inside.weights.weights_view import WeightsPanel
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from tests.playground.helpers import small

Open = Callable[..., WeightsPanel]


def run(experiment: Experiment, steps: int = 10, focus: int = 0) -> tuple[Dataset, Trainer, Snapshot]:
    dataset = load(experiment.data)
    trainer = Trainer(experiment, dataset, run=1)
    for _ in range(steps):
        trainer.run(1, record=True)
    return dataset, trainer, look(trainer, focus)


def look(trainer: Trainer, focus: int = 0) -> Snapshot:
    return trainer.snapshot(inside=look_inside(trainer, InspectionRequest(VIEWS["weights"].request, focus=focus)))


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(
        experiment: Experiment, dataset: Dataset | None = None, size: tuple[int, int] = (480, 620)
    ) -> WeightsPanel:
        panel = WeightsPanel()
        qtbot.addWidget(panel)
        panel.resize(*size)
        panel.show_dataset(dataset)
        panel.show_experiment(experiment)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make


def pixels(widget: QWidget, color: QColor, near: int = 24) -> int:
    """How many pixels have nearly this colour."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[..., 2::-1]
    return int((np.abs(data.astype(int) - np.array(color.getRgb()[:3])).max(axis=2) < near).sum())


def toy(**changes: Any) -> Experiment:
    layers = [{"kind": "dense", "units": 6}, {"kind": "activation"}, {"kind": "dense", "units": 2}]
    return small(**{"data": {"source": "xor", "train": 40, "test": 40}, "layers": layers, **changes})


def test_before_the_first_step_it_says_what_to_do(opened: Open) -> None:
    panel = opened(small())
    assert not panel.pictures.isVisible()
    assert not panel.histograms.isVisible()
    assert "Play" in panel.message.text()
    assert pixels(panel.message, QColor(theme.current().muted)) > 20


def test_images_become_pictures_of_all_units(opened: Open, qtbot: QtBot) -> None:
    dataset, _, snapshot = run(small())
    panel = opened(small(), dataset)
    panel.show_snapshot(snapshot)
    qtbot.waitUntil(lambda: panel.pictures.isVisible() and panel.pictures.width() > 300)
    assert not panel.matrix.isVisible()
    assert panel.pictures.shown() == 8
    for name in ("negative", "positive"):
        assert pixels(panel.pictures, QColor(getattr(theme.current(), name)), near=40) > 50


def test_weights_that_have_shrunk_to_nothing_are_pale(opened: Open, qtbot: QtBot) -> None:
    """On the scale of the start, of which the strip says the numbers."""
    dataset, _, snapshot = run(small())
    panel = opened(small(), dataset)
    panel.show_snapshot(snapshot)
    qtbot.waitUntil(lambda: panel.pictures.isVisible() and panel.pictures.width() > 300)
    positive = QColor(theme.current().positive)
    before, seen = pixels(panel.pictures, positive, near=40), snapshot.inside["weights"]
    shrunk = replace(seen, first=seen.first * np.float32(1e-4), std=seen.std * 1e-4)
    panel.show_snapshot(replace(snapshot, inside={**snapshot.inside, "weights": shrunk}))
    strip = 56 * 8  # the legend's own colours
    assert pixels(panel.pictures, positive, near=40) < min(before, strip)


def test_the_pointer_reads_the_weight_of_a_pixel(opened: Open, qtbot: QtBot) -> None:
    dataset, trainer, snapshot = run(small())
    panel = opened(small(), dataset)
    panel.show_snapshot(snapshot)
    qtbot.waitUntil(lambda: panel.pictures.isVisible() and panel.pictures.width() > 300)
    found = {panel.pictures.spot_at(QPointF(x, y)) for x in range(panel.pictures.width()) for y in (20, 40, 60)}
    units = {place[0] for place in found if place is not None}
    assert units >= {0, 1, 2}
    place = next(QPoint(x, 24) for x in range(100, 300) if panel.pictures.spot_at(QPointF(x, 24)) is not None)
    before = panel.pictures.grab().toImage()
    QTest.mouseMove(panel.pictures, place)
    qtbot.waitUntil(lambda: panel.pictures.grab().toImage() != before)
    first = trainer.lane_parameters(0)[0]["weight"]
    np.testing.assert_array_equal(panel.pictures._weights[3, 2, 5], first[2 * 8 + 5, 3])


def test_other_data_become_a_table_with_the_names_of_the_features(opened: Open, qtbot: QtBot) -> None:
    dataset, trainer, snapshot = run(toy())
    panel = opened(toy(), dataset)
    panel.show_snapshot(snapshot)
    qtbot.waitUntil(lambda: panel.matrix.isVisible() and panel.matrix.width() > 300)
    assert not panel.pictures.isVisible()
    table = panel.matrix.table()
    assert table.left() > 0, "there is room for names"
    cell = QPointF(table.left() + 3.5 / 6 * table.width(), table.top() + 0.75 * table.height())
    assert panel.matrix.spot_at(cell) == (1, 3)
    assert panel.matrix.spot_at(QPointF(0, 0)) is None
    np.testing.assert_array_equal(panel.matrix._weights, trainer.lane_parameters(0)[0]["weight"])


def test_histograms_are_filled_now_and_outlined_as_they_were(opened: Open, qtbot: QtBot) -> None:
    dataset, trainer, _ = run(small(optimizer={"kind": "sgd", "learning_rate": 0.5}), 60)
    panel = opened(small(), dataset)
    panel.show_snapshot(look(trainer))
    qtbot.waitUntil(lambda: panel.histograms.isVisible() and panel.histograms.width() > 300)
    assert pixels(panel.histograms, QColor(theme.current().text)) > 100
    for layer in range(2):
        filled = blend(QColor(theme.current().sunken), depth_color(layer, 2), _FILL)
        assert pixels(panel.histograms, filled) > 100
    layer, _ = panel.histograms.spot_at(QPointF(panel.histograms.width() - 20, 40)) or (None, None)
    assert layer == 1


def test_another_lane_in_focus_shows_its_own_weights(opened: Open) -> None:
    experiment = small(lanes=[{"name": "a", "set": {"seed": 1}}, {"name": "b", "set": {"seed": 2}}])
    dataset, trainer, snapshot = run(experiment)
    panel = opened(experiment, dataset)
    panel.show_snapshot(snapshot)
    a = panel.pictures._weights.copy()
    panel.set_focus(1)
    assert panel.tag.text() == "b"
    panel.show_snapshot(look(trainer, 1))
    assert (panel.pictures._weights != a).any()
    first = trainer.lane_parameters(1)[0]["weight"]
    np.testing.assert_array_equal(panel.pictures._weights[0].ravel(), first[:, 0])


@pytest.mark.parametrize("size", [(380, 400), (900, 1000)])
def test_deep_nets_and_broken_weights_can_be_painted(opened: Open, size: tuple[int, int]) -> None:
    layers = [{"kind": "dense", "units": 9, "initialization": "zeros"}] * 12 + [{"kind": "dense", "units": 10}]
    experiment = small(layers=layers)
    dataset, trainer, snapshot = run(experiment, 2)
    panel = opened(experiment, dataset, size)
    panel.show_snapshot(snapshot)
    panel.grab()
    trainer.groups[0].network.parameters[:] = np.nan
    trainer.groups[0].network.parameters[0, :5] = [np.inf, -np.inf, 1e30, 0, 1]
    panel.show_snapshot(look(trainer))
    panel.grab()


# --- the numbers behind it --------------------------------------------------------------------------------------------


def test_zero_has_the_middle_colour_and_no_weight_those_of_frame_and_gap() -> None:
    shades = levels(np.array([-9.0, -1, 0, 0.5, 1, 9, np.nan, np.inf]), 1.0)
    assert shades.tolist() == [2, 2, 128, 191, 254, 254, 128, 254]
    assert not {NOTHING, FRAME} & set(shades.tolist())


def test_pictures_are_as_large_as_all_find_room() -> None:
    few = plan(4, (8, 8), (200, 400), 1.0)
    many = plan(100, (8, 8), (200, 400), 1.0)
    assert few.scale > many.scale
    for grid, count in ((few, 4), (plan(20, (28, 28), (300, 500), 2.0), 20)):
        assert grid.columns * grid.rows >= count
    tight = plan(128, (28, 28), (60, 300), 1.0)
    assert tight.scale == 1
    assert tight.columns * tight.rows < 128
    assert plan(3, (300, 200), (50, 50), 1.0).scale == 1


def test_another_lane_lies_on_the_same_axis(opened: Open) -> None:
    """It reaches ten times as far: what is in focus becomes a tenth as wide, and areas stay what they are."""
    e = small(lanes=[{"name": "a"}, {"name": "b", "set": {"layers.*.initialization": "uniform"}}])
    dataset, trainer, _ = run(e, steps=2)
    panel = opened(e, dataset)
    asked: list[object] = []
    panel.requested.connect(lambda field, value: asked.append((field, value)))
    request = InspectionRequest(VIEWS["weights"].request, beside=(1,))
    panel.show_snapshot(trainer.snapshot(inside=look_inside(trainer, request)))
    assert ("beside", (1,)) in asked
    spread = panel.histograms._spread
    assert spread is not None
    assert spread.other is not None
    weight = trainer.lane_parameters(1)[0]["weight"]
    assert spread.other.counts[0].sum() == weight.size
    assert spread.other.limit[0] >= float(np.abs(weight).max())
    assert spread.reach(0) == max(spread.limit[0], spread.other.limit[0])
    assert panel.whose.isVisible()
    assert "b" in panel.whose.text()
    assert pixels(panel.histograms, theme.lane_color(1)) > 50
    alone = InspectionRequest(VIEWS["weights"].request)
    panel.show_snapshot(trainer.snapshot(inside=look_inside(trainer, alone)))
    assert not panel.whose.isVisible(), "nothing is known of it yet"
