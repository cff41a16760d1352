"""Interventions in the drawing, clicked as a person does: a unit off, a layer frozen, a weight edited, in a branch."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QMenu
from pytestqt.qtbot import QtBot

from engine.train.snapshot import Snapshot
from playground.export.lane_sheet import settings_of
from playground.network.apart.phases import Chosen
from playground.network.scene.scene import Scene
from playground.shell.main_window import MainWindow
from tests.engine.helpers import activation, batch_norm, dense, dropout, lane
from tests.playground.conftest import Open
from tests.playground.helpers import find
from tests.playground.network.desk import Desk, spiral

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
STACK = [dense(4), batch_norm(), activation("tanh"), dropout(0.1), dense(3), activation("sigmoid"), dense(2)]


@pytest.fixture
def window(qtbot: QtBot, shared_window: Open) -> MainWindow:
    window = shared_window(spiral(*STACK, optimizer={"kind": "adam", "learning_rate": 0.01}))
    drawing = window.panels.network.drawing

    def is_drawn() -> bool:
        """This run's network, and no longer the one before."""
        look = now(window).inside.get("network")
        return look is not None and drawing.look is look and any(scene(window).net is net for net in look.lanes)

    qtbot.waitUntil(is_drawn)
    return window


def scene(window: MainWindow, index: int = 0) -> Scene:
    return window.panels.network.drawing.scenes[index]


def unit(window: MainWindow, column: int, unit: int) -> QPoint:
    return scene(window).placed[column].cell(unit).center().toPoint()


def menu_at(window: MainWindow, place: QPoint) -> QMenu:
    drawing = window.panels.network.drawing
    QTest.mouseMove(drawing, place)
    drawing.customContextMenuRequested.emit(place)
    return find(window.panels.network, QMenu, "network.menu")


def choose(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == f"network.{name}")
    assert action.toolTip() != action.text(), "it teaches"
    action.trigger()
    menu.close()


def names(menu: QMenu) -> list[str]:
    found = [a.objectName().removeprefix("network.") for a in menu.actions() if a.objectName().startswith("network.")]
    menu.close()
    return [
        name for name in found if name in ("off", "on", "off_here", "freeze", "thaw", "freeze_here", "weight", "bias")
    ]


def play(window: MainWindow, qtbot: QtBot) -> None:
    window.session.run.play()
    qtbot.waitUntil(lambda: now(window).step > 5)


def pause(window: MainWindow, qtbot: QtBot) -> Snapshot:
    window.session.run.pause()
    qtbot.waitUntil(lambda: not window.session.is_training)
    qtbot.waitUntil(lambda: now(window).evaluated_at == now(window).step)
    return now(window)


def now(window: MainWindow) -> Snapshot:
    assert window.session.snapshot is not None
    return window.session.snapshot


def wait_for_lanes(window: MainWindow, qtbot: QtBot, count: int) -> None:
    qtbot.waitUntil(lambda: window.session.snapshot is not None and len(now(window).lanes) == count)


def wait_for(window: MainWindow, qtbot: QtBot, holds: Callable[[Scene], bool]) -> None:
    """Until the drawing shows it of the lane in focus."""
    qtbot.waitUntil(lambda: scene(window).net is not None and holds(scene(window)))


def test_a_unit_is_switched_off_in_a_branch_while_training_and_on_again(window: MainWindow, qtbot: QtBot) -> None:
    play(window, qtbot)
    choose(menu_at(window, unit(window, 1, 2)), "off")
    wait_for_lanes(window, qtbot, 2)
    assert window.session.is_training, "it goes on"
    twin, lesion = window.session.experiment.lanes
    assert (twin.set, dict(lesion.set)) == ({}, {"layers.2.off_units": (2,)}), "behind the activation"
    assert lesion.name == f"{twin.name} · layer 1: unit 3 off"
    wait_for(window, qtbot, lambda s: s.net is not None and s.net.lane == 1 and bool(s.net.columns[1].off[2]))
    drawing = window.panels.network.drawing
    assert "Switched off in this lane" in drawing.tip(drawing.spot_at(QPointF(unit(window, 1, 2))))  # type: ignore[arg-type]
    pause(window, qtbot)
    first, second = now(window).lanes
    assert first.train_data_loss != second.train_data_loss

    assert names(menu_at(window, unit(window, 1, 0)))[:2] == ["off", "off_here"]
    choose(menu_at(window, unit(window, 1, 0)), "off_here")
    assert window.session.experiment.lanes[1].set == {"layers.2.off_units": (0, 2)}
    assert window.session.experiment.lanes[1].name.endswith("layer 1: units 1, 3 off")
    wait_for(window, qtbot, lambda s: s.net is not None and s.net.columns[1].off.tolist() == [True, False, True, False])
    choose(menu_at(window, unit(window, 1, 2)), "on")
    assert window.session.experiment.lanes[1].set == {"layers.2.off_units": (0,)}
    for _ in range(2):
        window.session.undo_stack.undo()
    assert window.session.experiment.lanes[1].set == {"layers.2.off_units": (2,)}
    window.session.undo_stack.undo()
    wait_for_lanes(window, qtbot, 1)
    assert window.session.undo_stack.redoText() == "Intervene in a branch"


