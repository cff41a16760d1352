"""The drawing of the network: what is read off, and what a press does."""

from __future__ import annotations

from math import ceil, log10
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.data import load
from playground.network import arrangement
from playground.network.scene.scene import Spot
from playground.ui.text.numbers import number
from tests.engine.helpers import activation, dense, dropout
from tests.playground.network.desk import Desk, digits, spiral

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # tooltips, raised offscreen

TWO_LANES = [{"name": "a"}, {"name": "b", "set": {"seed": 5}}]

# --- reading off ----------------------------------------------------------------------------------------------------


def test_the_pointer_reads_a_unit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral())
    drawing, (net,) = desk.panel.drawing, desk.look().lanes
    QTest.mouseMove(drawing, desk.middle_of(1, 4))
    assert drawing.spot == Spot(0, 1, 4)
    told = drawing.accessibleDescription()
    assert told.startswith("Unit 5 of layer 1")
    assert number(float(net.columns[1].bias[4])) in told


def test_the_pointer_reads_a_weight(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral(dense(2), activation("tanh"), dense(2)))
    drawing = desk.panel.drawing
    left, right = drawing.scenes[0].placed[:2]
    spot = drawing.spot_at(QPointF((left.x[0] + right.x[0]) / 2, (left.y[0] + right.y[0]) / 2))
    assert spot == Spot(0, 1, 0, 0)
    weight = desk.trainer.lane_parameters(0)[0]["weight"][0, 0]
    assert number(float(weight)) in drawing.told(spot)


def test_gradients_are_read_where_they_are_asked_for(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral())
    drawing = desk.panel.drawing
    assert "gradient" not in drawing.told(Spot(0, 1, 0))
    desk.panel.header.gradients_button.click()
    (net,) = desk.look().lanes
    assert number(float(net.columns[1].slope[0])) in drawing.told(Spot(0, 1, 0))
    edge = net.edges[0]
    spot = Spot(0, 1, int(edge.target[-1]), int(edge.source[-1]))
    assert number(float(edge.gradient[-1])) in drawing.told(spot)


def test_a_dead_unit_and_one_left_out_say_so(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral(dense(12), activation("relu"), dropout(0.5), dense(2)), steps=1)
    desk.trainer.groups[0].network.layers[0].bias[0, 0, 3] = -1000  # type: ignore[attr-defined]
    (net,) = desk.look().lanes
    drawing = desk.panel.drawing
    assert "Dead" in drawing.told(Spot(0, 1, 3))
    off = int(np.flatnonzero(~net.columns[1].kept)[0])
    assert "Dropout leaves it out" in drawing.told(Spot(0, 1, off))


def test_arrow_keys_walk_from_unit_to_unit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral())
    drawing = desk.panel.drawing
    drawing.setFocus()
    for key, spot in (
        (Qt.Key.Key_Right, (0, 0)),
        (Qt.Key.Key_Right, (1, 0)),
        (Qt.Key.Key_Down, (1, 1)),
        (Qt.Key.Key_End, (1, 5)),
        (Qt.Key.Key_Right, (2, 1)),
        (Qt.Key.Key_Up, (2, 0)),
        (Qt.Key.Key_Left, (1, 0)),
    ):
        QTest.keyClick(drawing, key)
        assert drawing.spot is not None
        assert (drawing.spot.column, drawing.spot.unit) == spot
    QTest.keyClick(drawing, Qt.Key.Key_Escape)
    assert drawing.spot is None


# --- what is asked for ----------------------------------------------------------------------------------------------


def test_nothing_is_asked_for_while_nobody_sees_it(qtbot: QtBot) -> None:
    panel = Desk(qtbot, spiral()).panel
    assert panel.request()["what"] == {"network"}
    panel.hide()
    assert not panel.request()["what"]


