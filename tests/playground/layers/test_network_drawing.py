"""The net that is drawn beside the stack: its geometry, and what can be seen of it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.edits import layer_edits
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.nn.shapes import RowsOf
from playground.layers.panel import LayersPanel
from playground.layers.rows.columns import GUTTER
from playground.layers.rows.net import SLOTS, NetRow, dropped_places, net, places
from playground.layers.rows.view import layer_views
from playground.ui.look import theme
from tests.playground.helpers import small

WIDTHS = (40, GUTTER)


def dense(units: int) -> dict[str, Any]:
    return {"kind": "dense", "units": units}


RELU = {"kind": "activation", "function": "relu"}
HALF = {"kind": "dropout", "rate": 0.5}
NORM = {"kind": "batch_norm"}


def drawn(*layers: dict[str, Any], inputs: int | None = 2, selected: tuple[int, ...] = ()) -> list[NetRow]:
    return net(layer_views(small(layers=layers), None if inputs is None else RowsOf(inputs)), selected, GUTTER)


# --- geometry ---


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6, 100, 10000, None])
def test_as_many_circles_as_units_up_to_five(count: int | None, width: int) -> None:
    units, has_more = places(count, width)
    assert has_more == (count is None or count > SLOTS)
    assert len(units) == (count if count is not None and count <= SLOTS else 4)
    assert list(units) == sorted(set(units))
    assert sum(units) == pytest.approx(len(units) * width / 2), "around the middle"
    assert units[0] >= 4
    assert units[-1] <= width - 4
    gaps = [right - left for left, right in pairwise(units)]
    assert min(gaps, default=99) >= 7, "circles do not touch"
    if has_more:
        assert gaps == pytest.approx([gaps[0], 2 * gaps[0], gaps[0]]), "room for an ellipsis in the middle"


@pytest.mark.parametrize(
    ("count", "rate", "crosses"),
    [(4, 0, 0), (4, 0.01, 1), (4, 0.5, 2), (4, 0.95, 3), (5, 0.2, 1), (5, 0.6, 3), (2, 0.9, 1), (1, 0.9, 0)],
)
def test_dropout_switches_off_about_its_share(count: int, rate: float, crosses: int) -> None:
    units, _ = places(count, GUTTER)
    dropped = dropped_places(units, rate)
    assert len(dropped) == crosses
    assert set(dropped) <= set(units)


def test_more_dropout_switches_off_those_and_others() -> None:
    units, _ = places(5, GUTTER)
    sets = [set(dropped_places(units, rate / 20)) for rate in range(20)]
    assert all(less <= more for less, more in pairwise(sets))


def test_every_unit_is_wired_to_every_one_before() -> None:
    rows = drawn(dense(3), dense(4), dense(10))
    assert [row.kind for row in rows] == ["input", "dense", "dense", "dense", "output"]
    assert [len(row.units) for row in rows] == [2, 3, 4, 4, 4]
    assert [len(row.above.lines) for row in rows] == [0, 2 * 3, 3 * 4, 4 * 4, 4]
    assert set(rows[2].above.lines) == {(top, bottom) for top in rows[1].units for bottom in rows[2].units}
    assert [row.has_more for row in rows] == [False, False, False, True, True]


def test_what_works_on_each_unit_passes_its_wires_on() -> None:
    rows = drawn(dense(3), NORM, RELU, HALF, dense(2))
    _, first, norm, relu, dropout, output, _ = rows
    straight = tuple((place, place) for place in first.units)
    assert norm.above.lines == relu.above.lines == dropout.above.lines == straight
    assert len(dropout.dropped) == 2
    assert set(dropout.units) | set(dropout.dropped) == set(first.units)
    assert output.above.lines == tuple((dropout.units[0], bottom) for bottom in output.units), "none from the others"


def test_two_dropouts_leave_something_alive() -> None:
    rows = drawn(dense(4), *[{"kind": "dropout", "rate": 0.9}] * 3, dense(2))
    assert len(rows[-2].above.lines) == 2


@pytest.mark.parametrize("inputs", [None, 1, 3, 784])
def test_rows_join_seamlessly(inputs: int | None) -> None:
    rows = drawn(HALF, dense(7), RELU, HALF, NORM, dense(1), dense(3), RELU, dense(10), HALF, inputs=inputs)
    assert not rows[0].above.lines
    assert not rows[-1].below.lines
    for upper, lower in pairwise(rows):
        assert upper.below == lower.above
        assert {top for top, _ in lower.above.lines} <= set(upper.units)
        assert {bottom for _, bottom in lower.above.lines} <= {*lower.units, *lower.dropped}
        assert lower.above.lines


def test_selecting_lights_what_leads_into_the_layer() -> None:
    layers = (dense(3), RELU, HALF, dense(4), RELU, dense(10))
    lit = [row.above.is_lit for row in drawn(*layers, selected=(3,))]
    assert lit == [False, False, True, True, True, False, False, False], "back to the dense layer before"
    assert [row.is_selected for row in drawn(*layers, selected=(3,))].index(True) == 4
    lit = [row.above.is_lit for row in drawn(*layers, selected=(0, 4))]
    assert lit == [False, True, False, False, False, True, False, False]
    assert not any(row.above.is_lit for row in drawn(*layers))


# --- on the screen ---


Open = Callable[..., LayersPanel]


@pytest.fixture
def panel(qtbot: QtBot) -> Open:
    def make(experiment: Experiment) -> LayersPanel:
        made = LayersPanel()
        made.stack.set_folding(False)
        qtbot.addWidget(made)
        made.show_experiment(experiment)
        made.resize(400, 500)
        with qtbot.waitExposed(made):
            made.show()
        return made

    return make


def colour_of_unit(panel: LayersPanel, index: int, unit: int) -> QColor:
    """What the middle of a circle looks like."""
    view = panel.stack.rows[index].net
    assert view.row is not None
    picture = view.grab()
    ratio = picture.devicePixelRatio()
    place = view.row.units[unit]
    return picture.toImage().pixelColor(round(place * ratio), round(view.height() / 2 * ratio))


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_selected_layer_is_drawn_in_the_accent(panel: Open, look: theme.Choice) -> None:
    theme.apply(look)
    try:
        p = panel(small(layers=[dense(3), RELU, dense(10)]))
        accent, surface = theme.current().color("accent"), theme.current().color("surface")
        assert [colour_of_unit(p, 0, unit) for unit in range(3)] == [surface] * 3
        p.stack.select(0)
        assert [colour_of_unit(p, 0, unit) for unit in range(3)] == [accent] * 3
        assert colour_of_unit(p, 2, 0) == surface
        p.stack.select(2)
        assert colour_of_unit(p, 0, 0) == surface
        assert colour_of_unit(p, 2, 0) == accent
    finally:
        theme.apply("light")


def test_the_drawing_follows_every_edit(panel: Open) -> None:
    experiment = small(layers=[dense(3), RELU, dense(10)])
    p = panel(experiment)
    circles = lambda: [len(row.net.row.units) for row in p.stack.rows]  # noqa: E731
    assert circles() == [3, 3, 4]
    p.show_experiment(edited(experiment, "layers.0.units", 2))
    assert circles() == [2, 2, 4]
    p.show_experiment(layer_edits.move_layer(experiment, 2, 0))
    assert [row.net.row.kind for row in p.stack.rows] == ["dense", "dense", "activation"]
    assert circles() == [4, 4, 4], "the last dense layer is the output, with ten units"
    relu = p.stack.rows[2].net.grab().toImage()
    changed = edited(layer_edits.move_layer(experiment, 2, 0), "layers.2.function", "tanh")
    p.show_experiment(changed)
    assert p.stack.rows[2].net.grab().toImage() != relu, "another curve"


class Painted(QObject):
    """Which widgets are painted."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.widgets: list[QObject] = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.widgets.append(watched)
        return False

    def settle(self) -> None:
        """Until nothing is left to paint."""
        count = -1
        while count != len(self.widgets):
            count = len(self.widgets)
            QApplication.processEvents()


def test_an_edit_repaints_its_surroundings_alone(panel: Open) -> None:
    experiment = small(layers=[dense(3), RELU, dense(4), RELU, dense(5), RELU, dense(10)])
    p = panel(experiment)
    parts: list[QWidget] = [row.net for row in p.stack.rows]
    painted = Painted([p, p.stack, *p.stack.rows, *parts])
    painted.settle()
    painted.widgets.clear()
    p.show_experiment(experiment)
    p.show_snapshot(None)
    painted.settle()
    assert painted.widgets == [], "nothing is new"
    p.show_experiment(edited(experiment, "layers.2.units", 2))
    painted.settle()
    assert {parts.index(widget) for widget in painted.widgets if widget in parts} == {1, 2, 3, 4}


def test_it_explains_itself(panel: Open) -> None:
    p = panel(small())
    for row in p.stack.rows:
        assert row.net.toolTip()
        assert row.net.accessibleDescription()
    assert "8 units" in p.stack.rows[0].net.accessibleDescription()
    assert p.stack.input.net.toolTip()
    assert p.stack.output.net.toolTip()
