"""One step taken apart in the window: phases, weights and rows at one's own pace, with the trainer's own numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest, look_inside
from engine.inspectors.net.coming_step import ComingStep
from playground.network.apart.bar import StepBar
from playground.network.apart.phases import PHASES, Chosen
from playground.network.scene.scene import Spot
from playground.shell.app import create_window
from playground.ui.text.numbers import number
from tests.engine.helpers import activation, dense, dropout
from tests.playground.helpers import click, find
from tests.playground.network.desk import Desk, digits, spiral

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
STACK = [dense(3, l2=0.01), activation("tanh"), dense(2)]


class Apart(Desk):
    """A desk where a step is looked at."""

    def __init__(self, qtbot: QtBot, stack: list[dict[str, Any]] = STACK, **fields: object) -> None:
        super().__init__(qtbot, spiral(*stack, **fields))
        self.panel.header.step_button.click()
        self.step = self.take()
        assert self.panel.step_bar is not None
        self.bar: StepBar = self.panel.step_bar

    def take(self) -> ComingStep:
        """Shows the step that comes now."""
        request = self.panel.request()
        assert "coming_step" in request["what"]
        inside = look_inside(self.trainer, InspectionRequest(**request))
        self.panel.show_snapshot(self.trainer.snapshot(inside=inside))
        found = inside["coming_step"]
        assert isinstance(found, ComingStep)
        return found


def test_what_comes_behind_a_sum_is_named_and_no_more(qtbot: QtBot) -> None:
    """Neither dropout nor a bias where there is none."""
    desk = Apart(qtbot)
    assert "and the bias" in desk.bar.text.text()
    assert "after Tanh unit" in desk.bar.text.text()
    desk.bar.choose(Chosen(1, 0, 0))
    assert "after" not in desk.bar.text.text()
    stack = [dense(3, bias=False), activation("relu"), dropout(0.2), dense(2)]
    other = Apart(qtbot, stack=stack)
    assert "With all 2 inputs: z" in other.bar.text.text()
    assert "after ReLU, Dropout unit" in other.bar.text.text()


def test_the_betas_of_adam_have_their_numbers(qtbot: QtBot) -> None:
    desk = Apart(qtbot, optimizer={"kind": "adam", "beta2": 0.99})
    for _ in PHASES[1:]:
        desk.bar.next.click()
    assert "β₁ = 0.9 and β₂ = 0.99:" in desk.bar.text.text()


@pytest.mark.parametrize("kind", ["sgd", "momentum", "nesterov", "adam", "rmsprop"])
def test_the_equation_ends_with_the_weight_that_the_step_makes(kind: str, qtbot: QtBot) -> None:
    desk = Apart(qtbot, optimizer={"kind": kind})
    desk.bar.choose(Chosen(0, 1, 2))
    for _ in PHASES[1:]:
        desk.bar.next.click()
    desk.trainer.run(1)
    new = float(desk.trainer.lane_parameters(0)[0]["weight"][1, 2])
    assert desk.bar.phase == "update"
    assert desk.bar.text.text().rstrip(".").count(number(new, 5)) >= 1


def test_each_phase_has_its_numbers(qtbot: QtBot) -> None:
    desk = Apart(qtbot)
    bar, layer = desk.bar, desk.step.layers[0]
    bar.choose(Chosen(0, 0, 1))
    assert desk.panel.drawing.figures[1] == [number(value, 2) for value in layer.y[0]]
    assert number(layer.x[0, 0] * layer.weight[0, 1]) in bar.text.text()
    bar.row.setValue(4)
    assert number(layer.x[3, 0] * layer.weight[0, 1]) in bar.text.text()
    bar.next.click()
    last = desk.step.layers[1]
    assert desk.panel.drawing.figures[2] == [number(value, 2) for value in last.delta[3]]
    right = int(desk.step.targets[3].argmax())
    softmax = np.exp(last.y[3]) / np.exp(last.y[3]).sum()
    rows = len(desk.step.targets)
    assert f"p = {number(softmax[right])}" in bar.text.text()
    assert f"δ = (p − 1) / {rows} = {number(last.delta[3, right])}" in bar.text.text()
    bar.next.click()
    assert number(layer.back[3, 1]) in bar.text.text()
    assert number(layer.delta[3, 1]) in bar.text.text()
    bar.next.click()
    assert number(layer.data[0, 1]) in bar.text.text()
    assert number(0.01 * layer.weight[0, 1]) in bar.text.text()
    assert number(layer.gradient[0, 1]) in bar.text.text()


def test_a_press_on_a_line_or_a_key_chooses_another_weight(qtbot: QtBot) -> None:
    desk = Apart(qtbot)
    drawing = desk.panel.drawing
    drawing.finish()
    left, right = drawing.scenes[0].placed[1:3]
    middle = (left.x[1] + right.x[0]) / 2, (left.y[1] + right.y[0]) / 2
    edge = drawing.scenes[0].edge_at(QPointF(*middle))
    assert edge is not None
    QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=QPoint(*map(round, middle)))
    assert desk.bar.chosen is not None
    assert desk.bar.chosen.layer == 1
    desk.bar.choose(Chosen(0, 0, 0))
    drawing.look_at(Spot(0, 2, 1))
    QTest.keyClick(drawing, Qt.Key.Key_Space)
    assert desk.bar.chosen == Chosen(1, 0, 1)
    QTest.keyClick(drawing, Qt.Key.Key_Space)
    assert desk.bar.chosen == Chosen(1, 1, 1)
    QTest.keyClick(drawing, Qt.Key.Key_PageDown)
    assert desk.bar.phase == "loss"


@pytest.mark.parametrize(
    ("net", "said"),
    [
        (digits(dense(8), activation(), dense(10)), "Rows of 64 inputs are too long"),
        (digits({"kind": "conv2d", "filters": 2}, {"kind": "flatten"}, dense(10)), "Convolutions are not taken apart"),
        (spiral(dense(17), activation(), dense(2)), "at most 16 units a layer"),
    ],
)
def test_a_large_net_says_why_it_is_not_taken_apart(net: Experiment, said: str, qtbot: QtBot) -> None:
    desk = Desk(qtbot, net)
    desk.panel.header.step_button.click()
    inside = look_inside(desk.trainer, InspectionRequest(**desk.panel.request()))
    desk.panel.show_snapshot(desk.trainer.snapshot(inside=inside))
    words = find(desk.panel, QLabel, "network.step.words")
    assert said in words.text()
    assert not find(desk.panel, QPushButton, "network.step.next").isEnabled()


def test_behind_the_last_phase_the_step_is_made(qtbot: QtBot) -> None:
    window = create_window(spiral(*STACK))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    click(qtbot, window, "network.apart")
    panel = window.panels.network
    qtbot.waitUntil(lambda: panel.step_bar is not None and panel.step_bar.next.isEnabled())
    bar = panel.step_bar
    assert bar is not None
    assert bar.step is not None
    foretold = bar.step.layers[0].after
    for _ in PHASES:
        bar.next.click()
    qtbot.waitUntil(lambda: bar.step is not None and bar.step.step == 1)
    assert bar.phase == "forward"
    assert bar.step.layers[0].weight.tobytes() == foretold.tobytes()
    click(qtbot, window, "network.apart")
    assert not bar.isVisible()
    assert not panel.drawing.figures