def test_lanes_stand_beside_each_other(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral(lanes=TWO_LANES))
    assert desk.panel.request()["drawn"] == ()
    desk.panel.header.lanes_button.click()
    assert desk.panel.request()["drawn"] == (0, 1)
    look = desk.look()
    first, second = desk.panel.drawing.scenes
    assert (first.net, second.net) == look.lanes
    assert not first.rect.intersects(second.rect)


def test_the_next_row_goes_through_the_net(qtbot: QtBot) -> None:
    desk = Desk(qtbot, digits(dense(8), activation(), dense(10)))
    before = desk.look()
    desk.panel.header.example_button.click()
    after = desk.look()
    assert (before.row, after.row) == (0, 1)
    np.testing.assert_array_equal(after.lanes[0].columns[0].value, desk.trainer.groups[0].rows.train_x[1])


# --- pressing -------------------------------------------------------------------------------------------------------


def test_a_press_on_a_word_or_a_unit_chooses_the_row(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral())
    drawing = desk.panel.drawing
    chosen: list[int] = []
    desk.panel.row_chosen.connect(chosen.append)
    word = next(word for word in drawing.words if word.label.row == 1)
    QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=word.rect.center().toPoint())
    QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=desk.middle_of(2, 0))
    assert chosen == [1, 2]


def test_a_press_opens_a_large_layer(qtbot: QtBot) -> None:
    desk = Desk(qtbot, digits(dense(100), activation(), dense(10)))
    drawing = desk.panel.drawing
    assert drawing.scenes[0].placed[1].style == "dots"
    QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=desk.middle_of(1, 0))
    opened = drawing.scenes[0].placed[1]
    assert opened.style == "tiles"
    assert opened.pitch > 20


@pytest.mark.parametrize("rows", [[0], [1]])
def test_the_selected_layers_are_lit(qtbot: QtBot, rows: list[int]) -> None:
    desk = Desk(qtbot, spiral())
    before = desk.panel.drawing.grab().toImage()
    desk.panel.set_selected(rows)
    assert desk.panel.drawing.grab().toImage() != before


def test_what_is_drawn_follows_the_weights(qtbot: QtBot) -> None:
    desk = Desk(qtbot, spiral())
    before = desk.panel.drawing.grab().toImage()
    desk.look()
    assert desk.panel.drawing.grab().toImage() == before
    desk.trainer.run(200)
    desk.look()
    assert desk.panel.drawing.grab().toImage() != before


def test_a_net_that_explodes_is_drawn_to_the_end(qtbot: QtBot) -> None:
    naive = [dense(60, initialization="uniform"), activation()] * 6
    desk = Desk(qtbot, digits(*naive, dense(10, initialization="uniform")), steps=0)
    while not desk.trainer.diverged_at:
        desk.trainer.run(1)
        desk.trainer.measure()
        desk.look()
        assert not desk.panel.drawing.grab().isNull()
        assert desk.panel.drawing.told(Spot(0, 1, 0))


def strengths(desk: Desk, scene: int = 0) -> np.ndarray:
    """Of all lines of a net, as they are drawn; -1 for those that are not."""
    return np.concatenate([bundle.strength for bundle in desk.panel.drawing.scenes[scene]._bundles])


def test_weights_that_have_vanished_or_exploded_do_not_look_like_others(qtbot: QtBot) -> None:
    """One scale for all layers: that of a usual start, or of the largest weight drawn, up to ten times that."""
    desk = Desk(qtbot, spiral(dense(8), activation("tanh"), dense(8), activation("tanh"), dense(2)), steps=0)
    assert strengths(desk).max() >= 4
    for factor, expected in ((1e-3, {-1}), (1e6, {5})):
        for layer in desk.trainer.groups[0].network.weighted_layers:
            layer.weight[...] *= factor
        desk.look()
        assert set(strengths(desk).tolist()) == expected
    xavier = (6 / (2 + 8)) ** 0.5
    told = desk.panel.header.legend.accessibleDescription()
    assert f"the widest are {number(10 ** (ceil(log10(10 * xavier) * 12) / 12), 2)} or more" in told


