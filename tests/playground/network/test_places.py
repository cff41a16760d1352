"""Where the columns of the drawing stand, and how weights become lines."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from playground.network import marks
from playground.network.scene import edges
from playground.network.scene.answer import Places, bar_lines, figure_room, number_lines
from playground.network.scene.layout import FEW, GATHERED, Want, place
from playground.ui.look import theme


@given(
    units=st.lists(st.integers(1, 400), min_size=2, max_size=7),
    width=st.floats(300, 2000),
    height=st.floats(90, 500),
)
def test_columns_stand_beside_each_other_and_no_two_units_at_one_place(
    units: Sequence[int], width: float, height: float
) -> None:
    room = QRectF(10, 20, width, height)
    placed = place([Want(count) for count in units], room)
    for left, right in pairwise(placed):
        assert right.rect.left() > left.rect.right()
    for column, count in zip(placed, units, strict=True):
        assert column.shown == count
        assert column.style == ("dots" if count > GATHERED else "tiles") or count > FEW
        assert column.rect.height() <= height + 1e-6
        cells = {(round(x, 3), round(y, 3)) for x, y in zip(column.x, column.y, strict=True)}
        assert len(cells) == count


def test_a_probability_of_100_percent_stands_apart_from_its_bar(qapp: QApplication) -> None:
    metrics = QFontMetricsF(theme.font("small"))
    figure = figure_room(QRectF(0, 0, 20, 13), 140.0, metrics)
    assert figure.right() == 140
    assert figure.width() >= metrics.horizontalAdvance("100%") + 4


def test_a_unit_is_found_where_it_is_drawn() -> None:
    for column in place([Want(16), Want(100), Want(9)], QRectF(0, 0, 700, 160)):
        for unit in range(column.units):
            assert column.unit_at(column.cell(unit).center()) == unit


def test_more_room_makes_units_larger() -> None:
    small, large = (place([Want(8), Want(8)], QRectF(0, 0, 400, height))[0].pitch for height in (110, 300))
    assert large > small


def test_the_larger_a_weight_the_stronger_its_line_and_its_sign_is_kept() -> None:
    source, target = np.array([0, 1, 2, 3]), np.zeros(4, int)
    found = edges.bundle(source, target, np.array([0.001, 0.3, -0.6, 1.0]), 1.0)
    assert found.strength.tolist() == sorted(found.strength.tolist())
    assert found.strength[0] == -1, "what is next to nothing is not drawn"
    assert found.is_positive.tolist() == [True, True, False, True]


def test_a_negative_edge_is_open_in_the_middle() -> None:
    low, high = edges.offsets(5, is_positive=False, ratio=1)
    assert low == -high
    assert high > 1
    assert len(edges.offsets(4, is_positive=True, ratio=1)) == 2
    assert 0.0 in edges.offsets(5, is_positive=True, ratio=1)


def test_each_class_has_its_line_where_they_can_be_read() -> None:
    shares, y = np.full(4, 0.25), np.arange(4) * 12.0
    lines = bar_lines(shares, 2, Places(np.full(4, 5.0), y, 12.0), QRectF(0, 0, 150, 60))
    assert lines == ([0, 1, 2, 3], y.tolist(), 12.0)


@pytest.mark.parametrize("pitch", [6.0, 14.0])
def test_where_classes_are_too_many_the_likeliest_and_the_right_one_have_lines(pitch: float) -> None:
    shares = np.arange(26) / 325
    x = np.where(np.arange(26) < 13, 5.0, 19.0) if pitch > 10 else np.full(26, 5.0)
    rect = QRectF(0, 20, 150, 70)
    lines = bar_lines(shares, 3, Places(x, np.arange(26) % 13 * pitch, pitch), rect)
    assert lines.labels == [25, 24, 23, 22, 3]
    assert all(after - before >= 12 for before, after in pairwise(lines.y))
    assert rect.top() <= min(lines.y) - 6
    assert max(lines.y) + 6 <= rect.bottom()


def test_a_number_and_the_truth_are_never_cut(qapp: QApplication) -> None:
    metrics = QFontMetricsF(theme.font("small"))
    said, truth = "9.82·10⁶", "631,453"
    room = metrics.horizontalAdvance(f"{said} ({truth})")
    assert number_lines(said, truth, room, metrics) == (f"{said} ({truth})",)
    assert number_lines(said, truth, room - 1, metrics) == (said, f"({truth})")


@pytest.mark.parametrize("units", [(5000, 64, 2), (5000, 5000, 2), (3000, 4000, 5000, 2000, 10)])
def test_a_column_of_thousands_leaves_room_for_the_others(units: tuple[int, ...]) -> None:
    """Of a table with thousands of columns the first ones are drawn, and how many more there are stands below."""
    room = QRectF(10, 20, 430, 84)
    placed = place([Want(count) for count in units], room)
    assert placed[-1].rect.right() <= room.right() + 1
    assert all(left.rect.right() < right.rect.left() for left, right in pairwise(placed))
    assert placed[0].units == units[0]
    assert 100 < placed[0].shown < units[0]
    assert placed[-1].shown == units[-1]


def test_how_many_more_units_there_are_is_written_inside_the_drawing(qapp: QApplication) -> None:
    """Also where the units that are drawn fill all the height, as thousands do."""
    room = QRectF(0, 0, 430, 84)
    column = place([Want(5000), Want(64), Want(2)], room)[0]
    picture = QImage(430, 120, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.black)
    painter = QPainter(picture)
    painter.setPen(Qt.GlobalColor.white)
    marks._paint_more(painter, column, room.bottom())
    painter.end()
    painted = [y for y in range(120) if any(picture.pixelColor(x, y).value() > 0 for x in range(0, 430, 2))]
    assert painted
    assert painted[-1] <= room.bottom()