def test_a_layer_is_frozen_in_a_branch_and_learns_again(window: MainWindow, qtbot: QtBot) -> None:
    play(window, qtbot)
    head = scene(window).placed[1].rect
    choose(menu_at(window, QPoint(int(head.center().x()), int(head.bottom() + 12))), "freeze")
    wait_for_lanes(window, qtbot, 2)
    lane = window.session.experiment.lanes[1]
    assert lane.set == {"layers.0.frozen": True, "layers.1.frozen": True}, "all that learns in this column"
    wait_for(window, qtbot, lambda s: s.net is not None and s.net.lane == 1 and s.net.columns[1].is_frozen)
    before = pause(window, qtbot)
    weights = scene(window).net.edges[0].weight.copy()  # type: ignore[union-attr]
    step = before.step
    window.session.run.play()
    qtbot.waitUntil(lambda: now(window).step > step + 5)
    pause(window, qtbot)
    wait_for(window, qtbot, lambda s: s.net is not None and s.net.lane == 1)
    np.testing.assert_array_equal(scene(window).net.edges[0].weight, weights)  # type: ignore[union-attr]
    assert "thaw" in names(menu_at(window, unit(window, 1, 0)))
    assert {"freeze", "freeze_here"} <= set(names(menu_at(window, unit(window, 2, 0))))
    choose(menu_at(window, unit(window, 1, 0)), "thaw")
    assert not any(window.session.experiment.lanes[1].set.values())


def edge(window: MainWindow, qtbot: QtBot) -> tuple[QPoint, tuple[int, int, int]]:
    """A place on a line, and which."""
    found = scene(window)
    left, right = found.placed[1].rect, found.placed[2].rect
    x = (left.right() + right.left()) / 2
    for y in range(int(left.top()), int(left.bottom())):
        there = found.edge_at(QPointF(x, y))
        if there is not None:
            return QPoint(int(x), y), there
    raise AssertionError("no line is drawn")


def test_a_weight_is_edited_in_a_branch_while_training(window: MainWindow, qtbot: QtBot) -> None:
    play(window, qtbot)
    place, (_, target, source) = edge(window, qtbot)
    panel = window.panels.network
    choose(menu_at(window, place), "weight")
    editor = panel.interventions.editor
    assert editor is not None
    assert editor.isVisible()
    editor.value.selectAll()
    QTest.keyClicks(editor.value, "0.75")
    qtbot.mouseClick(editor.button, Qt.MouseButton.LeftButton)
    wait_for_lanes(window, qtbot, 2)
    twin, lane = window.session.experiment.lanes
    assert lane.name == f"{twin.name} · w {source + 1}→{target + 1} of layer 5 = 0.75"
    assert lane.set == twin.set
    assert window.session.is_training
    qtbot.waitUntil(lambda: panel.interventions.editor is None)
    pause(window, qtbot)
    first, second = now(window).lanes
    assert first.train_data_loss != second.train_data_loss
    window.session.undo_stack.undo()
    wait_for_lanes(window, qtbot, 1)
    window.session.undo_stack.redo()
    wait_for_lanes(window, qtbot, 2)