def test_lanes_beside_each_other_are_drawn_on_one_scale(qtbot: QtBot) -> None:
    naive = {"name": "b", "set": {"layers.*.initialization": "uniform"}}
    desk = Desk(qtbot, digits(dense(30), activation(), dense(10), lanes=[{"name": "a"}, naive]), steps=0)
    desk.panel.header.lanes_button.click()
    desk.look()
    assert strengths(desk, 1).max() == 5
    assert strengths(desk, 0).max() <= 3
    first, second = desk.panel.drawing.scenes
    assert first.reach_of_lines == second.reach_of_lines == 1.0


def test_filters_are_drawn_by_what_they_find_in_the_row(qtbot: QtBot) -> None:
    conv = {"kind": "conv2d", "filters": 4, "kernel": 3, "padding": "same"}
    desk = Desk(qtbot, digits(conv, activation(), {"kind": "flatten"}, dense(10)))
    drawing = desk.panel.drawing
    assert drawing.scenes[0].placed[1].units == 4
    before = drawing.grab().toImage()
    desk.panel.header.example_button.click()
    desk.look()
    assert drawing.grab().toImage() != before
    assert drawing.told(Spot(0, 1, 3))


def test_next_to_no_room_is_no_error(qtbot: QtBot) -> None:
    """Sentences below the window may leave the drawing a few pixels, for a moment, while figures are shown."""
    from PySide6.QtCore import QRectF

    from playground.network.scene.layout import Want, place

    wants = [Want(64, shape=(8, 8)), Want(100), Want(16), Want(10, has_words=True)]
    for width in (-20.0, 0.0, 3.0, 60.0, 700.0):
        for height in (-40.0, 0.0, 1.0, 9.0, 200.0):
            found = place(wants, QRectF(0, 0, width, height))
            assert len(found) == len(wants)
            assert all(column.shown >= 1 for column in found)


def test_it_is_laid_out_once_however_often_its_room_changes_before_it_is_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(qtbot, spiral())
    drawing, times, lay_out = desk.panel.drawing, [], arrangement.lay_out_one

    def counted(*arguments: Any) -> Any:
        times.append(arguments)
        return lay_out(*arguments)

    monkeypatch.setattr(arrangement, "lay_out_one", counted)
    before = drawing.scenes[0].placed[1].rect
    for width in (700, 800, 600):
        drawing.resize(width, 240)
    assert not times
    assert drawing.scenes[0].placed[1].rect != before
    drawing.grab()
    assert len(times) == 1


def test_rows_of_the_experiment_that_is_shown_next_are_drawn_with_its_layers(qtbot: QtBot) -> None:
    """As an undo leads from small pictures back to large ones: for a moment the layers do not fit."""
    conv = {"kind": "conv2d", "filters": 2, "kernel": 5}
    desk = Desk(qtbot, digits(conv, activation(), {"kind": "flatten"}, dense(10)), steps=0)
    small = digits(dense(4), activation(), dense(10))
    small = small.model_copy(update={"data": small.data.model_copy(update={"downsample": 2})})
    desk.panel.show_dataset(load(small.data))
    desk.panel.show_experiment(small)
    desk.panel.drawing.finish()
    plan = desk.panel.drawing.plan
    assert plan is not None
    assert (plan.shape, plan.units) == ((4, 4), (16, 4, 10))


def test_probabilities_have_the_strongest_colour_where_they_are_one(qtbot: QtBot) -> None:
    """With all weights zero they are one half everywhere, and stood there as if the net were most sure."""
    zeros = [dense(4, initialization="zeros"), activation("tanh"), dense(2, initialization="zeros")]
    scene = Desk(qtbot, spiral(*zeros), steps=0).panel.drawing.scenes[0]
    assert scene.reach[-1] == 1.0
