"""Parallel coordinates: where lanes lie on axes, brushes by mouse and keys, and lanes hidden in every panel."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.grids import grid, varying
from engine.experiment.lanes.lane_edits import compare
from playground.lanes.parallel.axes import axes
from playground.lanes.parallel.canvas import ParallelCanvas
from playground.ui.widgets.view_choice import ViewChoice
from tests.playground import conftest
from tests.playground.helpers import click, find, small
from tests.playground.lane_desk import Desk, lane, snapshot

Key, Button = Qt.Key, Qt.MouseButton
Open = Callable[..., Desk]
SIX = {"l2": [0.0, 0.001, 0.1], "layers.*.function": ["relu", "tanh"]}
"""lane = 2 * penalty + function"""


def six() -> Experiment:
    return grid(small(), SIX)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    d = Desk(qtbot, six())
    d.panel.shown_wanted.connect(lambda flags: d.asked.append(("shown", flags)))
    d.panel.resize(900, 320)
    click(qtbot, d.panel, "lanes.view.parallel")
    found = [lane(0.9, (n + 1) / 10, loss=6 - n) for n in range(6)]
    d.panel.show_snapshot(snapshot(*found))
    return d


def canvas(d: Desk) -> ParallelCanvas:
    return find(d.panel, ParallelCanvas, "lanes.parallel")


def drag(c: ParallelCanvas, name: str, low: float, high: float) -> None:
    axis = [each.name for each in c.axes].index(name)
    x = round(c.axis_x(axis))
    bottom, top = (QPoint(x, round(c.place_y(place))) for place in (low, high))
    QTest.mousePress(c, Button.LeftButton, pos=bottom)
    QTest.mouseMove(c, QPoint(x, (bottom.y() + top.y()) // 2))
    QTest.mouseMove(c, top)
    QTest.mouseRelease(c, Button.LeftButton, pos=top)


def test_choices_between_the_ends_are_named_too() -> None:
    three = compare(small(), "layers.*.function", ["relu", "tanh", "sigmoid"])
    axis = axes(three, [], "classes", has_validation=False)[0]
    assert (axis.bottom, axis.top) == ("Tanh", "ReLU")
    assert axis.between == ((pytest.approx(0.5), "Sigmoid"),)
    assert axes(six(), [], "classes", has_validation=False)[0].between == (), "numbers have a scale"


def test_settings_that_differ_and_results_are_axes() -> None:
    assert varying(six()) == {
        "l2": (0.0, 0.0, 0.001, 0.001, 0.1, 0.1),
        "layers.*.function": ("relu", "tanh") * 3,
    }
    lanes = [lane(0.5, test, loss=loss) for test, loss in ((0.2, 0.01), (0.3, 0.1), (0.7, 1.0))]
    found = {
        axis.name: axis
        for axis in axes(compare(small(), "l2", (0.0, 0.001, 0.1)), lanes, "classes", has_validation=False)
    }
    assert list(found) == ["l2", "train_accuracy", "held_out_accuracy", "held_out_data_loss"]
    assert found["l2"].places == pytest.approx((0.0, 0.12, 1.0)), "logarithmic, with room for zero below"
    assert found["train_accuracy"].places == (0.5, 0.5, 0.5), "all the same"
    assert found["held_out_accuracy"].places == pytest.approx((0.0, 0.2, 1.0))
    losses = [math.log10(loss + 0.25) for loss in (0.01, 0.1, 1.0)]
    expected = [(losses[2] - each) / (losses[2] - losses[0]) for each in losses]
    assert found["held_out_data_loss"].places == pytest.approx(expected), "the least loss at the top"
    assert (found["l2"].bottom, found["l2"].top) == ("0", "0.1")


def test_a_lane_that_diverged_has_no_place_among_results() -> None:
    lanes = [lane(0.5, 0.5), replace(lane(math.nan, math.nan, loss=math.nan, diverged_at=3))]
    found = axes(compare(small(), "l2", (0.0, 0.1)), lanes, "classes", has_validation=False)
    assert math.isnan(found[1].places[1])
    assert found[1].texts[1] == "–"


def test_a_drag_keeps_the_lanes_in_its_range(desk: Desk) -> None:
    drag(canvas(desk), "held_out_accuracy", 0.5, 1.0)
    assert desk.asked == [("shown", [False, False, False, True, True, True])]
    drag(canvas(desk), "layers.*.function", 0.6, 1.0)
    assert desk.asked[-1] == ("shown", [False, False, False, False, True, False]), "in all brushes"
    x = round(canvas(desk).axis_x(0))
    QTest.mouseClick(canvas(desk), Button.LeftButton, pos=QPoint(x, round(canvas(desk).place_y(0.5))))
    assert len(desk.asked) == 2, "nothing was brushed there"
    axis = [each.name for each in canvas(desk).axes].index("held_out_accuracy")
    place = QPoint(round(canvas(desk).axis_x(axis)), round(canvas(desk).place_y(0.8)))
    QTest.mouseClick(canvas(desk), Button.LeftButton, pos=place)
    assert desk.asked[-1] == ("shown", [True, False, True, False, True, False]), "a click takes a range away"


def test_a_range_without_a_lane_hides_none(desk: Desk) -> None:
    drag(canvas(desk), "layers.*.function", 0.4, 0.6)
    assert desk.asked == []


def test_all_of_it_by_keys(desk: Desk) -> None:
    c = canvas(desk)
    assert c.hasFocus()
    QTest.keyClick(c, Key.Key_Right)
    for _ in range(3):
        QTest.keyClick(c, Key.Key_Right)
    assert "Test acc. 10.0%" in c.accessibleDescription()
    for _ in range(3):
        QTest.keyClick(c, Key.Key_Up)
    assert "Test acc. 40.0%" in c.accessibleDescription()
    QTest.keyClick(c, Key.Key_Space)
    assert desk.asked == [("shown", [False, False, False, True, True, True])]
    QTest.keyClick(c, Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert desk.asked[-1] == ("shown", [True, True, True, True, False, False])
    QTest.keyClick(c, Key.Key_Delete)
    assert desk.asked[-1] == ("shown", [True] * 6)
    QTest.keyClick(c, Key.Key_Return)
    assert desk.selected() == 3


def test_lanes_shown_in_another_way_end_the_brushes(desk: Desk) -> None:
    drag(canvas(desk), "held_out_accuracy", 0.5, 1.0)
    assert canvas(desk).brushes
    desk.edit("lanes.0.visible", False)
    assert not canvas(desk).brushes


def test_the_view_is_offered_where_there_are_several_lanes(qtbot: QtBot) -> None:
    d = Desk(qtbot, small())
    assert not find(d.panel, ViewChoice, "lanes.view").isVisible()
    d.show(small(lanes=[{"name": "a"}, {"name": "b"}]))
    assert find(d.panel, ViewChoice, "lanes.view").isVisible()
    click(qtbot, d.panel, "lanes.view.parallel")
    assert canvas(d).isVisible()
    d.show(small())
    assert d.panel.table.isVisible(), "one lane is no comparison"


def test_in_the_window_curves_hide_them_too_and_one_undo_shows_them(qtbot: QtBot, shared_window: conftest.Open) -> None:
    window = shared_window(six())
    session = window.session
    session.run.play(5)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.step >= 5, timeout=20_000)
    click(qtbot, window, "lanes.view.parallel")
    c = find(window, ParallelCanvas, "lanes.parallel")
    qtbot.waitUntil(lambda: len(c.axes) > 2)
    before = session.experiment
    drag(c, "l2", 0.5, 1.0)
    assert [each.visible for each in session.experiment.lanes] == [False] * 4 + [True] * 2
    qtbot.waitUntil(lambda: window.curves.loss.lines is not None and len(window.curves.loss.lines.looks) == 2)
    session.undo_stack.undo()
    assert session.experiment == before
    assert not c.brushes
