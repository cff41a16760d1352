"""Pictures of rows and points: sharp, square, and safe from every number."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from playground.data.rows.scatter_picture import ScatterPicture
from playground.ui.look import ramps, theme
from playground.ui.look.palette import DARK, LIGHT
from playground.ui.painting.row_pictures import RowPictures
from tests.playground.ui.bench import Bench

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Offscreen, Qt says of every popup what it cannot do."""


def test_ramps_begin_with_paper_and_end_with_ink(qapp: QApplication) -> None:
    for look in (LIGHT, DARK):
        ink, both = ramps.ink(look), ramps.diverging(look)
        assert len(ink) == len(both) == 256
        assert ink[0] == both[128] == look.color("sunken").rgb()
        assert ink[255] == look.color("text").rgb()
        assert both[255] == look.color("positive").rgb()


def test_pictures_of_rows_wrap_and_explain_themselves(bench: Bench) -> None:
    pictures = bench.show(RowPictures(size=40))
    rows = np.random.default_rng(0).random((10, 8, 8))
    labels = [str(digit) for digit in range(10)]
    pictures.set_rows(rows, labels, tooltips=[f"row {label}" for label in labels], marked=[True] + [False] * 9)
    assert pictures.count() == 10
    assert pictures.heightForWidth(100) > pictures.heightForWidth(400)
    pictures.resize(200, 300)
    cells = [pictures.cell(index) for index in range(10)]
    assert all(cell.right() < 200 for cell in cells)
    assert not any(one.intersects(other) for i, one in enumerate(cells) for other in cells[:i])
    assert [pictures.picture_at(cell.center()) for cell in cells] == list(range(10))
    event = QHelpEvent(QEvent.Type.ToolTip, cells[3].center(), pictures.mapToGlobal(cells[3].center()))
    QApplication.sendEvent(pictures, event)
    assert "row 3" in QToolTip.text()


def test_a_pixel_is_a_sharp_square(bench: Bench) -> None:
    pictures = bench.show(RowPictures(size=40))
    row = np.zeros((1, 2, 2))
    row[0, 0, 1] = 1.0
    pictures.set_rows(row)
    pictures.resize(60, 60)
    image = pictures.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert seen == {theme.current().text, theme.current().sunken}


@pytest.mark.parametrize("diverging", [False, True])
def test_pictures_survive_every_number(bench: Bench, diverging: bool) -> None:
    pictures = bench.show(RowPictures(diverging=diverging))
    for rows in (np.zeros((0, 8, 8)), np.zeros((2, 3, 5)), np.full((1, 2, 2), np.nan), np.full((1, 2, 2), -np.inf)):
        pictures.set_rows(rows)
        assert pictures.count() == len(rows)
        pictures.grab()


def test_points_are_drawn_square_and_inside(bench: Bench) -> None:
    scatter = bench.show(ScatterPicture())
    points = np.random.default_rng(0).normal(size=(200, 2))
    classes = np.arange(200) % 2
    empty = scatter.grab().toImage()
    scatter.set_points(points, classes, np.arange(200) < 100)
    scatter.resize(300, 150)
    assert scatter.grab().toImage() != empty
    square = scatter.square()
    assert square.width() == square.height()
    assert scatter.rect().contains(square.toRect())
    assert scatter.count() == 200


def test_two_features_of_unlike_units_are_no_line(bench: Bench) -> None:
    """An income and a number of rooms: on one scale all rows lay on a line."""
    scatter = bench.show(ScatterPicture())
    points = np.random.default_rng(0).normal(size=(200, 2))
    for size, is_alike in ((1.5, True), (10_000, False)):
        scatter.set_points(points * (size, 1), np.zeros(200, int))
        width, height = np.ptp(scatter._placed(scatter.square()), axis=0)
        assert (height == pytest.approx(width)) is not is_alike
        assert width < scatter.square().width()


def test_many_points_are_thinned_and_impossible_ones_left_out(bench: Bench) -> None:
    scatter = bench.show(ScatterPicture())
    scatter.set_points(np.full((10, 2), np.nan), np.zeros(10, int))
    assert scatter.count() == 0
    scatter.grab()
    scatter.set_points(np.ones((50_000, 2)), np.zeros(50_000, int))
    assert 1000 <= scatter.count() <= 3000
    scatter.grab()
