"""The decision regions: which lanes are shown, in which colours, and what is read off them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.train.trainer import Trainer
from playground.inside.boundary.colors import STRONGEST, color_table, region_images
from playground.inside.boundary.points import PointPictures
from playground.inside.boundary.tiles import BELOW, CAPTION, LEFT, arrange, least_height, ticks
from playground.inside.boundary.view import BoundaryPanel
from playground.inside.views import VIEWS
from playground.ui.look import theme
from playground.ui.look.ramps import blend
from playground.ui.painting.notes import MARK
from playground.ui.text.numbers import percent

Open = Callable[[Trainer], BoundaryPanel]


def recipe(lanes: int | list[dict[str, Any]] = 2, source: str = "gauss", **changes: Any) -> Experiment:
    classes = 10 if source == "digits" else 2
    return parse(
        {
            "data": {"source": source, "train": 80, "test": 40, "scaling": "standard"},
            "layers": [
                {"kind": "dense", "units": 6},
                {"kind": "activation", "function": "tanh"},
                {"kind": "dense", "units": classes},
            ],
            "optimizer": {"kind": "adam", "learning_rate": 0.05},
            "lanes": [{"name": f"lane {index}", "set": {"seed": index}} for index in range(lanes)]
            if isinstance(lanes, int)
            else lanes,
            **changes,
        }
    )


def trained(experiment: Experiment, steps: int = 300) -> Trainer:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(steps)
    return trainer


def show(panel: BoundaryPanel, trainer: Trainer) -> None:
    found = look_inside(trainer, InspectionRequest(VIEWS["boundary"].request, focus=panel.focus))
    panel.show_experiment(trainer.experiment)
    panel.show_dataset(trainer.dataset)
    panel.show_snapshot(trainer.snapshot(inside=found))


@pytest.fixture
def opened(qtbot: QtBot) -> Open:
    def make(trainer: Trainer) -> BoundaryPanel:
        panel = BoundaryPanel()
        qtbot.addWidget(panel)
        panel.resize(500, 520)
        with qtbot.waitExposed(panel):
            panel.show()
        show(panel, trainer)
        return panel

    return make


def color_at(panel: BoundaryPanel, tile: int, x: float, y: float) -> QColor:
    """The colour on the screen at a place of a picture, from the lower left corner."""
    place = panel.map._layout.places[tile]
    image = panel.map.grab().toImage()
    ratio = image.devicePixelRatio()
    at = QPointF(place.left() + x * place.width(), place.bottom() - y * place.height()) * ratio
    return image.pixelColor(int(at.x()), int(at.y()))


def distance(one: QColor, other: QColor) -> int:
    return max(abs(a - b) for a, b in zip(one.getRgb(), other.getRgb(), strict=True))


def test_corners_have_the_colours_of_the_classes_that_live_there(opened: Open) -> None:
    """Gauss has A in the upper right and B in the lower left corner."""
    panel = opened(trained(recipe(1)))
    paper = theme.current().color("surface")
    for label, corner in ((0, 0.99), (1, 0.01)):
        expected = blend(paper, theme.class_color(label), STRONGEST)
        assert distance(color_at(panel, 0, corner, corner), expected) < 25


def test_a_picture_for_each_visible_lane(opened: Open) -> None:
    lanes = [{"name": "a"}, {"name": "b", "visible": False}, {"name": "c", "set": {"seed": 3}}]
    panel = opened(trained(recipe(lanes)))
    assert [tile.name for tile in panel.map._tiles] == ["a", "c"]
    assert [tile.style for tile in panel.map._tiles] == [0, 2]
    assert not panel.map._layout.places[0].intersects(panel.map._layout.places[1])


def test_a_name_reaches_into_the_gap_before_it_is_cut_and_never_to_the_next_mark(opened: Open) -> None:
    panel = opened(trained(recipe(4), steps=1))
    panel.map.resize(390, 150)
    (first, second), beside = panel.map._layout.places[:2], MARK + 5
    assert first.width() - beside < panel.map.room_of_name(first) < second.left() - first.left() - beside
    last = panel.map._layout.places[-1]
    assert last.left() + beside + panel.map.room_of_name(last) <= panel.map.width()


def test_pointing_at_a_picture_reads_its_probabilities(opened: Open, qtbot: QtBot) -> None:
    trainer = trained(recipe(2))
    panel = opened(trainer)
    place = panel.map._layout.places[1]
    at = QPoint(int(place.left() + 0.9 * place.width()), int(place.top() + 0.1 * place.height()))
    QTest.mouseMove(panel.map, at)
    qtbot.waitUntil(lambda: panel.map.spot is not None)
    probe, regions = panel.map.spot, panel.map._regions
    assert probe is not None
    assert regions is not None
    assert probe.tile == 1
    reading = panel.map.reading()
    assert reading is not None
    assert reading[0] == "lane 1"
    raw = np.array(regions.features(probe))
    first, _, last = trainer.lane_parameters(1)
    hidden = np.tanh((raw - trainer.dataset.offset) / trainer.dataset.scale @ first["weight"] + first["bias"])
    z = hidden @ last["weight"] + last["bias"]
    expected = dict(zip("AB", np.exp(z) / np.exp(z).sum(), strict=True))
    for label, share in reading[1]:
        assert share == pytest.approx(expected[label], abs=0.05)
    assert sum(share for _, share in reading[1]) == pytest.approx(1)
    QTest.mouseMove(panel.map, QPoint(2, 2))
    assert panel.map.reading() is None


def test_arrow_keys_move_a_probe(opened: Open, qtbot: QtBot) -> None:
    panel = opened(trained(recipe(2)))
    panel.map.setFocus()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(panel.map, key)
    assert panel.map.spot == (0, pytest.approx(0.55), pytest.approx(0.525))
    reading = panel.map.reading()
    assert reading is not None
    for label, share in reading[1]:  # a screen reader says the same
        assert f"{label} {percent(share)}" in panel.map.accessibleDescription()


def test_the_lane_in_focus_is_framed(opened: Open) -> None:
    panel = opened(trained(recipe(2)))
    accent = theme.current().color("accent")
    for focus in (0, 1):
        panel.set_focus(focus)
        image = panel.map.grab().toImage()
        for tile in (0, 1):
            place = panel.map._layout.places[tile]
            edge = image.pixelColor(int(place.left() - 1), int(place.center().y()))
            assert (distance(edge, accent) < 40) == (tile == focus)


def test_other_data_says_what_is_needed_and_offers_the_toys(opened: Open) -> None:
    panel = opened(trained(recipe(1, "digits"), 5))
    assert panel.message.isVisible()
    for word in ("two features", "Circle", "Spiral"):
        assert word in panel.message.text()
    show(panel, trained(recipe(1)))
    assert panel.map.isVisible()


@pytest.mark.parametrize("task", ["numbers", "classes"])
def test_two_features_of_which_one_is_a_date_are_not_called_more(opened: Open, tmp_path: Path, task: str) -> None:
    path = tmp_path / "days.csv"
    rows = [f"2023-0{1 + row % 9}-11,{row * 7 % 31},{row % 2}" for row in range(30)]
    path.write_text("\n".join(["day,size,label", *rows]) + "\n")
    data = {"source": str(path), "task": task, "train": 20, "test": 10}
    units, loss = (1, "mean_squared_error") if task == "numbers" else (2, "softmax_cross_entropy")
    panel = opened(trained(recipe(data=data, loss=loss, layers=[{"kind": "dense", "units": units}]), 2))
    assert panel.message.text() == (
        "This view shows what is predicted over numbers, and “day” holds none: look at Predictions."
    )


def test_before_training_it_says_what_to_do(qtbot: QtBot) -> None:
    panel = BoundaryPanel()
    qtbot.addWidget(panel)
    panel.show()
    experiment = recipe(1)
    panel.show_experiment(experiment)
    panel.show_dataset(load(experiment.data))
    panel.show_snapshot(None)
    assert "Play" in panel.message.text()


def test_what_is_shown_of_a_lane_at_its_best_is_called_that_step(opened: Open) -> None:
    stopping = {"on": True, "every": 10, "patience": 3, "restore_best": True}
    trainer = trained(recipe(1, early_stopping=stopping, optimizer={"kind": "sgd", "learning_rate": 20}), 200)
    trainer.end()
    (lane,) = trainer.snapshot().lanes
    assert lane.restored_from is not None
    assert lane.restored_from < trainer.step
    panel = opened(trainer)
    words = [label.text() for label in panel.header.findChildren(QLabel)]
    assert f"step {lane.restored_from} · test accuracy" in words


def test_an_accuracy_of_another_step_than_the_regions_is_called_that(opened: Open) -> None:
    trainer = trained(recipe(1), 5)
    panel = opened(trainer)
    panel.show_snapshot(replace(trainer.snapshot(inside=panel.snapshot.inside), step=70, evaluated_at=64))
    words = [label.text() for label in panel.header.findChildren(QLabel)]
    assert "step 5 · test accuracy of step 64" in words


def test_a_diverged_lane_says_so(opened: Open) -> None:
    lanes = [{"name": "good"}, {"name": "bad", "set": {"optimizer.learning_rate": 100.0}}]
    layers = [{"kind": "dense", "units": 2}] * 2
    optimizer = {"kind": "sgd", "learning_rate": 0.01}
    panel = opened(trained(recipe(lanes, layers=layers, optimizer=optimizer, loss="mean_squared_error")))
    assert panel.map._tiles[0].instead == ""
    assert "diverged" in panel.map._tiles[1].instead


# --- the parts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (4, 2), (9, 3), (25, 5)])
def test_pictures_use_the_room_and_do_not_overlap(count: int, columns: int) -> None:
    room = QRectF(0, 0, 600, 600 + BELOW - LEFT + columns * CAPTION)
    tiles = arrange(count, room)
    assert tiles.columns == columns
    for index, place in enumerate(tiles.places):
        assert room.contains(place)
        assert not any(place.intersects(other) for other in tiles.places[:index])
    assert tiles.is_first(0)
    assert tiles.is_lowest(count - 1)
    assert tiles.side * columns > 600 * 0.7


def test_without_lanes_there_are_no_pictures() -> None:
    assert arrange(0, QRectF(0, 0, 300, 300)).places == ()


def test_in_a_low_room_pictures_stand_beside_each_other() -> None:
    assert arrange(3, QRectF(0, 0, 900, 250)).columns == 3
    assert arrange(3, QRectF(0, 0, 250, 900)).columns == 1


def test_ticks_are_round() -> None:
    assert ticks(-6.2, 6.2, 4) == [-5, 0, 5]
    assert ticks(0, 1, 5) == [0, 0.2, 0.4, 0.6, 0.8, 1.0]
    assert ticks(3, 3, 5) == []


def test_regions_are_pale_where_the_lane_is_unsure_and_blank_without_numbers() -> None:
    shares = np.array([[[[1, 0], [0.5, 0.5]], [[0, 1], [np.nan, np.nan]]]], np.float32)
    (image,) = region_images(shares, color_table(2))
    paper = theme.current().color("surface")
    assert (
        distance(image.pixelColor(0, 1), blend(paper, theme.class_color(0), STRONGEST)) <= 1
    )  # below is the first row
    assert distance(image.pixelColor(0, 0), blend(paper, theme.class_color(1), STRONGEST)) <= 1
    assert distance(image.pixelColor(1, 1), paper) <= 1
    assert distance(image.pixelColor(1, 0), paper) <= 1


def test_thinning_keeps_every_class_and_is_painted_once_for_a_size() -> None:
    points = PointPictures()
    n = 2000
    points.set_points(np.random.default_rng(0).random((n, 2)), np.arange(n) % 2, np.arange(n) < 1500)
    assert len(points.shown(900)) == n
    few = points.shown(100)
    assert len(few) < 100
    assert set(few % 2) == {0, 1}
    assert points.picture(100, 2.0) is points.picture(100, 2.0)
    assert points.picture(100, 2.0).width() == 200


@pytest.mark.parametrize("count", [10, 32, 64])
def test_however_many_lanes_there_are_each_picture_says_something(count: int) -> None:
    for width in (300, 380, 700):
        room = QRectF(0, 0, width, least_height(count, width))
        assert arrange(count, room).side >= 56
