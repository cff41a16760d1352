"""The dropout panel: what it draws is what the trainer tells, and a person can choose the row."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QSpinBox
from pytestqt.qtbot import QtBot

from engine.data import load
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.dropout import DropoutLook
from engine.train.trainer import Trainer
from playground.inside.dropout.columns import MOST_UNITS, Column, place, radius_of, shown_columns, wires
from playground.inside.dropout.losses import MOST_LANES, LaneLosses, LossBars
from playground.inside.dropout.rows import Thumbnails
from playground.inside.dropout.view import DropoutPanel
from playground.inside.views import VIEWS
from playground.ui.look import theme
from tests.playground.helpers import find, small


class Desk:
    """A panel, and a trainer that answers what it asks for."""

    def __init__(self, qtbot: QtBot, experiment: Experiment, steps: int = 20) -> None:
        self.panel = DropoutPanel()
        qtbot.addWidget(self.panel)
        self.trainer = Trainer(experiment, load(experiment.data))
        self.request: dict[str, Any] = {}
        self.panel.requested.connect(self._on_requested)
        self.panel.show_experiment(experiment)
        self.panel.show_dataset(self.trainer.dataset)
        self.panel.resize(420, 720)
        self.panel.show()
        self.step(steps)

    def step(self, steps: int = 1) -> DropoutLook:
        self.trainer.run(steps)
        self.trainer.measure()
        request = InspectionRequest(VIEWS[self.panel.name].request, focus=self.panel.focus, **self.request)
        inside = look_inside(self.trainer, request)
        self.panel.show_snapshot(self.trainer.snapshot(inside=inside))
        found = inside["dropout"]
        assert isinstance(found, DropoutLook)
        return found

    def _on_requested(self, field: str, value: object) -> None:
        self.request[field] = value


TWO_LANES = {
    "lanes": [{"name": "weak", "set": {"layers.*.rate": 0.1}}, {"name": "strong", "set": {"layers.*.rate": 0.6}}]
}


def test_the_mask_of_each_step_is_drawn(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small(**TWO_LANES))
    desk.panel.set_focus(1)
    drawn = []
    for _ in range(4):
        found = desk.step()
        columns = desk.panel.net.columns()
        assert [column.name for column in columns] == ["Input", "1", "Output"]
        for column, kept in zip(columns, found.kept, strict=True):
            np.testing.assert_array_equal(column.kept, kept)
        drawn.append(columns[1].kept.tobytes())
        off = int((~found.kept[1]).sum())
        assert desk.panel.net_title.text() == f"Step {found.step + 1}: {off} of 8 units that may drop are off"
    assert len(set(drawn)) > 1
    assert "strong" in [label.text() for label in desk.panel.findChildren(QLabel)]


def test_a_unit_that_is_off_is_crossed_and_has_no_wires(qtbot: QtBot) -> None:
    kept = np.array([True, False, True])
    columns = [Column("a", np.ones(2, bool)), Column("b", kept, 0.5), Column("c", np.ones(2, bool))]
    placed = place(columns, QRectF(0, 0, 300, 200))
    lines = wires(placed, radius_of(placed, QRectF(0, 0, 300, 200)))
    assert len(lines) == 2 * 2 + 2 * 2
    off = placed[1].y[1]
    assert off not in lines[:, 1]
    assert off not in lines[:, 3]
    assert columns[1].off == 1

    panel = DropoutPanel()
    qtbot.addWidget(panel)
    net = panel.net
    net.resize(300, 240)
    net.show_columns(columns)
    image = net.grab().toImage()
    shown = place(columns, net._frame())
    alive, dead = (image.pixelColor(round(shown[1].x), round(y) + 4) for y in shown[1].y[:2])
    assert alive == theme.current().color("dense")
    assert dead != alive


def test_large_layers_and_deep_nets_are_drawn_in_part() -> None:
    columns = [Column(str(index), np.ones(100, bool)) for index in range(30)]
    placed = place(columns, QRectF(0, 0, 400, 200))
    assert [column.index for column in placed] == shown_columns(30, 400)
    assert placed[0].index == 0
    assert placed[-1].index == 29
    assert all(len(column.y) <= MOST_UNITS and column.more == 100 - len(column.y) for column in placed)
    assert all(0 <= column.x <= 400 and column.y.min() >= 0 and column.y.max() <= 200 for column in placed)
    (only,) = place([Column("a", np.ones(16, bool))], QRectF(0, 0, 400, 200))
    assert len(only.y) == MOST_UNITS
    assert only.more == 0


def test_the_pointer_reads_a_column_and_a_unit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small(**TWO_LANES))
    net = desk.panel.net
    column = place(net.columns(), net._frame())[1]
    spot = net.spot_at(QPointF(column.x, column.y[2]))
    assert spot is not None
    heading, lines = net.card(spot)
    assert heading == "1"
    off = str(column.column.off)
    assert [line.value for line in lines[:3]] == ["8", "0.1", off]
    assert (lines[3].text, lines[3].value) == ("Unit 3", "on" if column.kept[2] else "off")


def test_losses_of_the_visible_lanes(qtbot: QtBot) -> None:
    lanes = [*TWO_LANES["lanes"], {"name": "hidden", "set": {}, "visible": False}]
    desk = Desk(qtbot, small(lanes=lanes))
    found = desk.step()
    shown = desk.panel.losses.lanes()
    assert [lane.name for lane in shown] == ["weak", "strong"]
    for index, lane in enumerate(shown):
        assert (lane.masked, lane.tested) == (found.masked[index], found.tested[index])
    bars = desk.panel.losses
    lane = bars.lane_at(QPoint(20, bars.height() - 4))
    assert lane is not None
    assert lane.name == "strong"
    assert "masks on" in bars.told(lane)


def test_more_lanes_than_there_is_room_for_are_counted(qtbot: QtBot) -> None:
    bars = LossBars()
    qtbot.addWidget(bars)
    bars.show_lanes([LaneLosses(str(index), index, 1.0, 0.5) for index in range(20)])
    assert len(bars.lanes()) == MOST_LANES
    bars.resize(bars.sizeHint())
    bars.grab()


def test_a_row_is_chosen_by_number(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small())
    box = find(desk.panel, QSpinBox, "dropout.row")
    with qtbot.waitSignal(desk.panel.requested) as signal:
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, "7")
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert signal.args == ["row", 6]
    with qtbot.waitSignal(desk.panel.requested) as signal:
        QTest.keyClick(box, Qt.Key.Key_Up)
    assert signal.args == ["row", 7]
    desk.step()
    spread = desk.panel.spread.spread()
    assert spread is not None
    assert spread.label == desk.trainer.dataset.train_y[7]


def test_a_row_is_chosen_by_its_picture(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small())
    pictures = find(desk.panel, Thumbnails, "dropout.thumbnails")
    with qtbot.waitSignal(desk.panel.requested) as signal:
        qtbot.mouseClick(pictures, Qt.MouseButton.LeftButton, pos=pictures.cell(4).center())
    assert signal.args == ["row", 4]
    desk.request.clear()  # a look that was made before the click must not take the choice back
    desk.step()
    assert desk.panel.rows.row() == 4
    assert pictures.chosen == 4
    desk.request["row"] = 4
    desk.step()
    assert desk.panel.rows.row() == 4


def test_the_spread_is_that_of_the_masks(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small(**TWO_LANES), steps=200)
    desk.panel.set_focus(1)
    found = desk.step()
    spread = desk.panel.spread.spread()
    assert spread is not None
    np.testing.assert_array_equal(spread.tested, found.tested_share)
    heading, lines = desk.panel.spread.card(3)
    assert heading == "3"
    ordered = np.sort(found.sampled[:, 3])
    low, high = (float(text) for text in lines[1].value.split(" – "))
    assert ordered[5] - 1e-3 <= low <= ordered[7] + 1e-3
    assert ordered[56] - 1e-3 <= high <= ordered[58] + 1e-3
    assert lines[2].value == f"{found.tested_share[3]:.3f}"


def test_a_wrong_label_is_said(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small(data={"source": "digits", "train": 60, "test": 40, "label_noise": 0.5}))
    data = desk.trainer.dataset
    row = int(np.flatnonzero(data.train_y != data.train_y_clean)[0])
    desk.request["row"] = row
    desk.step()
    label, truth = (data.classes[labels[row]] for labels in (data.train_y, data.train_y_clean))
    assert desk.panel.rows.note.text() == f"labelled {label} by label noise, but it is {truth}"


def test_without_dropout_it_says_how_to_get_some(qtbot: QtBot) -> None:
    layers = [{"kind": "dense", "units": 8}, {"kind": "activation"}, {"kind": "dense", "units": 10}]
    desk = Desk(qtbot, small(layers=layers))
    assert desk.panel.message.isVisible()
    assert "Add a dropout layer" in desk.panel.message.text()


def test_before_the_first_step_it_says_press_play(qtbot: QtBot) -> None:
    desk = Desk(qtbot, small())
    desk.panel.show_snapshot(None)
    assert desk.panel.message.isVisible()
    assert "Press Play" in desk.panel.message.text()


def test_a_lane_that_has_diverged(qtbot: QtBot) -> None:
    lanes = [
        {"name": "fast", "set": {"optimizer.learning_rate": 100.0, "layers.*.l2": 10.0}},
        {"name": "well", "set": {"optimizer.learning_rate": 0.01}},
    ]
    desk = Desk(qtbot, small(lanes=lanes), steps=200)
    assert desk.trainer.diverged_at
    assert not desk.panel.net.columns()
    assert "fast diverged at step" in desk.panel.net.hint
    assert desk.panel.losses.lanes()[0].instead == "diverged"
    assert desk.panel.spread.spread() is None
    desk.panel.set_focus(1)
    desk.step()
    assert desk.panel.net.columns()


@pytest.mark.parametrize("size", [(380, 400), (900, 1100)])
@pytest.mark.parametrize("source", ["digits", "spiral"])
def test_it_paints_at_every_size(qtbot: QtBot, source: str, size: tuple[int, int]) -> None:
    classes = 10 if source == "digits" else 2
    layers = [{"kind": "dense", "units": 20}, {"kind": "activation"}, {"kind": "dropout"}]
    recipe = {
        "data": {"source": source, "train": 60, "test": 40},
        "layers": [*layers, {"kind": "dense", "units": classes}],
    }
    desk = Desk(qtbot, parse(recipe))
    desk.panel.resize(*size)
    qtbot.waitUntil(lambda: (desk.panel.width(), desk.panel.height()) == size)
    assert not desk.panel.grab().isNull()
    assert desk.panel.rows.pictures.isVisible() == (source == "digits")
    area = desk.panel.findChild(QScrollArea, "dropout.pictures")
    assert isinstance(area, QScrollArea)
    assert not area.horizontalScrollBar().isVisible()
    qtbot.waitUntil(lambda: area.widget().width() <= area.viewport().width())