def test_a_bias_and_the_weight_that_is_followed_through_a_step(window: MainWindow, qtbot: QtBot) -> None:
    """Paused: the branch begins with that very number."""
    panel = window.panels.network
    choose(menu_at(window, unit(window, 1, 3)), "bias")
    editor = panel.interventions.editor
    assert editor is not None
    editor.value.selectAll()
    QTest.keyClicks(editor.value, "-2")
    QTest.keyClick(editor.value, Qt.Key.Key_Return)
    wait_for_lanes(window, qtbot, 2)
    wait_for(window, qtbot, lambda s: s.net is not None and s.net.lane == 1 and s.net.columns[1].bias[3] == -2)
    assert window.session.experiment.lanes[1].name.endswith("b 4 of layer 1 = −2")

    panel.header.step_button.click()
    assert panel.step_bar is not None
    qtbot.waitUntil(lambda: panel.step_bar is not None and panel.step_bar.edit.isEnabled())
    qtbot.mouseClick(panel.step_bar.edit, Qt.MouseButton.LeftButton)
    editor = panel.interventions.editor
    assert editor is not None
    assert panel.step_bar.chosen is not None
    chosen = panel.step_bar.chosen
    editor.value.selectAll()
    QTest.keyClicks(editor.value, "1.5")
    qtbot.mouseClick(editor.button, Qt.MouseButton.LeftButton)
    wait_for_lanes(window, qtbot, 3)
    qtbot.waitUntil(
        lambda: (
            panel.step_bar is not None
            and panel.step_bar.step is not None
            and panel.step_bar.step.focus == 2
            and panel.step_bar.step.layers[chosen.layer].weight[chosen.source, chosen.target] == 1.5
        )
    )


def test_beside_each_other_each_net_has_the_menu_of_its_lane(window: MainWindow, qtbot: QtBot) -> None:
    choose(menu_at(window, unit(window, 2, 1)), "off")
    wait_for_lanes(window, qtbot, 2)
    window.panels.network.header.lanes_button.click()
    drawing = window.panels.network.drawing
    qtbot.waitUntil(lambda: len(drawing.scenes) == 2 and all(each.net is not None for each in drawing.scenes))
    assert [bool(each.net.columns[2].off[1]) for each in drawing.scenes if each.net is not None] == [False, True]
    places = [each.placed[2].cell(1).center().toPoint() for each in drawing.scenes]
    assert [names(menu_at(window, place))[0] for place in places] == ["off", "on"]
    choose(menu_at(window, places[1]), "on")
    assert window.session.experiment.lanes[1].set == {"layers.5.off_units": ()}
    qtbot.waitUntil(lambda: not any(each.net is None or each.net.columns[2].off.any() for each in drawing.scenes))


def test_inputs_and_the_output_have_no_switch(window: MainWindow, qtbot: QtBot) -> None:
    assert names(menu_at(window, unit(window, 0, 0))) == []
    assert names(menu_at(window, unit(window, 3, 0))) == ["bias", "freeze"]


def test_the_layer_list_freezes_for_all_lanes_or_one(window: MainWindow, qtbot: QtBot) -> None:
    window.panels.network.focused.emit(0)
    stack = window.panels.layers.stack
    stack.selection.select(0)
    box = find(window, QCheckBox, "layers.0.frozen")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert window.session.experiment.layers[0].frozen  # type: ignore[union-attr]
    wait_for(window, qtbot, lambda s: s.net is not None and s.net.columns[1].is_frozen)
    words = [word.text for word in window.panels.network.drawing.words]
    assert any("frozen" in text for text in words), words


def test_one_step_says_what_is_off_and_what_is_frozen(qtbot: QtBot) -> None:
    first, second = dense(3, frozen=True), activation("tanh") | {"off_units": (1,)}
    desk = Desk(qtbot, spiral(first, second, dense(2)), steps=2)
    desk.panel.header.step_button.click()
    desk.look()
    bar = desk.panel.step_bar
    assert bar is not None
    bar.choose(Chosen(0, 0, 1))
    assert "unit 2 of layer 1 is switched off in this lane: whatever it sums, it hands on 0." in bar.text.text()
    for _ in range(4):
        bar.go(1)
    assert bar.text.text().startswith("The layer is frozen: ")


def test_reports_say_it_counted_as_in_the_window() -> None:
    lanes = [lane("a"), lane("b", settings={"layers.1.off_units": (0, 2), "layers.0.frozen": True})]
    said = settings_of(spiral(dense(3), activation(), dense(2), lanes=lanes))
    assert said["Units off"] == ["", "1, 3"]
    assert said["Frozen"] == ["", "yes / no"]
    assert not {"Units off", "Frozen"} & settings_of(spiral(dense(3), dense(2))).keys()


def test_marks_are_painted_in_every_size(qtbot: QtBot) -> None:
    """As tiles and as dots, frozen and not: the picture is another one."""
    for layers in ([dense(6), activation()], [dense(300), activation()]):
        pictures = []
        for changes in ({}, {"off_units": (1, 2)}, {"frozen": True}):
            first = {**layers[0], **changes}
            desk = Desk(qtbot, spiral(first, layers[1], dense(2)), steps=0)
            pictures.append(desk.panel.drawing.grab().toImage())
        assert pictures[0] != pictures[1]
        assert pictures[0] != pictures[2]
