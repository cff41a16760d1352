"""Pictures in colour: every view that draws a picture draws it so, from a file of CIFAR-10's format to the pixels."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.data import Dataset, load
from engine.data.pen_drawing import drawing_style
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.answers.maps import Maps
from engine.inspectors.answers.reasons import Reasons
from engine.inspectors.net.blocks import blocks
from engine.inspectors.weights import Weights
from engine.train.trainer import Trainer
from playground.inside.maps.canvas import MapsCanvas
from playground.inside.predictions.mistake_items import Rows
from playground.inside.predictions.mistake_view import MistakeView
from playground.inside.reasons.canvas import ReasonsCanvas
from playground.inside.views import VIEWS
from playground.network.reading import unit_name
from playground.network.scene.layout import Want, place
from playground.network.scene.scene import Plan
from playground.shell.app import create_window
from playground.ui.look.lane_look import lane_looks
from playground.ui.painting.row_pictures import RowPictures
from tests.playground.helpers import find, small

CONV = [{"kind": "conv2d", "filters": 3, "kernel": 5}, {"kind": "activation", "function": "relu"}]
OUTPUT = {"kind": "dense", "units": 10}


@pytest.fixture
def experiment(tmp_path: Path) -> Experiment:
    """Pictures that are red above and blue below."""
    rng = np.random.default_rng(0)
    content = b""
    for row in range(60):
        planes = np.zeros((3, 32, 32), np.uint8)
        planes[0, :16], planes[2, 16:] = 255, 255
        planes += rng.integers(0, 1, planes.shape, np.uint8)
        planes[1, row % 32] = 9
        content += bytes([row % 10]) + planes.tobytes()
    path = tmp_path / "data_batch_1.bin"
    path.write_bytes(content)
    data = {"source": str(path), "train": 40, "test": 20}
    return small(data=data, layers=[*CONV, {"kind": "max_pool"}, OUTPUT], batch_size=8, steps=2)


@pytest.fixture
def trainer(experiment: Experiment) -> Trainer:
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(2)
    return trainer


def is_red(image: QImage, x: float, y: float) -> bool:
    color = QColor(image.pixel(round(x), round(y)))
    return color.red() > color.blue() + 60


def is_blue(image: QImage, x: float, y: float) -> bool:
    color = QColor(image.pixel(round(x), round(y)))
    return color.blue() > color.red() + 60


def test_rows_and_reasons_are_in_colour(qtbot: QtBot, trainer: Trainer) -> None:
    request = InspectionRequest(frozenset(["reasons", "maps", "weights"]))
    found = look_inside(trainer, request)
    canvas = ReasonsCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 200)
    assert isinstance(found["reasons"], Reasons)
    canvas.show_reasons(found["reasons"], lane_looks(trainer.experiment), trainer.dataset.classes)
    image, grid = canvas.grab().toImage(), canvas._grid()
    assert grid is not None
    rect = grid.rect(0, 0)
    assert is_red(image, rect.center().x(), rect.top() + 5)
    assert is_blue(image, rect.center().x(), rect.bottom() - 5)


def test_the_maps_begin_with_red_green_and_blue(qtbot: QtBot, trainer: Trainer) -> None:
    found = look_inside(trainer, InspectionRequest(frozenset(["maps"])))["maps"]
    assert isinstance(found, Maps)
    canvas = MapsCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(500, 400)
    canvas.show_maps(found, tuple(str(place) for place in range(1 + len(found.layers))))
    where = canvas._where()
    assert where is not None
    red, _, blue = where.bands[0].maps
    assert max(rect.right() for rect in where.bands[0].maps) < where.detail.left()
    image = canvas.grab().toImage()
    assert is_red(image, red.center().x(), red.top() + 5)
    assert not is_blue(image, red.center().x(), red.bottom() - 5)
    assert is_blue(image, blue.center().x(), blue.bottom() - 5)


def test_weights_of_red_green_and_blue_lie_side_by_side(trainer: Trainer) -> None:
    found = look_inside(trainer, InspectionRequest(frozenset(["weights"])))["weights"]
    assert isinstance(found, Weights)
    weight = trainer.lane_parameters(0)[0]["weight"]
    assert found.picture == (5, 15)
    first = found.first.reshape(-1, 5, 15)
    for channel in range(3):
        np.testing.assert_array_equal(first[1, :, 5 * channel : 5 * channel + 5], weight[:, :, channel, 1])


def test_the_input_of_the_drawing_has_three_colours_a_pixel(experiment: Experiment) -> None:
    (placed,) = place([Want(12, (2, 2))], QRectF(0, 0, 200, 100))
    assert placed.shown == 12
    assert len(np.unique(placed.y)) == 2
    assert len(np.unique(placed.x)) == 6
    plan = Plan(tuple(blocks(experiment.layers)), (3072, 3, 10), shape=(32, 32))
    assert unit_name(plan, 0, 32 * 3 + 4) == "pixel 2, 2, green"


def test_mistakes_are_in_colour(qtbot: QtBot, trainer: Trainer) -> None:
    data = trainer.dataset
    view = MistakeView()
    qtbot.addWidget(view)
    rows = Rows(data.test_x, data.offset, data.scale, data.feature_names, data.image_shape)
    image = view._image(0, rows, (32, 32))
    assert is_red(image, 16, 2)
    assert is_blue(image, 16, 30)


def test_a_pen_has_no_colour(trainer: Trainer) -> None:
    data: Dataset = trainer.dataset
    assert drawing_style(data) is None


def test_every_view_of_the_window_takes_them(qtbot: QtBot, experiment: Experiment) -> None:
    window = create_window(experiment)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.session.dataset is not None)
    window.session.run.play()
    qtbot.waitUntil(lambda: window.session.snapshot is not None and window.session.snapshot.step >= 2)
    for name in VIEWS:
        window.inside.choose(name)
        window.inside.grab()
    window.grab()
    pictures = window.data.rows.pictures
    assert isinstance(pictures, RowPictures)
    cell = pictures.cell(0)
    image = pictures.grab().toImage()
    assert is_red(image, cell.center().x(), cell.top() + 3)
    window.inside.choose("digit")
    assert "in colour" in find(window, QLabel, "digit.message").text()
